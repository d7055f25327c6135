/* SPDX-License-Identifier: ISC */
/*
 * importing - what other programs have kept, taken into the library
 *
 * The file is read by gutread-parse, which makes a feed of it
 * (parse/bookmarks.h): its entries are what is to be kept.
 */
#include "importing.h"

#include "app/source.h"
#include "await.h"
#include "base/mem.h"
#include "complaint.h"
#include "dump.h"
#include "fields.h"
#include "keeping.h"
#include "store/feeds.h"
#include "store/library.h"
#include "store/lists.h"
#include "store/names.h"
#include "subscribing.h"
#include "tally.h"

#include <stdlib.h>
#include <time.h>
#include <uv.h>

struct import {
    struct cabinet *cabinet;
    struct source *sources; /* owned: pages to be loaded */
    uint32_t n_sources, cap_sources;
    uint32_t n_pages, n_feeds; /* in the file */
    uint32_t n_done, n_failed; /* pages, then feeds too, that were asked for */
};

/* Gives an item the tags that stand in a text. */
static bool
add_tags(struct cabinet *c, int64_t id, struct str tags, struct err *err)
{
    while (tags.len > 0) {
        struct str name = names_next(&tags);
        struct err reason;
        if (!names_add(c->db, NAMES_TAG, id, name, &reason) &&
            reason.code != ERR_BAD_DATA) {
            *err = reason;
            return false;
        }
    }
    return true;
}

/* Adds a page to those that are to be loaded. */
static void
want_page(struct import *im, struct str url)
{
    struct source source;
    struct err err;
    char *place = mem_copy_text(url.ptr, url.len);

    if (source_parse(place, &source, &err)) {
        MEM_GROW(im->sources, im->cap_sources, im->n_sources + 1);
        im->sources[im->n_sources++] = source;
    }
    free(place);
}

/*
 * Puts a page where the file has it, unless the library has given it a place
 * already: to import a file again undoes nothing.
 */
static bool
shelve_page(struct import *im, int64_t id, struct str what, int64_t then,
    struct str url, struct err *err)
{
    struct db *db = im->cabinet->db;
    struct item_list page = {0};
    bool is_done = str_starts(what, STR("done "));
    bool ok = lists_load_item(db, id, &page, err);

    if (ok && !page.items[0].is_saved)
        ok = library_shelve(db, id, is_done ? LIBRARY_ARCHIVED : LIBRARY_SAVED,
                 true, then, err) &&
             (!str_starts(what, STR("star ")) ||
                 library_shelve(db, id, LIBRARY_FAVORITE, true, then, err));
    if (ok && !page.items[0].has_text)
        want_page(im, url);
    item_list_done(&page);
    return ok;
}

/* Returns when an entry was kept, in seconds; 0 when that is not known. */
static int64_t
read_date(const struct feed *f, feed_ix e)
{
    struct str date = feed_entry_fact(f, e, FEED_ENTRY_PUBLISHED);
    char *text = mem_copy_text(date.ptr ? date.ptr : "", date.len);
    struct tm tm = {0};
    bool is_date = strptime(text, "%Y-%m-%dT%H:%M:%SZ", &tm) != NULL;

    free(text);
    return is_date ? timegm(&tm) : 0;
}

static bool
note_page(struct import *im, const struct feed *f, feed_ix e, struct err *err)
{
    struct cabinet *c = im->cabinet;
    struct str url = feed_entry_fact(f, e, FEED_ENTRY_URL);
    struct library_note note = {
        .url = url,
        .title = feed_entry_fact(f, e, FEED_ENTRY_TITLE),
        .excerpt = feed_entry_fact(f, e, FEED_ENTRY_EXCERPT),
    };
    int64_t id, then = read_date(f, e);

    if (then == 0 || then > c->now)
        then = c->now;
    if (!library_put_note(c->db, &note, then, &id, err) ||
        !shelve_page(
            im, id, feed_entry_fact(f, e, FEED_ENTRY_ID), then, url, err) ||
        !add_tags(c, id, feed_entry_fact(f, e, FEED_ENTRY_BYLINE), err))
        return false;
    im->n_pages++;
    return true;
}

static bool
note_feed(struct import *im, const struct feed *f, feed_ix e, struct err *err)
{
    struct feeds_wish wish = {
        .url = feed_entry_fact(f, e, FEED_ENTRY_URL),
        .title = feed_entry_fact(f, e, FEED_ENTRY_TITLE),
        .folder = feed_entry_fact(f, e, FEED_ENTRY_BYLINE),
    };
    int64_t id;

    im->n_feeds++;
    return feeds_subscribe(im->cabinet->db, &wish, im->cabinet->now, &id, err);
}

