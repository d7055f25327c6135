/* SPDX-License-Identifier: ISC */
/*
 * hidden - what no reader sees
 */
#ifndef PARSE_HIDDEN_H
#define PARSE_HIDDEN_H

#include "census.h"

/*
 * Drops what is hidden by an attribute, a style or a class, but not what waits
 * to be opened, and not what holds nearly all text of the page: a script will
 * show it.
 */
void hidden_drop(struct census *c);

/*
 * Takes out of attrs what would hide an element that was judged to be shown.
 */
void hidden_show(struct attrs *attrs);

#endif
