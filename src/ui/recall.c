/* SPDX-License-Identifier: ISC */
/*
 * recall - what the library knows of the article that is shown
 *
 * The timer runs from the first move, not anew with each: who scrolls for
 * minutes loses a second at most. With what the keeper waits for others, the
 * place is on the disk within two.
 */
#include "recall.h"

#include "app/deposit.h"
#include "app/filing.h"
#include "app/options.h"

enum {
    REST_MS = 1000
};

/* Returns a number that tells the folds, and is never 0. */
static uint64_t
digest_folds(const struct pane *p)
{
    const struct str folds = {(const char *)p->folded, p->outline->n_sections};

    return str_digest(folds) | 1;
}

static bool
is_noted(const struct reading *r)
{
    const struct place *noted = &r->recall.place, *now = &r->pane.place;

    return noted->at == now->at && noted->lead == now->lead &&
           r->recall.folds == digest_folds(&r->pane);
}

/* Has the place written. */
static void
note(struct reading *r, bool is_patient)
{
    const struct pane *p = &r->pane;

    if (r->edition.is_loss)
        return;
    struct position position = {
        .place = bookmark_make(p->article, p->place.at),
        .folds = {(const char *)p->folded, p->outline->n_sections},
        .progress = pane_percent(p) * 10,
        .is_finished = pane_is_at_end(p),
    };

    memory_note_place(tui_memory(r->tui), &r->source, &position, is_patient);
    r->recall.place = p->place;
    r->recall.folds = digest_folds(p);
}

static void
end_pulse(struct reading *r)
{
    pulse_cancel(r->recall.pulse);
    r->recall.pulse = NULL;
}

void
recall_open(struct reading *r)
{
    end_pulse(r);
    r->recall = (struct recall){0};
    for (enum library_shelf i = 0; i < LIBRARY_SHELVES; i++)
        r->recall.is_on[i] = memory_is_on(tui_memory(r->tui), &r->source, i);
}

bool
recall_find(struct reading *r, struct place *out_place)
{
    const struct places_item *left =
        places_find(tui_places(r->tui), &r->source);
    const struct options *o = tui_options(r->tui);
    struct buf folds = {0};
    struct position p;

    if (left) {
        pane_put_folds(&r->pane, left->folded, left->n_folded);
        *out_place = left->place;
        return true;
    }
    bool is_found =
        memory_find_place(tui_memory(r->tui), &r->source, &folds, &p);
    if (is_found) {
        if (!o->expand && !o->collapse)
            pane_put_folds(
                &r->pane, (const uint8_t *)p.folds.ptr, (uint32_t)p.folds.len);
        /* What is above the text, such as the title, belongs to its start. */
        is_found = p.place.at > 0;
        if (is_found)
            *out_place =
                (struct place){bookmark_find(r->pane.article, &p.place), 0};
    }
    buf_done(&folds);
    return is_found;
}

static void
rest(void *user)
{
    struct reading *r = user;

    end_pulse(r);
    if (reading_has_article(r) && !is_noted(r))
        note(r, true);
}

void
recall_watch(struct reading *r)
{
    if (!r->recall.pulse && !is_noted(r))
        r->recall.pulse = pulse_start(tui_loop(r->tui), REST_MS, rest, r);
}

void
recall_leave(struct reading *r)
{
    end_pulse(r);
    if (reading_has_article(r) && !is_noted(r))
        note(r, false);
}

/* Tells whether the library can have the article; says why it cannot. */
static bool
can_keep(struct reading *r)
{
    if (!filing_is_possible(tui_memory(r->tui)))
        return false;
    if (memory_can_keep(tui_memory(r->tui), &r->source))
        return true;
    tui_error(r->tui, r->source.kind == SOURCE_STDIN
                          ? "standard input is not kept in the library"
                          : "this cannot be kept in the library");
    return false;
}

/* Has a page kept because a person wants it, which was not because its server
 * wants no copies, or because something else is shown of it. */
static void
hold(struct reading *r)
{
    if (reading_is_usual(r))
        deposit_hold(tui_memory(r->tui), &r->source, r->pane.article);
    r->host.save(r->host.user, &r->source);
}

static void
shelve(struct reading *r, enum library_shelf shelf)
{
    bool *is_on = r->recall.is_on;

    if (!can_keep(r))
        return;
    is_on[shelf] = !is_on[shelf];
    filing_shelve_source(tui_memory(r->tui), &r->source, shelf, is_on[shelf]);
    tui_notice(r->tui, "%s", shelving_said(shelf, is_on[shelf]));
    /* As library_shelve() has it. */
    if (is_on[LIBRARY_ARCHIVED] && shelf == LIBRARY_ARCHIVED)
        is_on[LIBRARY_SAVED] = true;
    if (!is_on[LIBRARY_SAVED])
        is_on[LIBRARY_ARCHIVED] = false;
    if (is_on[shelf])
        hold(r);
}

static void
note_saved(void *user)
{
    struct reading *r = user;

    r->recall.is_on[LIBRARY_SAVED] = true;
    hold(r);
}

static void
ask_names(struct reading *r, enum names_kind kind)
{
    struct shelving *s = &r->recall.shelving;

    if (!can_keep(r))
        return;
    *s = (struct shelving){r->tui, kind, 0, &r->source, note_saved, r};
    memory_find(tui_memory(r->tui), &r->source, &s->id);
    shelving_ask_names(s);
}

view_reaction
recall_save(struct reading *r)
{
    if (r->source.kind != SOURCE_WEB)
        tui_error(r->tui, "only pages of the web are saved unread");
    else if (filing_save_address(tui_memory(r->tui), &r->source))
        tui_notice(r->tui, "saved for later; R at home loads it");
    return VIEW_DRAW;
}

view_reaction
recall_act(struct reading *r, enum action action)
{
    switch (action) {
    case ACTION_SAVE:
        shelve(r, LIBRARY_SAVED);
        return VIEW_DRAW;
    case ACTION_FAVORITE:
        shelve(r, LIBRARY_FAVORITE);
        return VIEW_DRAW;
    case ACTION_ARCHIVE:
        shelve(r, LIBRARY_ARCHIVED);
        return VIEW_DRAW;
    case ACTION_TAGS:
        ask_names(r, NAMES_TAG);
        return VIEW_DRAW;
    case ACTION_LISTS:
        ask_names(r, NAMES_READING);
        return VIEW_DRAW;
    case ACTION_RAISE:
    case ACTION_LOWER:
        tui_notice(r->tui, "that is for the rows of a reading list");
        return VIEW_DRAW;
    default:
        return VIEW_IGNORED;
    }
}
