/* SPDX-License-Identifier: ISC */
/*
 * opening - loads an article and puts it before the reader
 *
 * Keys typed ahead wait for the new article, as long as it comes at once; later
 * they are for the old one again, and Esc gives up.
 *
 * Standard input can be read only once: an article from there is kept when the
 * reader goes elsewhere, and comes back without a job.
 */
#include "opening.h"

#include "app/deposit.h"
#include "app/options.h"
#include "base/mem.h"
#include "edition.h"
#include "model/wording.h"
#include "neighbors.h"
#include "panel.h"
#include "recall.h"
#include "search.h"

#include <stdlib.h>
#include <string.h>

enum {
    PULSE_MS = 200 /* a load that takes less shows nothing */
};

/* Frees what belongs to the load, which is over. */
static void
end_loading(struct reading *r)
{
    tui_release(r->tui);
    pulse_cancel(r->loading.pulse);
    source_done(&r->loading.source);
    free(r->loading.arrival.anchor);
    free(r->loading.arrival.mark);
    free(r->loading.arrival.words);
    receipt_done(&r->loading.receipt);
    reprint_close(&r->loading.page);
    r->loading = (struct loading){0};
}

void
opening_cancel(struct reading *r)
{
    job_cancel(r->loading.job);
    end_loading(r);
}

static void
note_beat(void *user)
{
    struct reading *r = user;
    r->loading.n_beats++;
    tui_release(r->tui);
    tui_draw(r->tui);
}

static void
note_progress(void *user, const struct job_progress *progress)
{
    struct reading *r = user;
    r->loading.progress = *progress; /* is drawn with the next beat */
}

static void
note_reply(void *user, const struct reply *reply, int fd)
{
    struct reading *r = user;
    receipt_put(&r->loading.receipt, reply, fd);
}

bool
opening_find_anchor(struct reading *r, struct str name)
{
    const struct article *a = r->pane.article;
    uint32_t ix = article_find_anchor(a, name);
    if (ix != ANCHOR_NONE) {
        uint32_t at = a->anchors[ix].at;
        pane_reveal(&r->pane, at);
        pane_jump(&r->pane, at);
        return true;
    }
    if (name.len > 0 && !str_eq_nocase(name, STR("top")))
        return false;
    pane_go(&r->pane, 0);
    return true;
}

void
opening_find_wording(struct reading *r, size_t at, struct str words)
{
    if (!reading_has_article(r)) {
        struct arrival *arrival = &r->loading.arrival;
        char *copy = mem_copy_text(words.ptr, words.len);
        free(arrival->words);
        arrival->kind = ARRIVAL_WORDING;
        arrival->wording = at;
        arrival->words = copy;
        return;
    }
    uint32_t place = wording_place(r->pane.article, at);
    pane_reveal(&r->pane, place);
    pane_jump(&r->pane, place);
    search_mark_words(r, words, place);
}

/* Goes to where a new article is to be read. */
static void
arrive(struct reading *r, const struct arrival *arrival)
{
    struct place left;
    bool was_read = recall_find(r, &left);

    switch (arrival->kind) {
    case ARRIVAL_ANCHOR:
        if (!opening_find_anchor(r, str_of(arrival->anchor)))
            tui_error(
                r->tui, "there is no place called '%s' in it", arrival->anchor);
        break;
    case ARRIVAL_PLACE:
        pane_reveal(&r->pane, arrival->place.at);
        pane_return(&r->pane, arrival->place);
        break;
    case ARRIVAL_MARK:
        left = (struct place){bookmark_find(r->pane.article, arrival->mark), 0};
        pane_reveal(&r->pane, left.at);
        pane_return(&r->pane, left);
        break;
    case ARRIVAL_WORDING:
        opening_find_wording(r, arrival->wording, str_of(arrival->words));
        break;
    case ARRIVAL_RESUME:
    case ARRIVAL_AGAIN:
        if (was_read)
            pane_return(&r->pane, left);
        break;
    }
}

static void
note_change(void *user)
{
    opening_repeat(user);
}

static void
watch_source(struct reading *r)
{
    watch_cancel(r->watch);
    r->watch = NULL;
    if (r->source.kind == SOURCE_FILE)
        r->watch =
            watch_start(tui_loop(r->tui), r->source.place, note_change, r);
}

static bool
folds_are_closed(const struct reading *r)
{
    return !tui_options(r->tui)->expand;
}

/* Puts another article in the place of the one that is shown. */
static void
show_other(struct reading *r, struct article *article)
{
    struct loading *l = &r->loading;
    reading_note_place(r);
    recall_leave(r);
    if (reading_has_article(r) && l->arrival.step != 0) {
        trail_step(&r->trail, l->arrival.step, &r->source, r->pane.place);
        reading_leave_last(r, r->pane.place);
    } else {
        reading_leave_stop(r, r->pane.place);
    }

    panel_close_article(r);
    search_close_article(r);
    r->focus = (struct spot){0};
    if (r->source.kind == SOURCE_STDIN)
        r->kept = pane_take(&r->pane);
    pane_open(&r->pane, article, folds_are_closed(r));
    source_done(&r->source);
    r->source = source_copy(&l->source);
    r->id = shelf_find(r->shelf, &r->source);
    r->failed = SHELF_NONE;
    r->way = l->arrival.way;
    recall_open(r);
    watch_source(r);
    neighbors_start(r);
    neighbors_show(r);
    panel_open_article(r);
    arrive(r, &l->arrival);
}

