/* SPDX-License-Identifier: ISC */
/*
 * utf8 - text as characters and as cells
 *
 * Decoding, repair and cleaning of UTF-8, steps by grapheme cluster (UAX 29,
 * extended), and the one function that says how many cells of a terminal a text
 * takes. Cells are counted as the C library's wcwidth() does, code point by
 * code point, because that is what ncurses believes; a terminal that draws an
 * emoji sequence narrower leaves a gap, but nothing is out of its place.
 *
 * wcwidth() needs a locale whose charset is UTF-8: call utf8_start() first.
 */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include "base/buf.h"
#include "base/str.h"

#include <stdint.h>

#define UTF8_REPLACEMENT 0xFFFDu

/*
 * Takes the character type from the user's locale, and from C.UTF-8 when that
 * is not UTF-8. Returns false when neither can be had: then only ASCII has a
 * width. Call once, at the start of main().
 */
bool utf8_start(void);

/*
 * Decodes the first code point of the len > 0 bytes at ptr and returns how many
 * bytes it takes, at least 1. Malformed bytes give UTF8_REPLACEMENT for each
 * maximal subpart (Unicode, section 3.9).
 */
size_t utf8_decode(const char *ptr, size_t len, uint32_t *out_cp);

/*
 * Writes cp to the 4 bytes at out and returns how many it took.
 */
size_t utf8_encode(uint32_t cp, char out[4]);

/*
 * Appends cp to b; one that cannot be encoded becomes UTF8_REPLACEMENT.
 */
void utf8_add_cp(struct buf *b, uint32_t cp);

/*
 * Tells whether all of s is ASCII.
 */
bool utf8_is_ascii(struct str s);

/*
 * Tells whether all of s is well-formed UTF-8.
 */
bool utf8_is_valid(struct str s);

/*
 * Tells whether text may hold cp: everything but controls (C0 other than '\n',
 * DEL, C1), surrogates, noncharacters, bidi embeddings, overrides and isolates,
 * U+2028 and U+2029, and what is never seen (unseen_is_barred()).
 */
bool utf8_is_clean_cp(uint32_t cp);

/*
 * Tells whether all of s is valid UTF-8 made of clean code points.
 */
bool utf8_is_clean(struct str s);

/*
 * Appends s to b, made clean: malformed bytes and noncharacters become U+FFFD;
 * CR LF, CR, U+0085, U+2028 and U+2029 become '\n'; a tab becomes a blank. Bidi
 * controls become a visible mark such as "<U+202E>"; but an embedding or isolate
 * with its end goes, as its text is shown in its own order. Everything else that
 * is not clean is left out, and so is what only hides something where it stands
 * (unseen_is_idle()). What is added passes utf8_is_clean().
 */
void utf8_add_clean(struct buf *b, struct str s);

/*
 * The same for a text that goes on behind another one, which is clean: what has
 * its work there has it, and a heap of marks does not begin anew.
 */
void utf8_add_clean_behind(struct buf *b, struct str s, struct str before);

/*
 * Returns the length in bytes of the grapheme cluster at the start of s, which
 * must be valid; 0 only when s is empty.
 */
size_t utf8_grapheme(struct str s);

/*
 * Returns the cells that cp takes: 0, 1 or 2. Controls take none, and so does
 * the soft hyphen, which is invisible unless a line breaks there.
 */
unsigned utf8_cp_cols(uint32_t cp);

/*
 * Returns the cells that s takes, the sum over its code points.
 */
size_t utf8_cols(struct str s);

/*
 * Returns the longest prefix of s, whole grapheme clusters only, that takes at
 * most cols cells, and its width in out_cols.
 */
struct str utf8_fit(struct str s, size_t cols, size_t *out_cols);

/*
 * Tells whether cp is white space that collapses and breaks lines: not the
 * no-break spaces.
 */
bool utf8_is_space(uint32_t cp);

/*
 * Appends s to b in lower case (full Unicode mapping, no locale).
 */
void utf8_add_lower(struct buf *b, struct str s);

/*
 * Appends s to b folded for search: NFKD, marks dropped, case folded. Two texts
 * that differ only in case or accents fold to the same bytes.
 */
void utf8_add_folded(struct buf *b, struct str s);

#endif
