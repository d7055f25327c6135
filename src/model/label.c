/* SPDX-License-Identifier: ISC */
/*
 * label - a part of the name of a host
 *
 * What a label may be made of follows the "highly restrictive" profile of UTS 39
 * and, where that is about single letters, what browsers do on top of it: an
 * alphabet that looks like Latin is no alphabet of its own where all letters are
 * of those that do.
 */
#include "label.h"

#include "base/utf8.h"

#include <stdint.h>
#include <string.h>
#include <unictype.h>
#include <uninorm.h>

enum {
    MAX_LABEL = 63, /* code points; no name that works has more */
};

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
    HAS_NONE = 1 << 6, /* what no name is written in */
};

/* Letters and digits of other scripts that look like Latin ones. */
static const char lookalikes[] = "асԁеһіјӏорԛѕԝхуъьҽпгѵѡкмтвыюԍԗ" /* Cyrillic */
                                 "αβγεηικνοπρστυχω"               /* Greek */
                                 "ագզէլհյոսօցքւ"                  /* Armenian */
                                 "ሀሡሠሰሸዐዕዘጠፐ"                     /* Ethiopic */
                                 "იოყძხჽჿ"                        /* Georgian */
                                 "דוחיןסװײ";                      /* Hebrew */

/* Latin letters that are more than one of ASCII with a mark, and look so. */
static const char own_latin[] = "ßæœøðþđłħŧə";

/* Letters of the East that look like signs: between Latin ones they would pass
 * for a slash, a dash or a stroke. */
static const char sign_likes[] = "ノソゾンーニ一二丶丿丨〆へヘ";

static bool
is_one_of(uint32_t cp, const char *letters)
{
    const struct str all = str_of(letters);

    for (size_t i = 0; i < all.len;) {
        uint32_t other;
        i += utf8_decode(all.ptr + i, all.len - i, &other);
        if (other == cp)
            return true;
    }
    return false;
}

/*
 * Returns the bit of the script of cp. Scripts that no language is written in
 * today, or hardly one, have none: their letters are known to nobody who could
 * tell them from others.
 */
static unsigned
script_bit(const uc_script_t *script)
{
    static const struct {
        const char *name;
        unsigned bit;
    } mixed[] = {
        {"Latin", HAS_LATIN},
        {"Han", HAS_HAN},
        {"Hiragana", HAS_KANA},
        {"Katakana", HAS_KANA},
        {"Hangul", HAS_HANGUL},
        {"Bopomofo", HAS_BOPOMOFO},
        {"Common", 0},
        {"Inherited", 0},
    };
    static const char *const alone[] = {"Arabic", "Armenian", "Bengali",
        "Cyrillic", "Devanagari", "Ethiopic", "Georgian", "Greek", "Gujarati",
        "Gurmukhi", "Hebrew", "Kannada", "Khmer", "Lao", "Malayalam", "Myanmar",
        "Oriya", "Sinhala", "Tamil", "Telugu", "Thaana", "Thai", "Tibetan"};

    for (size_t i = 0; script && i < sizeof mixed / sizeof *mixed; i++)
        if (strcmp(script->name, mixed[i].name) == 0)
            return mixed[i].bit;
    for (size_t i = 0; script && i < sizeof alone / sizeof *alone; i++)
        if (strcmp(script->name, alone[i]) == 0)
            return HAS_OTHER;
    return HAS_NONE;
}

static bool
is_of(uint32_t cp, uint32_t category)
{
    return uc_is_general_category_withtable(cp, category);
}

/*
 * Tells whether cp, a letter of Latin, is known from those of ASCII at a glance.
 */
static bool
is_plain_latin(uint32_t cp)
{
    ucs4_t parts[UC_DECOMPOSITION_MAX_LENGTH];

    return cp < 0x80 || is_one_of(cp, own_latin) ||
           (uc_canonical_decomposition(cp, parts) > 0 &&
               (parts[0] < 0x80 ||
                   (uc_canonical_decomposition(parts[0], parts) > 0 &&
                       parts[0] < 0x80)));
}

/*
 * Tells whether cp is of those that names are made of: letters, their marks and
 * digits, but no signs, which can look like the end of a host, and no letters
 * and marks that go with any script.
 */
static bool
is_of_names(uint32_t cp, const uc_script_t *script)
{
    const bool is_common = !script || strcmp(script->name, "Common") == 0;

    if (cp < 0x80)
        return cp == '-' || is_of(cp, UC_CATEGORY_MASK_L | UC_CATEGORY_MASK_Nd);
    if (is_of(cp, UC_CATEGORY_MASK_M))
        return cp >= 0x0590 && (cp < 0x1AB0 || cp > 0x1DFF) &&
               (cp < 0x20D0 || cp > 0x20FF) && (cp < 0xFE00 || cp > 0xFE2F);
    if (script && strcmp(script->name, "Latin") == 0)
        return is_plain_latin(cp);
    if (is_of(cp, UC_CATEGORY_MASK_L))
        return !is_common || is_one_of(cp, sign_likes);
    return is_of(cp, UC_CATEGORY_MASK_Nd);
}

/*
 * Tells whether nobody can take the label for another one.
 */
static bool
is_plain(const struct label *label)
{
    const uc_script_t *other = NULL;
    unsigned scripts = 0;
    bool has_own = false;   /* a letter that looks like itself only */
    bool has_signs = false; /* or like a sign; digits of others may, too */

    for (uint32_t i = 0; i < label->n; i++) {
        const uint32_t cp = label->points[i];
        const uc_script_t *script = uc_script(cp);
        const unsigned bit = script_bit(script);
        const bool is_digit = is_of(cp, UC_CATEGORY_MASK_Nd);
        if (bit == HAS_NONE || !is_of_names(cp, script))
            return false;
        if (bit == HAS_OTHER && other && other != script)
            return false;
        if (bit == HAS_OTHER)
            other = script;
        scripts |= bit;
        has_own |= cp >= 0x80 && !is_digit && !is_one_of(cp, lookalikes);
        has_signs |= cp >= 0x80 && (is_digit || is_one_of(cp, sign_likes));
    }
    if (!has_own || (has_signs && (scripts & HAS_LATIN)))
        return false;
    if (scripts & HAS_OTHER)
        return scripts == HAS_OTHER;
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

/*
 * Reads the text, which is valid. Returns false when it is too long.
 */
static bool
read_label(struct str text, struct label *out_label)
{
    struct label label = {0};

    for (size_t i = 0; i < text.len; label.n++) {
        uint32_t cp;
        i += utf8_decode(text.ptr + i, text.len - i, &cp);
        if (label.n == MAX_LABEL)
            return false;
        label.points[label.n] = cp;
    }
    *out_label = label;
    return true;
}

bool
label_add(struct buf *out, struct str text)
{
    struct label label;

    if (!read_label(text, &label))
        return false;
    if (utf8_is_ascii(text) || is_plain(&label))
        buf_add_str(out, text);
    else
        add_punycode(out, &label);
    return true;
}
