/* SPDX-License-Identifier: ISC */
/*
 * Tests of layout/layout.h: what must hold of every layout.
 *
 * Articles of all constructs are made by chance, always the same ones, and laid
 * out at many widths.
 */
#include "proof.h"

enum {
    N_ARTICLES = 60,
    MAX_NESTED = 6,
};

static const uint32_t widths[] = {0, 1, 2, 3, 5, 8, 13, 20, 33, 40, 72, 120};

/* An article in the making. */
struct maker {
    struct build *b;
    uint32_t seed;
    bool has_tables;
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

    m->has_tables = true;
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
make_article(uint32_t n, bool *out_has_tables)
{
    struct maker m = {.b = build_new(), .seed = 2463534242u + n * 7919};

    build_fact(m.b, FACT_TITLE, STR("A title of some length"));
    add_blocks(&m, 0);
    *out_has_tables = m.has_tables;
    return proof_finish(m.b);
}

/*
 * Adds what is seen of s: all but blanks and what has no width of its own.
 */
static void
add_seen(struct buf *out, struct str s)
{
    for (size_t i = 0; i < s.len;) {
        uint32_t cp;
        size_t step = utf8_decode(s.ptr + i, s.len - i, &cp);
        if (!utf8_is_space(cp) && cp != 0xAD && cp != 0x200B)
            buf_add(out, s.ptr + i, step);
        i += step;
    }
}

/*
 * Adds what is seen of the leaves of a that hidden, one byte a block, or NULL,
 * does not hide.
 */
static void
add_article(struct buf *out, const struct article *a, const uint8_t *hidden)
{
    for (block_ix b = 0; b < a->n_blocks; b++)
        if (!hidden || !hidden[b])
            add_seen(out, article_text(a, b));
}

/*
 * Adds what is seen of the article in a layout.
 */
static void
add_layout(struct buf *out, const struct layout *l, const struct article *a)
{
    for (uint32_t i = 0; i < l->n_runs; i++)
        if (!l->runs[i].is_own)
            add_seen(out, layout_run_text(l, a, &l->runs[i]));
}

static void
assert_same(const struct buf *got, const struct buf *want)
{
    if (!str_eq(buf_str(got), buf_str(want)))
        fail_msg("got\n%.*s\nnot\n%.*s", STR_ARG(buf_str(got)),
            STR_ARG(buf_str(want)));
}

/*
 * Proves that no byte of the one occurs less often in the other: in tables the
 * order is another, and names of columns are said again.
 */
static void
assert_holds(const struct buf *got, const struct buf *want)
{
    long counts[256] = {0};

    for (size_t i = 0; i < got->len; i++)
        counts[(unsigned char)got->ptr[i]]++;
    for (size_t i = 0; i < want->len; i++)
        if (--counts[(unsigned char)want->ptr[i]] < 0)
            fail_msg("'%c' is lost at %zu", want->ptr[i], i);
}

static void
check_line(const struct layout *l, const struct article *a, uint32_t i)
{
    const struct line *line = &l->lines[i];
    uint32_t col = 0;

    assert_int_equal(
        line->first_run, i > 0 ? line[-1].first_run + line[-1].n_runs : 0);
    for (uint32_t r = 0; r < line->n_runs; r++) {
        const struct run *run = &l->runs[line->first_run + r];
        struct str text = layout_run_text(l, a, run);
        assert_true(
            run->at + run->len <= (run->is_own ? l->n_text : a->n_text));
        assert_true(run->len > 0 && utf8_is_clean(text));
        assert_int_equal(run->cols, utf8_cols(text));
        assert_true(run->col >= col);
        col = run->col + run->cols;
    }
    assert_int_equal(line->cols, col);
    assert_true(line->block < a->n_blocks && line->at <= a->n_text);

    /* The emoji of two people has four cells: more than half of seven. */
    uint32_t cols = l->cols < 8 ? l->cols + 3 : l->cols;
    if (l->cols > 0 && line->kind != LINE_CODE && line->cols > cols)
        fail_msg("line %u has %u cells of %u:\n%s", i, line->cols, l->cols,
            proof_text(l, a));
    if (line->kind == LINE_BLANK)
        assert_true(i > 0 && i + 1 < l->n_lines);
}

static void
check_layout(const struct layout *l, const struct article *a, bool has_tables)
{
    struct buf got = {0}, want = {0};
    uint32_t n_runs = 0;

    for (uint32_t i = 0; i < l->n_lines; i++) {
        check_line(l, a, i);
        n_runs += l->lines[i].n_runs;
        if (i > 0)
            assert_true(l->lines[i].at >= l->lines[i - 1].at);
        uint32_t found = layout_line_at(l, l->lines[i].at);
        assert_int_equal(l->lines[found].at, l->lines[i].at);
    }
    assert_int_equal(n_runs, l->n_runs);

    add_layout(&got, l, a);
    add_article(&want, a, NULL);
    if (has_tables)
        assert_holds(&got, &want);
    else
        assert_same(&got, &want);
    buf_done(&got);
    buf_done(&want);
}

static void
test_laws_hold_at_any_width(void **state)
{
    (void)state;

    for (uint32_t n = 0; n < N_ARTICLES; n++) {
        bool has_tables;
        struct article *a = make_article(n, &has_tables);
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
            check_layout(l, a, has_tables);
            layout_free(l);
        }
        outline_free(o);
        article_free(a);
    }
}

