/* SPDX-License-Identifier: ISC */
/*
 * rounds - asks all feeds for what is new
 *
 * Each slot has one feed at a time. What came is handed to the memory, which
 * writes it; the list of feeds is that of the beginning.
 */
#include "rounds.h"

#include "app/filing.h"
#include "base/mem.h"
#include "model/url.h"
#include "store/feeds.h"

#include <stdlib.h>
#include <time.h>

enum {
    N_SLOTS = 6,
    MAX_PER_HOST = 2
};

struct slot {
    struct rounds *rounds;
    struct job *job; /* NULL: free */
    uint32_t feed;
    struct receipt receipt;
    int64_t retry_at; /* as the server said, or 0 */
};

/* Why a feed could not be reached, while none has been. */
struct held {
    uint32_t feed;
    struct err why;
};

struct rounds {
    struct uv_loop_s *loop;
    struct memory *memory;
    struct job_opts opts;
    struct feeds_list feeds;
    struct err failure;     /* with a code: why they are not known */
    struct source *sources; /* owned: by feed; SOURCE_NONE: is not asked */
    bool *was_asked;        /* owned: by feed */
    struct slot slots[N_SLOTS];
    struct held *held; /* owned */
    uint32_t n_held, cap_held;
    bool is_online; /* one was reached */
    struct rounds_count count;
    rounds_fn fn;
    void *user;
};

static void start_more(struct rounds *r);

/* Notes why nothing came of a feed. */
static void
note_failure(struct rounds *r, uint32_t feed, const struct err *why)
{
    struct receipt none = {0};
    const struct filing_feed what = {
        .id = r->feeds.items[feed].id, .failure = why, .receipt = &none};

    filing_put_feed(r->memory, &what);
}

/* Notes what was held back: there is a network, and it is the feeds. */
static void
note_held(struct rounds *r)
{
    for (uint32_t i = 0; i < r->n_held; i++)
        note_failure(r, r->held[i].feed, &r->held[i].why);
    r->n_held = 0;
}

/* Notes what came of a feed, which is taken. */
static void
note(struct slot *s, struct feed *feed, const struct err *failure)
{
    struct rounds *r = s->rounds;
    const struct filing_feed what = {
        .id = r->feeds.items[s->feed].id,
        .retry_at = s->retry_at,
        .feed = feed,
        .failure = failure,
        .receipt = &s->receipt,
    };

    if (!r->is_online && failure && failure->code == ERR_OFFLINE) {
        receipt_done(&s->receipt);
        MEM_GROW(r->held, r->cap_held, r->n_held + 1);
        r->held[r->n_held++] = (struct held){s->feed, *failure};
        return;
    }
    r->is_online = true;
    note_held(r);
    filing_put_feed(r->memory, &what);
}

/* Leaves the other feeds of a server alone that wants to be. */
static void
pause_host(struct rounds *r, uint32_t busy)
{
    const struct str host = url_host(r->feeds.items[busy].url);

    for (uint32_t f = 0; f < r->feeds.n_items; f++) {
        if (r->was_asked[f] ||
            !str_eq_nocase(url_host(r->feeds.items[f].url), host))
            continue;
        r->was_asked[f] = true;
        r->count.n--;
        r->count.n_paused++;
    }
}

/* Goes on when a feed was asked. */
static void
finish(struct slot *s, struct feed *feed, const struct err *failure)
{
    struct rounds *r = s->rounds;

    s->job = NULL;
    note(s, feed, failure);
    r->count.n_done++;
    r->count.n_failed += failure != NULL;
    if (failure && s->retry_at > 0)
        pause_host(r, s->feed);
    start_more(r);
    if (rounds_is_done(r)) {
        r->count.is_offline = r->n_held > 1;
        if (!r->count.is_offline)
            note_held(r);
    }
    r->fn(r->user, &r->count);
}

static void
note_reply(void *user, const struct reply *reply, int fd)
{
    struct slot *s = user;

    (void)fd; /* the entries are kept, not the file that they came in */
    receipt_put(&s->receipt, reply, -1);
}

static void
note_busy(void *user, int64_t until)
{
    ((struct slot *)user)->retry_at = until;
}

static void
take_feed(void *user, struct feed *feed)
{
    finish(user, feed, NULL);
}

static void
take_article(void *user, struct article *article, const struct err *err)
{
    const bool is_same = !article && err->code == ERR_UNCHANGED;
    struct err reason;

    if (article)
        err_set(&reason, ERR_BAD_DATA, "this is no feed any more");
    else
        reason = *err;
    finish(user, NULL, is_same ? NULL : &reason);
    article_free(article);
}

