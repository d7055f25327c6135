/* SPDX-License-Identifier: ISC */
/*
 * slug - the name that a heading gets when it has none
 */
#ifndef MODEL_SLUG_H
#define MODEL_SLUG_H

#include "base/buf.h"
#include "base/str.h"

/*
 * Appends the slug of title as GitHub makes it: lower case; letters, marks,
 * numbers, '_' and '-' stay, blanks become '-', all else goes.
 */
void slug_add(struct buf *out, struct str title);

#endif
