/* SPDX-License-Identifier: ISC */
/*
 * exporting - the library as files that others read
 *
 * A file is written beside its place and moved there when it is whole, so that
 * what was there before is not lost to a full disk.
 */
#include "exporting.h"

#include "base/file.h"
#include "base/utf8.h"
#include "catalog.h"
#include "complaint.h"
#include "dump.h"
#include "fields.h"
#include "kept.h"
#include "look.h"
#include "model/slug.h"
#include "out/out.h"
#include "store/feeds.h"
#include "store/library.h"
#include "store/lists.h"
#include "store/names.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
    PAGE = 200,       /* items that are read at once */
    NAME_MAX_LEN = 80 /* bytes of a title in the name of a file */
};

static bool
write_whole(const char *path, struct str text, struct err *err)
{
    struct buf new = {0};
    bool ok = false;

    buf_add_format(&new, "%s.new", path);
    int fd = open(new.ptr, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    if (fd < 0) {
        err_set_errno(err, errno, NULL);
        goto out;
    }
    ok = file_write_fd(fd, text, err) &&
         (fsync(fd) == 0 || err_set_errno(err, errno, NULL));
    if (close(fd) != 0 && ok)
        ok = err_set_errno(err, errno, NULL);
    if (ok && rename(new.ptr, path) != 0)
        ok = err_set_errno(err, errno, NULL);
    if (!ok)
        unlink(new.ptr);
out:
    buf_done(&new);
    return ok;
}

/* Appends an attribute of XML, if there is something to say. */
static void
add_attribute(struct buf *out, const char *name, struct str value)
{
    if (value.len == 0)
        return;
    buf_add_format(out, " %s=\"", name);
    for (size_t i = 0; i < value.len; i++) {
        char c = value.ptr[i];
        if (c == '&')
            buf_add_text(out, "&amp;");
        else if (c == '<')
            buf_add_text(out, "&lt;");
        else if (c == '"')
            buf_add_text(out, "&quot;");
        else
            buf_add_char(out, c);
    }
    buf_add_char(out, '"');
}

/* Appends the subscriptions; those of a folder stand together in the list. */
static void
add_opml(const struct feeds_list *feeds, struct buf *out)
{
    struct str folder = {0};

    buf_add_text(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                      "<opml version=\"2.0\">\n"
                      "<head><title>gutread</title></head>\n<body>\n");
    for (uint32_t i = 0; i < feeds->n_items; i++) {
        const struct feeds_item *feed = &feeds->items[i];
        if (!str_eq(folder, feed->folder)) {
            if (folder.len > 0)
                buf_add_text(out, "</outline>\n");
            folder = feed->folder;
            buf_add_text(out, "<outline");
            add_attribute(out, "text", folder);
            buf_add_text(out, ">\n");
        }
        buf_add_text(out, "<outline type=\"rss\"");
        add_attribute(out, "text", feed->title);
        add_attribute(out, "xmlUrl", feed->url);
        add_attribute(out, "htmlUrl", feed->site);
        buf_add_text(out, "/>\n");
    }
    if (folder.len > 0)
        buf_add_text(out, "</outline>\n");
    buf_add_text(out, "</body>\n</opml>\n");
}

static void
add_feeds(const struct feeds_list *feeds, struct buf *out)
{
    fields_add_name(out, "feeds");
    buf_add_char(out, '[');
    for (uint32_t i = 0; i < feeds->n_items; i++) {
        const struct feeds_item *feed = &feeds->items[i];
        fields_open(out, '{');
        fields_add_text(out, "title", feed->title);
        fields_add_text(out, "url", feed->url);
        fields_add_text(out, "site", feed->site);
        fields_add_text(out, "folder", feed->folder);
        fields_close(out, '}');
    }
    buf_add_char(out, ']');
}

/* What is done with each item. */
typedef bool (*visit_fn)(void *user, const struct item *item, struct err *err);

static bool
visit(struct db *db, struct lists_ask ask, visit_fn fn, void *user,
    struct err *err)
{
    struct item_list page = {0};
    bool ok;

    ask.limit = PAGE;
    do {
        ok = lists_load(db, &ask, &page, err);
        for (uint32_t i = 0; ok && i < page.n_items; i++)
            ok = fn(user, &page.items[i], err);
        ask.cursor = page.cursor;
    } while (ok && page.n_items == PAGE);
    item_list_done(&page);
    return ok;
}

struct export
{
    struct cabinet *cabinet;
    struct buf out;
    unsigned n_written;
    bool is_short; /* of something that was asked for, which was said */
};

static bool
add_item(void *user, const struct item *item, struct err *err)
{
    struct export *ex = user;
    (void)err;

    catalog_add_object(ex->cabinet, item, &ex->out);
    return true;
}

static bool
add_place(void *user, const struct item *item, struct err *err)
{
    struct export *ex = user;
    (void)err;

    fields_add_text(&ex->out, NULL, item->place);
    return true;
}

/* Appends the reading lists, with what is on them in order. */
static bool
add_lists(struct export *ex, struct err *err)
{
    struct db *db = ex->cabinet->db;
    struct names lists = {0};
    bool ok = names_load(db, NAMES_READING, 0, &lists, err);

    fields_add_name(&ex->out, "lists");
    buf_add_char(&ex->out, '[');
    for (uint32_t i = 0; ok && i < lists.n_items; i++) {
        const struct lists_ask ask = {
            .list = LISTS_READING, .of = lists.items[i].id};
        fields_open(&ex->out, '{');
        fields_add_text(&ex->out, "name", lists.items[i].name);
        fields_add_name(&ex->out, "items");
        buf_add_char(&ex->out, '[');
        ok = visit(db, ask, add_place, ex, err);
        buf_add_text(&ex->out, "]}");
    }
    buf_add_char(&ex->out, ']');
    names_done(&lists);
    return ok;
}

static bool
make_json(struct export *ex, const struct feeds_list *feeds, struct err *err)
{
    fields_open(&ex->out, '{');
    add_feeds(feeds, &ex->out);
    if (!add_lists(ex, err))
        return false;
    fields_add_name(&ex->out, "items");
    buf_add_char(&ex->out, '[');
    bool ok = visit(ex->cabinet->db, (struct lists_ask){.list = LISTS_ALL},
        add_item, ex, err);
    buf_add_text(&ex->out, "]}\n");
    return ok;
}

/* Appends the tags of an item, a line each. */
static void
add_tags(struct cabinet *c, int64_t id, struct buf *out)
{
    struct names tags = {0};
    struct err err;

    if (names_load(c->db, NAMES_TAG, id, &tags, &err))
        for (uint32_t i = 0; i < tags.n_items; i++)
            buf_add_format(out, "%.*s\n", STR_ARG(tags.items[i].name));
    names_done(&tags);
}

/* Appends the beginning of a title as it is in the name of a file: whole
 * characters, of no more bytes than such a name has room for. */
static void
add_short(struct buf *out, struct str title)
{
    size_t len = 0, next;

    while (len < title.len) {
        next = len + utf8_grapheme(str_slice(title, len, title.len));
        if (next > NAME_MAX_LEN)
            break;
        len = next;
    }
    buf_add_str(out, str_slice(title, 0, len));
}

/* Writes the article of an item into the folder. */
static bool
write_article(struct export *ex, const struct item *item,
    const struct article *a, struct err *err)
{
    struct cabinet *c = ex->cabinet;
    struct out_opts look = look_at(c->options);
    struct buf name = {0}, slug = {0}, text = {0}, tags = {0};

    add_tags(c, item->id, &tags);
    look.format = OUT_MARKDOWN;
    look.tags = buf_str(&tags);
    look.order = c->options->reading_list ? ex->n_written + 1 : 0;
    slug_add(&slug, item->title);
    buf_add_format(&name, "%05lld", (long long)item->id);
    if (slug.len > 0)
        buf_add_char(&name, '-');
    add_short(&name, buf_str(&slug));
    buf_add_text(&name, ".md");
    char *path = file_join(c->options->export, name.ptr);
    bool ok = out_write(a, &look, &text, err) &&
              (write_whole(path, buf_str(&text), err) ||
                  err_wrap(err, "'%s'", name.ptr));
    ex->n_written += ok;
    free(path);
    buf_done(&name);
    buf_done(&slug);
    buf_done(&tags);
    buf_done(&text);
    return ok;
}

/* Says that an item is missing; the others are written all the same. */
static bool
leave_out(struct export *ex, const struct item *item, const char *why)
{
    ex->is_short = true;
    complaint_about(item->place.ptr, why);
    return true;
}

/* Writes an item, if it belongs into the folder: what was read does, and what is
 * saved or on the reading list that is asked for, so these are missed. */
static bool
write_item(void *user, const struct item *item, struct err *err)
{
    struct export *ex = user;
    struct cabinet *c = ex->cabinet;
    const bool is_asked_for = c->options->reading_list || item->is_saved;
    struct err reason;

    if (!item->has_text && is_asked_for)
        return leave_out(ex, item, "its text is not in the library");
    if (!item->has_text || (!is_asked_for && item->read_at == 0))
        return true;
    struct article *a = kept_article(c->db, item->id, &c->jobs, &reason);
    if (!a)
        return leave_out(ex, item, reason.text);
    bool ok = write_article(ex, item, a, err);
    article_free(a);
    return ok;
}

/* Tells whether there is a folder at path, or is to be: no file that is written
 * is without an ending. */
static bool
is_folder(const char *path)
{
    struct stat st;

    if (stat(path, &st) == 0)
        return S_ISDIR(st.st_mode);
    return strcmp(path, "-") != 0 && !strchr(file_name(path), '.');
}

static bool
write_folder(struct export *ex, const char *path, struct err *err)
{
    struct db *db = ex->cabinet->db;
    const char *list = ex->cabinet->options->reading_list;
    struct lists_ask ask = {.list = list ? LISTS_READING : LISTS_ALL};

    if (list && !names_find(db, NAMES_READING, str_of(list), &ask.of, err))
        return false;
    if (mkdir(path, 0777) != 0 && errno != EEXIST)
        return err_set_errno(err, errno, NULL);
    return visit(db, ask, write_item, ex, err);
}

bool
exporting_run(struct cabinet *c)
{
    const char *path = c->options->export;
    struct str name = str_of(path);
    struct export ex = {.cabinet = c};
    struct feeds_list feeds = {0};
    struct err err;
    bool ok;

    if (is_folder(path)) {
        ok = write_folder(&ex, path, &err);
    } else if (c->options->reading_list) {
        ok = err_set(&err, ERR_BAD_DATA,
            "a reading list is written into a folder, whose name has no "
            "ending");
    } else if (!feeds_load(c->db, &feeds, &err)) {
        ok = false;
    } else if (str_eq(name, STR("-"))) {
        ok = make_json(&ex, &feeds, &err);
        if (ok && !dump_text(buf_str(&ex.out))) {
            ok = false;
            err.code = ERR_CLOSED; /* was said already */
        }
    } else if (str_ends(name, STR(".json"))) {
        ok = make_json(&ex, &feeds, &err) &&
             write_whole(path, buf_str(&ex.out), &err);
    } else if (str_ends(name, STR(".opml")) || str_ends(name, STR(".xml"))) {
        add_opml(&feeds, &ex.out);
        ok = write_whole(path, buf_str(&ex.out), &err);
    } else {
        ok = err_set(&err, ERR_BAD_DATA,
            "what is written is told by the name: FILE.opml, FILE.json, or a "
            "folder, whose name has no ending");
    }
    if (!ok && err.code != ERR_CLOSED)
        complaint_about(path, err.text);
    feeds_done(&feeds);
    buf_done(&ex.out);
    return ok && !ex.is_short;
}
