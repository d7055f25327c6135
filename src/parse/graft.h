/* SPDX-License-Identifier: ISC */
/*
 * graft - puts parts of a streamed page where its script would put them
 */
#ifndef PARSE_GRAFT_H
#define PARSE_GRAFT_H

#include <gumbo.h>

/*
 * Lets every hidden part at the end of the page that belongs to a placeholder
 * change places with it. Takes time in the size of the tree, times the logarithm
 * of the number of placeholders.
 */
void graft_parts(GumboNode *root);

#endif
