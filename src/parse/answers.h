/* SPDX-License-Identifier: ISC */
/*
 * answers - a section for questions that a page answers but does not show
 */
#ifndef PARSE_ANSWERS_H
#define PARSE_ANSWERS_H

#include "faq.h"
#include "where.h"

/*
 * Adds a section with all questions of f that have an answer at the end of b, in
 * which links are seen from where the page's are.
 */
void answers_add(
    const struct faq *f, struct build *b, const struct where *where);

#endif
