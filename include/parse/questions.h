/* SPDX-License-Identifier: ISC */
/*
 * questions - finds what is asked and answered in an FAQ
 */
#ifndef PARSE_QUESTIONS_H
#define PARSE_QUESTIONS_H

#include "model/build.h"
#include "parse/phrases.h"

/*
 * Marks as BLOCK_IS_QUESTION what asks in the parts of b that are announced as
 * an FAQ, or in all of it when its title says so: headings, paragraphs in bold
 * or that begin with "Q:", terms and summaries, each only if something follows
 * that can be its answer.
 */
void questions_mark(struct build *b, const struct phrases *phrases);

#endif
