/* SPDX-License-Identifier: ISC */
/*
 * tally - how far a command is that does many things, on standard error
 *
 *      49 of 126
 *
 * Only where standard error is a terminal, and gone without a trace when all is
 * done.
 */
#ifndef MAIN_TALLY_H
#define MAIN_TALLY_H

#include <stdint.h>

/*
 * Shows that n_done things of n are done; nothing when these are all.
 */
void tally_show(uint32_t n_done, uint32_t n);

/*
 * Wipes that away, for another line in its place.
 */
void tally_clear(void);

#endif
