/* SPDX-License-Identifier: ISC */
/*
 * matter - what an article says of itself, as YAML before its Markdown
 */
#ifndef OUT_MATTER_H
#define OUT_MATTER_H

#include "base/buf.h"
#include "model/article.h"
#include "out/opts.h"

/*
 * Appends front matter with the facts that are known, its fences included;
 * nothing when none is. Of opts, tags are added to those of the article, and an
 * order takes the place of its own.
 */
void matter_add(
    const struct article *a, const struct out_opts *opts, struct buf *out);

#endif
