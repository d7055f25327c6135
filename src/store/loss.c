/* SPDX-License-Identifier: ISC */
/*
 * loss - whether a page has less than what is kept of it
 */
#include "store/loss.h"

#include "known.h"
#include "model/url.h"
#include "stock.h"

enum {
    REST = 2,       /* less than this part of the words is a loss, */
    REST_WANTED = 5 /* even when it was asked for */
};

/* Counts the notes of what is kept. One of another version cannot be read here,
 * but is worth no less. */
static bool
find_notes(struct db *db, int64_t id, uint32_t *out_n, struct err *err)
{
    struct err reason;
    struct article *kept = stock_article(db, id, &reason);

    *out_n = kept ? kept->n_notes : 0;
    if (!kept && reason.code != ERR_BAD_DATA && reason.code != ERR_NOT_FOUND) {
        *err = reason;
        return false;
    }
    article_free(kept);
    return true;
}

bool
loss_is_rest(uint32_t n_words, uint32_t n_kept, bool is_wanted)
{
    return n_words < n_kept / (is_wanted ? REST_WANTED : REST);
}

bool
loss_find(struct db *db, const struct loss_ask *ask, bool *out_is_loss,
    struct err *err)
{
    const struct article *page = ask->page;
    const struct known_page came = {.asked = url_without_fragment(ask->asked),
        .final =
            url_without_fragment(ask->final.len > 0 ? ask->final : ask->asked),
        .article = page};
    const uint32_t words = article_words(page, 0, page->n_blocks);
    struct known k;
    uint32_t n_notes = 0;

    if (!known_find(db, &came, &k, err))
        return false;
    const bool is_other = k.has_text && !k.is_same;
    const bool is_less = words < k.words;
    const bool is_rest = loss_is_rest(words, k.words, ask->is_wanted);
    if (is_less && !is_other && !is_rest &&
        !find_notes(db, k.id, &n_notes, err))
        return false;
    *out_is_loss = is_other || is_rest || (is_less && page->n_notes > n_notes);
    return true;
}
