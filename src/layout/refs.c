/* SPDX-License-Identifier: ISC */
/*
 * refs - how the addresses of links are shown, and their numbers
 *
 * A table from link to number and one from number to link. The first is made
 * only if numbers are asked for.
 */
#include "refs.h"

#include "base/mem.h"

#include <stdlib.h>

void
refs_init(struct refs *r, const struct article *a, enum layout_links mode)
{
    *r = (struct refs){.mode = mode};
    if (mode == LAYOUT_LINKS_END)
        r->numbers = mem_alloc_zero(a->n_links, sizeof *r->numbers);
}

uint32_t
refs_number(struct refs *r, link_ix link)
{
    if (r->numbers[link] == 0) {
        MEM_GROW(r->order, r->cap_order, r->n_order + 1);
        r->order[r->n_order++] = link;
        r->numbers[link] = r->n_order;
    }
    return r->numbers[link];
}

void
refs_cut(struct refs *r, uint32_t n)
{
    while (r->n_order > n)
        r->numbers[r->order[--r->n_order]] = 0;
}

void
refs_done(struct refs *r)
{
    free(r->numbers);
    free(r->order);
    *r = (struct refs){0};
}
