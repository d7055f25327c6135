/* SPDX-License-Identifier: ISC */
/*
 * survey - learns what the articles of a shelf say of themselves
 *
 * Titles, bylines and the order of a shelf are in the articles; the survey loads
 * those that are not known yet, one after the other, while the person reads, and
 * notes what they say. It begins near one article: what is previous and next to
 * it is needed first.
 */
#ifndef UI_SURVEY_H
#define UI_SURVEY_H

#include "app/job.h"
#include "app/shelf.h"

struct survey;
struct uv_loop_s;

/*
 * Is told that the shelf has learned something.
 */
typedef void (*survey_fn)(void *user);

/*
 * Starts to survey the shelf, which is borrowed as opts is, near the article id
 * (or its beginning). Owned (survey_cancel()), also when there is nothing to
 * do.
 */
struct survey *survey_start(struct uv_loop_s *loop, struct shelf *shelf,
    const struct job_opts *opts, shelf_id id, survey_fn fn, void *user);

/*
 * Ends the survey. NULL is allowed.
 */
void survey_cancel(struct survey *s);

#endif
