/* SPDX-License-Identifier: ISC */
/*
 * lists - what is in the library, in the order of a list
 *
 * Every list is a walk down an index that has the list's condition (schema.c),
 * from the cursor on; unit/lists.c looks at the plans of SQLite. Which index that
 * is, is said: SQLite would as soon take one that has more.
 */
#include "store/lists.h"

#include "base/mem.h"
#include "query.h"
#include "row.h"

#include <stdlib.h>

/*
 * The parameters of every statement: the cursor, the limit, and what the list
 * is of. With WHOLE rows, the last two columns are the cursor of the row and
 * whether it is new.
 */
#define WHOLE(turn, is_new)  ROW_COLUMNS ", " turn ", " is_new
#define NUMBER(turn, is_new) "item.id"
#define FROM_ITEM(columns, index, turn, condition)                             \
    "SELECT " columns(turn, "read_turn = 0") " FROM item INDEXED BY " index    \
                                             " WHERE " condition " AND " turn  \
                                             " < ?1 ORDER BY " turn            \
                                             " DESC LIMIT ?2"
#define FROM_ENTRY(columns, condition)                                         \
    "SELECT " columns("turn",                                                  \
        "is_read = 0") " FROM entry"                                           \
                       " JOIN item ON item.id = entry.item WHERE feed = "      \
                       "?3" condition " AND deleted_by = 0 AND turn < ?1 "     \
                       "ORDER BY turn DESC LIMIT ?2"
#define SELECTS(columns)                                                       \
    {                                                                          \
        [LISTS_UNFINISHED] =                                                   \
            FROM_ITEM(columns, "item_unfinished", "read_turn",                 \
                "read_turn > 0 AND progress > 0 AND is_finished = 0"           \
                " AND deleted_by = 0"),                                        \
        [LISTS_SAVED] = FROM_ITEM(columns, "item_saved", "saved_turn",         \
            "saved_turn > 0 AND archived_turn = 0 AND deleted_by = 0"),        \
        [LISTS_ARCHIVED] = FROM_ITEM(columns, "item_archived",                 \
            "archived_turn", "archived_turn > 0 AND deleted_by = 0"),          \
        [LISTS_FAVORITE] = FROM_ITEM(columns, "item_favorite",                 \
            "favorite_turn", "favorite_turn > 0 AND deleted_by = 0"),          \
        [LISTS_HISTORY] = FROM_ITEM(columns, "item_read", "read_turn",         \
            "read_turn > 0 AND deleted_by = 0"),                               \
        [LISTS_ALL] = "SELECT " columns(                                       \
            "id", "read_turn = 0") " FROM item"                                \
                                   " WHERE deleted_by = 0 AND id < ?1 ORDER "  \
                                   "BY id DESC LIMIT ?2",                      \
        [LISTS_TAG] = "SELECT " columns("tagging.item",                        \
            "read_turn = 0") " FROM tagging JOIN item ON item.id = "           \
                             "tagging.item"                                    \
                             " WHERE tag = ?3 AND deleted_by = 0 AND "         \
                             "tagging.item < ?1"                               \
                             " ORDER BY tagging.item DESC LIMIT ?2",           \
        [LISTS_FEED] = FROM_ENTRY(columns, ""),                                \
        [LISTS_UNREAD] =                                                       \
            FROM_ENTRY(columns, " AND is_read = 0 AND item IS NOT NULL"),      \
        [LISTS_READING] = "SELECT " columns(                                   \
            "-turn", "read_turn = 0") " FROM listing JOIN item ON item.id = "  \
                                      "listing.item"                           \
                                      " WHERE list = ?3 AND deleted_by = 0 "   \
                                      "AND turn > -?1"                         \
                                      " ORDER BY turn LIMIT ?2",               \
    }

static const char *const selects[LISTS_COUNT] = SELECTS(WHOLE);
static const char *const numbers[LISTS_COUNT] = SELECTS(NUMBER);

static const char *const counts[LISTS_COUNT] = {
    [LISTS_UNFINISHED] =
        "SELECT count(*) FROM item INDEXED BY item_unfinished"
        " WHERE read_turn > 0 AND progress > 0 AND is_finished = 0"
        " AND deleted_by = 0",
    [LISTS_SAVED] = "SELECT count(*) FROM item INDEXED BY item_saved"
                    " WHERE saved_turn > 0"
                    " AND archived_turn = 0 AND deleted_by = 0",
    [LISTS_ARCHIVED] = "SELECT count(*) FROM item INDEXED BY item_archived"
                       " WHERE archived_turn > 0"
                       " AND deleted_by = 0",
    [LISTS_FAVORITE] = "SELECT count(*) FROM item INDEXED BY item_favorite"
                       " WHERE favorite_turn > 0"
                       " AND deleted_by = 0",
    [LISTS_HISTORY] = "SELECT count(*) FROM item INDEXED BY item_read"
                      " WHERE read_turn > 0"
                      " AND deleted_by = 0",
    [LISTS_ALL] = "SELECT count(*) - (SELECT count(*) FROM item"
                  " WHERE deleted_by <> 0) FROM item",
    [LISTS_TAG] = "SELECT count(*) FROM tagging JOIN item ON item.id = item"
                  " WHERE tag = ? AND deleted_by = 0",
    [LISTS_FEED] = "SELECT count(*) FROM entry JOIN item ON item.id = item"
                   " WHERE feed = ? AND deleted_by = 0",
    [LISTS_UNREAD] = "SELECT count(*) FROM entry JOIN item ON item.id = item"
                     " WHERE feed = ? AND is_read = 0 AND item IS NOT NULL"
                     " AND deleted_by = 0",
    [LISTS_READING] = "SELECT count(*) FROM listing"
                      " JOIN item ON item.id = item"
                      " WHERE list = ? AND deleted_by = 0",
};

