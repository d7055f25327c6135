/* SPDX-License-Identifier: ISC */
/*
 * rows - what the library looks like as rows
 *
 * What cannot be read of the library is left out: its notice says why.
 */
#include "rows.h"

#include "base/mem.h"
#include "ui/filter.h"

#include <stdlib.h>

static const struct {
    const char *title;
    enum lists_list list;
    uint32_t most;
} parts[] = {
#define X(constant, title, list, most) {title, list, most},
    ROWS_PARTS(X)
#undef X
};

const char *
rows_title(enum rows_part part)
{
    return parts[part].title;
}

enum lists_list
rows_list(enum rows_part part)
{
    return parts[part].list;
}

bool
rows_can_choose(const struct row *row)
{
    return row->kind != ROWS_GAP && row->kind != ROWS_HEADING &&
           row->kind != ROWS_SNIPPET;
}

/* Returns the number that what a row shows has in the library. */
static int64_t
number_of(const struct rows *r, const struct row *row)
{
    switch (row->kind) {
    case ROWS_FEED:
        return r->feeds.items[row->n].id;
    case ROWS_LIST:
        return r->lists.items[row->n].id;
    case ROWS_TAG:
        return r->tags.items[row->n].id;
    default:
        return row->id;
    }
}

static void
add(struct rows *r, const struct row *row)
{
    MEM_GROW(r->items, r->cap_items, r->n_items + 1);
    r->items[r->n_items] = *row;
    r->items[r->n_items++].id = number_of(r, row);
    r->n_found += rows_can_choose(row);
}

static void
add_heading(struct rows *r, enum rows_part part, uint32_t n)
{
    if (r->n_items > 0)
        add(r, &(struct row){.kind = ROWS_GAP, .part = part});
    add(r, &(struct row){.kind = ROWS_HEADING, .part = part, .n = n});
}

/* Returns how many of n rows of the part are shown; one more needs no row that
 * says so. */
static uint32_t
cut(enum rows_part part, uint32_t n)
{
    return n > parts[part].most + 1 ? parts[part].most : n;
}

static void
add_more(struct rows *r, enum rows_part part, uint32_t n)
{
    if (n > 0)
        add(r, &(struct row){.kind = ROWS_MORE, .part = part, .n = n});
}

/* Adds a part that is a list of items. */
static void
add_items(struct rows *r, struct db *db, enum rows_part part)
{
    struct lists_ask ask = {
        .list = parts[part].list, .limit = parts[part].most + 1};
    struct lists_numbers numbers = {0};
    struct err err;

    if (db && lists_load_numbers(db, &ask, &numbers, &err) &&
        numbers.n_ids > 0) {
        uint32_t n = numbers.n_ids;
        if (n > parts[part].most)
            n = (uint32_t)lists_count(db, ask.list, 0);
        const uint32_t n_shown = cut(part, n);
        add_heading(r, part, n);
        for (uint32_t i = 0; i < n_shown && i < numbers.n_ids; i++)
            add(r, &(struct row){
                       .kind = ROWS_ITEM, .part = part, .id = numbers.ids[i]});
        add_more(r, part, n - n_shown);
    }
    lists_numbers_done(&numbers);
}

/* Adds the feeds that home has room for: where that is not all of them, those
 * that have something new go first. */
static void
add_feeds(struct rows *r, uint32_t n_shown)
{
    const struct feeds_list *feeds = &r->feeds;
    const bool is_cut = n_shown < feeds->n_items;
    uint32_t n = 0;

    for (int is_read = 0; is_read < 2; is_read++)
        for (uint32_t i = 0; i < feeds->n_items && n < n_shown; i++)
            if ((is_cut && feeds->items[i].n_unread == 0) == is_read) {
                add(r, &(struct row){
                           .kind = ROWS_FEED, .part = ROWS_FEEDS, .n = i});
                n++;
            }
    add_more(r, ROWS_FEEDS, feeds->n_items - n_shown);
}

/* Adds n rows of a kind, which are numbered in order. */
static void
add_numbered(struct rows *r, enum rows_kind kind, enum rows_part part,
    uint32_t n, uint32_t n_shown)
{
    for (uint32_t i = 0; i < n_shown; i++)
        add(r, &(struct row){.kind = kind, .part = part, .n = i});
    add_more(r, part, n - n_shown);
}

