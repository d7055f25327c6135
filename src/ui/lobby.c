/* SPDX-License-Identifier: ISC */
/*
 * lobby - the library as a view
 *
 * The rows are made anew when they are drawn and what they are made of has changed:
 * under an article nothing is read.
 */
#include "ui/lobby.h"

#include "base/mem.h"
#include "chores.h"
#include "lobbying.h"
#include "primer.h"
#include "spine.h"
#include "supply.h"
#include "ui/page.h"
#include "ui/tui.h"

#include <stdlib.h>

enum {
    MAX_COLS = 96,
    AROUND = 400 /* articles each way that one is opened among */
};

static struct lobby *
of(struct view *v)
{
    return (struct lobby *)v;
}

/* Looking for words. */

static void
begin_search(struct lobby *l)
{
    l->is_typing = true;
    supply_seek(l);
}

static void
change_words(struct lobby *l)
{
    if (l->desk.seek)
        seek_words(l->desk.seek, entry_text(&l->entry));
    supply_load(l, NULL);
}

static view_reaction
end_search(struct lobby *l)
{
    if (!l->is_typing && l->entry.text.len == 0)
        return VIEW_IGNORED;
    l->is_typing = false;
    entry_done(&l->entry);
    supply_load(l, NULL);
    return VIEW_DRAW;
}

/* Choosing. */

static struct view *make_lobby(const struct desk *desk);
static const struct view_ops reading_ops;

/* Goes to what is next on a reading list. */
static void
select_next(struct lobby *l)
{
    struct db *db = memory_db(l->desk.memory);
    struct row next = {.kind = ROWS_ITEM, .part = ROWS_NAMES};
    struct err unused;

    if (db && lists_find_next(db, l->ask.of, &next.id, &unused))
        list_reset(&l->list, l->rows.n_items, rows_find(&l->rows, &next, 0));
}

/* Opens the list that ask says, called title, over this view. */
static view_reaction
push_list(struct lobby *l, const struct lists_ask *ask, struct str title)
{
    struct view *v = make_lobby(&l->desk);
    struct lobby *other = of(v);

    other->scope = LOBBY_LIST;
    other->ask = *ask;
    buf_add_str(&other->title, title);
    supply_load(other, NULL);
    if (ask->list == LISTS_READING) {
        v->ops = &reading_ops;
        select_next(other);
    }
    tui_push(l->view.tui, v);
    return VIEW_DRAW;
}

/* Opens what has a tag, or a reading list. */
static view_reaction
push_names(struct lobby *l, enum lists_list list, const struct name *name)
{
    const struct lists_ask ask = {.list = list, .of = name->id};

    return push_list(l, &ask, name->name);
}

/* Opens the entries of a feed; what a row has no room for is said of it. */
static view_reaction
push_feed(struct lobby *l, const struct feeds_item *feed)
{
    const struct lists_ask ask = {.list = LISTS_FEED, .of = feed->id};

    if (feed->failure.len > 0)
        tui_error(l->view.tui, "%.*s", STR_ARG(feed->failure));
    return push_list(l, &ask, feed->title);
}

static view_reaction
push_part(struct lobby *l, enum rows_part part)
{
    struct view *v = make_lobby(&l->desk);
    struct lobby *other = of(v);

    other->scope = LOBBY_PART;
    other->part = part;
    buf_add_text(&other->title, rows_title(part));
    supply_load(other, NULL);
    tui_push(l->view.tui, v);
    return VIEW_DRAW;
}

/* Adds the items of a part that home has no rows for: they come next as well. */
static void
add_rest(const struct lobby *l, enum rows_part part, int64_t *ids, uint32_t *n)
{
    const struct lists_ask ask = {.list = rows_list(part), .limit = AROUND};
    struct db *db = memory_db(l->desk.memory);
    struct lists_numbers all = {0};
    struct err unused;

    if (db && ask.list != LISTS_COUNT &&
        lists_load_numbers(db, &ask, &all, &unused))
        while (*n < all.n_ids) {
            ids[*n] = all.ids[*n];
            ++*n;
        }
    lists_numbers_done(&all);
}

