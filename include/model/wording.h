/* SPDX-License-Identifier: ISC */
/*
 * wording - what an article says, as one text
 *
 * The text of all leaves in reading order, each followed by '\n': what is
 * searched, compared and counted where the shape of an article does not matter.
 * In article.text, leaves follow each other without anything between them, so
 * an offset is not the same in both; wording_place() goes from one to the other.
 */
#ifndef MODEL_WORDING_H
#define MODEL_WORDING_H

#include "base/buf.h"
#include "model/article.h"

#include <stdint.h>

/*
 * Appends the text of all leaves; '\n' in a leaf is a '\n' here, too.
 */
void wording_add(const struct article *a, struct buf *out);

/*
 * Appends the text of leaf b as it stands for more than itself, in a list of
 * contents or as an excerpt: as one line and without the numbers of notes.
 */
void wording_add_line(const struct article *a, block_ix b, struct buf *out);

/*
 * Returns the offset into article.text of the byte at offset at of the prose;
 * one behind the last leaf's is at the end of that leaf. Linear in the number
 * of blocks.
 */
uint32_t wording_place(const struct article *a, size_t at);

#endif
