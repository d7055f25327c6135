/* SPDX-License-Identifier: ISC */
/*
 * host - what a reader leaves to whoever has made it
 *
 * A reader shows articles, and knows no list of them. Where it comes upon one it
 * turns to its host.
 */
#ifndef UI_HOST_H
#define UI_HOST_H

#include "app/shelf.h"
#include "app/source.h"
#include "model/feed.h"
#include "ui/view.h"

#include <stdbool.h>

struct host {
    /* Shows a feed, which is taken, that came from source where an article was
     * expected. is_empty: the reader shows nothing, and may be removed. */
    void (*show_feed)(void *user, struct view *reader, bool is_empty,
        const struct source *source, struct feed *feed);
    /* Is to load a page of the web into the library, ahead of its being read. */
    void (*bring)(void *user, const struct source *source);
    /* The same for what a person wants to be kept, who hears when it cannot be
     * had. */
    void (*save)(void *user, const struct source *source);
    /* Is told which article of the shelf is shown now. */
    void (*note_shown)(void *user, shelf_id id);
    void *user;
    bool has_list; /* below the reader is the list that it was opened from */
};

#endif
