/* SPDX-License-Identifier: ISC */
/*
 * await - what is loaded while a command does nothing else
 *
 * For the commands of the library: several sources on a loop of the caller's,
 * or one.
 *
 *      struct uv_loop_s loop;
 *      await_begin(&loop);
 *      struct harvest *h = harvest_new(&loop, &opts, 6, take, user);
 *      harvest_add(h, &request);
 *      await_end(&loop);
 *      harvest_cancel(h);
 */
#ifndef MAIN_AWAIT_H
#define MAIN_AWAIT_H

#include "app/harvest.h"
#include "app/job.h"
#include "app/source.h"
#include "base/err.h"

#include <stdbool.h>

struct uv_loop_s;

/*
 * Makes a loop, and runs it until there is nothing left to do and ends it.
 */
void await_begin(struct uv_loop_s *loop);
void await_end(struct uv_loop_s *loop);

/*
 * Loads a source as opts has it; what is owned in out_result goes to the caller
 * (harvest_drop()), and nothing is borrowed.
 */
bool await_load(const struct source *source, const struct job_opts *opts,
    struct harvest_result *out_result, struct err *err)
    __attribute__((warn_unused_result));

#endif
