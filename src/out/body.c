/* SPDX-License-Identifier: ISC */
/*
 * body - blocks as HTML
 *
 * One walk over the blocks. Paragraphs have no tags where browsers need none:
 * alone in a cell or a definition, and in the items of a tight list, which a
 * <p> would make a loose one.
 */
#include "body.h"

#include "form.h"
#include "walk.h"

static const char *const names[BLOCK_KIND_COUNT] = {
    [BLOCK_PARA] = "p",
    [BLOCK_QUOTE] = "blockquote",
    [BLOCK_ITEM] = "li",
    [BLOCK_CODE] = "pre",
    [BLOCK_RULE] = "hr",
    [BLOCK_TABLE] = "table",
    [BLOCK_ROW] = "tr",
    [BLOCK_FIGURE] = "figure",
    [BLOCK_DETAILS] = "details",
    [BLOCK_SUMMARY] = "summary",
    [BLOCK_TERMS] = "dl",
    [BLOCK_TERM] = "dt",
    [BLOCK_DEFINITION] = "dd",
    [BLOCK_NOTE] = "li",
};

static bool
is_kind(const struct article *a, block_ix b, enum block_kind kind)
{
    return b > 0 && a->blocks[b].kind == kind;
}

/*
 * Tells whether the paragraph b needs no element.
 */
static bool
is_bare(const struct article *a, block_ix b)
{
    enum block_kind parent = a->blocks[a->blocks[b].parent].kind;
    bool is_alone = !is_kind(a, walk_before(a, b), BLOCK_PARA) &&
                    !is_kind(a, walk_behind(a, b), BLOCK_PARA);

    return is_alone && (parent == BLOCK_CELL || parent == BLOCK_DEFINITION ||
                           parent == BLOCK_FIGURE || form_is_tight(a, b));
}

/*
 * Returns the name of the element for block b; empty when it needs none.
 */
static const char *
name_of(const struct article *a, block_ix b)
{
    static const char *const headings[] = {"h1", "h2", "h3", "h4", "h5", "h6"};
    const struct block *block = &a->blocks[b];

    switch (block->kind) {
    case BLOCK_HEADING:
        return headings[block->level - 1];
    case BLOCK_LIST:
        return block->marks & BLOCK_IS_ORDERED ? "ol" : "ul";
    case BLOCK_CELL:
        return block->marks & BLOCK_IS_HEADER ? "th" : "td";
    case BLOCK_CAPTION:
        return a->blocks[block->parent].kind == BLOCK_TABLE ? "caption"
                                                            : "figcaption";
    case BLOCK_PARA:
        if (is_bare(a, b))
            return "";
        return form_is_tight(a, b) ? "div" : "p";
    default:
        return names[block->kind];
    }
}

static void
end_line(const struct tags *t)
{
    if (t->form != TAGS_LINE)
        buf_add_char(t->out, '\n');
}

static void
add_language(const struct tags *t, struct str language)
{
    struct buf name = {0};

    buf_add_text(t->out, "<code");
    if (language.len > 0) {
        buf_add_text(&name, "language-");
        buf_add_str(&name, language);
        tags_add_attr(t->out, "class", buf_str(&name));
    }
    buf_add_char(t->out, '>');
    buf_done(&name);
}

static void
add_cell_attrs(const struct tags *t, const struct block *cell)
{
    if (cell->number > 1)
        buf_add_format(t->out, " colspan=\"%d\"", (int)cell->number);
    if (cell->marks & BLOCK_IS_LEFT)
        buf_add_text(t->out, " align=\"left\"");
    else if (cell->marks & BLOCK_IS_CENTER)
        buf_add_text(t->out, " align=\"center\"");
    else if (cell->marks & BLOCK_IS_RIGHT)
        buf_add_text(t->out, " align=\"right\"");
}

static void
add_attrs(const struct tags *t, const struct block *block)
{
    switch (block->kind) {
    case BLOCK_HEADING:
        if (block->info.len > 0)
            tags_add_attr(t->out, "id", article_str(t->a, block->info));
        break;
    case BLOCK_LIST:
        if (block->marks & BLOCK_IS_REVERSED)
            buf_add_text(t->out, " reversed");
        if ((block->marks & BLOCK_IS_ORDERED) &&
            (block->number != 1 || (block->marks & BLOCK_IS_REVERSED)))
            buf_add_format(t->out, " start=\"%d\"", (int)block->number);
        if (block->info.len > 0)
            tags_add_attr(t->out, "type", article_str(t->a, block->info));
        break;
    case BLOCK_DETAILS:
        if (block->marks & BLOCK_IS_OPEN)
            buf_add_text(t->out, " open");
        break;
    case BLOCK_CELL:
        add_cell_attrs(t, block);
        break;
    default:
        break;
    }
}