static bool
is_of_something(enum lists_list list)
{
    return list >= LISTS_TAG;
}

/* Begins to read the list from the cursor in ask. */
static struct query
begin(struct db *db, const struct lists_ask *ask, const char *sql)
{
    struct query q = query_begin(db, sql);
    int64_t at = ask->cursor;

    /* A list is walked down; one that goes up has turns below 0. */
    if (at == 0 && ask->list != LISTS_READING)
        at = INT64_MAX;
    query_add_number(&q, at);
    query_add_number(&q, ask->limit > 0 ? (int64_t)ask->limit : -1);
    if (is_of_something(ask->list))
        query_add_number(&q, ask->of);
    return q;
}

bool
lists_load(struct db *db, const struct lists_ask *ask, struct item_list *page,
    struct err *err)
{
    struct query q = begin(db, ask, selects[ask->list]);
    int64_t at = ask->cursor;

    if (at == 0 && ask->list != LISTS_READING)
        at = INT64_MAX;
    item_list_empty(page);
    while (query_next(&q)) {
        struct item *item = row_add(page, &q);
        item->is_new = query_number(&q, ROW_N_COLUMNS + 1) != 0;
        at = query_number(&q, ROW_N_COLUMNS);
    }
    page->cursor = at;
    return query_end(&q, err);
}

bool
lists_load_missing(
    struct db *db, uint32_t limit, struct item_list *page, struct err *err)
{
    struct query q = query_begin(db,
        "SELECT " ROW_COLUMNS " FROM item INDEXED BY item_saved"
        " WHERE saved_turn > 0 AND archived_turn = 0 AND deleted_by = 0"
        " AND kind = 1 AND size = 0 ORDER BY saved_turn DESC LIMIT ?");

    item_list_empty(page);
    query_add_number(&q, limit);
    while (query_next(&q))
        row_add(page, &q);
    return query_end(&q, err);
}

bool
lists_load_numbers(struct db *db, const struct lists_ask *ask,
    struct lists_numbers *out, struct err *err)
{
    struct query q = begin(db, ask, numbers[ask->list]);

    out->n_ids = 0;
    while (query_next(&q)) {
        MEM_GROW(out->ids, out->cap_ids, out->n_ids + 1);
        out->ids[out->n_ids++] = query_number(&q, 0);
    }
    return query_end(&q, err);
}

void
lists_numbers_done(struct lists_numbers *out)
{
    free(out->ids);
    *out = (struct lists_numbers){0};
}

bool
lists_load_item(
    struct db *db, int64_t id, struct item_list *page, struct err *err)
{
    struct query q = query_begin(
        db, "SELECT " ROW_COLUMNS " FROM item WHERE id = ? AND deleted_by = 0");

    item_list_empty(page);
    query_add_number(&q, id);
    while (query_next(&q))
        row_add(page, &q);
    if (!query_end(&q, err))
        return false;
    return page->n_items > 0 ||
           err_set(err, ERR_NOT_FOUND, "it is not in the library");
}

bool
lists_find_next(struct db *db, int64_t of, int64_t *out_id, struct err *err)
{
    struct query q =
        query_begin(db, "SELECT item.id, is_finished OR archived_turn > 0"
                        " FROM listing JOIN item ON item.id = listing.item"
                        " WHERE list = ? AND deleted_by = 0 ORDER BY turn");
    bool is_next = false;

    query_add_number(&q, of);
    *out_id = 0;
    while (!is_next && query_next(&q)) {
        is_next = query_number(&q, 1) == 0;
        if (is_next || *out_id == 0)
            *out_id = query_number(&q, 0);
    }
    return query_end(&q, err);
}

int64_t
lists_count(struct db *db, enum lists_list list, int64_t of)
{
    struct query q = query_begin(db, counts[list]);
    struct err unused;
    int64_t count = 0;

    if (is_of_something(list))
        query_add_number(&q, of);
    if (query_next(&q))
        count = query_number(&q, 0);
    return query_end(&q, &unused) ? count : 0;
}
