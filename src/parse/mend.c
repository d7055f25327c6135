/* SPDX-License-Identifier: ISC */
/*
 * mend - makes well-formed XML of any text
 *
 * One pass that reads as a browser would and writes as the standard wants it:
 * each start tag that is written is put on a stack, only what lies on it is
 * closed, and nothing is written as markup but those tags. So the result is well
 * formed by construction, and not because what was known to be wrong was mended.
 *
 * Every search for an end ("-->", a quote) that fails is never tried again, and
 * only the top of the stack is searched for a name: that keeps it linear.
 */
#include "mend.h"

#include "base/mem.h"
#include "base/utf8.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>

enum {
    MAX_LOOK = 64,  /* open elements among which an end tag looks for its own */
    MAX_ATTRS = 64, /* of a tag; the rest is left out */
    MAX_NUMBER = 9, /* characters of a reference to one by its number */
};

/* What may be looked for behind the place where it is. */
enum end {
    END_COMMENT,
    END_INSTRUCTION,
    END_CDATA,
    END_BRACKET,
    END_TAG,
    END_DOUBLE,
    END_SINGLE,
    END_COUNT
};

static const struct str ends[END_COUNT] = {
    [END_COMMENT] = STR_INIT("-->"),
    [END_INSTRUCTION] = STR_INIT("?>"),
    [END_CDATA] = STR_INIT("]]>"),
    [END_BRACKET] = STR_INIT("]"),
    [END_TAG] = STR_INIT(">"),
    [END_DOUBLE] = STR_INIT("\""),
    [END_SINGLE] = STR_INIT("'"),
};

struct mend {
    struct str text;
    size_t at;
    struct buf *out;
    bool is_missing[END_COUNT]; /* there is none of it any more */
    struct str *open;           /* owned: names of the elements, in text */
    uint32_t n_open, cap_open;
    struct str attrs[MAX_ATTRS]; /* names of those of the tag, in text */
    uint32_t n_attrs;
};

static char
char_at(const struct mend *m, size_t at)
{
    return at < m->text.len ? m->text.ptr[at] : '\0';
}

static struct str
rest(const struct mend *m)
{
    return str_slice(m->text, m->at, m->text.len);
}

