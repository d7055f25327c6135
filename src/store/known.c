/* SPDX-License-Identifier: ISC */
/*
 * known - what the library has of a page that came
 */
#include "known.h"

#include "base/buf.h"
#include "model/url.h"
#include "query.h"
#include "stock.h"

static bool
has_same_host(struct str a, struct str b)
{
    struct str host = url_host(a);

    return host.len > 0 && str_eq_nocase(host, url_host(b));
}

/* Tells whether the page is the one that a row has, whose last columns are the
 * address that this came from, its title and its digest. */
static bool
is_same(struct query *q, int column, const struct known_page *page)
{
    struct str from = query_text(q, column), title = query_text(q, column + 1);

    return str_eq(page->asked, page->final) || str_eq(from, page->final) ||
           query_number(q, column + 2) == stock_digest(page->article) ||
           (title.len > 0 && has_same_host(from, page->final) &&
               str_eq(title, article_fact(page->article, FACT_TITLE)));
}

bool
known_find(struct db *db, const struct known_page *page,
    struct known *out_known, struct err *err)
{
    struct buf asked = {0};
    struct known k = {0};
    int64_t id;

    if (!stock_find(db, page->asked, &id, err))
        return false;
    struct query q = query_begin(db,
        "SELECT place, words, text IS NOT NULL,"
        " CASE coalesce(final, '') WHEN '' THEN place ELSE final END,"
        " title, digest FROM item LEFT JOIN content USING (id)"
        " WHERE id = ? AND deleted_by = 0");
    query_add_number(&q, id);
    if (query_next(&q)) {
        url_add_public(&asked, page->asked);
        k.id = id;
        k.has_text = query_number(&q, 2) != 0;
        k.words = k.has_text ? (uint32_t)query_number(&q, 1) : 0;
        k.is_same = k.has_text && is_same(&q, 3, page);
        k.is_named = str_eq(query_text(&q, 0), buf_str(&asked));
        buf_done(&asked);
    }
    if (!query_end(&q, err))
        return false;
    *out_known = k;
    return true;
}