/*
 * Marks the blocks that folds hide; those in tables do not fold.
 */
static uint8_t *
find_hidden(
    const struct article *a, const struct outline *o, const uint8_t *folded)
{
    uint8_t *hidden = calloc(a->n_blocks, 1);
    block_ix table_end = 0, b = 0;

    for (section_ix s = 0; s < o->n_sections; s++) {
        for (; b < o->sections[s].head; b++)
            if (b >= table_end && a->blocks[b].kind == BLOCK_TABLE)
                table_end = a->blocks[b].end;
        if (!folded[s] || o->sections[s].head < table_end)
            continue;
        memset(hidden + o->sections[s].first, 1,
            o->sections[s].end - o->sections[s].first);
    }
    return hidden;
}

static void
check_folds(const struct article *a, const struct outline *o,
    struct layout_opts opts, bool has_tables)
{
    struct layout *open = layout_new(a, &opts);
    uint8_t *folded = calloc(o->n_sections + 1, 1);
    struct buf got = {0}, want = {0};

    for (section_ix s = 0; s < o->n_sections; s++)
        folded[s] = (s * 7 + opts.cols) % 3 == 0;
    opts.folded = folded;
    struct layout *closed = layout_new(a, &opts);
    uint8_t *hidden = find_hidden(a, o, folded);
    add_layout(&got, closed, a);
    add_article(&want, a, hidden);
    if (!has_tables)
        assert_same(&got, &want);
    else
        assert_holds(&got, &want);
    for (uint32_t i = 0; i < closed->n_lines; i++) {
        const struct line *line = &closed->lines[i];
        check_line(closed, a, i);
        if (line->n_hidden > 0)
            assert_true(folded[line->section]);
        else if (line->section != SECTION_NONE)
            assert_false(folded[line->section]);
    }

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
    buf_done(&got);
    buf_done(&want);
    free(hidden);
    free(folded);
}

static void
test_laws_hold_of_folds(void **state)
{
    (void)state;

    for (uint32_t n = 0; n < N_ARTICLES; n++) {
        bool has_tables;
        struct article *a = make_article(n, &has_tables);
        struct outline *o = outline_new(a);
        for (size_t i = 0; i < sizeof widths / sizeof widths[0]; i += 3) {
            struct layout_opts opts = {.cols = widths[i], .outline = o};
            check_folds(a, o, opts, has_tables);
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
