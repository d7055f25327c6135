/* SPDX-License-Identifier: ISC */
/*
 * pool - an arena that takes back small pieces
 *
 * A piece does not say how large it is. That is known for those in the newest
 * block of each size, from where they lie, and what lives short is there.
 */
#include "base/pool.h"

#include <stdint.h>

enum {
    UNIT = 8,    /* bytes; what a piece is a number of */
    BLOCK = 2048 /* bytes at most that pieces of one size are cut from */
};

struct pool_piece {
    struct pool_piece *next;
};

_Static_assert(sizeof(struct pool_piece) <= UNIT, "a piece is too small");

void *
pool_alloc(struct pool *pool, size_t size)
{
    if (size > (size_t)POOL_SIZES * UNIT)
        return arena_alloc(&pool->arena, size);

    size = size > 0 ? (size + UNIT - 1) / UNIT * UNIT : UNIT;
    struct pool_shelf *shelf = &pool->shelves[size / UNIT - 1];
    struct pool_piece *spare = shelf->spare;
    if (spare) {
        shelf->spare = spare->next;
        return spare;
    }
    if (shelf->next == shelf->end) {
        shelf->start = arena_alloc(&pool->arena, BLOCK / size * size);
        shelf->next = shelf->start;
        shelf->end = shelf->start + BLOCK / size * size;
    }
    char *piece = shelf->next;
    shelf->next += size;
    return piece;
}

void
pool_free(struct pool *pool, void *piece)
{
    uintptr_t at = (uintptr_t)piece;

    for (int i = 0; i < POOL_SIZES; i++) {
        struct pool_shelf *shelf = &pool->shelves[i];
        if (at < (uintptr_t)shelf->start || at >= (uintptr_t)shelf->next)
            continue;
        struct pool_piece *spare = piece;
        spare->next = shelf->spare;
        shelf->spare = spare;
        return;
    }
}

void
pool_done(struct pool *pool)
{
    arena_done(&pool->arena);
    *pool = (struct pool){0};
}
