/* SPDX-License-Identifier: ISC */
/*
 * porter - brings pages of the web into the library, one after the other
 *
 * What was saved but not read, and what will be read next. It has no hurry:
 * what cannot be had now is had when it is opened.
 */
#ifndef UI_PORTER_H
#define UI_PORTER_H

#include "app/job.h"
#include "app/memory.h"

struct porter;
struct uv_loop_s;

/*
 * Returns a porter without anything to do, owned (porter_cancel()). All are
 * borrowed.
 */
struct porter *porter_new(
    struct uv_loop_s *loop, struct memory *memory, const struct job_opts *opts);

/*
 * Has the page of source, which is copied, brought, unless its text is there.
 */
void porter_bring(struct porter *p, const struct source *source);

/*
 * Ends what it does. NULL is allowed.
 */
void porter_cancel(struct porter *p);

#endif
