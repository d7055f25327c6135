/* SPDX-License-Identifier: ISC */
/*
 * Fuzzes layout/layout.h with articles that no document makes: the bytes are
 * calls of model/build.h, as far as it may be called so.
 *
 * A byte is what to do, the bytes behind it are how. What would be a mistake of
 * the caller is something else instead: a block that may not stand in the open
 * one opens what it may stand in, text where there is no leaf opens a
 * paragraph.
 */
#include "base/utf8.h"
#include "model/build.h"
#include "trial.h"

#include <stdint.h>

enum {
    MAX_OPEN = 200,
};

struct reader {
    struct build *b;
    struct str rest;
    uint32_t n_open;
    block_ix last; /* the block that was made last, and its kind */
    enum block_kind last_kind;
    struct span_style style;
};

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

static unsigned
next_byte(struct reader *r)
{
    unsigned byte = r->rest.len > 0 ? (unsigned char)r->rest.ptr[0] : 0;

    r->rest = str_slice(r->rest, 1, r->rest.len);
    return byte;
}

/*
 * Cuts as many bytes off the rest as the next one says.
 */
static struct str
next_text(struct reader *r)
{
    unsigned len = next_byte(r);
    struct str text = str_slice(r->rest, 0, len);

    r->rest = str_slice(r->rest, len, r->rest.len);
    return text;
}

static void
close_block(struct reader *r)
{
    if (r->n_open == 0)
        return;
    build_close(r->b);
    r->n_open--;
}

static void
open_one(struct reader *r, enum block_kind kind)
{
    while (!article_may_hold(build_kind(r->b), kind))
        close_block(r);
    block_ix made = build_open(r->b, kind);
    if (made > r->last) { /* else it is nested too deep to be made */
        r->last = made;
        r->last_kind = kind;
    }
    r->n_open++;
}

/*
 * Opens a block, and before it what it has to stand in.
 */
static void
open_block(struct reader *r, enum block_kind kind)
{
    static const uint8_t parents[BLOCK_KIND_COUNT] = {
        [BLOCK_ITEM] = BLOCK_LIST,
        [BLOCK_ROW] = BLOCK_TABLE,
        [BLOCK_TERM] = BLOCK_TERMS,
        [BLOCK_DEFINITION] = BLOCK_TERMS,
        [BLOCK_CAPTION] = BLOCK_FIGURE,
    };
    enum block_kind parent = (enum block_kind)parents[kind];

    if (r->n_open >= MAX_OPEN || kind == BLOCK_DOC)
        return;
    if (kind == BLOCK_SUMMARY) {
        open_one(r, BLOCK_DETAILS); /* in which it is the first */
    } else if (!article_may_hold(build_kind(r->b), kind)) {
        if (kind == BLOCK_CELL && build_kind(r->b) != BLOCK_TABLE)
            open_one(r, BLOCK_TABLE);
        if (kind == BLOCK_CELL)
            parent = BLOCK_ROW;
        if (parent != BLOCK_DOC)
            open_one(r, parent);
    }
    open_one(r, kind);
}

static void
add_text(struct reader *r)
{
    if (!article_is_leaf(build_kind(r->b)))
        open_one(r, BLOCK_PARA);
    build_text(r->b, next_text(r), r->style);
}

static void
add_break(struct reader *r)
{
    if (article_is_leaf(build_kind(r->b)))
        build_break(r->b, r->style);
}

static void
change_style(struct reader *r)
{
    static const char *const links[] = {"", "#name", "https://example.org/",
        "mailto:ann@example.org", "/a/rather/long/path/to/somewhere/else.html",
        "a b", "#", "name"};
    static const size_t n_links = sizeof links / sizeof *links;

    r->style.roles = (next_byte(r) | next_byte(r) << 8) & ROLE_ALL;
    r->style.link = build_link(r->b, str_of(links[next_byte(r) % n_links]));
    r->style.image =
        r->style.roles & ROLE_IMAGE
            ? build_link(r->b, str_of(links[next_byte(r) % n_links]))
            : LINK_NONE;
}

/*
 * Changes the block that was made last.
 */
static void
change_block(struct reader *r)
{
    static const int32_t numbers[] = {
        1, 0, -1, 9, 10, 99, 1000000000, INT32_MAX, INT32_MIN};
    unsigned what = next_byte(r), how = next_byte(r);
    bool is_cell = r->last_kind == BLOCK_CELL;

    if (r->last == 0)
        return; /* the document, which says nothing itself */
    switch (what % 5) {
    case 0:
        build_mark(r->b, r->last, 1u << how % 10);
        break;
    case 1:
        build_level(r->b, r->last, how);
        break;
    case 2:
        build_info(r->b, r->last, next_text(r));
        break;
    case 3:
        build_row(r->b, r->last, how);
        break;
    default:
        build_number(r->b, r->last,
            is_cell ? (int32_t)how + 1
                    : numbers[how % (sizeof numbers / sizeof *numbers)]);
        break;
    }
}

static void
do_next(struct reader *r)
{
    unsigned what = next_byte(r);

    switch (what % 32) {
    case 0:
        close_block(r);
        break;
    case 1:
        add_text(r);
        break;
    case 2:
        add_break(r);
        break;
    case 3:
        change_style(r);
        break;
    case 4:
        change_block(r);
        break;
    case 5:
        build_anchor(r->b, next_text(r));
        break;
    case 6:
        build_fact(r->b, (enum fact)(next_byte(r) % FACT_COUNT), next_text(r));
        break;
    case 7:
        build_note(r->b, "%u things were lost", next_byte(r));
        break;
    case 8:
        if (r->last > 0)
            build_drop(r->b, r->last);
        break;
    default:
        open_block(r, (enum block_kind)((what % 32 - 9) % BLOCK_KIND_COUNT));
        break;
    }
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    struct reader r = {
        .b = build_new(),
        .rest = {(const char *)bytes, len},
        .style = SPAN_PLAIN,
    };
    uint32_t choice = trial_begin(r.rest);

    while (r.rest.len > 0)
        do_next(&r);
    struct article *a = build_finish(r.b);
    trial_run(a, choice);
    article_free(a);
    return 0;
}
