/* SPDX-License-Identifier: ISC */
/*
 * form - which blocks are written as Markdown, and which as HTML
 *
 * GitHub's tables have one head row, cells with a line of text each, and an
 * alignment for each column.
 */
#include "form.h"

enum {
    ALIGNS = BLOCK_IS_LEFT | BLOCK_IS_CENTER | BLOCK_IS_RIGHT,
    MAX_LIST_NUMBER = 999999999 /* nine digits */
};

bool
form_is_tight(const struct article *a, block_ix b)
{
    const struct block *parent = &a->blocks[a->blocks[b].parent];

    return parent->kind == BLOCK_ITEM &&
           !(a->blocks[parent->parent].marks & BLOCK_IS_LOOSE);
}

/*
 * Tells whether block b is a rule or a list that ends in one.
 */
static bool
ends_in_rule(const struct article *a, block_ix b)
{
    block_ix last = b;

    while (a->blocks[last].kind == BLOCK_LIST ||
           a->blocks[last].kind == BLOCK_ITEM) {
        block_ix end = a->blocks[last].end;
        block_ix child = last + 1;
        if (child == end)
            return true;
        while (a->blocks[child].end < end)
            child = a->blocks[child].end;
        last = child;
    }
    return a->blocks[last].kind == BLOCK_RULE;
}

bool
form_shows_loose(const struct article *a, block_ix list)
{
    block_ix end = a->blocks[list].end;

    for (block_ix item = list + 1; item < end; item = a->blocks[item].end)
        for (block_ix b = item + 1; b < a->blocks[item].end;
             b = a->blocks[b].end)
            if (a->blocks[b].end < end && !ends_in_rule(a, b))
                return true;
    return false;
}

bool
form_is_loose_only(const struct article *a, block_ix item)
{
    block_ix list = a->blocks[item].parent;

    if (!(a->blocks[list].marks & BLOCK_IS_LOOSE) || item != list + 1)
        return false;
    for (; item < a->blocks[list].end; item = a->blocks[item].end)
        for (block_ix b = item + 1; b < a->blocks[item].end;
             b = a->blocks[b].end)
            if (a->blocks[b].kind == BLOCK_PARA)
                return false;
    return true;
}

/*
 * Tells whether a cell is empty or one paragraph, and spans nothing.
 */
static bool
is_simple_cell(const struct article *a, block_ix cell)
{
    const struct block *block = &a->blocks[cell];

    return block->number == 1 &&
           (block->end == cell + 1 ||
               (block->end == cell + 2 &&
                   a->blocks[cell + 1].kind == BLOCK_PARA));
}

/*
 * Tells whether row is simple, has its marks as they must be in a head row or
 * another one, and the same columns as the row head.
 */
static bool
is_simple_row(const struct article *a, block_ix row, block_ix head)
{
    const struct block *blocks = a->blocks;
    unsigned header = row == head ? BLOCK_IS_HEADER : 0;
    block_ix above = head + 1;

    if (blocks[row].kind != BLOCK_ROW ||
        (blocks[row].marks & BLOCK_IS_HEADER) != header)
        return false;
    for (block_ix cell = row + 1; cell < blocks[row].end;
         cell = blocks[cell].end) {
        if (above >= blocks[head].end || !is_simple_cell(a, cell) ||
            (blocks[cell].marks & BLOCK_IS_HEADER) != header ||
            (blocks[cell].marks & ALIGNS) != (blocks[above].marks & ALIGNS))
            return false;
        above = blocks[above].end;
    }
    return above == blocks[head].end;
}

/*
 * Tells whether block b is in an item of a list that has no empty lines,
 * however deep.
 */
static bool
is_in_tight_list(const struct article *a, block_ix b)
{
    for (; b > 0; b = a->blocks[b].parent)
        if (form_is_tight(a, b))
            return true;
    return false;
}

/*
 * Tells whether a table can be written with pipes. In a tight list it cannot
 * without a row below its head, because GitHub's parser takes the list for
 * loose then.
 */
static bool
is_simple_table(const struct article *a, block_ix table)
{
    block_ix end = a->blocks[table].end;

    for (block_ix row = table + 1; row < end; row = a->blocks[row].end)
        if (!is_simple_row(a, row, table + 1))
            return false;
    return a->blocks[table + 1].end < end || !is_in_tight_list(a, table);
}

/*
 * Tells whether code has looks that a fence would lose, or anchors inside.
 */
static bool
is_styled_code(
    const struct article *a, const struct anchors *anchors, block_ix b)
{
    const struct block *block = &a->blocks[b];

    for (uint32_t i = 0; i < block->n_spans; i++) {
        const struct span *span = &a->spans[block->first_span + i];
        if (span->roles != 0 || span->link != LINK_NONE)
            return true;
    }
    if (!anchors)
        return false;

    /* Those behind the last leaf of all can stand behind it. */
    uint32_t start = article_block_offset(a, b);
    uint32_t end = article_block_at(a, UINT32_MAX) == b
                       ? start + (uint32_t)article_text(a, b).len
                       : UINT32_MAX;
    return anchors_any(anchors, b, start + 1, end);
}

bool
form_is_html(const struct article *a, const struct anchors *anchors, block_ix b)
{
    const struct block *block = &a->blocks[b];

    switch (block->kind) {
    case BLOCK_FIGURE:
    case BLOCK_TERMS:
        return true;
    case BLOCK_DETAILS:
        return form_is_tight(a, b);
    case BLOCK_TABLE:
        return !is_simple_table(a, b);
    case BLOCK_CODE:
        return is_styled_code(a, anchors, b);
    case BLOCK_LIST:
        return (block->marks & BLOCK_IS_ORDERED) &&
               (block->number < 0 || block->info.len > 0 ||
                   (block->marks & BLOCK_IS_REVERSED) ||
                   block->number > MAX_LIST_NUMBER - (int32_t)(block->end - b));
    default:
        return false;
    }
}
