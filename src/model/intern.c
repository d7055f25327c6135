/* SPDX-License-Identifier: ISC */
/*
 * intern - each text once, found by its content
 *
 * Open addressing with linear probing, at most half full. The hash (FNV-1a,
 * mixed at the end) starts from the address of the slots, so that a document
 * cannot know which texts collide.
 */
#include "intern.h"

#include "base/mem.h"

#include <stdlib.h>

static uint32_t
hash(const struct intern *table, struct str s)
{
    uint64_t h = 0xCBF29CE484222325u ^ (uintptr_t)table->slots;

    for (size_t i = 0; i < s.len; i++)
        h = (h ^ (unsigned char)s.ptr[i]) * 0x100000001B3u;
    h ^= h >> 32;
    return (uint32_t)(h * 0x9E3779B97F4A7C15u >> 32);
}

static struct str
text_of(const struct intern *table, const struct buf *text, uint32_t number)
{
    return (struct str){
        text->ptr + table->refs[number].at, table->refs[number].len};
}

/*
 * Returns the slot where s is, or where it would have to be.
 */
static uint32_t
find_slot(const struct intern *table, const struct buf *text, struct str s)
{
    uint32_t i = hash(table, s) & (table->n_slots - 1);

    while (table->slots[i] != 0 &&
           !str_eq(text_of(table, text, table->slots[i] - 1), s))
        i = (i + 1) & (table->n_slots - 1);
    return i;
}

static void
grow(struct intern *table, const struct buf *text)
{
    free(table->slots);
    table->n_slots = table->n_slots > 0 ? table->n_slots * 2 : 64;
    table->slots = mem_alloc_zero(table->n_slots, sizeof *table->slots);
    for (uint32_t number = 0; number < table->n_refs; number++) {
        struct str s = text_of(table, text, number);
        table->slots[find_slot(table, text, s)] = number + 1;
    }
}

uint32_t
intern_add(
    struct intern *table, struct buf *text, struct str s, bool *out_is_new)
{
    if (table->n_refs >= table->n_slots / 2)
        grow(table, text);

    uint32_t slot = find_slot(table, text, s);
    *out_is_new = table->slots[slot] == 0;
    if (*out_is_new) {
        MEM_GROW(table->refs, table->cap_refs, table->n_refs + 1);
        table->refs[table->n_refs].at = (uint32_t)text->len;
        table->refs[table->n_refs].len = (uint32_t)s.len;
        table->slots[slot] = ++table->n_refs;
        buf_add_str(text, s);
    }
    return table->slots[slot] - 1;
}

void
intern_done(struct intern *table)
{
    free(table->refs);
    free(table->slots);
    *table = (struct intern){0};
}
