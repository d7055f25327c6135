/* SPDX-License-Identifier: ISC */
/*
 * about - what --version tells
 */
#ifndef MAIN_ABOUT_H
#define MAIN_ABOUT_H

#include "base/buf.h"

/*
 * Appends the versions, and which parts of the sandbox work on this system.
 * That is asked of the programs themselves, which takes some milliseconds.
 */
void about_add(struct buf *out);

#endif
