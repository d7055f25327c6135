/* SPDX-License-Identifier: ISC */
/*
 * nest - opens blocks where an article may have them
 *
 * The entries are a stack. Those on top that belong to no open element (spare
 * ones) are closed as soon as something comes that stands better without them:
 * an item closes a spare item above its list, a paragraph closes a list that
 * was only opened for a stray item. The spare ones are never more than a few,
 * so that each step takes constant time.
 */
#include "nest.h"

#include "base/mem.h"

#include <assert.h>
#include <stdlib.h>

void
nest_init(struct nest *n, struct build *b)
{
    *n = (struct nest){.build = b};
}

void
nest_done(struct nest *n)
{
    nest_cut(n, 0);
    free(n->entries);
    *n = (struct nest){0};
}

static struct nest_entry *
top_of(const struct nest *n)
{
    return n->n > 0 ? &n->entries[n->n - 1] : NULL;
}

enum block_kind
nest_kind(const struct nest *n)
{
    return n->n > 0 ? top_of(n)->kind : BLOCK_DOC;
}

bool
nest_in_leaf(const struct nest *n)
{
    return article_is_leaf(nest_kind(n));
}

bool
nest_is_fresh(const struct nest *n)
{
    return n->n > 0 && !top_of(n)->has_child;
}

block_ix
nest_block(const struct nest *n, uint32_t entry)
{
    if (entry == NEST_NONE || !n->entries[entry].is_made)
        return NEST_NONE;
    return n->entries[entry].ix;
}

/*
 * Notes that the innermost entry is about to get a block of that kind. Details
 * that begin without a summary get the one that browsers show.
 */
static void
expect_child(struct nest *n, enum block_kind kind)
{
    struct nest_entry *top = top_of(n);

    if (!top)
        return;
    if (top->kind == BLOCK_DETAILS && !top->has_child &&
        kind != BLOCK_SUMMARY) {
        build_open(n->build, BLOCK_SUMMARY);
        build_text(n->build, STR("Details"), SPAN_PLAIN);
        build_close(n->build);
    }
    top->has_child = true;
}

/*
 * Opens a block that has its place in the innermost entry.
 */
static uint32_t
add(struct nest *n, enum block_kind kind, bool is_implied)
{
    expect_child(n, kind);

    block_ix parent = n->n > 0 ? top_of(n)->ix : 0;
    block_ix ix = build_open(n->build, kind);
    bool is_made = ix != parent;
    if (is_made)
        build_row(n->build, ix, n->row);

    MEM_GROW(n->entries, n->cap, n->n + 1);
    n->entries[n->n] = (struct nest_entry){
        .ix = ix,
        .kind = (uint8_t)kind,
        .is_made = is_made,
        .is_spare = is_implied,
        .is_implied = is_implied,
    };
    return n->n++;
}

void
nest_end_para(struct nest *n)
{
    if (n->has_para)
        build_close(n->build);
    n->has_para = false;
}

void
nest_cut(struct nest *n, uint32_t size)
{
    nest_end_para(n);
    while (n->n > size) {
        build_close(n->build);
        n->n--;
    }
}

void
nest_close(struct nest *n, uint32_t entry)
{
    assert(entry < n->n);
    nest_cut(n, entry + 1);
    struct nest_entry *e = &n->entries[entry];
    if (e->kind == BLOCK_ITEM || e->kind == BLOCK_DEFINITION)
        e->is_spare = true;
    else
        nest_cut(n, entry);
}

static bool
takes(const struct nest_entry *parent, enum block_kind kind)
{
    return article_may_hold(parent->kind, kind) &&
           (kind != BLOCK_SUMMARY || !parent->has_child);
}

/*
 * Returns what has to be around a block of that kind where it may be implied,
 * BLOCK_DOC where it must not.
 */
static enum block_kind
wrapper_of(enum block_kind kind)
{
    switch (kind) {
    case BLOCK_ITEM:
        return BLOCK_LIST;
    case BLOCK_TERM:
    case BLOCK_DEFINITION:
        return BLOCK_TERMS;
    default:
        return BLOCK_DOC;
    }
}

/*
 * Returns what has to stand between a block of kind parent and ordinary ones,
 * BLOCK_DOC for nothing.
 */
static enum block_kind
filler_of(enum block_kind parent)
{
    switch (parent) {
    case BLOCK_LIST:
        return BLOCK_ITEM;
    case BLOCK_TERMS:
        return BLOCK_DEFINITION;
    case BLOCK_TABLE:
        return BLOCK_ROW;
    case BLOCK_ROW:
        return BLOCK_CELL;
    default:
        return BLOCK_DOC;
    }
}

/*
 * Makes the innermost entry one that takes any ordinary block: lists that were
 * implied by stray items end, what is missing inside others is opened.
 */
static void
make_plain_room(struct nest *n)
{
    uint32_t size = n->n;

    for (uint32_t i = n->n; i > 0 && n->entries[i - 1].is_spare; i--) {
        const struct nest_entry *e = &n->entries[i - 1];
        if (e->is_implied && (e->kind == BLOCK_LIST || e->kind == BLOCK_TERMS))
            size = i - 1;
    }
    nest_cut(n, size);

    enum block_kind filler;
    while ((filler = filler_of(nest_kind(n))) != BLOCK_DOC)
        add(n, filler, true);
}

/*
 * Makes the innermost entry one that takes a block of that kind. Returns false
 * when there is no place for it.
 */
static bool
make_room(struct nest *n, enum block_kind kind)
{
    if (article_may_hold(BLOCK_DOC, kind)) {
        make_plain_room(n);
        return true;
    }

    for (uint32_t i = n->n; i > 0; i--) {
        if (takes(&n->entries[i - 1], kind)) {
            nest_cut(n, i);
            return true;
        }
        if (!n->entries[i - 1].is_spare)
            break;
    }

    enum block_kind wrapper = wrapper_of(kind);
    if (wrapper == BLOCK_DOC)
        return false;
    make_plain_room(n);
    add(n, wrapper, true);
    return true;
}

uint32_t
nest_open(struct nest *n, enum block_kind kind)
{
    nest_end_para(n);
    if (nest_in_leaf(n) || !make_room(n, kind))
        return NEST_NONE;
    return add(n, kind, false);
}

void
nest_need_leaf(struct nest *n)
{
    if (n->has_para || nest_in_leaf(n))
        return;
    make_plain_room(n);
    expect_child(n, BLOCK_PARA);
    block_ix ix = build_open(n->build, BLOCK_PARA);
    build_row(n->build, ix, n->row);
    n->has_para = true;
}

void
nest_renew(struct nest *n, uint32_t entry)
{
    struct nest_entry *e = &n->entries[entry];

    nest_cut(n, entry + 1);
    if (!e->has_child)
        return;
    build_close(n->build);
    block_ix parent = entry > 0 ? n->entries[entry - 1].ix : 0;
    e->ix = build_open(n->build, e->kind);
    e->is_made = e->ix != parent;
    e->has_child = false;
    if (e->is_made)
        build_row(n->build, e->ix, n->row);
}
