/* SPDX-License-Identifier: ISC */
/*
 * answers - a section for questions that a page answers but does not show
 */
#ifndef PARSE_ANSWERS_H
#define PARSE_ANSWERS_H

#include "faq.h"

/*
 * Adds a section with all questions of f that have an answer at the end of b, in
 * which links are seen from base_url.
 */
void answers_add(const struct faq *f, struct build *b, struct str base_url);

#endif
