/* SPDX-License-Identifier: ISC */
/*
 * session - the program as long as it has the screen
 *
 * It is the one place that knows both the tui and the views, so that neither
 * has to know the other.
 */
#include "ui/session.h"

#include "app/filing.h"
#include "app/job.h"
#include "app/options.h"
#include "app/rounds.h"
#include "base/mem.h"
#include "lookout.h"
#include "porter.h"
#include "seek.h"
#include "store/feeds.h"
#include "store/lists.h"
#include "ui/help.h"
#include "ui/home.h"
#include "ui/host.h"
#include "ui/lobby.h"
#include "ui/reader.h"
#include "ui/survey.h"
#include "ui/tui.h"
#include "ui/watch.h"

#include <signal.h>
#include <stddef.h>
#include <stdlib.h>

/* A shelf and the view of it. */
struct list_of {
    struct session *session;
    struct shelf *shelf;
    struct view *home;  /* NULL: there is none */
    struct view *lobby; /* or NULL: that it was chosen from */
};

struct session {
    struct tui *tui;
    struct list_of main;    /* of what the command line names */
    struct list_of **feeds; /* owned, with their shelves: what links led to and
                               the library has, for their readers */
    uint32_t n_feeds, cap_feeds;
    struct porter *porter;
    struct rounds *rounds; /* or NULL */
    struct seek *seek;     /* or NULL */
    struct watch *watch;   /* of the library, or NULL */
};

static void show_feed(void *user, struct view *reader, bool is_empty,
    const struct source *source, struct feed *feed);

static void
bring_ahead(void *user, const struct source *source)
{
    const struct list_of *list = user;
    porter_bring(list->session->porter, source);
}

static void
bring_saved_page(void *user, const struct source *source)
{
    const struct list_of *list = user;
    porter_save(list->session->porter, source);
}

/* Who leaves an article is where it is in the list. */
static void
note_shown(void *user, shelf_id id)
{
    struct list_of *list = user;
    struct memory *memory = tui_memory(list->session->tui);
    const struct source *source = &shelf_item(list->shelf, id)->source;
    int64_t item;

    if (list->home)
        home_select(list->home, id);
    else if (list->lobby && memory_find(memory, source, &item))
        lobby_select(list->lobby, item);
}

static struct view *
make_reader(struct list_of *list, shelf_id id, bool has_list)
{
    const struct host host = {
        show_feed, bring_ahead, bring_saved_page, note_shown, list, has_list};
    return reader_new(list->session->tui, list->shelf, id, &host);
}

static void
open_reader(struct list_of *list, shelf_id id, bool has_list)
{
    struct tui *tui = list->session->tui;
    tui_push(tui, make_reader(list, id, has_list));
}

static view_reaction
open_article(void *user, shelf_id id)
{
    open_reader(user, id, true);
    return VIEW_DRAW;
}

/* Loads the feed of an entry again: as an article that turns out to be one. */
static view_reaction
reload_feed(void *user, shelf_id id)
{
    struct list_of *list = user;
    const shelf_id feed = shelf_feed(list->shelf, id);

    if (shelf_item(list->shelf, feed)->source.kind == SOURCE_STDIN)
        tui_error(list->session->tui, "standard input can be read only once");
    else
        open_reader(list, feed, true);
    return VIEW_DRAW;
}

/* Subscribes to the feed of an entry. */
static view_reaction
subscribe(void *user, shelf_id id)
{
    struct list_of *list = user;
    struct session *s = list->session;
    const struct source *source =
        &shelf_item(list->shelf, shelf_feed(list->shelf, id))->source;

    if (source->kind != SOURCE_WEB)
        tui_error(s->tui, "only feeds of the web can be subscribed to");
    else if (tui_job_opts(s->tui)->is_offline)
        tui_error(s->tui, "nothing is loaded from the web with --offline");
    else
        porter_subscribe(s->porter, source);
    return VIEW_DRAW;
}

/* What is still learned of the articles is shown to nobody any more. */
static void
close_list(void *user)
{
    struct list_of *list = user;
    list->home = NULL;
}

static void
open_list(struct list_of *list)
{
    struct tui *tui = list->session->tui;
    const struct home_host host = {
        open_article, reload_feed, subscribe, close_list, list};
    list->home = home_new(tui_theme(tui), list->shelf, &host);
    tui_push(tui, list->home);
}

/* Returns a new list without anything on it. */
static struct list_of *
add_list(struct session *s)
{
    struct list_of *list = mem_alloc_zero(1, sizeof *list);
    list->session = s;
    list->shelf = shelf_new();
    MEM_GROW(s->feeds, s->cap_feeds, s->n_feeds + 1);
    s->feeds[s->n_feeds++] = list;
    return list;
}