/* Has the next page of the list loaded, unless its feed has its text. */
static void
look_ahead(struct reading *r)
{
    shelf_id next = SHELF_NONE;
    if (r->id != SHELF_NONE && tui_options(r->tui)->prefetch > 0 &&
        reading_is_usual(r))
        next = shelf_neighbor(r->shelf, r->id, 1);
    if (next == SHELF_NONE)
        return;
    struct article *known = shelf_article(r->shelf, next, true);
    if (!known)
        r->host.bring(r->host.user, &shelf_item(r->shelf, next)->source);
    article_free(known);
}

/* Remembers what is shown, and asks whether a copy is still what there is. */
static void
remember(struct reading *r)
{
    struct memory *m = tui_memory(r->tui);

    if (r->loading.is_kept) {
        if (r->loading.page.is_open)
            deposit_remake(m, &r->source, r->pane.article);
        deposit_read(m, &r->source);
        if (r->source.kind == SOURCE_WEB)
            edition_start(r, &r->loading.receipt);
        return;
    }
    edition_cancel(r);
    if (!reading_is_usual(r))
        r->loading.receipt.may_keep = r->loading.receipt.may_save = false;
    else if (r->source.kind == SOURCE_WEB)
        edition_note_loss(r, r->pane.article, &r->loading.receipt);
    deposit_keep(m, &r->source, r->pane.article, &r->loading.receipt);
}

/* Puts a new version in the place of the one that is shown. */
static void
show_again(struct reading *r, struct article *article)
{
    panel_close_article(r);
    pane_replace(&r->pane, article, folds_are_closed(r));
    neighbors_start(r);
    neighbors_show(r);
    panel_open_article(r);
    search_reopen_article(r);
}

static void
show(struct reading *r, struct article *article)
{
    shelf_id id = shelf_find(r->shelf, &r->loading.source);
    if (id != SHELF_NONE) {
        shelf_note_article(r->shelf, id, article);
        r->host.note_shown(r->host.user, id);
    }
    if (reading_has_article(r) && r->loading.arrival.kind == ARRIVAL_AGAIN)
        show_again(r, article);
    else
        show_other(r, article);
    remember(r);
    look_ahead(r);
    free(r->failure);
    r->failure = NULL;
    end_loading(r);
    tui_draw(r->tui);
}

/* Notes why there is nothing to read, if there is not. */
static void
note_failure(struct reading *r, const char *why)
{
    if (reading_has_article(r))
        return;
    free(r->failure);
    r->failure = mem_copy_text(why, strlen(why));
    source_done(&r->source);
    r->source = source_copy(&r->loading.source);
    r->id = shelf_find(r->shelf, &r->source);
}

/* Shows what the feed has of an article whose page cannot be had; false when
 * that is nothing. */
static bool
show_rest(struct reading *r, const struct err *err)
{
    shelf_id id = shelf_find(r->shelf, &r->loading.source);
    struct article *rest = NULL;
    if (id != SHELF_NONE)
        rest = shelf_article(r->shelf, id, false);
    if (!rest)
        return false;
    show(r, rest);
    if (err->code == ERR_OFFLINE)
        tui_notice(r->tui, "offline: this is only what the feed has of it");
    else
        tui_error(r->tui, "only what the feed has of it: %s", err->text);
    return true;
}

static void
fail(struct reading *r, const struct err *err)
{
    const struct source *source = &r->loading.source;
    shelf_id id = shelf_find(r->shelf, source);
    if (show_rest(r, err))
        return;
    if (id != SHELF_NONE)
        shelf_note_failure(r->shelf, id, err->text);
    r->failed = reading_has_article(r) ? id : SHELF_NONE;
    if (err->code == ERR_UNPARSED && source->kind != SOURCE_STDIN)
        r->broken = source_copy(source);
    if (reading_has_article(r))
        tui_error(r->tui, "'%s': %s%s", source_label(source), err->text,
            r->broken.kind != SOURCE_NONE
                ? "; v tries the whole page, V the bare text"
                : "");
    note_failure(r, err->text);
    end_loading(r);
    tui_draw(r->tui);
}

bool
opening_give_up(struct reading *r)
{
    if (!r->loading.job)
        return false;
    tui_notice(r->tui, "not loaded");
    note_failure(r, "was not loaded");
    opening_cancel(r);
    return true;
}

static void
take_article(void *user, struct article *article, const struct err *err)
{
    struct reading *r = user;
    r->loading.job = NULL;
    if (article)
        show(r, article);
    else
        fail(r, err);
}

