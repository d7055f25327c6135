/* SPDX-License-Identifier: ISC */
/*
 * motion - moving about in the article that is read
 */
#ifndef UI_MOTION_H
#define UI_MOTION_H

#include "reading.h"

/*
 * Does the actions that move: by lines, pages, headings, to the ends, to the
 * side. Ignores all others. There must be an article.
 */
view_reaction motion_act(struct reading *r, enum action action, unsigned count);

#endif
