/* SPDX-License-Identifier: ISC */
/*
 * neighbors - which article is before and after the one that is read
 *
 * Titles of articles on the shelf are learned by the survey. A neighbor that
 * only the article knows is loaded for its title; nothing else of it is kept.
 */
#include "neighbors.h"

#include "base/mem.h"

#include <stdlib.h>

/* Returns the article on the shelf that is read, or will be the first one. */
static shelf_id
id_of(const struct reading *r)
{
    if (reading_has_article(r) || !r->loading.job)
        return r->id;
    return shelf_find(r->shelf, &r->loading.source);
}

static bool
follow(const struct reading *r, int step, struct source *out_source)
{
    struct str link =
        article_fact(r->pane.article, step < 0 ? FACT_PREV_URL : FACT_NEXT_URL);
    return link.len > 0 && source_follow(&r->source, link, out_source);
}

/* An article that names nobody is the neighbor of the one that led to it. */
static bool
turn_around(const struct reading *r, int step, struct source *out_source)
{
    const struct trail_stop *stop;
    int back = 0; /* past the jumps within the article */
    do
        stop = trail_find(&r->trail, --back);
    while (stop && source_eq(&stop->source, &r->source));
    if (!stop || r->way == 0 || (r->way < 0) == (step < 0))
        return false;
    *out_source = source_copy(&stop->source);
    return true;
}

/* Tells whether the way on leads past what could not be had: a dead link keeps
 * nobody from what is behind it. What is at the end can be tried again. */
static bool
is_passed(const struct reading *r, int step)
{
    if (r->failed == SHELF_NONE || r->id == SHELF_NONE)
        return false;
    bool is_behind =
        shelf_place(r->shelf, r->failed) > shelf_place(r->shelf, r->id);
    return is_behind == (step > 0) &&
           shelf_neighbor(r->shelf, r->failed, step) != SHELF_NONE;
}

bool
neighbors_find(const struct reading *r, int step, struct source *out_source)
{
    if (reading_has_article(r) && article_goes_on(r->pane.article, step))
        return follow(r, step, out_source);
    shelf_id id = id_of(r), next;
    if (reading_has_article(r) && is_passed(r, step))
        id = r->failed;
    next = id;
    for (int i = step; i != 0 && next != SHELF_NONE; i += step < 0 ? 1 : -1) {
        next = shelf_neighbor(r->shelf, next, step);
        if (next != SHELF_NONE || i == step)
            id = next;
    }
    if (id != SHELF_NONE) {
        *out_source = source_copy(&shelf_item(r->shelf, id)->source);
        return true;
    }
    return reading_has_article(r) &&
           (follow(r, step, out_source) || turn_around(r, step, out_source));
}

static void
end_peek(struct peek *peek)
{
    job_cancel(peek->job);
    source_done(&peek->source);
    free(peek->title);
    *peek = (struct peek){0};
}

void
neighbors_done(struct reading *r)
{
    end_peek(&r->before);
    end_peek(&r->after);
}

/* Returns the title of a neighbor, NULL when there is none. */
static const char *
title_of(const struct reading *r, const struct peek *peek)
{
    if (peek->source.kind == SOURCE_NONE)
        return NULL;
    if (peek->title)
        return peek->title;
    shelf_id id = shelf_find(r->shelf, &peek->source);
    return id == SHELF_NONE ? source_label(&peek->source)
                            : shelf_title(r->shelf, id);
}

/* Tells whether a neighbor is another one than when the article was opened:
 * the order of the shelf changes with what it learns. */
static bool
has_moved(const struct reading *r, const struct peek *peek, int step)
{
    struct source now = {0};
    if (!neighbors_find(r, step, &now))
        return peek->source.kind != SOURCE_NONE;
    bool is_same = source_eq(&now, &peek->source);
    source_done(&now);
    return !is_same;
}

bool
neighbors_show(struct reading *r)
{
    if (!reading_has_article(r))
        return false;
    if (has_moved(r, &r->before, -1) || has_moved(r, &r->after, 1))
        neighbors_start(r);
    return pane_titles(
        &r->pane, title_of(r, &r->before), title_of(r, &r->after));
}

static void
take_title(struct peek *peek, struct reading *r, struct article *article)
{
    peek->job = NULL;
    if (article) {
        struct str title = article_fact(article, FACT_TITLE);
        if (title.len > 0 && !peek->title)
            peek->title = mem_copy_text(title.ptr, title.len);
        article_free(article);
        tui_draw(r->tui);
    }
}

static void
take_before(void *user, struct article *article, const struct err *err)
{
    struct reading *r = user;
    (void)err; /* it will be told when one goes there */
    take_title(&r->before, r, article);
}

static void
take_after(void *user, struct article *article, const struct err *err)
{
    struct reading *r = user;
    (void)err;
    take_title(&r->after, r, article);
}

static void
start_peek(struct reading *r, int step)
{
    struct peek *peek = step < 0 ? &r->before : &r->after;
    end_peek(peek);
    if (!neighbors_find(r, step, &peek->source) ||
        shelf_find(r->shelf, &peek->source) != SHELF_NONE)
        return;
    struct str title = article_fact(
        r->pane.article, step < 0 ? FACT_PREV_TITLE : FACT_NEXT_TITLE);
    if (title.len > 0)
        peek->title = mem_copy_text(title.ptr, title.len);
    else if (peek->source.kind == SOURCE_FILE) {
        struct job_opts opts = *tui_job_opts(r->tui);
        opts.wants_feed = false;
        peek->job = job_start(tui_loop(r->tui), &peek->source, &opts,
            step < 0 ? take_before : take_after, r);
    }
}

void
neighbors_start(struct reading *r)
{
    start_peek(r, -1);
    start_peek(r, 1);
}
