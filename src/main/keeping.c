/* SPDX-License-Identifier: ISC */
/*
 * keeping - what is put into the library by hand, and taken out of it
 *
 * Pages come in any order, and are told in that of the command line.
 */
#include "keeping.h"

#include "app/reprint.h"
#include "app/source.h"
#include "await.h"
#include "base/mem.h"
#include "catalog.h"
#include "complaint.h"
#include "store/library.h"
#include "store/lists.h"
#include "store/names.h"
#include "tally.h"

#include <stdlib.h>
#include <uv.h>

/* What became of a source. */
struct saved {
    bool is_over;
    int64_t id; /* 0: it could not be saved */
};

struct saving {
    struct cabinet *cabinet;
    struct saved *saved; /* owned: of each; the one behind them is never over */
    uint32_t n_told;
    bool is_complete;
};

bool
keeping_put(struct cabinet *c, const struct harvest_result *r, int64_t *out_id,
    struct err *err)
{
    const struct source *source = r->source;
    struct buf body = {0};

    if (r->feed)
        return err_set(
            err, ERR_BAD_DATA, "this is a feed (--subscribe keeps feeds)");
    if (source->kind != SOURCE_WEB)
        return library_put_file(
            c->db, str_of(source->key), r->article, c->now, out_id, err);

    if (r->receipt.may_save)
        receipt_add_body(&r->receipt, &body);
    struct library_page page = {
        .asked = str_of(source->place),
        .head = &r->receipt.head,
        .article = r->article,
        .body = buf_str(&body),
        .is_wanted = true,
    };
    bool ok = library_put_page(c->db, &page, out_id, err);
    buf_done(&body);
    return ok;
}

/* Puts an item on the reading list, if there is one, and says that it is saved.
 * One that came too early is saved anew, behind those that are before it. */
static bool
tell(struct cabinet *c, int64_t id, bool is_early)
{
    const char *list = c->options->reading_list;
    struct err err;

    if ((!is_early ||
            library_shelve(c->db, id, LIBRARY_SAVED, true, c->now, &err)) &&
        (!list || names_add(c->db, NAMES_READING, id, str_of(list), &err)))
        return catalog_show(c, id);
    complaint_say(err.text);
    return false;
}

/* Tells whether a page that failed may be there another day. */
static bool
is_away(const struct source *source, const struct err *err)
{
    return source->kind == SOURCE_WEB &&
           (err->code == ERR_OFFLINE || err->code == ERR_TIMEOUT);
}

/* Saves what was loaded, or the address of what is to be another day. */
static bool
save_one(struct cabinet *c, const struct harvest_result *r, int64_t *out_id,
    struct err *err)
{
    const struct library_note page = {.url = str_of(r->source->place)};
    bool ok;

    if (r->err && !is_away(r->source, r->err)) {
        *err = *r->err;
        return false;
    }
    if (r->err)
        ok = library_put_note(c->db, &page, c->now, out_id, err);
    else
        ok = keeping_put(c, r, out_id, err);
    return ok &&
           library_shelve(c->db, *out_id, LIBRARY_SAVED, true, c->now, err);
}

static bool
has_text(struct cabinet *c, int64_t id)
{
    struct item_list page = {0};
    struct err unused;
    const bool has_text =
        lists_load_item(c->db, id, &page, &unused) && page.items[0].has_text;

    item_list_done(&page);
    return has_text;
}

/* Saves what was loaded. It is told, and is in the library and on a reading list,
 * in the order of the command line, whatever comes first. */
static void
save(void *user, struct harvest_result *r)
{
    struct saving *s = user;
    struct cabinet *c = s->cabinet;
    struct err err;
    int64_t id = 0;
    bool ok = save_one(c, r, &id, &err);

    const bool is_missing = ok && r->err && !has_text(c, id);
    if (is_missing) {
        err = *r->err;
        err_wrap(&err, "saved, but not loaded");
        s->is_complete = false;
    }
    if (!ok || is_missing)
        complaint_about(r->source->place, err.text);
    s->saved[r->ix] = (struct saved){true, ok ? id : 0};
    for (; s->saved[s->n_told].is_over; s->n_told++)
        s->is_complete = s->saved[s->n_told].id != 0 &&
                         tell(c, s->saved[s->n_told].id, s->n_told != r->ix) &&
                         s->is_complete;
}

