/* SPDX-License-Identifier: ISC */
/*
 * arena - many small pieces that die together
 *
 * A piece is cut from the newest chunk; one that is too large for what is left
 * starts a new chunk. ARENA_BLOCK can be made small at compile time, so that a
 * test meets the edges at once.
 */
#include "base/arena.h"

#include "base/mem.h"

#include <stdint.h>
#include <stdlib.h>

#ifndef ARENA_BLOCK
#    define ARENA_BLOCK (64 * 1024)
#endif

struct arena_chunk {
    struct arena_chunk *next;
    max_align_t data[];
};

static void
add_chunk(struct arena *arena, size_t size)
{
    size_t room = size > ARENA_BLOCK ? size : ARENA_BLOCK;
    struct arena_chunk *chunk = mem_alloc(sizeof *chunk + room);

    chunk->next = arena->chunks;
    arena->chunks = chunk;
    arena->free = (char *)chunk->data;
    arena->n_free = room;
}

void *
arena_alloc(struct arena *arena, size_t size)
{
    const size_t unit = _Alignof(max_align_t);

    if (size > SIZE_MAX - ARENA_BLOCK - sizeof(struct arena_chunk))
        mem_exhausted();

    size = size > 0 ? (size + unit - 1) / unit * unit : unit;
    if (size > arena->n_free)
        add_chunk(arena, size);

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
