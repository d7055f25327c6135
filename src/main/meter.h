/* SPDX-License-Identifier: ISC */
/*
 * meter - a line on standard error about a page that takes long
 *
 *      example.org: 34% of 1.2 MB
 *
 * Only where standard error is a terminal, only when the page takes longer than
 * a second, and gone without a trace when it is there.
 */
#ifndef MAIN_METER_H
#define MAIN_METER_H

#include "app/job.h"

#include <stdbool.h>
#include <stdint.h>

struct meter {
    uint64_t start; /* milliseconds of the loop; 0: nothing is loaded */
    bool is_shown;
};

/*
 * Takes in that a load, at time now of the loop in milliseconds, is so far.
 */
void meter_show(
    struct meter *m, const struct job_progress *progress, uint64_t now);

/*
 * Wipes the line away; the next load begins anew.
 */
void meter_clear(struct meter *m);

#endif