static void
add_bundled(struct rows *r, const struct shelf *shelf)
{
    for (uint32_t i = 0; i < shelf_count(shelf); i++)
        add(r, &(struct row){.kind = ROWS_BUNDLED,
                   .part = ROWS_BUNDLED_PART,
                   .n = shelf_at(shelf, i)});
}

static void
clear(struct rows *r)
{
    r->n_items = r->n_found = 0;
    feeds_done(&r->feeds);
    names_done(&r->lists);
    names_done(&r->tags);
    hits_done(&r->hits);
}

/* Reads the subscriptions, the reading lists and the tags; what cannot be read
 * is not there. */
static void
load_names(struct rows *r, struct db *db)
{
    struct err err;

    if (db && !feeds_load(db, &r->feeds, &err))
        feeds_done(&r->feeds);
    if (db && !names_load(db, NAMES_READING, 0, &r->lists, &err))
        names_done(&r->lists);
    if (db && !names_load(db, NAMES_TAG, 0, &r->tags, &err))
        names_done(&r->tags);
}

/* Adds n names as rows of a kind, as far as home has them or all of them. */
static void
add_names(struct rows *r, enum rows_kind kind, enum rows_part part, uint32_t n,
    bool is_whole)
{
    if (n > 0 && !is_whole)
        add_heading(r, part, n);
    add_numbered(r, kind, part, n, is_whole ? n : cut(part, n));
}

/* Adds the part as far as home has it, or whole. */
static void
add_part(struct rows *r, struct db *db, const struct shelf *shelf,
    enum rows_part part, bool is_whole)
{
    uint32_t n;

    switch (part) {
    case ROWS_LISTS:
        add_names(r, ROWS_LIST, part, r->lists.n_items, is_whole);
        break;
    case ROWS_FEEDS:
        n = r->feeds.n_items;
        if (n > 0 && !is_whole)
            add_heading(r, part, n);
        add_feeds(r, is_whole ? n : cut(part, n));
        break;
    case ROWS_TAGS:
        add_names(r, ROWS_TAG, part, r->tags.n_items, is_whole);
        break;
    case ROWS_BUNDLED_PART:
        if (shelf_count(shelf) > 0 && !is_whole)
            add_heading(r, part, shelf_count(shelf));
        add_bundled(r, shelf);
        break;
    default:
        add_items(r, db, part);
        break;
    }
}

void
rows_load_home(struct rows *r, struct db *db, const struct shelf *shelf)
{
    clear(r);
    load_names(r, db);
    for (enum rows_part part = 0; part <= ROWS_ARCHIVED; part++)
        add_part(r, db, shelf, part, false);
}

void
rows_load_part(struct rows *r, struct db *db, const struct shelf *shelf,
    enum rows_part part)
{
    const struct lists_ask ask = {.list = parts[part].list};

    if (ask.list != LISTS_COUNT) {
        rows_load_list(r, db, &ask);
        return;
    }
    clear(r);
    load_names(r, db);
    add_part(r, db, shelf, part, true);
}

void
rows_load_list(struct rows *r, struct db *db, const struct lists_ask *ask)
{
    struct lists_numbers numbers = {0};
    struct err err;

    clear(r);
    if (!db || !lists_load_numbers(db, ask, &numbers, &err))
        numbers.n_ids = 0;
    const bool is_feed = ask->list == LISTS_FEED || ask->list == LISTS_UNREAD;
    for (uint32_t i = 0; i < numbers.n_ids; i++)
        add(r, &(struct row){.kind = ROWS_ITEM,
                   .part = ROWS_NAMES,
                   .n = is_feed,
                   .id = numbers.ids[i]});
    lists_numbers_done(&numbers);
}

void
rows_turn(struct rows *r)
{
    for (uint32_t i = 0, j = r->n_items; i + 1 < j--; i++) {
        struct row row = r->items[i];
        r->items[i] = r->items[j];
        r->items[j] = row;
    }
}

uint32_t
rows_move(struct rows *r, uint32_t row, int places)
{
    const int step = places < 0 ? -1 : 1;

    for (; places != 0; places -= step) {
        const uint32_t next = row + (uint32_t)step;
        if (next >= r->n_items)
            break;
        struct row moved = r->items[row];
        r->items[row] = r->items[next];
        r->items[next] = moved;
        row = next;
    }
    return row;
}

/* What is looked for by what it is called. */
struct naming {
    const struct rows *rows;
    const struct shelf *shelf;
};

