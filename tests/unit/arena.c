/* SPDX-License-Identifier: ISC */
/*
 * Tests of base/arena.h.
 */
#include "base/arena.h"

#include <string.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

static void
test_arena_aligns_every_piece(void **state)
{
    struct arena arena = {0};
    (void)state;

    for (size_t size = 0; size < 100; size++) {
        char *piece = arena_alloc(&arena, size);
        assert_int_equal((uintptr_t)piece % _Alignof(uint64_t), 0);
        memset(piece, 0xA5, size);
    }
    arena_done(&arena);
}

static void
test_arena_keeps_pieces_apart(void **state)
{
    enum {
        N = 5000,
        SIZE = 48
    };
    struct arena arena = {0};
    unsigned char **pieces = malloc(N * sizeof *pieces);
    (void)state;

    for (int i = 0; i < N; i++) {
        pieces[i] = arena_alloc(&arena, SIZE);
        memset(pieces[i], i & 0xFF, SIZE);
    }
    for (int i = 0; i < N; i++)
        for (int j = 0; j < SIZE; j++)
            assert_int_equal(pieces[i][j], i & 0xFF);
    free(pieces);
    arena_done(&arena);
}

static void
test_arena_gives_a_piece_larger_than_a_chunk(void **state)
{
    const size_t size = 1 << 20;
    struct arena arena = {0};
    (void)state;

    arena_alloc(&arena, 1);
    memset(arena_alloc(&arena, size), 1, size);
    arena_done(&arena);
    assert_null(arena.chunks);
}

static void
test_arena_goes_on_filling_a_chunk_behind_a_large_piece(void **state)
{
    struct arena arena = {0};
    (void)state;

    arena_alloc(&arena, 1 << 20);
    char *first = arena_alloc(&arena, 8);
    arena_alloc(&arena, 1 << 20);
    assert_ptr_equal(arena_alloc(&arena, 8), first + 8);
    arena_done(&arena);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_arena_aligns_every_piece),
        cmocka_unit_test(test_arena_keeps_pieces_apart),
        cmocka_unit_test(test_arena_gives_a_piece_larger_than_a_chunk),
        cmocka_unit_test(
            test_arena_goes_on_filling_a_chunk_behind_a_large_piece),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
