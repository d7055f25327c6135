/* SPDX-License-Identifier: ISC */
/*
 * breaks - where a line may be broken
 *
 * What libunistring finds is changed in four cases. It does not know rule LB29
 * of UAX 14, which keeps "e.g." and "node.js" whole. Before Unicode 15.1, UAX
 * 14 allowed a break behind a hyphen that begins a word, which tears "-o" and
 * "--width" apart. It allows one behind a slash that begins a word, which leaves
 * the "/" of "/etc" behind. And it breaks addresses behind each "/", though a person
 * wants to copy them whole; they are broken only when they do not fit, which is
 * up to the caller.
 */
#include "breaks.h"

#include "base/mem.h"
#include "base/utf8.h"

#include <unilbrk.h>
#include <uniwbrk.h>

static bool
is_blank(char c)
{
    return c == ' ' || c == '\n';
}

/*
 * Tells whether the hyphen at byte i, or a row of them that ends there, begins
 * a word.
 */
static bool
is_leading_hyphen(struct str text, size_t i)
{
    while (i > 0 && text.ptr[i] == '-')
        i--;
    if (text.ptr[i] == '-')
        return true;
    return is_blank(text.ptr[i]) || strchr("([{\"'`=<,", text.ptr[i]) != NULL;
}

/*
 * Tells whether the slash at byte i begins a word, as in "/etc".
 */
static bool
is_leading_slash(struct str text, size_t i)
{
    return text.ptr[i] == '/' &&
           (i == 0 || is_blank(text.ptr[i - 1]) ||
               strchr("([{\"'`=<,", text.ptr[i - 1]) != NULL);
}

/*
 * Tells whether byte i begins a letter behind one of the signs that rule LB29
 * joins to letters; scripts that are broken anywhere have none such.
 */
static bool
is_letter_behind_sign(struct str text, size_t i)
{
    enum {
        FIRST_JAMO = 0x1100
    };
    uint32_t cp;

    if (!strchr(".,:;", text.ptr[i - 1]))
        return false;
    utf8_decode(text.ptr + i, text.len - i, &cp);
    return cp < FIRST_JAMO && uc_wordbreak_property(cp) == WBP_ALETTER;
}

static bool
is_scheme_part(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           (c >= '0' && c <= '9') || c == '+' || c == '.' || c == '-';
}

static bool
is_address_part(char c)
{
    return c > ' ' && c < 0x7F && strchr("<>\"`|", c) == NULL;
}

/*
 * Takes the breaks out of the address around the "://" at byte i, none of which
 * lies before byte from. Returns where it ends.
 */
static size_t
join_address(struct str text, size_t from, size_t i, char *breaks)
{
    size_t start = i, end = i;

    while (start > from && is_scheme_part(text.ptr[start - 1]))
        start--;
    while (end < text.len && is_address_part(text.ptr[end]))
        end++;
    if (start < i)
        memset(breaks + start + 1, 0, end - start - 1);
    return end;
}

const char *
breaks_find(struct str text, char **array, uint32_t *cap)
{
    *array = mem_grow(*array, cap, (uint32_t)text.len + 1, 1);
    char *breaks = *array;
    size_t done = 0; /* behind the last address */

    u8_possible_linebreaks(
        (const uint8_t *)text.ptr, text.len, "UTF-8", breaks);
    for (size_t i = 0; i < text.len; i++) {
        bool may_break = i > 0 && breaks[i] == UC_BREAK_POSSIBLE;
        breaks[i] = may_break ? BREAKS_MAY : 0;
        if (may_break &&
            ((text.ptr[i - 1] == '-' && is_leading_hyphen(text, i - 1)) ||
                is_leading_slash(text, i - 1) ||
                is_letter_behind_sign(text, i)))
            breaks[i] = 0;
    }
    for (size_t i = str_find(text, STR("://"), 0); i < text.len;
         i = str_find(text, STR("://"), done))
        done = join_address(text, done, i, breaks);
    return breaks;
}

bool
breaks_after(struct str text, uint32_t i)
{
    static const char signs[] = "/?&=.-_,;:";

    if (!strchr(signs, text.ptr[i - 1]) ||
        (i < text.len && strchr(signs, text.ptr[i])))
        return false;
    return !is_leading_slash(text, i - 1) &&
           (text.ptr[i - 1] != '-' || !is_leading_hyphen(text, i - 1));
}
