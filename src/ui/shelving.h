/* SPDX-License-Identifier: ISC */
/*
 * shelving - what is said and asked where an article is put away
 *
 * For the two views in which it is done: the one that lists articles and the one
 * that shows one.
 */
#ifndef UI_SHELVING_H
#define UI_SHELVING_H

#include "store/library.h"
#include "ui/tui.h"

#include <stdbool.h>
#include <stdint.h>

/* Whose tags are asked for; belongs to the view that asks. */
struct shelving {
    struct tui *tui;
    int64_t id; /* of the item */
};

/*
 * Returns what is said when an article was put on a shelf or taken off it.
 */
const char *shelving_said(enum library_shelf shelf, bool is_on);

/*
 * Asks for the tags of the item id, and notes them in the library. s is filled;
 * it must live until the question is answered, as long as its view.
 */
void shelving_ask_tags(struct shelving *s, struct tui *tui, int64_t id);

#endif
