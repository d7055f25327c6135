/* SPDX-License-Identifier: ISC */
/*
 * build - the only maker of articles
 *
 * Blocks and spans are appended in reading order, so building is one pass of
 * appending; leaf.c does the text and settle.c makes the article.
 *
 * What an article cannot hold is not made, but stays on the stack of open
 * blocks, so that the caller need not know.
 */
#include "model/build.h"

#include "base/mem.h"
#include "builder.h"
#include "leaf.h"
#include "model/slug.h"
#include "settle.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

enum {
    /* Containers below this depth are not made; what a list, a table or terms
     * need inside them still fits under ARTICLE_MAX_DEPTH. */
    DEPTH_LIMIT = ARTICLE_MAX_DEPTH - 4,
    NOTE_LEN = 200, /* bytes */
};

static void
push(struct build *b, struct open_block block)
{
    MEM_GROW(b->open, b->cap_open, b->n_open + 1);
    b->open[b->n_open++] = block;
    b->n_made += block.is_made;
}

static void
forget_draft(struct build *b)
{
    article_free(b->draft);
    b->draft = NULL;
}

static block_ix
add_block(struct build *b, enum block_kind kind, block_ix parent)
{
    MEM_GROW(b->blocks, b->cap_blocks, b->n_blocks + 1);
    MEM_GROW(b->is_dropped, b->cap_dropped, b->n_blocks + 1);
    b->is_dropped[b->n_blocks] = 0;
    b->blocks[b->n_blocks] = (struct block){
        .parent = parent,
        .kind = (uint8_t)kind,
        .level = kind == BLOCK_HEADING,
        .number = kind == BLOCK_CELL,
    };
    return b->n_blocks++;
}

struct build *
build_new(void)
{
    struct build *b = mem_alloc_zero(1, sizeof *b);

    add_block(b, BLOCK_DOC, 0);
    push(b, (struct open_block){0, BLOCK_DOC, true});
    return b;
}

void
build_free(struct build *b)
{
    if (!b)
        return;
    forget_draft(b);
    buf_done(&b->body);
    buf_done(&b->side);
    buf_done(&b->scratch);
    intern_done(&b->anchor_names);
    intern_done(&b->links);
    intern_done(&b->notes);
    intern_done(&b->slugs);
    free(b->slug_counts);
    free(b->anchors);
    free(b->blocks);
    free(b->is_dropped);
    free(b->splits);
    free(b->spans);
    free(b->open);
    free(b);
}

/*
 * Tells whether a container fits inside the innermost open block: nesting has a
 * limit, but lists, tables and terms that were made get what they are made of.
 */
static bool
is_too_deep(const struct build *b)
{
    const struct open_block *parent = builder_innermost(b);

    if (!parent->is_made)
        return true;
    return b->n_made >= DEPTH_LIMIT && parent->kind != BLOCK_LIST &&
           parent->kind != BLOCK_TABLE && parent->kind != BLOCK_ROW &&
           parent->kind != BLOCK_TERMS;
}

/*
 * Returns the kind of leaf to make for one of that kind: where a container was
 * not made, what belongs to it alone becomes a paragraph.
 */
static enum block_kind
possible_leaf(const struct build *b, enum block_kind kind)
{
    if (!builder_innermost(b)->is_made && !article_may_hold(BLOCK_DOC, kind))
        return BLOCK_PARA;
    return kind;
}

block_ix
build_open(struct build *b, enum block_kind kind)
{
    struct open_block open = {builder_innermost(b)->ix, (uint8_t)kind, false};
    bool is_leaf = article_is_leaf(kind);

    assert(article_may_hold(builder_innermost(b)->kind, kind));
    forget_draft(b);
    if (b->n_blocks >= ARTICLE_MAX_BLOCKS) {
        builder_add_note(b, STR(BUILDER_TOO_LONG));
    } else if (!is_leaf && is_too_deep(b)) {
        builder_add_note(b, STR("parts nested very deep are shown less deep"));
    } else {
        enum block_kind made = is_leaf ? possible_leaf(b, kind) : kind;
        open.ix = add_block(b, made, open.ix);
        open.is_made = true;
    }
    push(b, open);

    b->leaf_at = (uint32_t)b->body.len;
    b->code_col = 0;
    b->has_blank = false;
    return open.ix;
}

enum block_kind
build_kind(const struct build *b)
{
    return builder_innermost(b)->kind;
}

