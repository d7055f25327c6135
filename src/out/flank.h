/* SPDX-License-Identifier: ISC */
/*
 * flank - whether "*", "_" and "~" mean what they should where they stand
 *
 * A delimiter begins or ends an emphasis only if the characters at both of its
 * sides allow it (CommonMark, "left-flanking" and "right-flanking"). Who writes
 * one asks here first, and takes HTML where the answer is no. Where Unicode
 * leaves a doubt the answer is no, too.
 */
#ifndef OUT_FLANK_H
#define OUT_FLANK_H

#include "base/str.h"

#include <stdbool.h>

enum flank {
    FLANK_BLANK, /* white space, or the edge of a line */
    FLANK_SIGN,  /* punctuation of ASCII, as all markup is */
    FLANK_WORD,  /* a letter or digit */
    FLANK_OTHER, /* punctuation of Unicode, or a symbol: parsers differ */
};

/* What stands around and inside an emphasis. */
struct flanks {
    enum flank before, first, last, after;
};

/*
 * Returns what the first or the last character of s is; FLANK_BLANK when s is
 * empty.
 */
enum flank flank_of_first(struct str s);
enum flank flank_of_last(struct str s);

/*
 * Tells whether delimiter, "*", "_" or "~", once or twice, begins and ends an
 * emphasis there.
 */
bool flank_allows(char delimiter, const struct flanks *flanks);

#endif
