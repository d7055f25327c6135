/* SPDX-License-Identifier: ISC */
/*
 * keeping - what is put into the library by hand, and taken out of it
 *
 * A page that is made again is given to the parser as the file that it would be
 * if it was one: memory with a descriptor, which Linux has a path for.
 */
#include "keeping.h"

#include "app/reprint.h"
#include "app/source.h"
#include "base/mem.h"
#include "catalog.h"
#include "complaint.h"
#include "store/library.h"
#include "store/lists.h"
#include "tally.h"

#include <stdlib.h>

struct saving {
    struct cabinet *cabinet;
    struct source *sources; /* owned */
    bool is_complete;
};

bool
keeping_put(struct cabinet *c, const struct source *source,
    const struct harvest_result *r, int64_t *out_id, struct err *err)
{
    if (r->feed)
        return err_set(
            err, ERR_BAD_DATA, "this is a feed (--subscribe keeps feeds)");
    if (source->kind != SOURCE_WEB)
        return library_put_file(
            c->db, str_of(source->key), r->article, c->now, out_id, err);

    struct item_head head = r->head ? *r->head : (struct item_head){0};
    head.canonical = article_fact(r->article, FACT_URL);
    struct library_page page = {
        .asked = str_of(source->place),
        .head = &head,
        .article = r->article,
        .body = r->body,
    };
    return library_put_page(c->db, &page, out_id, err);
}

/* Saves what was loaded, and says so. */
static void
save(void *user, const struct harvest_result *r)
{
    struct saving *s = user;
    struct cabinet *c = s->cabinet;
    const struct source *source = &s->sources[r->ix];
    struct err err;
    int64_t id = 0;
    bool ok = true;

    if (r->err) {
        err = *r->err;
        ok = false;
    }
    ok = ok && keeping_put(c, source, r, &id, &err) &&
         library_shelve(c->db, id, LIBRARY_SAVED, true, c->now, &err);
    if (ok)
        ok = catalog_show(c, id);
    else
        complaint_about(source->place, err.text);
    s->is_complete = s->is_complete && ok;
}

bool
keeping_save(struct cabinet *c)
{
    const struct options *o = c->options;
    struct harvest_request *requests =
        mem_alloc_zero(o->n_operands, sizeof *requests);
    struct saving s = {.cabinet = c,
        .sources = mem_alloc_zero(o->n_operands, sizeof *s.sources),
        .is_complete = true};
    uint32_t n = 0;

    for (uint32_t i = 0; i < o->n_operands; i++) {
        struct err err;
        if (!source_parse(o->operands[i], &s.sources[n], &err)) {
            complaint_about(o->operands[i], err.text);
            s.is_complete = false;
        } else if (s.sources[n].kind == SOURCE_STDIN) {
            complaint_about(
                "-", "standard input has no place to find it again");
            s.is_complete = false;
            source_done(&s.sources[n]);
        } else {
            requests[n].source = &s.sources[n];
            n++;
        }
    }
    harvest_run(requests, n, &c->jobs, save, &s);
    for (uint32_t i = 0; i < n; i++)
        source_done(&s.sources[i]);
    free(s.sources);
    free(requests);
    return s.is_complete;
}

/* Finds the item that an operand means: an address, or a path. */
static bool
find_item(
    struct cabinet *c, const char *operand, int64_t *out_id, struct err *err)
{
    struct source source;
    struct err unused;

    if (library_find(c->db, str_of(operand), out_id, err))
        return true;
    if (!source_parse(operand, &source, &unused))
        return false;
    bool ok = library_find(c->db, str_of(source.key), out_id, err);
    source_done(&source);
    return ok;
}

bool
keeping_remove(struct cabinet *c)
{
    bool is_complete = true;

    for (uint32_t i = 0; i < c->options->n_operands; i++) {
        const char *operand = c->options->operands[i];
        struct err err;
        int64_t id;
        if (find_item(c, operand, &id, &err) &&
            library_delete(c->db, id, c->now, &err))
            continue;
        complaint_about(operand, err.text);
        is_complete = false;
    }
    return is_complete;
}

struct remaking {
    struct cabinet *cabinet;
    int64_t id;
    struct err err; /* with a code: why it could not be done */
};

static void
replace(void *user, const struct harvest_result *r)
{
    struct remaking *m = user;

    if (r->err)
        m->err = *r->err;
    else if (r->article &&
             library_replace(m->cabinet->db, m->id, r->article, &m->err))
        m->err.code = ERR_NONE;
}

/* Makes the article of an item again; what has no page stays as it is. */
static bool
remake(struct cabinet *c, const struct item *item)
{
    struct remaking m = {.cabinet = c, .id = item->id};
    struct reprint page = {0};
    struct job_opts jobs = c->jobs;

    if (reprint_open(&page, c->db, item->id, &m.err)) {
        struct harvest_request request = {.source = &page.source};
        reprint_add_opts(&page, &jobs);
        harvest_run(&request, 1, &jobs, replace, &m);
    } else if (m.err.code == ERR_NOT_FOUND) {
        m.err.code = ERR_NONE;
    }
    reprint_close(&page);
    if (m.err.code != ERR_NONE) {
        tally_clear();
        complaint_about(item->place.ptr, m.err.text);
    }
    return m.err.code == ERR_NONE;
}

bool
keeping_reextract(struct cabinet *c)
{
    enum {
        PAGE = 200
    };
    struct lists_ask ask = {.list = LISTS_ALL, .limit = PAGE};
    const uint32_t n = (uint32_t)lists_count(c->db, LISTS_ALL, 0);
    struct item_list page = {0};
    bool is_complete = true;
    uint32_t n_done = 0;
    struct err err;

    do {
        if (!lists_load(c->db, &ask, &page, &err)) {
            complaint_say(err.text);
            is_complete = false;
            break;
        }
        for (uint32_t i = 0; i < page.n_items; i++) {
            if (page.items[i].has_text)
                is_complete = remake(c, &page.items[i]) && is_complete;
            tally_show(++n_done, n);
        }
        ask.cursor = page.cursor;
    } while (page.n_items == PAGE);
    item_list_done(&page);
    return is_complete;
}
