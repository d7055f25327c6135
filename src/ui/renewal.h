/* SPDX-License-Identifier: ISC */
/*
 * renewal - what is shown, from its source once more
 */
#ifndef UI_RENEWAL_H
#define UI_RENEWAL_H

#include "reading.h"

/*
 * Begins to load the article that is shown again, or its feed when its text is
 * from there.
 */
void renewal_start(struct reading *r);

#endif
