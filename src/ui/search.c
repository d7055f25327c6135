/* SPDX-License-Identifier: ISC */
/*
 * search - searching in the article that is read
 *
 * Every change of the pattern starts again from where the prompt was opened, so
 * that taking a letter back undoes what it did, also to folds.
 */
#include "search.h"

#include "base/mem.h"

#include <stdlib.h>
#include <string.h>

static void
forget_hits(struct searching *s)
{
    find_hits_done(&s->hits);
    s->hit = 0;
    s->has_words = false;
    buf_cut(&s->pattern, 0);
}

static void
forget_origin(struct searching *s)
{
    free(s->folded);
    free(s->failure);
    s->folded = NULL;
    s->failure = NULL;
}

/* Replaces the hits by those of the pattern; keeps why it has none. */
static void
find_hits(struct reading *r, struct str pattern)
{
    struct searching *s = &r->search;
    struct err err;

    free(s->failure);
    s->failure = NULL;
    if (!s->find)
        s->find = find_new(r->pane.article);
    if (s->has_words) {
        find_words(s->find, pattern, &s->hits);
    } else if (!find_search(s->find, pattern, &s->hits, &err)) {
        find_hits_done(&s->hits);
        s->failure = mem_copy_text(err.text, strlen(err.text));
    }
    s->hit = s->hits.n_items;
    buf_cut(&s->pattern, 0);
    buf_add_str(&s->pattern, pattern);
}

static void
show_hit(struct reading *r, uint32_t hit)
{
    struct searching *s = &r->search;
    s->hit = hit;
    pane_reveal(&r->pane, s->hits.items[hit].at);
    pane_show(&r->pane, s->hits.items[hit].at);
}

/* Returns the hit that a search from the place at comes to first. */
static uint32_t
hit_from(const struct searching *s, uint32_t at, int step, bool *out_is_around)
{
    uint32_t n = s->hits.n_items;
    uint32_t hit = find_hit_at(&s->hits, at);
    *out_is_around = step > 0 ? hit == n : hit == 0;
    if (step > 0)
        return hit < n ? hit : 0;
    return hit > 0 ? hit - 1 : n - 1;
}

static void
go_to_origin(struct reading *r)
{
    pane_put_folds(&r->pane, r->search.folded, r->pane.outline->n_sections);
    pane_return(&r->pane, r->search.origin);
    pane_shift(&r->pane, r->search.origin_shift - r->pane.shift);
}

static void
take_change(void *user, struct str text)
{
    struct reading *r = user;
    struct searching *s = &r->search;
    bool is_around;

    if (!s->is_typing)
        return;
    go_to_origin(r);
    find_hits(r, text);
    if (s->hits.n_items > 0)
        show_hit(r, hit_from(s, r->pane.place.at, s->step, &is_around));
}

static void
take_enter(void *user, struct str text)
{
    struct reading *r = user;
    struct searching *s = &r->search;

    if (!s->is_typing)
        return;
    s->is_typing = false;
    if (text.len == 0) {
        forget_origin(s);
        search_next(r, 1, 1);
        return;
    }
    if (s->hits.n_items == 0) {
        go_to_origin(r);
        if (s->failure)
            tui_error(r->tui, "%s", s->failure);
        else
            tui_error(r->tui, "nothing like '%.*s' here", STR_ARG(text));
        forget_hits(s);
    } else {
        reading_leave_stop(r, s->origin);
        if (s->hits.is_cut)
            tui_notice(r->tui, "only a part was searched: it takes too long");
    }
    forget_origin(s);
}

static void
take_leave(void *user)
{
    struct reading *r = user;
    if (!r->search.is_typing)
        return;
    r->search.is_typing = false;
    go_to_origin(r);
    forget_hits(&r->search);
    forget_origin(&r->search);
}

static bool
add_remark(void *user, struct str text, struct buf *out)
{
    const struct reading *r = user;
    const struct searching *s = &r->search;
    (void)text; /* it is s->pattern already */
    if (s->failure) {
        buf_add_text(out, s->failure);
        return true;
    }
    if (s->pattern.len > 0 && !search_add_count(r, out))
        buf_add_text(out, "no match");
    return false;
}

static const struct prompt_ops prompt = {
    take_change, take_enter, take_leave, add_remark, NULL};

/* Notes where the search begins. */
static void
note_origin(struct reading *r)
{
    uint32_t n = r->pane.outline->n_sections;
    forget_origin(&r->search);
    r->search.origin = r->pane.place;
    r->search.origin_shift = r->pane.shift;
    r->search.folded = mem_alloc(n + 1);
    memcpy(r->search.folded, r->pane.folded, n);
}

