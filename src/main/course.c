/* SPDX-License-Identifier: ISC */
/*
 * course - a reading list of the library, to be read
 */
#include "course.h"

#include "app/memory.h"
#include "store/lists.h"
#include "store/names.h"
#include "store/vault.h"

#include <stdlib.h>
#include <unistd.h>

static bool
add_item(struct shelf *shelf, const struct item *item, shelf_id *out_id,
    struct err *err)
{
    struct source source = memory_source(item);

    *out_id = shelf_add(shelf, &source, err);
    if (*out_id != SHELF_NONE)
        shelf_note_title(shelf, *out_id, item->title);
    source_done(&source);
    return *out_id != SHELF_NONE;
}

static bool
add_list(struct db *db, int64_t list, struct shelf *shelf, shelf_id *out_next,
    struct err *err)
{
    const struct lists_ask ask = {.list = LISTS_READING, .of = list};
    struct item_list page = {0};
    int64_t next;
    bool ok = lists_find_next(db, list, &next, err) &&
              lists_load(db, &ask, &page, err);

    for (uint32_t i = 0; ok && i < page.n_items; i++) {
        shelf_id id;
        ok = add_item(shelf, &page.items[i], &id, err);
        if (page.items[i].id == next)
            *out_next = id;
    }
    item_list_done(&page);
    return ok;
}

bool
course_add(
    struct shelf *shelf, const char *name, shelf_id *out_next, struct err *err)
{
    char *path = memory_path();
    struct db *db = NULL;
    int64_t list;
    bool ok = false;

    *out_next = SHELF_NONE;
    /* Reading makes no library where there is none. */
    if (!path || access(path, F_OK) != 0)
        err_set(err, ERR_NOT_FOUND, "there is no reading list '%s'", name);
    else
        db = vault_open(path, err);
    if (db)
        ok = names_find(db, NAMES_READING, str_of(name), &list, err) &&
             add_list(db, list, shelf, out_next, err);
    db_close(db);
    free(path);
    return ok;
}
