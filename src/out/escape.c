/* SPDX-License-Identifier: ISC */
/*
 * escape - text as Markdown that means nothing but itself
 *
 * Goes over the bytes once. All signs that matter are ASCII; a sign gets a
 * backslash, which every parser takes away again. Only addresses of mail need
 * more: GitHub's parser looks for them when all escapes are gone, so a comment
 * keeps the two halves apart.
 */
#include "escape.h"

#include <stdbool.h>

enum {
    MAX_ENTITY_LEN = 40,     /* "&CounterClockwiseContourIntegral;" and more */
    MAX_HEADING_LEVEL = 6,   /* of '#' */
    MAX_LIST_NUMBER_LEN = 9, /* digits */
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

static bool
is_alnum(char c)
{
    return is_letter(c) || is_digit(c);
}

/*
 * Returns the byte of s at i, or '\n' before its start and behind its end.
 */
static char
byte_at(struct str s, size_t i)
{
    return i < s.len ? s.ptr[i] : '\n';
}

static bool
is_line_blank(char c)
{
    return c == ' ' || c == '\n';
}

/*
 * Tells whether an entity begins with the '&' at i.
 */
static bool
is_entity(struct str s, size_t i)
{
    size_t end = i + 1;

    while (end < s.len && end - i < MAX_ENTITY_LEN &&
           (is_alnum(s.ptr[end]) || s.ptr[end] == '#'))
        end++;
    return end > i + 1 && byte_at(s, end) == ';';
}

/*
 * Tells whether the '@' at i could be that of a mail address.
 */
static bool
is_mail(struct str s, size_t i)
{
    char before = i > 0 ? s.ptr[i - 1] : ' ';
    size_t end = i + 1;

    if (!is_alnum(before) && !strchr(".+-_", before))
        return false;
    while (end < s.len && (is_alnum(s.ptr[end]) || strchr("-_", s.ptr[end])))
        end++;
    return end > i + 1 && byte_at(s, end) == '.';
}

/*
 * Tells whether the '.' at i is that of "www." at the start of a word, or of
 * what is written, before which markup may stand.
 */
static bool
is_bare_host(struct str s, size_t i, size_t from)
{
    if (i < from + 3 || memcmp(s.ptr + i - 3, "www", 3) != 0)
        return false;
    return i == from + 3 || !is_alnum(s.ptr[i - 4]);
}

/*
 * Tells whether the ':' at i is that of a bare link.
 */
static bool
is_bare_link(struct str s, size_t i)
{
    return i > 0 && is_letter(s.ptr[i - 1]) && byte_at(s, i + 1) == '/' &&
           byte_at(s, i + 2) == '/';
}

/*
 * Tells whether the sign at i of text, of which only from to to is written in
 * one piece, needs a backslash wherever in a line it stands.
 */
static bool
needs_backslash(struct str text, size_t i, size_t from, size_t to)
{
    char next = i + 1 < to ? text.ptr[i + 1] : '\n';

    switch (text.ptr[i]) {
    case '\\':
    case '`':
    case '*':
    case '[':
    case ']':
    case '~':
        return true;
    case '_':
        return i == from || !is_alnum(text.ptr[i - 1]) || !is_alnum(next);
    case '<':
        return i + 1 == to || is_letter(next) || strchr("/!?", next);
    case '&':
        return is_entity(text, i);
    default:
        return false;
    }
}

/*
 * Returns where the line from offset at on ends.
 */
static size_t
line_end(struct str text, size_t at)
{
    while (at < text.len && text.ptr[at] != '\n')
        at++;
    return at;
}

/*
 * Tells whether the line from at on is made of the signs in set only.
 */
static bool
is_made_of(struct str text, size_t at, const char *set)
{
    size_t end = line_end(text, at);

    while (at < end && strchr(set, text.ptr[at]))
        at++;
    return at == end;
}

static bool
begins_heading(struct str text, size_t at)
{
    size_t i = at;

    while (byte_at(text, i) == '#' && i - at <= MAX_HEADING_LEVEL)
        i++;
    return i > at && i - at <= MAX_HEADING_LEVEL &&
           is_line_blank(byte_at(text, i));
}

/*
 * Returns where the delimiter of a list number stands that the line from at on
 * begins with, or at.
 */
static size_t
find_list_delimiter(struct str text, size_t at)
{
    size_t i = at;

    while (i - at < MAX_LIST_NUMBER_LEN && is_digit(byte_at(text, i)))
        i++;
    bool is_number = i > at &&
                     (byte_at(text, i) == '.' || byte_at(text, i) == ')') &&
                     is_line_blank(byte_at(text, i + 1));
    return is_number ? i : at;
}

/*
 * Returns the offset of the sign that has to be escaped so that the line from
 * at on begins no block; text.len if there is none.
 */
static size_t
find_block_sign(struct str text, size_t at)
{
    bool is_blank_next = is_line_blank(byte_at(text, at + 1));
    bool is_sign = false;

    switch (byte_at(text, at)) {
    case '#':
        is_sign = begins_heading(text, at);
        break;
    case '>':
        is_sign = true;
        break;
    case '+':
        is_sign = is_blank_next;
        break;
    case '-':
        is_sign = is_blank_next || is_made_of(text, at, "-:| ");
        break;
    case '=':
        is_sign = is_made_of(text, at, "= ");
        break;
    case ':':
    case '|':
        is_sign = is_made_of(text, at, "-:| ");
        break;
    default: {
        size_t delimiter = find_list_delimiter(text, at);
        return delimiter > at ? delimiter : text.len;
    }
    }
    return is_sign ? at : text.len;
}

/*
 * Appends what keeps the sign at i from beginning a bare link.
 */
static void
part_bare_link(struct buf *out, struct str text, size_t i, size_t from)
{
    char c = text.ptr[i];

    if (c == '@' && is_mail(text, i))
        buf_add_text(out, "<!-- -->");
    else if ((c == ':' && is_bare_link(text, i)) ||
             (c == '.' && is_bare_host(text, i, from)))
        buf_add_char(out, '\\');
}

void
escape_add(
    struct buf *out, struct str text, size_t from, size_t to, unsigned where)
{
    size_t sign =
        where & ESCAPE_LINE_START ? find_block_sign(text, from) : text.len;
    bool is_bracketed = (where & ESCAPE_IN_BRACKETS) != 0;

