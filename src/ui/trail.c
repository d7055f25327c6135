/* SPDX-License-Identifier: ISC */
/*
 * trail - where the reader came from, and where it went back from
 *
 * A full trail forgets its oldest stop.
 */
#include "ui/trail.h"

#include <string.h>

void
trail_done(struct trail *t)
{
    for (uint32_t i = 0; i < t->n_stops; i++)
        source_done(&t->stops[i].source);
    t->n_stops = t->here = 0;
}

static void
put_stop(struct trail *t, uint32_t ix, const struct source *source,
    struct place place)
{
    struct source copy = source_copy(source);
    if (ix < t->n_stops)
        source_done(&t->stops[ix].source);
    else
        t->n_stops = ix + 1;
    t->stops[ix] = (struct trail_stop){copy, place};
}

static void
forget_oldest(struct trail *t)
{
    source_done(&t->stops[0].source);
    t->n_stops--;
    t->here -= t->here > 0;
    memmove(&t->stops[0], &t->stops[1], t->n_stops * sizeof t->stops[0]);
}

void
trail_leave(struct trail *t, const struct source *source, struct place place)
{
    while (t->n_stops > t->here)
        source_done(&t->stops[--t->n_stops].source);
    if (t->n_stops == TRAIL_MAX)
        forget_oldest(t);
    put_stop(t, t->n_stops, source, place);
    t->here = t->n_stops;
}

const struct trail_stop *
trail_find(const struct trail *t, int step)
{
    uint32_t ix = t->here + (uint32_t)step;
    return ix < t->n_stops ? &t->stops[ix] : NULL;
}

void
trail_step(
    struct trail *t, int step, const struct source *source, struct place place)
{
    if (t->here == TRAIL_MAX)
        forget_oldest(t);
    put_stop(t, t->here, source, place);
    t->here += (uint32_t)step;
}