void
build_text(struct build *b, struct str text, struct span_style style)
{
    assert(article_is_leaf(builder_innermost(b)->kind));
    forget_draft(b);
    leaf_add_text(b, text, style);
}

void
build_break(struct build *b, struct span_style style)
{
    assert(article_is_leaf(builder_innermost(b)->kind));
    forget_draft(b);
    leaf_add_break(b, style);
}

bool
build_has_text(const struct build *b)
{
    return leaf_last_span(b) != NULL;
}

/*
 * Names a place, unless the name is taken. A heading whose own name it could be
 * has it then, also when the name was given right before the heading.
 */
static void
add_anchor(struct build *b, struct str name, block_ix ix, uint32_t at)
{
    struct buf clean = {0};
    bool is_new = false;

    builder_add_line(&clean, name);
    if (clean.len == 0 || b->anchor_names.n_refs >= ARTICLE_MAX_ANCHORS ||
        b->side.len + clean.len >= BUILDER_MAX_TEXT)
        goto out;

    uint32_t anchor =
        intern_add(&b->anchor_names, &b->side, buf_str(&clean), &is_new);
    if (is_new) {
        MEM_GROW(b->anchors, b->cap_anchors, anchor + 1);
        b->anchors[anchor] = (struct build_anchor){
            .name = b->anchor_names.refs[anchor],
            .block = ix,
            .at = at,
        };
    }
    if (ix < b->n_blocks && b->anchors[anchor].block == ix &&
        b->blocks[ix].kind == BLOCK_HEADING && b->blocks[ix].info.len == 0)
        b->blocks[ix].info = b->anchor_names.refs[anchor];
out:
    buf_done(&clean);
}

void
build_anchor(struct build *b, struct str name)
{
    block_ix ix = builder_innermost(b)->ix;
    uint32_t at = (uint32_t)b->body.len;

    if (b->blocks[ix].kind == BLOCK_HEADING)
        at = b->leaf_at;
    else if (!article_is_leaf(b->blocks[ix].kind) && ix + 1 < b->n_blocks)
        ix = b->n_blocks; /* the block that comes next, if one does */
    add_anchor(b, name, ix, at);
}

/*
 * Gives the heading that is about to be closed the name that GitHub would give
 * it; it is the heading's own only if it has none yet.
 */
static void
name_heading(struct build *b)
{
    block_ix ix = builder_innermost(b)->ix;
    struct str title = str_slice(buf_str(&b->body), b->leaf_at, b->body.len);
    struct buf slug = {0};
    bool is_new;

    if (b->blocks[ix].n_spans > 0) {
        slug_add(&slug, title);
        uint32_t i = intern_add(&b->slugs, &b->side, buf_str(&slug), &is_new);
        MEM_GROW(b->slug_counts, b->cap_slug_counts, i + 1);
        if (is_new)
            b->slug_counts[i] = 0;
        if (b->slug_counts[i]++ > 0)
            buf_add_format(&slug, "-%u", b->slug_counts[i] - 1);
        add_anchor(b, buf_str(&slug), ix, b->leaf_at);
    }
    buf_done(&slug);
}

void
build_close(struct build *b)
{
    struct open_block *open = builder_innermost(b);

    assert(b->n_open > 1);
    forget_draft(b);
    if (open->is_made) {
        if (article_is_leaf(b->blocks[open->ix].kind))
            leaf_trim(b);
        if (b->blocks[open->ix].kind == BLOCK_HEADING)
            name_heading(b);
        b->blocks[open->ix].end = b->n_blocks;
    }
    b->n_made -= open->is_made;
    b->n_open--;
    b->has_blank = false;
    b->leaf_at = (uint32_t)b->body.len;
}

link_ix
build_link(struct build *b, struct str url)
{
    struct buf clean = {0};
    link_ix link = LINK_NONE;
    bool is_new;

    builder_add_line(&clean, str_trim(url));
    if (clean.len > 0 && b->links.n_refs < ARTICLE_MAX_LINKS &&
        b->side.len + clean.len < BUILDER_MAX_TEXT)
        link = intern_add(&b->links, &b->side, buf_str(&clean), &is_new);
    buf_done(&clean);
    return link;
}

