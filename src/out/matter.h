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
 * nothing when none is.
 */
void matter_add(const struct article *a, struct buf *out);

#endif
