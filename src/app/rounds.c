/* SPDX-License-Identifier: ISC */
/*
 * rounds - asks feeds for what is new
 *
 * The list of feeds is that of the beginning. What may be the network's fault is
 * held back until one feed was reached, or all were asked.
 */
#include "app/rounds.h"

#include "base/mem.h"

#include <stdlib.h>
#include <time.h>

/* What came of a feed while none has been reached. */
struct held {
    const struct feeds_item *feed;
    struct tidings what;
};

struct rounds {
    struct rounds_ops ops;
    struct feeds_list feeds;
    struct harvest *harvest;
    const struct feeds_item **asked; /* owned: by request of the harvest */
    uint32_t n_asked;
    struct held *held; /* owned */
    uint32_t n_held, cap_held;
    bool is_online; /* one was reached */
    struct rounds_count count;
};

static void
give(struct rounds *r, const struct feeds_item *feed, struct tidings *what)
{
    r->ops.take(r->ops.user, feed, what);
    tidings_done(what);
}

/* Gives what was held back: there is a network, and it is the feeds. */
static void
give_held(struct rounds *r)
{
    for (uint32_t i = 0; i < r->n_held; i++)
        give(r, r->held[i].feed, &r->held[i].what);
    r->n_held = 0;
}

/* Gives what came of a feed, unless it may be the network's fault. */
static void
note(struct rounds *r, const struct feeds_item *feed, struct tidings *what)
{
    r->count.n_done++;
    r->count.n_failed += what->failure.code != ERR_NONE;
    if (!r->is_online && what->failure.code == ERR_OFFLINE) {
        MEM_GROW(r->held, r->cap_held, r->n_held + 1);
        r->held[r->n_held++] = (struct held){feed, tidings_move(what)};
        return;
    }
    r->is_online = true;
    give_held(r);
    give(r, feed, what);
}

/* Goes on when a feed was asked, or is not to be. */
static void
take_result(void *user, struct harvest_result *result)
{
    struct rounds *r = user;
    const struct feeds_item *feed = r->asked[result->ix];

    if (result->err && result->err->code == ERR_CANCELED) {
        r->count.n--;
        r->count.n_paused++;
        if (r->ops.skip)
            r->ops.skip(r->ops.user, feed);
    } else {
        struct tidings what = tidings_take(result);
        note(r, feed, &what);
    }
    if (rounds_is_done(r)) {
        r->count.is_offline = r->n_held > 1;
        if (!r->count.is_offline)
            give_held(r);
    }
    if (r->ops.told)
        r->ops.told(r->ops.user, &r->count);
}

/* Has a feed asked. One without an address fails as if it had been. */
static void
ask(struct rounds *r, const struct feeds_item *feed)
{
    struct tidings nothing = {.asked_at = time(NULL)};
    struct source source;

    r->count.n++;
    if (!source_parse_web(feed->address, &source, &nothing.failure)) {
        r->count.n_done++;
        r->count.n_failed++;
        give(r, feed, &nothing);
        return;
    }
    const struct harvest_request request = {
        .source = &source,
        .etag = feed->etag.len > 0 ? feed->etag.ptr : NULL,
        .since = feed->modified.len > 0 ? feed->modified.ptr : NULL,
    };
    r->asked[harvest_add(r->harvest, &request)] = feed;
    r->n_asked++;
    source_done(&source);
}

/* Has all feeds asked, or all new ones, but those that have to wait because they
 * failed, unless one is wanted. */
static void
ask_all(struct rounds *r, const struct rounds_opts *opts)
{
    const int64_t now = time(NULL);

    r->asked = mem_alloc_zero(r->feeds.n_items + 1, sizeof *r->asked);
    for (uint32_t f = 0; f < r->feeds.n_items; f++) {
        const struct feeds_item *feed = &r->feeds.items[f];
        if (opts->is_first && feed->checked_at > 0)
            continue;
        if (feed->n_failures > 0 && feed->id != opts->wanted &&
            !feeds_is_due(feed, now))
            r->count.n_resting++;
        else
            ask(r, feed);
    }
}

struct rounds *
rounds_start(const struct rounds_opts *opts, const struct rounds_ops *ops,
    struct err *err)
{
    struct job_opts jobs = *opts->jobs;
    struct rounds *r = mem_alloc_zero(1, sizeof *r);

    if (!feeds_load(opts->db, &r->feeds, err)) {
        rounds_cancel(r);
        return NULL;
    }
    /* These are of what the command line names. */
    jobs.type = jobs.base_url = NULL;
    jobs.wants_feed = jobs.is_full_page = false;
    jobs.needs_feed = true;
    r->ops = *ops;
    r->harvest = harvest_new(opts->loop, &jobs, HARVEST_MOST, take_result, r);
    ask_all(r, opts);
    return r;
}

bool
rounds_is_done(const struct rounds *r)
{
    return r->count.n_done == r->count.n;
}

const struct rounds_count *
rounds_count(const struct rounds *r)
{
    return &r->count;
}

enum harvest_stage
rounds_stage(const struct rounds *r, int64_t feed)
{
    for (uint32_t i = 0; i < r->n_asked; i++)
        if (r->asked[i]->id == feed)
            return harvest_stage(r->harvest, i);
    return HARVEST_OVER;
}

void
rounds_cancel(struct rounds *r)
{
    if (!r)
        return;
    harvest_cancel(r->harvest);
    for (uint32_t i = 0; i < r->n_held; i++)
        tidings_done(&r->held[i].what);
    feeds_done(&r->feeds);
    free(r->asked);
    free(r->held);
    free(r);
}