static void
add_feed_text(void *user, uint32_t row, struct buf *out)
{
    const struct naming *n = user;
    const struct feeds_item *feed = &n->rows->feeds.items[row];

    buf_add_str(out, feed->title);
    buf_add_char(out, ' ');
    buf_add_str(out, feed->url);
    buf_add_char(out, ' ');
    buf_add_str(out, feed->folder);
}

static void
add_list_text(void *user, uint32_t row, struct buf *out)
{
    const struct naming *n = user;

    buf_add_str(out, n->rows->lists.items[row].name);
}

static void
add_tag_text(void *user, uint32_t row, struct buf *out)
{
    const struct naming *n = user;

    buf_add_char(out, '#');
    buf_add_str(out, n->rows->tags.items[row].name);
}

static void
add_bundled_text(void *user, uint32_t row, struct buf *out)
{
    const struct naming *n = user;

    buf_add_text(out, shelf_title(n->shelf, shelf_at(n->shelf, row)));
}

/* Adds those of n things that are called so, as rows of a kind. */
static void
add_called(struct rows *r, const struct row *like, const struct naming *naming,
    struct str words, filter_text_fn add_text)
{
    struct filter filter = {0};
    const uint32_t n = like->n;

    filter_reset(&filter, n);
    filter_apply(&filter, words, add_text, (void *)naming);
    if (filter.n_shown > 0)
        add_heading(r, like->part, filter.n_shown);
    for (uint32_t i = 0; i < filter.n_shown; i++) {
        struct row row = *like;
        row.n = filter_row(&filter, i);
        if (row.kind == ROWS_BUNDLED)
            row.n = shelf_at(naming->shelf, row.n);
        add(r, &row);
    }
    filter_done(&filter);
}

void
rows_load_found(struct rows *r, struct db *db, const struct shelf *shelf,
    struct rows_found *found)
{
    struct naming naming = {r, shelf};

    clear(r);
    load_names(r, db);
    r->hits = found->hits;
    found->hits = (struct hits){0};
    add_called(r, &(struct row){ROWS_FEED, ROWS_FEEDS, r->feeds.n_items, 0},
        &naming, found->words, add_feed_text);
    add_called(r, &(struct row){ROWS_LIST, ROWS_LISTS, r->lists.n_items, 0},
        &naming, found->words, add_list_text);
    add_called(r, &(struct row){ROWS_TAG, ROWS_TAGS, r->tags.n_items, 0},
        &naming, found->words, add_tag_text);
    add_called(r,
        &(struct row){ROWS_BUNDLED, ROWS_BUNDLED_PART, shelf_count(shelf), 0},
        &naming, found->words, add_bundled_text);
    if (found->n_ids > 0)
        add_heading(r, ROWS_NAMES, found->n_ids);
    for (uint32_t i = 0; i < found->n_ids; i++)
        add(r, &(struct row){
                   .kind = ROWS_ITEM, .part = ROWS_NAMES, .id = found->ids[i]});
    if (r->hits.list.n_items > 0)
        add_heading(r, ROWS_TEXTS, r->hits.list.n_items);
    for (uint32_t i = 0; i < r->hits.list.n_items; i++) {
        const int64_t id = r->hits.list.items[i].id;
        add(r, &(struct row){ROWS_HIT, ROWS_TEXTS, i, id});
        if (r->hits.snippets[i].text.len > 0)
            add(r, &(struct row){ROWS_SNIPPET, ROWS_TEXTS, i, id});
    }
}

static bool
is_same(const struct row *a, const struct row *b)
{
    return a->kind == b->kind && a->part == b->part && a->id == b->id &&
           (a->id != 0 || a->n == b->n || a->kind == ROWS_MORE);
}

uint32_t
rows_find(const struct rows *r, const struct row *row, uint32_t near)
{
    /* What came in above moves everything down a little. */
    for (uint32_t gap = 0; gap < r->n_items; gap++) {
        if (near + gap < r->n_items && is_same(&r->items[near + gap], row))
            return near + gap;
        if (gap <= near && near - gap < r->n_items &&
            is_same(&r->items[near - gap], row))
            return near - gap;
    }
    return near < r->n_items ? near : r->n_items > 0 ? r->n_items - 1 : 0;
}

void
rows_done(struct rows *r)
{
    clear(r);
    free(r->items);
    *r = (struct rows){0};
}
