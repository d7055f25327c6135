/* SPDX-License-Identifier: ISC */
/*
 * importing - what other programs have kept, taken into the library
 */
#ifndef MAIN_IMPORTING_H
#define MAIN_IMPORTING_H

#include "cabinet.h"

#include <stdbool.h>

/*
 * Takes in the file of --import. Everything in it is noted at once, as one
 * change; then the pages and feeds that are not here yet are loaded. What was
 * interrupted goes on where it was when the file is imported again.
 */
bool importing_run(struct cabinet *c);

#endif
