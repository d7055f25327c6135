/* SPDX-License-Identifier: ISC */
/*
 * arena - many small pieces that die together
 *
 * Memory comes from large chunks and is never released one by one. A zeroed
 * struct arena is empty and ready.
 *
 * Example:
 *
 *      struct arena arena = {0};
 *      int *numbers = arena_alloc(&arena, 10 * sizeof *numbers);
 *      numbers[0] = 1;
 *      arena_done(&arena);
 */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stddef.h>

struct arena {
    struct arena_chunk *chunks; /* the one that is being filled first */
    char *free;                 /* its next free byte */
    size_t n_free;              /* bytes from there on */
};

/*
 * Returns size bytes aligned for pointers and numbers, but for long double, not
 * cleared; they live until arena_done().
 */
void *arena_alloc(struct arena *arena, size_t size)
    __attribute__((alloc_size(2)));

/*
 * Frees all memory of arena and leaves it empty.
 */
void arena_done(struct arena *arena);

#endif
