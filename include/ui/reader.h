/* SPDX-License-Identifier: ISC */
/*
 * reader - the view that shows an article
 *
 * Loads articles of the shelf, shows them, moves in them and between them. The
 * panel of contents, the list of links and the help know nothing of it: they
 * are given what they show, and a function that is told what was picked.
 */
#ifndef UI_READER_H
#define UI_READER_H

#include "app/shelf.h"
#include "ui/view.h"

#include <stddef.h>

struct host;
struct tui;

/*
 * Returns a view, owned, that shows the article id of the shelf as soon as it
 * is loaded, at the place where it was left in this session. It begins to load
 * at once. shelf is borrowed; feeds on it are spread when they are come to. host
 * is copied.
 */
struct view *reader_new(
    struct tui *tui, struct shelf *shelf, shelf_id id, const struct host *host);

/*
 * Goes, in the article that a new reader shows or loads, to a place of its
 * wording (model/wording.h), opening what hides it, and marks the words that led
 * there.
 */
void reader_find(struct view *reader, size_t at, struct str words);

#endif
