/* SPDX-License-Identifier: ISC */
/*
 * matter - what an article says of itself, as YAML before its Markdown
 */
#ifndef OUT_MATTER_H
#define OUT_MATTER_H

#include "base/buf.h"
#include "model/article.h"

/*
 * Appends front matter with the facts that are known, its fences included;
 * nothing when none is. tags, a line each, are added to those of the article.
 */
void matter_add(const struct article *a, struct str tags, struct buf *out);

#endif
