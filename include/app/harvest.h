/* SPDX-License-Identifier: ISC */
/*
 * harvest - many sources, loaded a few at a time
 *
 * For whoever wants all of them. No server is asked for more than two things at
 * once; when one that fails says that it wants a pause, it is asked for nothing
 * more. What became of a source is told once.
 *
 *      harvest_add --> waiting --> loading --> told: an article, a feed, or why
 *                              \-> told: ERR_CANCELED, its server wants a pause
 *      harvest_cancel: nothing is told any more
 *
 *      struct harvest *h = harvest_new(loop, &opts, 6, take, user);
 *      harvest_add(h, &(struct harvest_request){.source = &source});
 *      ... and when all was told
 *      harvest_cancel(h);
 */
#ifndef APP_HARVEST_H
#define APP_HARVEST_H

#include "app/job.h"
#include "app/receipt.h"
#include "app/source.h"
#include "base/err.h"
#include "model/article.h"
#include "model/feed.h"

#include <stdbool.h>
#include <stdint.h>

struct harvest;
struct uv_loop_s;

/* What is wanted. */
struct harvest_request {
    const struct source *source;
    const char *etag, *since; /* of what is there already, or NULL */
    bool wants_feed;          /* as in struct job_opts, for this one */
};

/* What became of it. */
struct harvest_result {
    uint32_t ix;                 /* as harvest_add() has called it */
    const struct source *source; /* borrowed */
    struct article *article;     /* owned, one of these, */
    struct feed *feed;
    const struct err *err;  /* or this, borrowed */
    struct receipt receipt; /* owned: of a page of the web; else empty */
    int64_t retry_at;       /* when its server wants to be asked again; or 0 */
};

/*
 * Frees what is owned in a result.
 */
void harvest_drop(struct harvest_result *result);

/*
 * Is told a result. Who takes what is owned in it leaves NULL, or an empty
 * receipt, there; the rest is freed. Never called from within harvest_add(); the
 * harvest may be ended from within the last one.
 */
typedef void (*harvest_fn)(void *user, struct harvest_result *result);

enum {
    HARVEST_MOST = 6 /* at once: each takes a few processes */
};

/*
 * Returns a harvest without anything to load, owned (harvest_cancel()), which
 * loads n_at_once things at a time; with 1 they come in their order. opts is
 * copied, its strings are borrowed; its callbacks and validators are not used.
 */
struct harvest *harvest_new(struct uv_loop_s *loop, const struct job_opts *opts,
    unsigned n_at_once, harvest_fn told, void *user);

/*
 * Adds a request, which is copied, and returns its number: they count from 0.
 */
uint32_t harvest_add(struct harvest *h, const struct harvest_request *request);

/* How far it is with a request. */
enum harvest_stage {
    HARVEST_OVER,
    HARVEST_WAITING,
    HARVEST_LOADING,
};

/*
 * Tells how far it is with request number ix.
 */
enum harvest_stage harvest_stage(const struct harvest *h, uint32_t ix);

/*
 * Returns the source of a request that is not over, borrowed.
 */
const struct source *harvest_source(const struct harvest *h, uint32_t ix);

/*
 * Ends what is left to do, and frees the harvest. NULL is allowed.
 */
void harvest_cancel(struct harvest *h);

#endif
