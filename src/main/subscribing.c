/* SPDX-License-Identifier: ISC */
/*
 * subscribing - feeds, without a screen
 *
 * A feed is asked again after an hour, or when its server says; after a failure
 * twice as long each time, up to a week.
 */
#include "subscribing.h"

#include "app/harvest.h"
#include "app/source.h"
#include "await.h"
#include "base/mem.h"
#include "complaint.h"
#include "dump.h"
#include "fields.h"
#include "model/plate.h"
#include "model/url.h"
#include "store/feeds.h"

#include <stdlib.h>
#include <uv.h>

/* Why a feed could not be reached, while none has been. */
struct held {
    const struct feeds_item *feed;
    struct err why;
};

struct round {
    struct cabinet *cabinet;
    const struct feeds_item **feeds; /* owned: by request; NULL: a new one */
    struct held *held;               /* owned */
    uint32_t n_held, cap_held;
    struct subscribing_count count;
    bool is_online; /* one was reached */
    bool is_complete;
};

/* Returns what is known of the feed now. */
static struct feeds_head
make_head(const struct cabinet *c, const struct harvest_result *r)
{
    const struct receipt *receipt = &r->receipt;

    return (struct feeds_head){
        .moved = receipt->is_moved ? receipt->lasting : (struct str){0},
        .etag = receipt->head.etag,
        .modified = receipt->head.modified,
        .checked_at = c->now,
        .due_at = feeds_plan(c->now, receipt->head.fresh_until, 0),
    };
}

/* Says what a feed has that is new. */
static bool
print_news(
    const struct cabinet *c, struct str title, struct str url, uint32_t n_new)
{
    struct buf out = {0};

    if (c->is_json) {
        fields_open(&out, '{');
        fields_add_text(&out, "title", title);
        fields_add_text(&out, "url", url);
        fields_add_number(&out, "new", n_new);
        fields_close(&out, '}');
        buf_add_char(&out, '\n');
    } else {
        buf_add_format(&out, "%.*s — ", STR_ARG(title));
        plate_add(&out, url);
        if (n_new > 0)
            buf_add_format(&out, " (%u new)\n", n_new);
        else
            buf_add_text(&out, " (nothing new)\n");
    }
    bool ok = dump_text(buf_str(&out));
    buf_done(&out);
    return ok;
}

static bool
note_failure(struct cabinet *c, const struct feeds_item *feed,
    const struct err *why, int64_t retry_at)
{
    const struct feeds_failure failure = {
        .why = why->text,
        .now = c->now,
        .not_before = retry_at,
        .is_gone = why->code == ERR_GONE,
        .is_ours = why->code == ERR_OFFLINE,
    };
    struct err err;

    complaint_about(feed->url.ptr, why->text);
    if (!feeds_note_failure(c->db, feed->id, &failure, &err))
        complaint_say(err.text);
    return false;
}

/* Notes what was held back: there is a network, and it is the feeds. */
static void
note_held(struct round *round)
{
    for (uint32_t i = 0; i < round->n_held; i++)
        if (!note_failure(
                round->cabinet, round->held[i].feed, &round->held[i].why, 0))
            round->is_complete = false;
    round->n_held = 0;
}

/* Holds a failure back that may be the network's; false when there is one. */
static bool
hold(struct round *round, const struct feeds_item *feed, const struct err *err)
{
    if (round->is_online || !err || err->code != ERR_OFFLINE) {
        round->is_online = true;
        note_held(round);
        return false;
    }
    MEM_GROW(round->held, round->cap_held, round->n_held + 1);
    round->held[round->n_held++] = (struct held){feed, *err};
    round->count.n_failed++;
    return true;
}

/* Says what a feed has that is new, by the address that it has now. */
static bool
print_found(const struct cabinet *c, const struct feeds_item *feed,
    struct str moved, uint32_t n_new)
{
    struct buf url = {0};

    url_add_public(&url, moved.len > 0 ? moved : feed->url);
    bool ok = print_news(c, feed->title, buf_str(&url), n_new);
    buf_done(&url);
    return ok;
}

