/* SPDX-License-Identifier: ISC */
/*
 * Tests of src/store/squeeze.h.
 */
#include "squeeze.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

static struct buf
make_text(size_t len, unsigned seed)
{
    struct buf text = {0};

    while (text.len < len) {
        seed = seed * 1103515245u + 12345u;
        buf_add_format(&text, "w%u ", seed >> 16 & 0x3FFF);
    }
    return text;
}

static void
test_squeeze_gives_back_what_it_got(void **state)
{
    static const size_t sizes[] = {0, 1, 100, 10000, 3000000};
    struct squeeze *s = squeeze_new();
    struct err err;
    (void)state;

    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        struct buf text = make_text(sizes[i], 1), packed = {0}, back = {0};
        squeeze_pack(s, buf_str(&text), (struct str){0}, &packed);
        assert_true(squeeze_unpack(
            s, buf_str(&packed), (struct str){0}, text.len, &back, &err));
        assert_true(str_eq(buf_str(&text), buf_str(&back)));
        buf_done(&text);
        buf_done(&packed);
        buf_done(&back);
    }
    squeeze_free(s);
}

static void
test_squeeze_does_not_store_the_hint_again(void **state)
{
    static const size_t sizes[] = {20000, 4000000};
    struct squeeze *s = squeeze_new();
    struct err err;
    (void)state;

    for (size_t i = 0; i < 2; i++) {
        struct buf hint = make_text(sizes[i], 7), text = {0}, packed = {0};
        struct buf back = {0};
        buf_add_text(&text, "something before ");
        buf_add_str(&text, buf_str(&hint));
        squeeze_pack(s, buf_str(&text), buf_str(&hint), &packed);
        assert_true(packed.len < text.len / 50);
        assert_true(squeeze_unpack(
            s, buf_str(&packed), buf_str(&hint), text.len, &back, &err));
        assert_true(str_eq(buf_str(&text), buf_str(&back)));

        /* Without the hint, or with another, nothing comes back. */
        assert_false(squeeze_unpack(
            s, buf_str(&packed), STR("other"), text.len, &back, &err));
        assert_int_equal(err.code, ERR_BAD_DATA);
        buf_done(&hint);
        buf_done(&text);
        buf_done(&packed);
        buf_done(&back);
    }
    squeeze_free(s);
}

static void
test_squeeze_believes_no_bytes(void **state)
{
    struct squeeze *s = squeeze_new();
    struct buf text = make_text(5000, 3), packed = {0};
    struct err err;
    unsigned seed = 5;
    (void)state;

    squeeze_pack(s, buf_str(&text), (struct str){0}, &packed);
    for (int i = 0; i < 3000; i++) {
        struct buf damaged = {0}, back = {0};
        buf_add_str(&damaged, buf_str(&packed));
        seed = seed * 1103515245u + 12345u;
        damaged.ptr[(seed >> 8) % damaged.len] ^= (char)(1 << (seed >> 4) % 8);
        if (squeeze_unpack(
                s, buf_str(&damaged), (struct str){0}, 1 << 20, &back, &err))
            assert_true(str_eq(buf_str(&text), buf_str(&back)));
        buf_done(&damaged);
        buf_done(&back);
    }
    struct buf back = {0};
    assert_false(squeeze_unpack(
        s, buf_str(&packed), (struct str){0}, text.len - 1, &back, &err));
    assert_false(
        squeeze_unpack(s, (struct str){0}, (struct str){0}, 100, &back, &err));
    buf_done(&back);
    buf_done(&text);
    buf_done(&packed);
    squeeze_free(s);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_squeeze_gives_back_what_it_got),
        cmocka_unit_test(test_squeeze_does_not_store_the_hint_again),
        cmocka_unit_test(test_squeeze_believes_no_bytes),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
