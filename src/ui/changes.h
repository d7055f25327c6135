/* SPDX-License-Identifier: ISC */
/*
 * changes - where two editions of an article differ
 *
 * Paragraphs, headings and other blocks are compared whole: one that reads as
 * before is the same wherever it stands.
 */
#ifndef UI_CHANGES_H
#define UI_CHANGES_H

#include "model/article.h"

#include <stdint.h>

/*
 * Returns what has happened to each block of new, an enum paint_change each,
 * owned. What was in old and is gone is noted at the next block that stayed, or
 * at the last one where nothing follows, but not where something is in its
 * place.
 */
uint8_t *changes_find(const struct article *old, const struct article *new);

#endif
