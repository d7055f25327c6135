/* SPDX-License-Identifier: ISC */
/*
 * dump - a reading list, written to standard output
 *
 * Every article is made whole in memory and then written at once, without
 * stdio, so that the system says of every piece whether it was written.
 */
#include "dump.h"

#include "base/file.h"
#include "base/utf8.h"
#include "complaint.h"
#include "load.h"

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
        struct buf out = {0};
        struct err err;
        struct article *article = load_take(load, id, &err);
        if (article && !is_first)
            add_divider(look, &out);
        if (article && shelf_count(shelf) > 1)
            add_title(article, look, &out);
        if (article && add_article(article, look, &out, &err)) {
            outcome = write_text(buf_str(&out));
            is_first = is_first && out.len == 0;
        } else {
            complaint_about(shelf_item(shelf, id)->source.place, err.text);
            is_complete = false;
        }
        article_free(article);
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
