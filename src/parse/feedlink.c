/* SPDX-License-Identifier: ISC */
/*
 * feedlink - the feed that a page names
 *
 * Of several, sites put the one that matters first. A feed of comments is known
 * by its address or title; it counts only where there is no other.
 */
#include "feedlink.h"

/*
 * Tells whether type is one that only feeds have; XML and JSON are much else.
 */
static bool
is_feed_type(struct str type)
{
    static const struct str types[] = {STR_INIT("application/rss+xml"),
        STR_INIT("application/atom+xml"), STR_INIT("application/feed+json"),
        STR_INIT("application/rdf+xml"), STR_INIT("application/x.atom+xml"),
        STR_INIT("application/x-atom+xml")};

    type = str_trim(str_slice(type, 0, str_find(type, STR(";"), 0)));
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (str_eq_nocase(type, types[i]))
            return true;
    return false;
}

static bool
has_nocase(struct str s, struct str word)
{
    for (size_t at = 0; at + word.len <= s.len; at++)
        if (str_starts_nocase(str_slice(s, at, s.len), word))
            return true;
    return false;
}

/*
 * Returns how well the element in row names the feed of the page: 0 not at all,
 * 1 as one of comments, 2 as the one to read.
 */
static int
rank(const struct census *c, uint32_t row)
{
    struct str rel = census_attr(c, row, "rel");
    struct str href = census_attr(c, row, "href");
    bool is_named =
        str_has_word(rel, STR("alternate")) || str_has_word(rel, STR("feed"));

    if (!is_named || str_trim(href).len == 0 ||
        !is_feed_type(census_attr(c, row, "type")))
        return 0;
    return has_nocase(href, STR("comment")) ||
                   has_nocase(census_attr(c, row, "title"), STR("comment"))
               ? 1
               : 2;
}

void
feedlink_read(
    struct build *b, const struct census *c, const struct where *where)
{
    struct buf best = {0}, url = {0};
    int best_rank = 0;

    for (uint32_t row = 1; row < c->n && best_rank < 2; row++) {
        if (c->rows[row].element != ELEMENT_LINK)
            continue;
        int here = rank(c, row);
        buf_cut(&url, 0);
        if (here > best_rank &&
            where_find(where, str_trim(census_attr(c, row, "href")), &url)) {
            best_rank = here;
            buf_cut(&best, 0);
            buf_add_str(&best, buf_str(&url));
        }
    }
    if (best_rank > 0)
        build_fact(b, FACT_FEED, buf_str(&best));
    buf_done(&best);
    buf_done(&url);
}
