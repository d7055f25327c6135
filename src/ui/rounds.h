/* SPDX-License-Identifier: ISC */
/*
 * rounds - asks all feeds for what is new
 *
 * A few at a time, two of a host at most, and only for what has changed. A feed
 * that failed is left alone until it is its time again, and one that is gone for
 * good. When none of several can be reached, that is the network's fault, and is
 * noted of none.
 */
#ifndef UI_ROUNDS_H
#define UI_ROUNDS_H

#include "app/job.h"
#include "app/memory.h"
#include "ui/desk.h"

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

/*
 * Is told whenever a feed was asked.
 */
typedef void (*rounds_fn)(void *user, const struct rounds_count *count);

/*
 * Begins to ask the feeds that the library has; wanted, if it is not 0, is one
 * that is not left alone. Owned (rounds_cancel()); done already when there is
 * none to be asked.
 */
struct rounds *rounds_start(struct uv_loop_s *loop, struct memory *memory,
    const struct job_opts *opts, int64_t wanted, rounds_fn fn, void *user);

/*
 * Returns why the library does not tell its feeds, borrowed, or NULL.
 */
const char *rounds_failure(const struct rounds *r);

/*
 * Tells whether all were asked.
 */
bool rounds_is_done(const struct rounds *r);

/*
 * Returns how many were, borrowed.
 */
const struct rounds_count *rounds_count(const struct rounds *r);

/*
 * Tells how far it is with the feed of that number.
 */
enum desk_asking rounds_asking(const struct rounds *r, int64_t feed);

/*
 * Ends it. NULL is allowed.
 */
void rounds_cancel(struct rounds *r);

#endif
