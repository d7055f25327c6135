/* SPDX-License-Identifier: ISC */
/*
 * plate - an address as a person is to see it
 */
#include "model/plate.h"

#include "label.h"

#include "base/mem.h"
#include "base/utf8.h"
#include "model/url.h"

#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unictype.h>
#include <uninorm.h>

enum {
    IDEOGRAPHIC_STOP = 0x3002,
    NON_JOINER = 0x200C,
    JOINER = 0x200D,
};

/*
 * Appends the host as those who ask for it read it (UTS 46): letters of any width
 * and case are one, there are four kinds of dots, and what is not seen is not
 * there.
 */
static void
add_mapped(struct buf *out, struct str host)
{
    struct buf lower = {0};
    size_t len = 0;
    uint8_t *const text = u8_normalize(
        UNINORM_NFKC, (const uint8_t *)host.ptr, host.len, NULL, &len);

    if (!text && errno == ENOMEM)
        mem_exhausted();
    utf8_add_lower(&lower, text ? (struct str){(const char *)text, len} : host);
    free(text);
    for (size_t i = 0; i < lower.len;) {
        uint32_t cp;
        i += utf8_decode(lower.ptr + i, lower.len - i, &cp);
        if (cp == IDEOGRAPHIC_STOP)
            buf_add_char(out, '.');
        else if (cp == JOINER || cp == NON_JOINER ||
                 !uc_is_property_default_ignorable_code_point(cp))
            utf8_add_cp(out, cp);
    }
    buf_done(&lower);
}

/*
 * Reads one of the numbers that an address of IPv4 is made of: decimal, octal or
 * hexadecimal. Returns false when it is none, or larger than all four bytes.
 */
static bool
read_number(struct str text, uint64_t *out_number)
{
    const bool is_hex = str_starts_nocase(text, STR("0x"));
    const bool is_octal = !is_hex && text.len > 1 && str_starts(text, STR("0"));
    const unsigned base = is_hex ? 16 : is_octal ? 8 : 10;
    uint64_t number = 0;

    if (!text.ptr)
        return false;
    for (size_t i = is_hex ? 2 : 0; i < text.len; i++) {
        const char *const digits = "0123456789abcdef";
        const char *const digit = strchr(digits, str_lower(text.ptr[i]));
        if (!text.ptr[i] || !digit || (unsigned)(digit - digits) >= base ||
            number > UINT32_MAX)
            return false;
        number = number * base + (uint64_t)(digit - digits);
    }
    *out_number = number;
    return text.len > 0 && number <= UINT32_MAX;
}

/*
 * Appends an address of IPv4 in the one form that people know; false when host
 * is something else.
 */
static bool
add_ipv4(struct buf *out, struct str host)
{
    uint64_t address = 0, number = 0;
    unsigned n_bits = 32; /* that are left for the last number */

    if (str_ends(host, STR(".")))
        host.len--;
    for (;;) {
        const size_t dot = str_find(host, STR("."), 0);
        if (!read_number(str_slice(host, 0, dot), &number))
            return false;
        if (dot == host.len)
            break;
        if (n_bits == 8 || number > 255)
            return false;
        n_bits -= 8;
        address |= number << n_bits;
        host = str_slice(host, dot + 1, host.len);
    }
    if (number >> n_bits > 0)
        return false;
    address |= number;
    buf_add_format(out, "%u.%u.%u.%u", (unsigned)(address >> 24) & 255,
        (unsigned)(address >> 16) & 255, (unsigned)(address >> 8) & 255,
        (unsigned)address & 255);
    return true;
}

/*
 * Appends the labels of the host. Returns false when one is too long.
 */
static bool
add_labels(struct buf *out, struct str host)
{
    while (host.len > 0) {
        const size_t dot = str_find(host, STR("."), 0);
        if (!label_add(out, str_slice(host, 0, dot)))
            return false;
        if (dot < host.len)
            buf_add_char(out, '.');
        host = str_slice(host, dot + 1, host.len);
    }
    return true;
}

