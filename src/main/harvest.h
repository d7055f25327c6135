/* SPDX-License-Identifier: ISC */
/*
 * harvest - many sources, loaded a few at a time
 *
 * For the commands that fill the library. No server is asked for more than two
 * things at once. Results come as they are there, in any order.
 */
#ifndef MAIN_HARVEST_H
#define MAIN_HARVEST_H

#include "app/job.h"
#include "app/source.h"
#include "base/buf.h"
#include "base/err.h"
#include "model/article.h"
#include "model/feed.h"
#include "store/item.h"

#include <stddef.h>

/* What is wanted; all borrowed until harvest_run() returns. */
struct harvest_request {
    const struct source *source;
    const char *etag, *since; /* of what is there already, or NULL */
};

struct harvest_result {
    size_t ix;                     /* of the request */
    const struct article *article; /* one of these, */
    const struct feed *feed;
    const struct err *err;        /* or this */
    const struct item_head *head; /* of a page of the web; else NULL */
    struct str lasting; /* with it: where to ask for it the next time, */
    bool is_moved;      /* which is not where it was asked for */
    int64_t retry_at;   /* when the server wants to be asked again; or 0 */
    struct str body;    /* what came, if it may be kept */
};

/*
 * Is told a result, which lives until it returns.
 */
typedef void (*harvest_fn)(void *user, const struct harvest_result *result);

/*
 * Loads all of the requests and tells each result; ERR_CANCELED is that of one
 * that was not asked for, as its server has said that it wants a pause. Returns
 * when that is done.
 */
void harvest_run(const struct harvest_request *requests, size_t n,
    const struct job_opts *opts, harvest_fn told, void *user);

#endif
