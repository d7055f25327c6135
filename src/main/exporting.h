/* SPDX-License-Identifier: ISC */
/*
 * exporting - the library as files that others read
 */
#ifndef MAIN_EXPORTING_H
#define MAIN_EXPORTING_H

#include "cabinet.h"

#include <stdbool.h>

/*
 * Writes to the place of --export: subscriptions as OPML into a file that ends
 * in .opml or .xml; everything that is known, without the texts, as JSON into
 * one that ends in .json or, with "-", to standard output; the texts of all that
 * is saved or was read into a folder, a Markdown file each.
 */
bool exporting_run(struct cabinet *c);

#endif
