/* SPDX-License-Identifier: ISC */
/*
 * piece - what out_write() was asked for, looked up
 *
 * Every writer gets one: the article, the blocks to write, and the options for
 * what only this format knows. A piece is either the whole article or one
 * section of it, whose blocks stand together.
 */
#ifndef OUT_PIECE_H
#define OUT_PIECE_H

#include "layout/outline.h"
#include "model/article.h"
#include "out/opts.h"

struct piece {
    const struct article *a;
    const struct outline *outline;
    const struct out_opts *opts;
    block_ix first, end; /* first is a head when it is a section */
    bool is_section;
    bool has_escapes; /* the format may have them */
};

/*
 * Tells whether section s is one of the contents, and of this piece.
 */
static inline bool
piece_has_entry(const struct piece *p, section_ix s)
{
    const struct section *section = &p->outline->sections[s];

    return section->depth > 0 && section->head >= p->first &&
           section->head < p->end;
}

/*
 * Tells whether section s is a question of this piece.
 */
static inline bool
piece_has_question(const struct piece *p, section_ix s)
{
    const struct section *section = &p->outline->sections[s];

    return section->is_question && section->head >= p->first &&
           section->head < p->end;
}

#endif
