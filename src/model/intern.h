/* SPDX-License-Identifier: ISC */
/*
 * intern - each text once, found by its content
 *
 * A hash table from text to a small number, counted from 0 in the order of
 * first use. The texts stand in a buffer that the caller owns and may share
 * among tables. A zeroed struct intern is empty.
 */
#ifndef MODEL_INTERN_H
#define MODEL_INTERN_H

#include "base/buf.h"
#include "model/article.h"

struct intern {
    struct text_ref *refs; /* by number; offsets into the buffer */
    uint32_t n_refs, cap_refs;
    uint32_t *slots; /* number + 1, or 0 */
    uint32_t n_slots;
};

/*
 * Returns the number of s, and whether it is new; a new one is appended to
 * text. Constant time on average.
 */
uint32_t intern_add(
    struct intern *table, struct buf *text, struct str s, bool *out_is_new);

/*
 * Frees the table and leaves it empty.
 */
void intern_done(struct intern *table);

#endif
