/* SPDX-License-Identifier: ISC */
/*
 * harvest - many sources, loaded a few at a time
 */
#include "harvest.h"

#include "app/receipt.h"
#include "base/mem.h"
#include "model/url.h"

#include <stdlib.h>
#include <uv.h>

enum {
    MAX_JOBS = 6,
    MAX_PER_HOST = 2
};

/* One request on its way. */
struct crop {
    struct harvest *harvest;
    size_t ix;
    bool is_running;
    struct receipt receipt;
    int64_t retry_at; /* as the server said, or 0 */
};

struct harvest {
    uv_loop_t loop;
    const struct harvest_request *requests;
    size_t n_requests;
    size_t next;      /* all before it were started */
    bool *is_started; /* owned */
    const struct job_opts *opts;
    harvest_fn told;
    void *user;
    struct crop crops[MAX_JOBS];
};

static void start_more(struct harvest *h);

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

static struct str
host_of(const struct harvest *h, size_t ix)
{
    const struct source *s = h->requests[ix].source;

    return s->kind == SOURCE_WEB ? url_host(str_of(s->place)) : (struct str){0};
}

/* Gives up what else was to be asked of a server that wants a pause. */
static void
pause_host(struct harvest *h, size_t busy, int64_t until)
{
    const struct str host = host_of(h, busy);
    struct err err;

    err_set(&err, ERR_CANCELED, "not asked, as its server wants a pause");
    for (size_t ix = h->next; ix < h->n_requests; ix++) {
        if (h->is_started[ix] || !str_eq_nocase(host_of(h, ix), host))
            continue;
        h->is_started[ix] = true;
        const struct harvest_result result = {
            .ix = ix, .err = &err, .retry_at = until};
        h->told(h->user, &result);
    }
}

/* Tells the result and makes room for another. */
static void
finish(struct crop *c, const struct article *a, const struct feed *f,
    const struct err *err)
{
    struct harvest *h = c->harvest;
    const struct receipt *r = &c->receipt;
    struct buf body = {0};

    if (r->may_keep)
        receipt_add_body(r, &body);
    const struct harvest_result result = {.ix = c->ix,
        .article = a,
        .feed = f,
        .err = err,
        .head = r->is_there ? &r->head : NULL,
        .lasting = r->lasting,
        .is_moved = r->is_moved,
        .retry_at = c->retry_at,
        .body = buf_str(&body)};
    h->told(h->user, &result);
    if (err && c->retry_at > 0)
        pause_host(h, c->ix, c->retry_at);
    buf_done(&body);
    receipt_done(&c->receipt);
    *c = (struct crop){.harvest = h};
    start_more(h);
}

static void
on_done(void *user, struct article *article, const struct err *err)
{
    finish(user, article, NULL, err);
    article_free(article);
}

static void
on_feed(void *user, struct feed *feed)
{
    finish(user, NULL, feed, NULL);
    feed_free(feed);
}

/* Tells whether the server of a request may be asked for one more thing. */
static bool
is_free(const struct harvest *h, size_t ix)
{
    struct str host = host_of(h, ix);
    int n = 0;

    for (int i = 0; i < MAX_JOBS && host.len > 0; i++)
        n += h->crops[i].is_running &&
             str_eq_nocase(host_of(h, h->crops[i].ix), host);
    return n < MAX_PER_HOST;
}

static void
start(struct crop *c, size_t ix)
{
    struct harvest *h = c->harvest;
    struct job_opts opts = *h->opts;

    opts.etag = h->requests[ix].etag;
    opts.since = h->requests[ix].since;
    opts.reply = on_reply;
    opts.busy = on_busy;
    opts.feed = on_feed;
    c->ix = ix;
    c->is_running = true;
    h->is_started[ix] = true;
    job_start(&h->loop, h->requests[ix].source, &opts, on_done, c);
}

/* Starts as many as may be. */
static void
start_more(struct harvest *h)
{
    for (int i = 0; i < MAX_JOBS; i++) {
        if (h->crops[i].is_running)
            continue;
        while (h->next < h->n_requests && h->is_started[h->next])
            h->next++;
        size_t ix = h->next;
        while (ix < h->n_requests && (h->is_started[ix] || !is_free(h, ix)))
            ix++;
        if (ix == h->n_requests)
            return;
        start(&h->crops[i], ix);
    }
}

void
harvest_run(const struct harvest_request *requests, size_t n,
    const struct job_opts *opts, harvest_fn told, void *user)
{
    struct harvest h = {
        .requests = requests,
        .n_requests = n,
        .opts = opts,
        .told = told,
        .user = user,
    };

    if (uv_loop_init(&h.loop) != 0)
        mem_exhausted();
    h.is_started = mem_alloc_zero(n + 1, sizeof *h.is_started);
    for (int i = 0; i < MAX_JOBS; i++)
        h.crops[i].harvest = &h;
    start_more(&h);
    uv_run(&h.loop, UV_RUN_DEFAULT);
    uv_loop_close(&h.loop);
    free(h.is_started);
}
