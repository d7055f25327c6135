/* SPDX-License-Identifier: ISC */
/*
 * hits - finding words in everything that is kept
 *
 * FTS5 finds, score.c ranks; of words that are nearly everywhere only the newest
 * N_RANKED items are ranked, since no rank tells them apart anyway. Snippets are
 * made from the texts of the best hits alone, the index having no text. What a person types never comes
 * near the language of FTS5: terms.c makes the query of letters and digits.
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

/* Finds the numbers of the best items; returns how many. */
static bool
find_ids(struct db *db, struct str match, uint32_t limit, int64_t *ids,
    uint32_t *out_n, struct err *err)
{
    struct query q = query_begin(db,
        "SELECT rowid FROM (SELECT rowid, score(words) AS score FROM words"
        " WHERE words MATCH ?1 ORDER BY rowid DESC LIMIT ?3)"
        " ORDER BY score DESC, rowid DESC LIMIT ?2");
    uint32_t n = 0;

    query_add_text(&q, match);
    query_add_number(&q, limit);
    query_add_number(&q, N_RANKED);
    while (n < limit && query_next(&q))
        ids[n++] = query_number(&q, 0);
    *out_n = n;
    return query_end(&q, err);
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
    struct buf match = {0};
    struct snippet_words words;
    uint32_t n = 0;

    hits_done(hits);
    if (!terms_add_query(ask->words, ask->is_typing, &match) ||
        ask->limit == 0) {
        buf_done(&match);
        return true;
    }
    int64_t *ids = mem_alloc(ask->limit * sizeof *ids);
    snippet_words_init(&words, ask->words, ask->is_typing);
    bool ok = find_ids(db, buf_str(&match), ask->limit, ids, &n, err);
    hits->snippets = mem_alloc_zero(n > 0 ? n : 1, sizeof *hits->snippets);
    for (uint32_t i = 0; ok && i < n; i++)
        ok = add_hit(db, ids[i], &words, hits, err);
    snippet_words_done(&words);
    buf_done(&match);
    free(ids);
    return ok;
}

void
hits_done(struct hits *hits)
{
    item_list_done(&hits->list);
    free(hits->snippets);
    hits->snippets = NULL;
}