static bool
is_white(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

static bool
is_name_start(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

static bool
is_name_part(char c)
{
    return is_name_start(c) || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
           c == ':';
}

/*
 * Cuts the name off that stands here; empty when none does.
 */
static struct str
take_name(struct mend *m)
{
    size_t start = m->at;

    if (is_name_start(char_at(m, m->at)))
        while (is_name_part(char_at(m, m->at)))
            m->at++;
    return str_slice(m->text, start, m->at);
}

/*
 * Finds an end at or behind byte from; text.len when there is none.
 */
static size_t
find_end(struct mend *m, enum end end, size_t from)
{
    if (m->is_missing[end])
        return m->text.len;
    size_t at = str_find(m->text, ends[end], from);
    m->is_missing[end] = at >= m->text.len;
    return at;
}

/* Characters. */

/*
 * Tells whether XML may hold cp.
 */
static bool
is_char(uint32_t cp)
{
    return cp == '\t' || cp == '\n' || cp == '\r' ||
           (cp >= 0x20 && cp < 0xD800) || (cp >= 0xE000 && cp < 0xFFFE) ||
           (cp >= 0x10000 && cp < 0x110000);
}

/*
 * Returns the length of the reference at the start of s that XML knows, "&amp;"
 * or "&#38;", 0 if there is none; *out_is_char: it stands for a character that
 * XML may hold.
 */
static size_t
reference_at(struct str s, bool *out_is_char)
{
    static const struct str known[] = {STR_INIT("&amp;"), STR_INIT("&lt;"),
        STR_INIT("&gt;"), STR_INIT("&quot;"), STR_INIT("&apos;")};

    *out_is_char = true;
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (str_starts(s, known[i]))
            return known[i].len;
    if (!str_starts(s, STR("&#")))
        return 0;
    bool is_hex = s.len > 2 && s.ptr[2] == 'x';
    size_t first = is_hex ? 3 : 2, at = first;
    uint32_t cp = 0;
    for (; at < s.len && at < first + MAX_NUMBER; at++) {
        char c = str_lower(s.ptr[at]);
        bool is_digit = c >= '0' && c <= '9';
        if (!is_digit && !(is_hex && c >= 'a' && c <= 'f'))
            break;
        uint32_t digit = (uint32_t)(is_digit ? c - '0' : c - 'a' + 10);
        cp = cp > 0x110000 ? cp : cp * (is_hex ? 16 : 10) + digit;
    }
    if (at == first || at >= s.len || s.ptr[at] != ';')
        return 0;
    *out_is_char = is_char(cp);
    return at + 1;
}

/*
 * Writes s as text, which is also good between double quotes. With has_refs
 * references stay what they are; without, all is meant as it stands.
 */
static void
add_text(struct mend *m, struct str s, bool has_refs)
{
    for (size_t at = 0; at < s.len;) {
        struct str tail = str_slice(s, at, s.len);
        bool is_good = true;
        size_t n = 0;
        if (s.ptr[at] == '&' && has_refs)
            n = reference_at(tail, &is_good);
        if (n > 0) {
            if (is_good)
                buf_add_str(m->out, str_slice(tail, 0, n));
            at += n;
            continue;
        }
        uint32_t cp;
        n = utf8_decode(tail.ptr, tail.len, &cp);
        if (cp == '&')
            buf_add_text(m->out, "&amp;");
        else if (cp == '<')
            buf_add_text(m->out, "&lt;");
        else if (cp == '>')
            buf_add_text(m->out, "&gt;");
        else if (cp == '"')
            buf_add_text(m->out, "&quot;");
        else if (is_char(cp))
            buf_add_str(m->out, str_slice(tail, 0, n));
        at += n;
    }
}

/* Tags. */

static bool
has_attr(const struct mend *m, struct str name)
{
    for (uint32_t i = 0; i < m->n_attrs; i++)
        if (str_eq(m->attrs[i], name))
            return true;
    return false;
}

/*
 * Cuts off the value that stands here, between quotes or without.
 */
static struct str
take_value(struct mend *m)
{
    char quote = char_at(m, m->at);

    if (quote == '"' || quote == '\'') {
        size_t start = m->at + 1;
        size_t end = find_end(m, quote == '"' ? END_DOUBLE : END_SINGLE, start);
        m->at = start;
        if (end < m->text.len) {
            m->at = end + 1;
            return str_slice(m->text, start, end);
        }
    }
    size_t start = m->at;
    while (m->at < m->text.len && !is_white(char_at(m, m->at)) &&
           char_at(m, m->at) != '>' && char_at(m, m->at) != '<')
        m->at++;
    return str_slice(m->text, start, m->at);
}

static void
skip_white(struct mend *m)
{
    while (is_white(char_at(m, m->at)))
        m->at++;
}

static void
mend_attr(struct mend *m)
{
    struct str name = take_name(m), value = {0};

    if (name.len == 0) {
        m->at++;
        return;
    }
    skip_white(m);
    if (char_at(m, m->at) == '=') {
        m->at++;
        skip_white(m);
        value = take_value(m);
    }
    if (m->n_attrs == MAX_ATTRS || has_attr(m, name))
        return;
    m->attrs[m->n_attrs++] = name;
    buf_add_format(m->out, " %.*s=\"", STR_ARG(name));
    add_text(m, value, true);
    buf_add_char(m->out, '"');
}

/*
 * Mends the start tag whose '<' stands here.
 */
static void
mend_start(struct mend *m)
{
    bool is_empty = false;

    m->at++;
    struct str name = take_name(m);
    m->n_attrs = 0;
    buf_add_format(m->out, "<%.*s", STR_ARG(name));
    while (m->at < m->text.len && char_at(m, m->at) != '<') {
        char c = char_at(m, m->at);
        if (c == '>') {
            m->at++;
            break;
        }
        is_empty = c == '/';
        if (is_empty || is_white(c))
            m->at++;
        else
            mend_attr(m);
    }
    /* The root stays open until the end. */
    if (is_empty && m->n_open > 0) {
        buf_add_text(m->out, "/>");
        return;
    }
    buf_add_char(m->out, '>');
    MEM_GROW(m->open, m->cap_open, m->n_open + 1);
    m->open[m->n_open++] = name;
}

static void
close_element(struct mend *m)
{
    struct str name = m->open[--m->n_open];

    buf_add_format(m->out, "</%.*s>", STR_ARG(name));
}

/*
 * Mends the end tag whose '<' stands here: closes what is open down to that
 * element, or nothing when it is not open.
 */
static void
mend_end(struct mend *m)
{
    m->at += 2;
    struct str name = take_name(m);
    while (m->at < m->text.len && char_at(m, m->at) != '>' &&
           char_at(m, m->at) != '<')
        m->at++;
    m->at += char_at(m, m->at) == '>';

    /* Never the root, which may have more to come. */
    const uint32_t least = m->n_open > MAX_LOOK ? m->n_open - MAX_LOOK : 1;
    uint32_t i = m->n_open;
    while (i > least && !str_eq(m->open[i - 1], name))
        i--;
    if (i <= least)
        return;
    while (m->n_open >= i)
        close_element(m);
}

/*
 * Steps over what begins with "<!" or "<?", but for CDATA, which is text.
 */
static void
mend_declaration(struct mend *m)
{
    enum end end = END_TAG;
    size_t start = m->at + 2, from = start;

    if (str_starts(rest(m), STR("<![CDATA["))) {
        from = m->at + 9;
        size_t at = find_end(m, END_CDATA, from);
        if (m->n_open > 0)
            add_text(m, str_slice(m->text, from, at), false);
        m->at = at < m->text.len ? at + 3 : at;
        return;
    }
    if (str_starts(rest(m), STR("<!--"))) {
        end = END_COMMENT;
        start = from = m->at + 4;
    } else if (char_at(m, m->at + 1) == '?') {
        end = END_INSTRUCTION;
    } else {
        /* A DOCTYPE may have declarations between brackets. */
        size_t tag = find_end(m, END_TAG, from);
        struct str head = str_slice(m->text, from, tag);
        size_t bracket = m->text.len;
        if (tag < m->text.len && str_find(head, STR("["), 0) < head.len)
            bracket = find_end(m, END_BRACKET, from);
        if (bracket < m->text.len)
            from = bracket;
    }
    size_t at = find_end(m, end, from);
    m->at = at < m->text.len ? at + ends[end].len : start;
}

/*
 * Mends what stands here up to the next '<' behind it.
 */
static void
mend_piece(struct mend *m)
{
    char next = char_at(m, m->at + 1);

    if (char_at(m, m->at) == '<' && is_name_start(next)) {
        mend_start(m);
    } else if (char_at(m, m->at) == '<' && next == '/') {
        mend_end(m);
    } else if (char_at(m, m->at) == '<' && (next == '!' || next == '?')) {
        mend_declaration(m);
    } else {
        size_t end = str_find(m->text, STR("<"), m->at + 1);
        if (m->n_open > 0)
            add_text(m, str_slice(m->text, m->at, end), true);
        m->at = end;
    }
}

void
mend_add(struct buf *out, struct str text)
{
    struct mend m = {.text = text, .out = out};
    const size_t start = out->len;

    while (m.at < text.len)
        mend_piece(&m);
    while (m.n_open > 0)
        close_element(&m);
    if (out->len == start)
        buf_add_text(out, "<none/>");
    free(m.open);
}
