/* SPDX-License-Identifier: ISC */
/*
 * mem - memory that is never NULL
 *
 * Allocation does not fail for a caller. When there is no memory left, one hook
 * runs (the screen restores the terminal in it), one sentence goes to stderr
 * and the program exits with MEM_EXIT_STATUS. Everything got here is released
 * with free().
 */
#ifndef BASE_MEM_H
#define BASE_MEM_H

#include <stddef.h>
#include <stdint.h>

#define MEM_EXIT_STATUS 70

/*
 * Returns size bytes, not cleared; a size of 0 gives a pointer that may be
 * freed.
 */
void *mem_alloc(size_t size) __attribute__((malloc, alloc_size(1)));

/*
 * Returns n elements of size bytes, all zero. An overflow of n * size counts as
 * lack of memory.
 */
void *mem_alloc_zero(size_t n, size_t size)
    __attribute__((malloc, alloc_size(1, 2)));

/*
 * Returns the block at ptr (or NULL), changed to n elements of size bytes.
 */
void *mem_resize(void *ptr, size_t n, size_t size);

/*
 * Returns the array at ptr with room for at least need elements of size bytes,
 * and its new capacity in cap. Grows by half, so that appending one by one
 * takes linear time. Used through MEM_GROW.
 */
void *mem_grow(void *ptr, uint32_t *cap, uint32_t need, size_t size);

/* Makes room for need elements in array, whose capacity is cap. */
#define MEM_GROW(array, cap, need)                                             \
    ((array) = mem_grow((array), &(cap), (need), sizeof *(array)))

/*
 * Returns a copy of the len bytes at text with a NUL behind it.
 */
char *mem_copy_text(const char *text, size_t len);

/*
 * Ends the program as a failed allocation does; for sizes that overflow before
 * they can be asked for.
 */
_Noreturn void mem_exhausted(void);

/*
 * Calls hook once before the program ends for lack of memory. It must not
 * allocate. NULL takes the hook away.
 */
void mem_on_exhausted(void (*hook)(void));

/*
 * Lets the n-th allocation from now on fail (1 is the next one), to test what
 * happens then; 0 stops that.
 */
void mem_fail_at(uint64_t n);

#endif
