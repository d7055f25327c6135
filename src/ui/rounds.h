/* SPDX-License-Identifier: ISC */
/*
 * rounds - asks all feeds for what is new
 *
 * A few at a time, two of a host at most, and only for what has changed. A feed
 * that failed is left alone until it is its time again.
 */
#ifndef UI_ROUNDS_H
#define UI_ROUNDS_H

#include "app/job.h"
#include "app/memory.h"

struct rounds;
struct uv_loop_s;

/*
 * Is told how many feeds were asked, of how many, and how many of them failed.
 */
typedef void (*rounds_fn)(
    void *user, uint32_t n_done, uint32_t n, uint32_t n_failed);

/*
 * Begins to ask the feeds that the library has. Owned (rounds_cancel()); NULL
 * when there is none to be asked.
 */
struct rounds *rounds_start(struct uv_loop_s *loop, struct memory *memory,
    const struct job_opts *opts, rounds_fn fn, void *user);

/*
 * Tells whether all were asked.
 */
bool rounds_is_done(const struct rounds *r);

/*
 * Ends it. NULL is allowed.
 */
void rounds_cancel(struct rounds *r);

#endif
