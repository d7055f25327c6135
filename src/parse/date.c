/* SPDX-License-Identifier: ISC */
/*
 * date - the day and time that a text means
 *
 * At each place of the text where a number or a word begins, the ways to write
 * a date are tried: three numbers, or a month's name between or before them.
 * Between their parts may be blanks, marks and the words that languages put
 * there ("5 de julio de 2025"). Numbers alone with the year last mean different
 * days in different countries, unless dots part them, a number is above 12, or
 * the language tells. What is written as a date is but is no day that there ever
 * was is gone past as a whole, so that no part of it passes for another.
 */
#include "parse/date.h"

#include "base/utf8.h"
#include "month.h"

enum {
    MAX_DATE = 64, /* bytes; longer text is no date */
    FIRST_YEAR = 1400,
    LAST_YEAR = 2199, /* of those found in a text */
};

struct date {
    int year, month, day; /* 0: not seen */
    struct str rest;      /* what follows the day and the year */
};

/* What was read at a place. */
enum reading {
    READING_NONE,
    READING_IMPOSSIBLE, /* all parts of a date, but there is no such day */
    READING_DAY
};

static bool
is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool
is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           (unsigned char)c >= 0x80;
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

static int
count_days(int year, int month)
{
    static const int n_days[] = {
        31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

    return n_days[month - 1] + (month == 2 && is_leap);
}

static enum reading
judge(const struct date *d)
{
    if (d->year < 1 || d->month < 1 || d->day < 1)
        return READING_NONE;
    return d->month <= 12 && d->day <= count_days(d->year, d->month)
               ? READING_DAY
               : READING_IMPOSSIBLE;
}

/*
 * Cuts a sign of Chinese, Japanese or Korean for a year, a month or a day off
 * *s, with blanks behind it.
 */
static bool
cut_sign(struct str *s, const char *chinese, const char *korean)
{
    struct str text = *s;

    if (str_starts(text, str_of(chinese)))
        text = str_slice(text, strlen(chinese), text.len);
    else if (str_starts(text, str_of(korean)))
        text = str_slice(text, strlen(korean), text.len);
    else
        return false;
    while (text.len > 0 && text.ptr[0] == ' ')
        text = str_slice(text, 1, text.len);
    *s = text;
    return true;
}

/*
 * Reads "2025-07-05", with '-', '/' or '.' between the numbers, "20250705", or
 * a date with signs behind each number.
 */
static enum reading
read_year_first(struct str s, struct date *d)
{
    size_t n = 0;
    int number = cut_number(&s, 8, &n);

    if (n == 8 && number >= 0) {
        *d = (struct date){number / 10000, number / 100 % 100, number % 100, s};
        return judge(d);
    }
    if (number < 0 || n != 4 || s.len == 0)
        return READING_NONE;
    d->year = number;
    if (cut_sign(&s, "\u5E74", "\uB144")) {
        d->month = cut_number(&s, 2, &n);
        if (!cut_sign(&s, "\u6708", "\uC6D4"))
            return READING_NONE;
        d->day = cut_number(&s, 2, &n);
        cut_sign(&s, "\u65E5", "\uC77C");
        d->rest = s;
        return judge(d);
    }
    char separator = s.ptr[0];
    if (!strchr("-/.", separator))
        return READING_NONE;
    s = str_slice(s, 1, s.len);
    if (separator == '.' && s.len > 0 && s.ptr[0] == ' ')
        s = str_trim(s); /* "2025. 7. 5." */
    d->month = cut_number(&s, 2, &n);
    if (s.len == 0 || s.ptr[0] != separator)
        return READING_NONE;
    s = str_slice(s, 1, s.len);
    if (separator == '.' && s.len > 0 && s.ptr[0] == ' ')
        s = str_trim(s);
    d->day = cut_number(&s, 2, &n);
    d->rest = s;
    return judge(d);
}

/*
 * Reads "5/7/2025", with '-', '/' or '.' between the numbers.
 */
static enum reading
read_year_last(struct str s, enum date_order order, struct date *d)
{
    size_t n;
    int first = cut_number(&s, 2, &n);

    if (first < 0 || s.len == 0 || !strchr("-/.", s.ptr[0]))
        return READING_NONE;
    char separator = s.ptr[0];
    s = str_slice(s, 1, s.len);
    int second = cut_number(&s, 2, &n);
    if (second < 0 || s.len == 0 || s.ptr[0] != separator)
        return READING_NONE;
    s = str_slice(s, 1, s.len);
    d->year = cut_number(&s, 4, &n);
    d->rest = s;
    if (separator == '.' || first > 12 || first == second)
        order = DATE_DAY_FIRST;
    else if (second > 12)
        order = DATE_MONTH_FIRST;
    d->day = order == DATE_DAY_FIRST ? first : second;
    d->month = order == DATE_DAY_FIRST ? second : first;
    return order != DATE_ORDER_UNKNOWN && n == 4 ? judge(d) : READING_NONE;
}

/*
 * Cuts what may stand between the parts of a date off *s: blanks, commas, full
 * stops, and the small words and endings of a dozen languages.
 */
static void
cut_between(struct str *s)
{
    static const char *const words[] = {"st", "nd", "rd", "th", "of", "the",
        "de", "del", "d'", "er", "º", "ª", "do", "den", "à", "a", "e"};

    for (bool is_cut = true; is_cut && s->len > 0;) {
        size_t n = 0;
        is_cut = strchr(" .,-/'", s->ptr[0]) != NULL;
        for (size_t i = 0; !is_cut && i < sizeof words / sizeof *words; i++) {
            n = strlen(words[i]);
            is_cut = str_starts_nocase(*s, str_of(words[i])) &&
                     (n == s->len || strchr(" ,.'", s->ptr[n]));
            if (is_cut)
                *s = str_slice(*s, n - 1, s->len);
        }
        if (is_cut)
            *s = str_slice(*s, 1, s->len);
    }
}

/*
 * Cuts the name of a month off *s. To look it up takes long, so what is next is
 * looked at first: behind all but the last part of a date there is a number.
 */
static int
cut_month(struct str *s, bool is_last)
{
    size_t n = 0;

    while (n < s->len && is_letter(s->ptr[n]))
        n++;
    struct str rest = str_slice(*s, n, s->len);
    cut_between(&rest);
    if (!is_last && (rest.len == 0 || !is_digit(rest.ptr[0])))
        return 0;
    int month = month_find(str_slice(*s, 0, n));
    if (month > 0)
        *s = str_slice(*s, n, s->len);
    return month;
}

/*
 * Reads "5 July 2025", "July 5th, 2025" or "2025 July 5".
 */
static enum reading
read_words(struct str s, struct date *d)
{
    for (int i = 0; i < 3; i++) {
        size_t n;
        if (i > 0)
            cut_between(&s);
        if (s.len == 0)
            return READING_NONE;
        if (is_letter(s.ptr[0])) {
            if (d->month > 0 || (d->month = cut_month(&s, i == 2)) == 0)
                return READING_NONE;
            continue;
        }
        int number = cut_number(&s, 4, &n);
        if (n == 4 && number > 0 && d->year == 0)
            d->year = number;
        else if (number > 0 && n <= 2 && d->day == 0)
            d->day = number;
        else
            return READING_NONE;
    }
    d->rest = s;
    return judge(d);
}

static enum reading
read_at(struct str s, enum date_order order, struct date *d)
{
    enum reading reading = READING_NONE;

    *d = (struct date){0};
    if (is_digit(s.ptr[0])) {
        reading = read_year_first(s, d);
        if (reading != READING_NONE)
            return reading;
        *d = (struct date){0};
        reading = read_year_last(s, order, d);
        if (reading != READING_NONE)
            return reading;
        *d = (struct date){0};
    }
    return read_words(s, d);
}

/*
 * Finds the first date in s and returns where it begins, the length of s if
 * there is none. out_odd is set to whether an impossible one came before.
 */
static size_t
find(struct str s, enum date_order order, struct date *d, bool *out_odd)
{
    *out_odd = false;
    for (size_t at = 0; at < s.len; at++) {
        char c = s.ptr[at], last = at > 0 ? s.ptr[at - 1] : ' ';
        bool is_start = is_digit(c) ? !is_digit(last) && !strchr("-/.:", last)
                                    : is_letter(c) && !is_letter(last);
        if (!is_start)
            continue;
        enum reading reading = read_at(str_slice(s, at, s.len), order, d);
        if (reading == READING_DAY)
            return at;
        if (reading == READING_NONE)
            continue;
        *out_odd = true;
        at = s.len - d->rest.len - 1;
    }
    return s.len;
}

/*
 * Returns the hour of the day of an hour that "am" or "pm" may follow in s.
 */
static int
hour_of(int hour, struct str s)
{
    s = str_trim(s);
    bool is_half = s.len >= 2 && ((s.ptr[1] | 0x20) == 'm' || s.ptr[1] == '.');
    if (is_half && (s.ptr[0] | 0x20) == 'p' && hour < 12)
        return hour + 12;
    return is_half && (s.ptr[0] | 0x20) == 'a' && hour == 12 ? 0 : hour;
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
    buf_add_format(out, "T%02d:%02d", hour_of(parts[0], s), parts[1]);
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

bool
date_add(struct buf *out, struct str s)
{
    struct date d = {0};
    bool has_odd = false;

    s = str_trim(s);
    size_t at =
        s.len <= MAX_DATE ? find(s, DATE_ORDER_UNKNOWN, &d, &has_odd) : s.len;
    bool is_known = at < s.len && !has_odd;
    for (size_t i = 0; i < at && is_known; i++)
        is_known = !is_digit(s.ptr[i]);
    if (!is_known) {
        if (!has_odd)
            buf_add_str(out, s);
        return false;
    }
    buf_add_format(out, "%04d-%02d-%02d", d.year, d.month, d.day);
    add_time(out, d.rest);
    return true;
}

bool
date_find(
    struct str s, enum date_order order, struct str *out_date, struct buf *out)
{
    struct date d = {0};
    bool has_odd;
    size_t at = find(s, order, &d, &has_odd);

    if (at == s.len || d.year < FIRST_YEAR || d.year > LAST_YEAR)
        return false;
    size_t end = d.rest.len > 0 ? (size_t)(d.rest.ptr - s.ptr) : s.len;
    *out_date = str_slice(s, at, end);
    buf_add_format(out, "%04d-%02d-%02d", d.year, d.month, d.day);
    return true;
}

enum date_order
date_order_of(struct str lang)
{
    static const char *const month_first[] = {"US", "PH", "PR"};
    bool is_english = str_starts_nocase(lang, STR("en"));

    if (lang.len == 0)
        return DATE_ORDER_UNKNOWN;
    if (lang.len >= 5 && (lang.ptr[2] == '-' || lang.ptr[2] == '_')) {
        struct str country = str_slice(lang, 3, 5);
        for (size_t i = 0; i < sizeof month_first / sizeof *month_first; i++)
            if (is_english && str_eq_nocase(country, str_of(month_first[i])))
                return DATE_MONTH_FIRST;
        return DATE_DAY_FIRST;
    }
    return is_english ? DATE_ORDER_UNKNOWN : DATE_DAY_FIRST;
}
