/* SPDX-License-Identifier: ISC */
/*
 * forme - blocks into a galley
 *
 * One loop over the blocks, which come in reading order. Containers open a
 * frame and the loop goes on inside them; before each block, the frames and
 * folds that end there are closed. Only the cells of a table are formes of
 * their own, because they stand side by side.
 *
 * Blank lines are put before a block, never behind it, so that none is left at
 * the end of a container.
 */
#include "forme.h"

#include "code.h"
#include "fold.h"
#include "grid.h"
#include "head.h"
#include "list.h"
#include "para.h"
#include "record.h"
#include "table.h"

#include <assert.h>

enum {
    DETAILS_INDENT = 2,
    NOTES_RULE_COLS = 8,
};

struct forme {
    struct press *p;
    struct galley *g;
    uint32_t n_around; /* frames that are not ours to close */
    struct fold fold;
    section_ix section; /* the first whose head is not before this block */
};

/*
 * Returns what the outline says of block b as a head. Must be called with
 * growing b.
 */
static struct head
head_at(struct forme *f, block_ix b)
{
    const struct outline *o = f->p->opts->outline;
    struct head head = {SECTION_NONE, false};

    if (!o || !f->g->can_fold)
        return head;
    while (f->section < o->n_sections && o->sections[f->section].head < b)
        f->section++;
    if (f->section == o->n_sections)
        return head;

    const struct section *section = &o->sections[f->section];
    if (section->head == b && section->first < section->end) {
        head.section = f->section;
        head.is_folded = !f->fold.is_open && f->p->opts->folded &&
                         f->p->opts->folded[f->section];
    }
    return head;
}

/*
 * Tells whether a blank line parts block from what was shown before it in the
 * frame.
 */
static bool
is_parted(const struct frame *frame, const struct block *block, bool is_folded)
{
    if (frame->last == BLOCK_DOC)
        return false;
    switch (block->kind) {
    case BLOCK_ITEM:
        return !frame->is_tight;
    case BLOCK_CAPTION:
    case BLOCK_DEFINITION:
        return false;
    case BLOCK_TERM:
        return frame->last != BLOCK_TERM &&
               !(is_folded && frame->is_last_folded);
    case BLOCK_NOTE:
        return frame->last != BLOCK_NOTE;
    default:
        break;
    }
    if (frame->last == BLOCK_SUMMARY ||
        (frame->last == BLOCK_CAPTION && frame->kind == BLOCK_FIGURE) ||
        (is_folded && frame->is_last_folded))
        return false;
    return !frame->is_tight ||
           (frame->last == BLOCK_PARA && block->kind == BLOCK_PARA);
}

/*
 * Puts a short rule before the first footnote of a group.
 */
static void
put_notes_rule(struct forme *f, block_ix b)
{
    uint32_t room = galley_room(f->g);
    uint32_t cols = room > 0 && room < NOTES_RULE_COLS ? room : NOTES_RULE_COLS;
    uint32_t left = galley_begin_line(f->g, LINE_TEXT, f->p->offsets[b], b);

    sheet_add_row(f->g->sheet, left, STR("─"), cols, look_of(THEME_RULE));
}

/*
 * Puts block b, the head of a section or a heading without any.
 */
static void
put_head(struct forme *f, block_ix b, struct head head)
{
    uint32_t first_line = head_put(f->p, f->g, b, head);

    if (f->p->a->blocks[b].kind == BLOCK_SUMMARY)
        galley_indent(f->g, DETAILS_INDENT);
    if (head.is_folded)
        fold_begin(&f->fold, f->p, f->g,
            f->p->opts->outline->sections[head.section].end, first_line);
}

static void
put_table(struct forme *f, block_ix b)
{
    struct table table;

    table_plan(&table, f->p, f->g, b);
    if (table.is_record)
        record_put(f->p, f->g, b, &table);
    else
        grid_put(f->p, f->g, b, &table);
    table_done(&table);
}

/*
 * Opens the frame of container b.
 */
