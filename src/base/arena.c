/* SPDX-License-Identifier: ISC */
/*
 * arena - many small pieces that die together
 *
 * A piece is cut from the newest chunk, and when too little is left of that
 * from a new one. A large piece is a chunk of its own, behind the newest, of
 * which the rest stays in use. ARENA_BLOCK can be made small at compile time, so
 * that a test meets the edges at once.
 */
#include "base/arena.h"

#include "base/mem.h"

#include <stdint.h>
#include <stdlib.h>

#ifndef ARENA_BLOCK
#    define ARENA_BLOCK (64 * 1024)
#endif

/* What a piece is a number of. */
union unit {
    void *ptr;
    uint64_t number;
    double real;
};

struct arena_chunk {
    struct arena_chunk *next;
    union unit data[];
};

/*
 * Puts a chunk with room for size bytes at *place and returns the first.
 */
static char *
add_chunk(struct arena_chunk **place, size_t size)
{
    struct arena_chunk *chunk = mem_alloc(sizeof *chunk + size);

    chunk->next = *place;
    *place = chunk;
    return (char *)chunk->data;
}

void *
arena_alloc(struct arena *arena, size_t size)
{
    const size_t unit = sizeof(union unit);

    if (size > SIZE_MAX - unit - sizeof(struct arena_chunk))
        mem_exhausted();

    size = size > 0 ? (size + unit - 1) / unit * unit : unit;
    if (size > arena->n_free && size > ARENA_BLOCK / 8)
        return add_chunk(
            arena->chunks ? &arena->chunks->next : &arena->chunks, size);
    if (size > arena->n_free) {
        arena->free = add_chunk(&arena->chunks, ARENA_BLOCK);
        arena->n_free = ARENA_BLOCK;
    }

    void *piece = arena->free;
    arena->free += size;
    arena->n_free -= size;
    return piece;
}

void
arena_done(struct arena *arena)
{
    struct arena_chunk *chunk = arena->chunks;

    while (chunk) {
        struct arena_chunk *next = chunk->next;
        free(chunk);
        chunk = next;
    }
    *arena = (struct arena){0};
}
