/* SPDX-License-Identifier: ISC */
/*
 * supply - the rows of a lobby, made of the library
 */
#include "supply.h"

#include "ui/tui.h"

static void
note_found(void *user)
{
    struct lobby *l = user;
    const char *failure = seek_failure(l->desk.seek);

    l->is_stale = true;
    if (!l->view.tui)
        return;
    if (failure)
        tui_error(l->view.tui, "the library cannot be searched: %s", failure);
    tui_draw(l->view.tui);
}

void
supply_seek(struct lobby *l)
{
    if (l->desk.seek)
        seek_tell(
            l->desk.seek, memory_n_changes(l->desk.memory), note_found, l);
}

/* Reads what is shown as long as nothing is looked for. */
static void
load_all(struct lobby *l)
{
    struct db *db = memory_db(l->desk.memory);
    const struct shelf *bundled = l->desk.bundled;

    if (l->scope == LOBBY_HOME)
        rows_load_home(&l->rows, db, bundled);
    else if (l->scope == LOBBY_PART)
        rows_load_part(&l->rows, db, bundled, l->part);
    else
        rows_load_list(&l->rows, db, &l->ask);
    if (order_needs_titles(l->order))
        supply_seek(l);
    order_apply(
        l->order, &l->rows, l->desk.seek ? seek_titles(l->desk.seek) : NULL);
}

/* Reads what has the words that were typed. */
static void
load_found(struct lobby *l)
{
    struct rows_found found = {.words = entry_text(&l->entry)};
    struct seek *seek = l->desk.seek;

    supply_seek(l);
    if (seek)
        found.ids = seek_filter(seek, found.words, &found.n_ids);
    if (!seek || !seek_take_hits(seek, found.words, &found.hits)) {
        found.hits = l->rows.hits;
        l->rows.hits = (struct hits){0};
    }
    rows_load_found(
        &l->rows, memory_db(l->desk.memory), l->desk.bundled, &found);
}

/* Returns how often what rows are made of has changed. */
static unsigned
count_changes(const struct lobby *l)
{
    return memory_n_changes(l->desk.memory) + shelf_n_changes(l->desk.bundled);
}

/* Returns how often we have changed the library. */
static unsigned
count_ours(const struct lobby *l)
{
    const struct memory *m = l->desk.memory;

    return memory_n_changes(m) - memory_n_news(m);
}

/* Returns where the row is now; 0 when it is at the top, as nobody has gone
 * there. */
static uint32_t
find_again(const struct lobby *l, const struct row *row)
{
    const uint32_t here = rows_find(&l->rows, row, l->list.wanted);
    uint32_t first = 0;

    while (first < here && !rows_can_choose(&l->rows.items[first]))
        first++;
    return here == first && l->list.wanted == 0 ? 0 : here;
}

void
supply_load(struct lobby *l, const struct row *row)
{
    if (l->entry.text.len > 0)
        load_found(l);
    else
        load_all(l);
    memory_tell_damage(l->desk.memory);
    list_reset(&l->list, l->rows.n_items, row ? find_again(l, row) : 0);
    l->n_changes = count_changes(l);
    l->n_ours = count_ours(l);
    l->n_news = memory_n_news(l->desk.memory);
    l->is_stale = false;
    l->is_ahead = false;
}

/* Tells whether the rows are not those of the library any more. What was moved
 * here has its place already: until the library has all of that, it would be
 * shown at places that it is only on its way through. */
static bool
is_old(const struct lobby *l)
{
    const struct memory *m = l->desk.memory;

    if (l->is_ahead)
        return !memory_is_busy(m);
    return l->is_stale || l->n_changes != count_changes(l);
}

/*
 * Tells whether the row that is selected stays so when all are made anew. Who is
 * at the top of what is newest stays there, whatever comes in that was wanted
 * here; what others do puts nothing else in the way of the next key, also when
 * it is seen before it is told.
 */
static bool
is_kept(const struct lobby *l, const struct row *row)
{
    const bool has_news = l->n_news != memory_n_news(l->desk.memory);
    const bool is_ours = l->n_ours != count_ours(l);

    if (l->list.wanted > 0 || lobbying_is_reading(l))
        return true;
    return has_news || (!is_ours && row->id != 0 && l->entry.text.len == 0);
}

void
supply_renew(struct lobby *l)
{
    const struct row *row = lobbying_row(l);
    struct row copy = row ? *row : (struct row){0};

    if (!l->desk.is_watched)
        memory_look(l->desk.memory);
    if (is_old(l))
        supply_load(l, row && is_kept(l, row) ? &copy : NULL);
}
