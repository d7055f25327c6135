/* SPDX-License-Identifier: ISC */
/*
 * month - the names of months, in many languages
 */
#ifndef PARSE_MONTH_H
#define PARSE_MONTH_H

#include "base/str.h"

/*
 * Returns the number of the month that word names, whole or cut off behind
 * three letters or more, whatever its case and accents; 0 for none.
 */
int month_find(struct str word);

#endif
