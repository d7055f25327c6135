/* SPDX-License-Identifier: ISC */
/*
 * filing - what a person does with the library
 *
 * Each is done in the background (app/memory.h), and a notice says so when it
 * cannot be. What returns a bool returns false where that is known at once: then
 * the notice has been given, and nothing else is to be said of it.
 */
#ifndef APP_FILING_H
#define APP_FILING_H

#include "app/source.h"
#include "app/tidings.h"
#include "base/str.h"
#include "store/library.h"
#include "store/names.h"

#include <stdbool.h>
#include <stdint.h>

struct memory;

/*
 * Tells whether the library can be changed now; a person hears it when not. All
 * that follow do that, too, and those that tell return false then.
 */
bool filing_is_possible(struct memory *m);

/*
 * Puts the item id on a shelf or takes it off; the second is for what may still
 * be on its way into the library.
 */
bool filing_shelve(
    struct memory *m, int64_t id, enum library_shelf shelf, bool is_on);
bool filing_shelve_source(struct memory *m, const struct source *s,
    enum library_shelf shelf, bool is_on);

/*
 * Gives the item the tags in text, which are parted by commas, and no others; or
 * puts it on those reading lists, which saves it, too. The second is for what
 * may still be on its way into the library.
 */
bool filing_name(
    struct memory *m, enum names_kind kind, int64_t id, struct str text);
bool filing_name_source(struct memory *m, const struct source *s,
    enum names_kind kind, struct str text);

/*
 * Gives the tag or reading list with number id another name, or takes it away
 * from all that have it.
 */
void filing_rename(
    struct memory *m, enum names_kind kind, int64_t id, struct str name);
void filing_forget(struct memory *m, enum names_kind kind, int64_t id);

/*
 * Moves the item down its reading list, as names_move() does.
 */
bool filing_move(struct memory *m, int64_t list, int64_t id, int places);

/*
 * Takes the item out of the library; twice is as once.
 */
bool filing_delete(struct memory *m, int64_t id);

/*
 * Puts back the item that was deleted last and was not put back; false when
 * there is none.
 */
bool filing_undelete(struct memory *m);

/*
 * Notes a page of the web that is to be read later.
 */
bool filing_save_address(struct memory *m, const struct source *s);

/*
 * Subscribes to the feed that what, which is left empty, has brought from s, as
 * tidings_subscribe() does.
 */
void filing_subscribe(
    struct memory *m, const struct source *s, struct tidings *what);

/*
 * Marks all that the feed with number id has as read.
 */
void filing_read_feed(struct memory *m, int64_t id);

/*
 * Takes in what came of the feed with number id; what is left empty.
 */
void filing_put_feed(struct memory *m, int64_t id, struct tidings *what);

/*
 * Ends the subscription to the feed with number id, as feeds_unsubscribe() does.
 */
void filing_unsubscribe(struct memory *m, int64_t id);

#endif
