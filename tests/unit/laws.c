/* SPDX-License-Identifier: ISC */
/*
 * Tests of layout/layout.h: what must hold of every layout.
 *
 * Articles of all constructs are made by chance, always the same ones, and laid
 * out at many widths.
 */
#include "../laws.h"
#include "proof.h"

#ifndef N_ARTICLES
#    define N_ARTICLES 60
#endif

enum {
    MAX_NESTED = 6,
};

static const uint32_t widths[] = {0, 1, 2, 3, 5, 8, 13, 20, 33, 40, 72, 120};

/* An article in the making. */
struct maker {
    struct build *b;
    uint32_t seed;
};

static void add_blocks(struct maker *m, uint32_t depth);

/*
 * Returns a number below n that looks like chance.
 */
static uint32_t
chance(struct maker *m, uint32_t n)
{
    m->seed ^= m->seed << 13;
    m->seed ^= m->seed >> 17;
    m->seed ^= m->seed << 5;
    return m->seed % n;
}

static void
add_text(struct maker *m)
{
    static const char *const pieces[] = {"a ", "word ", "somewhat longer ",
        "well-known ", "漢字かな", "e\xCC\x81t\xC3\xA9 ",
        "soft\xC2\xADhy\xC2\xADphens ", "zero\xE2\x80\x8Bwidth ",
        "http://example.org/a/b?c=d ", "--option ", "👩\xE2\x80\x8D👧 ", "x",
        "supercalifragilisticexpialidocious ", "no\xC2\xA0way "};
    struct span_style style = {0, LINK_NONE, LINK_NONE};
    uint32_t n = 1 + chance(m, 12);

    build_text(m->b, STR("T"), style);
    for (uint32_t i = 0; i < n; i++) {
        if (chance(m, 4) == 0)
            style.roles = chance(m, 3) == 0 ? 1u << chance(m, 9) : 0;
        if (chance(m, 5) == 0)
            style.link = chance(m, 2) == 0
                             ? LINK_NONE
                             : build_link(m->b, STR("http://example.org/"));
        if (chance(m, 10) == 0)
            build_break(m->b, style);
        uint32_t n_pieces = sizeof pieces / sizeof pieces[0];
        build_text(m->b, str_of(pieces[chance(m, n_pieces)]), style);
    }
}

static void
add_leaf(struct maker *m, enum block_kind kind, unsigned marks)
{
    proof_open(m->b, kind, marks);
    add_text(m);
    build_close(m->b);
}

static void
add_list(struct maker *m, uint32_t depth)
{
    unsigned marks = chance(m, 2) == 0 ? BLOCK_IS_ORDERED : 0;

    marks |= chance(m, 2) == 0 ? BLOCK_IS_LOOSE : 0;
    build_number(
        m->b, proof_open(m->b, BLOCK_LIST, marks), (int32_t)chance(m, 120));
    for (uint32_t i = 0; i <= chance(m, 4); i++) {
        proof_open(m->b, BLOCK_ITEM, chance(m, 5) == 0 ? BLOCK_IS_TASK : 0);
        if (chance(m, 8) > 0)
            add_blocks(m, depth + 1);
        build_close(m->b);
    }
    build_close(m->b);
}

static void
add_table(struct maker *m, uint32_t depth)
{
    uint32_t n_columns = 1 + chance(m, 4);
    bool has_header = chance(m, 4) > 0;

    build_open(m->b, BLOCK_TABLE);
    if (chance(m, 4) == 0)
        add_leaf(m, BLOCK_CAPTION, 0);
    for (uint32_t row = 0; row < 4; row++) {
        bool is_header = has_header && row == 0;
        proof_open(m->b, BLOCK_ROW, is_header ? BLOCK_IS_HEADER : 0);
        for (uint32_t i = 0; i < n_columns; i++) {
            unsigned marks = (unsigned)BLOCK_IS_LEFT << chance(m, 3);
            build_number(m->b, proof_open(m->b, BLOCK_CELL, marks),
                1 + (int32_t)chance(m, 8) / 7);
            if (chance(m, 6) == 0 && !is_header)
                add_blocks(m, depth + 2);
            else if (is_header || chance(m, 6) > 0)
                add_leaf(m, BLOCK_PARA, 0);
            build_close(m->b);
        }
        build_close(m->b);
    }
    build_close(m->b);
}

static void
add_container(struct maker *m, enum block_kind kind, uint32_t depth)
{
    build_open(m->b, kind);
    if (kind == BLOCK_DETAILS)
        add_leaf(m, BLOCK_SUMMARY, chance(m, 2) == 0 ? BLOCK_IS_QUESTION : 0);
    if (kind == BLOCK_TERMS) {
        add_leaf(m, BLOCK_TERM, chance(m, 2) == 0 ? BLOCK_IS_QUESTION : 0);
        build_open(m->b, BLOCK_DEFINITION);
    }
    if (kind == BLOCK_NOTE)
        build_info(m->b, build_open(m->b, BLOCK_NOTE), STR("12"));
    add_blocks(m, depth + 1);
    if (kind == BLOCK_TERMS || kind == BLOCK_NOTE)
        build_close(m->b);
    if (kind == BLOCK_FIGURE)
        add_leaf(m, BLOCK_CAPTION, 0);
    build_close(m->b);
}

