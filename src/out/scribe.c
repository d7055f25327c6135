/* SPDX-License-Identifier: ISC */
/*
 * scribe - blocks as Markdown
 *
 * One walk over the blocks: containers open and close frames of the margin,
 * everything else is written at once.
 *
 * HTML in a tight list stands behind a comment on one line, because then it
 * ends with the line; elsewhere it ends at an empty line.
 */
#include "scribe.h"

#include "body.h"
#include "escape.h"
#include "heading.h"
#include "item.h"
#include "phrase.h"
#include "pipes.h"
#include "tags.h"
#include "walk.h"

enum {
    MIN_FENCE = 3
};

static bool
is_implied(const void *user, const struct anchor *anchor)
{
    const struct scribe *s = user;
    struct str name = article_str(s->a, anchor->name);
    enum block_kind kind = s->a->blocks[anchor->block].kind;

    return labels_imply(&s->labels, anchor) || slugs_give(&s->slugs, 0, name) ||
           (kind == BLOCK_HEADING &&
               slugs_give(&s->slugs, anchor->block, name));
}

void
scribe_init(struct scribe *s, const struct article *a, struct str title,
    block_ix first, block_ix end)
{
    *s = (struct scribe){.a = a, .margin = {.a = a, .anchors = &s->anchors}};
    labels_init(&s->labels, a, first, end);
    slugs_init(&s->slugs, a, title, first, end);
    anchors_init(&s->anchors, a, is_implied, s);
    s->margin.has_html_notes = s->labels.is_html;
}

void
scribe_done(struct scribe *s)
{
    anchors_done(&s->anchors);
    labels_done(&s->labels);
    slugs_done(&s->slugs);
    buf_done(&s->margin.prefix);
    buf_done(&s->text);
}

static enum block_kind
kind_of(const struct scribe *s, block_ix b)
{
    return s->a->blocks[b].kind;
}

static struct phrase
phrase_of(struct scribe *s, bool is_one_line)
{
    return (struct phrase){
        .a = s->a,
        .labels = &s->labels,
        .anchors = &s->anchors,
        .is_one_line = is_one_line,
    };
}

static void
add_html(struct scribe *s, block_ix b)
{
    enum tags_form form =
        margin_top(&s->margin)->is_tight ? TAGS_LINE : TAGS_LINES;
    struct tags tags = {s->a, &s->text, &s->anchors, form};
    block_ix end = s->a->blocks[b].end;

    margin_begin_block(&s->margin, b);
    buf_cut(&s->text, 0);
    if (form == TAGS_LINE)
        buf_add_text(&s->text, MARGIN_COMMENT);
    body_add(&tags, b < s->first ? s->first : b, end < s->end ? end : s->end);
    struct str text = buf_str(&s->text);
    if (str_ends(text, STR("\n")))
        text.len--;
    margin_add_lines(&s->margin, text);
}

/*
 * Adds a paragraph. Two in a row in a tight list are only kept apart by HTML.
 */
static void
add_para(struct scribe *s, block_ix b)
{
    struct phrase phrase = phrase_of(s, false);
    block_ix last = margin_top(&s->margin)->last;

    if (margin_top(&s->margin)->is_tight && last > 0 &&
        kind_of(s, last) == BLOCK_PARA) {
        margin_end_line(&s->margin);
        margin_top(&s->margin)->last = 0;
        add_html(s, b);
        return;
    }
    buf_cut(&s->text, 0);
    phrase_add(&phrase, b, &s->text);
    if (s->text.len == 0)
        return;
    margin_begin_block(&s->margin, b);
    if (last == 0 &&
        (s->a->blocks[margin_top(&s->margin)->block].marks & BLOCK_IS_TASK))
        item_add_box(
            &s->margin, margin_top(&s->margin)->block, buf_str(&s->text));
    margin_add_lines(&s->margin, buf_str(&s->text));
}

void
scribe_add_heading(
    struct scribe *s, block_ix b, unsigned level, struct buf *out)
{
    struct phrase phrase = phrase_of(s, true);

    heading_add(&phrase, &s->slugs, b, level, out);
}

/*
 * Begins a leaf whose own text must not have the anchors that stand before it:
 * they stand above it. In a tight list only a block ends what was before.
 */
static void
begin_leaf(struct scribe *s, block_ix b)
{
    bool is_tight = margin_top(&s->margin)->is_tight;
    uint32_t at = article_block_offset(s->a, b);
    struct str name;

    margin_begin_block(&s->margin, b);
    if (!anchors_has(&s->anchors, b, at))
        return;
    if (is_tight)
        buf_add_text(s->margin.out, MARGIN_COMMENT);
    while ((name = anchors_next(&s->anchors, b, at)).ptr)
        tags_add_anchor(s->margin.out, is_tight ? "div" : "a", name);
    if (is_tight)
        margin_end_line(&s->margin);
    else
        margin_skip_line(&s->margin);
}

/*
 * Adds code between fences that are longer than any in it.
 */
static void
add_code(struct scribe *s, block_ix b)
{
    struct str code = article_text(s->a, b);
    struct str language = article_str(s->a, s->a->blocks[b].info);
    char sign = str_find(language, STR("`"), 0) < language.len ? '~' : '`';
    size_t n_signs = escape_longest_run(code, sign) + 1;

    if (n_signs < MIN_FENCE)
        n_signs = MIN_FENCE;
    buf_cut(&s->text, 0);
    buf_add_repeat(&s->text, sign, n_signs);
    escape_add_language(&s->text, language);
    buf_add_char(&s->text, '\n');
    buf_add_str(&s->text, code);
    buf_add_char(&s->text, '\n');
    buf_add_repeat(&s->text, sign, n_signs);
    begin_leaf(s, b);
    margin_add_lines(&s->margin, buf_str(&s->text));
}

