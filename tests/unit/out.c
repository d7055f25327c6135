/* SPDX-License-Identifier: ISC */
/*
 * Tests of out/out.h: what all formats have in common.
 */
#include "draft.h"
#include "feedsample.h"

static struct build *
build_sections(void)
{
    struct build *b = build_new();

    draft_para(b, "start");
    draft_heading(b, 2, "One");
    draft_para(b, "first");
    draft_heading(b, 3, "Deep");
    draft_para(b, "inner");
    draft_heading(b, 2, "Other");
    draft_para(b, "last");
    return b;
}

static void
test_out_writes_one_section_in_every_format(void **state)
{
    (void)state;

    for (int format = 0; format < OUT_FORMAT_COUNT; format++) {
        static const char *const names[] = {"1", "one", "ON"};
        for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
            char *got = draft_write(build_sections(),
                (struct out_opts){.format = (enum out_format)format,
                    .is_body = true,
                    .section = str_of(names[i])});
            assert_non_null(strstr(got, "One"));
            assert_non_null(strstr(got, "first"));
            assert_non_null(strstr(got, "inner"));
            assert_null(strstr(got, "start"));
            assert_null(strstr(got, "last"));
            free(got);
        }
    }
}

static void
test_out_fails_for_a_section_that_is_not_there(void **state)
{
    struct article *a = build_finish(build_sections());
    (void)state;

    for (int format = 0; format < OUT_FORMAT_COUNT; format++)
        for (int part = OUT_WHOLE; part <= OUT_QUESTIONS; part++) {
            struct out_opts opts = {.format = (enum out_format)format,
                .part = (enum out_part)part,
                .section = STR("none")};
            struct buf out = {0};
            struct err err = {0};
            assert_false(out_write(a, &opts, &out, &err));
            assert_int_equal(err.code, ERR_NOT_FOUND);
            assert_int_equal(out.len, 0);
        }
    article_free(a);
}

static void
test_out_writes_nothing_of_an_article_without_contents(void **state)
{
    (void)state;

    for (int format = 0; format < OUT_FORMAT_COUNT; format++)
        for (int part = OUT_CONTENTS; part <= OUT_QUESTIONS; part++) {
            struct build *b = build_new();
            draft_para(b, "text");
            draft_expect(b,
                (struct out_opts){.format = (enum out_format)format,
                    .part = (enum out_part)part,
                    .is_body = true},
                "no contents", format == OUT_JSON ? "[]\n" : "");
        }
}

static void
test_out_adds_to_what_is_there(void **state)
{
    struct article *a = build_finish(build_sections());
    (void)state;

    for (int format = 0; format < OUT_FORMAT_COUNT; format++) {
        struct out_opts opts = {
            .format = (enum out_format)format, .is_body = true};
        struct buf once = {0}, twice = {0};
        struct err err;
        assert_true(out_write(a, &opts, &once, &err));
        assert_true(out_write(a, &opts, &twice, &err));
        assert_true(out_write(a, &opts, &twice, &err));
        assert_int_equal(twice.len, 2 * once.len);
        assert_memory_equal(twice.ptr, once.ptr, once.len);
        assert_memory_equal(twice.ptr + once.len, once.ptr, once.len);
        buf_done(&once);
        buf_done(&twice);
    }
    article_free(a);
}

static void
test_out_writes_what_is_nested_as_deep_as_can_be(void **state)
{
    (void)state;

    for (int format = 0; format < OUT_FORMAT_COUNT; format++) {
        struct build *b = build_new();
        for (int i = 0; i < 2 * ARTICLE_MAX_DEPTH; i++) {
            build_open(b, i % 3 == 1 ? BLOCK_LIST : BLOCK_QUOTE);
            if (i % 3 == 1) {
                build_open(b, BLOCK_ITEM);
                draft_para(b, "x");
            }
        }
        draft_para(b, "bottom");
        char *got = draft_write(b,
            (struct out_opts){.format = (enum out_format)format, .cols = 20});
        assert_non_null(strstr(got, "bottom"));
        free(got);
    }
}

static void
test_out_writes_feeds_in_every_format(void **state)
{
    struct feed *f = feedsample_feed();
    (void)state;

    for (int format = 0; format < OUT_FORMAT_COUNT; format++)
        for (int part = OUT_WHOLE; part <= OUT_CONTENTS; part++) {
            struct out_opts opts = {.format = (enum out_format)format,
                .part = (enum out_part)part,
                .theme = theme_default()};
            struct buf out = {0};
            struct err err = {0};
            assert_true(out_write_feed(f, &opts, &out, &err));
            assert_non_null(strstr(out.ptr, "Soaking"));
            assert_non_null(strstr(out.ptr, "Salt \xC3\xA9 water"));
            assert_non_null(strstr(out.ptr, "Cooking"));
            buf_done(&out);
        }
    feed_free(f);
}

static void
test_out_finds_entries_by_title_and_number(void **state)
{
    struct feed *f = feedsample_feed();
    struct err err = {0};
    (void)state;

    assert_int_equal(out_find_entry(f, STR("1"), &err), 0);
    assert_int_equal(out_find_entry(f, STR("salt"), &err), 1);
    assert_int_equal(out_find_entry(f, STR("Cooking"), &err), 2);
    assert_int_equal(out_find_entry(f, STR("4"), &err), FEED_NONE);
    assert_int_equal(err.code, ERR_NOT_FOUND);
    feed_free(f);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_out_writes_one_section_in_every_format),
        cmocka_unit_test(test_out_fails_for_a_section_that_is_not_there),
        cmocka_unit_test(
            test_out_writes_nothing_of_an_article_without_contents),
        cmocka_unit_test(test_out_adds_to_what_is_there),
        cmocka_unit_test(test_out_writes_feeds_in_every_format),
        cmocka_unit_test(test_out_finds_entries_by_title_and_number),
        cmocka_unit_test(test_out_writes_what_is_nested_as_deep_as_can_be),
    };

    return cmocka_run_group_tests(tests, draft_start, NULL);
}
