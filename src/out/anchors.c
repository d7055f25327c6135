/* SPDX-License-Identifier: ISC */
/*
 * anchors - the anchors of an article in the order of its text
 *
 * Sorted once; then a cursor goes along with the writer.
 */
#include "anchors.h"

#include "base/mem.h"

#include <stdlib.h>

static int
compare_places(const void *left, const void *right)
{
    const struct place *l = left, *r = right;

    if (l->block != r->block)
        return l->block < r->block ? -1 : 1;
    if (l->at != r->at)
        return l->at < r->at ? -1 : 1;
    return l->anchor < r->anchor ? -1 : l->anchor > r->anchor;
}

/*
 * Tells whether the anchor is what the heading that it names says itself.
 */
static bool
is_own_name(const struct article *a, const struct anchor *anchor)
{
    const struct block *block = &a->blocks[anchor->block];

    return block->kind == BLOCK_HEADING &&
           str_eq(article_str(a, block->info), article_str(a, anchor->name));
}

/*
 * Returns the leaf for an anchor: its own, unless that is none or the anchor
 * stands before its text, where what it names may be around it.
 */
static block_ix
leaf_of(const struct article *a, const struct anchor *anchor)
{
    if (a->blocks[anchor->block].n_spans > 0 &&
        anchor->at >= article_block_offset(a, anchor->block))
        return anchor->block;
    return article_block_at(a, anchor->at);
}

/*
 * Returns the offset of an anchor, moved behind the character that it is in.
 */
static uint32_t
offset_of(const struct article *a, const struct anchor *anchor)
{
    uint32_t at = anchor->at;

    while (at < a->n_text && (a->text[at] & 0xC0) == 0x80)
        at++;
    return at;
}

void
anchors_init(struct anchors *p, const struct article *a,
    anchors_implied_fn is_implied, const void *user)
{
    *p = (struct anchors){
        .a = a,
        .places = mem_alloc(a->n_anchors * sizeof *p->places),
    };
    for (uint32_t i = 0; i < a->n_anchors; i++) {
        const struct anchor *anchor = &a->anchors[i];
        if (is_own_name(a, anchor) || (is_implied && is_implied(user, anchor)))
            continue;
        p->places[p->n++] = (struct place){
            .block = leaf_of(a, anchor),
            .at = offset_of(a, anchor),
            .anchor = i,
        };
    }
    qsort(p->places, p->n, sizeof *p->places, compare_places);
}

void
anchors_done(struct anchors *p)
{
    free(p->places);
    *p = (struct anchors){0};
}

struct str
anchors_next(struct anchors *p, block_ix b, uint32_t at)
{
    while (p->next < p->n && p->places[p->next].block < b)
        p->next++;
    if (p->next == p->n || p->places[p->next].block > b ||
        p->places[p->next].at > at)
        return (struct str){0};
    const struct place *place = &p->places[p->next++];
    return article_str(p->a, p->a->anchors[place->anchor].name);
}

uint32_t
anchors_until(const struct anchors *p, block_ix b, uint32_t end)
{
    if (p->next == p->n)
        return end;
    const struct place *place = &p->places[p->next];
    return place->block == b && place->at < end ? place->at : end;
}

/*
 * Returns the first of the places that is not before that one.
 */
static uint32_t
find(const struct anchors *p, block_ix b, uint32_t at)
{
    uint32_t low = p->next, high = p->n;

    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        const struct place *place = &p->places[middle];
        if (place->block < b || (place->block == b && place->at < at))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

bool
anchors_has(const struct anchors *p, block_ix b, uint32_t at)
{
    uint32_t i = find(p, b, at);

    return i < p->n && p->places[i].block == b && p->places[i].at == at;
}

bool
anchors_any(const struct anchors *p, block_ix b, uint32_t at, uint32_t end)
{
    uint32_t i = find(p, b, at);

    return i < p->n && p->places[i].block == b && p->places[i].at < end;
}