/* Notes all that the file has, the last first, so that the first is newest. */
static bool
note_all(struct import *im, const struct feed *f, struct err *err)
{
    bool ok = db_begin(im->cabinet->db, err);

    if (!ok)
        return false;
    for (feed_ix e = f->n_entries; ok && e-- > 0;) {
        struct str what = feed_entry_fact(f, e, FEED_ENTRY_ID);
        if (str_starts(what, STR("feed ")))
            ok = note_feed(im, f, e, err);
        else
            ok = note_page(im, f, e, err);
    }
    return db_end(im->cabinet->db, ok, err);
}

static void
tell_note(const struct import *im, struct str note)
{
    char *text = mem_copy_text(note.ptr, note.len);

    complaint_about(im->cabinet->options->import, text);
    free(text);
}

/* Notes what is in the file, as gutread-parse has read it. */
static bool
take_file(struct import *im, const struct feed *f, struct err *err)
{
    if (!f)
        return err_set(err, ERR_BAD_DATA, "there is no address in it");
    if (!note_all(im, f, err))
        return false;
    for (uint32_t i = 0; i < f->n_notes; i++)
        tell_note(im, feed_note(f, i));
    return true;
}

static void
take_page(void *user, struct harvest_result *r)
{
    struct import *im = user;
    struct err err;
    int64_t id;
    bool ok = false;

    if (r->err)
        err = *r->err;
    else
        ok = keeping_put(im->cabinet, r, &id, &err);
    im->n_done++;
    im->n_failed += !ok;
    if (!ok) {
        tally_clear();
        complaint_about(r->source->place, err.text);
    }
    tally_show(im->n_done, im->n_sources);
}

static bool
report(const struct import *im)
{
    struct buf out = {0};

    if (im->cabinet->is_json) {
        fields_open(&out, '{');
        fields_add_number(&out, "pages", im->n_pages);
        fields_add_number(&out, "feeds", im->n_feeds);
        fields_add_number(&out, "loaded", im->n_done - im->n_failed);
        fields_add_number(&out, "failed", im->n_failed);
        fields_close(&out, '}');
        buf_add_char(&out, '\n');
    } else {
        buf_add_format(&out, "pages: %u, feeds: %u, loaded: %u, failed: %u\n",
            im->n_pages, im->n_feeds, im->n_done - im->n_failed, im->n_failed);
    }
    bool ok = dump_text(buf_str(&out));
    buf_done(&out);
    return ok;
}

/* Loads the pages that are not here yet. */
static void
load_pages(struct import *im)
{
    uv_loop_t loop;

    await_begin(&loop);
    struct harvest *h =
        harvest_new(&loop, &im->cabinet->jobs, HARVEST_MOST, take_page, im);
    for (uint32_t i = 0; i < im->n_sources; i++)
        harvest_add(h, &(struct harvest_request){.source = &im->sources[i]});
    await_end(&loop);
    harvest_cancel(h);
}

/* Loads the pages and the feeds that are not here yet. */
static bool
load_all(struct import *im)
{
    struct cabinet *c = im->cabinet;
    bool ok = true;

    if (c->options->offline)
        return true;
    load_pages(im);
    if (im->n_feeds > 0) {
        struct rounds_count feeds;
        ok = subscribing_refresh(c, true, &feeds);
        im->n_done += feeds.n;
        im->n_failed += feeds.n_failed;
    }
    return ok && im->n_failed == 0;
}

bool
importing_run(struct cabinet *c)
{
    struct import im = {.cabinet = c};
    struct harvest_result file = {0};
    struct job_opts jobs = c->jobs;
    struct source source = {0};
    struct err err;

    jobs.type = "bookmarks";
    jobs.needs_feed = true;
    bool ok = source_parse(c->options->import, &source, &err) &&
              await_load(&source, &jobs, &file, &err) &&
              take_file(&im, file.feed, &err);
    if (ok) {
        ok = load_all(&im);
        ok = report(&im) && ok;
    } else {
        complaint_about(c->options->import, err.text);
    }
    harvest_drop(&file);
    for (uint32_t i = 0; i < im.n_sources; i++)
        source_done(&im.sources[i]);
    free(im.sources);
    source_done(&source);
    return ok;
}
