/* SPDX-License-Identifier: ISC */
/*
 * shelf - what is read one after the other
 *
 * Items stand in the order of their ids. Two arrays of ids say more: by_place
 * is the reading order, without feeds that became their entries, by_source is
 * sorted by source, to find one by bisection. Moving an item within them moves
 * four bytes a neighbor, which is nothing for any list that a person reads
 * through.
 */
#include "app/shelf.h"

#include "base/mem.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

struct shelf {
    struct shelf_item *items;
    shelf_id *by_place;
    shelf_id *by_source;
    uint32_t n_items, n_places, cap_items, cap_by_place, cap_by_source;
    struct feed **feeds; /* owned: what entries are of */
    uint32_t n_feeds, cap_feeds;
    uint32_t n_batches;
    unsigned n_changes;
};

struct shelf *
shelf_new(void)
{
    return mem_alloc_zero(1, sizeof(struct shelf));
}

static void
free_item(struct shelf_item *item)
{
    source_done(&item->source);
    free(item->title);
    free(item->byline);
    free(item->published);
    free(item->excerpt);
    free(item->failure);
}

void
shelf_free(struct shelf *s)
{
    if (!s)
        return;
    for (uint32_t i = 0; i < s->n_items; i++)
        free_item(&s->items[i]);
    for (uint32_t i = 0; i < s->n_feeds; i++)
        feed_free(s->feeds[i]);
    free(s->feeds);
    free(s->items);
    free(s->by_place);
    free(s->by_source);
    free(s);
}

/*
 * Moves the last n - at ids of the array one place up and puts id at the gap.
 */
static void
insert(shelf_id *ids, uint32_t n, uint32_t at, shelf_id id)
{
    memmove(ids + at + 1, ids + at, (n - at) * sizeof *ids);
    ids[at] = id;
}

/*
 * Returns how many of the items in by_source stand before source.
 */
static uint32_t
rank_source(const struct shelf *s, const struct source *source)
{
    uint32_t from = 0, to = s->n_items;

    while (from < to) {
        uint32_t middle = from + (to - from) / 2;
        const struct shelf_item *item = &s->items[s->by_source[middle]];
        if (source_compare(&item->source, source) < 0)
            from = middle + 1;
        else
            to = middle;
    }
    return from;
}

/*
 * Returns a number below or above 0 as item a is read before or after item b.
 */
static int
compare_places(const struct shelf *s, shelf_id a, shelf_id b)
{
    const struct shelf_item *x = &s->items[a], *y = &s->items[b];

    if (x->batch != y->batch)
        return x->batch < y->batch ? -1 : 1;
    if (x->order != y->order)
        return x->order < y->order ? -1 : 1;
    return a < b ? -1 : 1;
}

/*
 * Puts an item whose place may have changed, the only one, where it belongs.
 */
static void
put_in_place(struct shelf *s, shelf_id id)
{
    const uint32_t rest = s->n_places - 1;
    const uint32_t old = shelf_place(s, id);
    uint32_t from = 0, to = rest;

    memmove(s->by_place + old, s->by_place + old + 1,
        (rest - old) * sizeof *s->by_place);
    while (from < to) {
        uint32_t middle = from + (to - from) / 2;
        if (compare_places(s, s->by_place[middle], id) < 0)
            from = middle + 1;
        else
            to = middle;
    }
    insert(s->by_place, rest, from, id);
}

shelf_id
shelf_find(const struct shelf *s, const struct source *source)
{
    uint32_t rank = rank_source(s, source);

    if (rank < s->n_items &&
        source_eq(&s->items[s->by_source[rank]].source, source))
        return s->by_source[rank];
    return SHELF_NONE;
}

/*
 * Adds one article, unless it is there, and returns its id.
 */
static shelf_id
add_article(struct shelf *s, const struct source *source)
{
    shelf_id id = shelf_find(s, source);
    if (id != SHELF_NONE)
        return id;

    id = s->n_items;
    MEM_GROW(s->items, s->cap_items, id + 1);
    MEM_GROW(s->by_place, s->cap_by_place, s->n_places + 1);
    MEM_GROW(s->by_source, s->cap_by_source, id + 1);
    insert(s->by_source, id, rank_source(s, source), id);
    s->items[id] = (struct shelf_item){
        .source = source_copy(source),
        .order = INT32_MAX,
        .batch = s->n_batches,
        .first_entry = SHELF_NONE,
    };
    s->by_place[s->n_places++] = id;
    s->n_items++;
    s->n_changes++;
    return id;
}

shelf_id
shelf_add(struct shelf *s, const struct source *source, struct err *err)
{
    shelf_id first = SHELF_NONE;

    if (source->kind != SOURCE_FOLDER) {
        first = add_article(s, source);
    } else {
        struct source_list list = {0};
        if (!source_read_folder(source->place, &list, err))
            return SHELF_NONE;
        for (uint32_t i = 0; i < list.n_items; i++) {
            shelf_id id = add_article(s, &list.items[i]);
            if (i == 0)
                first = id;
        }
        source_list_done(&list);
        if (first == SHELF_NONE)
            err_set(err, ERR_NOT_FOUND,
                "no articles in this folder (.md, .html or .txt)");
    }
    s->n_batches++;
    return first;
}

