/* SPDX-License-Identifier: ISC */
/*
 * cards - what leads to other pages, in small pictures of them
 */
#ifndef PARSE_CARDS_H
#define PARSE_CARDS_H

#include "census.h"

/*
 * Drops the cards of a page whose text is something else: several of a kind
 * beside one another, each with a title that is a link and a few words on what
 * that leads to. Where most sentences are on cards they are what the page is
 * about, and stay. Linear time.
 */
void cards_drop(struct census *c);

#endif