/*
 * Appends a host whose letters are percent-encoded, or not. One that is no text,
 * or has what no host has, is left as it is.
 */
static void
add_host(struct buf *out, struct str host)
{
    struct buf decoded = {0}, mapped = {0}, shown = {0};

    url_add_decoded(&decoded, host);
    if (utf8_is_ascii(buf_str(&decoded)))
        buf_add_str(&mapped, buf_str(&decoded));
    else if (utf8_is_clean(buf_str(&decoded)))
        add_mapped(&mapped, buf_str(&decoded));
    const bool is_host = (add_ipv4(&shown, buf_str(&mapped)) ||
                             add_labels(&shown, buf_str(&mapped))) &&
                         shown.len > 0 && strlen(shown.ptr) == shown.len &&
                         strcspn(shown.ptr, " /?#@:\\\n%") == shown.len;
    buf_add_str(out, is_host ? buf_str(&shown) : host);
    buf_done(&decoded);
    buf_done(&mapped);
    buf_done(&shown);
}

/*
 * Finds the host of the address, and where a port or what else follows begins.
 * Returns false when it has none.
 */
static bool
find_host(struct str url, size_t *out_at, size_t *out_end, size_t *out_rest)
{
    const size_t scheme = url_scheme(url).len;
    size_t at = scheme + 3, end = at;

    if (scheme == 0 || !str_starts(str_slice(url, scheme, url.len), STR("://")))
        return false;
    while (end < url.len && !strchr("/?#\\", url.ptr[end]))
        end++;
    for (size_t i = at; i < end; i++)
        if (url.ptr[i] == '@')
            at = i + 1;
    *out_at = *out_end = at;
    while (*out_end < end && (url.ptr[*out_end] != ':' || url.ptr[at] == '['))
        (*out_end)++;
    *out_rest = end;
    return true;
}

/*
 * Appends what was put together, clean and in one line, and frees it.
 */
static void
add_shown(struct buf *out, struct buf *shown)
{
    const size_t start = out->len;

    utf8_add_clean(out, buf_str(shown));
    buf_replace(out, start, '\n', ' ');
    buf_done(shown);
}

void
plate_add(struct buf *out, struct str url)
{
    struct buf shown = {0};
    size_t at, end, rest;

    if (find_host(url, &at, &end, &rest)) {
        buf_add_str(&shown, str_slice(url, 0, url_scheme(url).len + 3));
        add_host(&shown, str_slice(url, at, end));
        buf_add_str(&shown, str_slice(url, end, url.len));
    } else {
        buf_add_str(&shown, url);
    }
    add_shown(out, &shown);
}

void
plate_add_within(struct buf *out, struct str url, size_t cols)
{
    char *const shown = plate_text(url);
    struct str start = str_of(shown), rest = {0};
    size_t at, end, after;
    const bool has_host = find_host(start, &at, &end, &after);

    if (has_host) {
        rest = str_slice(start, after, start.len);
        start.len = after;
    }
    size_t used = utf8_cols(start);
    if (has_host && used > cols && cols > 0) {
        buf_add_text(out, "…");
        while (used > cols - 1) {
            size_t len = utf8_grapheme(start);
            used -= utf8_cols(str_slice(start, 0, len));
            start = str_slice(start, len, start.len);
        }
    }
    buf_add_str(out, start);
    buf_add_str(out, rest);
    free(shown);
}

char *
plate_host(struct str url)
{
    struct buf shown = {0}, out = {0};
    size_t at, end, rest;

    if (find_host(url, &at, &end, &rest)) {
        add_host(&shown, str_slice(url, at, end));
        buf_add_str(&shown, str_slice(url, end, rest));
    }
    add_shown(&out, &shown);
    return buf_take(&out);
}

char *
plate_text(struct str url)
{
    struct buf shown = {0};

    plate_add(&shown, url);
    return buf_take(&shown);
}