/*
 * Begins what stands around several neighbors of one kind: the head of a table,
 * the notes.
 */
static void
open_group(const struct tags *t, block_ix b)
{
    const struct block *block = &t->a->blocks[b];
    block_ix before = walk_before(t->a, b);

    if (block->kind == BLOCK_NOTE && !is_kind(t->a, before, BLOCK_NOTE)) {
        struct str label = article_str(t->a, block->info);
        buf_add_text(t->out, "<section class=\"footnotes\" data-footnotes><ol");
        if (!str_eq(label, STR("1")))
            tags_add_attr(t->out, "start", label);
        buf_add_char(t->out, '>');
        end_line(t);
    } else if (block->kind == BLOCK_ROW && (block->marks & BLOCK_IS_HEADER) &&
               !(before > 0 && t->a->blocks[before].marks & BLOCK_IS_HEADER)) {
        buf_add_text(t->out, "<thead>");
        end_line(t);
    }
}

static void
close_group(const struct tags *t, block_ix b)
{
    const struct block *block = &t->a->blocks[b];
    block_ix behind = walk_behind(t->a, b);

    if (block->kind == BLOCK_NOTE && !is_kind(t->a, behind, BLOCK_NOTE)) {
        buf_add_text(t->out, "</ol></section>");
        end_line(t);
    } else if (block->kind == BLOCK_ROW && (block->marks & BLOCK_IS_HEADER) &&
               !(behind > 0 && t->a->blocks[behind].marks & BLOCK_IS_HEADER)) {
        buf_add_text(t->out, "</thead>");
        end_line(t);
    }
}

/*
 * Adds what comes first inside the element: the contents of a leaf, or the line
 * end before the first block.
 */
static void
open_content(const struct tags *t, block_ix b)
{
    const struct block *block = &t->a->blocks[b];
    bool has_bare = block->kind != BLOCK_FIGURE &&
                    is_kind(t->a, b + 1 < block->end ? b + 1 : 0, BLOCK_PARA) &&
                    is_bare(t->a, b + 1);

    if (block->marks & BLOCK_IS_TASK)
        buf_add_text(t->out, block->marks & BLOCK_IS_DONE
                                 ? "<input type=\"checkbox\" disabled checked> "
                                 : "<input type=\"checkbox\" disabled> ");
    if (block->kind == BLOCK_ITEM && t->form != TAGS_PAGE &&
        form_is_loose_only(t->a, b))
        buf_add_text(t->out, "<p></p>");
    if (block->kind == BLOCK_DETAILS &&
        !is_kind(t->a, b + 1 < block->end ? b + 1 : 0, BLOCK_SUMMARY))
        buf_add_text(t->out, "<summary></summary>");
    if (block->kind == BLOCK_CODE) {
        add_language(t, article_str(t->a, block->info));
        tags_add_spans(t, b);
        buf_add_text(t->out, t->form == TAGS_LINE ? "&#10;" : "\n");
        buf_add_text(t->out, "</code>");
    } else if (article_is_leaf(block->kind)) {
        tags_add_spans(t, b);
    } else if (block->end > b + 1 && !has_bare) {
        end_line(t);
    }
}

/*
 * Adds the anchors of a leaf up to that offset, outside of its element.
 */
static void
add_anchors(const struct tags *t, block_ix b, uint32_t at)
{
    struct str name;

    while ((name = anchors_next(t->anchors, b, at)).ptr)
        tags_add_anchor(t->out, "div", name);
}

static void
open_block(const struct tags *t, block_ix b)
{
    const char *name = name_of(t->a, b);

    open_group(t, b);
    /* In a heading without a name they would be its name. */
    if (t->a->blocks[b].kind == BLOCK_HEADING && t->a->blocks[b].info.len == 0)
        add_anchors(t, b, article_block_offset(t->a, b));
    if (*name) {
        buf_add_char(t->out, '<');
        buf_add_text(t->out, name);
        add_attrs(t, &t->a->blocks[b]);
        buf_add_char(t->out, '>');
    }
    open_content(t, b);
}

static void
close_block(const struct tags *t, block_ix b)
{
    const struct block *block = &t->a->blocks[b];
    const char *name = name_of(t->a, b);

    if (*name && block->kind != BLOCK_RULE) {
        buf_add_text(t->out, "</");
        buf_add_text(t->out, name);
        buf_add_char(t->out, '>');
    }
    if (block->kind == BLOCK_HEADING)
        add_anchors(t, b, UINT32_MAX);
    if (*name || walk_behind(t->a, b) > 0)
        end_line(t);
    close_group(t, b);
}

void
body_add(const struct tags *t, block_ix first, block_ix end)
{
    struct walk w = walk_begin(t->a, first, end);

    while (walk_next(&w)) {
        if (w.is_open)
            open_block(t, w.block);
        else
            close_block(t, w.block);
    }
}
