/* SPDX-License-Identifier: ISC */
/*
 * legacy - text in the charsets that were there before Unicode
 *
 * iconv(3) would do this, too, but the C library loads a file for every charset
 * at the moment it is asked for, and this runs where no file can be opened
 * (base/sandbox.h). So the tables come along; legacy.py makes them when the
 * program is built.
 *
 * A step decodes the code points of one character and returns how many bytes it
 * took, 0 when there is none. All are as the WHATWG Encoding standard says, but
 * for what is malformed, which costs a byte and never more.
 */
#include "legacy.h"

#include "base/utf8.h"

#include <assert.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct charset_row {
    const char *name;
    const uint16_t *single; /* what the bytes 80 to FF mean alone; 0: nothing */
    const uint32_t *pair;   /* or NULL: lead bytes 81 to FE, 40 to FE each */
};

#include "legacy-tables.h"

enum {
    FIRST_LEAD = 0x81,
    LAST_LEAD = 0xFE,
    FIRST_TRAIL = 0x40,
    N_TRAILS = 0xFF - FIRST_TRAIL,
    N_CELLS = 94, /* in a row of a Japanese table */
    N_ROWS = 94,
    HALFWIDTH = 0xFF61, /* what 0xA1 means where katakana are half as wide */
};

#define IS_TWO       (1u << 31) /* an entry is two code points */
#define COUNT(array) (sizeof(array) / sizeof *(array))

static unsigned
byte_at(struct str s, size_t at)
{
    return at < s.len ? (unsigned char)s.ptr[at] : 0;
}

static bool
is_within(unsigned byte, unsigned first, unsigned last)
{
    return byte >= first && byte <= last;
}

/*
 * Appends the code point, which is none when it is 0. Returns len, or 0.
 */
static size_t
add(struct buf *out, uint32_t cp, size_t len)
{
    if (cp == 0)
        return 0;
    utf8_add_cp(out, cp);
    return len;
}

/*
 * Appends what a pair of bytes means.
 */
static size_t
add_pair(struct buf *out, const uint32_t *pairs, unsigned lead, unsigned trail)
{
    if (!is_within(lead, FIRST_LEAD, LAST_LEAD) ||
        !is_within(trail, FIRST_TRAIL, LAST_LEAD))
        return 0;
    const uint32_t entry =
        pairs[(lead - FIRST_LEAD) * N_TRAILS + trail - FIRST_TRAIL];
    if (!(entry & IS_TWO))
        return add(out, entry, 2);
    utf8_add_cp(out, entry & 0xFFFF);
    return add(out, entry >> 16 & 0x7FFF, 2);
}

/*
 * Appends what four bytes mean in GB18030: the places of the BMP that no pair
 * has, in runs, and behind them all other planes.
 */
static size_t
add_four(struct buf *out, struct str s)
{
    if (!is_within(byte_at(s, 0), FIRST_LEAD, LAST_LEAD) ||
        !is_within(byte_at(s, 1), '0', '9') ||
        !is_within(byte_at(s, 2), FIRST_LEAD, LAST_LEAD) ||
        !is_within(byte_at(s, 3), '0', '9'))
        return 0;
    const uint32_t place =
        (((byte_at(s, 0) - FIRST_LEAD) * 10 + byte_at(s, 1) - '0') * 126 +
            byte_at(s, 2) - FIRST_LEAD) *
            10 +
        byte_at(s, 3) - '0';
    if (place >= 189000)
        return add(out, place <= 1237575 ? place - 189000 + 0x10000 : 0, 4);
    if (place >= 39420)
        return 0;
    size_t run = 0, end = COUNT(gb18030_places);
    while (end - run > 1) {
        const size_t middle = run + (end - run) / 2;
        if (gb18030_places[middle] <= place)
            run = middle;
        else
            end = middle;
    }
    return add(out, gb18030_points[run] + place - gb18030_places[run], 4);
}

static size_t
step_row(struct str s, const struct charset_row *row, struct buf *out)
{
    const unsigned lead = byte_at(s, 0);
    size_t len = row->pair ? add_pair(out, row->pair, lead, byte_at(s, 1)) : 0;

    if (len == 0 && row->pair == pairs_gb18030)
        len = add_four(out, s);
    return len > 0 ? len : add(out, row->single[lead - 0x80], 1);
}

