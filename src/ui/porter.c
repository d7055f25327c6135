/* SPDX-License-Identifier: ISC */
/*
 * porter - brings pages of the web into the library, one after the other
 */
#include "porter.h"

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
    bool is_saved; /* a person wants it */
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

/* Tells what became of the first page, if somebody wants to know. */
static void
tell(const struct porter *p, struct str feed, const struct err *err)
{
    const struct porter_news news = {&p->waiting[0].source, feed, err};

    if (p->fn && p->waiting[0].is_saved)
        p->fn(p->user, &news);
}

static void
take_article(void *user, struct article *article, const struct err *err)
{
    struct porter *p = user;

    if (article && p->receipt.may_keep)
        memory_renew(p->memory, &p->waiting[0].source, article, &p->receipt);
    else if (!article)
        tell(p, (struct str){0}, err);
    article_free(article);
    leave_first(p);
}

static void
take_feed(void *user, struct feed *feed)
{
    struct porter *p = user;

    if (p->waiting[0].is_saved) {
        struct str title = feed_fact(feed, FEED_TITLE);
        const char *label = source_label(&p->waiting[0].source);
        tell(p, title.len > 0 ? title : str_of(label), NULL);
        filing_subscribe(p->memory, &p->waiting[0].source, feed, &p->receipt);
    } else {
        feed_free(feed);
    }
    leave_first(p);
}

static void
start_next(struct porter *p)
{
    if (p->n_waiting > 0)
        p->job = job_start(
            p->loop, &p->waiting[0].source, &p->opts, take_article, p);
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
    p->opts.wants_feed = p->opts.is_full_page = false;
    p->opts.reply = note_reply;
    p->opts.feed = take_feed;
    return p;
}

/* Adds a page to those that wait, unless there is nothing to be done. */
static void
add(struct porter *p, const struct source *source, bool is_saved)
{
    if (source->kind != SOURCE_WEB || p->opts.is_offline ||
        p->n_waiting == MAX_WAITING || !memory_can_keep(p->memory, source) ||
        memory_has_text(p->memory, source))
        return;
    for (uint32_t i = 0; i < p->n_waiting; i++)
        if (source_eq(&p->waiting[i].source, source)) {
            p->waiting[i].is_saved = p->waiting[i].is_saved || is_saved;
            return;
        }
    MEM_GROW(p->waiting, p->cap_waiting, p->n_waiting + 1);
    p->waiting[p->n_waiting++] = (struct load){source_copy(source), is_saved};
    if (!p->job)
        start_next(p);
}

void
porter_bring(struct porter *p, const struct source *source)
{
    add(p, source, false);
}

void
porter_save(struct porter *p, const struct source *source)
{
    add(p, source, true);
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
