/* SPDX-License-Identifier: ISC */
/*
 * inline - elements inside paragraphs
 */
#ifndef PARSE_INLINE_H
#define PARSE_INLINE_H

#include "frame.h"

/*
 * Begins the inline element e, whose frame is the innermost.
 */
void inline_open(struct flow *f, enum element e, const struct attrs *attrs);

/*
 * Ends the inline element whose frame is the innermost.
 */
void inline_close(struct flow *f);

#endif
