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

void
supply_load(struct lobby *l, const struct row *row)
{
    if (l->entry.text.len > 0)
        load_found(l);
    else
        load_all(l);
    memory_tell_damage(l->desk.memory);
    const uint32_t here = row ? rows_find(&l->rows, row, l->list.wanted) : 0;
    list_reset(&l->list, l->rows.n_items, here);
    l->n_changes = count_changes(l);
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

void
supply_renew(struct lobby *l)
{
    const struct row *row = lobbying_row(l);
    struct row copy = row ? *row : (struct row){0};
    /* Who is at the top of what is newest stays there, whatever comes in. */
    bool is_kept = row && (l->list.wanted > 0 || lobbying_is_reading(l));

    if (is_old(l))
        supply_load(l, is_kept ? &copy : NULL);
}
