/* SPDX-License-Identifier: ISC */
/*
 * neighbor - the post before or after another one
 *
 * What --prev and --next mean: the article that the source itself names, or
 * else the one beside it in its folder.
 */
#ifndef MAIN_NEIGHBOR_H
#define MAIN_NEIGHBOR_H

#include "app/job.h"
#include "app/source.h"
#include "base/err.h"

#include <stdbool.h>

/*
 * Finds the neighbor of source: the one before if step is -1, the next if it is
 * 1. Waits for the articles that have to be loaded for that. out_source is
 * owned; err does not name the source (app/source.h).
 */
bool neighbor_find(const struct source *source, int step,
    const struct job_opts *opts, struct source *out_source, struct err *err)
    __attribute__((warn_unused_result));

#endif
