/* SPDX-License-Identifier: ISC */
/*
 * Tests of model/codec.h.
 */
#include "model/codec.h"

#include "base/utf8.h"
#include "sample.h"

#include <string.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

static int
start(void **state)
{
    (void)state;
    return utf8_start() ? 0 : -1;
}

static void
test_codec_gives_back_what_it_took(void **state)
{
    struct article *a = sample_article();
    struct buf first = {0}, second = {0};
    struct err err = {0};
    (void)state;

    codec_encode(a, &first);
    struct article *back = codec_decode(first.ptr, first.len, &err);
    assert_non_null(back);
    codec_encode(back, &second);
    assert_int_equal(first.len, second.len);
    assert_memory_equal(first.ptr, second.ptr, first.len);
    article_free(a);
    article_free(back);
    buf_done(&first);
    buf_done(&second);
}

static void
test_codec_refuses_every_truncation(void **state)
{
    struct article *a = sample_article();
    struct buf bytes = {0};
    (void)state;

    codec_encode(a, &bytes);
    for (size_t len = 0; len < bytes.len; len++) {
        struct err err = {0};
        char *exact = malloc(len + !len);
        memcpy(exact, bytes.ptr, len);
        assert_null(codec_decode(exact, len, &err));
        assert_int_equal(err.code, ERR_BAD_DATA);
        free(exact);
    }
    article_free(a);
    buf_done(&bytes);
}

static void
test_codec_survives_any_changed_byte(void **state)
{
    struct article *a = sample_article();
    struct buf bytes = {0};
    (void)state;

    codec_encode(a, &bytes);
    for (size_t i = 0; i < bytes.len; i++) {
        static const char flips[] = {'\x01', '\x80', '\xFF'};
        for (size_t j = 0; j < sizeof flips; j++) {
            struct err err = {0};
            bytes.ptr[i] ^= flips[j];
            struct article *back = codec_decode(bytes.ptr, bytes.len, &err);
            if (back)
                assert_true(article_check(back, &err));
            article_free(back);
            bytes.ptr[i] ^= flips[j];
        }
    }
    article_free(a);
    buf_done(&bytes);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_codec_gives_back_what_it_took),
        cmocka_unit_test(test_codec_refuses_every_truncation),
        cmocka_unit_test(test_codec_survives_any_changed_byte),
    };

    return cmocka_run_group_tests(tests, start, NULL);
}
