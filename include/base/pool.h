/* SPDX-License-Identifier: ISC */
/*
 * pool - an arena that takes back small pieces
 *
 * For a library that gives back most of what it asks for soon after, and whose
 * other pieces die together. A small piece that is given back is used for the
 * next one of its size, if it was among the last that were made; what is older
 * or larger stays until pool_done(). A zeroed struct pool is empty and ready.
 */
#ifndef BASE_POOL_H
#define BASE_POOL_H

#include "base/arena.h"

enum {
    POOL_SIZES = 10 /* small pieces have 8, 16, ... 80 bytes */
};

struct pool {
    struct arena arena;
    struct pool_shelf {
        char *start, *next, *end; /* pieces of one size, made up to next */
        struct pool_piece *spare; /* those that were given back */
    } shelves[POOL_SIZES];
};

/*
 * Returns size bytes aligned as arena_alloc() does; they live until pool_free()
 * or pool_done().
 */
void *pool_alloc(struct pool *pool, size_t size) __attribute__((alloc_size(2)));

/*
 * Gives back a piece, or NULL.
 */
void pool_free(struct pool *pool, void *piece);

/*
 * Frees all memory of pool and leaves it empty.
 */
void pool_done(struct pool *pool);

#endif
