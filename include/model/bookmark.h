/* SPDX-License-Identifier: ISC */
/*
 * bookmark - a place in an article that survives another edition of it
 *
 * An offset alone is lost as soon as a page gets a new first paragraph, or a
 * better extraction takes another notice away. A bookmark holds the offset, the
 * text around it and the heading above it; bookmark_find() asks them in turn:
 *
 *   1. the text around the offset is what it was: the place is the offset;
 *   2. else the place where most of the text around it is found again, the
 *      nearest of several that are as good;
 *   3. else as far behind the heading as it was;
 *   4. else the same part of the whole article.
 *
 * What is compared are letters and digits, whatever their case in ASCII: not
 * blanks, not punctuation, not where a block ends.
 *
 * A bookmark is a value without pointers. As bytes it is the same on every
 * machine, and it holds some of the text of the article.
 */
#ifndef MODEL_BOOKMARK_H
#define MODEL_BOOKMARK_H

#include "base/buf.h"
#include "base/err.h"
#include "model/article.h"

#include <stdbool.h>
#include <stdint.h>

enum {
    BOOKMARK_CONTEXT = 96 /* bytes of letters kept on each side */
};

struct bookmark {
    uint32_t at;      /* offset into article.text */
    uint32_t n_text;  /* bytes of text that the article had to read */
    uint32_t depth;   /* bytes from the start of the heading to the place */
    uint64_t heading; /* what tells the heading above; 0: there is none */
    uint8_t n_before, n_after;
    char before[BOOKMARK_CONTEXT]; /* letters in front of the place */
    char after[BOOKMARK_CONTEXT];  /* and from there on */
};

/*
 * Returns the bookmark of the place at, an offset into article.text; one behind
 * all text counts as its end.
 */
struct bookmark bookmark_make(const struct article *a, uint32_t at);

/*
 * Returns the place in a, an article of the same source, that the bookmark
 * means: an offset where a character begins, or the end of the text. Takes time
 * linear in the size of a, and not much where the text is what it was.
 */
uint32_t bookmark_find(const struct article *a, const struct bookmark *mark);

/*
 * Appends the bytes of the bookmark to out.
 */
void bookmark_encode(const struct bookmark *mark, struct buf *out);

/*
 * Makes out_mark of such bytes; false when they are none. Nothing in them is
 * believed.
 */
bool bookmark_decode(struct str bytes, struct bookmark *out_mark)
    __attribute__((warn_unused_result));

#endif
