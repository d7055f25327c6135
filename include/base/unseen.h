/* SPDX-License-Identifier: ISC */
/*
 * unseen - what is in a text and leaves nothing on a screen
 *
 * Joiners, variants, marks and directions have their work in some scripts and
 * in emoji, and there they are kept. Everywhere else they only hide something:
 * words from a search, bytes behind a letter, a line under a heap of accents.
 *
 * It judges one code point after the other and never changes its mind about an
 * earlier one. base/utf8.h cleans with it; nobody else needs it.
 *
 *      struct unseen u = {0};
 *      if (!unseen_is_idle(&u, 0x200D, 'b'))
 *          unseen_note(&u, 0x200D);
 */
#ifndef BASE_UNSEEN_H
#define BASE_UNSEEN_H

#include "base/str.h"

#include <stdint.h>

/* What was kept of a text so far. */
struct unseen {
    uint32_t last;    /* code point; 0: the text has just begun */
    uint32_t n_marks; /* combining ones at the end */
};

/*
 * Tells whether nobody ever sees cp or what it does: tags, invisible operators,
 * blank letters, formats out of use, annotations, a byte order mark.
 */
bool unseen_is_barred(uint32_t cp);

/*
 * Tells whether cp begins or ends an embedding, an override or an isolate.
 */
bool unseen_is_bidi(uint32_t cp);

/*
 * Tells whether cp has no work behind what was kept and before next, which is 0
 * at the end of a text. At both ends what may have work counts as if it
 * had: a text can come in pieces.
 */
bool unseen_is_idle(const struct unseen *u, uint32_t cp, uint32_t next);

/*
 * Takes note that cp is kept.
 */
void unseen_note(struct unseen *u, uint32_t cp);

/*
 * Returns where in rest the end of the embedding or isolate that cp begins
 * stands, when it is the next bidi control on the line; else rest.len. The text
 * between is shown in its own order, so that both can go.
 */
size_t unseen_find_end(uint32_t cp, struct str rest);

#endif