/* Says how a feed that was opened can be subscribed to, if it is not. */
static void
offer_subscription(struct session *s, const struct source *source)
{
    struct db *db = memory_db(tui_memory(s->tui));
    struct err err;
    int64_t id;

    if (db && source->kind == SOURCE_WEB &&
        !feeds_find(db, str_of(source->place), &id, &err))
        tui_notice(s->tui, "a subscribes to this feed");
}

/* Shows the entries of a feed as a list: over the reader, or in its place when
 * the command line has named the feed. */
static void
show_feed(void *user, struct view *reader, bool is_empty,
    const struct source *source, struct feed *feed)
{
    struct list_of *list = user;
    struct session *s = list->session;
    shelf_id id = shelf_find(list->shelf, source);
    if (id == SHELF_NONE) {
        struct err err;
        list = add_list(s);
        id = shelf_add(list->shelf, source, &err); /* only a folder fails */
    }
    offer_subscription(s, source);
    for (uint32_t i = 0; i < feed->n_notes; i++)
        tui_notice(s->tui, "%.*s", STR_ARG(feed_note(feed, i)));
    shelf_spread(list->shelf, id, feed);
    if (is_empty && list->home)
        home_refresh(list->home);
    else
        open_list(list);
    if (is_empty)
        tui_remove(s->tui, reader);
}

/* The library. */

/* Puts an item on a shelf, and returns its id there; SHELF_NONE when it is gone
 * from the library. */
static shelf_id
add_item(struct session *s, struct shelf *shelf, int64_t id)
{
    struct item_list page = {0};
    struct db *db = memory_db(tui_memory(s->tui));
    struct err err;
    shelf_id added = SHELF_NONE;

    if (db && lists_load_item(db, id, &page, &err)) {
        struct source source = memory_source(&page.items[0]);
        added = shelf_add(shelf, &source, &err);
        if (added != SHELF_NONE)
            shelf_note_title(shelf, added, page.items[0].title);
        source_done(&source);
    }
    item_list_done(&page);
    return added;
}

/* Reads an item among those beside it in the list that it was chosen from. */
static void
open_choice(void *user, const struct desk_choice *choice)
{
    struct session *s = user;
    if (choice->bundled != SHELF_NONE) {
        open_reader(&s->main, choice->bundled, true);
        return;
    }
    struct list_of *list = add_list(s);
    list->lobby = choice->from;
    shelf_id chosen = SHELF_NONE;
    for (uint32_t i = 0; i < choice->n_ids; i++) {
        shelf_id id = add_item(s, list->shelf, choice->ids[i]);
        if (i == choice->place)
            chosen = id;
    }
    if (chosen == SHELF_NONE) {
        tui_error(s->tui, "it is not in the library any more");
        return;
    }
    struct view *reader = make_reader(list, chosen, true);
    if (choice->has_hit)
        reader_find(reader, choice->hit_at, choice->words);
    tui_push(s->tui, reader);
}

static void
bring(void *user, const struct source *source)
{
    struct session *s = user;
    porter_save(s->porter, source);
}

/* Says what became of what was saved, where that is not what was hoped for. */
static void
tell_saved(void *user, const struct porter_news *news)
{
    struct session *s = user;
    if (news->err)
        tui_error(s->tui, "%s: '%s': %s",
            news->is_feed ? "not subscribed to" : "saved, but not loaded",
            source_label(news->source), news->err->text);
    else
        tui_notice(
            s->tui, "subscribed to the feed '%.*s'", STR_ARG(news->feed));
}

/* Says how the round through the feeds ended, and ends it. */
static void
end_rounds(struct session *s)
{
    const struct rounds_count n = *rounds_count(s->rounds);
    struct buf said = {0};

    rounds_cancel(s->rounds);
    s->rounds = NULL;
    if (n.is_offline) {
        tui_error(s->tui, "no feed could be reached: is there a network?");
        return;
    }
    buf_add_format(&said, "asked %u feed%s", n.n, n.n == 1 ? "" : "s");
    if (n.n_failed > 0)
        buf_add_format(&said, "; %u could not be had", n.n_failed);
    if (n.n_resting > 0)
        buf_add_format(&said, "; %u that failed before %s to wait", n.n_resting,
            n.n_resting == 1 ? "has" : "have");
    if (n.n_paused > 0)
        buf_add_format(
            &said, "; %u left out, as the server wants a pause", n.n_paused);
    if (n.n_failed > 0)
        tui_error(s->tui, "%s", said.ptr);
    else
        tui_notice(s->tui, "%s", said.ptr);
    buf_done(&said);
}

static void
take_tidings(void *user, const struct feeds_item *feed, struct tidings *what)
{
    struct session *s = user;
    filing_put_feed(tui_memory(s->tui), feed->id, what);
}

static void
tell_rounds(void *user, const struct rounds_count *count)
{
    struct session *s = user;
    if (rounds_is_done(s->rounds))
        end_rounds(s);
    else
        tui_notice(s->tui, "asked %u of %u feeds (Esc to stop)", count->n_done,
            count->n);
}