/*
 * Appends what two bytes mean, both from first on, in a Japanese table.
 */
static size_t
add_japanese(
    struct buf *out, const uint16_t *table, struct str s, unsigned first)
{
    const unsigned row = byte_at(s, 0) - first, cell = byte_at(s, 1) - first;

    if (s.len < 2 || row >= N_ROWS || cell >= N_CELLS)
        return 0;
    return add(out, table[row * N_CELLS + cell], 2);
}

static size_t
step_euc_jp(struct str s, struct buf *out)
{
    const unsigned second = byte_at(s, 1);

    if (byte_at(s, 0) == 0x8E && is_within(second, 0xA1, 0xDF))
        return add(out, HALFWIDTH + second - 0xA1, 2);
    if (byte_at(s, 0) == 0x8F)
        return add_japanese(out, jis0212, str_slice(s, 1, s.len), 0xA1) ? 3 : 0;
    return add_japanese(out, jis0208, s, 0xA1);
}

/* What the bytes of ISO-2022-JP mean, until an escape says otherwise. */
enum set {
    SET_ASCII,
    SET_ROMAN,
    SET_KATAKANA,
    SET_0208,
    SET_0212
};

/*
 * Reads an escape at the start of s. Returns its length, 0 when it is none.
 */
static size_t
read_escape(struct str s, enum set *set)
{
    static const struct {
        struct str sequence;
        enum set set;
    } escapes[] = {
        {STR_INIT("\033(B"), SET_ASCII},
        {STR_INIT("\033(J"), SET_ROMAN},
        {STR_INIT("\033(I"), SET_KATAKANA},
        {STR_INIT("\033$@"), SET_0208},
        {STR_INIT("\033$B"), SET_0208},
        {STR_INIT("\033$(D"), SET_0212},
    };

    for (size_t i = 0; i < COUNT(escapes); i++) {
        if (!str_starts(s, escapes[i].sequence))
            continue;
        *set = escapes[i].set;
        return escapes[i].sequence.len;
    }
    return 0;
}

static size_t
step_iso_2022_jp(struct str s, enum set *set, struct buf *out)
{
    const unsigned byte = byte_at(s, 0);
    const size_t escape = read_escape(s, set);

    if (escape > 0)
        return escape;
    if (byte == '\n')
        *set = SET_ASCII;
    if (byte >= 0x80 || byte == 0x1B)
        return 0;
    if (*set == SET_0208 && is_within(byte, 0x21, 0x7E))
        return add_japanese(out, jis0208, s, 0x21);
    if (*set == SET_0212 && is_within(byte, 0x21, 0x7E))
        return add_japanese(out, jis0212, s, 0x21);
    if (*set == SET_KATAKANA && is_within(byte, 0x21, 0x5F))
        return add(out, HALFWIDTH + byte - 0x21, 1);
    if (*set == SET_ROMAN && (byte == '\\' || byte == '~'))
        return add(out, byte == '~' ? 0x203E : 0xA5, 1);
    buf_add_char(out, (char)byte);
    return 1;
}

static const struct charset_row *
find_row(const char *name)
{
    for (size_t i = 0; i < COUNT(rows); i++)
        if (strcmp(rows[i].name, name) == 0)
            return &rows[i];
    return NULL;
}

void
legacy_decode(struct str bytes, const char *name, struct buf *out)
{
    const struct charset_row *row = find_row(name);
    const bool has_escapes = strcmp(name, "ISO-2022-JP") == 0;
    enum set set = SET_ASCII;

    assert(row || has_escapes || strcmp(name, "EUC-JP-MS") == 0);
    while (bytes.len > 0) {
        size_t len = 1;
        if (has_escapes)
            len = step_iso_2022_jp(bytes, &set, out);
        else if ((unsigned char)bytes.ptr[0] < 0x80)
            buf_add_char(out, bytes.ptr[0]);
        else
            len = row ? step_row(bytes, row, out) : step_euc_jp(bytes, out);
        if (len == 0)
            utf8_add_cp(out, UTF8_REPLACEMENT);
        bytes = str_slice(bytes, len > 0 ? len : 1, bytes.len);
    }
}
