/* SPDX-License-Identifier: ISC */
/*
 * cabinet - the library as the commands without a screen have it
 */
#include "cabinet.h"

#include "app/memory.h"
#include "complaint.h"
#include "mending.h"
#include "out/opts.h"
#include "store/feeds.h"
#include "store/library.h"
#include "store/prune.h"
#include "store/vault.h"

#include <stdlib.h>
#include <time.h>

enum {
    PRUNE_MS = 1000 /* as long as a person waits for a command without asking */
};

/* What struct job_opts calls address, with the library as user. */
static char *
find_address(void *user, const char *url)
{
    struct buf address = {0};

    if (!user)
        return NULL;
    feeds_add_login(user, str_of(url), &address);
    return buf_take(&address);
}

bool
cabinet_open(struct cabinet *c, const struct options *o)
{
    char *path = memory_path();
    struct err err;

    *c = (struct cabinet){.options = o, .now = time(NULL)};
    c->is_json = o->format == OUT_JSON;
    if (path && mending_tell(path)) {
        /* To open it mends it. */
    }
    if (path)
        c->db = vault_open(path, &err);
    else
        err_set(&err, ERR_NOT_FOUND,
            "there is no place for a library: HOME is not set");
    if (c->db && db_notice(c->db))
        complaint_say(db_notice(c->db));
    if (!c->db)
        complaint_say(err.text);
    c->jobs = job_options(o, &c->type);
    c->jobs.address = find_address;
    c->jobs.address_user = c->db;
    free(path);
    return c->db != NULL;
}

void
cabinet_close(struct cabinet *c)
{
    struct err err;
    bool is_done; /* or the rest goes the next time */

    if (c->db && db_is_writable(c->db) &&
        !(library_purge(c->db, c->now, &err) &&
            prune_run(c->db, (int64_t)c->options->library_max_size, PRUNE_MS,
                &is_done, &err)))
        complaint_say(err.text);
    db_close(c->db);
    buf_done(&c->type);
    *c = (struct cabinet){0};
}
