/* SPDX-License-Identifier: ISC */
/*
 * tangle - finds what cmark would take more than linear time for
 *
 * A pass over the lines. A paragraph is taken to be whatever stands between empty
 * lines, which it never is more than; blocks need not be known, because all that
 * is counted is far from what they have when they are meant.
 */
#include "tangle.h"

#include <stdint.h>
#include <string.h>

enum {
    MAX_CELLS = 1000,         /* of a row of a table */
    MAX_MISSING = 500 * 1000, /* cells that rows of a table are short of */
    MAX_REREAD = 2 << 20,     /* bytes that are read again to find tables */
    MAX_UNCLOSED = 100,       /* of one kind in a paragraph */
    MAX_IMAGES = 500,         /* that are open at once */
    MAX_MARKS = 500,          /* bytes of lists and quotes in front of a line */
    MAX_EMPTY = 50,           /* lines one after the other, in what is deep */
    DEEP = 100,               /* bytes in front of a line */
};

/* Raw HTML that may be anywhere in a line, and what ends it. */
static const struct {
    struct str start, end;
} tags[] = {
    {STR_INIT("<![CDATA["), STR_INIT("]]>")},
    {STR_INIT("<?"), STR_INIT("?>")},
    {STR_INIT("<!"), STR_INIT(">")},
};

enum {
    N_TAGS = sizeof tags / sizeof *tags
};

struct tangle {
    struct str text;
    struct buf *out;
    size_t n_taken; /* bytes of text that are in out */
    bool has_tables;
    bool is_deep;
    unsigned n_empty; /* lines up to here */

    /* Of the paragraph. */
    size_t start, end;
    struct str above; /* the line before */
    size_t n_cols;    /* of the table that it has become; 0: none */
    unsigned n_unclosed[N_TAGS];
    unsigned n_images, n_brackets; /* open; brackets since the last image */

    size_t next_end[N_TAGS]; /* where a tag of the kind ends next */
    size_t n_reread, n_missing;
};

/*
 * Puts a text into the place of the bytes from up to to.
 */
static void
replace(struct tangle *t, size_t from, size_t to, const char *by)
{
    buf_add_str(t->out, str_slice(t->text, t->n_taken, from));
    buf_add_text(t->out, by);
    t->n_taken = to;
}

/*
 * Returns the line without the marks of lists and quotes that it begins with,
 * or might.
 */
static struct str
skip_marks(struct str line)
{
    size_t n = 0;

    while (n < line.len && strchr(" \t>*+-.)0123456789", line.ptr[n]))
        n++;
    return str_slice(line, n, line.len);
}

static bool
has_only(struct str s, const char *set)
{
    size_t n = 0;

    while (n < s.len && strchr(set, s.ptr[n]))
        n++;
    return n == s.len;
}

static bool
is_empty(struct str line)
{
    return has_only(line, " \t\r>");
}

/*
 * Tells whether the line may be the second of a table.
 */
static bool
is_second_row(struct str line)
{
    bool has_mark = false;

    line = skip_marks(line);
    for (size_t i = 0; i < line.len; i++) {
        if (!strchr("|-: \t\r", line.ptr[i]))
            return false;
        has_mark |= line.ptr[i] == '|' || line.ptr[i] == ':';
    }
    return has_mark;
}

/*
 * Returns the row of a table without the quotes that it is in; and, when it is
 * the first, without the items that it begins.
 */
static struct str
find_row(struct str line, bool is_first)
{
    size_t n, from = 0;

    do {
        line = str_slice(line, from, line.len);
        for (n = 0; n < line.len && strchr(" \t>", line.ptr[n]);)
            n++;
        line = str_slice(line, n, line.len);
        for (n = 0; n < line.len && strchr("0123456789", line.ptr[n]);)
            n++;
        from = n + 1 < line.len && strchr(n > 0 ? ".)" : "-+*", line.ptr[n]) &&
                       strchr(" \t", line.ptr[n + 1])
                   ? n + 2
                   : 0;
    } while (is_first && from > 0);
    return str_trim(line);
}

static size_t
count_cells(struct str row)
{
    size_t n = 1;

    for (size_t i = 0; i < row.len; i++) {
        if (row.ptr[i] == '\\')
            i++;
        else if (row.ptr[i] == '|' && i > 0 && i + 1 < row.len)
            n++;
    }
    return n;
}

/*
 * Looks at a line as at one of a table.
 */
