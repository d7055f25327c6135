/* SPDX-License-Identifier: ISC */
/*
 * phrases - how parts of articles are announced, in many languages
 *
 * Case, accents, punctuation, emoji and leading numbers make no difference.
 */
#ifndef PARSE_PHRASES_H
#define PARSE_PHRASES_H

#include "base/buf.h"
#include "base/str.h"

enum phrases_topic {
    PHRASES_CONTENTS,
    PHRASES_QUESTIONS,
    PHRASES_TOPICS
};

enum phrases_fit {
    PHRASES_NONE,
    PHRASES_PART, /* the text begins or ends with the phrase */
    PHRASES_WHOLE
};

struct phrases;

/*
 * Returns the phrases, ready to be compared with; free with phrases_free().
 */
struct phrases *phrases_new(void);
void phrases_free(struct phrases *p);

/*
 * Returns how well text fits the best of the phrases for the topic. Text of
 * more than a line is none.
 */
enum phrases_fit phrases_match(
    const struct phrases *p, struct str text, enum phrases_topic topic);

/*
 * Appends text as phrases are compared: folded, words parted by single blanks,
 * without numbers at the start.
 */
void phrases_add_folded(struct buf *out, struct str text);

#endif
