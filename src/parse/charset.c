/* SPDX-License-Identifier: ISC */
/*
 * charset - makes UTF-8 of what text is written in
 *
 * UTF-16 and UTF-32 are decoded here rather than by iconv(3): it is a loop, and
 * a sandbox need not let the C library look for its modules.
 */
#include "parse/charset.h"

#include "base/utf8.h"

enum {
    LOOK = 1024 /* bytes in which to look for zeros */
};

struct charset {
    unsigned unit; /* bytes: 1, 2 or 4 */
    bool is_big;   /* the first byte of a unit is the high one */
    size_t n_mark; /* bytes of the byte order mark */
};

/*
 * Recognises UTF-16 without a mark: Latin text has zeros in every second byte
 * and next to none in the others.
 */
static struct charset
guess(struct str bytes)
{
    size_t len = bytes.len < LOOK ? bytes.len & ~(size_t)1 : LOOK;
    size_t n_zeros[2] = {0, 0};

    for (size_t i = 0; i < len; i++)
        n_zeros[i % 2] += bytes.ptr[i] == 0;
    for (int big = 0; big < 2 && len >= 8; big++)
        if (n_zeros[!big] >= len / 4 && n_zeros[big] <= len / 100)
            return (struct charset){2, big, 0};
    return (struct charset){1, false, 0};
}

static struct charset
find_charset(struct str bytes)
{
    static const struct {
        struct str mark;
        struct charset charset;
    } marks[] = {
        {STR_INIT("\xEF\xBB\xBF"), {1, false, 3}},
        {STR_INIT("\xFF\xFE\0\0"), {4, false, 4}},
        {STR_INIT("\0\0\xFE\xFF"), {4, true, 4}},
        {STR_INIT("\xFF\xFE"), {2, false, 2}},
        {STR_INIT("\xFE\xFF"), {2, true, 2}},
    };

    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (str_starts(bytes, marks[i].mark))
            return marks[i].charset;
    return guess(bytes);
}

bool
charset_is_wide(struct str bytes)
{
    return find_charset(bytes).unit > 1;
}

static uint32_t
read_unit(struct str bytes, size_t at, struct charset c)
{
    uint32_t unit = 0;

    for (unsigned i = 0; i < c.unit; i++) {
        unsigned char byte =
            (unsigned char)bytes.ptr[at + (c.is_big ? i : c.unit - 1 - i)];
        unit = unit << 8 | byte;
    }
    return unit;
}

static bool
is_high(uint32_t unit)
{
    return unit >= 0xD800 && unit < 0xDC00;
}

static bool
is_low(uint32_t unit)
{
    return unit >= 0xDC00 && unit < 0xE000;
}

/*
 * Appends text of wide units to out. A piece of a unit at the end is dropped.
 */
static void
decode_wide(struct str bytes, struct charset c, struct buf *out)
{
    for (size_t at = c.n_mark; at + c.unit <= bytes.len; at += c.unit) {
        uint32_t cp = read_unit(bytes, at, c);
        if (c.unit == 2 && is_high(cp) && at + 4 <= bytes.len &&
            is_low(read_unit(bytes, at + 2, c))) {
            at += 2;
            cp = 0x10000 + ((cp - 0xD800) << 10) +
                 (read_unit(bytes, at, c) - 0xDC00);
        }
        utf8_add_cp(out, cp);
    }
}

static void
repair(struct str bytes, struct buf *out)
{
    for (size_t at = 0; at < bytes.len;) {
        uint32_t cp;
        at += utf8_decode(bytes.ptr + at, bytes.len - at, &cp);
        utf8_add_cp(out, cp);
    }
}

struct str
charset_decode(struct str bytes, struct buf *storage)
{
    struct charset c = find_charset(bytes);

    if (c.unit > 1) {
        decode_wide(bytes, c, storage);
        return buf_str(storage);
    }
    bytes = str_slice(bytes, c.n_mark, bytes.len);
    if (utf8_is_valid(bytes))
        return bytes;
    repair(bytes, storage);
    return buf_str(storage);
}