/* Opens an item among those beside it, which are next and previous to it. */
static view_reaction
open_item(struct lobby *l, uint32_t row)
{
    const struct row *rows = l->rows.items;
    const struct row *here = &rows[row];
    int64_t ids[2 * AROUND + 1];
    struct desk_choice choice = {
        .from = &l->view, .bundled = SHELF_NONE, .ids = ids};
    uint32_t first = row > AROUND ? row - AROUND : 0;

    for (uint32_t i = first; i < l->rows.n_items && i <= row + AROUND; i++) {
        if (i == row)
            choice.place = choice.n_ids;
        if (rows[i].kind == here->kind && rows[i].part == here->part)
            ids[choice.n_ids++] = rows[i].id;
    }
    if (l->scope == LOBBY_HOME && l->entry.text.len == 0)
        add_rest(l, here->part, ids, &choice.n_ids);
    if (here->kind == ROWS_HIT) {
        const struct snippet *snippet = &l->rows.hits.snippets[here->n];
        choice.has_hit = snippet->text.len > 0;
        choice.hit_at = snippet->at;
        choice.words = entry_text(&l->entry);
    }
    l->desk.host.open(l->desk.host.user, &choice);
    return VIEW_DRAW;
}

static view_reaction
enter(void *user, uint32_t row)
{
    struct lobby *l = user;
    const struct row *r = &l->rows.items[row];
    struct desk_choice bundled = {.bundled = r->n};

    switch (r->kind) {
    case ROWS_ITEM:
    case ROWS_HIT:
        return open_item(l, row);
    case ROWS_FEED:
        return push_feed(l, &l->rows.feeds.items[r->n]);
    case ROWS_LIST:
        return push_names(l, LISTS_READING, &l->rows.lists.items[r->n]);
    case ROWS_TAG:
        return push_names(l, LISTS_TAG, &l->rows.tags.items[r->n]);
    case ROWS_BUNDLED:
        l->desk.host.open(l->desk.host.user, &bundled);
        return VIEW_DRAW;
    case ROWS_MORE:
        return push_part(l, r->part);
    default:
        return VIEW_NOTHING;
    }
}

static void
draw_row(
    void *user, uint32_t row, struct canvas *c, struct rect area, bool is_here)
{
    const struct lobby *l = user;
    const struct spine spine = {&l->list, &l->rows, memory_db(l->desk.memory),
        l->desk.bundled, &l->desk.host};

    spine_draw(&spine, row, c, area, is_here);
}

static bool
is_still(void *user, uint32_t row)
{
    const struct lobby *l = user;

    return !rows_can_choose(&l->rows.items[row]);
}

static const struct list_ops list_ops = {draw_row, NULL, enter, is_still};

/* The view. */

/* Tells whether there is nothing but what came with gutread. */
static bool
is_empty(const struct lobby *l)
{
    for (uint32_t i = 0; i < l->rows.n_items; i++)
        if (l->rows.items[i].part != ROWS_BUNDLED_PART)
            return false;
    return l->scope == LOBBY_HOME && l->entry.text.len == 0;
}

static void
draw_entry(const struct lobby *l, struct canvas *c, struct rect line)
{
    const struct attrs attrs = l->desk.theme->keys[THEME_TEXT];

    canvas_fill(c, line, attrs);
    if (l->is_typing) {
        entry_draw(&l->entry, STR("/"), c, line, attrs);
        return;
    }
    int col = canvas_put(c, line, line.col, line.row, STR("/"), attrs);
    canvas_put_short(c, line,
        (struct rect){col, line.row, line.col + line.cols - col, 1},
        entry_text(&l->entry), attrs);
}

static void
draw(struct view *v, struct canvas *c, struct rect area)
{
    struct lobby *l = of(v);

    supply_renew(l);
    /* What is looked for is looked for everywhere. */
    bool is_searching = l->is_typing || l->entry.text.len > 0;
    bool is_all = l->scope == LOBBY_HOME || is_searching;
    struct page page = {l->desk.theme,
        is_all ? STR("gutread") : buf_str(&l->title),
        is_all ? STR("") : str_of(order_name(l->order, lobbying_is_reading(l))),
        MAX_COLS};
    struct rect body = page_draw(&page, c, area);

    if (is_searching && body.rows > 0) {
        body.rows--;
        draw_entry(
            l, c, (struct rect){body.col, body.row + body.rows, body.cols, 1});
    }
    list_draw(&l->list, c, body);
    if (is_empty(l))
        primer_draw(l->desk.theme, c, body, (int)l->rows.n_items + 1);
    else if (l->rows.n_items == 0)
        canvas_put_short(c, body,
            (struct rect){body.col + 1, body.row, body.cols - 2, 1},
            !is_searching ? STR("There is nothing here.")
            : l->desk.seek && seek_is_busy(l->desk.seek)
                ? STR("Looking …")
                : STR("Nothing has all these words."),
            l->desk.theme->keys[THEME_NOTICE]);
}

/* Tells whether what is shown are the articles of one list. */
static bool
can_sort(const struct lobby *l)
{
    return l->scope != LOBBY_HOME && l->entry.text.len == 0 &&
           (l->rows.n_items == 0 || l->rows.items[0].kind == ROWS_ITEM);
}

