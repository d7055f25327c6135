/* SPDX-License-Identifier: ISC */
/*
 * utf8 - text as characters and as cells
 *
 * Decoding follows table 3-7 of the Unicode standard. Properties, graphemes and
 * case come from libunistring, widths from the C library. ASCII, most of what
 * is read, takes short ways everywhere.
 */
#include "base/utf8.h"

#include "base/mem.h"
#include "base/unseen.h"

#include <errno.h>
#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include <unicase.h>
#include <unictype.h>
#include <unigbrk.h>
#include <uninorm.h>
#include <wchar.h>

enum {
    SOFT_HYPHEN = 0x00AD,
    MAX_HEAP = 96 /* bytes; more than can be unseen behind one letter */
};

static bool
is_ascii(char c)
{
    return (unsigned char)c < 0x80;
}

/*
 * Returns where the ASCII that stands at byte at of s ends.
 */
static size_t
skip_ascii(struct str s, size_t at)
{
    uint64_t word;

    for (; at + sizeof word <= s.len; at += sizeof word) {
        memcpy(&word, s.ptr + at, sizeof word);
        if (word & 0x8080808080808080u)
            break;
    }
    while (at < s.len && is_ascii(s.ptr[at]))
        at++;
    return at;
}

/*
 * Returns where the printable ASCII that stands at byte at of s ends. Blocks of
 * a fixed length are what a compiler makes one instruction of.
 */
static size_t
skip_printable(struct str s, size_t at)
{
    enum {
        BLOCK = 16
    };

    for (; at + BLOCK <= s.len; at += BLOCK) {
        bool is_other = false;
        for (size_t i = 0; i < BLOCK; i++)
            is_other |= (unsigned char)(s.ptr[at + i] - 0x20) > 0x7E - 0x20;
        if (is_other)
            break;
    }
    while (at < s.len && s.ptr[at] >= 0x20 && s.ptr[at] <= 0x7E)
        at++;
    return at;
}

bool
utf8_start(void)
{
    if (setlocale(LC_CTYPE, "") && strcmp(nl_langinfo(CODESET), "UTF-8") == 0)
        return true;
    return setlocale(LC_CTYPE, "C.UTF-8") != NULL;
}

/*
 * Returns how many bytes follow the lead byte and, for the first of them, the
 * range in which it must be (the rest are 80 to BF). 0 for no lead byte.
 */
static unsigned
read_lead(unsigned char lead, unsigned char *out_low, unsigned char *out_high)
{
    *out_low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    *out_high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    if (lead >= 0xC2 && lead <= 0xDF)
        return 1;
    if (lead >= 0xE0 && lead <= 0xEF)
        return 2;
    if (lead >= 0xF0 && lead <= 0xF4)
        return 3;
    return 0;
}

size_t
utf8_decode(const char *ptr, size_t len, uint32_t *out_cp)
{
    const unsigned char *p = (const unsigned char *)ptr;
    unsigned char low, high;

    if (p[0] < 0x80) {
        *out_cp = p[0];
        return 1;
    }

    unsigned n_more = read_lead(p[0], &low, &high);
    uint32_t cp = p[0] & (0x3Fu >> n_more);
    size_t at = 1;
    for (; at <= n_more; at++) {
        if (at >= len || p[at] < low || p[at] > high)
            break;
        cp = cp << 6 | (p[at] & 0x3Fu);
        low = 0x80;
        high = 0xBF;
    }
    *out_cp = n_more > 0 && at > n_more ? cp : UTF8_REPLACEMENT;
    return at;
}

size_t
utf8_encode(uint32_t cp, char out[4])
{
    if (cp > 0x10FFFF || (cp >= 0xD800 && cp <= 0xDFFF))
        cp = UTF8_REPLACEMENT;
    if (cp < 0x80) {
        out[0] = (char)cp;
        return 1;
    }
    if (cp < 0x800) {
        out[0] = (char)(0xC0 | cp >> 6);
        out[1] = (char)(0x80 | (cp & 0x3F));
        return 2;
    }
    if (cp < 0x10000) {
        out[0] = (char)(0xE0 | cp >> 12);
        out[1] = (char)(0x80 | (cp >> 6 & 0x3F));
        out[2] = (char)(0x80 | (cp & 0x3F));
        return 3;
    }
    out[0] = (char)(0xF0 | cp >> 18);
    out[1] = (char)(0x80 | (cp >> 12 & 0x3F));
    out[2] = (char)(0x80 | (cp >> 6 & 0x3F));
    out[3] = (char)(0x80 | (cp & 0x3F));
    return 4;
}

void
utf8_add_cp(struct buf *b, uint32_t cp)
{
    char bytes[4];

    buf_add(b, bytes, utf8_encode(cp, bytes));
}

bool
utf8_is_ascii(struct str s)
{
    return skip_ascii(s, 0) == s.len;
}

/*
 * Tells whether cp, decoded from the step bytes at byte at of s, stands for
 * malformed bytes. A real U+FFFD takes three bytes and begins with EF.
 */
