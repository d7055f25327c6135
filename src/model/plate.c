/* SPDX-License-Identifier: ISC */
/*
 * plate - an address as a person is to see it
 */
#include "model/plate.h"

#include "base/utf8.h"
#include "model/url.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unictype.h>

enum {
    MAX_LABEL = 63, /* code points; no name that works has more */
};

/* A part of a host, between two dots. */
struct label {
    uint32_t points[MAX_LABEL];
    uint32_t n;
};

/* The scripts that a mix is made of, as bits. */
enum {
    HAS_LATIN = 1 << 0,
    HAS_HAN = 1 << 1,
    HAS_KANA = 1 << 2, /* Hiragana or Katakana */
    HAS_HANGUL = 1 << 3,
    HAS_BOPOMOFO = 1 << 4,
    HAS_OTHER = 1 << 5,
};

/* Letters of other scripts that look like Latin ones. */
static const char lookalikes[] = "асԁеһіјӏорԛѕԝхуъьҽпгѵѡкмтв"
                                 "αβγεηικνοπρστυχω";

static bool
is_lookalike(uint32_t cp)
{
    const struct str all = STR_INIT(lookalikes);

    for (size_t i = 0; i < all.len;) {
        uint32_t other;
        i += utf8_decode(all.ptr + i, all.len - i, &other);
        if (other == cp)
            return true;
    }
    return false;
}

static unsigned
script_bit(const uc_script_t *script)
{
    static const struct {
        const char *name;
        unsigned bit;
    } scripts[] = {
        {"Latin", HAS_LATIN},
        {"Han", HAS_HAN},
        {"Hiragana", HAS_KANA},
        {"Katakana", HAS_KANA},
        {"Hangul", HAS_HANGUL},
        {"Bopomofo", HAS_BOPOMOFO},
        {"Common", 0},
        {"Inherited", 0},
    };

    for (size_t i = 0; script && i < sizeof scripts / sizeof *scripts; i++)
        if (strcmp(script->name, scripts[i].name) == 0)
            return scripts[i].bit;
    return HAS_OTHER;
}

/*
 * Tells whether cp is one of those that names are made of: letters, their marks
 * and digits, but no signs, which can look like the end of a host.
 */
static bool
is_of_names(uint32_t cp)
{
    return cp == '-' ||
           uc_is_general_category_withtable(cp,
               UC_CATEGORY_MASK_L | UC_CATEGORY_MASK_M | UC_CATEGORY_MASK_Nd);
}

/*
 * Tells whether nobody can take the label for another one.
 */
static bool
is_plain(const struct label *label)
{
    const uc_script_t *other = NULL;
    unsigned scripts = 0;
    bool has_own = false; /* a letter that looks like itself only */

    for (uint32_t i = 0; i < label->n; i++) {
        const uint32_t cp = label->points[i];
        const uc_script_t *script = uc_script(cp);
        const unsigned bit = script_bit(script);
        if (!is_of_names(cp))
            return false;
        if (bit == HAS_OTHER && other && other != script)
            return false;
        if (bit == HAS_OTHER)
            other = script;
        scripts |= bit;
        has_own |= cp >= 0x80 && !is_lookalike(cp);
    }
    if (scripts & HAS_OTHER)
        return scripts == HAS_OTHER && has_own;
    scripts &= ~(unsigned)(HAS_LATIN | HAS_HAN);
    return (scripts & (scripts - 1)) == 0; /* at most one of the others */
}

/*
 * Returns the digit of RFC 3492 for a value below 36.
 */
static char
digit_of(uint32_t value)
{
    return (char)(value < 26 ? 'a' + value : '0' + value - 26);
}

/*
 * Appends a number as RFC 3492 writes them, and returns the next bias.
 */
