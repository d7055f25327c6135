/* SPDX-License-Identifier: ISC */
/*
 * chores - what a person does with the rows of a lobby
 */
#include "chores.h"

#include "app/filing.h"
#include "app/source.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "model/mention.h"
#include "model/url.h"
#include "ui/prompt.h"
#include "ui/tui.h"

enum {
    MAX_PLACES = 100000 /* that an article is moved at once */
};

/* Reads the selected item; says why there is none. */
static bool
load_item(struct lobby *l, struct item_list *list)
{
    const struct row *row = lobbying_row(l);
    struct db *db = memory_db(l->desk.memory);
    struct err err;

    if (row && db && (row->kind == ROWS_ITEM || row->kind == ROWS_HIT) &&
        lists_load_item(db, row->id, list, &err))
        return true;
    tui_notice(l->view.tui, "%s",
        row && row->kind == ROWS_BUNDLED
            ? "it is in the library as soon as it was opened"
            : "that is for articles of the library");
    return false;
}

/* Has the page of an item that was saved brought, if it is not here. */
static void
bring(struct lobby *l, const struct item *item)
{
    struct source source = memory_source(item);

    l->desk.host.bring(l->desk.host.user, &source);
    source_done(&source);
}

/* Puts the item on a shelf, or takes it off where it is on it. */
static void
shelve(struct lobby *l, enum library_shelf shelf)
{
    struct item_list list = {0};

    if (load_item(l, &list)) {
        const struct item *item = &list.items[0];
        const bool is_new = !library_is_on(item, shelf);
        if (filing_shelve(l->desk.memory, item->id, shelf, is_new)) {
            if (shelf == LIBRARY_SAVED && is_new)
                bring(l, item);
            tui_notice(l->view.tui, "%s: %.*s", shelving_said(shelf, is_new),
                STR_ARG(item->title));
        }
    }
    item_list_done(&list);
}

static void
delete_item(struct lobby *l)
{
    struct item_list list = {0};

    if (load_item(l, &list) &&
        filing_delete(l->desk.memory, list.items[0].id)) {
        tui_notice(l->view.tui, "deleted; u puts it back: %.*s",
            STR_ARG(list.items[0].title));
        /* It is there until that is written; who deletes in a row goes on. */
        list_act(&l->list, ACTION_LINE_DOWN, 1);
    }
    item_list_done(&list);
}

/* Feeds. */

static void
take_answer(void *user, bool is_yes)
{
    struct lobby *l = user;

    if (is_yes)
        filing_unsubscribe(l->desk.memory, l->feed);
}

static void
ask_unsubscribe(struct lobby *l, const struct feeds_item *feed)
{
    struct buf question = {0};

    l->feed = feed->id;
    buf_add_format(&question,
        "End the subscription to '%.*s'? What you read or saved stays",
        STR_ARG(feed->title));
    tui_push(
        l->view.tui, prompt_ask(question.ptr, l->desk.theme, take_answer, l));
    buf_done(&question);
}

static void
take_read(void *user, bool is_yes)
{
    struct lobby *l = user;

    if (is_yes)
        filing_read_feed(l->desk.memory, l->feed);
}

/* Asks whether the rest of a feed will not be read. */
static void
ask_read(struct lobby *l, const struct feeds_item *feed)
{
    struct buf question = {0};

    if (feed->n_unread == 0) {
        tui_notice(l->view.tui, "there is nothing unread in it");
        return;
    }
    l->feed = feed->id;
    buf_add_format(&question, "Mark all %lld unread of '%.*s' as read?",
        (long long)feed->n_unread, STR_ARG(feed->title));
    tui_push(
        l->view.tui, prompt_ask(question.ptr, l->desk.theme, take_read, l));
    buf_done(&question);
}

/* Returns the number of the feed that a person is at, 0 for none. */
static int64_t
feed_here(const struct lobby *l)
{
    const struct row *row = lobbying_row(l);

    if (row && row->kind == ROWS_FEED)
        return l->rows.feeds.items[row->n].id;
    return l->scope == LOBBY_LIST && l->ask.list == LISTS_FEED ? l->ask.of : 0;
}

/* Puts the article, or what is unread of a feed, among what is done with. */
static void
archive_row(struct lobby *l)
{
    const struct row *row = lobbying_row(l);

    if (row && row->kind == ROWS_FEED)
        ask_read(l, &l->rows.feeds.items[row->n]);
    else
        shelve(l, LIBRARY_ARCHIVED);
}

