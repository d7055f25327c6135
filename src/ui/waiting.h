/* SPDX-License-Identifier: ISC */
/*
 * waiting - what the status bar says while something is loaded
 */
#ifndef UI_WAITING_H
#define UI_WAITING_H

#include "reading.h"

/*
 * Appends what the status bar says while something is being loaded; nothing as
 * long as that has just begun.
 */
void waiting_add_status(const struct reading *r, struct buf *left);

#endif
