/* SPDX-License-Identifier: ISC */
/*
 * porter - brings pages of the web into the library, one after the other
 */
#include "porter.h"

#include "app/deposit.h"
#include "app/filing.h"
#include "app/harvest.h"
#include "base/mem.h"
#include "store/lists.h"

#include <stdlib.h>

enum {
    MAX_WAITING = 1000 /* pages; what is more is had when it is opened */
};

/* What is known of a load besides its source. */
struct load {
    bool is_saved; /* by a person */
    bool is_feed;  /* that a person wants to subscribe to */
};

struct porter {
    struct uv_loop_s *loop;
    struct memory *memory;
    struct job_opts opts;
    struct harvest *harvest; /* NULL: there is nothing to be loaded */
    struct load *loads;      /* owned: of all that it was given */
    uint32_t n_loads, cap_loads;
    uint32_t n_left; /* of these, to be loaded */

    void (*fn)(void *user, const struct porter_news *news); /* or NULL */
    void *user;
};

/* Tells what became of a load, if somebody wants to know. */
static void
tell(const struct porter *p, const struct load *l, const struct source *source,
    struct str feed, const struct err *err)
{
    const struct porter_news news = {source, feed, err, l->is_feed};

    if (p->fn && (l->is_saved || l->is_feed))
        p->fn(p->user, &news);
}

/* Subscribes to a feed that a person has asked for, or saved as a page. */
static void
take_feed(struct porter *p, const struct load *l, struct harvest_result *r)
{
    const struct str title = feed_fact(r->feed, FEED_TITLE);
    const char *label = source_label(r->source);

    if (!l->is_saved && !l->is_feed)
        return;
    tell(p, l, r->source, title.len > 0 ? title : str_of(label), NULL);
    struct tidings what = tidings_take(r);
    filing_subscribe(p->memory, r->source, &what);
}

static void
take(void *user, struct harvest_result *r)
{
    struct porter *p = user;
    const struct load l = p->loads[r->ix];

    if (r->feed)
        take_feed(p, &l, r);
    else if (!r->article)
        tell(p, &l, r->source, (struct str){0}, r->err);
    else if (r->receipt.may_save)
        deposit_renew(p->memory, r->source, r->article, &r->receipt);
    if (--p->n_left > 0)
        return;
    harvest_cancel(p->harvest);
    p->harvest = NULL;
    p->n_loads = 0;
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
    p->opts.is_full_page = p->opts.wants_feed = false;
    return p;
}

/* Adds a source to what is to be loaded, unless it is that already. */
static void
add(struct porter *p, const struct source *source, struct load like)
{
    const struct harvest_request request = {
        .source = source, .wants_feed = like.is_feed};

    for (uint32_t i = 0; i < p->n_loads; i++) {
        struct load *l = &p->loads[i];
        if (harvest_stage(p->harvest, i) != HARVEST_OVER &&
            l->is_feed == like.is_feed &&
            source_eq(harvest_source(p->harvest, i), source)) {
            l->is_saved = l->is_saved || like.is_saved;
            return;
        }
    }
    if (!p->harvest)
        p->harvest = harvest_new(p->loop, &p->opts, 1, take, p);
    MEM_GROW(p->loads, p->cap_loads, p->n_loads + 1);
    p->loads[p->n_loads++] = like;
    p->n_left++;
    harvest_add(p->harvest, &request);
}

/* Tells whether a page is to be brought: it can be had now, and is not here. */
static bool
is_wanted(struct porter *p, const struct source *source)
{
    return source->kind == SOURCE_WEB && !p->opts.is_offline &&
           p->n_left < MAX_WAITING && memory_can_keep(p->memory, source) &&
           !memory_has_text(p->memory, source);
}

void
porter_bring(struct porter *p, const struct source *source)
{
    if (is_wanted(p, source))
        add(p, source, (struct load){0});
}

uint32_t
porter_bring_saved(struct porter *p)
{
    struct db *db = memory_db(p->memory);
    struct item_list page = {0};
    struct err unused;
    uint32_t n = 0;

    if (db && !p->opts.is_offline && p->n_left < MAX_WAITING &&
        lists_load_missing(db, MAX_WAITING - p->n_left, &page, &unused))
        n = page.n_items;
    for (uint32_t i = 0; i < n; i++) {
        struct source source = memory_source(&page.items[i]);
        if (source.kind == SOURCE_WEB)
            add(p, &source, (struct load){0});
        source_done(&source);
    }
    item_list_done(&page);
    return n;
}

void
porter_save(struct porter *p, const struct source *source)
{
    if (is_wanted(p, source))
        add(p, source, (struct load){.is_saved = true});
}

void
porter_subscribe(struct porter *p, const struct source *source)
{
    const struct load load = {.is_feed = true};
    struct err why;

    if (memory_can_keep(p->memory, source)) {
        add(p, source, load);
        return;
    }
    err_set(&why, ERR_DENIED, "the library cannot be changed now");
    tell(p, &load, source, (struct str){0}, &why);
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
    harvest_cancel(p->harvest);
    free(p->loads);
    free(p);
}