    for (size_t i = from; i < to; i++) {
        bool is_note = is_bracketed && i == from && text.ptr[i] == '^';
        if (i == sign || is_note || needs_backslash(text, i, from, to))
            buf_add_char(out, '\\');
        else if (!is_bracketed)
            part_bare_link(out, text, i, from);
        buf_add_char(out, text.ptr[i]);
    }
}

size_t
escape_longest_run(struct str s, char c)
{
    size_t longest = 0, run = 0;

    for (size_t i = 0; i < s.len; i++) {
        run = s.ptr[i] == c ? run + 1 : 0;
        if (run > longest)
            longest = run;
    }
    return longest;
}

void
escape_add_code(struct buf *out, struct str code)
{
    size_t n_ticks = escape_longest_run(code, '`') + 1;
    char first = byte_at(code, 0), last = byte_at(code, code.len - 1);
    size_t n_blanks = 0;

    while (n_blanks < code.len && code.ptr[n_blanks] == ' ')
        n_blanks++;
    bool is_padded = first == '`' || last == '`' ||
                     (first == ' ' && last == ' ' && n_blanks < code.len);

    buf_add_repeat(out, '`', n_ticks);
    buf_add_repeat(out, ' ', is_padded);
    buf_add_str(out, code);
    buf_add_repeat(out, ' ', is_padded);
    buf_add_repeat(out, '`', n_ticks);
}

/*
 * Appends the sign at i of s where entities and backslashes count but markup
 * does not. An entity is one there even behind a backslash.
 */
static void
add_literal(struct buf *out, struct str s, size_t i)
{
    if (s.ptr[i] == '&' && is_entity(s, i)) {
        buf_add_text(out, "&amp;");
        return;
    }
    if (strchr("<>\\", s.ptr[i]))
        buf_add_char(out, '\\');
    buf_add_char(out, s.ptr[i]);
}

void
escape_add_language(struct buf *out, struct str language)
{
    for (size_t i = 0; i < language.len; i++)
        add_literal(out, language, i);
}

void
escape_add_address(struct buf *out, struct str url)
{
    bool is_plain = url.len > 0;

    for (size_t i = 0; i < url.len; i++)
        is_plain = is_plain && (unsigned char)url.ptr[i] > ' ' &&
                   !strchr("<>()\\", url.ptr[i]);

    if (!is_plain)
        buf_add_char(out, '<');
    for (size_t i = 0; i < url.len; i++) {
        char c = url.ptr[i];
        if (c == '\n')
            buf_add_text(out, "%0A");
        else
            add_literal(out, url, i);
    }
    if (!is_plain)
        buf_add_char(out, '>');
}
