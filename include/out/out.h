/* SPDX-License-Identifier: ISC */
/*
 * out - an article written in a format
 *
 * One table of formats: text and ansi print a layout, markdown and html write
 * the article's structure, json what programs want. Each can print the whole
 * article, its contents, its questions, or one section. A feed is written as an
 * article with a section for each entry, and in JSON as what it is.
 */
#ifndef OUT_OUT_H
#define OUT_OUT_H

#include "base/buf.h"
#include "base/err.h"
#include "model/article.h"
#include "model/feed.h"
#include "out/opts.h"

/*
 * Appends the article, or the part asked for, to out in the format. Returns
 * false and ERR_NOT_FOUND when there is no such section; a part that is empty
 * (no headings, no questions) is no failure.
 */
bool out_write(const struct article *a, const struct out_opts *opts,
    struct buf *out, struct err *err) __attribute__((warn_unused_result));

/*
 * Appends the feed as out_write() does an article; its contents are the titles of
 * its entries.
 */
bool out_write_feed(const struct feed *f, const struct out_opts *opts,
    struct buf *out, struct err *err) __attribute__((warn_unused_result));

/*
 * Finds the entry that section names as it would name one of an article: by its
 * title, the beginning of that, or its number. FEED_NONE and ERR_NOT_FOUND when
 * there is none.
 */
feed_ix out_find_entry(
    const struct feed *f, struct str section, struct err *err);

#endif
