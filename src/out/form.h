/* SPDX-License-Identifier: ISC */
/*
 * form - which blocks are written as Markdown, and which as HTML
 *
 * Markdown has no signs for some blocks, and for others only where they are
 * simple. What stands in HTML is HTML, too, except what details hold.
 */
#ifndef OUT_FORM_H
#define OUT_FORM_H

#include "anchors.h"
#include "model/article.h"

/*
 * Tells whether block b stands directly in an item of a list that has no empty
 * lines.
 */
bool form_is_tight(const struct article *a, block_ix b);

/*
 * Tells whether the empty lines between the blocks of a loose list show that it
 * is one. Those behind a rule do not, because parsers forget them.
 */
bool form_shows_loose(const struct article *a, block_ix list);

/*
 * Tells whether item is the first of a list that is loose though no item has a
 * paragraph, which is what shows that a list is loose.
 */
bool form_is_loose_only(const struct article *a, block_ix item);

/*
 * Tells whether block b is written as HTML altogether. anchors, if not NULL,
 * are those that are still to be written.
 */
bool form_is_html(
    const struct article *a, const struct anchors *anchors, block_ix b);

#endif
