/* SPDX-License-Identifier: ISC */
/*
 * table - how wide the columns of a table are
 *
 * As in the automatic layout of CSS, a column is at least as wide as its widest
 * word and at most as its widest line. What lies between is shared out by area,
 * the width of all its text in one line: then columns are equally long on
 * average, and rows as low as can be. Shares that fall below the least or above
 * the most are set to it and the rest is shared again, as flexible boxes do in
 * CSS.
 *
 * A word counts up to WORD_MAX cells; longer ones are addresses, which would
 * take the room of all others and be broken nevertheless.
 */
#include "table.h"

#include "base/mem.h"
#include "base/utf8.h"

#include <stdlib.h>

enum {
    WIDE_GAP = 3,
    NARROW_GAP = 2,
    READABLE = 6,       /* no column is narrower, if it has that much */
    WORD_READABLE = 12, /* nor narrower than its words up to this length */
    WORD_MAX = 24,
    MAX_SPANNED = 256, /* wider tables do not join columns */

    /* Where lines have no limit, no column reserves more than this: a long cell
     * pushes on what is right of it, but does not fill all rows with blanks. */
    NATURAL_COLUMN = 60,
    NATURAL_TABLE = 500,
};

/* What is measured of a cell. */
struct cell_size {
    uint32_t word, line;
    bool is_tall; /* more than one line in any case */
};

static uint32_t
largest(uint32_t a, uint32_t b)
{
    return a > b ? a : b;
}

static uint32_t
smallest(uint32_t a, uint32_t b)
{
    return a < b ? a : b;
}

struct table_cursor
table_row(const struct article *a, block_ix row)
{
    struct table_cursor c = {.next = row + 1, .end = a->blocks[row].end};

    for (block_ix b = c.next; b < c.end; b = a->blocks[b].end)
        c.n_left++;
    return c;
}

bool
table_next(
    const struct table *t, const struct article *a, struct table_cursor *c)
{
    if (c->next >= c->end)
        return false;

    const struct block *cell = &a->blocks[c->next];
    c->cell = c->next;
    c->next = cell->end;
    c->column += c->span;
    c->n_left--;
    c->span = cell->number > 1 && t->n_columns <= MAX_SPANNED
                  ? smallest((uint32_t)cell->number,
                        t->n_columns - c->column - c->n_left)
                  : 1;
    return true;
}

/*
 * Returns how far the frames inside of cell move leaf b to the right.
 */
static uint32_t
indent_in(const struct article *a, block_ix cell, block_ix b)
{
    uint32_t indent = 0;

    if (a->blocks[b].kind == BLOCK_CODE || a->blocks[b].kind == BLOCK_HEADING)
        indent = 2;
    for (b = a->blocks[b].parent; b > cell; b = a->blocks[b].parent) {
        switch (a->blocks[b].kind) {
        case BLOCK_QUOTE:
        case BLOCK_DETAILS:
            indent += 2;
            break;
        case BLOCK_ITEM:
        case BLOCK_DEFINITION:
            indent += 4;
            break;
        default:
            break;
        }
    }
    return indent;
}

static struct cell_size
measure_code(const struct article *a, block_ix b)
{
    struct str text = article_text(a, b);
    struct cell_size size = {.is_tall = true};
    struct str line;

    while ((line = str_next_line(&text)).ptr)
        size.line = largest(size.line, (uint32_t)utf8_cols(line));
    size.word = size.line;
    return size;
}

static struct cell_size
measure_leaf(struct press *p, block_ix b)
{
    struct cell_size size = {0};
    struct str text;

    if (p->a->blocks[b].kind == BLOCK_CODE)
        return measure_code(p->a, b);
    prose_clear(&p->prose);
    prose_add_leaf(&p->prose, p->a, b, THEME_TEXT, &p->refs);
    text = buf_str(&p->prose.text);
    wrap_measure(&p->wrap, text, &size.word, &size.line);
    size.is_tall = memchr(text.ptr, '\n', text.len) != NULL;
    return size;
}

static struct cell_size
measure_cell(struct press *p, block_ix cell)
{
    const struct article *a = p->a;
    block_ix end = a->blocks[cell].end;
    struct cell_size size = {1, 1, end > cell + 2};

    for (block_ix b = cell + 1; b < end; b++) {
        if (!article_is_leaf(a->blocks[b].kind) || a->blocks[b].n_spans == 0)
            continue;
        struct cell_size leaf = measure_leaf(p, b);
        uint32_t indent = indent_in(a, cell, b);
        size.word = largest(size.word, leaf.word + indent);
        size.line = largest(size.line, leaf.line + indent);
        size.is_tall = size.is_tall || leaf.is_tall;
    }
    return size;
}

