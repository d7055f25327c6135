/* SPDX-License-Identifier: ISC */
/*
 * shelving - what is said and asked where an article is put away
 *
 * For the two views in which it is done: the one that lists articles and the one
 * that shows one.
 */
#ifndef UI_SHELVING_H
#define UI_SHELVING_H

#include "app/source.h"
#include "store/library.h"
#include "store/names.h"
#include "ui/tui.h"

#include <stdbool.h>
#include <stdint.h>

/* What names are asked for; belongs to the view that asks, and must live until
 * the question is answered. */
struct shelving {
    struct tui *tui;
    enum names_kind kind;
    int64_t id; /* of the item, or of the name that is to be another; 0: */
    const struct source *source; /* the item is this */
    /* Is told that the item is saved for later now; or NULL. */
    void (*saved)(void *user);
    void *user;
};

/*
 * Returns what is said when an article was put on a shelf or taken off it.
 */
const char *shelving_said(enum library_shelf shelf, bool is_on);

/*
 * Asks for the tags or the reading lists of an item, and notes them in the
 * library.
 */
void shelving_ask_names(struct shelving *s);

/*
 * Asks for another name for a tag or a reading list, which has that one now.
 */
void shelving_ask_name(struct shelving *s, struct str name);

#endif
