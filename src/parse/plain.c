/* SPDX-License-Identifier: ISC */
/*
 * plain - text without any markup
 *
 * Lines between blank ones are a block. One that is indented, or has columns,
 * is kept as it is set. A line with a row of '=' or '-' below it is a heading.
 * In what is left, a line end is kept unless it looks like one that was made by
 * filling: the next word would not have fitted.
 */
#include "parse/plain.h"

#include "base/mem.h"
#include "base/utf8.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>

enum {
    MIN_FILL = 40, /* cells; shorter lines are not made by filling */
    CODE_INDENT = 4
};

struct line {
    struct str text; /* without blanks at its end */
    uint32_t cols;
    uint32_t indent;  /* cells of blanks at its start */
    bool has_columns; /* a gap or a rule in it, as tables have */
    bool is_item;     /* begins with a bullet or number */
};

struct stanza {
    struct line *lines;
    uint32_t n, cap;
    uint32_t row; /* of the first line */
};

/*
 * Tells whether s, without its indent, begins as the items of lists do.
 */
static bool
is_item(struct str s)
{
    size_t n = 0;

    if (str_starts(s, STR("- ")) || str_starts(s, STR("* ")) ||
        str_starts(s, STR("+ ")) || str_starts(s, STR("\u2022")))
        return true;
    while (n < s.len && s.ptr[n] >= '0' && s.ptr[n] <= '9')
        n++;
    return n > 0 && n < 4 && n + 1 < s.len && strchr(".)", s.ptr[n]) &&
           s.ptr[n + 1] == ' ';
}

/*
 * Tells whether there is a gap of three blanks or a tab in s, or a rule between
 * columns. Two blanks stand after sentences.
 */
static bool
has_columns(struct str s)
{
    return str_find(s, STR("   "), 0) < s.len ||
           str_find(s, STR("\t"), 0) < s.len ||
           str_find(s, STR(" | "), 0) < s.len || str_starts(s, STR("| ")) ||
           str_starts(s, STR("+--")) || str_find(s, STR("\u2502"), 0) < s.len;
}

static struct line
read_line(struct str s)
{
    struct line line = {0};
    size_t start = 0;

    while (s.len > 0 && strchr(" \t\f\r", s.ptr[s.len - 1]))
        s.len--;
    for (; start < s.len && (s.ptr[start] == ' ' || s.ptr[start] == '\t');
         start++)
        line.indent =
            s.ptr[start] == ' ' ? line.indent + 1 : (line.indent | 7) + 1;
    struct str rest = str_slice(s, start, s.len);
    line.text = s;
    line.cols = line.indent + (uint32_t)utf8_cols(rest);
    line.has_columns = has_columns(rest);
    line.is_item = is_item(rest);
    return line;
}

/*
 * Tells whether a block has to keep its blanks.
 */
static bool
is_set(const struct stanza *b)
{
    uint32_t n_indented = 0, n_columns = 0;

    for (uint32_t i = 0; i < b->n; i++) {
        n_indented += b->lines[i].indent >= CODE_INDENT;
        n_columns += b->lines[i].has_columns;
    }
    return n_indented == b->n || (n_columns > 1 && n_columns * 2 >= b->n);
}

/*
 * Returns the level of heading that the line below a title gives it, 0 if it is
 * no rule.
 */
static unsigned
rule_level(struct str s)
{
    s = str_trim(s);
    if (s.len < 3 || (s.ptr[0] != '=' && s.ptr[0] != '-'))
        return 0;
    for (size_t i = 1; i < s.len; i++)
        if (s.ptr[i] != s.ptr[0])
            return 0;
    return s.ptr[0] == '=' ? 1 : 2;
}

static bool
ends_address(char c)
{
    return (unsigned char)c <= ' ' || strchr("<>\"`{}|\\^", c);
}

/*
 * Returns the web address at the start of s, without the punctuation that the
 * sentence around it has.
 */
static struct str
cut_address(struct str s)
{
    size_t n = 0;
    bool has_open = false;

    while (n < s.len && !ends_address(s.ptr[n])) {
        has_open = has_open || s.ptr[n] == '(';
        n++;
    }
    while (n > 0 && (strchr(".,;:!?'*_]", s.ptr[n - 1]) ||
                        (s.ptr[n - 1] == ')' && !has_open)))
        n--;
    return str_slice(s, 0, n);
}

