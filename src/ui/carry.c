/* SPDX-License-Identifier: ISC */
/*
 * carry - from one version of an article to the next
 *
 * Most changes are in one piece: what both texts have in common at the start
 * and at the end is found first, and a place there is known at once. Otherwise
 * the words at the place are looked for in the changed piece, fewer and fewer
 * of them, and the occurrence nearest to where the place should be is taken.
 */
#include "ui/carry.h"

#include "base/utf8.h"

#include <stdbool.h>

enum {
    CONTEXT_MAX = 96, /* bytes of text that are looked for */
    CONTEXT_MIN = 12,
    LOOK_AHEAD = 256 /* sections that may have been taken out in one piece */
};

static uint32_t
common_start(const struct article *a, const struct article *b)
{
    uint32_t n = a->n_text < b->n_text ? a->n_text : b->n_text, i = 0;
    while (i < n && a->text[i] == b->text[i])
        i++;
    return i;
}

/* Returns how much both have in common at their ends, without the n bytes that
 * they have in common at their start. */
static uint32_t
common_end(const struct article *a, const struct article *b, uint32_t n)
{
    uint32_t limit = (a->n_text < b->n_text ? a->n_text : b->n_text) - n;
    uint32_t i = 0;
    while (
        i < limit && a->text[a->n_text - 1 - i] == b->text[b->n_text - 1 - i])
        i++;
    return i;
}

/* Finds the occurrence of needle in text that is nearest to the place at. */
static bool
find_nearest(struct str text, struct str needle, size_t at, size_t *out_at)
{
    bool is_found = false;
    size_t best = 0;
    for (size_t i = str_find(text, needle, 0); i < text.len;
         i = str_find(text, needle, i + 1)) {
        size_t gap = i > at ? i - at : at - i;
        size_t best_gap = best > at ? best - at : at - best;
        if (is_found && gap > best_gap)
            break; /* further away from here on */
        is_found = true;
        best = i;
    }
    if (is_found)
        *out_at = best;
    return is_found;
}

static uint32_t
to_character(const struct article *a, size_t at)
{
    while (at > 0 && at < a->n_text && (a->text[at] & 0xC0) == 0x80)
        at--;
    return (uint32_t)at;
}

uint32_t
carry_place(const struct article *old, const struct article *new, uint32_t at)
{
    struct str text = {new->text, new->n_text};
    uint32_t start = common_start(old, new);
    uint32_t end = common_end(old, new, start);
    if (at < start || old->n_text == 0)
        return at;
    if (at >= old->n_text - end)
        return at - old->n_text + new->n_text;

    for (size_t len = CONTEXT_MAX; len >= CONTEXT_MIN; len /= 2) {
        struct str needle =
            str_slice((struct str){old->text, old->n_text}, at, at + len);
        size_t found;
        if (needle.len == len && find_nearest(text, needle, at, &found))
            return (uint32_t)found;
    }
    size_t last = new->n_text - end;
    return to_character(new, at < last ? at : last);
}

void
carry_folds(const struct carry_folds *old, struct carry_folds *new)
{
    uint32_t from = 0;
    for (uint32_t s = 0; s < new->outline->n_sections; s++) {
        struct str head =
            article_text(new->article, new->outline->sections[s].head);
        uint32_t end = old->outline->n_sections;
        if (end - from > LOOK_AHEAD)
            end = from + LOOK_AHEAD;
        for (uint32_t o = from; o < end; o++) {
            const struct section *other = &old->outline->sections[o];
            if (!str_eq(article_text(old->article, other->head), head))
                continue;
            new->folded[s] = old->folded[o];
            from = o + 1;
            break;
        }
    }
}