void
build_fact(struct build *b, enum fact fact, struct str value)
{
    forget_draft(b);
    struct text_ref ref = builder_add_side(b, value, fact == FACT_TAGS);
    struct str kept = str_slice(buf_str(&b->side), ref.at, ref.at + ref.len);
    if (!article_is_fact(fact, kept))
        ref = (struct text_ref){0};
    b->facts[fact] = ref;
}

void
build_note(struct build *b, const char *fmt, ...)
{
    char note[NOTE_LEN];
    va_list args;

    va_start(args, fmt);
    vsnprintf(note, sizeof note, fmt, args);
    va_end(args);

    forget_draft(b);
    builder_add_note(b, str_of(note));
}

void
build_mark(struct build *b, block_ix ix, unsigned marks)
{
    b->blocks[ix].marks = (uint16_t)(b->blocks[ix].marks | marks);
}

bool
build_has_mark(const struct build *b, unsigned marks)
{
    for (block_ix ix = 0; ix < b->n_blocks; ix++)
        if (b->blocks[ix].marks & marks)
            return true;
    return false;
}

void
build_number(struct build *b, block_ix ix, int32_t number)
{
    b->blocks[ix].number = number;
}

void
build_level(struct build *b, block_ix ix, unsigned level)
{
    if (b->blocks[ix].kind == BLOCK_HEADING)
        b->blocks[ix].level = (uint8_t)(level < 1 ? 1 : level > 6 ? 6 : level);
}

void
build_info(struct build *b, block_ix ix, struct str info)
{
    b->blocks[ix].info = builder_add_side(b, info, false);
}

void
build_row(struct build *b, block_ix ix, uint32_t source_row)
{
    b->blocks[ix].source_row = source_row;
}

void
build_drop(struct build *b, block_ix ix)
{
    b->is_dropped[ix] = 1;
}

/*
 * Tells whether spans from first to end show anything but blanks.
 */
static bool
has_text_in(const struct build *b, uint32_t first, uint32_t end)
{
    for (uint32_t i = first; i < end; i++) {
        struct text_ref text = b->spans[i].text;
        for (uint32_t at = text.at; at < text.at + text.len; at++)
            if (b->body.ptr[at] != ' ' && b->body.ptr[at] != '\n')
                return true;
    }
    return false;
}

void
build_split(struct build *b, block_ix ix, uint32_t n_spans)
{
    const struct block *block = &b->blocks[ix];
    uint32_t first = block->first_span;

    if (block->kind != BLOCK_PARA || n_spans == 0 ||
        n_spans >= block->n_spans ||
        !has_text_in(b, first + n_spans, first + block->n_spans) ||
        b->n_blocks + b->n_splits >= ARTICLE_MAX_BLOCKS - 1)
        return;
    uint32_t n_old = b->cap_splits;
    MEM_GROW(b->splits, b->cap_splits, b->n_blocks);
    memset(b->splits + n_old, 0, (b->cap_splits - n_old) * sizeof *b->splits);
    b->n_splits += b->splits[ix] == 0;
    b->splits[ix] = n_spans;
}

/*
 * Tells whether the text of a span is one blank.
 */
static bool
is_blank(const struct build *b, const struct span *span)
{
    return span->text.len == 1 && b->body.ptr[span->text.at] == ' ';
}

void
build_reduce(struct build *b, block_ix ix, uint32_t roles)
{
    struct block *block = &b->blocks[ix];
    struct span *spans = &b->spans[block->first_span];
    uint32_t n = 0;

    forget_draft(b);
    for (uint32_t i = 0; i < block->n_spans; i++) {
        bool is_parting =
            n > 0 && is_blank(b, &spans[i]) && !is_blank(b, &spans[n - 1]);
        if ((spans[i].roles & roles) || is_parting)
            spans[n++] = spans[i];
    }
    if (n > 0 && is_blank(b, &spans[n - 1]))
        n--;
    block->n_spans = n;
    block->kind = BLOCK_PARA;
    block->level = 0;
    block->info = (struct text_ref){0};
}

static void
close_all(struct build *b)
{
    while (b->n_open > 1)
        build_close(b);
    b->blocks[0].end = b->n_blocks;
}

const struct article *
build_draft(struct build *b)
{
    if (!b->draft || b->n_open > 1) {
        close_all(b);
        b->draft = settle_article(b, true);
    }
    return b->draft;
}

struct article *
build_finish(struct build *b)
{
    close_all(b);
    struct article *a = settle_article(b, false);
    build_free(b);
    return a;
}
