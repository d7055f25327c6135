/* SPDX-License-Identifier: ISC */
/*
 * cloak - mail addresses that are hidden from robots
 */
#include "cloak.h"

#include "base/utf8.h"

static int
digit_of(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if ((c | 0x20) >= 'a' && (c | 0x20) <= 'f')
        return (c | 0x20) - 'a' + 10;
    return -1;
}

static int
byte_at(struct str s, size_t i)
{
    int high = digit_of(s.ptr[i]), low = digit_of(s.ptr[i + 1]);

    return high < 0 || low < 0 ? -1 : high * 16 + low;
}

bool
cloak_lift(struct str value, struct buf *out)
{
    size_t len = out->len;

    value = str_trim(value);
    if (value.len < 8 || value.len % 2 != 0 || byte_at(value, 0) < 0)
        return false;
    for (size_t i = 2; i < value.len; i += 2) {
        int byte = byte_at(value, i);
        if (byte < 0)
            break;
        buf_add_char(out, (char)(byte ^ byte_at(value, 0)));
    }
    struct str address = str_slice(buf_str(out), len, out->len);
    if (address.len == value.len / 2 - 1 && utf8_is_valid(address) &&
        str_find(address, STR("@"), 0) < address.len)
        return true;
    buf_cut(out, len);
    return false;
}
