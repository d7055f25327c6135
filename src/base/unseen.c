/* SPDX-License-Identifier: ISC */
/*
 * unseen - what is in a text and leaves nothing on a screen
 *
 * The rules for joiners follow RFC 5892 (appendix A) and those of emoji
 * (UTS 51), a little wider: after a letter of a script that joins they always
 * stay. The bound on marks is what a cell of a terminal shows, and more than any
 * language stacks.
 */
#include "base/unseen.h"

#include <unictype.h>

enum {
    MAX_MARKS = 8,
    LINE_MARK = 0x200E, /* left-to-right; the other is next to it */
    SOFT_HYPHEN = 0x00AD,
    VARIANT_EMOJI = 0xFE0F,
    ZERO_WIDTH_SPACE = 0x200B,
    NON_JOINER = 0x200C,
    JOINER = 0x200D,
    WORD_JOINER = 0x2060,
    ARABIC_MARK = 0x061C,
    VOWEL_SEPARATOR = 0x180E,
    GRAPHEME_JOINER = 0x034F,
};

bool
unseen_is_barred(uint32_t cp)
{
    static const struct {
        uint32_t first, last;
    } barred[] = {
        {0x17B4, 0x17B5}, /* vowels of Khmer that are not written */
        {0x2061, 0x2065}, /* operators */
        {0x206A, 0x206F}, /* formats out of use */
        {0x3164, 0x3164}, /* letters of Hangul that are blank */
        {0xFEFF, 0xFEFF},
        {0xFFA0, 0xFFA0},
        {0xFFF0, 0xFFFB},   /* annotations, and what has no meaning yet */
        {0x1BCA0, 0x1BCA3}, /* steps of shorthand */
        {0x1D173, 0x1D17A}, /* beams of music */
        {0xE0000, 0xE00FF}, /* tags */
        {0xE01F0, 0xE0FFF},
    };

    if (cp < barred[0].first || (cp > 0x3164 && cp < 0xFEFF))
        return false;
    for (size_t i = 0; i < sizeof barred / sizeof *barred; i++)
        if (cp >= barred[i].first && cp <= barred[i].last)
            return true;
    return false;
}

bool
unseen_is_bidi(uint32_t cp)
{
    return (cp >= 0x202A && cp <= 0x202E) || (cp >= 0x2066 && cp <= 0x2069);
}

static bool
is_variant(uint32_t cp)
{
    return (cp >= 0xFE00 && cp <= VARIANT_EMOJI) ||
           (cp >= 0xE0100 && cp <= 0xE01EF) ||
           (cp >= 0x180B && cp <= 0x180F && cp != VOWEL_SEPARATOR);
}

/*
 * Tells whether cp is about where a line breaks or which way it goes.
 */
static bool
is_of_lines(uint32_t cp)
{
    return cp == SOFT_HYPHEN || cp == ZERO_WIDTH_SPACE || cp == WORD_JOINER ||
           cp == LINE_MARK || cp == LINE_MARK + 1 || cp == ARABIC_MARK ||
           cp == VOWEL_SEPARATOR;
}

/*
 * Tells whether cp says where a hieroglyph stands to the next.
 */
static bool
is_of_hieroglyphs(uint32_t cp)
{
    return cp >= 0x13430 && cp <= 0x1343F;
}

static bool
is_idle_of_hieroglyphs(uint32_t last, uint32_t cp)
{
    return last != 0 && (last < 0x13000 || last > 0x1345F || last == cp);
}

static bool
is_jamo_filler(uint32_t cp)
{
    return cp == 0x115F || cp == 0x1160;
}

static bool
is_jamo(uint32_t cp)
{
    return ((cp >= 0x1100 && cp <= 0x11FF) || (cp >= 0xA960 && cp <= 0xA97F) ||
               (cp >= 0xD7B0 && cp <= 0xD7FF)) &&
           !is_jamo_filler(cp);
}

static bool
is_mark(uint32_t cp)
{
    return cp >= 0x300 &&
           uc_is_general_category_withtable(cp, UC_CATEGORY_MASK_M);
}

