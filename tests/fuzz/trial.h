/* SPDX-License-Identifier: ISC */
/*
 * trial - what must hold of every article, however it came about
 *
 * Each function ends the program with what is broken; that is what a fuzzer
 * looks for.
 *
 * What a trial looks at is chosen by a number. Targets that read documents take
 * it from the end of the document, which stays where it is: a document begins
 * with what decides what it is, and any document can be a file of the corpus.
 */
#ifndef FUZZ_TRIAL_H
#define FUZZ_TRIAL_H

#include "base/buf.h"
#include "base/str.h"
#include "model/article.h"

#include <stdbool.h>
#include <stdint.h>

/*
 * Sees to it that characters have widths, and returns the number that the end
 * of the bytes stands for.
 */
uint32_t trial_begin(struct str bytes);

/*
 * Ends the program with what is broken unless it is right.
 */
void trial_require(bool is_right, const char *what);

/*
 * Tries the article: the check, there and back through its encoded form, its
 * layout at a few widths with folds open and some closed, all outputs.
 */
void trial_run(const struct article *a, uint32_t choice);

/*
 * Appends the article as Markdown to out.
 */
void trial_add_markdown(const struct article *a, struct buf *out);

/*
 * Tells whether two articles have the same encoded form.
 */
bool trial_is_same(const struct article *a, const struct article *b);

#endif