static bool
is_malformed(struct str s, size_t at, uint32_t cp, size_t step)
{
    return cp == UTF8_REPLACEMENT && !(step == 3 && s.ptr[at] == '\xEF');
}

bool
utf8_is_valid(struct str s)
{
    size_t i = 0;

    while ((i = skip_ascii(s, i)) < s.len) {
        uint32_t cp;
        size_t step = utf8_decode(s.ptr + i, s.len - i, &cp);
        if (is_malformed(s, i, cp, step))
            return false;
        i += step;
    }
    return true;
}

static bool
is_line_end(uint32_t cp)
{
    return cp == '\n' || cp == '\r' || cp == 0x85 || cp == 0x2028 ||
           cp == 0x2029;
}

static bool
is_noncharacter(uint32_t cp)
{
    return (cp & 0xFFFE) == 0xFFFE || (cp >= 0xFDD0 && cp <= 0xFDEF);
}

bool
utf8_is_clean_cp(uint32_t cp)
{
    if (cp < 0x80)
        return (cp >= 0x20 && cp != 0x7F) || cp == '\n';
    if (cp < 0xA0 || cp > 0x10FFFF || unseen_is_bidi(cp) || is_line_end(cp))
        return false;
    if ((cp >= 0xD800 && cp <= 0xDFFF) || is_noncharacter(cp))
        return false;
    return !unseen_is_barred(cp);
}

bool
utf8_is_clean(struct str s)
{
    size_t i = 0;

    while ((i = skip_printable(s, i)) < s.len) {
        uint32_t cp;
        size_t step = utf8_decode(s.ptr + i, s.len - i, &cp);
        if (!utf8_is_clean_cp(cp) || is_malformed(s, i, cp, step))
            return false;
        i += step;
    }
    return true;
}

/*
 * Appends what stands for the unclean cp before rest, and returns the last
 * character of that; often nothing, and 0.
 */
static uint32_t
add_unclean(struct buf *b, uint32_t cp, struct str rest)
{
    if (unseen_is_bidi(cp)) {
        buf_add_format(b, "<U+%04X>", cp);
        return '>';
    }
    if (cp == '\t')
        cp = ' ';
    else if (is_line_end(cp) && (cp != '\r' || !str_starts(rest, STR("\n"))))
        cp = '\n';
    else if (is_noncharacter(cp) || cp == UTF8_REPLACEMENT)
        cp = UTF8_REPLACEMENT;
    else
        return 0;
    utf8_add_cp(b, cp);
    return cp;
}

/*
 * Returns what is known at the end of a clean text.
 */
static struct unseen
read_end(struct str text)
{
    struct unseen unseen = {0};
    size_t i = text.len > MAX_HEAP ? text.len - MAX_HEAP : 0;

    while (i < text.len && (text.ptr[i] & 0xC0) == 0x80)
        i++;
    while (i < text.len) {
        uint32_t cp;
        i += utf8_decode(text.ptr + i, text.len - i, &cp);
        unseen_note(&unseen, cp);
    }
    return unseen;
}

void
utf8_add_clean(struct buf *b, struct str s)
{
    utf8_add_clean_behind(b, s, (struct str){0});
}

void
utf8_add_clean_behind(struct buf *b, struct str s, struct str before)
{
    struct unseen unseen = {0};
    size_t i = 0, copied = 0; /* everything before copied is in b */
    size_t ascii = 0;         /* where it begins, if there is any before i */
    size_t end = SIZE_MAX;    /* of the embedding that began */

    if (s.len > 0 && !is_ascii(s.ptr[0]))
        unseen = read_end(before);
    while ((i = skip_printable(s, i)) < s.len) {
        uint32_t cp, next = 0;
        const size_t at = i;
        i += utf8_decode(s.ptr + i, s.len - i, &cp);
        const struct str rest = str_slice(s, i, s.len);
        if (rest.len > 0 && rest.ptr[0] == '\0')
            next = UTF8_REPLACEMENT; /* not the end */
        else if (rest.len > 0)
            utf8_decode(rest.ptr, rest.len, &next);
        if (at > ascii)
            unseen = (struct unseen){.last = (unsigned char)s.ptr[at - 1]};
        ascii = i;
        if (utf8_is_clean_cp(cp) && !is_malformed(s, at, cp, i - at) &&
            !unseen_is_idle(&unseen, cp, next)) {
            unseen_note(&unseen, cp);
            continue;
        }
        buf_add(b, s.ptr + copied, at - copied);
        copied = i;
        const size_t len = unseen_find_end(cp, rest);
        uint32_t mark = 0;
        if (len < rest.len)
            end = i + len;
        else if (at != end)
            mark = add_unclean(b, cp, rest);
        if (mark != 0)
            unseen_note(&unseen, mark);
    }
    buf_add_str(b, str_slice(s, copied, s.len));
}

/*
 * Tells whether the cluster of s that ends at byte end goes on there, by the
 * two rules of UAX 29 that need more than a pair of code points: an emoji
 * joined to the one before (GB11), and the second half of a flag (GB12).
 */
