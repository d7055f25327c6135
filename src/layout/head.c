/* SPDX-License-Identifier: ISC */
/*
 * head - headings and what else stands over a section
 *
 * The line under a heading belongs to the place behind its text, so that who
 * looks for the heading finds its words.
 */
#include "head.h"

#include "fold.h"
#include "para.h"

enum {
    MARK_INDENT = 2
};

static enum theme_key
key_of(const struct block *block, enum theme_key around)
{
    static const uint8_t levels[] = {
        THEME_HEADING1, THEME_HEADING2, THEME_HEADING3, THEME_HEADING4};

    if (block->kind == BLOCK_HEADING)
        return levels[block->level >= 4 ? 3 : block->level - 1];
    if (block->kind == BLOCK_SUMMARY || block->kind == BLOCK_TERM)
        return THEME_TERM;
    return around;
}

/*
 * Opens a frame with the mark of the head; false if it has none.
 */
static bool
open_mark(struct galley *g, const struct block *block, struct head head)
{
    bool is_heading = block->kind == BLOCK_HEADING;
    bool is_fold = head.section != SECTION_NONE &&
                   (!is_heading || (block->marks & BLOCK_IS_QUESTION));
    enum theme_key key = THEME_FOLD;
    struct str mark;

    if (head.is_folded) {
        mark = STR("▸");
    } else if (is_fold) {
        mark = STR("▾");
    } else if (is_heading && block->level >= 3) {
        mark = block->level == 3 ? STR("■") : STR("□");
        key = key_of(block, THEME_TEXT);
    } else {
        return false;
    }
    galley_push(g, (enum block_kind)block->kind, block->end);
    galley_mark(g, mark, MARK_INDENT, key);
    return true;
}

static void
put_underline(struct press *p, struct galley *g, block_ix b, uint32_t cols)
{
    const struct block *block = &p->a->blocks[b];
    struct str sign = block->level == 1 ? STR("═") : STR("─");
    uint32_t room = galley_room(g);
    uint32_t left = galley_begin_line(g, LINE_TEXT, p->offsets[block->end], b);

    if (room > 0 && cols > room)
        cols = room;
    sheet_add_row(g->sheet, left, sign, cols, look_of(THEME_RULE));
}

uint32_t
head_put(struct press *p, struct galley *g, block_ix b, struct head head)
{
    const struct block *block = &p->a->blocks[b];
    uint32_t first_line = g->sheet->n_lines;
    uint32_t page_cols = g->cols;
    enum theme_key key = key_of(block, (enum theme_key)galley_top(g)->key);
    bool has_label = head.is_folded && galley_room(g) >= FOLD_MIN_COLS;
    bool has_mark = open_mark(g, block, head);

    if (has_label)
        g->cols -= FOLD_LABEL_COLS;
    uint32_t cols = para_put_leaf(p, g, b, key);
    g->cols = page_cols;
    g->sheet->lines[first_line].section = head.section;

    if (has_mark)
        galley_pop(g);
    else if (block->kind == BLOCK_HEADING)
        put_underline(p, g, b, cols);
    return first_line;
}
