/* SPDX-License-Identifier: ISC */
/*
 * changes - where two editions of an article differ
 *
 * The blocks of each are looked up by what they say, in order of that.
 */
#include "changes.h"

#include "base/mem.h"
#include "ui/paint.h"

#include <stdlib.h>

/* A block that says something, by a number for what it says. */
struct saying {
    uint64_t hash;
    block_ix block;
};

struct sayings {
    struct saying *items; /* owned */
    size_t n;
};

static int
compare(const void *a, const void *b)
{
    const struct saying *x = a, *y = b;

    return x->hash != y->hash ? (x->hash < y->hash ? -1 : 1) : 0;
}

static struct sayings
collect(const struct article *a)
{
    struct sayings s = {mem_alloc((a->n_blocks + 1) * sizeof *s.items), 0};

    for (block_ix b = 0; b < a->n_blocks; b++) {
        const struct str text = article_text(a, b);
        if (text.len > 0)
            s.items[s.n++] = (struct saying){str_digest(text), b};
    }
    qsort(s.items, s.n, sizeof *s.items, compare);
    return s;
}

/* Finds a block that says the same; NULL when there is none. */
static const struct saying *
find(const struct sayings *s, struct str text)
{
    const struct saying key = {.hash = str_digest(text)};

    return bsearch(&key, s->items, s->n, sizeof *s->items, compare);
}

/* Returns the last block before b that says something; b when there is none. */
static block_ix
last_before(const struct article *a, block_ix b)
{
    for (block_ix at = b; at-- > 0;)
        if (article_text(a, at).len > 0)
            return at;
    return b;
}

/* Notes at block b of new that something before it is gone. */
static void
note_cut(const struct article *new, block_ix b, uint8_t *changes)
{
    if (changes[b] == PAINT_SAME && changes[last_before(new, b)] != PAINT_NEW)
        changes[b] = PAINT_CUT_ABOVE;
}

static void
find_cuts(const struct article *old, const struct article *new,
    const struct sayings *said, uint8_t *changes)
{
    bool is_cut = false;

    for (block_ix b = 0; b < old->n_blocks; b++) {
        const struct str text = article_text(old, b);
        if (text.len == 0)
            continue;
        const struct saying *same = find(said, text);
        if (same && is_cut)
            note_cut(new, same->block, changes);
        is_cut = !same;
    }
    const block_ix last = last_before(new, new->n_blocks);
    if (is_cut && last < new->n_blocks &&changes[last] == PAINT_SAME)
        changes[last] = PAINT_CUT_BELOW;
}

uint8_t *
changes_find(const struct article *old, const struct article *new)
{
    struct sayings before = collect(old), now = collect(new);
    uint8_t *changes = mem_alloc_zero(new->n_blocks + 1, 1);

    for (block_ix b = 0; b < new->n_blocks; b++) {
        const struct str text = article_text(new, b);
        if (text.len > 0 && !find(&before, text))
            changes[b] = PAINT_NEW;
    }
    find_cuts(old, new, &now, changes);
    free(before.items);
    free(now.items);
    return changes;
}
