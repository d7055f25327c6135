/* SPDX-License-Identifier: ISC */
/*
 * list - frames for what hangs: items, terms and footnotes
 *
 * Counting the items of a list, or the footnotes of a group, goes from one to
 * the next over all that is in them, once for each.
 */
#include "list.h"

#include "base/utf8.h"
#include "numeral.h"

enum {
    DEFINITION_INDENT = 4,
    BULLET_INDENT = 2,
};

static const struct str bullets[] = {
    STR_INIT("•"), STR_INIT("◦"), STR_INIT("▪")};
static const struct str box_open = STR_INIT("☐"), box_ticked = STR_INIT("☑");

static uint32_t
count_children(const struct article *a, block_ix b)
{
    uint32_t n = 0;

    for (block_ix i = b + 1; i < a->blocks[b].end; i = a->blocks[i].end)
        n++;
    return n;
}

/*
 * Returns how many cells the widest number of a list takes that has so many
 * items. Decimal numbers are widest at its ends.
 */
static uint32_t
measure_numbers(const struct frame *list, uint32_t n_items)
{
    uint32_t widest = 0, step = 1;
    struct buf number = {0};

    if (list->numerals == NUMERAL_DECIMAL && n_items > 1)
        step = n_items - 1;
    for (uint32_t i = 0; i < n_items; i += step) {
        buf_cut(&number, 0);
        numeral_add(
            &number, list->number + list->step * (int64_t)i, list->numerals);
        widest = number.len > widest ? (uint32_t)number.len : widest;
    }
    buf_done(&number);
    return widest;
}

/*
 * Returns how many bulleted lists are around the innermost frame.
 */
static uint32_t
bullet_depth(const struct galley *g)
{
    uint32_t depth = 0;

    for (uint32_t i = 0; i + 1 < g->n_frames; i++)
        if (g->frames[i].kind == BLOCK_LIST && g->frames[i].label_cols == 0)
            depth++;
    return depth;
}

void
list_open(const struct press *p, struct galley *g, block_ix b)
{
    const struct block *list = &p->a->blocks[b];
    struct frame *f = galley_push(g, BLOCK_LIST, list->end);

    f->is_tight = !(list->marks & BLOCK_IS_LOOSE);
    f->number = list->number;
    f->depth = bullet_depth(g);
    if (list->marks & BLOCK_IS_ORDERED) {
        f->step = list->marks & BLOCK_IS_REVERSED ? -1 : 1;
        f->numerals = numeral_of(article_str(p->a, list->info));
        f->label_cols = 1 + measure_numbers(f, count_children(p->a, b));
    }
}

/*
 * Adds the box of a task to the mark.
 */
static void
add_box(struct buf *mark, const struct block *item)
{
    if (!(item->marks & BLOCK_IS_TASK))
        return;
    if (mark->len > 0)
        buf_add_char(mark, ' ');
    buf_add_str(mark, item->marks & BLOCK_IS_DONE ? box_ticked : box_open);
}

void
list_open_item(const struct press *p, struct galley *g, block_ix b)
{
    const struct block *item = &p->a->blocks[b];
    struct frame *list = galley_top(g);
    bool is_ordered = list->kind == BLOCK_LIST && list->label_cols > 0;
    uint32_t n_bullets = sizeof bullets / sizeof bullets[0];
    uint32_t depth = list->kind == BLOCK_LIST ? list->depth : 0;
    uint32_t indent = BULLET_INDENT;
    struct buf mark = {0};

    if (is_ordered) {
        numeral_add(&mark, list->number, list->numerals);
        buf_add_char(&mark, '.');
        list->number += list->step;
        indent = list->label_cols + 1;
        if (item->marks & BLOCK_IS_TASK)
            indent += (uint32_t)utf8_cols(box_open) + 1;
    }
    add_box(&mark, item);
    if (mark.len == 0)
        buf_add_str(&mark, bullets[depth < n_bullets ? depth : n_bullets - 1]);

    bool is_tight = list->is_tight;
    galley_push(g, BLOCK_ITEM, item->end)->is_tight = is_tight;
    galley_mark(g, buf_str(&mark), indent, THEME_MARKER);
    buf_done(&mark);
}

void
list_open_definition(const struct press *p, struct galley *g, block_ix b)
{
    galley_push(g, BLOCK_DEFINITION, p->a->blocks[b].end);
    galley_indent(g, DEFINITION_INDENT);
}

/*
 * Writes the label of a footnote: in brackets, as where it is referred to.
 */
static void
add_label(struct buf *label, const struct article *a, block_ix b)
{
    struct str s = article_str(a, a->blocks[b].info);
    bool has_brackets = s.len == 0 || str_starts(s, STR("["));

    buf_add_format(label, has_brackets ? "%.*s" : "[%.*s]", STR_ARG(s));
}

/*
 * Returns the width of the widest label from footnote b to the last of its
 * group.
 */
static uint32_t
measure_labels(const struct article *a, block_ix b)
{
    struct buf label = {0};
    uint32_t widest = 0;

    while (b < a->n_blocks && a->blocks[b].kind == BLOCK_NOTE) {
        buf_cut(&label, 0);
        add_label(&label, a, b);
        uint32_t cols = (uint32_t)utf8_cols(buf_str(&label));
        widest = cols > widest ? cols : widest;
        b = a->blocks[b].end;
    }
    buf_done(&label);
    return widest;
}

void
list_open_note(const struct press *p, struct galley *g, block_ix b)
{
    struct frame *around = galley_top(g);
    struct buf label = {0};

    if (around->last != BLOCK_NOTE)
        around->label_cols = measure_labels(p->a, b);
    uint32_t indent = around->label_cols + 1;

    galley_push(g, BLOCK_NOTE, p->a->blocks[b].end);
    add_label(&label, p->a, b);
    if (label.len > 0)
        galley_mark(g, buf_str(&label), indent, THEME_MARKER);
    buf_done(&label);
}