static bool
is_joined(struct str s, size_t end)
{
    uint32_t first, next;

    utf8_decode(s.ptr + end, s.len - end, &next);
    if (end >= 3 && memcmp(s.ptr + end - 3, "\xE2\x80\x8D", 3) == 0)
        return uc_is_property_extended_pictographic(next);
    size_t first_len = utf8_decode(s.ptr, s.len, &first);
    return end == first_len && uc_is_property_regional_indicator(first) &&
           uc_is_property_regional_indicator(next);
}

size_t
utf8_grapheme(struct str s)
{
    if (s.len == 0)
        return 0;
    if (is_ascii(s.ptr[0]) && s.ptr[0] != '\r' &&
        (s.len == 1 || is_ascii(s.ptr[1])))
        return 1;

    const uint8_t *start = (const uint8_t *)s.ptr;
    const uint8_t *end = start + s.len;
    const uint8_t *next = u8_grapheme_next(start, end);
    while (next && next < end && is_joined(s, (size_t)(next - start)))
        next = u8_grapheme_next(next, end);
    return next ? (size_t)(next - start) : s.len;
}

unsigned
utf8_cp_cols(uint32_t cp)
{
    if (cp < 0x7F)
        return cp >= 0x20;
    if (cp == SOFT_HYPHEN)
        return 0;

    int cols = wcwidth((wchar_t)cp);
    return cols > 0 ? (unsigned)cols : 0;
}

size_t
utf8_cols(struct str s)
{
    size_t cols = 0;
    size_t i = 0;

    for (;;) {
        uint32_t cp;
        size_t end = skip_printable(s, i);
        cols += end - i;
        if (end == s.len)
            return cols;
        i = end + utf8_decode(s.ptr + end, s.len - end, &cp);
        cols += utf8_cp_cols(cp);
    }
}

struct str
utf8_fit(struct str s, size_t cols, size_t *out_cols)
{
    size_t used = 0;
    size_t i = 0;

    while (i < s.len) {
        size_t step = utf8_grapheme(str_slice(s, i, s.len));
        size_t width = utf8_cols(str_slice(s, i, i + step));
        if (used + width > cols)
            break;
        used += width;
        i += step;
    }
    *out_cols = used;
    return str_slice(s, 0, i);
}

bool
utf8_is_space(uint32_t cp)
{
    if (cp < 0x80)
        return cp == ' ' || (cp >= '\t' && cp <= '\r');
    return cp == 0x1680 || (cp >= 0x2000 && cp <= 0x200A && cp != 0x2007) ||
           cp == 0x205F || cp == 0x3000;
}

/*
 * Appends the len bytes at text, which libunistring allocated, and frees them;
 * s itself where it was malformed.
 */
static void
add_result(struct buf *b, struct str s, uint8_t *text, size_t len)
{
    if (text)
        buf_add(b, text, len);
    else if (errno == ENOMEM)
        mem_exhausted();
    else
        buf_add_str(b, s);
    free(text);
}

/*
 * Appends s, which is ASCII, in lower case.
 */
static void
add_lower_ascii(struct buf *b, struct str s)
{
    char *end = buf_reserve(b, s.len);

    for (size_t i = 0; i < s.len; i++)
        end[i] = str_lower(s.ptr[i]);
    b->len += s.len;
    buf_end(b);
}

void
utf8_add_lower(struct buf *b, struct str s)
{
    size_t len = 0;

    if (utf8_is_ascii(s)) {
        add_lower_ascii(b, s);
        return;
    }
    uint8_t *text =
        u8_tolower((const uint8_t *)s.ptr, s.len, NULL, NULL, NULL, &len);
    add_result(b, s, text, len);
}

/*
 * Appends s, which holds no ASCII, folded.
 */
static void
add_folded_piece(struct buf *b, struct str s)
{
    struct buf folded = {0};
    size_t len = 0;
    uint8_t *text = u8_casefold(
        (const uint8_t *)s.ptr, s.len, NULL, UNINORM_NFKD, NULL, &len);

    add_result(&folded, s, text, len);
    for (size_t i = 0; i < folded.len;) {
        uint32_t cp;
        size_t step = utf8_decode(folded.ptr + i, folded.len - i, &cp);
        if (!uc_is_general_category_withtable(cp, UC_CATEGORY_MASK_Mn))
            buf_add(b, folded.ptr + i, step);
        i += step;
    }
    buf_done(&folded);
}

/*
 * ASCII neither takes part in a decomposition nor changes place with a mark, so
 * what stands between can be folded alone.
 */
void
utf8_add_folded(struct buf *b, struct str s)
{
    for (size_t i = 0; i < s.len;) {
        size_t end = skip_ascii(s, i);
        add_lower_ascii(b, str_slice(s, i, end));
        for (i = end; end < s.len && !is_ascii(s.ptr[end]);)
            end++;
        if (end > i)
            add_folded_piece(b, str_slice(s, i, end));
        i = end;
    }
}
