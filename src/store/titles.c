/* SPDX-License-Identifier: ISC */
/*
 * titles - the titles of everything, ready to be filtered as somebody types
 *
 * One text, an item a line, newest first. The first word is looked for in the
 * whole text at once; only lines that have it are looked at for the others.
 */
#include "store/titles.h"

#include "base/buf.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "query.h"

#include <stdlib.h>

enum {
    N_WORDS = 8 /* of what is typed */
};

struct titles {
    struct buf text; /* folded, each item's with '\n' behind it */
    size_t *ends;    /* owned: where the text of each item ends */
    int64_t *ids;    /* owned */
    uint32_t n_items, cap_ends, cap_ids;
};

/* Appends s folded, on one line. */
static void
add_folded(struct buf *out, struct str s)
{
    size_t start = out->len, i = 0;

    while (i < s.len && (unsigned char)s.ptr[i] < 0x80)
        i++;
    if (i < s.len) {
        utf8_add_folded(out, s);
    } else {
        for (i = 0; i < s.len; i++)
            buf_add_char(out, str_lower(s.ptr[i]));
    }
    buf_replace(out, start, '\n', ' ');
}

struct titles *
titles_load(struct db *db, struct err *err)
{
    struct titles *t = mem_alloc_zero(1, sizeof *t);
    struct query q = query_begin(db,
        "SELECT id, CASE title WHEN '' THEN place ELSE title END, byline, site"
        " FROM item WHERE deleted_by = 0 ORDER BY id DESC");

    while (query_next(&q)) {
        MEM_GROW(t->ids, t->cap_ids, t->n_items + 1);
        MEM_GROW(t->ends, t->cap_ends, t->n_items + 1);
        t->ids[t->n_items] = query_number(&q, 0);
        for (int i = 1; i <= 3; i++) {
            add_folded(&t->text, query_text(&q, i));
            buf_add_char(&t->text, i < 3 ? ' ' : '\n');
        }
        t->ends[t->n_items++] = t->text.len;
    }
    if (query_end(&q, err))
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
        if (!memmem(line.ptr, line.len, words[i].ptr, words[i].len))
            return false;
    return true;
}

/* Finds the line that the byte at is in, at or after line from. */
static uint32_t
find_line(const struct titles *t, size_t at, uint32_t from)
{
    uint32_t low = from, high = t->n_items - 1;

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
        size_t start = line > 0 ? t->ends[line - 1] : 0;
        struct str s = {text + start, t->ends[line] - start};
        if (has_words(s, words, 1, n))
            ids[n_found++] = t->ids[line];
        at = text + t->ends[line];
    }
    buf_done(&folded);
    return n_found;
}
