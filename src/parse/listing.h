/* SPDX-License-Identifier: ISC */
/*
 * listing - lists, their items and boxes, and footnotes
 */
#ifndef PARSE_LISTING_H
#define PARSE_LISTING_H

#include "frame.h"

/*
 * Opens the list e, whose frame is the innermost; a list that only holds
 * footnotes makes no block.
 */
void listing_open(struct flow *f, enum element e, const struct attrs *attrs);

/*
 * Opens the item or footnote of an <li>, whose frame is the innermost.
 */
void listing_open_item(struct flow *f, const struct attrs *attrs);

/*
 * Notes that the block element e begins in the innermost frame: if that is in an
 * item and e needs room around it, the list is loose.
 */
void listing_loosen(struct flow *f, enum element e);

/*
 * Shows an <input>: a box that may be ticked, or nothing.
 */
void listing_input(struct flow *f, const struct attrs *attrs);

/*
 * Tells whether the element e is what footnotes are gathered in.
 */
bool listing_is_notes(enum element e, const struct attrs *attrs);

/*
 * Returns ROLE_NOTE_REF or ROLE_NOTE_BACK for a link to a footnote or back from
 * there, 0 for others.
 */
uint32_t listing_link_role(const struct attrs *attrs);

#endif
