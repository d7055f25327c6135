/* SPDX-License-Identifier: ISC */
/*
 * trim - what is no text of the article but stands in it
 */
#ifndef PARSE_TRIM_H
#define PARSE_TRIM_H

#include "census.h"

/*
 * Drops from the article, which is row, its title, who wrote it and when, lists
 * of links, lines that lead elsewhere, calls to share or subscribe, offers with
 * a button, and parts that a heading announces as something else. In a talk it
 * is kept who speaks.
 */
void trim_article(
    struct census *c, uint32_t article, struct str title, bool is_talk);

#endif
