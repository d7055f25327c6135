/* SPDX-License-Identifier: ISC */
/*
 * load - the articles of a shelf, one after the other
 *
 * For a program that waits for its articles, as the one that writes them to a
 * pipe does. While one is waited for, the next few are loaded as well.
 *
 * Example:
 *
 *      for (uint32_t place = 0; place < shelf_count(shelf); place++) {
 *          load_heads(load, place);
 *          struct article *a = load_take(load, shelf_at(shelf, place), err);
 *          article_free(a);
 *      }
 */
#ifndef MAIN_LOAD_H
#define MAIN_LOAD_H

#include "app/job.h"
#include "app/shelf.h"
#include "base/err.h"
#include "model/article.h"
#include "model/feed.h"

#include <stdbool.h>
#include <stdint.h>

struct load;

/*
 * Returns a loader of the articles of the shelf, owned (load_free()). Nothing
 * may be added to the shelf as long as it is there; of opts the strings are
 * borrowed, too, and progress is not called: a page that takes long is told on
 * standard error (meter.h).
 */
struct load *load_new(struct shelf *shelf, const struct job_opts *opts);

/*
 * Ends what is being loaded and frees the loader. NULL is allowed.
 */
void load_free(struct load *l);

/*
 * Makes sure that the item at place, and those behind it that came from the same
 * folder, stand in their order, which is known only when all of them were
 * loaded. Does nothing in the middle of a folder.
 */
void load_heads(struct load *l, uint32_t place);

/* What a source was: one of the two, owned. */
struct load_result {
    struct article *article; /* or NULL */
    struct feed *feed;       /* or NULL */
};

/*
 * Takes what the source of id is, and notes on the shelf what it says of itself.
 * Without the network a page of the web is the one that the library keeps. False,
 * and why, when it cannot be loaded.
 */
bool load_take_any(struct load *l, shelf_id id, struct load_result *out_result,
    struct err *err) __attribute__((warn_unused_result));

/*
 * Returns the article of id, owned, as load_take_any() does; NULL, and why, when
 * it cannot be loaded or is a feed.
 */
struct article *load_take(struct load *l, shelf_id id, struct err *err);

#endif
