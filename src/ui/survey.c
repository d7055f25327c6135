/* SPDX-License-Identifier: ISC */
/*
 * survey - learns what the articles of a shelf say of themselves
 *
 * The next one is looked for around the article's place, first behind it, then
 * before, then one further: the order may change with everything that is
 * learned, so no list is made in advance. Only files are read: standard input
 * can be read once, and is the reader's.
 */
#include "ui/survey.h"

#include "base/mem.h"

#include <stdlib.h>

enum {
    MAX_ARTICLES = 500 /* of a huge folder the rest stays unknown */
};

struct survey {
    struct uv_loop_s *loop;
    struct shelf *shelf;
    struct job_opts opts;
    shelf_id near;
    survey_fn fn;
    void *user;
    struct job *job;  /* or NULL */
    shelf_id loading; /* by the job */
    uint32_t n_loaded;
};

static bool
is_wanted(const struct survey *s, uint32_t place)
{
    if (place >= shelf_count(s->shelf))
        return false;
    const struct shelf_item *item =
        shelf_item(s->shelf, shelf_at(s->shelf, place));
    return !item->is_known && item->source.kind == SOURCE_FILE;
}

/* Finds the unknown article that is nearest. */
static shelf_id
find_next(const struct survey *s)
{
    uint32_t n = shelf_count(s->shelf);
    uint32_t near = s->near == SHELF_NONE ? 0 : shelf_place(s->shelf, s->near);
    for (uint32_t gap = 0; gap < n; gap++) {
        if (is_wanted(s, near + gap))
            return shelf_at(s->shelf, near + gap);
        if (gap <= near && is_wanted(s, near - gap))
            return shelf_at(s->shelf, near - gap);
    }
    return SHELF_NONE;
}

static void load_next(struct survey *s);

/* Tells whether somebody else was faster, and may know a newer edition. */
static bool
is_known(const struct survey *s)
{
    return shelf_item(s->shelf, s->loading)->is_known;
}

static void
take_article(void *user, struct article *article, const struct err *err)
{
    struct survey *s = user;
    s->job = NULL;
    if (is_known(s)) {
        /* It is not news. */
    } else if (article)
        shelf_note_article(s->shelf, s->loading, article);
    else
        shelf_note_failure(s->shelf, s->loading, err->text);
    article_free(article);
    load_next(s);
    s->fn(s->user);
}

static void
take_feed(void *user, struct feed *feed)
{
    struct survey *s = user;
    s->job = NULL;
    if (is_known(s))
        feed_free(feed);
    else if (shelf_spread(s->shelf, s->loading, feed) == SHELF_NONE)
        shelf_note_failure(s->shelf, s->loading, "this feed has no entries");
    load_next(s);
    s->fn(s->user);
}

static void
load_next(struct survey *s)
{
    shelf_id id = s->n_loaded < MAX_ARTICLES ? find_next(s) : SHELF_NONE;
    if (id == SHELF_NONE)
        return;
    s->n_loaded++;
    s->loading = id;
    s->job = job_start(
        s->loop, &shelf_item(s->shelf, id)->source, &s->opts, take_article, s);
}

struct survey *
survey_start(struct uv_loop_s *loop, struct shelf *shelf,
    const struct job_opts *opts, shelf_id id, survey_fn fn, void *user)
{
    struct survey *s = mem_alloc_zero(1, sizeof *s);
    s->loop = loop;
    s->shelf = shelf;
    s->opts = *opts;
    s->opts.feed = take_feed;
    s->near = id;
    s->fn = fn;
    s->user = user;
    load_next(s);
    return s;
}

void
survey_cancel(struct survey *s)
{
    if (!s)
        return;
    job_cancel(s->job);
    free(s);
}