/*
 * Puts a copy of what the article says under fact in place of *text; with
 * is_kept only if it says anything.
 */
static void
put_fact(char **text, const struct article *a, enum fact fact, bool is_kept)
{
    struct str value = article_fact(a, fact);

    if (is_kept && value.len == 0)
        return;
    free(*text);
    *text = value.len > 0 ? mem_copy_text(value.ptr, value.len) : NULL;
}

/*
 * Returns the order number that the article gives itself.
 */
static int32_t
read_order(const struct article *a)
{
    struct str fact = article_fact(a, FACT_ORDER);
    if (fact.len == 0)
        return INT32_MAX;

    char *text = mem_copy_text(fact.ptr, fact.len);
    char *end;
    long number = strtol(text, &end, 10);
    bool ok = *end == '\0' && number > INT32_MIN && number < INT32_MAX;
    free(text);
    return ok ? (int32_t)number : INT32_MAX;
}

void
shelf_note_article(struct shelf *s, shelf_id id, const struct article *a)
{
    assert(id < s->n_items);
    struct shelf_item *item = &s->items[id];
    const bool is_entry = item->feed != NULL;

    s->n_changes++;
    put_fact(&item->title, a, FACT_TITLE, is_entry);
    put_fact(&item->byline, a, FACT_BYLINE, is_entry);
    put_fact(&item->published, a, FACT_PUBLISHED, is_entry);
    if (!is_entry) {
        put_fact(&item->excerpt, a, FACT_EXCERPT, false);
        item->order = read_order(a);
    }
    free(item->failure);
    item->failure = NULL;
    item->words = article_words(a, 0, a->n_blocks);
    item->is_known = true;
    if (item->first_entry == SHELF_NONE) /* else its entries are in its place */
        put_in_place(s, id);
}

void
shelf_note_failure(struct shelf *s, shelf_id id, const char *why)
{
    assert(id < s->n_items);
    struct shelf_item *item = &s->items[id];

    s->n_changes++;
    free(item->failure);
    item->failure = mem_copy_text(why, strlen(why));
    item->is_known = true;
}

static char *
copy_text(struct str s)
{
    return s.len > 0 ? mem_copy_text(s.ptr, s.len) : NULL;
}

void
shelf_note_title(struct shelf *s, shelf_id id, struct str title)
{
    assert(id < s->n_items);
    struct shelf_item *item = &s->items[id];

    s->n_changes++;
    free(item->title);
    item->title = copy_text(title);
    item->is_known = true;
}

void
shelf_note_feed(struct shelf *s, shelf_id id, const struct feed *f)
{
    assert(id < s->n_items);
    struct shelf_item *item = &s->items[id];

    s->n_changes++;
    free(item->title);
    free(item->excerpt);
    free(item->failure);
    item->title = copy_text(feed_fact(f, FEED_TITLE));
    item->excerpt = copy_text(feed_fact(f, FEED_EXCERPT));
    item->failure = NULL;
    item->is_known = true;
}

/*
 * Returns the source of entry e of the feed that item id is, owned: its page,
 * unless another entry of f has that.
 */
static struct source
make_source(const struct shelf *s, shelf_id id, const struct feed *f, feed_ix e)
{
    const struct source *feed = &s->items[id].source;
    const struct str url = feed_entry_fact(f, e, FEED_ENTRY_URL);
    struct source source = source_make_entry(feed, url, feed_key(f, e));
    const shelf_id known = shelf_find(s, &source);
    bool is_old = known != SHELF_NONE && s->items[known].feed &&
                  s->items[known].feed != f &&
                  s->items[known].batch == s->items[id].batch;

    if (known == SHELF_NONE || is_old)
        return source;
    source_done(&source);
    return feed_is_whole(f, e)
               ? source_make_entry(feed, (struct str){0}, feed_key(f, e))
               : source_make_twin(feed, url, feed_key(f, e));
}

/*
 * Puts entry e of the feed that item id is on the shelf, behind all others if it
 * is new, and returns its id.
 */
static shelf_id
put_entry(struct shelf *s, shelf_id id, const struct feed *f, feed_ix e)
{
    struct str excerpt = feed_entry_fact(f, e, FEED_ENTRY_EXCERPT);
    const struct str title = feed_label(f, e);
    struct source source = make_source(s, id, f, e);
    const shelf_id put = add_article(s, &source);
    struct shelf_item *item = &s->items[put];

    source_done(&source);
    if (str_eq(title, excerpt))
        excerpt.len = 0;
    free(item->title);
    free(item->byline);
    free(item->published);
    free(item->excerpt);
    item->title = copy_text(title);
    item->byline = copy_text(feed_entry_fact(f, e, FEED_ENTRY_BYLINE));
    item->published = copy_text(feed_date(f, e));
    item->excerpt = copy_text(excerpt);
    item->words = feed_is_whole(f, e) ? f->entries[e].words : 0;
    item->batch = s->items[id].batch;
    item->order = (int32_t)e;
    item->is_known = true;
    item->feed = f;
    item->entry = e;
    return put;
}

