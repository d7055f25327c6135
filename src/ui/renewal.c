/* SPDX-License-Identifier: ISC */
/*
 * renewal - what is shown, from its source once more
 */
#include "renewal.h"

#include "opening.h"

void
renewal_start(struct reading *r)
{
    struct article *known =
        r->id != SHELF_NONE ? opening_find(r, &r->source) : NULL;
    shelf_id feed = known ? shelf_feed(r->shelf, r->id) : SHELF_NONE;

    article_free(known);
    if (feed == SHELF_NONE || r->loading.job)
        opening_repeat(r);
    else if (shelf_item(r->shelf, feed)->source.kind == SOURCE_STDIN)
        tui_error(r->tui, "standard input can be read only once");
    else
        opening_start(r, &shelf_item(r->shelf, feed)->source,
            (struct arrival){.kind = ARRIVAL_AGAIN});
}
