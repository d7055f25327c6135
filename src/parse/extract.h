/* SPDX-License-Identifier: ISC */
/*
 * extract - which part of a page is the article
 *
 * Judges every element of gumbo's tree: shown, left out with all in it, or only
 * passed through on the way to the article, so that what stands beside the way
 * is not shown.
 */
#ifndef PARSE_EXTRACT_H
#define PARSE_EXTRACT_H

#include "census.h"
#include "model/article.h"

#include <gumbo.h>
#include <stdbool.h>

struct extract;

enum extract_verdict {
    EXTRACT_KEPT,
    EXTRACT_DROPPED,
    EXTRACT_PASSED, /* neither it nor text directly in it, but elements in it */
};

/*
 * Returns the judgement on a page, whose census is borrowed and marked: it must
 * live as long, and nobody may change the tree but in the order of siblings.
 * draft, borrowed for the call, is what the page says of itself. Takes linear
 * time. Free with extract_free().
 */
struct extract *extract_new(struct census *census, const struct article *draft);
void extract_free(struct extract *e);

/*
 * Tells whether anything was found that reads like an article, or the page is
 * too short to look for one. If not, all is kept but furniture.
 */
bool extract_has_article(const struct extract *e);

/*
 * Returns the row of the article in the census, 0 when there is none.
 */
uint32_t extract_article(const struct extract *e);

/*
 * Returns the verdict on an element of the tree, in constant time. What lies in
 * a dropped element must not be asked for.
 */
enum extract_verdict extract_verdict(
    const struct extract *e, const GumboNode *element);

#endif