/*
 * Tells whether cp is of a script whose letters join or stack: those from
 * Hebrew to Mongolian, and their like further up.
 */
static bool
is_joining(uint32_t cp)
{
    return ((cp >= 0x0590 && cp < 0x1100) || (cp >= 0x1700 && cp < 0x1C80) ||
               (cp >= 0xA800 && cp < 0xAC00) || (cp >= 0xFB1D && cp < 0xFE00) ||
               (cp >= 0x10800 && cp < 0x12000) ||
               (cp >= 0x1E900 && cp < 0x1F000)) &&
           uc_is_general_category_withtable(
               cp, UC_CATEGORY_MASK_L | UC_CATEGORY_MASK_M);
}

static bool
is_emoji_end(uint32_t cp)
{
    return cp == VARIANT_EMOJI || (cp >= 0x1F3FB && cp <= 0x1F3FF) ||
           uc_is_property_extended_pictographic(cp);
}

static bool
is_idle_joiner(uint32_t last, uint32_t cp, uint32_t next)
{
    if (last == 0 || is_joining(last))
        return false;
    return cp != JOINER || !is_emoji_end(last) ||
           (next != 0 && !uc_is_property_extended_pictographic(next));
}

static bool
is_idle_variant(uint32_t last, uint32_t cp)
{
    if (last == 0)
        return cp > VARIANT_EMOJI;
    if (cp > VARIANT_EMOJI)
        return !uc_is_property_ideographic(last);
    if (cp < 0xFE00)
        return last < 0x1800 || last > 0x18AF || is_variant(last);
    /* Digits and their like become emoji, too. */
    return last <= ' ' || (last >= 'A' && last < 0x80) || is_variant(last) ||
           is_of_lines(last) || last == JOINER || last == NON_JOINER;
}

bool
unseen_is_idle(const struct unseen *u, uint32_t cp, uint32_t next)
{
    const uint32_t last = u->last;

    /* Latin, Han and Hangul, nearly all that is not ASCII. */
    if ((cp < 0x300 && cp != SOFT_HYPHEN) || (cp >= 0x3400 && cp < 0xA640) ||
        (cp >= 0xAC00 && cp < 0xD7B0))
        return false;
    if (cp == JOINER || cp == NON_JOINER)
        return is_idle_joiner(last, cp, next);
    if (is_variant(cp))
        return is_idle_variant(last, cp);
    if (is_of_lines(cp))
        return is_of_lines(last) || last == JOINER || last == NON_JOINER;
    if (is_of_hieroglyphs(cp))
        return is_idle_of_hieroglyphs(last, cp);
    if (cp == GRAPHEME_JOINER && (last == cp || is_of_lines(last)))
        return true;
    if (is_jamo_filler(cp))
        return !is_jamo(last) && !is_jamo(next);
    return u->n_marks >= MAX_MARKS && is_mark(cp);
}

void
unseen_note(struct unseen *u, uint32_t cp)
{
    u->last = cp;
    if (is_mark(cp))
        u->n_marks++;
    else if (!is_of_lines(cp) && cp != JOINER && cp != NON_JOINER)
        u->n_marks = 0;
}

size_t
unseen_find_end(uint32_t cp, struct str rest)
{
    const bool is_isolate = cp >= 0x2066 && cp <= 0x2068;
    const bool is_embedding = cp == 0x202A || cp == 0x202B;

    if (!is_isolate && !is_embedding)
        return rest.len;
    for (size_t i = 0; i + 3 <= rest.len && rest.ptr[i] != '\n'; i++) {
        const struct str three = str_slice(rest, i, i + 3);
        const uint32_t low = (unsigned char)three.ptr[2] & 0x3Fu;
        uint32_t found = 0;
        if ((three.ptr[2] & 0xC0) == 0x80 && str_starts(three, STR("\xE2\x80")))
            found = 0x2000 + low;
        if ((three.ptr[2] & 0xC0) == 0x80 && str_starts(three, STR("\xE2\x81")))
            found = 0x2040 + low;
        if (found == (is_isolate ? 0x2069u : 0x202Cu))
            return i;
        if (unseen_is_bidi(found))
            return rest.len;
    }
    return rest.len;
}
