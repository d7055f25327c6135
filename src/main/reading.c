/* SPDX-License-Identifier: ISC */
/*
 * reading - what the command line asks to be read
 */
#include "reading.h"

#include "app/shelf.h"
#include "base/sandbox.h"
#include "complaint.h"
#include "dump.h"
#include "gather.h"
#include "kept.h"
#include "look.h"
#include "mending.h"
#include "ui/session.h"

#include <stdlib.h>

/*
 * Reads the shelf on the screen: the list of it when it came from one folder,
 * else the article first. When nothing was named there is the library, too.
 */
static bool
show(const struct options *o, const struct keymap *m, struct shelf *shelf,
    shelf_id first, const char *notice)
{
    const bool is_folder =
        shelf_count(shelf) > 1 && shelf_item(shelf, 1)->batch == 0;
    struct err err;
    int status =
        session_run(o, m, shelf, is_folder ? SHELF_NONE : first, notice, &err);

    if (status < 0)
        complaint_say(err.text);
    return status == 0;
}

/*
 * Tells whether nothing is loaded from the web: no source on the shelf, no feed
 * that one of them names, and no entry of one that is a feed.
 */
static bool
is_local(const struct options *o, const struct shelf *shelf)
{
    if (o->offline)
        return true;
    if (o->feed || o->section)
        return false;
    for (shelf_id id = 0; id < shelf_count(shelf); id++)
        if (shelf_item(shelf, id)->source.kind == SOURCE_WEB)
            return false;
    return true;
}

/*
 * Gives up the network where nothing needs it. On the screen something may: the
 * browser that a key starts would have none either.
 */
static bool
shut_network(
    const struct options *o, const struct shelf *shelf, struct err *err)
{
    if (!is_local(o, shelf))
        return true;
    const unsigned parts =
        sandbox_enter(SANDBOX_READER, o->max_size, SANDBOX_ALL);
    return !o->require_sandbox || sandbox_check(SANDBOX_READER, parts, err);
}

/*
 * Writes the shelf, or the list of it when nothing was asked for.
 */
static bool
dump(const struct options *o, const struct job_opts *jobs, struct shelf *shelf)
{
    const struct out_opts look = look_at(o);
    struct err err;

    if (!shut_network(o, shelf, &err)) {
        complaint_say(err.text);
        return false;
    }
    if (options_is_home(o))
        return dump_list(shelf, jobs, look.format);
    return dump_shelf(shelf, jobs, &look);
}

bool
reading_run(const struct options *o, const struct keymap *m, const char *notice)
{
    struct shelf *shelf = shelf_new();
    struct buf type = {0};
    shelf_id first;
    struct err err;

    struct job_opts jobs = job_options(o, &type);
    jobs.address = kept_address;
    bool ok = gather_sources(shelf, o, &jobs, &first, &err);
    if (!ok)
        notice = err.text;
    const bool is_screen = look_is_screen(o);
    char *mended = is_screen ? mending_run() : NULL;
    if (!notice)
        notice = mended;
    if (shelf_count(shelf) > 0 || (is_screen && options_is_home(o)))
        ok = (is_screen ? show(o, m, shelf, first, notice)
                        : dump(o, &jobs, shelf)) &&
             ok;
    free(mended);
    buf_done(&type);
    shelf_free(shelf);
    return ok;
}
