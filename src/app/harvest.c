/* SPDX-License-Identifier: ISC */
/*
 * harvest - many sources, loaded a few at a time
 *
 * When a server wants a pause, what else was to be asked of it is marked, and
 * told of one by one: so each callback may add requests, and the last one may
 * end it all.
 */
#include "app/harvest.h"

#include "base/mem.h"
#include "model/url.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

enum {
    MAX_PER_HOST = 2
};

/* A request. */
struct order {
    struct source source; /* owned, as are */
    char *etag, *since;
    bool wants_feed;
    enum harvest_stage stage;
    bool is_paused; /* it was given up, which is still to be told */
};

/* A request on its way. */
struct crop {
    struct harvest *harvest;
    struct job *job; /* NULL: there is none */
    uint32_t ix;
    struct receipt receipt;
    int64_t retry_at; /* as the server said, or 0 */
};

struct harvest {
    struct uv_loop_s *loop;
    struct job_opts opts;
    unsigned n_at_once;
    harvest_fn told;
    void *user;
    struct order *orders; /* owned */
    uint32_t n_orders, cap_orders;
    uint32_t next; /* no order before it is waiting */
    struct crop crops[HARVEST_MOST];
};

static void start_more(struct harvest *h);

static struct str
host_of(const struct harvest *h, uint32_t ix)
{
    const struct source *s = &h->orders[ix].source;

    return s->kind == SOURCE_WEB ? url_host(str_of(s->place)) : (struct str){0};
}

/* Gives up what else was to be asked of the server of a request. */
static void
pause_host(struct harvest *h, uint32_t busy)
{
    const struct str host = host_of(h, busy);

    for (uint32_t ix = h->next; ix < h->n_orders; ix++) {
        struct order *o = &h->orders[ix];
        if (o->stage != HARVEST_WAITING || !str_eq_nocase(host_of(h, ix), host))
            continue;
        o->stage = HARVEST_OVER;
        o->is_paused = true;
    }
}

/* Takes a request that was given up and is to be told that; false: no more. */
static bool
take_paused(struct harvest *h, uint32_t *out_ix)
{
    for (uint32_t ix = 0; ix < h->n_orders; ix++)
        if (h->orders[ix].is_paused) {
            h->orders[ix].is_paused = false;
            *out_ix = ix;
            return true;
        }
    return false;
}

void
harvest_drop(struct harvest_result *result)
{
    article_free(result->article);
    feed_free(result->feed);
    receipt_done(&result->receipt);
    result->article = NULL;
    result->feed = NULL;
}

/* Tells a result, of which it frees the rest. That may be the end of h. */
static void
tell(struct harvest *h, struct harvest_result result)
{
    struct order *o = &h->orders[result.ix];
    struct source source = o->source;

    o->source = (struct source){0};
    result.source = &source;
    h->told(h->user, &result);
    harvest_drop(&result);
    source_done(&source);
}

/* Tells what became of a request, and of those that go with it. */
static void
finish(struct crop *c, struct article *a, struct feed *f, const struct err *err)
{
    struct harvest *h = c->harvest;
    const int64_t until = c->retry_at;
    struct harvest_result result = {.ix = c->ix,
        .article = a,
        .feed = f,
        .err = err,
        .receipt = receipt_take(&c->receipt),
        .retry_at = until};
    struct err pause;

    h->orders[c->ix].stage = HARVEST_OVER;
    if (err && until > 0)
        pause_host(h, c->ix);
    *c = (struct crop){.harvest = h};
    start_more(h);

    /* Whether there is more is asked before h may be gone. */
    uint32_t ix;
    bool has_more = take_paused(h, &ix);
    tell(h, result);
    err_set(&pause, ERR_CANCELED, "not asked, as its server wants a pause");
    while (has_more) {
        result =
            (struct harvest_result){.ix = ix, .err = &pause, .retry_at = until};
        has_more = take_paused(h, &ix);
        tell(h, result);
    }
}

