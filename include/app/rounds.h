/* SPDX-License-Identifier: ISC */
/*
 * rounds - asks feeds for what is new
 *
 * On the screen and for the commands without one, which differ in what they do
 * with what came, and say of it:
 *
 *      rounds_start --> (loop turns) --> take(feed, tidings)   for each feed
 *                                    |-> skip(feed)            or this
 *                                    \-> told(count)           after each
 *      rounds_cancel: nothing more is told, and what came is kept
 *
 * It is polite. A server is asked for two feeds at a time at most, and for no
 * more when it wants a pause (app/harvest.h); for a feed only if it has changed.
 * A feed that failed is left alone until it is its time again, and one that is
 * gone for good always (store/feeds.h). When none of several can be reached, that
 * is the network's fault, and is given to nobody to be held against them.
 */
#ifndef APP_ROUNDS_H
#define APP_ROUNDS_H

#include "app/harvest.h"
#include "app/job.h"
#include "app/tidings.h"
#include "base/err.h"
#include "store/db.h"
#include "store/feeds.h"

#include <stdbool.h>
#include <stdint.h>

struct rounds;
struct uv_loop_s;

/* How many feeds there are. */
struct rounds_count {
    uint32_t n;         /* to be asked */
    uint32_t n_done;    /* of these */
    uint32_t n_failed;  /* of those */
    uint32_t n_resting; /* left alone, besides, since they failed before, */
    uint32_t n_paused;  /* or since their server has asked for a pause */
    bool is_offline;    /* none could be reached */
};

/* Who is told, each with user. Feeds and counts live until it returns. */
struct rounds_ops {
    /* Is given what came of asking for a feed, to write it (tidings_put());
     * what it does not take is freed. */
    void (*take)(
        void *user, const struct feeds_item *feed, struct tidings *what);
    /* Is told that a feed is left alone, since its server wants a pause; or
     * NULL. */
    void (*skip)(void *user, const struct feeds_item *feed);
    /* Is told when it is done with a feed, not from within rounds_start(), and
     * may end the rounds when it is done with all; or NULL. */
    void (*told)(void *user, const struct rounds_count *count);
    void *user;
};

/* Who asks, and how; all borrowed until rounds_start() returns. */
struct rounds_opts {
    struct uv_loop_s *loop;
    struct db *db;               /* whose feeds are asked */
    const struct job_opts *jobs; /* how things are loaded; as harvest_new() */
    int64_t wanted; /* a feed that is not left alone for its failures; or 0 */
    bool is_first;  /* only feeds that were never asked */
};

/*
 * Begins to ask the feeds that the library has, or returns NULL and why that
 * does not tell them. Owned (rounds_cancel()); done already when there is none to
 * be asked. ops is copied; a feed without an address is given to it at once.
 */
struct rounds *rounds_start(const struct rounds_opts *opts,
    const struct rounds_ops *ops, struct err *err);

/*
 * Tells whether it is done with all.
 */
bool rounds_is_done(const struct rounds *r);

/*
 * Returns how many were asked, borrowed.
 */
const struct rounds_count *rounds_count(const struct rounds *r);

/*
 * Tells how far it is with the feed of that number.
 */
enum harvest_stage rounds_stage(const struct rounds *r, int64_t feed);

/*
 * Ends it. NULL is allowed.
 */
void rounds_cancel(struct rounds *r);

#endif
