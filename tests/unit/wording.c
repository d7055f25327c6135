/* SPDX-License-Identifier: ISC */
/*
 * Tests of model/wording.h.
 */
#include "model/wording.h"

#include "base/utf8.h"
#include "sample.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void
test_wording_is_the_text_of_all_leaves_in_lines(void **state)
{
    struct article *a = sample_article();
    struct buf prose = {0};
    (void)state;

    wording_add(a, &prose);
    assert_string_equal(
        prose.ptr, "Title\nSee this \xC3\xA9\nitem\nmore\nhidden\n");
    buf_done(&prose);
    article_free(a);
}

static void
test_wording_place_finds_every_byte_of_every_leaf(void **state)
{
    struct article *a = sample_article();
    struct buf prose = {0};
    (void)state;

    wording_add(a, &prose);
    for (size_t i = 0; i < prose.len; i++)
        if (prose.ptr[i] != '\n')
            assert_int_equal(prose.ptr[i], a->text[wording_place(a, i)]);

    struct str last = article_text(a, a->n_blocks - 1);
    uint32_t end = (uint32_t)(last.ptr + last.len - a->text);
    assert_int_equal(wording_place(a, prose.len), end);
    assert_int_equal(wording_place(a, SIZE_MAX), end);
    buf_done(&prose);
    article_free(a);
}

static void
test_wording_of_a_line_has_no_numbers_of_notes(void **state)
{
    struct build *b = build_new();
    struct buf line = {0};
    (void)state;

    block_ix para = build_open(b, BLOCK_PARA);
    build_text(b, STR("Of frogs"), SPAN_PLAIN);
    build_text(
        b, STR("1"), (struct span_style){ROLE_NOTE_REF, LINK_NONE, LINK_NONE});
    build_text(b, STR("\nand toads"), SPAN_PLAIN);
    build_close(b);
    struct article *a = build_finish(b);
    wording_add_line(a, para, &line);
    assert_true(str_eq(buf_str(&line), STR("Of frogs and toads")));
    buf_done(&line);
    article_free(a);
}

static void
test_wording_of_nothing_is_nothing(void **state)
{
    struct article *a = build_finish(build_new());
    struct buf prose = {0};
    (void)state;

    wording_add(a, &prose);
    assert_int_equal(prose.len, 0);
    assert_int_equal(wording_place(a, 7), 0);
    article_free(a);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_wording_is_the_text_of_all_leaves_in_lines),
        cmocka_unit_test(test_wording_place_finds_every_byte_of_every_leaf),
        cmocka_unit_test(test_wording_of_a_line_has_no_numbers_of_notes),
        cmocka_unit_test(test_wording_of_nothing_is_nothing),
    };

    utf8_start();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