/* Takes in what a feed that is subscribed to has. */
static void
take(void *user, struct harvest_result *r)
{
    struct round *round = user;
    struct cabinet *c = round->cabinet;
    const struct feeds_item *feed = round->feeds[r->ix];
    struct feeds_head head = make_head(c, r);
    struct err err = {0};
    uint32_t n_new = 0;
    bool ok;

    if (r->err && r->err->code == ERR_CANCELED) {
        complaint_about(feed->url.ptr, r->err->text);
        round->count.n_asked--;
        return;
    }
    if (hold(round, feed, r->err))
        return;
    if (r->err && r->err->code != ERR_UNCHANGED) {
        ok = note_failure(c, feed, r->err, r->retry_at);
    } else if (!r->err && !r->feed) {
        err_set(&err, ERR_BAD_DATA, "this is no feed any more");
        ok = note_failure(c, feed, &err, 0);
    } else {
        ok = feeds_put(c->db, feed->id, &head, r->feed, &n_new, &err);
        if (!ok)
            complaint_about(feed->url.ptr, err.text);
        if (ok && (n_new > 0 || c->is_json))
            ok = print_found(c, feed, head.moved, n_new);
    }
    round->count.n_failed += !ok;
    round->is_complete = round->is_complete && ok;
}

bool
subscribing_refresh(struct cabinet *c, struct subscribing_count *out_count)
{
    struct feeds_list feeds = {0};
    struct round round = {.cabinet = c, .is_complete = true};
    struct job_opts jobs = c->jobs;
    struct err err;
    uv_loop_t loop;

    *out_count = round.count;
    if (c->options->offline) {
        complaint_say("feeds are not asked with --offline");
        return false;
    }
    if (!feeds_load(c->db, &feeds, &err)) {
        complaint_say(err.text);
        feeds_done(&feeds);
        return false;
    }
    jobs.type = NULL;
    jobs.needs_feed = true;
    await_begin(&loop);
    struct harvest *h = harvest_new(&loop, &jobs, take, &round);
    round.feeds = mem_alloc_zero(feeds.n_items + 1, sizeof *round.feeds);
    for (uint32_t i = 0; i < feeds.n_items; i++) {
        const struct feeds_item *feed = &feeds.items[i];
        bool has_to_wait = feed->n_failures > 0 && !feeds_is_due(feed, c->now);
        if (has_to_wait)
            continue;
        round.count.n_asked++;
        struct source source;
        if (!source_parse_web(feed->address, &source, &err)) {
            round.is_complete = note_failure(c, feed, &err, 0);
            round.count.n_failed++;
            continue;
        }
        const struct harvest_request request = {
            .source = &source,
            .etag = feed->etag.len > 0 ? feed->etag.ptr : NULL,
            .since = feed->modified.len > 0 ? feed->modified.ptr : NULL,
        };
        round.feeds[harvest_add(h, &request)] = feed;
        source_done(&source);
    }
    await_end(&loop);
    harvest_cancel(h);
    if (round.n_held > 1) {
        complaint_say("no feed could be reached: is there a network?");
        round.is_complete = false;
    } else {
        note_held(&round);
    }
    *out_count = round.count;
    free(round.held);
    free(round.feeds);
    feeds_done(&feeds);
    return round.is_complete;
}

/* Subscribes to the feed that was loaded. */
static bool
subscribe(struct cabinet *c, const struct harvest_result *r, struct err *err)
{
    const struct str lasting = r->receipt.lasting;
    const struct feeds_wish wish = {
        .url = lasting.len > 0 ? lasting : str_of(c->options->subscribe)};
    const struct feeds_head head = make_head(c, r);
    struct buf url = {0};
    uint32_t n_new;
    int64_t id;

    url_add_public(&url, wish.url);
    bool ok =
        feeds_subscribe(c->db, &wish, c->now, &id, err) &&
        feeds_put(c->db, id, &head, r->feed, &n_new, err) &&
        print_news(c, feed_fact(r->feed, FEED_TITLE), buf_str(&url), n_new);
    buf_done(&url);
    return ok;
}

bool
subscribing_add(struct cabinet *c)
{
    const char *asked = c->options->subscribe;
    struct harvest_result loaded = {0};
    struct job_opts jobs = c->jobs;
    struct source source = {0};
    struct err err = {0};
    bool ok = source_parse(asked, &source, &err);

    jobs.wants_feed = true;
    if (ok && source.kind != SOURCE_WEB)
        ok = err_set(
            &err, ERR_BAD_DATA, "only feeds of the web can be subscribed to");
    ok = ok && await_load(&source, &jobs, &loaded, &err) &&
         subscribe(c, &loaded, &err);
    if (!ok && err.code != ERR_NONE)
        complaint_about(asked, err.text);
    harvest_drop(&loaded);
    source_done(&source);
    return ok;
}

bool
subscribing_remove(struct cabinet *c)
{
    const char *url = c->options->unsubscribe;
    struct err err;
    int64_t id;

    if (feeds_find(c->db, str_of(url), &id, &err) &&
        feeds_unsubscribe(c->db, id, &err))
        return true;
    complaint_about(url, err.text);
    return false;
}
