/* SPDX-License-Identifier: ISC */
/*
 * Tests of model/parcel.h.
 */
#include "model/parcel.h"

#include "base/utf8.h"
#include "feedsample.h"

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
test_parcel_comes_back_from_its_bytes_as_it_was(void **state)
{
    struct feed *f = feedsample_feed();
    struct buf first = {0}, second = {0};
    struct err err = {0};
    (void)state;

    parcel_encode(f, &first);
    assert_true(parcel_is_feed(first.ptr, first.len));
    struct feed *back = parcel_decode(first.ptr, first.len, &err);
    assert_non_null(back);
    parcel_encode(back, &second);
    assert_int_equal(first.len, second.len);
    assert_memory_equal(first.ptr, second.ptr, first.len);
    feed_free(f);
    feed_free(back);
    buf_done(&first);
    buf_done(&second);
}

static void
test_parcel_may_be_empty(void **state)
{
    struct feed *f = collect_finish(collect_new());
    struct buf bytes = {0};
    struct err err = {0};
    (void)state;

    assert_true(feed_check(f, &err));
    parcel_encode(f, &bytes);
    feed_free(f);
    f = parcel_decode(bytes.ptr, bytes.len, &err);
    assert_non_null(f);
    assert_int_equal(f->n_entries, 0);
    feed_free(f);
    buf_done(&bytes);
}

static void
test_parcel_refuses_every_truncation(void **state)
{
    struct feed *f = feedsample_feed();
    struct buf bytes = {0};
    (void)state;

    parcel_encode(f, &bytes);
    for (size_t len = 0; len < bytes.len; len++) {
        struct err err = {0};
        char *exact = malloc(len + !len);
        memcpy(exact, bytes.ptr, len);
        assert_null(parcel_decode(exact, len, &err));
        assert_int_equal(err.code, ERR_BAD_DATA);
        free(exact);
    }
    feed_free(f);
    buf_done(&bytes);
}

/* Looks at all that a feed has, for the sanitizers to see. */
static void
read_all(const struct feed *f)
{
    for (feed_ix e = 0; e < f->n_entries; e++) {
        struct err err = {0};
        struct article *a = feed_article(f, e, &err);
        assert_true(a || err.code != ERR_NONE);
        article_free(a);
        assert_true(utf8_is_clean(feed_label(f, e)));
        assert_int_equal(feed_find(f, feed_key(f, e)), e);
    }
}

static void
test_parcel_survives_any_changed_byte(void **state)
{
    struct feed *f = feedsample_feed();
    struct buf bytes = {0};
    (void)state;

    parcel_encode(f, &bytes);
    feed_free(f);
    for (size_t i = 0; i < bytes.len; i++) {
        static const char flips[] = {'\x01', '\x80', '\xFF'};
        for (size_t j = 0; j < sizeof flips; j++) {
            struct err err = {0};
            bytes.ptr[i] ^= flips[j];
            struct feed *back = parcel_decode(bytes.ptr, bytes.len, &err);
            bytes.ptr[i] ^= flips[j];
            if (back)
                read_all(back);
            else
                assert_int_equal(err.code, ERR_BAD_DATA);
            feed_free(back);
        }
    }
    buf_done(&bytes);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_parcel_comes_back_from_its_bytes_as_it_was),
        cmocka_unit_test(test_parcel_may_be_empty),
        cmocka_unit_test(test_parcel_refuses_every_truncation),
        cmocka_unit_test(test_parcel_survives_any_changed_byte),
    };

    return cmocka_run_group_tests(tests, start, NULL);
}
