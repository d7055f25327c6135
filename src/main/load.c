/* SPDX-License-Identifier: ISC */
/*
 * load - the articles of a shelf, one after the other
 *
 * The loop turns only while something is waited for. What was loaded ahead is
 * kept in a slot until it is taken; what is too much to keep of a large folder
 * is loaded again at its turn.
 */
#include "load.h"

#include "base/mem.h"
#include "complaint.h"
#include "kept.h"
#include "meter.h"

#include <stdbool.h>
#include <stdlib.h>
#include <uv.h>

/* Bytes of articles that are kept while nobody waits for them. */
#ifndef LOAD_MAX_KEPT
#    define LOAD_MAX_KEPT (64 << 20)
#endif

enum {
    MAX_JOBS = 4,
    BEAT_MS = 200 /* between two looks at how far a page is */
};

struct slot {
    struct load *load;
    struct job *job;              /* NULL: is not being loaded */
    struct article *article;      /* NULL: was not loaded, or taken */
    struct feed *feed;            /* likewise */
    enum err_code failure;        /* what kind it was, if it could not be */
    struct job_progress progress; /* of the job */
    bool has_progress;
};

struct load {
    uv_loop_t loop;
    uv_timer_t beat; /* runs while a page of the web is waited for */
    struct meter meter;
    const struct slot *awaited; /* or NULL */
    struct shelf *shelf;
    struct job_opts opts; /* strings are borrowed */
    struct slot *slots;   /* by id */
    unsigned n_jobs;
    size_t n_kept;  /* bytes of the articles in slots */
    bool is_survey; /* the articles themselves are not waited for */
};

/*
 * Shows how far the page is that is waited for.
 */
static void
on_beat(uv_timer_t *beat)
{
    struct load *l = beat->data;
    const struct slot *slot = l->awaited;

    if (slot && slot->job && slot->has_progress)
        meter_show(&l->meter, &slot->progress, uv_now(&l->loop));
}

static void
on_progress(void *user, const struct job_progress *progress)
{
    struct slot *slot = user;
    struct load *l = slot->load;

    slot->progress = *progress;
    slot->has_progress = true;
    if (!uv_is_active((uv_handle_t *)&l->beat))
        uv_timer_start(&l->beat, on_beat, 0, BEAT_MS);
}

static void
on_feed(void *user, struct feed *feed)
{
    struct slot *slot = user;
    struct load *l = slot->load;

    slot->job = NULL;
    slot->has_progress = false;
    l->n_jobs--;
    slot->feed = feed;
    shelf_note_feed(l->shelf, (shelf_id)(slot - l->slots), feed);
}

struct load *
load_new(struct shelf *shelf, const struct job_opts *opts)
{
    const uint32_t n = shelf_count(shelf);
    struct load *l = mem_alloc_zero(1, sizeof *l);

    if (uv_loop_init(&l->loop) != 0)
        mem_exhausted();
    uv_timer_init(&l->loop, &l->beat);
    l->beat.data = l;
    l->shelf = shelf;
    l->opts = *opts;
    l->opts.progress = on_progress;
    l->opts.feed = on_feed;
    l->slots = mem_alloc_zero(n, sizeof *l->slots);
    for (shelf_id id = 0; id < n; id++)
        l->slots[id].load = l;
    return l;
}

void
load_free(struct load *l)
{
    if (!l)
        return;
    for (shelf_id id = 0; id < shelf_count(l->shelf); id++) {
        job_cancel(l->slots[id].job);
        article_free(l->slots[id].article);
        feed_free(l->slots[id].feed);
    }
    uv_close((uv_handle_t *)&l->beat, NULL);
    uv_run(&l->loop, UV_RUN_DEFAULT);
    uv_loop_close(&l->loop);
    free(l->slots);
    free(l);
}

/*
 * Returns about how much memory the article takes.
 */
static size_t
measure(const struct article *a)
{
    return a->n_text + a->n_blocks * sizeof(struct block) +
           a->n_spans * sizeof(struct span);
}

static void
on_done(void *user, struct article *article, const struct err *err)
{
    struct slot *slot = user;
    struct load *l = slot->load;
    const shelf_id id = (shelf_id)(slot - l->slots);

    slot->job = NULL;
    slot->has_progress = false;
    l->n_jobs--;
    if (!article) {
        struct err why = *err;
        if (why.code == ERR_UNPARSED)
            err_set(&why, why.code,
                "%s; --full-page or --type=text may show it", err->text);
        slot->failure = why.code;
        shelf_note_failure(l->shelf, id, why.text);
        return;
    }
    shelf_note_article(l->shelf, id, article);
    if (l->is_survey && l->n_kept + measure(article) > LOAD_MAX_KEPT) {
        article_free(article);
        return;
    }
    slot->article = article;
    l->n_kept += measure(article);
}

