/* SPDX-License-Identifier: ISC */
/*
 * date - the day and time that a text means
 *
 * Takes the text apart into numbers and words. Three numbers with the year
 * first are ISO 8601; a word that is a month's name, a day and a year are a
 * date in any order. Numbers alone with the year last ("3/4/2025") mean
 * different days in different countries and are left as they are.
 */
#include "parse/date.h"

#include <stdbool.h>

enum {
    MAX_DATE = 64 /* bytes; longer text is no date */
};

struct date {
    int year, month, day; /* 0: not seen */
    struct str rest;      /* what follows the day and the year */
};

static bool
is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool
is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/*
 * Cuts a number of at most n_max digits off *s. Returns -1 where there is none,
 * or a longer one.
 */
static int
cut_number(struct str *s, size_t n_max, size_t *out_n)
{
    size_t n = 0;
    int number = 0;

    while (n < s->len && is_digit(s->ptr[n]))
        n++;
    if (n == 0 || n > n_max)
        return -1;
    for (size_t i = 0; i < n; i++)
        number = number * 10 + (s->ptr[i] - '0');
    *s = str_slice(*s, n, s->len);
    *out_n = n;
    return number;
}

static bool
is_date(const struct date *d)
{
    static const int n_days[] = {
        31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    return d->year >= 1 && d->month >= 1 && d->month <= 12 && d->day >= 1 &&
           d->day <= n_days[d->month - 1];
}

/*
 * Reads "2025-07-05", with '-', '/' or '.' between the numbers, or "20250705".
 */
static bool
read_iso(struct str s, struct date *d)
{
    size_t n;
    int number = cut_number(&s, 8, &n);

    if (number < 0)
        return false;
    if (n == 8) {
        *d = (struct date){number / 10000, number / 100 % 100, number % 100, s};
        return is_date(d);
    }
    if (n != 4 || s.len == 0 || !strchr("-/.", s.ptr[0]))
        return false;
    char separator = s.ptr[0];
    d->year = number;
    s = str_slice(s, 1, s.len);
    d->month = cut_number(&s, 2, &n);
    if (s.len == 0 || s.ptr[0] != separator)
        return false;
    s = str_slice(s, 1, s.len);
    d->day = cut_number(&s, 2, &n);
    d->rest = s;
    return is_date(d);
}

/*
 * Returns the number of the month that is called so, in English, with three
 * letters or more; 0 for none.
 */
static int
month_of(struct str word)
{
    static const struct str months[] = {
        STR_INIT("january"),
        STR_INIT("february"),
        STR_INIT("march"),
        STR_INIT("april"),
        STR_INIT("may"),
        STR_INIT("june"),
        STR_INIT("july"),
        STR_INIT("august"),
        STR_INIT("september"),
        STR_INIT("october"),
        STR_INIT("november"),
        STR_INIT("december"),
    };

    for (int i = 0; i < 12; i++)
        if (word.len >= 3 && str_starts_nocase(months[i], word))
            return i + 1;
    return 0;
}

/*
 * Reads "5 July 2025", "Sat, 5 Jul 2025" and "July 5th, 2025".
 */
static bool
read_words(struct str s, struct date *d)
{
    while (s.len > 0 && (d->year == 0 || d->month == 0 || d->day == 0)) {
        size_t n = 0;
        if (is_digit(s.ptr[0])) {
            int number = cut_number(&s, 4, &n);
            if (n == 4 && d->year == 0)
                d->year = number;
            else if (number > 0 && n <= 2 && d->day == 0)
                d->day = number;
            else
                return false;
        } else if (is_letter(s.ptr[0])) {
            while (n < s.len && is_letter(s.ptr[n]))
                n++;
            int month = month_of(str_slice(s, 0, n));
            if (month > 0 && d->month == 0)
                d->month = month;
            s = str_slice(s, n, s.len);
        } else {
            s = str_slice(s, 1, s.len);
        }
    }
    d->rest = s;
    return is_date(d);
}

/*
 * Appends the time and the zone in s, "T10:30:00Z", if there is one.
 */
static void
add_time(struct buf *out, struct str s)
{
    size_t n;
    int parts[3] = {-1, -1, -1};

    while (s.len > 0 && (s.ptr[0] == ' ' || s.ptr[0] == 'T' || s.ptr[0] == ','))
        s = str_slice(s, 1, s.len);
    for (int i = 0; i < 3; i++) {
        parts[i] = cut_number(&s, 2, &n);
        if (parts[i] < 0 || s.len == 0 || s.ptr[0] != ':')
            break;
        s = str_slice(s, 1, s.len);
    }
    if (parts[0] < 0 || parts[0] > 24 || parts[1] < 0 || parts[1] > 59 ||
        parts[2] > 60)
        return;
    buf_add_format(out, "T%02d:%02d", parts[0], parts[1]);
    if (parts[2] >= 0)
        buf_add_format(out, ":%02d", parts[2]);

    /* Parts of a second are dropped. */
    for (n = 0; n < s.len && (s.ptr[n] == '.' || is_digit(s.ptr[n]));)
        n++;
    s = str_trim(str_slice(s, n, s.len));
    if (str_eq(s, STR("Z")) || str_eq(s, STR("GMT")) || str_eq(s, STR("UTC"))) {
        buf_add_char(out, 'Z');
    } else if (s.len >= 5 && (s.ptr[0] == '+' || s.ptr[0] == '-')) {
        struct str zone = str_slice(s, 1, s.len);
        int hours = cut_number(&zone, 4, &n);
        if (hours >= 0 && n == 4)
            buf_add_format(
                out, "%c%02d:%02d", s.ptr[0], hours / 100, hours % 100);
        else if (hours >= 0 && n == 2 && zone.len == 3)
            buf_add_str(out, s);
    }
}

void
date_add(struct buf *out, struct str s)
{
    struct date d = {0};

    s = str_trim(s);
    bool is_known = s.len <= MAX_DATE && read_iso(s, &d);
    if (!is_known) {
        d = (struct date){0};
        is_known = s.len <= MAX_DATE && read_words(s, &d);
    }
    if (!is_known) {
        buf_add_str(out, s);
        return;
    }
    buf_add_format(out, "%04d-%02d-%02d", d.year, d.month, d.day);
    add_time(out, d.rest);
}
