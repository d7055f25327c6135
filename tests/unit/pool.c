/* SPDX-License-Identifier: ISC */
/*
 * Tests of base/pool.h.
 */
#include "base/pool.h"

#include <string.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void
test_pool_uses_a_piece_again_for_one_of_its_size(void **state)
{
    struct pool pool = {0};
    (void)state;

    char *small = pool_alloc(&pool, 5), *large = pool_alloc(&pool, 33);
    pool_free(&pool, small);
    pool_free(&pool, large);
    assert_ptr_not_equal(pool_alloc(&pool, 17), small);
    assert_ptr_equal(pool_alloc(&pool, 40), large);
    assert_ptr_equal(pool_alloc(&pool, 0), small);
    assert_ptr_not_equal(pool_alloc(&pool, 8), small);
    pool_done(&pool);
}

/*
 * Every other piece is given back, so that there is a lasting and a passing one
 * of each size at all times.
 */
static void
test_pool_keeps_pieces_apart(void **state)
{
    enum {
        N = 5000,
        MAX = 8 * POOL_SIZES + 40
    };
    struct pool pool = {0};
    unsigned char *pieces[N];
    (void)state;

    for (int i = 0; i < N; i++) {
        size_t size = (size_t)i % MAX;
        unsigned char *passing = pool_alloc(&pool, size);
        memset(passing, 0xFF, size);
        pieces[i] = pool_alloc(&pool, size);
        memset(pieces[i], i & 0x7F, size);
        assert_int_equal((uintptr_t)pieces[i] % _Alignof(uint64_t), 0);
        pool_free(&pool, passing);
    }
    for (int i = 0; i < N; i++)
        for (int j = 0; j < i % MAX; j++)
            assert_int_equal(pieces[i][j], i & 0x7F);
    pool_done(&pool);
}

static void
test_pool_leaves_pieces_that_it_does_not_know(void **state)
{
    struct pool pool = {0};
    char *large = pool_alloc(&pool, 1000), *old = pool_alloc(&pool, 8);
    (void)state;

    for (int i = 0; i < 1000; i++)
        pool_alloc(&pool, 8);
    pool_free(&pool, NULL);
    pool_free(&pool, large);
    pool_free(&pool, old);
    assert_ptr_not_equal(pool_alloc(&pool, 1000), large);
    assert_ptr_not_equal(pool_alloc(&pool, 8), old);
    pool_done(&pool);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_pool_uses_a_piece_again_for_one_of_its_size),
        cmocka_unit_test(test_pool_keeps_pieces_apart),
        cmocka_unit_test(test_pool_leaves_pieces_that_it_does_not_know),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
