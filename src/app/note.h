/* SPDX-License-Identifier: ISC */
/*
 * note - a text in lines of at most 80 columns
 *
 * For --help and for comments in config files; the texts are those of the
 * tables, in ASCII.
 */
#ifndef APP_NOTE_H
#define APP_NOTE_H

#include "base/buf.h"
#include "base/str.h"

/*
 * Appends the words of text to out in lines that each begin with prefix.
 */
void note_add(struct buf *out, const char *prefix, struct str text);

#endif
