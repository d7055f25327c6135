/* SPDX-License-Identifier: ISC */
/*
 * weave - nested elements from the flat spans of a leaf
 *
 * A span says by itself everything that its text is; markup has elements around
 * several spans. A weave tells where elements begin and end, each around as
 * many spans as can be, always properly nested:
 *
 *      spans    [ "a" em ][ "b" em strong ][ "c" strong ]
 *      steps    open em, "a", open strong, "b", close strong, close em,
 *               open strong, "c", close strong
 *
 * Images and references to notes are no elements but spans to be told as such:
 * what they are stands in their roles, and a reference has no link here.
 */
#ifndef OUT_WEAVE_H
#define OUT_WEAVE_H

#include "model/article.h"

/* X(constant, role or 0, tag), outer ones first where they begin together */
#define WEAVE_ELEMENTS(X)                                                      \
    X(WEAVE_LINK, 0, "a")                                                      \
    X(WEAVE_MARK, ROLE_MARK, "mark")                                           \
    X(WEAVE_INSERT, ROLE_INSERT, "ins")                                        \
    X(WEAVE_SUB, ROLE_SUB, "sub")                                              \
    X(WEAVE_SUP, ROLE_SUP, "sup")                                              \
    X(WEAVE_KBD, ROLE_KBD, "kbd")                                              \
    X(WEAVE_STRIKE, ROLE_STRIKE, "del")                                        \
    X(WEAVE_STRONG, ROLE_STRONG, "strong")                                     \
    X(WEAVE_EM, ROLE_EM, "em")                                                 \
    X(WEAVE_CODE, ROLE_CODE, "code")

enum weave_element {
#define X(constant, role, tag) constant,
    WEAVE_ELEMENTS(X)
#undef X
    WEAVE_ELEMENT_COUNT
};

enum weave_step {
    WEAVE_OPEN,  /* element begins: from span to until */
    WEAVE_CLOSE, /* element ends */
    WEAVE_TEXT,  /* the span itself */
    WEAVE_END
};

struct weave {
    const struct article *a;
    uint32_t span;  /* what the last step was about */
    uint32_t until; /* OPEN: one past the last span of the element */
    enum weave_element element; /* OPEN, CLOSE */

    uint32_t next, end; /* spans that are left */
    uint32_t open;      /* set of 1 << element: those that are open */
    uint32_t n_open;    /* innermost last: */
    uint8_t elements[WEAVE_ELEMENT_COUNT];
    uint32_t ends[WEAVE_ELEMENT_COUNT];
    uint32_t run_ends[WEAVE_ELEMENT_COUNT]; /* how far an element was seen */
};

/*
 * Returns a weave of the spans of leaf b.
 */
struct weave weave_begin(const struct article *a, block_ix b);

/*
 * Goes to the next step. All steps of a leaf take time linear in its spans.
 */
enum weave_step weave_next(struct weave *w);

/*
 * Returns which elements the span is in, as a set of 1 << element.
 */
uint32_t weave_elements(const struct span *span);

/*
 * Returns the name of the HTML element.
 */
const char *weave_tag(enum weave_element element);

#endif