/* Tells whether there can be such a reading list; says why not. */
static bool
check_list(struct cabinet *c)
{
    const char *list = c->options->reading_list;
    struct err err;
    int64_t unused;

    if (!list ||
        names_find(c->db, NAMES_READING, str_of(list), &unused, &err) ||
        err.code == ERR_NOT_FOUND)
        return true;
    complaint_about(list, err.text);
    return false;
}

/* Returns why a source of that kind cannot be saved, or NULL. */
static const char *
find_hindrance(enum source_kind kind)
{
    if (kind == SOURCE_STDIN)
        return "standard input has no place to find it again";
    return kind == SOURCE_FOLDER ? "a folder is not saved; name what is in it"
                                 : NULL;
}

/* Has what an operand names loaded; says why that cannot be saved. */
static bool
add_operand(struct harvest *h, const char *operand)
{
    struct source source;
    struct err err;

    if (!source_parse(operand, &source, &err)) {
        complaint_about(operand, err.text);
        return false;
    }
    const char *hindrance = find_hindrance(source.kind);
    if (hindrance)
        complaint_about(operand, hindrance);
    else
        harvest_add(h, &(struct harvest_request){.source = &source});
    source_done(&source);
    return !hindrance;
}

bool
keeping_save(struct cabinet *c)
{
    const struct options *o = c->options;
    if (!check_list(c))
        return false;
    struct saving s = {.cabinet = c,
        .saved = mem_alloc_zero(o->n_operands + 1, sizeof *s.saved),
        .is_complete = true};
    uv_loop_t loop;

    await_begin(&loop);
    struct harvest *h = harvest_new(&loop, &c->jobs, HARVEST_MOST, save, &s);
    for (uint32_t i = 0; i < o->n_operands; i++)
        s.is_complete = add_operand(h, o->operands[i]) && s.is_complete;
    await_end(&loop);
    harvest_cancel(h);
    free(s.saved);
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

/* Takes an item out of the library, or only off the reading list. */
static bool
remove_item(struct cabinet *c, int64_t id, struct err *err)
{
    const char *list = c->options->reading_list;

    return list ? names_remove(c->db, NAMES_READING, id, str_of(list), err)
                : library_delete(c->db, id, c->now, err);
}

/* Takes the operands out of the library, or off the reading list. */
static bool
remove_items(struct cabinet *c)
{
    bool is_complete = true;

    for (uint32_t i = 0; i < c->options->n_operands; i++) {
        const char *operand = c->options->operands[i];
        struct err err;
        int64_t id;
        if (find_item(c, operand, &id, &err) && remove_item(c, id, &err))
            continue;
        complaint_about(operand, err.text);
        is_complete = false;
    }
    return is_complete;
}

bool
keeping_remove(struct cabinet *c)
{
    const char *name = c->options->reading_list;
    struct err err;
    int64_t list = 0;

    bool ok =
        !name || names_find(c->db, NAMES_READING, str_of(name), &list, &err);
    if (ok && c->options->n_operands > 0)
        return remove_items(c);
    ok = ok && names_forget(c->db, NAMES_READING, list, &err);
    if (!ok)
        complaint_say(err.text);
    return ok;
}

/* Makes an article again of the page that is kept. */
static bool
remake_page(
    struct cabinet *c, int64_t id, const struct reprint *page, struct err *err)
{
    struct harvest_result made = {0};
    struct job_opts jobs = c->jobs;

    reprint_add_opts(page, &jobs);
    bool ok = await_load(&page->source, &jobs, &made, err) &&
              (!made.article || library_replace(c->db, id, made.article, err));
    harvest_drop(&made);
    return ok;
}

/* Makes the article of an item again; what has no page stays as it is. */
static bool
remake(struct cabinet *c, const struct item *item)
{
    struct reprint page = {0};
    struct err err;
    bool ok = reprint_open(&page, c->db, item->id, &err)
                  ? remake_page(c, item->id, &page, &err)
                  : err.code == ERR_NOT_FOUND;

    reprint_close(&page);
    if (!ok) {
        tally_clear();
        complaint_about(item->place.ptr, err.text);
    }
    return ok;
}

/* Makes what is left of the index anew, if it is of an older version. */
static bool
renew_index(struct cabinet *c)
{
    bool is_done = false;
    struct err err;

    while (!is_done)
        if (!library_renew(c->db, &is_done, &err)) {
            complaint_say(err.text);
            return false;
        }
    return true;
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
    return renew_index(c) && is_complete;
}
