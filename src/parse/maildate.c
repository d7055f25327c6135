/* SPDX-License-Identifier: ISC */
/*
 * maildate - dates as feeds have them
 *
 * The words that only mail has are written out, and the rest is left to the
 * module that knows all other dates.
 */
#include "maildate.h"

#include "parse/date.h"

#include <stdbool.h>

static const struct {
    struct str name;
    const char *offset;
} zones[] = {
    {STR_INIT("UT"), "+0000"},
    {STR_INIT("EST"), "-0500"},
    {STR_INIT("EDT"), "-0400"},
    {STR_INIT("CST"), "-0600"},
    {STR_INIT("CDT"), "-0500"},
    {STR_INIT("MST"), "-0700"},
    {STR_INIT("MDT"), "-0600"},
    {STR_INIT("PST"), "-0800"},
    {STR_INIT("PDT"), "-0700"},
};

static bool
is_digits(struct str s, size_t n)
{
    for (size_t i = 0; i < s.len; i++)
        if (s.ptr[i] < '0' || s.ptr[i] > '9')
            return false;
    return s.len == n;
}

/*
 * Appends a word of a date; before is the one before it.
 */
static void
add_word(struct buf *out, struct str word, struct str before)
{
    bool is_behind_month = before.len == 3 && (before.ptr[0] & 0x40);

    for (size_t i = 0; i < sizeof zones / sizeof *zones; i++)
        if (str_eq(word, zones[i].name)) {
            buf_add_text(out, zones[i].offset);
            return;
        }
    if (is_behind_month && is_digits(word, 2))
        buf_add_text(out, word.ptr[0] >= '7' ? "19" : "20");
    buf_add_str(out, word);
}

void
maildate_add(struct buf *out, struct str s)
{
    struct buf words = {0};
    struct str rest = s, word, before = {0};

    while ((word = str_next_word(&rest)).len > 0) {
        if (words.len > 0)
            buf_add_char(&words, ' ');
        add_word(&words, word, before);
        before = word;
    }
    const size_t start = out->len;
    date_add(out, buf_str(&words));
    /* What is no date stays as it was written. */
    if (str_eq(str_slice(buf_str(out), start, out->len), buf_str(&words))) {
        buf_cut(out, start);
        buf_add_str(out, str_trim(s));
    }
    buf_done(&words);
}
