/* SPDX-License-Identifier: ISC */
/*
 * words - how many words a text has
 */
#ifndef BASE_WORDS_H
#define BASE_WORDS_H

#include "base/str.h"

#include <stdint.h>

/*
 * Counts the words of s: runs between white space that hold a letter or digit;
 * each Han, kana or Thai character counts as half a word, rounded up over s.
 */
uint32_t words_count(struct str s);

#endif