/*
 * Adds text in which web addresses are links.
 */
static void
add_text(struct flow *f, struct str s)
{
    size_t done = 0;

    for (size_t at = 0; (at = str_find(s, STR("://"), at)) < s.len;) {
        size_t start = at;
        at += 3;
        if (start >= 5 &&
            str_eq_nocase(str_slice(s, start - 5, start), STR("https")))
            start -= 5;
        else if (start >= 4 &&
                 str_eq_nocase(str_slice(s, start - 4, start), STR("http")))
            start -= 4;
        else
            continue;
        struct str url = cut_address(str_slice(s, start, s.len));
        if (start + url.len <= at)
            continue;

        struct attrs attrs = {0};
        element_add_attr(&attrs, ATTR_HREF, url);
        flow_text(f, str_slice(s, done, start));
        flow_begin(f, ELEMENT_A, &attrs);
        flow_text(f, url);
        flow_close(f);
        done = at = start + url.len;
    }
    flow_text(f, str_slice(s, done, s.len));
}

static void
add_code(struct flow *f, const struct stanza *b)
{
    flow_begin(f, ELEMENT_PRE, NULL);
    for (uint32_t i = 0; i < b->n; i++) {
        add_text(f, b->lines[i].text);
        flow_text(f, STR("\n"));
    }
    flow_close(f);
}

/*
 * Returns the cells of the first word of a line, its indent not counted.
 */
static uint32_t
first_word(const struct line *line)
{
    struct str s = str_trim(line->text);

    return (uint32_t)utf8_cols(str_slice(s, 0, str_find(s, STR(" "), 0)));
}

/*
 * Tells whether the lines were filled up to some width, so that their ends mean
 * nothing.
 */
static bool
is_filled(const struct stanza *b)
{
    uint32_t width = 0;

    for (uint32_t i = 0; i < b->n; i++)
        if (b->lines[i].cols > width)
            width = b->lines[i].cols;
    if (width < MIN_FILL)
        return false;
    for (uint32_t i = 0; i + 1 < b->n; i++) {
        const struct line *next = &b->lines[i + 1];
        if (!next->is_item &&
            b->lines[i].cols + 1 + first_word(next) < width - width / 8)
            return false;
    }
    return true;
}

static void
add_para(struct flow *f, const struct stanza *b)
{
    bool filled = is_filled(b);

    flow_begin(f, ELEMENT_P, NULL);
    for (uint32_t i = 0; i < b->n; i++) {
        if (i > 0 && (!filled || b->lines[i].is_item))
            flow_put(f, ELEMENT_BR, NULL);
        else if (i > 0)
            flow_text(f, STR(" "));
        add_text(f, b->lines[i].text);
    }
    flow_close(f);
}

/*
 * Adds the lines that were gathered and empties b.
 */
static void
add_block(struct flow *f, struct stanza *b)
{
    if (b->n == 0)
        return;
    flow_row(f, b->row);
    unsigned level = b->n == 2 ? rule_level(b->lines[1].text) : 0;
    if (b->n == 1 && rule_level(b->lines[0].text) > 0) {
        flow_put(f, ELEMENT_HR, NULL);
    } else if (level > 0) {
        flow_begin(f, ELEMENT_H1 + level - 1, NULL);
        add_text(f, b->lines[0].text);
        flow_close(f);
    } else if (is_set(b)) {
        add_code(f, b);
    } else {
        add_para(f, b);
    }
    b->n = 0;
}

void
plain_parse(struct flow *f, struct str text)
{
    struct stanza b = {0};
    struct str s;
    uint32_t row = 0;

    while ((s = str_next_line(&text)).ptr) {
        struct line line = read_line(s);
        row++;
        if (str_trim(s).len == 0) {
            add_block(f, &b);
            continue;
        }
        if (b.n == 0)
            b.row = row;
        MEM_GROW(b.lines, b.cap, b.n + 1);
        b.lines[b.n++] = line;
    }
    add_block(f, &b);
    free(b.lines);
}
