/* SPDX-License-Identifier: ISC */
/*
 * catalog - what is in the library, printed
 *
 * Lists are read and printed page by page, so that the first lines are there at
 * once and a long list takes no more memory than a short one.
 */
#include "catalog.h"

#include "complaint.h"
#include "dump.h"
#include "fields.h"
#include "model/article.h"
#include "model/plate.h"
#include "store/feeds.h"
#include "store/hits.h"
#include "store/lists.h"
#include "store/names.h"

enum {
    PAGE = 500, /* items that are read at once */
    MAX_HITS = 50
};

/* Adds the tags of an item, or the reading lists that it is on. */
static void
add_names(struct cabinet *c, enum names_kind kind, int64_t id, struct buf *out)
{
    struct names names = {0};
    struct err err;

    fields_add_name(out, kind == NAMES_TAG ? "tags" : "lists");
    buf_add_char(out, '[');
    if (names_load(c->db, kind, id, &names, &err))
        for (uint32_t i = 0; i < names.n_items; i++)
            fields_add_text(out, NULL, names.items[i].name);
    buf_add_char(out, ']');
    names_done(&names);
}

/* Appends the fields of an item to an object that is open. */
static void
add_fields(struct cabinet *c, const struct item *item, struct buf *out)
{
    bool is_file = item->kind == ITEM_FILE;

    fields_add_text(out, "title", item->title);
    fields_add_text(out, is_file ? "path" : "url", item->place);
    fields_add_text(out, "byline", item->byline);
    fields_add_text(out, "site", item->site);
    fields_add_text(out, "published", article_day(item->published));
    fields_add_text(out, "excerpt", item->excerpt);
    fields_add_number(out, "words", item->words);
    fields_add_number(out, "progress", item->progress / 10);
    fields_add_flag(out, "finished", item->is_finished);
    fields_add_time(out, "added", item->added_at);
    fields_add_time(out, "read", item->read_at);
    fields_add_time(out, "saved", item->saved_at);
    fields_add_flag(out, "archived", item->is_archived);
    fields_add_flag(out, "favorite", item->is_favorite);
    fields_add_flag(out, "stored", item->has_text);
    add_names(c, NAMES_TAG, item->id, out);
    add_names(c, NAMES_READING, item->id, out);
}

void
catalog_add_object(struct cabinet *c, const struct item *item, struct buf *out)
{
    fields_open(out, '{');
    add_fields(c, item, out);
    fields_close(out, '}');
}

static void
add_line(struct cabinet *c, const struct item *item, struct buf *out)
{
    struct buf place = {0};

    item_add_place(item, &place);
    if (c->is_json)
        catalog_add_object(c, item, out);
    else if (str_eq(item->title, buf_str(&place)))
        buf_add_str(out, buf_str(&place));
    else
        buf_add_format(out, "%.*s — %s", STR_ARG(item->title), place.ptr);
    buf_add_char(out, '\n');
    buf_done(&place);
}

/* Says what failed. */
static bool
complain(const struct err *err)
{
    complaint_say(err->text);
    return false;
}

static bool
print_list(struct cabinet *c, struct lists_ask ask)
{
    struct item_list page = {0};
    struct buf out = {0};
    struct err err;
    bool ok;

    ask.limit = PAGE;
    do {
        ok = lists_load(c->db, &ask, &page, &err) || complain(&err);
        buf_cut(&out, 0);
        for (uint32_t i = 0; ok && i < page.n_items; i++)
            add_line(c, &page.items[i], &out);
        ok = ok && dump_text(buf_str(&out));
        ask.cursor = page.cursor;
    } while (ok && page.n_items == PAGE);
    item_list_done(&page);
    buf_done(&out);
    return ok;
}

static void
add_feed(struct cabinet *c, const struct feeds_item *feed, struct buf *out)
{
    if (!c->is_json) {
        buf_add_format(out, "%.*s — ", STR_ARG(feed->title));
        plate_add(out, feed->url);
        buf_add_format(out, " (%lld unread)\n", (long long)feed->n_unread);
        return;
    }
    fields_open(out, '{');
    fields_add_text(out, "title", feed->title);
    fields_add_text(out, "url", feed->url);
    fields_add_text(out, "site", feed->site);
    fields_add_text(out, "folder", feed->folder);
    fields_add_number(out, "entries", feed->n_entries);
    fields_add_number(out, "unread", feed->n_unread);
    fields_add_time(out, "checked", feed->checked_at);
    fields_add_text(out, "failure", feed->failure);
    fields_close(out, '}');
    buf_add_char(out, '\n');
}

static bool
print_feeds(struct cabinet *c)
{
    struct feeds_list feeds = {0};
    struct buf out = {0};
    struct err err;
    bool ok = feeds_load(c->db, &feeds, &err) || complain(&err);

    for (uint32_t i = 0; ok && i < feeds.n_items; i++)
        add_feed(c, &feeds.items[i], &out);
    ok = ok && dump_text(buf_str(&out));
    feeds_done(&feeds);
    buf_done(&out);
    return ok;
}

/* Prints the entries of all feeds that are unread. */
static bool
print_unread(struct cabinet *c)
{
    struct feeds_list feeds = {0};
    struct err err;
    bool ok = feeds_load(c->db, &feeds, &err) || complain(&err);

    for (uint32_t i = 0; ok && i < feeds.n_items; i++)
        ok = print_list(c,
            (struct lists_ask){.list = LISTS_UNREAD, .of = feeds.items[i].id});
    feeds_done(&feeds);
    return ok;
}