static view_reaction
act(struct view *v, enum action action, unsigned count)
{
    struct lobby *l = of(v);
    view_reaction done = chores_act(l, action, count);

    if (!(done & VIEW_IGNORED))
        return done;
    switch (action) {
    case ACTION_FIND:
        begin_search(l);
        return VIEW_DRAW;
    case ACTION_CLOSE:
        return end_search(l);
    case ACTION_BACK:
        return l->scope == LOBBY_HOME ? VIEW_IGNORED : VIEW_CLOSE | VIEW_DRAW;
    case ACTION_SORT:
        if (!can_sort(l)) {
            tui_notice(
                v->tui, "open a list of articles, then it can be sorted");
            return VIEW_DRAW;
        }
        l->order = (l->order + 1) % ORDER_COUNT;
        supply_load(l, NULL);
        return VIEW_DRAW;
    default:
        return list_act(&l->list, action, count);
    }
}

static view_reaction
take_key(struct view *v, keymap_key key)
{
    struct lobby *l = of(v);

    if (!l->is_typing)
        return key == KEYMAP_ESCAPE && l->desk.host.stop(l->desk.host.user)
                   ? VIEW_DRAW
                   : VIEW_IGNORED;
    if (key == KEYMAP_ESCAPE ||
        (key == KEYMAP_BACKSPACE && l->entry.text.len == 0))
        return end_search(l);
    if (key == KEYMAP_ENTER) {
        l->is_typing = false;
        return VIEW_DRAW | list_act(&l->list, ACTION_ENTER, 0);
    }
    switch (entry_key(&l->entry, key)) {
    case ENTRY_IGNORED:
        return VIEW_IGNORED;
    case ENTRY_MOVED:
        return VIEW_DRAW;
    case ENTRY_CHANGED:
        break;
    }
    change_words(l);
    return VIEW_DRAW;
}

static view_reaction
take_paste(struct view *v, struct str text)
{
    struct lobby *l = of(v);

    if (!l->is_typing)
        return chores_save_addresses(l, text);
    entry_paste(&l->entry, text);
    change_words(l);
    return VIEW_DRAW;
}

static view_reaction
take_mouse(struct view *v, const struct view_mouse *mouse)
{
    return list_mouse(&of(v)->list, mouse);
}

static void
add_status(struct view *v, struct buf *left, struct buf *right)
{
    struct lobby *l = of(v);

    if (l->entry.text.len > 0)
        buf_add_format(right, "%u found", l->rows.n_found);
    else if (l->scope != LOBBY_HOME)
        list_add_place(&l->list, right);
    if (l->scope == LOBBY_HOME || l->entry.text.len > 0)
        buf_add_text(left, "Library");
    else
        buf_add_str(left, buf_str(&l->title));
}

static void
free_lobby(struct view *v)
{
    struct lobby *l = of(v);

    seek_leave(l->desk.seek, l);
    list_done(&l->list);
    rows_done(&l->rows);
    entry_done(&l->entry);
    buf_done(&l->title);
    free(l);
}

static const enum action hints[] = {ACTION_HELP, ACTION_FIND, ACTION_SAVE,
    ACTION_ARCHIVE, ACTION_REFRESH, ACTION_CLOSE, ACTION_NONE};

static const enum action reading_hints[] = {ACTION_HELP, ACTION_RAISE,
    ACTION_LOWER, ACTION_LISTS, ACTION_ARCHIVE, ACTION_CLOSE, ACTION_NONE};

#define OPS(shown)                                                             \
    {                                                                          \
        .name = "library", .hints = (shown), .draw = draw, .act = act,         \
        .key = take_key, .paste = take_paste, .mouse = take_mouse,             \
        .status = add_status, .free = free_lobby                               \
    }
static const struct view_ops ops = OPS(hints);
static const struct view_ops reading_ops = OPS(reading_hints);

static struct view *
make_lobby(const struct desk *desk)
{
    struct lobby *l = mem_alloc_zero(1, sizeof *l);

    l->view.ops = &ops;
    l->desk = *desk;
    list_init(&l->list, desk->theme, &list_ops, l, 0);
    return &l->view;
}

struct view *
lobby_new(const struct desk *desk)
{
    struct view *v = make_lobby(desk);

    supply_load(of(v), NULL);
    return v;
}

void
lobby_select(struct view *lobby, int64_t id)
{
    struct lobby *l = of(lobby);
    const struct row *row = lobbying_row(l);

    if (!row || row->kind != ROWS_ITEM)
        return;
    const struct row wanted = {.kind = row->kind, .part = row->part, .id = id};
    const uint32_t at = rows_find(&l->rows, &wanted, l->list.wanted);
    if (at < l->rows.n_items && l->rows.items[at].id == id)
        list_reset(&l->list, l->rows.n_items, at);
}
