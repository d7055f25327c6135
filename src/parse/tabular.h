/* SPDX-License-Identifier: ISC */
/*
 * tabular - what a table of a page is for
 *
 * Authors put tables around pictures, menus, whole pages, and code with its
 * line numbers. Shown as columns these are hard to read in a terminal or
 * not at all.
 */
#ifndef PARSE_TABULAR_H
#define PARSE_TABULAR_H

#include <gumbo.h>
#include <stdbool.h>

enum tabular {
    TABULAR_DATA,
    TABULAR_FRAME, /* only places what is in it */
    TABULAR_CODE,  /* each row is a line of code */
};

/*
 * Returns what a <table> is for. Takes time linear in what is in it but not in
 * a table inside.
 */
enum tabular tabular_judge(const GumboNode *table);

/*
 * Tells whether a cell holds the line numbers of the code in the next one.
 */
bool tabular_is_gutter(const GumboNode *cell);

#endif
