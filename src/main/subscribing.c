/* SPDX-License-Identifier: ISC */
/*
 * subscribing - feeds, without a screen
 *
 * A feed is asked again after an hour, or when its server says; after a failure
 * twice as long each time, up to a week.
 */
#include "subscribing.h"

#include "app/source.h"
#include "base/mem.h"
#include "complaint.h"
#include "dump.h"
#include "fields.h"
#include "harvest.h"
#include "model/plate.h"
#include "model/url.h"
#include "store/feeds.h"

#include <stdlib.h>

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
    const struct item_head *head = r->head;
    struct feeds_head made = {
        .checked_at = c->now,
        .due_at = feeds_plan(c->now, head ? head->fresh_until : 0, 0),
    };

    if (!head)
        return made;
    if (r->is_moved)
        made.moved = r->lasting;
    made.etag = head->etag;
    made.modified = head->modified;
    return made;
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
take(void *user, const struct harvest_result *r)
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
    struct harvest_request *requests;
    struct source *sources;
    struct job_opts jobs = c->jobs;
    struct err err;
    size_t n = 0;

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
    requests = mem_alloc_zero(feeds.n_items + 1, sizeof *requests);
    sources = mem_alloc_zero(feeds.n_items + 1, sizeof *sources);
    round.feeds = mem_alloc_zero(feeds.n_items + 1, sizeof *round.feeds);
    for (uint32_t i = 0; i < feeds.n_items; i++) {
        const struct feeds_item *feed = &feeds.items[i];
        bool has_to_wait = feed->n_failures > 0 && !feeds_is_due(feed, c->now);
        if (has_to_wait)
            continue;
        if (!source_parse_web(feed->address, &sources[n], &err)) {
            round.is_complete = note_failure(c, feed, &err, 0);
            round.count.n_failed++;
            round.count.n_asked++;
            continue;
        }
        round.feeds[n] = feed;
        requests[n] = (struct harvest_request){
            .source = &sources[n],
            .etag = feed->etag.len > 0 ? feed->etag.ptr : NULL,
            .since = feed->modified.len > 0 ? feed->modified.ptr : NULL,
        };
        n++;
    }
    jobs.type = NULL;
    jobs.needs_feed = true;
    round.count.n_asked += (uint32_t)n;
    harvest_run(requests, n, &jobs, take, &round);
    if (round.n_held > 1) {
        complaint_say("no feed could be reached: is there a network?");
        round.is_complete = false;
    } else {
        note_held(&round);
    }
    *out_count = round.count;
    free(round.held);
    for (size_t i = 0; i < n; i++)
        source_done(&sources[i]);
    free(sources);
    free(requests);
    free(round.feeds);
    feeds_done(&feeds);
    return round.is_complete;
}

/* Subscribes to the feed that was loaded. */
static void
subscribe(void *user, const struct harvest_result *r)
{
    struct round *round = user;
    struct cabinet *c = round->cabinet;
    const char *asked = c->options->subscribe;
    struct feeds_head head = make_head(c, r);
    struct err err = {0};
    uint32_t n_new;
    int64_t id;
    bool ok = false;

    if (r->err)
        err = *r->err;
    else if (!r->feed)
        err_set(&err, ERR_BAD_DATA, "this is a page that names no feed");
    else {
        struct feeds_wish wish = {.url = str_of(asked)};
        struct buf url = {0};
        if (r->lasting.len > 0)
            wish.url = r->lasting;
        url_add_public(&url, wish.url);
        ok =
            feeds_subscribe(c->db, &wish, c->now, &id, &err) &&
            feeds_put(c->db, id, &head, r->feed, &n_new, &err) &&
            print_news(c, feed_fact(r->feed, FEED_TITLE), buf_str(&url), n_new);
        buf_done(&url);
    }
    if (!ok && err.code != ERR_NONE)
        complaint_about(asked, err.text);
    round->is_complete = ok;
}

bool
subscribing_add(struct cabinet *c)
{
    const char *asked = c->options->subscribe;
    struct round round = {.cabinet = c};
    struct job_opts jobs = c->jobs;
    struct source source;
    struct err err;

    if (!source_parse(asked, &source, &err)) {
        complaint_about(asked, err.text);
        return false;
    }
    jobs.wants_feed = true;
    struct harvest_request request = {.source = &source};
    if (source.kind == SOURCE_WEB)
        harvest_run(&request, 1, &jobs, subscribe, &round);
    else
        complaint_about(asked, "only feeds of the web can be subscribed to");
    source_done(&source);
    return round.is_complete;
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
