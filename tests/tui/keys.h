/* SPDX-License-Identifier: ISC */
/*
 * keys - names of keys, and how they are pressed
 *
 * A word of the keys command is one key in angle brackets, as in vi's
 * documentation (<Enter> <Esc> <S-Tab> <C-l> <A-x> <PageDown> <F1> <lt>), or
 * else plain text, which is typed one character after the other.
 */
#ifndef TUI_KEYS_H
#define TUI_KEYS_H

#include "grid.h"

/*
 * Presses what the word names. Returns false, with nothing pressed, when word
 * has the form of a key and names none.
 */
bool keys_press(struct grid *g, const char *word);

#endif
