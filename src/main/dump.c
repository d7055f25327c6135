/* SPDX-License-Identifier: ISC */
/*
 * dump - a shelf, written to standard output
 *
 * Every article is made whole in memory and then written at once, without
 * stdio, so that the system says of every piece whether it was written.
 */
#include "dump.h"

#include "base/file.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "complaint.h"
#include "load.h"

#include <stdlib.h>
#include <unistd.h>

/*
 * How writing goes on: a reader that left is no failure.
 */
enum outcome {
    WRITTEN,
    UNWANTED,
    FAILED
};

static enum outcome
write_text(struct str text)
{
    struct err err;

    if (file_write_fd(STDOUT_FILENO, text, &err))
        return WRITTEN;
    if (err.code == ERR_CLOSED)
        return UNWANTED;
    err_wrap(&err, "standard output");
    complaint_say(err.text);
    return FAILED;
}

bool
dump_text(struct str text)
{
    return write_text(text) != FAILED;
}

/*
 * Appends what parts an article from the one before.
 */
static void
add_divider(const struct out_opts *look, struct buf *out)
{
    enum {
        FALLBACK_COLS = 72
    };

    switch (look->format) {
    case OUT_TEXT:
    case OUT_ANSI:
        buf_add_char(out, '\n');
        for (uint32_t n = look->cols ? look->cols : FALLBACK_COLS; n > 0; n--)
            buf_add_text(out, "─");
        buf_add_text(out, "\n\n");
        break;
    case OUT_MARKDOWN:
        buf_add_text(out, "\n---\n\n");
        break;
    case OUT_HTML:
    case OUT_JSON:
    case OUT_FORMAT_COUNT:
        break;
    }
}

/*
 * Appends the title of an article of which only a part follows, which does not
 * tell what it is a part of.
 */
static void
add_title(const struct article *a, const struct out_opts *look, struct buf *out)
{
    const struct str title = article_fact(a, FACT_TITLE);
    const bool is_part = look->part != OUT_WHOLE || look->section.len > 0;
    const bool is_text = look->format == OUT_TEXT || look->format == OUT_ANSI;

    if (is_part && is_text && !look->is_body && title.len > 0)
        buf_add_format(out, "%.*s\n\n", STR_ARG(title));
}

/*
 * Loads the page of an entry of a feed; NULL, and why, when it cannot be had.
 */
static struct article *
load_page(const struct feed *f, feed_ix e, const struct source *feed,
    const struct job_opts *jobs, struct err *err)
{
    struct source page = source_make_entry(
        feed, feed_entry_fact(f, e, FEED_ENTRY_URL), feed_key(f, e));
    struct job_opts opts = *jobs;
    struct shelf *shelf = shelf_new();
    shelf_id id = shelf_add(shelf, &page, err);

    opts.type = opts.base_url = NULL; /* were those of the feed */
    opts.wants_feed = false;
    struct load *load = load_new(shelf, &opts);
    struct article *a = load_take(load, id, err);
    load_free(load);
    shelf_free(shelf);
    source_done(&page);
    return a;
}

/*
 * Returns entry e of the feed as the article that it is: that of the feed if it
 * is whole, else its page. What the feed has of it must do where that cannot be
 * had, which is said; NULL, and why, when there is nothing.
 */
static struct article *
load_entry(const struct feed *f, feed_ix e, const struct source *feed,
    const struct job_opts *jobs, struct err *err)
{
    struct str url = feed_entry_fact(f, e, FEED_ENTRY_URL);
    struct article *a;

    if (feed_is_whole(f, e) && !jobs->is_full_page)
        return feed_article(f, e, err);
    a = load_page(f, e, feed, jobs, err);
    if (a || !feed_has_article(f, e))
        return a;
    err_wrap(err, "only what the feed has of this is shown");
    char *place = mem_copy_text(url.ptr, url.len);
    complaint_about(place, err->text);
    free(place);
    return feed_article(f, e, err);
}

/*
 * Appends the feed in its look, or one entry of it.
 */
static bool
add_feed(const struct feed *f, const struct source *source,
    const struct job_opts *jobs, const struct out_opts *look, struct buf *out,
    struct err *err)
{
    struct out_opts whole = *look;

