/* SPDX-License-Identifier: ISC */
/*
 * dateline - lines that only tell who wrote an article, and when
 *
 * Months have names in every language, but a date is a year with another small
 * number beside it in all of them. So a short line with those that does not end
 * as a sentence does is one; so is a name behind "by", and a count of minutes.
 */
#include "dateline.h"

#include "base/buf.h"
#include "base/utf8.h"

#include <string.h>

enum {
    MAX_LINE = 160, /* bytes */
    MAX_WORDS = 16,
    MAX_NAME = 8 /* words of a line that begins with "by" */
};

/* How a line begins that goes on with a name or a date. */
static const struct str beginnings[] = {STR_INIT("by"), STR_INIT("written by"),
    STR_INIT("reviewed by"), STR_INIT("edited by"), STR_INIT("posted by"),
    STR_INIT("published by"), STR_INIT("medically reviewed by"),
    STR_INIT("fact checked by"), STR_INIT("words by"), STR_INIT("story by"),
    STR_INIT("text by"), STR_INIT("author"), STR_INIT("authors"),
    STR_INIT("published"), STR_INIT("updated"), STR_INIT("last updated"),
    STR_INIT("posted"), STR_INIT("posted on"), STR_INIT("published on"),
    STR_INIT("von"), STR_INIT("par"), STR_INIT("por"), STR_INIT("di"),
    STR_INIT("door"), STR_INIT("av"), STR_INIT("af"), STR_INIT("autor"),
    STR_INIT("auteur"), STR_INIT("autore"), STR_INIT("przez"),
    STR_INIT("автор")};

static const struct str minutes[] = {STR_INIT("min"), STR_INIT("mins"),
    STR_INIT("minute"), STR_INIT("minutes"), STR_INIT("minuten"),
    STR_INIT("minutos"), STR_INIT("minuti"), STR_INIT("минут"), STR_INIT("мин"),
    STR_INIT("ago"), STR_INIT("hours"), STR_INIT("days")};

/* What the words of a line are. */
struct words {
    unsigned n;
    bool has_year, has_day, has_minutes;
};

static bool
is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/*
 * Adds the numbers in a word, as in "05.07.2025" and "2025年7月5日".
 */
static void
add_numbers(struct words *w, struct str word)
{
    for (size_t i = 0; i < word.len;) {
        unsigned number = 0;
        size_t n = 0;
        while (i + n < word.len && is_digit(word.ptr[i + n]) && n < 5)
            number = number * 10 + (unsigned)(word.ptr[i + n++] - '0');
        if (n == 4 && number >= 1900 && number < 2100)
            w->has_year = true;
        else if ((n == 1 || n == 2) && number >= 1 && number <= 31)
            w->has_day = true;
        i += n > 0 ? n : 1;
    }
}

static struct words
read_words(struct str line)
{
    struct words w = {0};
    bool is_after_number = false;

    for (size_t i = 0; i < line.len;) {
        size_t n = 0;
        while (i + n < line.len && line.ptr[i + n] != ' ')
            n++;
        struct str word = str_slice(line, i, i + n);
        i += n + 1;
        if (n == 0)
            continue;
        w.n++;
        add_numbers(&w, word);
        for (size_t j = 0; j < sizeof minutes / sizeof *minutes; j++)
            w.has_minutes |= is_after_number && str_eq(word, minutes[j]);
        is_after_number = is_digit(word.ptr[0]);
    }
    return w;
}

static bool
is_beginning(struct str line)
{
    for (size_t i = 0; i < sizeof beginnings / sizeof *beginnings; i++) {
        struct str word = beginnings[i];
        if (str_starts(line, word) &&
            (line.len == word.len || line.ptr[word.len] == ' '))
            return true;
    }
    return false;
}

bool
dateline_is(struct str text)
{
    struct buf folded = {0}, line = {0};

    text = str_trim(text);
    if (text.len == 0 || text.len > MAX_LINE)
        return false;
    char last = text.ptr[text.len - 1];
    utf8_add_folded(&folded, text);
    for (size_t i = 0; i < folded.len; i++) {
        char c = folded.ptr[i];
        bool is_part = (unsigned char)c >= 0x80 || is_digit(c) ||
                       (c >= 'a' && c <= 'z') || c == '.' || c == '/';
        if (is_part)
            buf_add_char(&line, c);
        else if (line.len > 0 && line.ptr[line.len - 1] != ' ')
            buf_add_char(&line, ' ');
    }
    struct str s = str_trim(buf_str(&line));
    struct words w = read_words(s);
    bool is_sentence = last == '.' || last == '!' || last == '?';
    bool is_line = w.n <= MAX_WORDS && !is_sentence &&
                   ((w.has_year && w.has_day) || w.has_minutes ||
                       (is_beginning(s) && w.n <= MAX_NAME));
    buf_done(&folded);
    buf_done(&line);
    return is_line;
}
