/* SPDX-License-Identifier: ISC */
/*
 * porter - brings pages of the web into the library, one after the other
 */
#include "porter.h"

#include "app/receipt.h"
#include "base/mem.h"

#include <stdlib.h>
#include <string.h>

enum {
    MAX_WAITING = 200 /* pages; what is more is had when it is opened */
};

struct porter {
    struct uv_loop_s *loop;
    struct memory *memory;
    struct job_opts opts;
    struct source *waiting; /* owned; the first one is on its way with job */
    uint32_t n_waiting, cap_waiting;
    struct job *job; /* or NULL */
    struct receipt receipt;
};

static void start_next(struct porter *p);

/* Goes on to the next page. */
static void
leave_first(struct porter *p)
{
    p->job = NULL;
    receipt_done(&p->receipt);
    source_done(&p->waiting[0]);
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

static void
take_article(void *user, struct article *article, const struct err *err)
{
    struct porter *p = user;

    (void)err; /* it is told when the page is opened */
    if (article && p->receipt.may_keep)
        memory_renew(p->memory, &p->waiting[0], article, &p->receipt);
    article_free(article);
    leave_first(p);
}

static void
take_feed(void *user, struct feed *feed)
{
    feed_free(feed);
    leave_first(user);
}

static void
start_next(struct porter *p)
{
    if (p->n_waiting > 0)
        p->job = job_start(p->loop, &p->waiting[0], &p->opts, take_article, p);
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

void
porter_bring(struct porter *p, const struct source *source)
{
    if (source->kind != SOURCE_WEB || p->opts.is_offline ||
        p->n_waiting == MAX_WAITING || !memory_can_keep(p->memory, source) ||
        memory_has_text(p->memory, source))
        return;
    for (uint32_t i = 0; i < p->n_waiting; i++)
        if (source_eq(&p->waiting[i], source))
            return;
    MEM_GROW(p->waiting, p->cap_waiting, p->n_waiting + 1);
    p->waiting[p->n_waiting++] = source_copy(source);
    if (!p->job)
        start_next(p);
}

void
porter_cancel(struct porter *p)
{
    if (!p)
        return;
    job_cancel(p->job);
    receipt_done(&p->receipt);
    for (uint32_t i = 0; i < p->n_waiting; i++)
        source_done(&p->waiting[i]);
    free(p->waiting);
    free(p);
}
