/* SPDX-License-Identifier: ISC */
/*
 * way - which item a page is, by the addresses on the way to it
 */
#include "way.h"

#include "index.h"
#include "known.h"
#include "model/url.h"
#include "query.h"
#include "stock.h"
#include "store/loss.h"

/* Gives everything that was done with an item to another, which takes its place.
 * Of two places in the text that which was read last is kept, so it is compared
 * before the turns are. */
static bool
merge(struct db *db, int64_t from, int64_t to, struct err *err)
{
    static const char *const sql[] = {
        "INSERT INTO position(id, bookmark, folds)"
        " SELECT ?2, bookmark, folds FROM position WHERE id = ?1"
        " ON CONFLICT(id) DO UPDATE SET bookmark = excluded.bookmark,"
        " folds = excluded.folds WHERE (SELECT read_turn FROM item"
        "  WHERE id = ?1) > (SELECT read_turn FROM item WHERE id = ?2)",
        "UPDATE item SET added_at = min(item.added_at, o.added_at),"
        " archived_turn = CASE WHEN o.saved_turn > item.saved_turn"
        "  THEN o.archived_turn ELSE item.archived_turn END,"
        " saved_at = CASE WHEN o.saved_turn > item.saved_turn"
        "  THEN o.saved_at ELSE item.saved_at END,"
        " saved_turn = max(item.saved_turn, o.saved_turn),"
        " favorite_turn = max(item.favorite_turn, o.favorite_turn),"
        " progress = CASE WHEN o.read_turn > item.read_turn"
        "  THEN o.progress ELSE item.progress END,"
        " is_finished = CASE WHEN o.read_turn > item.read_turn"
        "  THEN o.is_finished ELSE item.is_finished END,"
        " read_at = max(item.read_at, o.read_at),"
        " read_turn = max(item.read_turn, o.read_turn)"
        " FROM item o WHERE item.id = ?2 AND o.id = ?1",
        "INSERT OR IGNORE INTO tagging(tag, item)"
        " SELECT tag, ?2 FROM tagging WHERE item = ?1",
        "INSERT OR IGNORE INTO listing(list, item, turn)"
        " SELECT list, ?2, turn FROM listing WHERE item = ?1",
        "UPDATE mark SET item = ?2 WHERE item = ?1",
        "UPDATE entry SET item = ?2 WHERE item = ?1",
        "UPDATE address SET item = ?2 WHERE item = ?1",
    };

    for (size_t i = 0; i < sizeof sql / sizeof *sql; i++)
        if (!query_run_with_both(db, sql[i], from, to, err))
            return false;
    return index_remove(db, from, err) &&
           query_run_with(db, "DELETE FROM item WHERE id = ?", from, err);
}

/* Makes the item that has the address, and finds out whether the page would be
 * a loss there. */
static bool
make(struct db *db, const struct way *way, struct str final, int64_t *out_id,
    bool *out_is_loss, struct err *err)
{
    const struct loss_ask ask = {final, final, way->article, way->is_wanted};

    return stock_make(db, ITEM_PAGE, final, way->now, out_id, err) &&
           loss_find(db, &ask, out_is_loss, err);
}

/* Returns what is left of an address without its scheme, "www.", and the slash
 * at its end. */
static struct str
core_of(struct str url)
{
    struct str core = str_slice(url, str_find(url, STR("://"), 0) + 3, url.len);

    if (str_starts_nocase(core, STR("www.")))
        core = str_slice(core, 4, core.len);
    if (core.len > 0 && core.ptr[core.len - 1] == '/')
        core.len--;
    return core;
}

bool
way_find(struct db *db, const struct way *way, int64_t *out_id,
    bool *out_is_loss, struct err *err)
{
    struct str asked = url_without_fragment(way->asked);
    struct str final = url_without_fragment(way->final);
    struct known k;

    if (final.len == 0 || asked.len == 0 || str_eq(asked, final))
        return make(
            db, way, final.len > 0 ? final : asked, out_id, out_is_loss, err);

    const struct known_page page = {asked, final, way->article};
    const struct loss_ask ask = {asked, final, way->article, way->is_wanted};
    if (!known_find(db, &page, &k, err) ||
        !loss_find(db, &ask, out_is_loss, err))
        return false;
    const bool is_kin = str_eq(core_of(asked), core_of(final));
    const bool is_it = k.id != 0 && (!k.has_text || k.is_same);
    *out_id = k.id;
    if (is_it && (*out_is_loss || !is_kin))
        return true;
    return make(db, way, final, out_id, out_is_loss, err) &&
           (!is_it || k.id == *out_id || merge(db, k.id, *out_id, err)) &&
           ((!is_it && k.is_named) ||
               stock_add_address(db, *out_id, asked, err));
}