/*
 * Puts the n entries, and behind them those of an older edition, in the n_old
 * places from place on, where the feed or that edition was. From n_places on
 * there are new entries, which have no place yet.
 */
static void
place_entries(struct shelf *s, const shelf_id *entries, uint32_t n,
    uint32_t place, uint32_t n_old, uint32_t n_places)
{
    const struct feed *f = s->items[entries[0]].feed;
    shelf_id *all = mem_alloc_zero((size_t)n + n_places, sizeof *all);
    uint32_t n_all = 0;

    for (uint32_t i = 0; i < n; i++)
        if (s->items[entries[i]].entry == i)
            all[n_all++] = entries[i];
    for (uint32_t i = place; i < place + n_old; i++) {
        struct shelf_item *item = &s->items[s->by_place[i]];
        if (!item->feed || item->feed == f)
            continue;
        item->order = (int32_t)n_all;
        all[n_all++] = s->by_place[i];
    }
    const uint32_t behind = place + n_old;
    memcpy(
        all + n_all, s->by_place + behind, (n_places - behind) * sizeof *all);
    n_all += n_places - behind;
    MEM_GROW(s->by_place, s->cap_by_place, place + n_all);
    memcpy(s->by_place + place, all, n_all * sizeof *all);
    s->n_places = place + n_all;
    free(all);
}

shelf_id
shelf_spread(struct shelf *s, shelf_id id, struct feed *f)
{
    const uint32_t n_places = s->n_places, n = f->n_entries;
    uint32_t n_old = 1;

    assert(id < s->n_items);
    shelf_note_feed(s, id, f);
    if (n == 0) {
        feed_free(f);
        return s->items[id].first_entry;
    }
    MEM_GROW(s->feeds, s->cap_feeds, s->n_feeds + 1);
    s->feeds[s->n_feeds++] = f;
    const uint32_t place = shelf_place(s, id);
    const uint32_t batch = s->items[id].batch;
    while (s->items[id].first_entry != SHELF_NONE && place + n_old < n_places &&
           s->items[s->by_place[place + n_old]].batch == batch)
        n_old++;
    shelf_id *entries = mem_alloc_zero(n, sizeof *entries);
    for (feed_ix e = 0; e < n; e++)
        entries[e] = put_entry(s, id, f, e);
    place_entries(s, entries, n, place, n_old, n_places);
    s->items[id].first_entry = s->by_place[place];
    free(entries);
    return s->items[id].first_entry;
}

shelf_id
shelf_feed(const struct shelf *s, shelf_id id)
{
    const struct shelf_item *entry = shelf_item(s, id);

    for (shelf_id i = 0; entry->feed && i < s->n_items; i++)
        if (s->items[i].first_entry != SHELF_NONE &&
            s->items[i].batch == entry->batch)
            return i;
    return SHELF_NONE;
}

struct article *
shelf_article(const struct shelf *s, shelf_id id, bool is_whole)
{
    const struct shelf_item *item = shelf_item(s, id);
    struct err err;

    if (!item->feed || !feed_has_article(item->feed, item->entry) ||
        (is_whole && !feed_is_whole(item->feed, item->entry)))
        return NULL;
    return feed_article(item->feed, item->entry, &err);
}

uint32_t
shelf_count(const struct shelf *s)
{
    return s->n_places;
}

shelf_id
shelf_at(const struct shelf *s, uint32_t place)
{
    assert(place < s->n_places);
    return s->by_place[place];
}

uint32_t
shelf_place(const struct shelf *s, shelf_id id)
{
    uint32_t place = 0;

    assert(id < s->n_items);
    if (s->items[id].first_entry != SHELF_NONE)
        id = s->items[id].first_entry;
    while (s->by_place[place] != id)
        place++;
    return place;
}

unsigned
shelf_n_changes(const struct shelf *s)
{
    return s->n_changes;
}

uint32_t
shelf_size(const struct shelf *s)
{
    return s->n_items;
}

const struct shelf_item *
shelf_item(const struct shelf *s, shelf_id id)
{
    assert(id < s->n_items);
    return &s->items[id];
}

const char *
shelf_title(const struct shelf *s, shelf_id id)
{
    const struct shelf_item *item = shelf_item(s, id);

    return item->title ? item->title : source_label(&item->source);
}

shelf_id
shelf_neighbor(const struct shelf *s, shelf_id id, int step)
{
    const uint32_t place = shelf_place(s, id);

    if (step < 0)
        return place > 0 ? s->by_place[place - 1] : SHELF_NONE;
    return place + 1 < s->n_places ? s->by_place[place + 1] : SHELF_NONE;
}