static void
add_block(struct maker *m, uint32_t depth)
{
    static const enum block_kind containers[] = {
        BLOCK_QUOTE, BLOCK_DETAILS, BLOCK_TERMS, BLOCK_FIGURE, BLOCK_NOTE};
    unsigned question = chance(m, 3) == 0 ? BLOCK_IS_QUESTION : 0;
    uint32_t pick = chance(m, depth < MAX_NESTED ? 12 : 7);

    if (pick < 3) {
        add_leaf(m, BLOCK_PARA, question);
    } else if (pick < 5) {
        block_ix ix = proof_open(m->b, BLOCK_HEADING, question);
        build_level(m->b, ix, 1 + chance(m, 6));
        add_text(m);
        build_close(m->b);
    } else if (pick == 5) {
        add_leaf(m, BLOCK_CODE, 0);
    } else if (pick == 6) {
        build_open(m->b, BLOCK_RULE);
        build_close(m->b);
    } else if (pick < 9) {
        add_list(m, depth);
    } else if (pick == 9) {
        add_table(m, depth);
    } else {
        add_container(m, containers[chance(m, 5)], depth);
    }
}

static void
add_blocks(struct maker *m, uint32_t depth)
{
    uint32_t n = 1 + chance(m, depth == 0 ? 12 : 3);

    for (uint32_t i = 0; i < n; i++)
        add_block(m, depth);
}

/*
 * Returns the article number n of all those there are.
 */
static struct article *
make_article(uint32_t n)
{
    struct maker m = {.b = build_new(), .seed = 2463534242u + n * 7919};

    build_fact(m.b, FACT_TITLE, STR("A title of some length"));
    add_blocks(&m, 0);
    return proof_finish(m.b);
}

/*
 * Fails when a law is broken.
 */
static void
assert_unbroken(const char *broken, const struct layout *l,
    const struct article *a, uint32_t line)
{
    if (broken)
        fail_msg("%s in line %u:\n%s", broken, line, proof_text(l, a));
}

static void
check_layout(
    const struct layout *l, const struct article *a, const uint8_t *hidden)
{
    uint32_t line = 0;

    assert_unbroken(laws_of_layout(l, a, hidden, &line), l, a, line);
}

static void
test_laws_hold_at_any_width(void **state)
{
    (void)state;

    for (uint32_t n = 0; n < N_ARTICLES; n++) {
        struct article *a = make_article(n);
        struct outline *o = outline_new(a);
        for (size_t i = 0; i < sizeof widths / sizeof widths[0]; i++) {
            struct layout_opts opts = {
                .cols = widths[i],
                .is_greedy = n % 3 == 0,
                .has_head = n % 2 == 0,
                .links = (enum layout_links)(n % 3),
                .outline = o,
                .next_title = n % 5 == 0 ? STR("Next one") : (struct str){0},
            };
            struct layout *l = layout_new(a, &opts);
            check_layout(l, a, NULL);
            layout_free(l);
        }
        outline_free(o);
        article_free(a);
    }
}

static void
check_folds(
    const struct article *a, const struct outline *o, struct layout_opts opts)
{
    struct layout *open = layout_new(a, &opts);
    uint8_t *folded = calloc(o->n_sections + 1, 1);
    uint32_t line = 0;

    for (section_ix s = 0; s < o->n_sections; s++)
        folded[s] = (s * 7 + opts.cols) % 3 == 0;
    opts.folded = folded;
    struct layout *closed = layout_new(a, &opts);
    uint8_t *hidden = laws_find_hidden(a, o, folded);
    check_layout(closed, a, hidden);
    assert_unbroken(
        laws_of_heads(closed, a, o, folded, &line), closed, a, line);

    /* Unfolded again it is as it was. */
    memset(folded, 0, o->n_sections);
    struct layout *again = layout_new(a, &opts);
    char *before = proof_text(open, a), *after = proof_text(again, a);
    assert_string_equal(before, after);
    free(before);
    free(after);
    layout_free(again);
    layout_free(closed);
    layout_free(open);
    free(hidden);
    free(folded);
}

static void
test_laws_hold_of_folds(void **state)
{
    (void)state;

    for (uint32_t n = 0; n < N_ARTICLES; n++) {
        struct article *a = make_article(n);
        struct outline *o = outline_new(a);
        for (size_t i = 0; i < sizeof widths / sizeof widths[0]; i += 3) {
            struct layout_opts opts = {.cols = widths[i], .outline = o};
            check_folds(a, o, opts);
        }
        outline_free(o);
        article_free(a);
    }
}

int
main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_laws_hold_at_any_width),
        cmocka_unit_test(test_laws_hold_of_folds),
    };

    return cmocka_run_group_tests(tests, proof_start, NULL);
}
