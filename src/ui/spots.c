/* SPDX-License-Identifier: ISC */
/*
 * spots - what can be gone to with Tab: links and folds
 *
 * Spots are collected from the runs when they are asked for: those of a screen
 * take no time, those of a whole article are needed only for a Tab that leaves
 * the screen.
 */
#include "ui/spots.h"

#include "base/mem.h"

#include <stdlib.h>

enum {
    GAP = 2,      /* bytes between two lines of one link: a blank or a break */
    LOOK_BACK = 8 /* spots that may go on: links side by side in a table */
};

void
spots_done(struct spots *s)
{
    free(s->items);
    *s = (struct spots){0};
}

bool
spots_eq(const struct spot *a, const struct spot *b)
{
    if (a->kind != b->kind)
        return false;
    if (a->kind == SPOT_LINK)
        return a->link == b->link && a->at == b->at;
    return a->kind == SPOT_NONE || a->section == b->section;
}

static bool
is_neighbor(link_ix link)
{
    return link == LAYOUT_LINK_PREV || link == LAYOUT_LINK_NEXT;
}

bool
spots_has_run(const struct spot *spot, const struct run *run)
{
    if (spot->kind != SPOT_LINK || spot->link != run->link)
        return false;
    if (run->is_own)
        return spot->at == spot->end;
    return run->at >= spot->at && run->at + run->len <= spot->end;
}

/* Makes the run part of a spot that it goes on with. */
static bool
extend(struct spots *s, const struct run *run)
{
    uint32_t first = s->n_items > LOOK_BACK ? s->n_items - LOOK_BACK : 0;
    for (uint32_t i = s->n_items; i > first; i--) {
        struct spot *spot = &s->items[i - 1];
        if (spot->kind != SPOT_LINK || spot->link != run->link)
            continue;
        if (run->is_own && is_neighbor(run->link))
            return true;
        if (!run->is_own && spot->end > spot->at && run->at >= spot->end &&
            run->at <= spot->end + GAP) {
            spot->end = run->at + run->len;
            return true;
        }
    }
    return false;
}

static struct spot *
add_spot(struct spots *s, struct spot spot)
{
    MEM_GROW(s->items, s->cap_items, s->n_items + 1);
    s->items[s->n_items] = spot;
    return &s->items[s->n_items++];
}

static void
add_fold(struct spots *s, const struct pane *p, uint32_t line)
{
    const struct line *ln = &p->layout->lines[line];
    section_ix section = ln->section;
    if (section == SECTION_NONE || !pane_can_fold(p, section))
        return;
    const struct section *sec = &p->outline->sections[section];
    if (sec->depth > 0 && !sec->is_question && !p->folded[section])
        return;
    uint32_t col = ln->n_runs ? p->layout->runs[ln->first_run].col : 0;
    add_spot(s, (struct spot){.kind = SPOT_FOLD,
                    .section = section,
                    .link = LINK_NONE,
                    .at = ln->at,
                    .end = ln->at,
                    .line = line,
                    .col = col});
}

/*
 * Tells whether run j of a line is a sign around the text of a link, such as a
 * bracket, and so no link by itself. last_block is that of the last spot.
 */
static bool
is_frame(const struct spots *s, const struct layout *l, const struct line *ln,
    uint32_t j, uint32_t last_block)
{
    const struct run *run = &l->runs[ln->first_run + j];
    const struct spot *last = s->n_items > 0 ? &s->items[s->n_items - 1] : NULL;

    if (!run->is_own || is_neighbor(run->link))
        return false;
    if (j + 1 < ln->n_runs && run[1].link == run->link && !run[1].is_own)
        return true;
    return last && last_block == ln->block && last->link == run->link &&
           last->end > last->at;
}

