/* SPDX-License-Identifier: ISC */
/*
 * head - headings and what else stands over a section
 *
 * A heading is seen without color and without bold: the two highest levels are
 * underlined, the others have a mark, and what folds by its nature has the mark
 * of a fold, which any head gets that is folded.
 *
 *      Level one        Level two      ■ Level three      ▾ A question?
 *      ═════════        ─────────
 */
#ifndef LAYOUT_HEAD_H
#define LAYOUT_HEAD_H

#include "press.h"

/* What the outline says of a head. */
struct head {
    section_ix section; /* or SECTION_NONE, when there is nothing to fold */
    bool is_folded;
};

/*
 * Puts leaf block b as the head of its section. Returns its first line.
 */
uint32_t head_put(
    struct press *p, struct galley *g, block_ix b, struct head head);

#endif
