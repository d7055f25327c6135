/* SPDX-License-Identifier: ISC */
/*
 * faq - the questions that a page says it answers
 *
 * Pages name their questions for search engines, in JSON-LD or microdata. What
 * the article shows of them is marked.
 */
#ifndef PARSE_FAQ_H
#define PARSE_FAQ_H

#include "base/buf.h"
#include "census.h"
#include "model/build.h"

#include <stdbool.h>

struct faq_pair {
    struct buf question, folded;
    struct buf answer; /* HTML; empty if it is not known */
};

/* Zero is a valid empty value. */
struct faq {
    struct faq_pair *pairs;
    uint32_t n, cap;
    bool is_shown; /* the page shows one, though perhaps not in its article */
};

/*
 * Reads the questions of a page, nothing of which may have been dropped yet.
 */
void faq_read(struct faq *f, const struct census *c);

/*
 * Reads the questions in the text of a script with JSON-LD.
 */
void faq_read_script(struct faq *f, struct str text);
void faq_done(struct faq *f);

/*
 * Marks the blocks of b that ask one of the questions. Returns whether there
 * are any.
 */
bool faq_mark(const struct faq *f, struct build *b);

#endif
