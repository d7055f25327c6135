/* SPDX-License-Identifier: ISC */
/*
 * binding - the one piece of memory that a feed is
 *
 * Entries and notes are made of 32-bit numbers, so the arrays can follow each
 * other without gaps.
 */
#include "binding.h"

#include "base/mem.h"

_Static_assert(sizeof(struct feed) % sizeof(uint32_t) == 0, "aligned");
_Static_assert(sizeof(struct feed_entry) == 80, "no padding in entries");

size_t
binding_size(const struct feed *counts)
{
    return (size_t)counts->n_entries * sizeof(struct feed_entry) +
           counts->n_notes * sizeof(struct text_ref) + counts->n_text +
           counts->n_bodies;
}

struct binding
binding_new(const struct feed *counts)
{
    struct feed *f = mem_alloc_zero(1, sizeof *f + binding_size(counts) + 1);
    struct binding b = {.feed = f};

    *f = *counts;
    b.entries = (struct feed_entry *)(f + 1);
    b.notes = (struct text_ref *)(b.entries + f->n_entries);
    b.text = (char *)(b.notes + f->n_notes);
    b.bodies = b.text + f->n_text;

    f->entries = b.entries;
    f->notes = b.notes;
    f->text = b.text;
    f->bodies = b.bodies;
    return b;
}
