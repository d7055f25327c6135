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

enum {
    MAX_DIGITS = 6 /* of the number of a footnote */
};

/*
 * Returns the largest number that is the label of a footnote, 0 if there is
 * none.
 */
static uint32_t
last_note(const struct article *a)
{
    uint32_t last = 0;

    for (block_ix b = 0; b < a->n_blocks; b++) {
        struct str label = article_str(a, a->blocks[b].info);
        uint32_t number = 0;
        if (a->blocks[b].kind != BLOCK_NOTE || label.len > MAX_DIGITS)
            continue;
        for (size_t i = 0; i < label.len; i++)
            if (label.ptr[i] >= '0' && label.ptr[i] <= '9')
                number = number * 10 + (uint32_t)(label.ptr[i] - '0');
        last = number > last ? number : last;
    }
    return last;
}

void
refs_init(struct refs *r, const struct article *a, enum layout_links mode)
{
    *r = (struct refs){.mode = mode};
    if (mode != LAYOUT_LINKS_END)
        return;
    r->numbers = mem_alloc_zero(a->n_links, sizeof *r->numbers);
    r->first = last_note(a) + 1;
}

uint32_t
refs_number(struct refs *r, link_ix link)
{
    if (r->numbers[link] == 0) {
        MEM_GROW(r->order, r->cap_order, r->n_order + 1);
        r->order[r->n_order++] = link;
        r->numbers[link] = r->first + r->n_order - 1;
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