static void
add_table(struct scribe *s, block_ix b)
{
    struct phrase phrase = phrase_of(s, true);

    phrase.is_in_table = true;
    margin_begin_block(&s->margin, b);
    buf_cut(&s->text, 0);
    pipes_add(&phrase, b, &s->text);
    margin_add_lines(&s->margin, buf_str(&s->text));
}

/*
 * Opens details; what they hold is parted by empty lines from the tags.
 */
static void
open_details(struct scribe *s, block_ix b)
{
    bool is_open = (s->a->blocks[b].marks & BLOCK_IS_OPEN) != 0;

    buf_add_text(s->margin.out, is_open ? "<details open>" : "<details>");
    margin_push(&s->margin, b, "", false);
    margin_top(&s->margin)->last = b;
    if (b + 1 < s->a->blocks[b].end &&
        s->a->blocks[b + 1].kind == BLOCK_SUMMARY)
        return;
    margin_end_line(&s->margin);
    buf_add_text(s->margin.out, "<summary></summary>");
}

static void
add_summary(struct scribe *s, block_ix b)
{
    struct tags tags = {s->a, s->margin.out, &s->anchors, TAGS_LINE};

    margin_end_line(&s->margin);
    buf_add_text(s->margin.out, "<summary>");
    tags_add_spans(&tags, b);
    buf_add_text(s->margin.out, "</summary>");
    margin_top(&s->margin)->last = b;
}

static void
close_details(struct scribe *s, block_ix b)
{
    block_ix last = margin_top(&s->margin)->last;

    if (last == b || kind_of(s, last) == BLOCK_SUMMARY)
        margin_end_line(&s->margin);
    else
        margin_skip_line(&s->margin);
    buf_add_text(s->margin.out, "</details>");
    margin_pop(&s->margin);
}

static void
open_container(struct scribe *s, block_ix b)
{
    const struct block *block = &s->a->blocks[b];

    margin_begin_block(&s->margin, b);
    switch (block->kind) {
    case BLOCK_QUOTE:
        buf_add_text(s->margin.out, "> ");
        margin_push(&s->margin, b, "> ", false);
        break;
    case BLOCK_LIST:
        margin_push(&s->margin, b, "", !(block->marks & BLOCK_IS_LOOSE));
        margin_top(&s->margin)->number = block->number;
        break;
    case BLOCK_ITEM:
        item_open(&s->margin, b);
        break;
    case BLOCK_NOTE:
        buf_add_text(s->margin.out, "[^");
        labels_add(&s->labels, b, s->margin.out);
        buf_add_text(s->margin.out, "]: ");
        margin_push(&s->margin, b, "    ", false);
        break;
    case BLOCK_DETAILS:
        open_details(s, b);
        break;
    default:
        margin_push(&s->margin, b, "", false);
        break;
    }
}

static void
close_container(struct scribe *s, block_ix b)
{
    switch (kind_of(s, b)) {
    case BLOCK_ITEM:
        item_close(&s->margin, b);
        break;
    case BLOCK_DETAILS:
        close_details(s, b);
        break;
    default:
        margin_pop(&s->margin);
        break;
    }
}

static void
add_leaf(struct scribe *s, block_ix b)
{
    switch (kind_of(s, b)) {
    case BLOCK_HEADING:
        begin_leaf(s, b);
        scribe_add_heading(s, b, s->a->blocks[b].level, s->margin.out);
        break;
    case BLOCK_CODE:
        add_code(s, b);
        break;
    case BLOCK_RULE:
        margin_begin_block(&s->margin, b);
        buf_add_text(s->margin.out, "***");
        break;
    case BLOCK_TABLE:
        add_table(s, b);
        break;
    case BLOCK_SUMMARY:
        add_summary(s, b);
        break;
    default:
        add_para(s, b);
        break;
    }
}

/*
 * Tells whether a block is written in one go, whatever it holds.
 */
static bool
is_whole(const struct scribe *s, block_ix b)
{
    enum block_kind kind = kind_of(s, b);

    return article_is_leaf(kind) || kind == BLOCK_RULE || kind == BLOCK_TABLE ||
           margin_is_html(&s->margin, b);
}

/*
 * Adds the anchors that are left behind the last block, where its text must not
 * have them.
 */
static void
add_last_anchors(struct scribe *s)
{
    block_ix last = article_block_at(s->a, UINT32_MAX);
    struct str name = anchors_next(&s->anchors, last, UINT32_MAX);

    if (!name.ptr)
        return;
    margin_skip_line(&s->margin);
    for (; name.ptr; name = anchors_next(&s->anchors, last, UINT32_MAX))
        tags_add_anchor(s->margin.out, "a", name);
}

void
scribe_add(struct scribe *s, block_ix first, block_ix end, struct buf *out)
{
    struct walk w = walk_begin(s->a, first, end);
    size_t start = out->len;

    s->first = first;
    s->end = end;
    s->margin.out = out;
    margin_push(&s->margin, 0, "", false);
    if (out->len > 0)
        buf_add_char(out, '\n');
    while (walk_next(&w)) {
        if (!is_whole(s, w.block)) {
            if (w.is_open)
                open_container(s, w.block);
            else
                close_container(s, w.block);
        } else if (w.is_open) {
            walk_skip(&w);
            if (margin_is_html(&s->margin, w.block))
                add_html(s, w.block);
            else
                add_leaf(s, w.block);
        }
    }
    if (margin_top(&s->margin)->last == 0) {
        buf_cut(out, start);
    } else {
        if (end == s->a->n_blocks)
            add_last_anchors(s);
        buf_add_char(out, '\n');
    }
    margin_pop(&s->margin);
}
