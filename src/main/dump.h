/* SPDX-License-Identifier: ISC */
/*
 * dump - a shelf, written to standard output
 *
 * The program without a screen: what a pipe gets. Articles come in the order of
 * the shelf. JSON is one value a line; documents in HTML follow each other;
 * texts are parted by a rule, and Markdown by a thematic break; the contents,
 * questions or sections of several articles have their titles in front.
 */
#ifndef MAIN_DUMP_H
#define MAIN_DUMP_H

#include "app/job.h"
#include "app/shelf.h"
#include "base/str.h"
#include "out/out.h"

#include <stdbool.h>

/*
 * Loads and writes all articles of the shelf. One that cannot be had is said on
 * standard error and the others are written all the same; then, or when writing
 * itself fails, the result is false. Ends early, with the result so far, when
 * nobody reads any more.
 */
bool dump_shelf(struct shelf *shelf, const struct job_opts *jobs,
    const struct out_opts *look);

/*
 * Writes the list of articles instead, a title and a place each; with OUT_JSON
 * an object a line. The result is as that of dump_shelf().
 */
bool dump_list(
    struct shelf *shelf, const struct job_opts *jobs, enum out_format format);

/*
 * Writes text to standard output as it is. Says on standard error why, and
 * returns false, when that fails.
 */
bool dump_text(struct str text);

#endif