static uint32_t
add_number(struct buf *out, uint32_t delta, uint32_t bias, uint32_t n_done,
    bool is_first)
{
    enum {
        BASE = 36,
        T_MIN = 1,
        T_MAX = 26,
        SKEW = 38,
        DAMP = 700
    };
    uint32_t rest = delta, k = BASE;

    for (;; k += BASE) {
        const uint32_t t = k <= bias           ? T_MIN
                           : k >= bias + T_MAX ? T_MAX
                                               : k - bias;
        if (rest < t)
            break;
        buf_add_char(out, digit_of(t + (rest - t) % (BASE - t)));
        rest = (rest - t) / (BASE - t);
    }
    buf_add_char(out, digit_of(rest));

    delta = is_first ? delta / DAMP : delta / 2;
    delta += delta / n_done;
    for (k = 0; delta > (BASE - T_MIN) * T_MAX / 2; k += BASE)
        delta /= BASE - T_MIN;
    return k + (BASE - T_MIN + 1) * delta / (delta + SKEW);
}

/*
 * Returns the least code point of the label that is not below least.
 */
static uint32_t
find_next(const struct label *label, uint32_t least)
{
    uint32_t next = UINT32_MAX;

    for (uint32_t i = 0; i < label->n; i++)
        if (label->points[i] >= least && label->points[i] < next)
            next = label->points[i];
    return next;
}

/*
 * Appends the label in Punycode: the ASCII in it, and then where which other
 * code points go in.
 */
static void
add_punycode(struct buf *out, const struct label *label)
{
    uint32_t cp = 0x80, delta = 0, bias = 72, n_done = 0;

    buf_add_text(out, "xn--");
    for (uint32_t i = 0; i < label->n; i++)
        if (label->points[i] < 0x80) {
            buf_add_char(out, (char)label->points[i]);
            n_done++;
        }
    const uint32_t n_ascii = n_done;
    if (n_ascii > 0)
        buf_add_char(out, '-');

    while (n_done < label->n) {
        const uint32_t next = find_next(label, cp);
        delta += (next - cp) * (n_done + 1);
        cp = next;
        for (uint32_t i = 0; i < label->n; i++) {
            if (label->points[i] < cp)
                delta++;
            if (label->points[i] != cp)
                continue;
            bias = add_number(out, delta, bias, n_done + 1, n_done == n_ascii);
            delta = 0;
            n_done++;
        }
        delta++;
        cp++;
    }
}

static bool
is_ascii(struct str s)
{
    for (size_t i = 0; i < s.len; i++)
        if ((unsigned char)s.ptr[i] >= 0x80)
            return false;
    return true;
}

/*
 * Reads the text, which is valid, in lower case. Returns false when it is too
 * long.
 */
static bool
read_label(struct str text, struct label *out_label)
{
    struct label label = {0};
    struct buf lower = {0};
    bool ok = true;

    utf8_add_lower(&lower, text);
    for (size_t i = 0; i < lower.len; label.n++) {
        uint32_t cp;
        i += utf8_decode(lower.ptr + i, lower.len - i, &cp);
        ok = label.n < MAX_LABEL;
        if (!ok)
            break;
        label.points[label.n] = cp;
    }
    buf_done(&lower);
    *out_label = label;
    return ok;
}

/*
 * Appends a host whose other letters are percent-encoded, or not. One that is no
 * text, or has what no host has, is left as it is.
 */
static void
add_host(struct buf *out, struct str host)
{
    struct buf decoded = {0}, shown = {0};
    bool ok;

    url_add_decoded(&decoded, host);
    struct str rest = buf_str(&decoded);
    ok = !is_ascii(rest) && utf8_is_clean(rest);
    while (ok && rest.len > 0) {
        const size_t dot = str_find(rest, STR("."), 0);
        const struct str text = str_slice(rest, 0, dot);
        struct label label;
        ok = read_label(text, &label);
        if (ok && (is_ascii(text) || is_plain(&label)))
            buf_add_str(&shown, text);
        else if (ok)
            add_punycode(&shown, &label);
        if (dot < rest.len)
            buf_add_char(&shown, '.');
        rest = str_slice(rest, dot + 1, rest.len);
    }
    ok = ok && shown.len > 0 && !memchr(shown.ptr, ' ', shown.len) &&
         strcspn(shown.ptr, "/?#@:\\\n%") == shown.len;
    buf_add_str(out, ok ? buf_str(&shown) : host);
    buf_done(&decoded);
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
