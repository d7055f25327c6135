/* SPDX-License-Identifier: ISC */
/*
 * travel - going from place to place and from article to article
 *
 * Within an article one goes at once; to another one opening goes, and only when
 * it has arrived does the trail get its stop.
 */
#include "travel.h"

#include "app/options.h"
#include "base/mem.h"
#include "model/plate.h"
#include "model/url.h"
#include "neighbors.h"
#include "opening.h"

#include <stdlib.h>

static bool
is_here(const struct reading *r, const struct source *source)
{
    return reading_has_article(r) && source_eq(source, &r->source);
}

/* Tells whether another article is on its way: one goes on from there, as if it
 * had come. */
static bool
is_going(const struct reading *r)
{
    return r->loading.job && reading_has_article(r);
}

void
travel_neighbor(struct reading *r, int step)
{
    struct source source = {0};
    if (is_going(r))
        step += r->loading.arrival.way;
    if (step == 0) {
        opening_cancel(r);
        return;
    }
    if (!neighbors_find(r, step, &source)) {
        tui_notice(r->tui, step > 0 ? "this is the last article"
                                    : "this is the first article");
        return;
    }
    /* At the end there is nothing that is further away. */
    if (!is_going(r) || !source_eq(&source, &r->loading.source))
        opening_start(
            r, &source, (struct arrival){.kind = ARRIVAL_RESUME, .way = step});
    source_done(&source);
}

/* Goes to a place in the article that was noted. */
static void
go_to(struct reading *r, struct place place)
{
    pane_reveal(&r->pane, place.at);
    pane_return(&r->pane, place);
}

void
travel_trail(struct reading *r, int step)
{
    if (is_going(r))
        step += r->loading.arrival.step;
    if (step == 0) {
        opening_cancel(r);
        return;
    }
    const struct trail_stop *stop = trail_find(&r->trail, step);
    if (!stop) {
        tui_notice(r->tui, step < 0 ? "there is nothing to go back to"
                                    : "there is nothing to go forward to");
        return;
    }
    struct place place = stop->place;
    if (is_here(r, &stop->source)) {
        struct place from = r->pane.place;
        go_to(r, place);
        trail_step(&r->trail, step, &r->source, from);
        return;
    }
    opening_start(r, &stop->source,
        (struct arrival){.kind = ARRIVAL_PLACE, .place = place, .step = step});
}

static void
follow_anchor(struct reading *r, struct str name)
{
    struct place from = r->pane.place;
    if (opening_find_anchor(r, name))
        reading_leave_stop(r, from);
    else
        tui_error(r->tui, "there is no place called '%.*s' in this article",
            STR_ARG(name));
}

/* Opens the first article of a folder that a link leads to. */
static void
follow_folder(struct reading *r, const struct source *folder)
{
    struct source_list list = {0};
    struct err err;
    if (!source_read_folder(folder->place, &list, &err))
        tui_error(r->tui, "'%s': %s", folder->place, err.text);
    else if (list.n_items == 0)
        tui_error(r->tui, "'%s': there are no articles in it", folder->place);
    else
        opening_start(
            r, &list.items[0], (struct arrival){.kind = ARRIVAL_RESUME});
    source_list_done(&list);
}

static void
follow_source(
    struct reading *r, const struct source *source, struct str address)
{
    struct str fragment = url_fragment(address);
    if (source->kind == SOURCE_FOLDER) {
        follow_folder(r, source);
    } else if (is_here(r, source)) {
        follow_anchor(r, fragment);
    } else if (fragment.len > 0) {
        opening_start(r, source,
            (struct arrival){.kind = ARRIVAL_ANCHOR,
                .anchor = mem_copy_text(fragment.ptr, fragment.len)});
    } else {
        opening_start(r, source, (struct arrival){.kind = ARRIVAL_RESUME});
    }
}

void
travel_follow(struct reading *r, struct str address)
{
    struct source source = {0};
    if (address.len > 0 && address.ptr[0] == '#') {
        follow_anchor(r, str_slice(address, 1, address.len));
    } else if (source_follow(&r->source, address, &source)) {
        follow_source(r, &source, address);
        source_done(&source);
    } else {
        travel_browse(r, address);
    }
}

void
travel_fold(struct reading *r, section_ix s)
{
    if (s == SECTION_NONE || !pane_can_fold(&r->pane, s)) {
        tui_notice(r->tui, "there is nothing to fold here");
        return;
    }
    bool is_folded = r->pane.folded[s] == 0;
    uint32_t at = pane_section_at(&r->pane, s);
    pane_fold(&r->pane, s, is_folded);
    uint32_t line = pane_line(&r->pane, at);
    if (!pane_is_seen(&r->pane, line))
        pane_go(&r->pane, line);
}

/* Returns the address of the spot, or with SPOT_NONE of the article: that of
 * the document, else the path of the file; owned. */
static char *
address_of(const struct reading *r, const struct spot *spot)
{
    struct str address = {0};
    if (spot->kind == SPOT_LINK && spot->link < r->pane.article->n_links)
        address = article_link(r->pane.article, spot->link);
    else if (reading_has_article(r))
        address = article_fact(r->pane.article, FACT_URL);
    if (address.len == 0)
        address = str_of(r->source.place);
    return mem_copy_text(address.ptr, address.len);
}

void
travel_spot(struct reading *r, const struct spot *spot)
{
    if (spot->kind == SPOT_FOLD) {
        r->focus = *spot;
        travel_fold(r, spot->section);
        return;
    }
    if (spot->kind == SPOT_NONE)
        return;
    if (spot->link == LAYOUT_LINK_PREV || spot->link == LAYOUT_LINK_NEXT) {
        travel_neighbor(r, spot->link == LAYOUT_LINK_PREV ? -1 : 1);
        return;
    }

    /* The article may be gone before the address is needed no more. */
    char *address = address_of(r, spot);
    r->focus = *spot;
    travel_follow(r, str_of(address));
    free(address);
}

