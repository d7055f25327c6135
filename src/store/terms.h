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
 * Signs are words, too: what Unicode calls a symbol, arrows and emoji among them,
 * an emoji of several characters as one, without tones of skin, and a row of the
 * same sign once. Of ASCII only what belongs to a word is a sign: "C++", "C#",
 * "#tag", ".NET", "@ann" have the words c ＋＋, c ＃, ＃ tag, ．net, ＠ ann.
 *
 *      struct terms t = terms_of(text);
 *      while (terms_next(&t))
 *          use(t.term, t.at, t.len);
 *      terms_done(&t);
 *
 * Texts are taken out of the index by their words, so what is a word in a version
 * of the rules stays so; those of before are kept.
 */
#ifndef STORE_TERMS_H
#define STORE_TERMS_H

#include "base/buf.h"
#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>

enum {
    TERMS_WITHOUT_SIGNS = 1,
    TERMS_VERSION = 2, /* of the rules above */
};

struct terms {
    struct str text; /* all of it */
    size_t next;     /* where to go on */
    struct str term; /* the word: letters and digits only, folded; or a sign */
    size_t at, len;  /* where it stands in the text */
    int version;     /* of the rules */
    bool is_sign;
    bool is_ascii;     /* the sign stands there in ASCII */
    bool is_attached;  /* nothing parts it from the word before */
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
 * Tells whether what is looked for may begin with the word of a query that t is
 * at; with is_typing the end of t's text is where somebody types.
 */
bool terms_is_beginning(const struct terms *t, bool is_typing);

/*
 * Frees what t owns.
 */
void terms_done(struct terms *t);

/*
 * Appends the words of text to out, each with a blank behind it, by that version
 * of the rules.
 */
void terms_add(struct str text, int version, struct buf *out);

/* How the words of a query are meant. */
struct terms_query {
    struct str text;
    bool is_typing; /* the last word may go on */
    bool is_exact;  /* what is written without a blank stands so in the text,
                       with its signs; else signs of ASCII do not count */
};

/*
 * Appends what finds the words of a query in the index, all of them, in any
 * order; runs of scripts without blanks and words in double quotes are phrases.
 * Returns false and adds nothing when the query has no words. Nothing of the
 * query but letters, digits and signs, none of ASCII, is in it.
 */
bool terms_add_query(const struct terms_query *query, struct buf *out);

#endif
