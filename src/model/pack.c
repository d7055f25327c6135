/* SPDX-License-Identifier: ISC */
/*
 * pack - the one piece of memory that an article is
 *
 * All elements are made of 32-bit numbers, so the arrays can follow each other
 * without gaps.
 */
#include "pack.h"

#include "base/mem.h"

_Static_assert(sizeof(struct article) % sizeof(uint32_t) == 0, "aligned");
_Static_assert(sizeof(struct block) == 36, "no padding in blocks");
_Static_assert(sizeof(struct span) == 20, "no padding in spans");
_Static_assert(sizeof(struct anchor) == 16, "no padding in anchors");

size_t
pack_size(const struct article *counts)
{
    return counts->n_blocks * sizeof(struct block) +
           counts->n_spans * sizeof(struct span) +
           counts->n_links * sizeof(struct text_ref) +
           counts->n_anchors * sizeof(struct anchor) +
           counts->n_notes * sizeof(struct text_ref) + counts->n_text;
}

struct pack
pack_new(const struct article *counts)
{
    struct article *a = mem_alloc_zero(1, sizeof *a + pack_size(counts) + 1);
    struct pack p = {.article = a};

    *a = *counts;
    p.blocks = (struct block *)(a + 1);
    p.spans = (struct span *)(p.blocks + a->n_blocks);
    p.links = (struct text_ref *)(p.spans + a->n_spans);
    p.anchors = (struct anchor *)(p.links + a->n_links);
    p.notes = (struct text_ref *)(p.anchors + a->n_anchors);
    p.text = (char *)(p.notes + a->n_notes);

    a->blocks = p.blocks;
    a->spans = p.spans;
    a->links = p.links;
    a->anchors = p.anchors;
    a->notes = p.notes;
    a->text = p.text;
    return p;
}
