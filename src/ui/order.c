/* SPDX-License-Identifier: ISC */
/*
 * order - how a list of the library is sorted
 *
 * To sort by what items say, all of them have to be read, which a list that is
 * longer than MAX_ROWS does not get: it stays as it is behind that many.
 */
#include "order.h"

#include "base/mem.h"
#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>

enum {
    MAX_ROWS = 4000
};

struct key {
    struct row row;
    uint32_t words;
    size_t at; /* of the folded title, which ends in a NUL */
    const char *title;
};

static int
compare_titles(const void *a, const void *b)
{
    const struct key *x = a, *y = b;

    return strcmp(x->title, y->title);
}

static int
compare_words(const void *a, const void *b)
{
    const struct key *x = a, *y = b;
    /* Unknown ones, which have 0, come last. */
    const uint32_t m = x->words - 1, n = y->words - 1;

    return m < n ? -1 : m > n;
}

static void
sort(struct rows *rows, struct db *db,
    int (*compare)(const void *a, const void *b))
{
    const uint32_t n = rows->n_items < MAX_ROWS ? rows->n_items : MAX_ROWS;
    struct key *keys = mem_alloc_zero(n + 1, sizeof *keys);
    struct item_list list = {0};
    struct buf titles = {0};
    struct err err;

    for (uint32_t i = 0; i < n; i++) {
        keys[i].row = rows->items[i];
        keys[i].at = titles.len;
        if (lists_load_item(db, keys[i].row.id, &list, &err)) {
            keys[i].words = list.items[0].words;
            utf8_add_folded(&titles, list.items[0].title);
        }
        buf_add_char(&titles, '\0');
    }
    for (uint32_t i = 0; i < n; i++)
        keys[i].title = titles.ptr + keys[i].at;
    qsort(keys, n, sizeof *keys, compare);
    for (uint32_t i = 0; i < n; i++)
        rows->items[i] = keys[i].row;
    item_list_done(&list);
    buf_done(&titles);
    free(keys);
}

void
order_apply(enum order order, struct rows *rows, struct db *db)
{
    if (order == ORDER_OLDEST)
        rows_turn(rows);
    else if (order == ORDER_TITLE && db)
        sort(rows, db, compare_titles);
    else if (order == ORDER_SHORTEST && db)
        sort(rows, db, compare_words);
}

const char *
order_name(enum order order)
{
    static const char *const names[] = {
        "", "oldest first", "by title", "shortest first"};

    return names[order];
}