/* Tells whether the server of a feed may be asked for one more thing. */
static bool
is_free(const struct rounds *r, uint32_t feed)
{
    const struct str host = url_host(r->feeds.items[feed].url);
    int n = 0;

    for (int i = 0; i < N_SLOTS; i++)
        n +=
            r->slots[i].job &&
            str_eq_nocase(url_host(r->feeds.items[r->slots[i].feed].url), host);
    return n < MAX_PER_HOST;
}

static void
start(struct slot *s, uint32_t feed)
{
    struct rounds *r = s->rounds;
    const struct feeds_item *item = &r->feeds.items[feed];
    struct job_opts opts = r->opts;

    opts.etag = item->etag.len > 0 ? item->etag.ptr : NULL;
    opts.since = item->modified.len > 0 ? item->modified.ptr : NULL;
    s->feed = feed;
    s->retry_at = 0;
    r->was_asked[feed] = true;
    s->job = job_start(r->loop, &r->sources[feed], &opts, take_article, s);
}

/* Starts as many as may be. */
static void
start_more(struct rounds *r)
{
    for (int i = 0; i < N_SLOTS; i++)
        for (uint32_t f = 0; f < r->feeds.n_items && !r->slots[i].job; f++)
            if (!r->was_asked[f] && is_free(r, f))
                start(&r->slots[i], f);
}

/* Decides which feeds are asked: all but those that have to wait because they
 * failed, unless one is wanted. */
static void
choose(struct rounds *r, int64_t wanted)
{
    const int64_t now = time(NULL);
    struct err why;

    r->sources = mem_alloc_zero(r->feeds.n_items + 1, sizeof *r->sources);
    r->was_asked = mem_alloc_zero(r->feeds.n_items + 1, sizeof *r->was_asked);
    r->count.n = r->feeds.n_items;
    for (uint32_t f = 0; f < r->feeds.n_items; f++) {
        const struct feeds_item *item = &r->feeds.items[f];
        if (item->n_failures > 0 && item->id != wanted &&
            !feeds_is_due(item, now)) {
            r->was_asked[f] = true;
            r->count.n--;
            r->count.n_resting++;
        } else if (!source_parse_web(item->address, &r->sources[f], &why)) {
            note_failure(r, f, &why);
            r->was_asked[f] = true;
            r->count.n_done++;
            r->count.n_failed++;
        }
    }
}

struct rounds *
rounds_start(struct uv_loop_s *loop, struct memory *memory,
    const struct job_opts *opts, int64_t wanted, rounds_fn fn, void *user)
{
    struct rounds *r = mem_alloc_zero(1, sizeof *r);
    struct db *db = memory_db(memory);

    r->loop = loop;
    r->memory = memory;
    r->opts = *opts;
    r->opts.type = r->opts.base_url = NULL;
    r->opts.wants_feed = r->opts.is_full_page = false;
    r->opts.needs_feed = true;
    r->opts.reply = note_reply;
    r->opts.busy = note_busy;
    r->opts.feed = take_feed;
    r->fn = fn;
    r->user = user;
    for (int i = 0; i < N_SLOTS; i++)
        r->slots[i].rounds = r;
    if (db && feeds_load(db, &r->feeds, &r->failure))
        choose(r, wanted);
    if (!rounds_is_done(r))
        start_more(r);
    return r;
}

const char *
rounds_failure(const struct rounds *r)
{
    return r->failure.code != ERR_NONE ? r->failure.text : NULL;
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

enum desk_asking
rounds_asking(const struct rounds *r, int64_t feed)
{
    for (int i = 0; i < N_SLOTS; i++)
        if (r->slots[i].job && r->feeds.items[r->slots[i].feed].id == feed)
            return DESK_ASKING;
    for (uint32_t f = 0; f < r->feeds.n_items; f++)
        if (r->feeds.items[f].id == feed)
            return r->was_asked[f] ? DESK_IDLE : DESK_WAITING;
    return DESK_IDLE;
}

void
rounds_cancel(struct rounds *r)
{
    if (!r)
        return;
    for (int i = 0; i < N_SLOTS; i++) {
        job_cancel(r->slots[i].job);
        receipt_done(&r->slots[i].receipt);
    }
    for (uint32_t f = 0; r->sources && f < r->feeds.n_items; f++)
        source_done(&r->sources[f]);
    feeds_done(&r->feeds);
    free(r->sources);
    free(r->was_asked);
    free(r->held);
    free(r);
}