static void
on_reply(void *user, const struct reply *reply, int fd)
{
    struct crop *c = user;

    receipt_put(&c->receipt, reply, fd);
}

static void
on_busy(void *user, int64_t until)
{
    ((struct crop *)user)->retry_at = until;
}

static void
on_done(void *user, struct article *article, const struct err *err)
{
    finish(user, article, NULL, err);
}

static void
on_feed(void *user, struct feed *feed)
{
    finish(user, NULL, feed, NULL);
}

/* Tells whether the server of a request may be asked for one more thing. */
static bool
is_free(const struct harvest *h, uint32_t ix)
{
    const struct str host = host_of(h, ix);
    int n = 0;

    for (int i = 0; i < HARVEST_MOST && host.len > 0; i++)
        n += h->crops[i].job && str_eq_nocase(host_of(h, h->crops[i].ix), host);
    return n < MAX_PER_HOST;
}

static void
start(struct crop *c, uint32_t ix)
{
    struct harvest *h = c->harvest;
    struct order *o = &h->orders[ix];
    struct job_opts opts = h->opts;

    opts.etag = o->etag;
    opts.since = o->since;
    opts.wants_feed = opts.wants_feed || o->wants_feed;
    o->stage = HARVEST_LOADING;
    c->ix = ix;
    c->job = job_start(h->loop, &o->source, &opts, on_done, c);
}

/* Starts as many as may be. */
static void
start_more(struct harvest *h)
{
    for (unsigned i = 0; i < h->n_at_once; i++) {
        if (h->crops[i].job)
            continue;
        while (h->next < h->n_orders &&
               h->orders[h->next].stage != HARVEST_WAITING)
            h->next++;
        uint32_t ix = h->next;
        while (ix < h->n_orders &&
               (h->orders[ix].stage != HARVEST_WAITING || !is_free(h, ix)))
            ix++;
        if (ix == h->n_orders)
            return;
        start(&h->crops[i], ix);
    }
}

struct harvest *
harvest_new(struct uv_loop_s *loop, const struct job_opts *opts,
    unsigned n_at_once, harvest_fn told, void *user)
{
    struct harvest *h = mem_alloc_zero(1, sizeof *h);

    h->loop = loop;
    h->opts = *opts;
    h->opts.reply = on_reply;
    h->opts.busy = on_busy;
    h->opts.feed = on_feed;
    h->opts.progress = NULL;
    h->n_at_once = n_at_once < HARVEST_MOST ? n_at_once : HARVEST_MOST;
    h->told = told;
    h->user = user;
    for (int i = 0; i < HARVEST_MOST; i++)
        h->crops[i].harvest = h;
    return h;
}

static char *
copy_text(const char *text)
{
    return text ? mem_copy_text(text, strlen(text)) : NULL;
}

uint32_t
harvest_add(struct harvest *h, const struct harvest_request *request)
{
    const uint32_t ix = h->n_orders;

    MEM_GROW(h->orders, h->cap_orders, ix + 1);
    h->orders[h->n_orders++] = (struct order){
        .source = source_copy(request->source),
        .etag = copy_text(request->etag),
        .since = copy_text(request->since),
        .wants_feed = request->wants_feed,
        .stage = HARVEST_WAITING,
    };
    start_more(h);
    return ix;
}

enum harvest_stage
harvest_stage(const struct harvest *h, uint32_t ix)
{
    return h->orders[ix].stage;
}

const struct source *
harvest_source(const struct harvest *h, uint32_t ix)
{
    return &h->orders[ix].source;
}

void
harvest_cancel(struct harvest *h)
{
    if (!h)
        return;
    for (int i = 0; i < HARVEST_MOST; i++) {
        job_cancel(h->crops[i].job);
        receipt_done(&h->crops[i].receipt);
    }
    for (uint32_t ix = 0; ix < h->n_orders; ix++) {
        source_done(&h->orders[ix].source);
        free(h->orders[ix].etag);
        free(h->orders[ix].since);
    }
    free(h->orders);
    free(h);
}
