/* SPDX-License-Identifier: ISC */
/*
 * titles - the titles of everything, ready to be filtered and sorted at once
 *
 * One text, an item a line, newest first. The longest word is looked for in the
 * whole text at once; only lines that have it are looked at for the others.
 *
 * What takes long of sorting is done when titles are read: then every item has
 * a rank in each order, and to sort any list is to count.
 */
#include "store/titles.h"

#include "base/buf.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "query.h"

#include <assert.h>
#include <stdlib.h>

enum {
    N_WORDS = 8 /* of what is typed */
};

struct titles {
    struct buf text; /* folded, each item's with '\n' behind it */
    size_t *ends;    /* owned: where the text of each item ends */
    int64_t *ids;    /* owned, falling */
    uint32_t *ranks[TITLES_N_ORDERS]; /* owned: of each item */
    uint32_t n_items, cap_ends, cap_ids;
};

/* What an item is sorted by. */
struct key {
    uint64_t first; /* most of it */
    struct str rest;
    uint32_t item;
};

/* Appends s folded, on one line. */
static void
add_folded(struct buf *out, struct str s)
{
    char *end = buf_reserve(out, s.len);
    size_t start = out->len;
    unsigned char bits = 0;

    for (size_t i = 0; i < s.len; i++) {
        char c = s.ptr[i];
        bits |= (unsigned char)c;
        end[i] = c == '\n' ? ' ' : str_lower(c);
    }
    if (bits < 0x80) {
        out->len += s.len;
        return;
    }
    utf8_add_folded(out, s);
    buf_replace(out, start, '\n', ' ');
}

static struct str
line_at(const struct titles *t, uint32_t item)
{
    size_t from = item > 0 ? t->ends[item - 1] : 0;

    return str_slice(buf_str(&t->text), from, t->ends[item]);
}

static int
compare(const void *a, const void *b)
{
    const struct key *x = a, *y = b;
    size_t len = x->rest.len < y->rest.len ? x->rest.len : y->rest.len;
    int order = (x->first > y->first) - (x->first < y->first);

    if (order == 0 && len > 0)
        order = memcmp(x->rest.ptr, y->rest.ptr, len);
    if (order == 0)
        order = (x->rest.len > y->rest.len) - (x->rest.len < y->rest.len);
    return order != 0 ? order : (x->item > y->item) - (x->item < y->item);
}

/* Returns the rank of each item, owned; those with equal keys have the same. */
static uint32_t *
rank(struct key *keys, uint32_t n)
{
    uint32_t *ranks = mem_alloc_zero((size_t)n + 1, sizeof *ranks);

    qsort(keys, n, sizeof *keys, compare);
    for (uint32_t i = 0; i < n; i++) {
        bool is_equal = i > 0 && keys[i].first == keys[i - 1].first &&
                        str_eq(keys[i].rest, keys[i - 1].rest);
        ranks[keys[i].item] = is_equal ? ranks[keys[i - 1].item] : i;
    }
    return ranks;
}

/* Sorts the items, of which lengths has the words and names the bytes of the
 * folded title. */
static void
rank_all(struct titles *t, const uint32_t *lengths, const uint32_t *names)
{
    struct key *keys = mem_alloc_zero((size_t)t->n_items + 1, sizeof *keys);

    assert(t->n_items == 0 || (lengths && names));
    for (uint32_t i = 0; i < t->n_items; i++) {
        struct str name = str_slice(line_at(t, i), 0, names[i]);
        keys[i] = (struct key){.item = i};
        for (size_t k = 0; k < sizeof keys[i].first; k++)
            keys[i].first = keys[i].first << 8 |
                            (k < name.len ? (unsigned char)name.ptr[k] : 0);
        keys[i].rest = str_slice(name, sizeof keys[i].first, name.len);
    }
    t->ranks[TITLES_BY_NAME] = rank(keys, t->n_items);
    for (uint32_t i = 0; i < t->n_items; i++)
        keys[i] = (struct key){
            .first = lengths[i] > 0 ? lengths[i] : UINT64_MAX, .item = i};
    t->ranks[TITLES_BY_LENGTH] = rank(keys, t->n_items);
    free(keys);
}