static void
add_name(struct cabinet *c, enum names_kind kind, const struct name *name,
    struct buf *out)
{
    const bool is_list = kind == NAMES_READING;

    if (c->is_json) {
        fields_open(out, '{');
        fields_add_text(out, "name", name->name);
        fields_add_number(out, "articles", name->n_items);
        if (is_list)
            fields_add_number(out, "finished", name->n_finished);
        fields_close(out, '}');
    } else {
        buf_add_format(
            out, "%.*s — %lld", STR_ARG(name->name), (long long)name->n_items);
        if (is_list)
            buf_add_format(out, " (%lld read)", (long long)name->n_finished);
    }
    buf_add_char(out, '\n');
}

/* Prints all tags, or all reading lists. */
static bool
print_names(struct cabinet *c, enum names_kind kind)
{
    struct names names = {0};
    struct buf out = {0};
    struct err err;
    bool ok = names_load(c->db, kind, 0, &names, &err) || complain(&err);

    for (uint32_t i = 0; ok && i < names.n_items; i++)
        add_name(c, kind, &names.items[i], &out);
    ok = ok && dump_text(buf_str(&out));
    names_done(&names);
    buf_done(&out);
    return ok;
}

/* Finds what has that name: a feed, a reading list or a tag. */
static bool
find_list(struct cabinet *c, struct str name, struct lists_ask *out_ask)
{
    struct err unused;

    out_ask->list = LISTS_FEED;
    if (feeds_find(c->db, name, &out_ask->of, &unused))
        return true;
    out_ask->list = LISTS_READING;
    if (names_find(c->db, NAMES_READING, name, &out_ask->of, &unused))
        return true;
    out_ask->list = LISTS_TAG;
    return names_find(c->db, NAMES_TAG, name, &out_ask->of, &unused);
}

/* Prints the list with that name. */
static bool
print_named(struct cabinet *c, const char *name)
{
    static const char *const names[] = {
#define X(constant, name) name,
        LISTS(X)
#undef X
    };
    struct lists_ask ask = {0};

    if (strcmp(name, "feeds") == 0)
        return print_feeds(c);
    if (strcmp(name, "lists") == 0)
        return print_names(c, NAMES_READING);
    if (strcmp(name, "tags") == 0)
        return print_names(c, NAMES_TAG);
    if (strcmp(name, "unread") == 0)
        return print_unread(c);
    for (ask.list = 0; ask.list < LISTS_TAG; ask.list++)
        if (strcmp(name, names[ask.list]) == 0)
            return print_list(c, ask);
    if (find_list(c, str_of(name), &ask))
        return print_list(c, ask);
    complaint_about(name,
        "no such list, tag or feed (lists are all, saved, archived, favorite, "
        "history, unfinished, unread, feeds, lists and tags)");
    return false;
}

/* Prints the reading list that an option names. */
static bool
print_reading(struct cabinet *c)
{
    struct lists_ask ask = {.list = LISTS_READING};
    struct err err;

    if (!names_find(c->db, NAMES_READING, str_of(c->options->reading_list),
            &ask.of, &err))
        return complain(&err);
    return print_list(c, ask);
}

bool
catalog_list(struct cabinet *c)
{
    const struct options *o = c->options;
    bool ok = true;

    if (o->reading_list)
        ok = print_reading(c);
    else if (o->n_operands == 0)
        return print_list(c, (struct lists_ask){.list = LISTS_ALL});
    for (uint32_t i = 0; i < o->n_operands; i++)
        ok = print_named(c, o->operands[i]) && ok;
    return ok;
}

static void
add_hit(struct cabinet *c, const struct item *item, const struct snippet *s,
    struct buf *out)
{
    if (!c->is_json) {
        add_line(c, item, out);
        if (s->text.len > 0)
            buf_add_format(out, "    %.*s\n", STR_ARG(s->text));
        return;
    }
    fields_open(out, '{');
    add_fields(c, item, out);
    fields_add_text(out, "snippet", s->text);
    fields_close(out, '}');
    buf_add_char(out, '\n');
}

bool
catalog_search(struct cabinet *c)
{
    struct hits_ask ask = {
        .words = str_of(c->options->search), .limit = MAX_HITS};
    struct hits hits = {0};
    struct buf out = {0};
    struct err err;
    bool ok = hits_find(c->db, &ask, &hits, &err) || complain(&err);

    for (uint32_t i = 0; ok && i < hits.list.n_items; i++)
        add_hit(c, &hits.list.items[i], &hits.snippets[i], &out);
    if (ok && hits.list.n_items == 0) {
        complaint_about(c->options->search, "nothing in the library has this");
        ok = false;
    }
    ok = ok && dump_text(buf_str(&out));
    hits_done(&hits);
    buf_done(&out);
    return ok;
}

bool
catalog_show(struct cabinet *c, int64_t id)
{
    struct item_list page = {0};
    struct buf out = {0};
    struct err err;
    bool ok = lists_load_item(c->db, id, &page, &err) || complain(&err);

    if (ok)
        add_line(c, &page.items[0], &out);
    ok = ok && dump_text(buf_str(&out));
    item_list_done(&page);
    buf_done(&out);
    return ok;
}
