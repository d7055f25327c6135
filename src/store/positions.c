/* SPDX-License-Identifier: ISC */
/*
 * positions - where the reader is in each article
 */
#include "store/positions.h"

#include "query.h"

enum {
    WHOLE = 1000 /* thousandths */
};

static bool
put_place(
    struct db *db, int64_t item, const struct position *p, struct err *err)
{
    struct query q = query_begin(db,
        "INSERT INTO position(id, bookmark, folds) VALUES (?1, ?2, ?3)"
        " ON CONFLICT(id) DO UPDATE SET bookmark = ?2, folds = ?3");
    struct buf bytes = {0};

    bookmark_encode(&p->place, &bytes);
    query_add_number(&q, item);
    query_add_bytes(&q, buf_str(&bytes));
    if (p->folds.len > 0)
        query_add_bytes(&q, p->folds);
    else
        query_add_none(&q);
    query_next(&q);
    bool ok = query_end(&q, err);
    buf_done(&bytes);
    return ok;
}

bool
positions_put(
    struct db *db, int64_t item, const struct position *p, struct err *err)
{
    if (!db_begin(db, err))
        return false;
    bool ok = put_place(db, item, p, err);
    if (ok) {
        struct query q =
            query_begin(db, "UPDATE item SET progress = ?2, is_finished ="
                            " ?3 OR (is_finished AND ?2 > 0) WHERE id = ?1");
        query_add_number(&q, item);
        query_add_number(&q, p->progress < WHOLE ? p->progress : WHOLE);
        query_add_number(&q, p->is_finished);
        query_next(&q);
        ok = query_end(&q, err);
    }
    return db_end(db, ok, err);
}

bool
positions_find(struct db *db, int64_t item, struct buf *folds,
    struct position *out_position, struct err *err)
{
    struct query q = query_begin(db,
        "SELECT bookmark, folds, progress, is_finished FROM position"
        " JOIN item USING (id) WHERE id = ?");
    struct position p = {0};
    bool is_found = false;
    size_t at = folds->len;

    query_add_number(&q, item);
    if (query_next(&q) && bookmark_decode(query_bytes(&q, 0), &p.place)) {
        is_found = true;
        buf_add_str(folds, query_bytes(&q, 1));
        buf_end(folds);
        p.folds = str_slice(buf_str(folds), at, folds->len);
        p.progress = (unsigned)query_number(&q, 2);
        p.is_finished = query_number(&q, 3) != 0;
    }
    if (!query_end(&q, err))
        return false;
    if (!is_found)
        return err_set(err, ERR_NOT_FOUND, "it was not read yet");
    *out_position = p;
    return true;
}

bool
positions_put_mark(struct db *db, char letter, int64_t item,
    const struct bookmark *place, struct err *err)
{
    struct buf bytes = {0};

    if (!db_begin(db, err))
        return false;
    struct query q = query_begin(db,
        "INSERT INTO mark(letter, item, bookmark) VALUES (?1, ?2, ?3)"
        " ON CONFLICT(letter) DO UPDATE SET item = ?2, bookmark = ?3");
    bookmark_encode(place, &bytes);
    query_add_text(&q, (struct str){&letter, 1});
    query_add_number(&q, item);
    query_add_bytes(&q, buf_str(&bytes));
    query_next(&q);
    bool ok = query_end(&q, err);
    buf_done(&bytes);
    return db_end(db, ok, err);
}

bool
positions_find_mark(struct db *db, char letter, int64_t *out_item,
    struct bookmark *out_place, struct err *err)
{
    struct query q = query_begin(db,
        "SELECT item, bookmark FROM mark JOIN item ON item.id = mark.item"
        " WHERE letter = ? AND deleted_by = 0");
    struct bookmark place;
    int64_t item = 0;

    query_add_text(&q, (struct str){&letter, 1});
    if (query_next(&q) && bookmark_decode(query_bytes(&q, 1), &place))
        item = query_number(&q, 0);
    if (!query_end(&q, err))
        return false;
    if (item == 0)
        return err_set(err, ERR_NOT_FOUND, "there is no mark '%c'", letter);
    *out_item = item;
    *out_place = place;
    return true;
}