void
spots_add(struct spots *s, const struct pane *p, uint32_t first, uint32_t end)
{
    const struct layout *l = p->layout;
    uint32_t last_block = UINT32_MAX;

    for (uint32_t i = first; i < end && i < l->n_lines; i++) {
        const struct line *ln = &l->lines[i];
        add_fold(s, p, i);
        for (uint32_t j = 0; j < ln->n_runs; j++) {
            const struct run *run = &l->runs[ln->first_run + j];
            if (run->link == LINK_NONE || is_frame(s, l, ln, j, last_block))
                continue;
            if (last_block == ln->block && extend(s, run))
                continue;
            last_block = ln->block;
            add_spot(s, (struct spot){.kind = SPOT_LINK,
                            .link = run->link,
                            .section = SECTION_NONE,
                            .at = run->is_own ? 0 : run->at,
                            .end = run->is_own ? 0 : run->at + run->len,
                            .line = i,
                            .col = run->col});
        }
    }
}

bool
spots_find(const struct pane *p, struct spot *spot)
{
    struct spots all = {0};
    bool is_found = false;
    if (spot->kind == SPOT_NONE)
        return false;
    spots_add(&all, p, 0, p->layout->n_lines);
    for (uint32_t i = 0; i < all.n_items && !is_found; i++) {
        is_found = spots_eq(&all.items[i], spot);
        if (is_found)
            *spot = all.items[i];
    }
    spots_done(&all);
    return is_found;
}

/* Returns the index of the spot to begin with when there is none yet: the
 * first that is seen, or below; or the last that is seen, or above. */
static uint32_t
first_spot(const struct pane *p, const struct spots *all, int step)
{
    uint32_t below = p->top + (uint32_t)p->rows, i;
    if (step > 0) {
        for (i = 0; i < all->n_items; i++) {
            if (all->items[i].line >= p->top)
                return i;
        }
        return UINT32_MAX;
    }
    for (i = all->n_items; i > 0; i--) {
        if (all->items[i - 1].line < below)
            return i - 1;
    }
    return UINT32_MAX;
}

struct spot
spots_next(const struct pane *p, const struct spot *from, int steps)
{
    int step = steps < 0 ? -1 : 1;
    struct spots all = {0};
    struct spot result = {0};
    spots_add(&all, p, 0, p->layout->n_lines);

    uint32_t at = UINT32_MAX;
    for (uint32_t i = 0; i < all.n_items && at == UINT32_MAX; i++) {
        if (spots_eq(&all.items[i], from))
            at = i;
    }
    if (at != UINT32_MAX && pane_is_seen(p, all.items[at].line))
        at += (uint32_t)step;
    else
        at = first_spot(p, &all, step);
    for (int i = step; i != steps && at + (uint32_t)step < all.n_items;
         i += step)
        at += (uint32_t)step;
    if (at < all.n_items)
        result = all.items[at];
    spots_done(&all);
    return result;
}

struct spot
spots_under(const struct pane *p, uint32_t line, int col)
{
    const struct layout *l = p->layout;
    struct spots near = {0};
    struct spot result = {0};
    if (line >= l->n_lines)
        return result;

    /* A link may have begun a few lines above. */
    uint32_t first = line > 8 ? line - 8 : 0;
    spots_add(&near, p, first, line + 1);
    const struct line *ln = &l->lines[line];
    for (uint32_t j = 0; j < ln->n_runs; j++) {
        const struct run *run = &l->runs[ln->first_run + j];
        if (run->link == LINK_NONE || col < (int)run->col ||
            col >= (int)(run->col + run->cols))
            continue;
        for (uint32_t i = 0; i < near.n_items; i++) {
            if (spots_has_run(&near.items[i], run))
                result = near.items[i];
        }
    }

    /* The whole head of a section is one thing to click on. */
    if (result.kind == SPOT_NONE && ln->section != SECTION_NONE &&
        pane_can_fold(p, ln->section) && col < (int)ln->cols)
        result = (struct spot){.kind = SPOT_FOLD,
            .section = ln->section,
            .link = LINK_NONE,
            .line = line};
    spots_done(&near);
    return result;
}
