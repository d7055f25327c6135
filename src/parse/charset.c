/* SPDX-License-Identifier: ISC */
/*
 * charset - makes UTF-8 of what text is written in
 *
 * What is of Unicode is decoded here, the rest in legacy.c.
 */
#include "parse/charset.h"

#include "base/utf8.h"
#include "guess.h"
#include "label.h"
#include "legacy.h"

enum {
    LOOK = 1024,            /* bytes in which to look for zeros */
    MIN_HIGH = 6,           /* bytes above ASCII that tell anything */
    MAX_GUESS = 256 * 1024, /* bytes to guess from */
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

/*
 * Tells whether text in bytes of one unit cannot be: that has no such control
 * characters.
 */
static bool
has_controls(struct str bytes)
{
    for (size_t i = 0; i < bytes.len && i < LOOK; i++)
        if ((unsigned char)bytes.ptr[i] < '\t')
            return true;
    return false;
}

static struct charset
find_charset(struct str bytes, struct str content_type)
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

    struct charset c = guess(bytes);
    bool is_big;
    if (c.unit == 1 && label_is_wide(label_of_type(content_type), &is_big) &&
        (has_controls(bytes) || !utf8_is_valid(bytes)))
        c = (struct charset){2, is_big, 0};
    return c;
}

bool
charset_is_wide(struct str bytes, struct str content_type)
{
    return find_charset(bytes, content_type).unit > 1;
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

/*
 * Counts the bytes above ASCII: those of whole characters, and those of none.
 */
static void
count_high(struct str bytes, size_t *out_good, size_t *out_bad)
{
    size_t n_good = 0, n_bad = 0;

    for (size_t at = 0; at < bytes.len;) {
        uint32_t cp;
        size_t len = utf8_decode(bytes.ptr + at, bytes.len - at, &cp);
        if (cp == UTF8_REPLACEMENT && len < 3)
            n_bad += len;
        else if (cp >= 0x80)
            n_good += len;
        at += len;
    }
    *out_good = n_good;
    *out_bad = n_bad;
}

/*
 * Tells whether the bytes, all of them ASCII, are Japanese in 7 bits.
 */
static bool
has_escapes(struct str bytes)
{
    /* Most text is told apart by one letter, which is found faster than two. */
    return bytes.len > 0 && memchr(bytes.ptr, '\x1B', bytes.len) &&
           str_find(bytes, STR("\x1B$"), 0) < bytes.len;
}

/*
 * Returns what uchardet makes of the bytes as a name for legacy.h, NULL when it
 * does not know. A few bytes are not enough for it: then it finds languages
 * that nobody wrote.
 */
static const char *
guess_without_label(struct str bytes, size_t n_high)
{
    const char *name =
        n_high >= MIN_HIGH ? guess_name(str_slice(bytes, 0, MAX_GUESS)) : NULL;

    return name && strcmp(name, "UTF-8") != 0 ? name : NULL;
}

/*
 * Returns what the bytes, which are not valid UTF-8, are written in, as a name
 * for legacy.h.
 */
static const char *
choose_name(struct str bytes, struct str content_type)
{
    const char *said = label_find(label_of_type(content_type));
    const char *written = label_find(label_of_page(bytes));
    const char *label = said ? said : written;
    size_t n_good, n_bad;

    count_high(bytes, &n_good, &n_bad);
    const bool is_utf8 = n_good > n_bad;
    if (is_utf8 && (!label || strcmp(label, "UTF-8") == 0))
        return "UTF-8";
    if (said && strcmp(said, "UTF-8") != 0)
        return said;
    if (written && strcmp(written, "UTF-8") != 0)
        return written;
    const char *name = guess_without_label(
        bytes, has_escapes(bytes) ? MIN_HIGH : n_good + n_bad);
    return name ? name : "WINDOWS-1252";
}

void *
charset_load(struct str bytes)
{
    const struct charset c = find_charset(bytes, (struct str){0});

    bytes = str_slice(bytes, c.n_mark, bytes.len);
    if (c.unit > 1 || (utf8_is_valid(bytes) && !has_escapes(bytes)))
        return NULL;
    return guess_load();
}

void
charset_unload(void *library)
{
    guess_unload(library);
}

struct str
charset_decode(struct str bytes, struct str content_type, struct buf *storage)
{
    struct charset c = find_charset(bytes, content_type);

    if (c.unit > 1) {
        decode_wide(bytes, c, storage);
        return buf_str(storage);
    }
    bytes = str_slice(bytes, c.n_mark, bytes.len);
    const bool is_valid = utf8_is_valid(bytes);
    if (is_valid && !has_escapes(bytes))
        return bytes;

    const char *name =
        c.n_mark > 0 ? "UTF-8" : choose_name(bytes, content_type);
    if (is_valid && strcmp(name, "ISO-2022-JP") != 0)
        return bytes;
    if (strcmp(name, "UTF-8") == 0)
        repair(bytes, storage);
    else
        legacy_decode(bytes, name, storage);
    return buf_str(storage);
}
