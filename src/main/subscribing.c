/* SPDX-License-Identifier: ISC */
/*
 * subscribing - feeds, without a screen
 */
#include "subscribing.h"

#include "app/source.h"
#include "app/tidings.h"
#include "await.h"
#include "complaint.h"
#include "dump.h"
#include "fields.h"
#include "model/plate.h"
#include "model/url.h"
#include "store/feeds.h"
#include "tally.h"

#include <uv.h>

struct refreshing {
    struct cabinet *cabinet;
    uint32_t n_unwritten; /* feeds that came and could not be taken in */
};

/* Says what a feed has that is new, by the address that it has now. */
static bool
print_news(
    const struct cabinet *c, struct str title, struct str url, uint32_t n_new)
{
    struct buf out = {0}, shown = {0};

    url_add_public(&shown, url);
    if (c->is_json) {
        fields_open(&out, '{');
        fields_add_text(&out, "title", title);
        fields_add_text(&out, "url", buf_str(&shown));
        fields_add_number(&out, "new", n_new);
        fields_close(&out, '}');
        buf_add_char(&out, '\n');
    } else {
        buf_add_format(&out, "%.*s — ", STR_ARG(title));
        plate_add(&out, buf_str(&shown));
        if (n_new > 0)
            buf_add_format(&out, " (%u new)\n", n_new);
        else
            buf_add_text(&out, " (nothing new)\n");
    }
    bool ok = dump_text(buf_str(&out));
    buf_done(&shown);
    buf_done(&out);
    return ok;
}

/* Takes in what came of a feed, and says what there is new or why not. */
static void
take(void *user, const struct feeds_item *feed, struct tidings *what)
{
    struct refreshing *r = user;
    struct cabinet *c = r->cabinet;
    const bool is_there = what->failure.code == ERR_NONE;
    struct err err;
    uint32_t n_new;

    tally_clear();
    if (!is_there)
        complaint_about(feed->url.ptr, what->failure.text);
    bool ok = tidings_put(c->db, feed->id, what, &n_new, &err);
    if (!ok)
        complaint_about(feed->url.ptr, err.text);
    else if (is_there && (n_new > 0 || c->is_json))
        ok = print_news(c, feed->title, tidings_url(what, feed->url), n_new);
    r->n_unwritten += is_there && !ok;
}

static void
skip(void *user, const struct feeds_item *feed)
{
    (void)user;
    tally_clear();
    complaint_about(feed->url.ptr, "not asked, as its server wants a pause");
}

static void
show_count(void *user, const struct rounds_count *count)
{
    (void)user;
    tally_show(count->n_done, count->n);
}

bool
subscribing_refresh(
    struct cabinet *c, bool is_first, struct rounds_count *out_count)
{
    struct refreshing r = {.cabinet = c};
    const struct rounds_ops ops = {take, skip, show_count, &r};
    uv_loop_t loop;
    struct err err;

    *out_count = (struct rounds_count){0};
    if (c->options->offline) {
        complaint_say("feeds are not asked with --offline");
        return false;
    }
    await_begin(&loop);
    const struct rounds_opts how = {
        .loop = &loop, .db = c->db, .jobs = &c->jobs, .is_first = is_first};
    struct rounds *rounds = rounds_start(&how, &ops, &err);
    if (!rounds)
        complaint_say(err.text);
    await_end(&loop);
    const bool has_asked = rounds != NULL;
    if (has_asked)
        *out_count = *rounds_count(rounds);
    rounds_cancel(rounds);
    if (out_count->is_offline)
        complaint_say("no feed could be reached: is there a network?");
    out_count->n_failed += r.n_unwritten;
    return has_asked && out_count->n_failed == 0;
}

/* Subscribes to the feed that was loaded. */
static bool
subscribe(struct cabinet *c, const struct tidings *what, struct err *err)
{
    const struct str asked = str_of(c->options->subscribe);
    uint32_t n_new;

    return tidings_subscribe(c->db, asked, what, &n_new, err) &&
           print_news(c, feed_fact(what->feed, FEED_TITLE),
               tidings_url(what, asked), n_new);
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
    ok = ok && await_load(&source, &jobs, &loaded, &err);
    struct tidings what = tidings_take(&loaded);
    ok = ok && subscribe(c, &what, &err);
    if (!ok && err.code != ERR_NONE)
        complaint_about(asked, err.text);
    tidings_done(&what);
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