/* Names. */

/* Tells whether the row is that of a name, and of which. */
static bool
find_name(const struct lobby *l, const struct row *row,
    enum names_kind *out_kind, const struct name **out_name)
{
    if (!row || (row->kind != ROWS_TAG && row->kind != ROWS_LIST))
        return false;
    const bool is_tag = row->kind == ROWS_TAG;
    *out_kind = is_tag ? NAMES_TAG : NAMES_READING;
    *out_name =
        is_tag ? &l->rows.tags.items[row->n] : &l->rows.lists.items[row->n];
    return true;
}

/* Brings the page of the item that was put on a reading list. */
static void
note_saved(void *user)
{
    struct lobby *l = user;
    struct db *db = memory_db(l->desk.memory);
    struct item_list list = {0};
    struct err unused;

    if (db && lists_load_item(db, l->shelving.id, &list, &unused) &&
        !list.items[0].has_text)
        bring(l, &list.items[0]);
    item_list_done(&list);
}

/* Asks for the names of the article, or for another one of what is a name. */
static void
ask_names(struct lobby *l, enum names_kind kind)
{
    const struct row *row = lobbying_row(l);
    struct item_list list = {0};
    const struct name *name;
    enum names_kind named;

    if (!filing_is_possible(l->desk.memory))
        return;
    if (find_name(l, row, &named, &name) && named == kind) {
        l->shelving =
            (struct shelving){.tui = l->view.tui, .kind = kind, .id = name->id};
        shelving_ask_name(&l->shelving, name->name);
    } else if (load_item(l, &list)) {
        l->shelving = (struct shelving){
            l->view.tui, kind, list.items[0].id, NULL, note_saved, l};
        shelving_ask_names(&l->shelving);
    }
    item_list_done(&list);
}

static void
take_forget(void *user, bool is_yes)
{
    struct lobby *l = user;

    if (is_yes)
        filing_forget(l->desk.memory, l->shelving.kind, l->shelving.id);
}

static void
ask_forget(struct lobby *l, enum names_kind kind, const struct name *name)
{
    struct buf question = {0};

    if (!filing_is_possible(l->desk.memory))
        return;
    l->shelving.kind = kind;
    l->shelving.id = name->id;
    buf_add_format(&question, "Forget the %s '%.*s'? Its articles stay",
        kind == NAMES_TAG ? "tag" : "reading list", STR_ARG(name->name));
    tui_push(
        l->view.tui, prompt_ask(question.ptr, l->desk.theme, take_forget, l));
    buf_done(&question);
}

/* Moves the article in its reading list, as this is shown. */
static void
move_row(struct lobby *l, int step, unsigned count)
{
    const struct row *row = lobbying_row(l);
    const unsigned places = count == 0           ? 1
                            : count < MAX_PLACES ? count
                                                 : MAX_PLACES;

    if (!lobbying_is_reading(l) || !row || l->entry.text.len > 0) {
        tui_notice(l->view.tui, "that is for the rows of a reading list");
    } else if (l->order != ORDER_NEWEST) {
        tui_notice(l->view.tui, "sorted; s leads back to the list's own order");
    } else if (filing_move(
                   l->desk.memory, l->ask.of, row->id, step * (int)places)) {
        /* It is there at once: who holds the key down moves this row, and who
         * goes on goes on from there. */
        l->is_ahead = true;
        list_reset(&l->list, l->rows.n_items,
            rows_move(&l->rows, list_row(&l->list), step * (int)places));
    }
}

/* Takes the article, the subscription or the name out of the library. */
static void
delete_row(struct lobby *l)
{
    const struct row *row = lobbying_row(l);
    const struct name *name;
    enum names_kind kind;

    if (row && row->kind == ROWS_FEED)
        ask_unsubscribe(l, &l->rows.feeds.items[row->n]);
    else if (find_name(l, row, &kind, &name))
        ask_forget(l, kind, name);
    else
        delete_item(l);
}

/* Addresses. */

/* Tells whether there are no blanks in text. */
static bool
is_word(struct str text)
{
    struct str rest = text;

    return str_next_word(&rest).len == text.len;
}

