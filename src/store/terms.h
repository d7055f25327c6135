/* SPDX-License-Identifier: ISC */
/*
 * terms - a text as the words that a search knows
 *
 * Words are runs of letters and digits, folded as everywhere in gutread (case
 * and accents do not matter). Where a script is written without blanks between
 * words (Han, kana, Hangul with its endings, Thai and its neighbors), every two
 * neighbors are a word: "世界平和" has the words 世界, 界平, 平和 and, at the end
 * of a run, 和. So a part of any length is found: one character by the words
 * that begin with it, two by one word, more by words in a row.
 *
 *      struct terms t = terms_of(text);
 *      while (terms_next(&t))
 *          use(t.term, t.at, t.len);
 *      terms_done(&t);
 *
 * What is a word is the same for as long as TERMS_VERSION is: texts in the index
 * are taken out of it by their words.
 */
#ifndef STORE_TERMS_H
#define STORE_TERMS_H

#include "base/buf.h"
#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>

enum {
    TERMS_VERSION = 1
};

struct terms {
    struct str text;   /* all of it */
    size_t next;       /* where to go on */
    struct str term;   /* the word: letters and digits only, folded */
    size_t at, len;    /* where it stands in the text */
    bool is_pair;      /* one or two characters of a script without blanks */
    bool is_last;      /* and it is the single one at the end of a run */
    bool is_continued; /* and its first character is in the word before */
    struct buf folded; /* owned: what term points into */
};

/*
 * Begins with a text, which is borrowed; terms_done() ends.
 */
struct terms terms_of(struct str text);

/*
 * Goes to the next word; false when there is none.
 */
bool terms_next(struct terms *t);

/*
 * Frees what t owns.
 */
void terms_done(struct terms *t);

/*
 * Appends the words of text to out, each with a blank behind it.
 */
void terms_add(struct str text, struct buf *out);

/*
 * Appends what finds the words of a query in the index, all of them, in any
 * order; runs of scripts without blanks and words in double quotes are phrases,
 * and while somebody is typing the last word may go on. Returns false and adds nothing when the query
 * has no words. Nothing of the query but letters and digits is in it.
 */
bool terms_add_query(struct str query, bool is_typing, struct buf *out);

#endif
