/* SPDX-License-Identifier: ISC */
/*
 * porter - brings pages of the web into the library, one after the other
 */
#include "porter.h"

#include "app/deposit.h"
#include "app/filing.h"
#include "app/receipt.h"
#include "base/mem.h"

#include <stdlib.h>
#include <string.h>

enum {
    MAX_WAITING = 200 /* pages; what is more is had when it is opened */
};

struct load {
    struct source source;
    bool is_saved; /* by a person */
    bool is_feed;  /* that a person wants to subscribe to */
};

struct porter {
    struct uv_loop_s *loop;
    struct memory *memory;
    struct job_opts opts;
    struct load *waiting; /* owned; the first one is on its way with job */
    uint32_t n_waiting, cap_waiting;
    struct job *job; /* or NULL */
    struct receipt receipt;
    void (*fn)(void *user, const struct porter_news *news); /* or NULL */
    void *user;
};

static void start_next(struct porter *p);

/* Goes on to the next page. */
static void
leave_first(struct porter *p)
{
    p->job = NULL;
    receipt_done(&p->receipt);
    source_done(&p->waiting[0].source);
    p->n_waiting--;
    memmove(p->waiting, p->waiting + 1, p->n_waiting * sizeof *p->waiting);
    start_next(p);
}

static void
note_reply(void *user, const struct reply *reply, int fd)
{
    struct porter *p = user;

    receipt_put(&p->receipt, reply, fd);
}

/* Tells what became of a load, if somebody wants to know. */
static void
tell(const struct porter *p, const struct load *l, struct str feed,
    const struct err *err)
{
    const struct porter_news news = {&l->source, feed, err, l->is_feed};

    if (p->fn && (l->is_saved || l->is_feed))
        p->fn(p->user, &news);
}

static void
take_article(void *user, struct article *article, const struct err *err)
{
    struct porter *p = user;

    if (!article)
        tell(p, &p->waiting[0], (struct str){0}, err);
    else if (p->receipt.may_keep)
        deposit_renew(p->memory, &p->waiting[0].source, article, &p->receipt);
    article_free(article);
    leave_first(p);
}

static void
take_feed(void *user, struct feed *feed)
{
    struct porter *p = user;

    struct tidings what = tidings_make(feed, &p->receipt);

    if (p->waiting[0].is_saved || p->waiting[0].is_feed) {
        struct str title = feed_fact(feed, FEED_TITLE);
        const char *label = source_label(&p->waiting[0].source);
        tell(p, &p->waiting[0], title.len > 0 ? title : str_of(label), NULL);
        filing_subscribe(p->memory, &p->waiting[0].source, &what);
    }
    tidings_done(&what);
    leave_first(p);
}

static void
start_next(struct porter *p)
{
    if (p->n_waiting == 0)
        return;
    p->opts.wants_feed = p->waiting[0].is_feed;
    p->job =
        job_start(p->loop, &p->waiting[0].source, &p->opts, take_article, p);
}

struct porter *
porter_new(
    struct uv_loop_s *loop, struct memory *memory, const struct job_opts *opts)
{
    struct porter *p = mem_alloc_zero(1, sizeof *p);

    p->loop = loop;
    p->memory = memory;
    p->opts = *opts;
    p->opts.type = p->opts.base_url = NULL;
    p->opts.is_full_page = false;
    p->opts.reply = note_reply;
    p->opts.feed = take_feed;
    return p;
}

/* Adds what is like that to what waits. */
static void
add(struct porter *p, const struct load *like)
{
    for (uint32_t i = 0; i < p->n_waiting; i++) {
        struct load *l = &p->waiting[i];
        if (l->is_feed == like->is_feed &&
            source_eq(&l->source, &like->source)) {
            l->is_saved = l->is_saved || like->is_saved;
            return;
        }
    }
    MEM_GROW(p->waiting, p->cap_waiting, p->n_waiting + 1);
    p->waiting[p->n_waiting] = *like;
    p->waiting[p->n_waiting++].source = source_copy(&like->source);
    if (!p->job)
        start_next(p);
}

/* Tells whether a page is to be brought: it can be had now, and is not here. */
static bool
is_wanted(struct porter *p, const struct source *source)
{
    return source->kind == SOURCE_WEB && !p->opts.is_offline &&
           p->n_waiting < MAX_WAITING && memory_can_keep(p->memory, source) &&
           !memory_has_text(p->memory, source);
}

void
porter_bring(struct porter *p, const struct source *source)
{
    if (is_wanted(p, source))
        add(p, &(struct load){.source = *source});
}

void
porter_save(struct porter *p, const struct source *source)
{
    if (is_wanted(p, source))
        add(p, &(struct load){.source = *source, .is_saved = true});
}

void
porter_subscribe(struct porter *p, const struct source *source)
{
    const struct load load = {.source = *source, .is_feed = true};
    struct err why;

    if (memory_can_keep(p->memory, source)) {
        add(p, &load);
    } else {
        err_set(&why, ERR_DENIED, "the library cannot be changed now");
        tell(p, &load, (struct str){0}, &why);
    }
}

void
porter_on_news(struct porter *p,
    void (*fn)(void *user, const struct porter_news *news), void *user)
{
    p->fn = fn;
    p->user = user;
}

void
porter_cancel(struct porter *p)
{
    if (!p)
        return;
    job_cancel(p->job);
    receipt_done(&p->receipt);
    for (uint32_t i = 0; i < p->n_waiting; i++)
        source_done(&p->waiting[i].source);
    free(p->waiting);
    free(p);
}
