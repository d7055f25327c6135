/* SPDX-License-Identifier: ISC */
/*
 * hits - finding words in everything that is kept
 *
 * FTS5 finds, score.c ranks; of words that are nearly everywhere only the newest
 * N_RANKED items are ranked, since no rank tells them apart anyway. Snippets are
 * made from the texts of the best hits alone, the index having no text. What a
 * person types never comes near the language of FTS5: terms.c makes the query of
 * letters and digits.
 *
 * What is written without blanks, "node.js" or "C++", is looked for as it stands
 * first, and then by its words.
 */
#include "store/hits.h"

#include "base/mem.h"
#include "base/utf8.h"
#include "query.h"
#include "row.h"
#include "store/snippet.h"
#include "terms.h"
#include "text.h"

#include <stdlib.h>

enum {
    N_RANKED = 2000
};

/* The numbers of what was found, the best first. */
struct found {
    int64_t *ids; /* owned */
    uint32_t n, limit;
};

static void
add_id(struct found *f, int64_t id)
{
    for (uint32_t i = 0; i < f->n; i++)
        if (f->ids[i] == id)
            return;
    f->ids[f->n++] = id;
}

/* Adds the numbers of the best items that are not there yet. */
static bool
find_ids(struct db *db, struct str match, struct found *f, struct err *err)
{
    struct query q = query_begin(db,
        "SELECT rowid FROM (SELECT rowid, score(words) AS score FROM words"
        " WHERE words MATCH ?1 ORDER BY rowid DESC LIMIT ?3)"
        " ORDER BY score DESC, rowid DESC LIMIT ?2");

    query_add_text(&q, match);
    query_add_number(&q, f->limit);
    query_add_number(&q, N_RANKED);
    while (f->n < f->limit && query_next(&q))
        add_id(f, query_number(&q, 0));
    return query_end(&q, err);
}

/*
 * Finds what has the words as they are written, and what has them at all where
 * that is something else.
 */
static bool
find_best(
    struct db *db, const struct hits_ask *ask, struct found *f, struct err *err)
{
    struct terms_query query = {ask->words, ask->is_typing, true};
    struct buf exact = {0}, loose = {0};

    bool has_exact = terms_add_query(&query, &exact);
    query.is_exact = false;
    bool has_loose = terms_add_query(&query, &loose);
    has_loose = has_loose && !str_eq(buf_str(&exact), buf_str(&loose));
    bool ok = (!has_exact || find_ids(db, buf_str(&exact), f, err)) &&
              (!has_loose || f->n == f->limit ||
                  find_ids(db, buf_str(&loose), f, err));
    buf_done(&exact);
    buf_done(&loose);
    return ok;
}

/* Adds an item to the result, if it is there, with its snippet. */
static bool
add_hit(struct db *db, int64_t id, const struct snippet_words *words,
    struct hits *hits, struct err *err)
{
    struct query q = query_begin(db,
        "SELECT " ROW_COLUMNS ", text FROM item LEFT JOIN content USING (id)"
        " WHERE item.id = ? AND deleted_by = 0");
    struct buf prose = {0};
    struct err unused;

    query_add_number(&q, id);
    if (query_next(&q)) {
        row_add(&hits->list, &q);
        struct str packed = query_bytes(&q, ROW_N_COLUMNS);
        /* A text that is damaged, or not as texts are, has no snippet. */
        if (packed.len > 0 && text_unpack(db, packed, &prose, &unused) &&
            utf8_is_clean(buf_str(&prose)))
            hits->snippets[hits->list.n_items - 1] =
                snippet_find(words, buf_str(&prose), &hits->list.texts);
    }
    buf_done(&prose);
    return query_end(&q, err);
}

bool
hits_find(struct db *db, const struct hits_ask *ask, struct hits *hits,
    struct err *err)
{
    struct found found = {.limit = ask->limit};
    struct snippet_words words;

    hits_done(hits);
    found.ids = mem_alloc_zero(ask->limit + 1, sizeof *found.ids);
    snippet_words_init(&words, ask->words, ask->is_typing);
    bool ok = find_best(db, ask, &found, err);
    hits->snippets = mem_alloc_zero(found.n + 1, sizeof *hits->snippets);
    for (uint32_t i = 0; ok && i < found.n; i++)
        ok = add_hit(db, found.ids[i], &words, hits, err);
    snippet_words_done(&words);
    free(found.ids);
    return ok;
}

void
hits_done(struct hits *hits)
{
    item_list_done(&hits->list);
    free(hits->snippets);
    hits->snippets = NULL;
}
