/* SPDX-License-Identifier: ISC */
/*
 * out - an article written in a format
 *
 * One table of formats: text and ansi print a layout, markdown and html write
 * the article's structure, json what programs want. Each can print the whole
 * article, its contents, its questions, or one section.
 */
#ifndef OUT_OUT_H
#define OUT_OUT_H

#include "base/buf.h"
#include "base/err.h"
#include "model/article.h"
#include "out/opts.h"

/*
 * Appends the article, or the part asked for, to out in the format. Returns
 * false and ERR_NOT_FOUND when there is no such section; a part that is empty
 * (no headings, no questions) is no failure.
 */
bool out_write(const struct article *a, const struct out_opts *opts,
    struct buf *out, struct err *err) __attribute__((warn_unused_result));

#endif
