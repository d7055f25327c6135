/* SPDX-License-Identifier: ISC */
/*
 * flank - whether "*", "_" and "~" mean what they should where they stand
 *
 * The rules are the same for both ends, read in the other direction.
 */
#include "flank.h"

#include "base/utf8.h"
#include "base/words.h"

static bool
is_ascii_alnum(uint32_t cp)
{
    return (cp >= '0' && cp <= '9') || (cp >= 'A' && cp <= 'Z') ||
           (cp >= 'a' && cp <= 'z');
}

/*
 * Tells whether cp is of the category Zs, or a line end.
 */
static bool
is_blank(uint32_t cp)
{
    return utf8_is_space(cp) || cp == 0xA0 || cp == 0x2007 || cp == 0x202F;
}

static enum flank
flank_of(struct str character, uint32_t cp)
{
    if (is_blank(cp))
        return FLANK_BLANK;
    if (cp < 0x80)
        return is_ascii_alnum(cp) ? FLANK_WORD : FLANK_SIGN;
    return words_count(character) > 0 ? FLANK_WORD : FLANK_OTHER;
}

enum flank
flank_of_first(struct str s)
{
    uint32_t cp;

    if (s.len == 0)
        return FLANK_BLANK;
    size_t len = utf8_decode(s.ptr, s.len, &cp);
    return flank_of(str_slice(s, 0, len), cp);
}

enum flank
flank_of_last(struct str s)
{
    size_t start = s.len;

    while (start > 0 && ((unsigned char)s.ptr[--start] & 0xC0) == 0x80)
        continue;
    return flank_of_first(str_slice(s, start, s.len));
}

/*
 * Tells whether a delimiter works between what is outside and inside of it.
 */
static bool
allows_side(char delimiter, enum flank outside, enum flank inside)
{
    bool is_free = outside == FLANK_BLANK || outside == FLANK_SIGN;

    if (inside == FLANK_BLANK)
        return false;
    return is_free || (inside == FLANK_WORD && delimiter != '_');
}

bool
flank_allows(char delimiter, const struct flanks *flanks)
{
    return allows_side(delimiter, flanks->before, flanks->first) &&
           allows_side(delimiter, flanks->after, flanks->last);
}
