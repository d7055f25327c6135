/* SPDX-License-Identifier: ISC */
/*
 * Tests of src/parse/tangle.h.
 */
#include "../../src/parse/tangle.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

/* A text: one part n times, and another n times. */
struct parts {
    const char *name, *first, *then;
    unsigned n;
};

static struct buf
join(const struct parts *p)
{
    struct buf text = {0};

    for (unsigned i = 0; i < p->n; i++)
        buf_add_text(&text, p->first);
    for (unsigned i = 0; i < p->n; i++)
        buf_add_text(&text, p->then);
    return text;
}

static void
test_tangle_leaves_alone_what_people_write(void **state)
{
    static const struct parts cases[] = {
        {"nothing", "", "", 1},
        {"words", "Some words and others\n", "\nof *mine*.\n", 1000},
        {"a wide table", "|a", "", 900},
        {"a long table", "|a|b|\n|-|-|\n", "|c|d|\n", 9000},
        {"rows like its second", "|a|b|\n|-|-|\n", "|c|d|\n|-|-|\n", 9000},
        {"lines that only have bars", "a || b || ", "c | d\n", 5000},
        {"rules", "- ", "", 2000},
        {"quoted rules", "> ", "-----", 200},
        {"headings", "a\n---\n", "", 5000},
        {"images", "![a](b) ", "[![a](b)](c)\n", 5000},
        {"instructions", "<?a\n b?> ", "a <? b ?>\n", 5000},
        {"sections of data", "a <![CDATA[ b ]]>\n", "", 5000},
        {"tags that are escaped", "a \\<? ", "", 500},
        {"tags in many paragraphs", "a <? b <!A\n\n", "", 5000},
        {"empty lines", "a\n", "\n", 500},
        {"tables in items", "", "- |a|b|\n  |-|-|\n  |c|d|\n", 9000},
        {"rows without ends", "a | b\n- | -\n", "c | d\n", 9000},
        {"items", "- [ ] ![a] b\n", "  > c\n", 5000},
    };
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buf text = join(&cases[i]), out = {0};
        bool has_tables = false;
        struct str same = tangle_loosen(buf_str(&text), &out, &has_tables);
        if (same.ptr != buf_str(&text).ptr || !has_tables || out.len > 0)
            print_error("%s\n", cases[i].name);
        assert_ptr_equal(same.ptr, buf_str(&text).ptr);
        assert_int_equal(same.len, text.len);
        assert_true(has_tables);
        buf_done(&text);
        buf_done(&out);
    }
}

static void
test_tangle_looks_for_no_tables_that_cost_too_much(void **state)
{
    static const struct parts cases[] = {
        {"very many columns", "a|", "", 3000},
        {"very many cells", "", "|c", 3000},
        {"heads that are none", "|a|b|\n|-|\n", "", 3000},
        {"the same in a quote", "> a|b\n> |-|\n", "", 3000},
    };
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buf text = {0}, part = join(&cases[i]), out = {0};
        bool has_tables = true;
        if (!cases[i].first[0])
            buf_add_text(&text, "|a|b|\n|-|-|\n");
        buf_add_str(&text, buf_str(&part));
        if (cases[i].first[0])
            buf_add_text(&text, "\n|-|-|\n");
        struct str same = tangle_loosen(buf_str(&text), &out, &has_tables);
        if (has_tables)
            print_error("%s\n", cases[i].name);
        assert_false(has_tables);
        assert_ptr_equal(same.ptr, text.ptr);
        buf_done(&text);
        buf_done(&part);
    }
}

static void
test_tangle_looks_for_no_tables_with_many_cells_missing(void **state)
{
    struct buf text = {0}, out = {0};
    bool has_tables;
    (void)state;

    for (unsigned i = 0; i < 900; i++)
        buf_add_text(&text, "a|");
    buf_add_char(&text, '\n');
    for (unsigned i = 0; i < 900; i++)
        buf_add_text(&text, "-|");
    for (unsigned i = 0; i < 1000; i++)
        buf_add_text(&text, "\n|b");
    tangle_loosen(buf_str(&text), &out, &has_tables);
    assert_false(has_tables);
    buf_done(&text);
}

static void
test_tangle_takes_the_rest_as_text(void **state)
{
    static const struct {
        struct parts in;
        unsigned n_kept; /* of the first parts */
        const char *mark;
    } cases[] = {
        {{"instructions", "a <? ", "b", 200}, 100, "\\<?"},
        {{"sections of data", "a <![CDATA[ ", "b", 200}, 100, "\\<!["},
        {{"declarations", "a <!A ", "b", 200}, 100, "\\<!A"},
        {{"images", "![a ", "b", 600}, 500, "!\\["},
        {{"images with links", "![[]()", "b", 600}, 500, "!\\["},
        {{"quotes", ">", "b ", 600}, 500, "\\>"},
        {{"lists", "+ ", "b ", 600}, 250, "\\+"},
        {{"numbers", "1. ", "b ", 600}, 166, "1\\."},
    };
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buf text = join(&cases[i].in), out = {0};
        bool has_tables;
        struct str s = tangle_loosen(buf_str(&text), &out, &has_tables);
        size_t at = str_find(s, str_of(cases[i].mark), 0);
        size_t kept = cases[i].n_kept * strlen(cases[i].in.first);
        if (at < kept || at > kept + 3)
            print_error("%s: %zu\n", cases[i].in.name, at);
        assert_in_range(at, kept, kept + 3);
        assert_true(has_tables);
        buf_done(&text);
        buf_done(&out);
    }
}

static void
test_tangle_leaves_out_empty_lines_of_what_is_deep(void **state)
{
    struct buf text = {0}, out = {0};
    bool has_tables;
    (void)state;

    for (unsigned i = 0; i < 100; i++)
        buf_add_text(&text, "- ");
    buf_add_text(&text, "a");
    const size_t len = text.len;
    buf_add_repeat(&text, '\n', 5000);
    buf_add_text(&text, "b");
    struct str s = tangle_loosen(buf_str(&text), &out, &has_tables);
    assert_int_equal(s.len, len + 51 + 1);
    assert_int_equal(s.ptr[s.len - 1], 'b');
    buf_done(&text);
    buf_done(&out);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_tangle_leaves_alone_what_people_write),
        cmocka_unit_test(test_tangle_looks_for_no_tables_that_cost_too_much),
        cmocka_unit_test(
            test_tangle_looks_for_no_tables_with_many_cells_missing),
        cmocka_unit_test(test_tangle_takes_the_rest_as_text),
        cmocka_unit_test(test_tangle_leaves_out_empty_lines_of_what_is_deep),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
