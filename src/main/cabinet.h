/* SPDX-License-Identifier: ISC */
/*
 * cabinet - the library as the commands without a screen have it
 */
#ifndef MAIN_CABINET_H
#define MAIN_CABINET_H

#include "app/job.h"
#include "app/options.h"
#include "base/buf.h"
#include "store/db.h"

#include <stdbool.h>
#include <stdint.h>

struct cabinet {
    struct db *db;
    const struct options *options;
    struct job_opts jobs; /* how sources are loaded */
    int64_t now;
    bool is_json; /* what is printed */
    struct buf type;
};

/*
 * Opens the library for the commands that o asks for; a notice and a failure are
 * said on standard error. cabinet_close() ends it.
 */
bool cabinet_open(struct cabinet *c, const struct options *o)
    __attribute__((warn_unused_result));

/*
 * Forgets what was deleted, prunes what is too much, as far as a moment allows,
 * and closes the library.
 */
void cabinet_close(struct cabinet *c);

#endif