static void
tell_failure(void *user, const struct err *err)
{
    struct reading *r = user;
    tui_error(r->tui, "%s", err->text);
}

static void
start_browser(struct reading *r, struct str address)
{
    struct err err;
    const char *command = tui_options(r->tui)->browser;
    browser_forget(r->browser);
    r->browser = browser_open(tui_loop(r->tui), command, address, &err);
    if (!r->browser) {
        tui_error(r->tui, "%s", err.text);
        return;
    }
    browser_on_fail(r->browser, tell_failure, r);
    char *shown = plate_text(address);
    tui_notice(r->tui, "opened %s", shown);
    free(shown);
}

static void
take_answer(void *user, bool is_yes)
{
    struct reading *r = user;
    if (is_yes && r->asked)
        start_browser(r, str_of(r->asked));
    free(r->asked);
    r->asked = NULL;
}

static void
ask_to_open(struct reading *r, struct str address, const char *shown)
{
    struct buf question = {0};

    free(r->asked);
    r->asked = mem_copy_text(address.ptr, address.len);
    buf_add_format(&question, "open %s with another program?", shown);
    tui_push(
        r->tui, prompt_ask(question.ptr, tui_theme(r->tui), take_answer, r));
    buf_done(&question);
}

void
travel_browse(struct reading *r, struct str address)
{
    if (browser_is_safe(address)) {
        start_browser(r, address);
        return;
    }
    char *shown = plate_text(address);
    if (url_scheme(address).len == 0)
        tui_error(r->tui, "'%s' is not an address of the web", shown);
    else if (url_is_risky_mail(address))
        tui_error(r->tui,
            "'%s' is not opened: it asks for more than an address, a subject "
            "and a text of a mail",
            shown);
    else if (!browser_may_open(address))
        tui_error(r->tui,
            "'%s' is not opened: no other program gets a %.*s:", shown,
            STR_ARG(url_scheme(address)));
    else
        ask_to_open(r, address, shown);
    free(shown);
}

void
travel_copy(struct reading *r, struct str address)
{
    const struct str scheme = url_scheme(address);
    const struct str place = str_of(r->source.place);
    struct buf clean = {0};
    char *shown = plate_text(address);

    if (url_is_web(address) || str_eq_nocase(scheme, STR("mailto")))
        url_resolve((struct str){0}, address, &clean);
    else if (str_eq(address, place) ||
             str_eq(url_without_fragment(address), place))
        buf_add_str(&clean, address);
    if (clean.len == 0)
        tui_error(r->tui,
            "only addresses of the web and of mail are copied, not '%s'",
            shown);
    else if (tui_copy(r->tui, buf_str(&clean)))
        tui_notice(r->tui, "copied %s", shown);
    else
        tui_error(
            r->tui, "this terminal does not take '%s' to its clipboard", shown);
    free(shown);
    buf_done(&clean);
}

char *
travel_whole_address(const struct reading *r, const struct spot *spot)
{
    char *address = address_of(r, spot);
    struct buf whole = {0};

    if (address[0] != '#')
        return address;
    struct str article = article_fact(r->pane.article, FACT_URL);
    if (article.len == 0)
        article = str_of(r->source.place);
    buf_add_str(&whole, url_without_fragment(article));
    buf_add_text(&whole, address);
    free(address);
    return buf_take(&whole);
}

void
travel_mark(struct reading *r, keymap_key key)
{
    struct bookmark here = bookmark_make(r->pane.article, r->pane.place.at);

    if (!places_mark(tui_places(r->tui), key, &r->source, r->pane.place)) {
        tui_error(r->tui, "marks are letters and digits");
        return;
    }
    memory_put_mark(tui_memory(r->tui), (char)key, &r->source, &here);
    tui_notice(r->tui, "marked as %c", (int)key);
}

/* Goes to a mark of an earlier session. */
static bool
go_to_kept_mark(struct reading *r, keymap_key key)
{
    struct source source = {0};
    struct bookmark mark;

    if (!places_is_mark(key) ||
        !memory_find_mark(tui_memory(r->tui), (char)key, &source, &mark))
        return false;
    if (is_here(r, &source)) {
        reading_leave_stop(r, r->pane.place);
        go_to(r, (struct place){bookmark_find(r->pane.article, &mark), 0});
    } else {
        struct bookmark *owned = mem_alloc(sizeof *owned);
        *owned = mark;
        opening_start(
            r, &source, (struct arrival){.kind = ARRIVAL_MARK, .mark = owned});
    }
    source_done(&source);
    return true;
}

void
travel_to_mark(struct reading *r, keymap_key key)
{
    const struct places_mark *mark = places_find_mark(tui_places(r->tui), key);
    struct source source;
    struct place place;

    if (key == '\'' && r->last.source.kind != SOURCE_NONE) {
        source = source_copy(&r->last.source);
        place = r->last.place;
    } else if (mark) {
        source = source_copy(&mark->source);
        place = mark->place;
    } else if (go_to_kept_mark(r, key)) {
        return;
    } else {
        tui_error(r->tui,
            key == '\'' ? "there was no jump yet" : "there is no such mark");
        return;
    }
    if (is_here(r, &source)) {
        reading_leave_stop(r, r->pane.place);
        go_to(r, place);
    } else {
        opening_start(r, &source,
            (struct arrival){.kind = ARRIVAL_PLACE, .place = place});
    }
    source_done(&source);
}
