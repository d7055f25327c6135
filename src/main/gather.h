/* SPDX-License-Identifier: ISC */
/*
 * gather - the sources of a command line as a shelf
 */
#ifndef MAIN_GATHER_H
#define MAIN_GATHER_H

#include "app/job.h"
#include "app/options.h"
#include "app/shelf.h"
#include "base/err.h"

#include <stdbool.h>

/*
 * Puts the operands of o on the shelf, or with --prev and --next their
 * neighbors; without operands what is on --reading-list, or the bundled
 * articles. out_first is the one to begin with, SHELF_NONE if there is none.
 * What cannot be read is said on standard error and left out; then the result
 * is false, and err has the last one.
 */
bool gather_sources(struct shelf *shelf, const struct options *o,
    const struct job_opts *jobs, shelf_id *out_first, struct err *err);

#endif