static void
open_frame(struct forme *f, block_ix b)
{
    const struct block *block = &f->p->a->blocks[b];
    struct frame *frame;

    switch (block->kind) {
    case BLOCK_QUOTE:
        frame = galley_push(f->g, BLOCK_QUOTE, block->end);
        frame->key = THEME_QUOTE;
        galley_bar(f->g);
        break;
    case BLOCK_LIST:
        list_open(f->p, f->g, b);
        break;
    case BLOCK_ITEM:
        list_open_item(f->p, f->g, b);
        break;
    case BLOCK_DEFINITION:
        list_open_definition(f->p, f->g, b);
        break;
    case BLOCK_NOTE:
        list_open_note(f->p, f->g, b);
        break;
    default:
        galley_push(f->g, (enum block_kind)block->kind, block->end);
        break;
    }
}

/*
 * Puts leaf block b, which is no head.
 */
static void
put_leaf(struct forme *f, block_ix b)
{
    enum theme_key key = (enum theme_key)galley_top(f->g)->key;

    switch (f->p->a->blocks[b].kind) {
    case BLOCK_CODE:
        code_put(f->p, f->g, b);
        return;
    case BLOCK_CAPTION:
        key = THEME_CAPTION;
        break;
    case BLOCK_TERM:
    case BLOCK_SUMMARY:
        key = THEME_TERM;
        break;
    default:
        break;
    }
    para_put_leaf(f->p, f->g, b, key);
}

/*
 * Tells whether there is nothing in figure b but pictures and what is said of
 * them.
 */
static bool
is_pictures(const struct article *a, block_ix b)
{
    for (block_ix i = b + 1; i < a->blocks[b].end; i++)
        if (a->blocks[i].kind != BLOCK_CAPTION &&
            !(a->blocks[i].kind == BLOCK_PARA && prose_is_picture(a, i)))
            return false;
    return true;
}

/*
 * Tells whether block b is left out of what is text only: a paragraph of
 * pictures, and what is said below them. In a table a picture may be all that a
 * cell says.
 */
static bool
is_unwanted(const struct forme *f, block_ix b)
{
    const struct article *a = f->p->a;
    const struct block *block = &a->blocks[b];

    if (!f->p->opts->is_text || !f->g->can_fold)
        return false;
    if (block->kind == BLOCK_CAPTION)
        return is_pictures(a, block->parent);
    return block->kind == BLOCK_PARA && prose_is_picture(a, b);
}

/*
 * Puts block b, or its beginning if it is a container. Returns the block to go
 * on with.
 */
static block_ix
put_block(struct forme *f, block_ix b)
{
    const struct block *block = &f->p->a->blocks[b];
    struct frame *around = galley_top(f->g);
    struct head head = head_at(f, b);

    if (is_unwanted(f, b))
        return b + 1;
    if (is_parted(around, block, head.is_folded))
        para_put_blank(f->p, f->g, b);
    if (block->kind == BLOCK_NOTE && around->last != BLOCK_NOTE)
        put_notes_rule(f, b);
    around->is_last_folded = head.is_folded;

    if (head.section != SECTION_NONE || block->kind == BLOCK_HEADING) {
        put_head(f, b, head);
    } else if (article_is_leaf((enum block_kind)block->kind)) {
        put_leaf(f, b);
    } else if (block->kind == BLOCK_RULE) {
        code_put_rule(f->p, f->g, b);
    } else if (block->kind == BLOCK_TABLE) {
        put_table(f, b);
    } else {
        open_frame(f, b);
    }
    around->last = block->kind;
    return block->kind == BLOCK_TABLE ? block->end : b + 1;
}

/*
 * Closes the frames and folds that end at or before block b.
 */
static void
close_left(struct forme *f, block_ix b)
{
    for (;;) {
        struct frame *top = galley_top(f->g);
        if (fold_is_over(&f->fold, f->g, b)) {
            fold_end(&f->fold, f->p, f->g);
            top->is_last_folded = true;
        } else if (f->g->n_frames > f->n_around && top->end <= b) {
            if (top->mark_state != MARK_NONE)
                para_put_lonely_marks(f->p, f->g, top->end - 1);
            galley_pop(f->g);
        } else {
            return;
        }
    }
}

void
forme_put(struct press *p, struct galley *g, block_ix first, block_ix end)
{
    struct forme f = {.p = p, .g = g, .n_around = g->n_frames};

    for (block_ix b = first; b < end;) {
        close_left(&f, b);
        b = put_block(&f, b);
    }
    close_left(&f, UINT32_MAX);
    assert(!f.fold.is_open);
}
