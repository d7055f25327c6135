/* SPDX-License-Identifier: ISC */
/*
 * accordion - parts of a page that a script opens when they are asked for
 */
#ifndef PARSE_ACCORDION_H
#define PARSE_ACCORDION_H

#include "base/arena.h"

#include <gumbo.h>

/*
 * Makes details of what opens and the panel behind it in gumbo's tree at root,
 * whose memory is in arena. Where a heading opens, it stays one. Panels are not
 * hidden any more. Takes linear time.
 */
void accordion_open(GumboNode *root, struct arena *arena);

#endif
