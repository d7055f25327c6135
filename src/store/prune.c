/* SPDX-License-Identifier: ISC */
/*
 * prune - what goes when the library takes too much room
 *
 * A step is one change, short enough for others that wait to write. The pages
 * that become free are used again; those that are left in the end are given back
 * a few at a time, as each is filled with the last page of the file.
 */
#include "store/prune.h"

#include "index.h"
#include "query.h"

#include <time.h>

enum {
    BATCH = 32 /* items that are pruned in one change */
};

/* Takes away what is kept of one item; it is found by its title then. */
static bool
forget_text(struct db *db, int64_t id, struct err *err)
{
    return index_remove(db, id, err) &&
           query_run_with(db, "DELETE FROM content WHERE id = ?", id, err) &&
           query_run_with(
               db, "UPDATE item SET size = 0 WHERE id = ?", id, err) &&
           index_add(db, id, err);
}

/*
 * Prunes a few items, as many as it takes to free excess bytes; *out_n is 0 when
 * there is none to prune any more.
 */
static bool
prune_some(struct db *db, int64_t excess, int *out_n, struct err *err)
{
    int64_t ids[BATCH];
    int n = 0;
    struct query q = query_begin(db,
        "SELECT id, size FROM item WHERE size > 0 AND saved_turn = 0"
        " AND favorite_turn = 0"
        " AND NOT EXISTS (SELECT 1 FROM listing WHERE item = item.id)"
        " ORDER BY used_turn LIMIT ?");

    query_add_number(&q, BATCH);
    while (n < BATCH && excess > 0 && query_next(&q)) {
        ids[n++] = query_number(&q, 0);
        excess -= query_number(&q, 1);
    }
    if (!query_end(&q, err) || !db_begin(db, err))
        return false;
    bool ok = true;
    for (int i = 0; ok && i < n; i++)
        ok = forget_text(db, ids[i], err);
    *out_n = n;
    return db_end(db, ok, err);
}

/* Gives some of the free pages back to the disk. */
static bool
shrink(struct db *db, bool *out_is_done, struct err *err)
{
    int64_t n_free = 0;

    if (!query_run(db, "PRAGMA incremental_vacuum(256)", err) ||
        !query_read_number(db, "PRAGMA freelist_count", &n_free, err))
        return false;
    *out_is_done = n_free == 0;
    return true;
}

/* Does one step of what is to be done. */
static bool
step(struct db *db, int64_t max_size, bool *out_is_done, struct err *err)
{
    int64_t size = 0;
    int n = 0;

    *out_is_done = false;
    if (!query_read_number(
            db, "SELECT value FROM state WHERE name = 'size'", &size, err) ||
        (size > max_size && !prune_some(db, size - max_size, &n, err)))
        return false;
    return n > 0 || shrink(db, out_is_done, err);
}

/* Returns milliseconds of a clock that nobody sets. */
static uint64_t
now(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (uint64_t)t.tv_sec * 1000 + (uint64_t)t.tv_nsec / 1000000;
}

bool
prune_run(struct db *db, int64_t max_size, unsigned milliseconds,
    bool *out_is_done, struct err *err)
{
    const uint64_t end = now() + milliseconds;

    do {
        if (!step(db, max_size, out_is_done, err))
            return false;
    } while (!*out_is_done && now() < end);
    return true;
}