/*
 * Widens the columns from first on, span of them, so that a cell of that width
 * goes into them.
 */
static void
widen(struct table *t, uint32_t first, uint32_t span, struct cell_size size)
{
    uint32_t word = (span - 1) * NARROW_GAP, line = word;

    for (uint32_t i = first; i < first + span; i++) {
        word += t->columns[i].word;
        line += t->columns[i].line;
    }
    for (uint32_t i = 0; i < span; i++) {
        struct table_column *c = &t->columns[first + i];
        if (size.word > word)
            c->word += (size.word - word + i) / span;
        if (size.line > line)
            c->line += (size.line - line + i) / span;
        c->line = largest(c->line, c->word);
        c->area += size.line / span;
    }
}

/*
 * Tells whether s is an amount: digits with what parts them, a sign in front, a
 * unit of one character. Dates and versions are none.
 */
static bool
is_number(struct str s)
{
    static const struct str signs[] = {STR_INIT("-"), STR_INIT("+"),
        STR_INIT("\u2212"), STR_INIT("$"), STR_INIT("\u20AC"),
        STR_INIT("\u00A3"), STR_INIT("\u00A5"), STR_INIT("~"),
        STR_INIT("\u2248"), STR_INIT("%"), STR_INIT(","), STR_INIT("."),
        STR_INIT(" "), STR_INIT("\u00A0"), STR_INIT("\u202F")};
    uint32_t n_digits = 0, n_dots = 0;

    for (size_t at = 0, n = 1; at < s.len; at += n, n = 1) {
        char c = s.ptr[at];
        n_dots += c == '.';
        if (c >= '0' && c <= '9') {
            n_digits++;
            continue;
        }
        n = 0;
        for (size_t i = 0; i < sizeof signs / sizeof *signs && n == 0; i++)
            if (str_starts(str_slice(s, at, s.len), signs[i]))
                n = signs[i].len;
        if (n == 0 || (c == '-' && n_digits > 0))
            return false;
    }
    return n_digits > 0 && n_dots < 2;
}

/*
 * Counts the cell, of one column, as a number or as words. What has no letter
 * and no digit stands for a number that is not known.
 */
static void
count_number(struct table_column *c, const struct article *a, block_ix cell)
{
    enum {
        MAX_NUMBER = 24
    };
    block_ix leaf = cell + 1;
    struct str s = {0};

    if (a->blocks[cell].end == leaf)
        return;
    if (a->blocks[cell].end == leaf + 1)
        s = article_text(a, leaf);
    if (s.len > 0 && s.len <= MAX_NUMBER && is_number(s))
        c->n_numbers++;
    else if (!str_eq(s, STR("-")) && !str_eq(s, STR("\u2013")) &&
             !str_eq(s, STR("\u2014")))
        c->has_words = true;
}

bool
table_is_numeric(const struct table *t, uint32_t column)
{
    const struct table_column *c = &t->columns[column];

    return c->n_numbers > 1 && !c->has_words;
}

/*
 * Measures the cells of table b: first those of one column, then those that
 * join several, if is_joined.
 */
static void
measure_cells(struct table *t, struct press *p, block_ix b, bool is_joined)
{
    const struct article *a = p->a;

    for (block_ix row = b + 1; row < a->blocks[b].end;
         row = a->blocks[row].end) {
        if (a->blocks[row].kind != BLOCK_ROW)
            continue;
        struct table_cursor c = table_row(a, row);
        while (table_next(t, a, &c)) {
            if ((c.span > 1) != is_joined)
                continue;
            struct cell_size size = measure_cell(p, c.cell);
            if (!is_joined && !(a->blocks[row].marks & BLOCK_IS_HEADER))
                count_number(&t->columns[c.column], a, c.cell);
            widen(t, c.column, c.span, size);
            t->is_tall = t->is_tall || size.is_tall;
        }
    }
}

static uint32_t
count_columns(const struct article *a, block_ix b)
{
    uint32_t n = 0;

    for (block_ix row = b + 1; row < a->blocks[b].end; row = a->blocks[row].end)
        if (a->blocks[row].kind == BLOCK_ROW)
            n = largest(n, table_row(a, row).n_left);
    return n;
}

static uint32_t
sum_cols(const struct table *t)
{
    uint32_t sum = 0;

    for (uint32_t i = 0; i < t->n_columns; i++)
        sum += t->columns[i].cols;
    return sum;
}

/*
 * Gives every column the least width with which it can be read. Returns false
 * if that is more than room.
 */
static bool
give_least(struct table *t, uint64_t room)
{
    uint64_t sum = 0;

    for (uint32_t i = 0; i < t->n_columns; i++) {
        struct table_column *c = &t->columns[i];
        c->cols = largest(
            smallest(c->line, READABLE), smallest(c->word, WORD_READABLE));
        sum += c->cols;
    }
    return sum <= room;
}