void
search_mark_words(struct reading *r, struct str words, uint32_t at)
{
    struct searching *s = &r->search;

    forget_hits(s);
    s->has_words = true;
    s->step = 1;
    find_hits(r, words);
    uint32_t hit = find_hit_at(&s->hits, at);
    if (s->hits.n_items == 0)
        forget_hits(s);
    else if (hit < s->hits.n_items)
        show_hit(r, hit);
}

void
search_open(struct reading *r, int step)
{
    struct searching *s = &r->search;
    forget_hits(s);
    note_origin(r);
    s->step = step;
    s->is_typing = true;
    tui_push(r->tui, prompt_new(step > 0 ? "/" : "?", &s->past,
                         tui_theme(r->tui), &prompt, r));
}

/* Returns the place from which the next hit is looked for: the hit that is
 * here if it is seen, else the edge of what is seen. */
static uint32_t
place_to_search(const struct reading *r, int step)
{
    const struct searching *s = &r->search;
    const struct layout *l = r->pane.layout;

    if (s->hit < s->hits.n_items) {
        uint32_t at = s->hits.items[s->hit].at;
        if (pane_is_seen(&r->pane, pane_line(&r->pane, at)))
            return step > 0 ? at + 1 : at;
    }
    uint32_t end = r->pane.top + (uint32_t)r->pane.rows;
    if (step > 0 || end >= l->n_lines)
        return step > 0 ? r->pane.place.at : UINT32_MAX;
    return l->lines[end].at;
}

/* Goes n hits on from a hit, around the end. */
static uint32_t
skip_hits(const struct searching *s, uint32_t hit, int step, unsigned n,
    bool *is_around)
{
    uint32_t n_items = s->hits.n_items;
    uint32_t room = step > 0 ? n_items - 1 - hit : hit;
    if (n > room)
        *is_around = true;
    n %= n_items;
    return (uint32_t)(((uint64_t)hit + (step > 0 ? n : n_items - n)) % n_items);
}

void
search_next(struct reading *r, int step, unsigned count)
{
    struct searching *s = &r->search;
    const char *last = prompt_last(&s->past);
    bool is_around;

    if (s->pattern.len == 0 && !last) {
        tui_notice(r->tui, "nothing was searched for yet");
        return;
    }
    if (s->pattern.len == 0)
        find_hits(r, str_of(last));
    if (s->hits.n_items == 0) {
        if (s->failure)
            tui_error(r->tui, "%s", s->failure);
        else
            tui_error(r->tui, "nothing like '%.*s' here",
                STR_ARG(buf_str(&s->pattern)));
        return;
    }
    if (s->step < 0)
        step = -step;
    uint32_t hit = hit_from(s, place_to_search(r, step), step, &is_around);
    if (count > 1)
        hit = skip_hits(s, hit, step, count - 1, &is_around);
    show_hit(r, hit);
    if (is_around)
        tui_notice(r->tui, step > 0 ? "the search went on from the beginning"
                                    : "the search went on from the end");
}

bool
search_clear(struct reading *r)
{
    bool has_hits = r->search.pattern.len > 0;
    forget_hits(&r->search);
    return has_hits;
}

void
search_close_article(struct reading *r)
{
    struct searching *s = &r->search;
    find_free(s->find);
    s->find = NULL;
    s->is_typing = false;
    forget_hits(s);
    forget_origin(s);
}

void
search_reopen_article(struct reading *r)
{
    struct searching *s = &r->search;
    struct buf pattern = {0};
    uint32_t hit = s->hit;

    find_free(s->find);
    s->find = NULL;
    if (s->is_typing)
        note_origin(r);
    if (s->pattern.len == 0)
        return;
    buf_add_str(&pattern, buf_str(&s->pattern));
    find_hits(r, buf_str(&pattern));
    if (hit < s->hits.n_items)
        s->hit = hit;
    buf_done(&pattern);
}

bool
search_add_count(const struct reading *r, struct buf *out)
{
    const struct searching *s = &r->search;
    if (s->hits.n_items == 0)
        return false;
    if (s->hit < s->hits.n_items)
        buf_add_format(out, "%u of ", s->hit + 1);
    buf_add_format(out, "%u%s", s->hits.n_items, s->hits.is_cut ? "+" : "");
    return true;
}

void
search_done(struct reading *r)
{
    search_close_article(r);
    prompt_past_done(&r->search.past);
    buf_done(&r->search.pattern);
}
