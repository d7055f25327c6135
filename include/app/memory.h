/* SPDX-License-Identifier: ISC */
/*
 * memory - what is remembered of what is read on the screen
 *
 * The library as readers of articles see it. An article is known by its source.
 * What is known is found at once, over a connection for reading; what is to be
 * kept goes to the keeper (app/keeper.h), which writes it on a thread of its
 * own, in the order in which it was told. Standard input is never remembered.
 *
 * Where there is no library, or none that may be written, everything here does
 * nothing or finds nothing, and a notice has said so.
 *
 *      struct memory *m = memory_open(loop, show_notice, user);
 *      struct article *a = memory_article(m, &source, &receipt, &page);
 *      memory_close(m);
 */
#ifndef APP_MEMORY_H
#define APP_MEMORY_H

#include "app/receipt.h"
#include "app/reprint.h"
#include "app/source.h"
#include "base/buf.h"
#include "model/article.h"
#include "model/bookmark.h"
#include "store/db.h"
#include "store/item.h"
#include "store/library.h"
#include "store/positions.h"

#include <stdbool.h>
#include <stdint.h>

struct memory;
struct uv_loop_s;

/*
 * Is told what a person should know: why nothing is remembered, or that
 * something could not be. Never from within memory_open().
 */
typedef void (*memory_notice_fn)(void *user, const char *notice);

/*
 * Opens the library of the person. Owned (memory_close()).
 */
struct memory *memory_open(
    struct uv_loop_s *loop, memory_notice_fn notice, void *user);

/*
 * Has the library pruned to so many bytes, in the background and when it is
 * closed, as far as that takes no time.
 */
void memory_limit(struct memory *m, int64_t max_size);

/*
 * Writes what is still to be written and closes the library; the loop must turn
 * once more before it is closed. NULL is allowed.
 */
void memory_close(struct memory *m);

/*
 * Returns where the library is, owned; NULL when nobody knows.
 */
char *memory_path(void);

/*
 * Returns the library for reading, borrowed; NULL when there is none.
 */
struct db *memory_db(struct memory *m);

/*
 * Tells a person, once, when reading has shown that the library is damaged.
 */
void memory_tell_damage(struct memory *m);

/*
 * Calls fn(user) in the loop whenever something that was told is in the library,
 * or another program has changed it and memory_look() has found that.
 */
void memory_on_change(struct memory *m, void (*fn)(void *user), void *user);

/*
 * Return how often that was so, and how often others were the ones.
 */
unsigned memory_n_changes(const struct memory *m);
unsigned memory_n_news(const struct memory *m);

/*
 * Finds out, within a second, whether another program has changed the library.
 */
void memory_look(struct memory *m);

/*
 * Returns the file that changes whenever the library does, owned; NULL when
 * nobody knows.
 */
char *memory_log_path(void);

/*
 * Tells whether anything that was told is still on its way into the library.
 */
bool memory_is_busy(const struct memory *m);

/*
 * Finds the item of a source; false when it is not in the library.
 */
bool memory_find(struct memory *m, const struct source *s, int64_t *out_id);

/*
 * Tells whether anything can be remembered of a source.
 */
bool memory_can_keep(const struct memory *m, const struct source *s);

/*
 * Tells whether the article of a source is kept.
 */
bool memory_has_text(struct memory *m, const struct source *s);

/*
 * Returns the source of an item, owned.
 */
struct source memory_source(const struct item *item);

/*
 * Returns the article that is kept of a page of the web, owned, and puts its
 * head into out_receipt; NULL when there is none. When it cannot be read any
 * more, the page that it was made of is opened as out_page.
 */
struct article *memory_article(struct memory *m, const struct source *s,
    struct receipt *out_receipt, struct reprint *out_page);

/*
 * Tells whether a, which came with receipt for source s, is less than what is
 * kept, which then stays; is_wanted: a person has asked for it (store/loss.h).
 */
bool memory_is_loss(struct memory *m, const struct source *s,
    const struct article *a, const struct receipt *receipt, bool is_wanted);

/*
 * Returns the address, owned, at which the page at url is to be asked for: with
 * what its server wants of who reads the feed that it is of. It is what struct
 * job_opts calls address, with the memory as user.
 */
char *memory_address(void *memory, const char *url);

/*
 * Notes where the reader is. is_patient: may wait a moment for others.
 */
void memory_note_place(struct memory *m, const struct source *s,
    const struct position *p, bool is_patient);

/*
 * Finds where the reader was, as positions_find() does.
 */
bool memory_find_place(struct memory *m, const struct source *s,
    struct buf *folds, struct position *out_position);

/*
 * Puts the mark of a letter; finds it with the source, owned, that it is in.
 */
void memory_put_mark(struct memory *m, char letter, const struct source *s,
    const struct bookmark *place);
bool memory_find_mark(struct memory *m, char letter, struct source *out_source,
    struct bookmark *out_place);

/*
 * Tells whether what is read is on that shelf of the library.
 */
bool memory_is_on(
    struct memory *m, const struct source *s, enum library_shelf shelf);

#endif