/*
 * Starts loading the article id, unless that was done.
 */
static void
start(struct load *l, shelf_id id)
{
    const struct shelf_item *item = shelf_item(l->shelf, id);
    struct slot *slot = &l->slots[id];

    if (slot->job || slot->article || slot->feed || item->failure)
        return;
    slot->job = job_start(&l->loop, &item->source, &l->opts, on_done, slot);
    l->n_jobs++;
}

/*
 * Lets the loop turn until fewer than n jobs run.
 */
static void
wait_for_jobs(struct load *l, unsigned n)
{
    while (l->n_jobs >= n)
        uv_run(&l->loop, UV_RUN_ONCE);
}

static uint32_t
batch_at(const struct load *l, uint32_t place)
{
    return shelf_item(l->shelf, shelf_at(l->shelf, place))->batch;
}

/*
 * Starts loading what is not known yet of a batch, and waits until all of it is.
 */
static void
survey(struct load *l, uint32_t batch)
{
    l->is_survey = true;
    for (shelf_id id = 0; id < shelf_count(l->shelf); id++) {
        const struct shelf_item *item = shelf_item(l->shelf, id);
        if (item->batch != batch || item->is_known)
            continue;
        wait_for_jobs(l, MAX_JOBS);
        start(l, id);
    }
    wait_for_jobs(l, 1);
    l->is_survey = false;
}

void
load_heads(struct load *l, uint32_t place)
{
    const uint32_t n = shelf_count(l->shelf);
    const uint32_t batch = batch_at(l, place);
    const bool is_first = place == 0 || batch_at(l, place - 1) != batch;
    const bool is_last = place + 1 == n || batch_at(l, place + 1) != batch;

    /* Once at the beginning of a folder is enough, and for one alone never. */
    if (is_first && !is_last)
        survey(l, batch);
}

/*
 * Waits until the source of id is loaded, or is known to fail.
 */
static struct slot *
wait_for(struct load *l, shelf_id id)
{
    const uint32_t n = shelf_count(l->shelf);
    const uint32_t place = shelf_place(l->shelf, id);
    struct slot *slot = &l->slots[id];

    l->awaited = slot;
    wait_for_jobs(l, MAX_JOBS);
    start(l, id);
    for (uint32_t i = place + 1; i < n && i < place + MAX_JOBS; i++)
        if (l->n_jobs < MAX_JOBS)
            start(l, shelf_at(l->shelf, i));
    while (slot->job)
        uv_run(&l->loop, UV_RUN_ONCE);
    uv_timer_stop(&l->beat);
    meter_clear(&l->meter);
    return slot;
}

/*
 * Takes what the library has of a page that could not be asked for; where that
 * was not wanted, it is said.
 */
static bool
take_kept(const struct load *l, shelf_id id, struct load_result *out_result,
    const struct err *err)
{
    const struct source *source = &shelf_item(l->shelf, id)->source;
    struct article *a = NULL;

    if (source->kind == SOURCE_WEB && !l->opts.is_full_page && !l->opts.is_anew)
        a = kept_find(source->place, &l->opts, err);
    if (!a)
        return false;
    if (!l->opts.is_offline) {
        struct err why = *err;
        err_wrap(&why, "this is what the library has of it");
        complaint_about(source->place, why.text);
    }
    *out_result = (struct load_result){.article = a};
    return true;
}

bool
load_take_any(struct load *l, shelf_id id, struct load_result *out_result,
    struct err *err)
{
    struct slot *slot = wait_for(l, id);

    if (slot->progress.is_exposed)
        complaint_about(shelf_item(l->shelf, id)->source.place, JOB_EXPOSED);
    if (!slot->article && !slot->feed) {
        err_set(err, slot->failure, "%s", shelf_item(l->shelf, id)->failure);
        return take_kept(l, id, out_result, err);
    }
    if (slot->article)
        l->n_kept -= measure(slot->article);
    *out_result = (struct load_result){slot->article, slot->feed};
    slot->article = NULL;
    slot->feed = NULL;
    return true;
}

struct article *
load_take(struct load *l, shelf_id id, struct err *err)
{
    struct load_result result = {0};

    if (!load_take_any(l, id, &result, err))
        return NULL;
    if (result.feed)
        err_set(err, ERR_BAD_DATA, "this is a feed, not an article");
    feed_free(result.feed);
    return result.article;
}
