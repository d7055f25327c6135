/* SPDX-License-Identifier: ISC */
/*
 * prose - the text of one paragraph as it is shown
 *
 * A paragraph on the screen is more than the text of its block: images say that
 * they are one, notes and links have numbers, marks stand in front. Prose puts
 * such pieces together to one text, which can be measured and broken into
 * lines, and remembers of each byte where it comes from.
 *
 *      text    "See the guide[2] and [▣ a bean]."
 *      pieces   body    body |  body own   body    body
 *                            own
 *
 * A zeroed struct prose is empty. It keeps its memory from text to text.
 */
#ifndef LAYOUT_PROSE_H
#define LAYOUT_PROSE_H

#include "refs.h"
#include "sheet.h"

#define PROSE_NOWHERE UINT32_MAX /* the place of text that has none */

enum piece_kind {
    PIECE_BODY,  /* of the article, where the reader reads */
    PIECE_ASIDE, /* of the article, but said again: a label */
    PIECE_OWN,   /* not of the article */
};

struct piece {
    uint32_t from; /* offset into prose.text */
    uint32_t at;   /* offset into article.text, if it is of the article */
    struct look look;
    uint8_t kind; /* enum piece_kind */
};

struct prose {
    struct buf text;
    struct piece *pieces;
    uint32_t n_pieces, cap_pieces;
    uint32_t cursor; /* the piece looked at last; lines come in order */
    bool is_text;    /* pictures in text are not told */
};

/* Where a range of prose stands in the article. */
struct place {
    uint32_t from, to; /* or PROSE_NOWHERE, both */
};

/*
 * Empties p for the next paragraph.
 */
void prose_clear(struct prose *p);

/*
 * Adds text that is not of the article.
 */
void prose_add_own(struct prose *p, struct str text, struct look look);

/*
 * Adds a piece of the article as it is, of kind PIECE_BODY or PIECE_ASIDE.
 */
void prose_add_text(struct prose *p, const struct article *a,
    struct text_ref text, struct look look, enum piece_kind kind);

/*
 * Tells whether leaf block b shows or plays something, and says nothing else.
 */
bool prose_is_picture(const struct article *a, block_ix b);

/*
 * Adds the text of leaf block b in the look of key, with what makes its roles
 * and links plain: "[▣ a bean]", "x^2", "the guide[2]". Links that show
 * their address already, or lead to a place in this article, get nothing more.
 */
void prose_add_leaf(struct prose *p, const struct article *a, block_ix b,
    enum theme_key key, struct refs *refs);

/*
 * Does the same for a label of at most cols cells: its text is an aside and its
 * links are not told. Returns the cells that are left; when it was cut, 0.
 */
uint32_t prose_add_label(struct prose *p, const struct article *a, block_ix b,
    enum theme_key key, uint32_t cols);

/*
 * Returns where the bytes from up to to stand in the article: from the first of
 * them that is body to behind the last.
 */
struct place prose_place(struct prose *p, uint32_t from, uint32_t to);

/*
 * Adds the bytes from up to to as runs to the last line of sheet, beginning at
 * column col; without what has no width and no look, such as soft hyphens.
 */
void prose_put(struct prose *p, struct sheet *sheet, uint32_t from, uint32_t to,
    uint32_t col);

/*
 * Returns the look of byte i.
 */
struct look prose_look(struct prose *p, uint32_t i);

/*
 * Frees what p holds and leaves it empty.
 */
void prose_done(struct prose *p);

#endif