struct titles *
titles_load(struct db *db, const atomic_bool *stop, struct err *err)
{
    struct titles *t = mem_alloc_zero(1, sizeof *t);
    uint32_t *lengths = NULL, *names = NULL;
    uint32_t cap_lengths = 0, cap_names = 0;
    struct query q = query_begin(db,
        "SELECT id, CASE title WHEN '' THEN place ELSE title END, byline, site,"
        " words FROM item WHERE deleted_by = 0 ORDER BY id DESC");

    while (!*stop && query_next(&q)) {
        MEM_GROW(t->ids, t->cap_ids, t->n_items + 1);
        MEM_GROW(t->ends, t->cap_ends, t->n_items + 1);
        MEM_GROW(lengths, cap_lengths, t->n_items + 1);
        MEM_GROW(names, cap_names, t->n_items + 1);
        t->ids[t->n_items] = query_number(&q, 0);
        lengths[t->n_items] = (uint32_t)query_number(&q, 4);
        size_t start = t->text.len;
        for (int i = 1; i <= 3; i++) {
            add_folded(&t->text, query_text(&q, i));
            if (i == 1)
                names[t->n_items] = (uint32_t)(t->text.len - start);
            buf_add_char(&t->text, i < 3 ? ' ' : '\n');
        }
        t->ends[t->n_items++] = t->text.len;
    }
    bool ok = query_end(&q, err) &&
              (!*stop || err_set(err, ERR_CANCELED, "nobody wants the titles"));
    if (ok)
        rank_all(t, lengths, names);
    free(lengths);
    free(names);
    if (ok)
        return t;
    titles_free(t);
    return NULL;
}

void
titles_free(struct titles *t)
{
    if (!t)
        return;
    buf_done(&t->text);
    free(t->ends);
    free(t->ids);
    for (int i = 0; i < TITLES_N_ORDERS; i++)
        free(t->ranks[i]);
    free(t);
}

uint32_t
titles_count(const struct titles *t)
{
    return t->n_items;
}

/* Tells whether the line has the words from number first on. */
static bool
has_words(struct str line, const struct str *words, int first, int n)
{
    for (int i = first; i < n; i++)
        if (str_find(line, words[i], 0) == line.len)
            return false;
    return true;
}

/* Finds the line that the byte at is in, at or after line from: it is near when
 * many lines have the word. */
static uint32_t
find_line(const struct titles *t, size_t at, uint32_t from)
{
    uint32_t low = from, step = 1;

    while (step < t->n_items - low && t->ends[low + step - 1] <= at) {
        low += step;
        step *= 2;
    }
    uint32_t high = t->n_items - low > step ? low + step : t->n_items - 1;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (t->ends[middle] > at)
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

uint32_t
titles_filter(const struct titles *t, struct str typed, int64_t *ids)
{
    struct str words[N_WORDS], rest, word;
    struct buf folded = {0};
    uint32_t n_found = 0;
    int n = 0, longest = 0;

    add_folded(&folded, typed);
    rest = buf_str(&folded);
    while (n < N_WORDS && (word = str_next_word(&rest)).len > 0) {
        words[n++] = word;
        if (word.len > words[longest].len)
            longest = n - 1;
    }
    if (n == 0) {
        if (t->n_items > 0)
            memcpy(ids, t->ids, t->n_items * sizeof *ids);
        buf_done(&folded);
        return t->n_items;
    }
    word = words[longest];
    words[longest] = words[0];
    words[0] = word;

    const char *text = t->text.ptr, *end = text + t->text.len, *at = text;
    uint32_t line = 0;
    while (t->n_items > 0 && at < end &&
           (at = memmem(at, (size_t)(end - at), word.ptr, word.len))) {
        line = find_line(t, (size_t)(at - text), line);
        if (has_words(line_at(t, line), words, 1, n))
            ids[n_found++] = t->ids[line];
        at = text + t->ends[line];
    }
    buf_done(&folded);
    return n_found;
}

/* Returns the rank of an item; n_items when it is not known. */
static uint32_t
find_rank(const struct titles *t, const uint32_t *ranks, int64_t id)
{
    uint32_t low = 0, high = t->n_items;

    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (t->ids[middle] > id)
            low = middle + 1;
        else
            high = middle;
    }
    return low < t->n_items && t->ids[low] == id ? ranks[low] : t->n_items;
}

void
titles_sort(
    const struct titles *t, enum titles_order order, int64_t *ids, uint32_t n)
{
    /* Where the items of each rank begin. */
    uint32_t *starts = mem_alloc_zero((size_t)t->n_items + 2, sizeof *starts);
    uint32_t *ranks = mem_alloc_zero((size_t)n + 1, sizeof *ranks);
    int64_t *sorted = mem_alloc_zero((size_t)n + 1, sizeof *sorted);

    for (uint32_t i = 0; i < n; i++) {
        ranks[i] = find_rank(t, t->ranks[order], ids[i]);
        starts[ranks[i] + 1]++;
    }
    for (uint32_t i = 1; i <= t->n_items; i++)
        starts[i] += starts[i - 1];
    for (uint32_t i = 0; i < n; i++)
        sorted[starts[ranks[i]]++] = ids[i];
    if (n > 0)
        memcpy(ids, sorted, n * sizeof *ids);
    free(sorted);
    free(ranks);
    free(starts);
}
