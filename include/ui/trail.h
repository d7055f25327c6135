/* SPDX-License-Identifier: ISC */
/*
 * trail - where the reader came from, and where it went back from
 *
 *      stops   [ a ][ b ][ c ][ d ]
 *                     ^ here, after two steps back from d
 *
 * A jump leaves a stop behind and forgets what was ahead; going back and
 * forward walks along the stops. The one that is left is brought up to date, so
 * that forward comes back to where the reader really was.
 */
#ifndef UI_TRAIL_H
#define UI_TRAIL_H

#include "ui/places.h"

#include <stdbool.h>
#include <stdint.h>

enum {
    TRAIL_MAX = 200
};

struct trail_stop {
    struct source source; /* owned by the trail */
    struct place place;
};

struct trail {
    struct trail_stop stops[TRAIL_MAX];
    uint32_t n_stops;
    uint32_t here; /* n_stops: ahead of all of them */
};

/*
 * Frees the stops and leaves none.
 */
void trail_done(struct trail *t);

/*
 * Notes that a jump goes away from source, which is copied, at place.
 */
void trail_leave(
    struct trail *t, const struct source *source, struct place place);

/*
 * Finds the stop that many steps behind (step is below 0) or ahead, borrowed;
 * NULL when there is none. Nothing changes yet: it may not be possible to get
 * there.
 */
const struct trail_stop *trail_find(const struct trail *t, int step);

/*
 * Goes to the stop that trail_find() found; source and place are left.
 */
void trail_step(
    struct trail *t, int step, const struct source *source, struct place place);

#endif