/* Goes on to the entries of a feed that has become known: to the last if the
 * reader came from behind it. */
static void
enter_feed(struct reading *r, shelf_id id, shelf_id first)
{
    shelf_id last = first;
    const struct feed *feed = shelf_item(r->shelf, first)->feed;
    while (last + 1 < shelf_size(r->shelf) &&
           shelf_item(r->shelf, last + 1)->feed == feed)
        last++;
    bool is_behind = r->id != SHELF_NONE &&
                     shelf_place(r->shelf, r->id) > shelf_place(r->shelf, id);
    struct source source =
        source_copy(&shelf_item(r->shelf, is_behind ? last : first)->source);
    opening_start(r, &source, (struct arrival){.kind = ARRIVAL_RESUME});
    source_done(&source);
}

static void
take_feed(void *user, struct feed *feed)
{
    struct reading *r = user;
    struct source source = source_copy(&r->loading.source);
    shelf_id id = shelf_find(r->shelf, &source);
    bool is_again = r->loading.arrival.kind == ARRIVAL_AGAIN &&
                    id != SHELF_NONE && r->id != SHELF_NONE && r->id != id;
    r->loading.job = NULL;
    if (feed->n_entries == 0) {
        struct err err;
        feed_free(feed);
        err_set(&err, ERR_NOT_FOUND, "this feed has no entries");
        fail(r, &err);
    } else if (reading_has_article(r) && is_again) {
        shelf_spread(r->shelf, id, feed);
        opening_start(r, &r->source, (struct arrival){.kind = ARRIVAL_AGAIN});
    } else if (reading_has_article(r) && id != SHELF_NONE) {
        enter_feed(r, id, shelf_spread(r->shelf, id, feed));
    } else {
        end_loading(r);
        r->host.show_feed(
            r->host.user, &r->view, !reading_has_article(r), &source, feed);
    }
    source_done(&source);
}

struct article *
opening_find(const struct reading *r, const struct source *source)
{
    shelf_id id = shelf_find(r->shelf, source);
    bool is_full_page = tui_job_opts(r->tui)->is_full_page != r->is_full_page;
    if (id == SHELF_NONE || is_full_page || r->is_plain)
        return NULL;
    return shelf_article(
        r->shelf, id, shelf_item(r->shelf, id)->source.kind != SOURCE_ENTRY);
}

void
opening_start(
    struct reading *r, const struct source *source, struct arrival arrival)
{
    struct source copy = source_copy(source);
    opening_cancel(r);
    source_done(&r->broken); /* which source may be */
    r->loading.source = copy;
    source = &r->loading.source;
    r->loading.arrival = arrival;
    if (source->kind == SOURCE_STDIN && r->kept) {
        struct article *kept = r->kept;
        r->kept = NULL;
        show(r, kept);
        return;
    }
    struct article *article = opening_find(r, source);
    if (!article && arrival.kind != ARRIVAL_AGAIN && reading_is_usual(r) &&
        !tui_job_opts(r->tui)->is_anew) {
        article = memory_article(
            tui_memory(r->tui), source, &r->loading.receipt, &r->loading.page);
        r->loading.is_kept = article || r->loading.page.is_open;
    }
    if (article) {
        show(r, article);
        return;
    }
    struct job_opts opts = *tui_job_opts(r->tui);
    shelf_id id = shelf_find(r->shelf, source);
    opts.is_full_page = opts.is_full_page != r->is_full_page;
    opts.type = r->is_plain ? "text" : opts.type;
    opts.progress = note_progress;
    opts.reply = note_reply;
    opts.feed = take_feed;
    opts.wants_feed =
        opts.wants_feed && id != SHELF_NONE && !shelf_item(r->shelf, id)->feed;
    if (r->loading.page.is_open) {
        reprint_add_opts(&r->loading.page, &opts);
        source = &r->loading.page.source;
    }
    tui_hold(r->tui);
    r->loading.job =
        job_start(tui_loop(r->tui), source, &opts, take_article, r);
    r->loading.pulse = pulse_start(tui_loop(r->tui), PULSE_MS, note_beat, r);
}

void
opening_repeat(struct reading *r)
{
    if (r->source.kind == SOURCE_STDIN) {
        tui_error(r->tui, "standard input can be read only once");
        return;
    }
    recall_leave(r);
    struct article *newer = edition_take(r);
    if (newer) {
        show_again(r, newer);
        tui_draw(r->tui);
        return;
    }
    bool is_busy = r->loading.job && r->loading.arrival.kind != ARRIVAL_AGAIN;
    if (r->source.kind != SOURCE_NONE && !is_busy)
        opening_start(r, &r->source, (struct arrival){.kind = ARRIVAL_AGAIN});
}

void
opening_retry(struct reading *r)
{
    if (r->broken.kind != SOURCE_NONE)
        opening_start(r, &r->broken, (struct arrival){.kind = ARRIVAL_RESUME});
    else
        opening_repeat(r);
}
