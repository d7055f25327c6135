/* SPDX-License-Identifier: ISC */
/*
 * refs - how the addresses of links are shown, and their numbers
 *
 * With LAYOUT_LINKS_END a link gets a number where it is first shown, and the
 * same number from then on. Numbers of footnotes are left to these. A zeroed
 * struct refs numbers nothing.
 */
#ifndef LAYOUT_REFS_H
#define LAYOUT_REFS_H

#include "layout/opts.h"

struct refs {
    enum layout_links mode;
    uint32_t *numbers; /* one a link, 0: none yet */
    link_ix *order;    /* the link of each number, from number first on */
    uint32_t n_order, cap_order;
    uint32_t first; /* number: behind those of the footnotes */
};

/*
 * Prepares r for the links of a; refs_done() ends it.
 */
void refs_init(struct refs *r, const struct article *a, enum layout_links mode);

/*
 * Returns the number of link, which gets the next one if it had none.
 */
uint32_t refs_number(struct refs *r, link_ix link);

/*
 * Takes back all numbers but the first n: those links were not shown after all.
 */
void refs_cut(struct refs *r, uint32_t n);

/*
 * Frees what r holds and leaves it empty.
 */
void refs_done(struct refs *r);

#endif