    if (look->section.len == 0)
        return out_write_feed(f, look, out, err);
    feed_ix e = out_find_entry(f, look->section, err);
    if (e == FEED_NONE)
        return err_set(err, err->code, "%s (--toc lists them)", err->text);
    struct article *a = load_entry(f, e, source, jobs, err);
    whole.section = (struct str){0};
    bool ok = a && out_write(a, &whole, out, err);
    article_free(a);
    return ok;
}

/*
 * Appends the article in its look; leaves out empty when there is nothing to
 * show of it. False, and why, when there is no such part.
 */
static bool
add_article(const struct article *a, const struct out_opts *look,
    struct buf *out, struct err *err)
{
    const size_t start = out->len;

    if (!out_write(a, look, out, err)) {
        if (err->code == ERR_NOT_FOUND && look->section.len > 0)
            err_set(err, err->code, "%s (--toc lists them)", err->text);
        return false;
    }
    if (out->len == start)
        buf_cut(out, 0);
    return true;
}

/*
 * Appends what source is, behind what parts it from the one before.
 */
static bool
add_result(const struct load_result *r, const struct source *source,
    const struct job_opts *jobs, const struct out_opts *look, struct buf *out,
    struct err *err)
{
    const size_t start = out->len;

    if (r->article)
        return add_article(r->article, look, out, err);
    if (!add_feed(r->feed, source, jobs, look, out, err))
        return false;
    if (out->len == start)
        buf_cut(out, 0);
    return true;
}

bool
dump_shelf(struct shelf *shelf, const struct job_opts *jobs,
    const struct out_opts *look)
{
    struct load *load = load_new(shelf, jobs);
    bool is_first = true, is_complete = true;
    enum outcome outcome = WRITTEN;

    for (uint32_t i = 0; i < shelf_count(shelf) && outcome == WRITTEN; i++) {
        load_heads(load, i);
        const shelf_id id = shelf_at(shelf, i);
        const struct source *source = &shelf_item(shelf, id)->source;
        struct load_result result = {0};
        struct buf out = {0};
        struct err err;
        bool is_loaded = load_take_any(load, id, &result, &err);
        if (is_loaded && !is_first)
            add_divider(look, &out);
        if (result.article && shelf_count(shelf) > 1)
            add_title(result.article, look, &out);
        if (is_loaded && add_result(&result, source, jobs, look, &out, &err)) {
            outcome = write_text(buf_str(&out));
            is_first = is_first && out.len == 0;
        } else {
            complaint_about(source->place, err.text);
            is_complete = false;
        }
        article_free(result.article);
        feed_free(result.feed);
        buf_done(&out);
    }
    load_free(load);
    return is_complete && outcome != FAILED;
}

/*
 * Appends text as a JSON string; it is clean, so that only two characters need
 * an escape.
 */
static void
add_json(struct str text, struct buf *out)
{
    buf_add_char(out, '"');
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] == '"' || text.ptr[i] == '\\')
            buf_add_char(out, '\\');
        buf_add_char(out, text.ptr[i]);
    }
    buf_add_char(out, '"');
}

static void
add_entry(const char *title, const char *place, enum out_format format,
    struct buf *out)
{
    struct buf path = {0};

    utf8_add_clean(&path, str_of(place));
    buf_replace(&path, 0, '\n', '?');
    if (format == OUT_JSON) {
        buf_add_text(out, "{\"title\": ");
        add_json(str_of(title), out);
        buf_add_text(out, ", \"path\": ");
        add_json(buf_str(&path), out);
        buf_add_text(out, "}\n");
    } else {
        buf_add_format(out, "%s — %s\n", title, path.ptr);
    }
    buf_done(&path);
}

bool
dump_list(
    struct shelf *shelf, const struct job_opts *jobs, enum out_format format)
{
    struct load *load = load_new(shelf, jobs);
    struct buf out = {0};
    bool is_complete = true;

    for (uint32_t i = 0; i < shelf_count(shelf); i++) {
        load_heads(load, i);
        const shelf_id id = shelf_at(shelf, i);
        const char *place = shelf_item(shelf, id)->source.place;
        struct err err;
        struct article *article = load_take(load, id, &err);
        if (article) {
            add_entry(shelf_title(shelf, id), place, format, &out);
        } else {
            complaint_about(place, err.text);
            is_complete = false;
        }
        article_free(article);
    }
    is_complete = dump_text(buf_str(&out)) && is_complete;
    buf_done(&out);
    load_free(load);
    return is_complete;
}