/* Saves one address; says why it cannot be. */
static bool
save_address(struct lobby *l, struct str text)
{
    struct buf url = {0};
    struct source source;
    struct err err;

    if (!url_is_web(text) && str_find(text, STR("://"), 0) == text.len)
        buf_add_text(&url, "https://");
    buf_add_str(&url, text);
    buf_end(&url);
    bool ok = is_word(text) && url_is_web(buf_str(&url)) &&
              source_parse(url.ptr, &source, &err);
    if (!ok) {
        tui_error(
            l->view.tui, "'%.*s' is no address of the web", STR_ARG(text));
    } else {
        ok = filing_save_address(l->desk.memory, &source);
        if (ok) {
            tui_notice(
                l->view.tui, "saved for later: %s", source_label(&source));
            l->desk.host.bring(l->desk.host.user, &source);
        }
        source_done(&source);
    }
    buf_done(&url);
    return ok;
}

/* Tells whether each line is a word: then these are addresses, also where they
 * do not say so. */
static bool
is_list(struct str text)
{
    struct str line;

    while ((line = str_next_line(&text)).ptr)
        if (!is_word(str_trim(line)))
            return false;
    return true;
}

/* Says how many addresses of several were saved. */
static void
tell_saved(struct lobby *l, unsigned n_saved, unsigned n_found)
{
    if (n_saved == n_found)
        tui_notice(l->view.tui, "saved for later: %u addresses", n_saved);
    else
        tui_notice(l->view.tui, "saved for later: %u of %u addresses", n_saved,
            n_found);
}

view_reaction
chores_save_addresses(struct lobby *l, struct str text)
{
    const bool is_sure = is_list(text);
    struct str all = str_trim(text), line, url;
    unsigned n_found = 0, n_saved = 0;

    if (all.len == 0)
        return VIEW_NOTHING;
    while ((line = str_next_line(&text)).ptr) {
        struct str rest = line;
        const unsigned n_before = n_found;
        for (; (url = mention_next(&rest)).len > 0; n_found++)
            n_saved += save_address(l, url);
        line = str_trim(line);
        if (n_found > n_before || !is_sure || line.len == 0)
            continue;
        n_saved += save_address(l, line);
        n_found++;
    }
    line = str_next_line(&all);
    if (n_found == 0)
        tui_error(
            l->view.tui, "'%.*s' is no address of the web", STR_ARG(line));
    else if (n_found > 1 && n_saved > 0)
        tell_saved(l, n_saved, n_found);
    return VIEW_DRAW;
}

static void
take_address(void *user, struct str text)
{
    if (chores_save_addresses(user, text) == VIEW_NOTHING) {
        /* Nothing was typed. */
    }
}

static void
ask_address(struct lobby *l)
{
    static const struct prompt_ops ops = {.enter = take_address};

    tui_push(l->view.tui,
        prompt_new("Save address: ", NULL, l->desk.theme, &ops, l));
}

view_reaction
chores_act(struct lobby *l, enum action action, unsigned count)
{
    switch (action) {
    case ACTION_SAVE:
        /* At home it is an address, in what was found or opened the article. */
        if (l->scope == LOBBY_HOME && l->entry.text.len == 0)
            ask_address(l);
        else
            shelve(l, LIBRARY_SAVED);
        return VIEW_DRAW;
    case ACTION_ARCHIVE:
        archive_row(l);
        return VIEW_DRAW;
    case ACTION_FAVORITE:
        shelve(l, LIBRARY_FAVORITE);
        return VIEW_DRAW;
    case ACTION_DELETE:
        delete_row(l);
        return VIEW_DRAW;
    case ACTION_HALF_UP:
        if (count > 0 || !filing_undelete(l->desk.memory))
            return VIEW_IGNORED;
        tui_notice(l->view.tui, "put back");
        return VIEW_DRAW;
    case ACTION_REFRESH:
        l->desk.host.refresh(l->desk.host.user, feed_here(l));
        return VIEW_DRAW;
    case ACTION_TAGS:
        ask_names(l, NAMES_TAG);
        return VIEW_DRAW;
    case ACTION_LISTS:
        ask_names(l, NAMES_READING);
        return VIEW_DRAW;
    case ACTION_RAISE:
    case ACTION_LOWER:
        move_row(l, action == ACTION_RAISE ? -1 : 1, count);
        return VIEW_DRAW;
    default:
        return VIEW_IGNORED;
    }
}
