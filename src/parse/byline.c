/* SPDX-License-Identifier: ISC */
/*
 * byline - the people in a line that names who wrote something
 *
 * A line is names between words: what stands before them ("Written by") is in
 * a list of a dozen languages, what stands after them begins with a separator,
 * a number or a word that tells of a time.
 */
#include "byline.h"

#include <stdbool.h>

enum {
    FIRST_DAY = 24,  /* in days: those before are months */
    MAX_BYLINE = 200 /* bytes; longer text is about more than names */
};

/* Longer ones first where one begins like another. */
static const struct str prefixes[] = {
    STR_INIT("last updated"),
    STR_INIT("updated"),
    STR_INIT("published on"),
    STR_INIT("posted on"),
    STR_INIT("written by"),
    STR_INIT("posted by"),
    STR_INIT("published by"),
    STR_INIT("reviewed by"),
    STR_INIT("story by"),
    STR_INIT("article by"),
    STR_INIT("authored by"),
    STR_INIT("words by"),
    STR_INIT("text by"),
    STR_INIT("author"),
    STR_INIT("authors"),
    STR_INIT("by"),
    STR_INIT("von"),
    STR_INIT("par"),
    STR_INIT("por"),
    STR_INIT("di"),
    STR_INIT("door"),
    STR_INIT("av"),
    STR_INIT("af"),
    STR_INIT("autor"),
    STR_INIT("auteur"),
    STR_INIT("autore"),
    STR_INIT("przez"),
    STR_INIT("автор"),
};

static const struct str suffixes[] = {
    STR_INIT(" | "),
    STR_INIT(" · "),
    STR_INIT(" • "),
    STR_INIT(" on "),
    STR_INIT(" Published"),
    STR_INIT(" Updated"),
    STR_INIT(" Posted"),
    STR_INIT(" Last updated"),
    STR_INIT(" Last Updated"),
    STR_INIT(" — "),
    STR_INIT(" – "),
    STR_INIT(" for "),
    STR_INIT(" » "),
};

/* Words that dates begin with. */
static const struct str days[] = {
    STR_INIT("January"),
    STR_INIT("February"),
    STR_INIT("March"),
    STR_INIT("April"),
    STR_INIT("May"),
    STR_INIT("June"),
    STR_INIT("July"),
    STR_INIT("August"),
    STR_INIT("September"),
    STR_INIT("October"),
    STR_INIT("November"),
    STR_INIT("December"),
    STR_INIT("Jan"),
    STR_INIT("Feb"),
    STR_INIT("Mar"),
    STR_INIT("Apr"),
    STR_INIT("Jun"),
    STR_INIT("Jul"),
    STR_INIT("Aug"),
    STR_INIT("Sept"),
    STR_INIT("Sep"),
    STR_INIT("Oct"),
    STR_INIT("Nov"),
    STR_INIT("Dec"),
    STR_INIT("Monday"),
    STR_INIT("Tuesday"),
    STR_INIT("Wednesday"),
    STR_INIT("Thursday"),
    STR_INIT("Friday"),
    STR_INIT("Saturday"),
    STR_INIT("Sunday"),
};

void
byline_collapse(struct buf *out, struct str s)
{
    bool has_gap = false;

    for (size_t i = 0; i < s.len; i++) {
        bool is_hard =
            s.ptr[i] == '\xC2' && i + 1 < s.len && s.ptr[i + 1] == '\xA0';
        if ((unsigned char)s.ptr[i] <= ' ' || is_hard) {
            has_gap = true;
            i += is_hard;
            continue;
        }
        if (has_gap && out->len > 0)
            buf_add_char(out, ' ');
        has_gap = false;
        buf_add_char(out, s.ptr[i]);
    }
}

static bool
is_letter(char c)
{
    return (unsigned char)c >= 0x80 || (c >= 'a' && c <= 'z') ||
           (c >= 'A' && c <= 'Z');
}

static struct str
strip_prefixes(struct str s)
{
    for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++) {
        struct str p = prefixes[i];
        if (!str_starts_nocase(s, p) || s.len <= p.len ||
            is_letter(s.ptr[p.len]) || s.ptr[p.len] == '\'')
            continue;
        s = str_slice(s, p.len, s.len);
        while (s.len > 0 && strchr(" :-,", s.ptr[0]))
            s = str_slice(s, 1, s.len);
        i = (size_t)-1;
    }
    return s;
}

/*
 * Returns where the date in s begins that is written in words, else the length
 * of s: "June 5" is a date, "June Smith" is not.
 */
static size_t
find_date(struct str s)
{
    for (size_t at = 0; at < s.len; at++) {
        if (at > 0 && is_letter(s.ptr[at - 1]))
            continue;
        for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
            struct str rest = str_slice(s, at, s.len);
            if (!str_starts(rest, days[i]))
                continue;
            rest = str_slice(rest, days[i].len, rest.len);
            while (rest.len > 0 && strchr(" .,", rest.ptr[0]))
                rest = str_slice(rest, 1, rest.len);
            if (i >= FIRST_DAY
                    ? rest.ptr == NULL || !is_letter(rest.ptr[0])
                    : rest.len > 0 && rest.ptr[0] >= '0' && rest.ptr[0] <= '9')
                return at;
        }
    }
    return s.len;
}

static struct str
strip_suffixes(struct str s)
{
    size_t end = find_date(s);

    for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes; i++)
        end = str_find(str_slice(s, 0, end), suffixes[i], 0);
    for (size_t i = 0; i < end; i++)
        if (s.ptr[i] >= '0' && s.ptr[i] <= '9') {
            bool is_name =
                i > 0 && (is_letter(s.ptr[i - 1]) ||
                             (s.ptr[i - 1] >= '0' && s.ptr[i - 1] <= '9'));
            if (!is_name)
                end = i;
        }
    s = str_slice(s, 0, end);
    while (s.len > 0 && strchr(" ,;:|-/(", s.ptr[s.len - 1]))
        s.len--;
    return s;
}

void
byline_add(struct buf *out, struct str text)
{
    struct buf line = {0};

    byline_collapse(&line, text);
    struct str s = strip_suffixes(strip_prefixes(buf_str(&line)));
    size_t n_letters = 0;

    for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++)
        if (str_eq_nocase(s, prefixes[i]))
            s.len = 0;
    for (size_t i = 0; i < s.len; i++)
        n_letters += is_letter(s.ptr[i]);
    if (s.len <= MAX_BYLINE && n_letters > 1 &&
        str_find(s, STR("://"), 0) == s.len &&
        str_find(s, STR("www."), 0) == s.len)
        buf_add_str(out, s);
    buf_done(&line);
}
