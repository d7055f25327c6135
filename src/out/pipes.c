/* SPDX-License-Identifier: ISC */
/*
 * pipes - tables of Markdown
 *
 * A cell is written like a paragraph first; then its pipes get a backslash,
 * which is taken away before anything else in the cell is looked at.
 */
#include "pipes.h"

enum {
    ALIGNS = BLOCK_IS_LEFT | BLOCK_IS_CENTER | BLOCK_IS_RIGHT
};

static void
add_cell(const struct phrase *p, block_ix cell, struct buf *out)
{
    struct buf text = {0};

    if (p->a->blocks[cell].end > cell + 1)
        phrase_add(p, cell + 1, &text);
    buf_add_char(out, ' ');
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] == '|')
            buf_add_char(out, '\\');
        buf_add_char(out, text.ptr[i]);
    }
    buf_add_text(out, text.len > 0 ? " |" : "|");
    buf_done(&text);
}

static void
add_row(const struct phrase *p, block_ix row, struct buf *out)
{
    buf_add_char(out, '|');
    for (block_ix cell = row + 1; cell < p->a->blocks[row].end;
         cell = p->a->blocks[cell].end)
        add_cell(p, cell, out);
}

/*
 * Appends the line under the head, which says how columns are aligned.
 */
static void
add_aligns(const struct article *a, block_ix head, struct buf *out)
{
    buf_add_text(out, "\n|");
    for (block_ix cell = head + 1; cell < a->blocks[head].end;
         cell = a->blocks[cell].end) {
        switch (a->blocks[cell].marks & ALIGNS) {
        case BLOCK_IS_LEFT:
            buf_add_text(out, " :--- |");
            break;
        case BLOCK_IS_CENTER:
            buf_add_text(out, " :---: |");
            break;
        case BLOCK_IS_RIGHT:
            buf_add_text(out, " ---: |");
            break;
        default:
            buf_add_text(out, " --- |");
            break;
        }
    }
}

void
pipes_add(const struct phrase *p, block_ix table, struct buf *out)
{
    block_ix head = table + 1;

    for (block_ix row = head; row < p->a->blocks[table].end;
         row = p->a->blocks[row].end) {
        if (row > head)
            buf_add_char(out, '\n');
        add_row(p, row, out);
        if (row == head)
            add_aligns(p->a, head, out);
    }
}