static void
refresh(void *user, int64_t feed)
{
    struct session *s = user;
    struct memory *memory = tui_memory(s->tui);
    const struct job_opts *opts = tui_job_opts(s->tui);
    struct err err;
    if (opts->is_offline) {
        tui_error(s->tui, "feeds are not asked with --offline");
        return;
    }
    if (s->rounds || !filing_is_possible(memory))
        return;
    const struct rounds_opts how = {
        tui_loop(s->tui), memory_db(memory), opts, feed, false};
    const struct rounds_ops ops = {take_tidings, NULL, tell_rounds, s};
    const uint32_t n_saved = porter_bring_saved(s->porter);
    s->rounds = rounds_start(&how, &ops, &err);
    if (!s->rounds) {
        tui_error(s->tui, "feeds cannot be asked: %s", err.text);
        return;
    }
    const struct rounds_count *n = rounds_count(s->rounds);
    if (!rounds_is_done(s->rounds)) {
        tui_notice(s->tui, "asking the feeds (Esc to stop)");
    } else if (n->n > 0 || n->n_resting > 0) {
        end_rounds(s);
    } else {
        rounds_cancel(s->rounds);
        s->rounds = NULL;
        if (n_saved > 0)
            tui_notice(s->tui, "loading what is saved");
        else
            tui_notice(
                s->tui, "there are no feeds yet: a adds one by its address");
    }
}

static enum harvest_stage
asking(void *user, int64_t feed)
{
    const struct session *s = user;
    return s->rounds ? rounds_stage(s->rounds, feed) : HARVEST_OVER;
}

static bool
stop(void *user)
{
    struct session *s = user;
    if (!s->rounds)
        return false;
    rounds_cancel(s->rounds);
    s->rounds = NULL;
    tui_notice(s->tui, "stopped; what came is kept");
    return true;
}

static void
open_lobby(struct session *s)
{
    struct memory *memory = tui_memory(s->tui);
    char *path = memory_path();

    if (path && memory_db(memory))
        s->seek = seek_start(tui_loop(s->tui), path, memory_n_changes(memory));
    free(path);
    s->watch = lookout_start(tui_loop(s->tui), memory);
    const struct desk desk = {
        .theme = tui_theme(s->tui),
        .memory = memory,
        .bundled = s->main.shelf,
        .seek = s->seek,
        .is_watched = s->watch != NULL,
        .host = {open_choice, bring, refresh, stop, asking, s},
    };
    tui_push(s->tui, lobby_new(&desk));
}

static void
note_change(void *user)
{
    struct session *s = user;
    tui_draw(s->tui);
}

static void
note_survey(void *user)
{
    struct session *s = user;
    if (s->main.home)
        home_refresh(s->main.home);
    tui_draw(s->tui);
}

static void
free_feeds(struct session *s)
{
    for (uint32_t i = 0; i < s->n_feeds; i++) {
        shelf_free(s->feeds[i]->shelf);
        free(s->feeds[i]);
    }
    free(s->feeds);
}

static view_reaction
act(void *user, struct tui *tui, enum action action)
{
    (void)user;
    if (action != ACTION_HELP)
        return VIEW_NOTHING;
    tui_push(tui, help_new(tui_theme(tui), tui_keymap(tui)));
    return VIEW_DRAW;
}

int
session_run(const struct options *options, const struct keymap *keymap,
    struct shelf *shelf, shelf_id first, const char *notice, struct err *err)
{
    struct session s = {.main.shelf = shelf};
    s.main.session = &s;
    s.tui = tui_open(options, keymap, err);
    if (!s.tui)
        return -1;

    tui_on_action(s.tui, act, &s);
    memory_on_change(tui_memory(s.tui), note_change, &s);
    s.porter =
        porter_new(tui_loop(s.tui), tui_memory(s.tui), tui_job_opts(s.tui));
    porter_on_news(s.porter, tell_saved, &s);
    if (options_is_home(options))
        open_lobby(&s);
    else if (first == SHELF_NONE)
        open_list(&s.main);
    else
        open_reader(&s.main, first, false);
    struct survey *survey = survey_start(
        tui_loop(s.tui), shelf, tui_job_opts(s.tui), first, note_survey, &s);
    if (notice)
        tui_notice(s.tui, "%s", notice);

    int status = tui_run(s.tui);
    survey_cancel(survey);
    porter_cancel(s.porter);
    rounds_cancel(s.rounds);
    seek_cancel(s.seek);
    watch_cancel(s.watch);
    tui_close(s.tui);
    free_feeds(&s);

    /* Who waits for us is to know what ended us. */
    if (status > TUI_SIGNAL) {
        signal(status - TUI_SIGNAL, SIG_DFL);
        raise(status - TUI_SIGNAL);
    }
    return status;
}
