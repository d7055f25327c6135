/* SPDX-License-Identifier: ISC */
/*
 * words - how many words a text has
 */
#include "base/words.h"

#include "base/utf8.h"

#include <stdbool.h>
#include <unictype.h>

/*
 * Tells whether cp belongs to a script that writes words without blanks.
 */
static bool
is_unspaced(uint32_t cp)
{
    return (cp >= 0x0E00 && cp <= 0x0EFF) || /* Thai, Lao */
           (cp >= 0x3040 && cp <= 0x30FF) || /* kana */
           (cp >= 0x3400 && cp <= 0x9FFF) || /* Han */
           (cp >= 0xF900 && cp <= 0xFAFF) || (cp >= 0x20000 && cp <= 0x3FFFF);
}

static bool
is_word_part(uint32_t cp)
{
    return uc_is_property_alphabetic(cp) ||
           uc_is_general_category_withtable(cp, UC_CATEGORY_MASK_N);
}

/*
 * Counts the words that begin in the ASCII at *at of s, and goes to its end.
 * Without a branch for what a byte is, which nobody can predict.
 */
static uint32_t
count_ascii_words(struct str s, size_t *at, bool *is_in_word)
{
    uint32_t n_words = 0;
    bool is_in = *is_in_word;
    size_t i = *at;

    for (; i < s.len && (unsigned char)s.ptr[i] < 0x80; i++) {
        unsigned char c = (unsigned char)s.ptr[i];
        bool is_part = ((c | 0x20u) - 'a' < 26u) | ((unsigned)(c - '0') < 10u);
        bool is_space = (c == ' ') | ((unsigned)(c - '\t') < 5u);
        n_words += is_part & !is_in;
        is_in = (is_in | is_part) & !is_space;
    }
    *at = i;
    *is_in_word = is_in;
    return n_words;
}

uint32_t
words_count(struct str s)
{
    uint32_t n_words = 0, n_unspaced = 0;
    bool is_in_word = false;

    for (size_t i = 0;;) {
        uint32_t cp;
        n_words += count_ascii_words(s, &i, &is_in_word);
        if (i == s.len)
            break;
        i += utf8_decode(s.ptr + i, s.len - i, &cp);
        if (is_unspaced(cp)) {
            n_unspaced += is_word_part(cp);
            is_in_word = false;
        } else if (utf8_is_space(cp)) {
            is_in_word = false;
        } else if (!is_in_word && is_word_part(cp)) {
            is_in_word = true;
            n_words++;
        }
    }
    return n_words + (n_unspaced + 1) / 2;
}