/*
 * Widens columns to their widest words, those that need least first.
 */
static void
give_words(struct table *t, uint32_t room)
{
    uint32_t left = room - sum_cols(t);

    for (uint32_t need = 1; need <= WORD_MAX && left > 0; need++) {
        for (uint32_t i = 0; i < t->n_columns; i++) {
            struct table_column *c = &t->columns[i];
            uint32_t word = smallest(c->word, WORD_MAX);
            if (word == c->cols + need && need <= left) {
                c->cols = word;
                left -= need;
            }
        }
    }
}

/* One round of sharing: what is left for the columns not yet settled. */
struct share {
    uint64_t room, area;
    int64_t excess; /* of what they would get at least over what there is */
};

static uint32_t
wanted(const struct table_column *c, const struct share *share)
{
    return (uint32_t)(share->room * c->area / share->area);
}

static uint32_t
clamped(const struct table_column *c, uint32_t cols)
{
    return largest(c->cols, smallest(cols, c->line));
}

/*
 * Settles the columns that are held back most by their bounds, or all if none
 * is. Returns false when there is nothing left to settle.
 */
static bool
settle_some(struct table *t, bool *is_settled, uint32_t room)
{
    struct share share = {.room = room};
    bool has_changed = false;

    for (uint32_t i = 0; i < t->n_columns; i++) {
        if (is_settled[i])
            share.room -= t->columns[i].cols;
        else
            share.area += t->columns[i].area;
    }
    if (share.area == 0)
        return false;

    for (uint32_t i = 0; i < t->n_columns; i++) {
        uint32_t want = wanted(&t->columns[i], &share);
        if (!is_settled[i])
            share.excess +=
                (int64_t)clamped(&t->columns[i], want) - (int64_t)want;
    }
    for (uint32_t i = 0; i < t->n_columns; i++) {
        struct table_column *c = &t->columns[i];
        uint32_t want = wanted(c, &share), cols = clamped(c, want);
        bool is_held = share.excess > 0   ? cols > want
                       : share.excess < 0 ? cols < want
                                          : true;
        if (is_settled[i] || !is_held)
            continue;
        c->cols = cols;
        is_settled[i] = true;
        has_changed = true;
    }
    return has_changed;
}

/*
 * Shares room out to the columns, which have their least width.
 */
static void
share_out(struct table *t, uint32_t room)
{
    bool *is_settled = mem_alloc_zero(t->n_columns, sizeof *is_settled);

    while (settle_some(t, is_settled, room))
        continue;
    free(is_settled);

    uint32_t left = room - sum_cols(t); /* by rounding */
    for (uint32_t i = 0; i < t->n_columns && left > 0; i++) {
        uint32_t more = smallest(left, t->columns[i].line - t->columns[i].cols);
        more = smallest(more, 1);
        t->columns[i].cols += more;
        left -= more;
    }
}

/*
 * Gives the columns their widths in room cells.
 */
static void
give_widths(struct table *t, uint32_t room)
{
    uint64_t sum = 0, n_gaps = t->n_columns > 0 ? t->n_columns - 1 : 0;
    uint32_t most = room > 0 ? UINT32_MAX : NATURAL_COLUMN;

    for (uint32_t i = 0; i < t->n_columns; i++) {
        t->columns[i].cols = smallest(t->columns[i].line, most);
        sum += t->columns[i].cols;
    }
    t->gap = WIDE_GAP;
    t->is_record = room == 0 && sum + n_gaps * WIDE_GAP > NATURAL_TABLE;
    if (room == 0 || sum + n_gaps * WIDE_GAP <= room)
        return;
    t->gap = NARROW_GAP;
    if (sum + n_gaps * NARROW_GAP <= room)
        return;

    t->is_tall = true;
    t->is_record = n_gaps * NARROW_GAP >= room ||
                   !give_least(t, room - n_gaps * NARROW_GAP);
    if (t->is_record)
        return;
    room -= (uint32_t)n_gaps * NARROW_GAP;
    give_words(t, room);
    share_out(t, room);
}

void
table_plan(struct table *t, struct press *p, const struct galley *g, block_ix b)
{
    *t = (struct table){.n_columns = count_columns(p->a, b)};
    t->columns = mem_alloc_zero(t->n_columns, sizeof *t->columns);
    measure_cells(t, p, b, false);
    measure_cells(t, p, b, true);
    give_widths(t, galley_room(g));

    uint32_t left = 0;
    for (uint32_t i = 0; i < t->n_columns; i++) {
        t->columns[i].left = left;
        left += t->columns[i].cols + t->gap;
    }
}

void
table_done(struct table *t)
{
    free(t->columns);
    *t = (struct table){0};
}
