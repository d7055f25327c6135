/* SPDX-License-Identifier: ISC */
/*
 * spine - what a row of the library looks like
 *
 *      ● A heron at the pond                 Herons Weekly · 42% · 6 min left
 *
 * A dot is before what is new, a star before a favorite.
 */
#ifndef UI_SPINE_H
#define UI_SPINE_H

#include "rows.h"
#include "ui/desk.h"
#include "ui/list.h"

/* All borrowed. */
struct spine {
    const struct list *list;
    const struct rows *rows;
    struct db *db;
    const struct shelf *bundled;
    const struct desk_host *host; /* NULL: no feed is ever asked */
};

/*
 * Draws row into area, which is blank.
 */
void spine_draw(const struct spine *s, uint32_t row, struct canvas *c,
    struct rect area, bool is_here);

#endif