static void
read_row(struct tangle *t, size_t at, struct str line)
{
    size_t n = 0;

    if (t->n_cols > 0) {
        n = count_cells(find_row(line, false));
        t->n_missing += n < t->n_cols ? t->n_cols - n : 0;
    } else if (t->above.ptr && is_second_row(line)) {
        const size_t n_heads = count_cells(find_row(t->above, true));
        n = count_cells(find_row(line, false));
        t->n_reread += at - t->start;
        if (n == n_heads)
            t->n_cols = n;
        n = n > n_heads ? n : n_heads;
    }
    if (n > MAX_CELLS || t->n_missing > MAX_MISSING || t->n_reread > MAX_REREAD)
        t->has_tables = false;
}

/*
 * Tells whether what begins here as a tag of that kind is never closed in the
 * paragraph.
 */
static bool
is_unclosed(struct tangle *t, unsigned kind, size_t at)
{
    if (!str_starts(str_slice(t->text, at, t->end), tags[kind].start))
        return false;
    at += tags[kind].start.len;
    if (t->next_end[kind] < at)
        t->next_end[kind] = str_find(t->text, tags[kind].end, at);
    return t->next_end[kind] >= t->end;
}

/*
 * Looks at a "<", which is not the first character of a line: a tag there would
 * be a block.
 */
static void
read_tag(struct tangle *t, size_t at)
{
    for (unsigned i = 0; i < N_TAGS; i++) {
        if (!is_unclosed(t, i, at))
            continue;
        if (++t->n_unclosed[i] > MAX_UNCLOSED) {
            replace(t, at, at, "\\");
            return;
        }
    }
}

/*
 * Looks at a "[" or a "]".
 */
static void
read_bracket(struct tangle *t, size_t at)
{
    const bool is_image = at > t->start && t->text.ptr[at - 1] == '!';

    if (t->text.ptr[at] == ']') {
        if (t->n_brackets > 0)
            t->n_brackets--;
        else if (t->n_images > 0)
            t->n_images--;
    } else if (is_image && t->n_images == MAX_IMAGES) {
        replace(t, at, at, "\\");
    } else if (is_image) {
        t->n_images++;
        t->n_brackets = 0;
    } else {
        t->n_brackets++;
    }
}

static void
read_spans(struct tangle *t, size_t at, size_t end)
{
    const size_t first = end - skip_marks(str_slice(t->text, at, end)).len;

    for (; at < end; at++) {
        switch (t->text.ptr[at]) {
        case '\\':
            at++;
            break;
        case '<':
            if (at > first)
                read_tag(t, at);
            break;
        case '[':
        case ']':
            read_bracket(t, at);
            break;
        default:
            break;
        }
    }
}

/*
 * Begins a paragraph, which ends where the next line is empty.
 */
static void
begin_paragraph(struct tangle *t, size_t at)
{
    struct str rest = str_slice(t->text, at, t->text.len);
    struct str line;

    t->start = t->end = at;
    while ((line = str_next_line(&rest)).ptr && !is_empty(line))
        t->end = t->text.len - rest.len;
    t->above = (struct str){0};
    t->n_cols = t->n_images = t->n_brackets = 0;
    memset(t->n_unclosed, 0, sizeof t->n_unclosed);
}

/*
 * Has the marks of lists and quotes that begin with the given byte of the text
 * taken for text, unless they are a rule.
 */
static void
cut_marks(struct tangle *t, size_t at, size_t end)
{
    const struct str rest = str_slice(t->text, at, end);

    if (has_only(rest, " \t\r\n-") || has_only(rest, " \t\r\n*"))
        return;
    while (at < end && !strchr(">-+*.)", t->text.ptr[at]))
        at++;
    replace(t, at, at, "\\");
}

static void
read_line(struct tangle *t, size_t at, size_t end, struct str line)
{
    const size_t n_marks = line.len - skip_marks(line).len;

    t->is_deep |= n_marks > DEEP;
    if (is_empty(line)) {
        if (++t->n_empty > MAX_EMPTY && t->is_deep)
            replace(t, at, end, "");
        return;
    }
    t->n_empty = 0;
    if (at >= t->end)
        begin_paragraph(t, at);
    if (t->has_tables)
        read_row(t, at, line);
    t->above = line;
    if (n_marks > MAX_MARKS)
        cut_marks(t, at + MAX_MARKS, end);
    read_spans(t, at, end);
}

struct str
tangle_loosen(struct str text, struct buf *out, bool *out_has_tables)
{
    struct tangle t = {.text = text, .out = out, .has_tables = true};
    struct str rest = text, line;

    for (size_t at = 0; (line = str_next_line(&rest)).ptr;) {
        const size_t end = text.len - rest.len;
        read_line(&t, at, end, line);
        at = end;
    }
    *out_has_tables = t.has_tables;
    if (t.n_taken == 0)
        return text;
    buf_add_str(out, str_slice(text, t.n_taken, text.len));
    return buf_str(out);
}
