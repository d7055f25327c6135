/* SPDX-License-Identifier: ISC */
/*
 * check - proves the invariants of an article
 *
 * One pass over each array. The blocks are walked with a stack of the open
 * ones, which is short because their depth is limited; everything else is a
 * comparison with a neighbor. Nothing is followed before it was checked, so the
 * article may hold any numbers at all.
 */
#include "base/utf8.h"
#include "model/article.h"

struct walk {
    const struct article *a;
    block_ix open[ARTICLE_MAX_DEPTH]; /* open[0] is the document */
    uint32_t depth;                   /* how many are open */
    uint32_t next_span;
    uint32_t text_end; /* of the last span */
};

static bool
fail(struct err *err, const char *what, uint32_t where)
{
    return err_set(err, ERR_BAD_DATA, "bad article: %s at %u", what, where);
}

/*
 * Tells whether offset is not inside a character.
 */
static bool
is_boundary(const struct article *a, uint32_t offset)
{
    return offset == a->n_text || (a->text[offset] & 0xC0) != 0x80;
}

static bool
is_good_ref(const struct article *a, struct text_ref ref)
{
    return ref.at <= a->n_text && ref.len <= a->n_text - ref.at &&
           is_boundary(a, ref.at) && is_boundary(a, ref.at + ref.len);
}

/*
 * Tells whether ref is a good one to text of one line.
 */
static bool
is_good_line(const struct article *a, struct text_ref ref)
{
    return is_good_ref(a, ref) && !memchr(a->text + ref.at, '\n', ref.len);
}

static bool
check_sizes(const struct article *a, struct err *err)
{
    if (a->n_blocks < 1 || a->n_blocks > ARTICLE_MAX_BLOCKS)
        return fail(err, "number of blocks", a->n_blocks);
    if (a->n_spans > ARTICLE_MAX_SPANS)
        return fail(err, "number of spans", a->n_spans);
    if (a->n_links > ARTICLE_MAX_LINKS)
        return fail(err, "number of links", a->n_links);
    if (a->n_anchors > ARTICLE_MAX_ANCHORS)
        return fail(err, "number of anchors", a->n_anchors);
    if (a->n_notes > ARTICLE_MAX_NOTES)
        return fail(err, "number of notes", a->n_notes);
    if (a->n_text > ARTICLE_MAX_TEXT)
        return fail(err, "length of text", a->n_text);
    return true;
}

static bool
check_span(struct walk *w, const struct span *span)
{
    const struct article *a = w->a;
    bool is_image = (span->roles & ROLE_IMAGE) != 0;

    if (!is_good_ref(a, span->text) || span->text.len == 0)
        return false;
    if (span->link != LINK_NONE && span->link >= a->n_links)
        return false;
    if (span->image != LINK_NONE && (!is_image || span->image >= a->n_links))
        return false;
    return (span->roles & ~(uint32_t)ROLE_ALL) == 0;
}

static bool
check_spans(struct walk *w, const struct block *block)
{
    const struct article *a = w->a;

    if (block->n_spans == 0)
        return !article_is_leaf(block->kind);
    if (block->first_span != w->next_span ||
        block->n_spans > a->n_spans - w->next_span)
        return false;

    for (uint32_t i = 0; i < block->n_spans; i++) {
        const struct span *span = &a->spans[w->next_span++];
        if (!check_span(w, span) || span->text.at < w->text_end ||
            (i > 0 && span->text.at != w->text_end))
            return false;
        w->text_end = span->text.at + span->text.len;
    }
    return true;
}

/*
 * Tells whether a container of that kind means something without blocks in it.
 */
static bool
may_be_empty(enum block_kind kind)
{
    return kind == BLOCK_RULE || kind == BLOCK_ITEM || kind == BLOCK_CELL;
}

/*
 * Checks where block b stands among the others.
 */
static bool
check_nesting(struct walk *w, block_ix b)
{
    const struct block *blocks = w->a->blocks;
    const struct block *block = &blocks[b];

    while (blocks[w->open[w->depth - 1]].end <= b) {
        if (w->depth == 1)
            return false;
        w->depth--;
    }
    if (block->parent != w->open[w->depth - 1] || block->end <= b ||
        block->end > blocks[block->parent].end)
        return false;

    bool is_leaf = article_is_leaf(block->kind);
    if ((is_leaf && block->end != b + 1) || (!is_leaf && block->n_spans > 0))
        return false;
    if (!is_leaf && !may_be_empty(block->kind) && block->end == b + 1)
        return false;
    if (block->kind == BLOCK_SUMMARY && b != block->parent + 1)
        return false;
    if (!is_leaf) {
        if (w->depth == ARTICLE_MAX_DEPTH)
            return false;
        w->open[w->depth++] = b;
    }
    return article_may_hold(blocks[block->parent].kind, block->kind);
}

static bool
check_blocks(const struct article *a, struct err *err)
{
    struct walk w = {.a = a, .depth = 1};
    const struct block *doc = &a->blocks[0];

    if (doc->kind != BLOCK_DOC || doc->parent != 0 || doc->n_spans != 0 ||
        doc->end != a->n_blocks || doc->info.at != 0 || doc->info.len != 0 ||
        doc->level != 0 || doc->marks != 0)
        return fail(err, "document", 0);

    for (block_ix b = 1; b < a->n_blocks; b++) {
        const struct block *block = &a->blocks[b];
        if (block->kind >= BLOCK_KIND_COUNT || !check_nesting(&w, b))
            return fail(err, "nesting of block", b);
        if (!check_spans(&w, block))
            return fail(err, "spans of block", b);
        if (!is_good_line(a, block->info) || block->level > 6 ||
            (block->kind == BLOCK_HEADING) != (block->level > 0) ||
            (block->kind == BLOCK_CELL && block->number < 1) ||
            (block->marks & ~(unsigned)BLOCK_MARKS_ALL) != 0)
            return fail(err, "values of block", b);
    }
    if (w.next_span != a->n_spans)
        return fail(err, "spans of no block", w.next_span);
    return true;
}

static bool
check_refs(const struct article *a, struct err *err)
{
    struct str last = {0};

    for (uint32_t i = 0; i < a->n_links; i++)
        if (!is_good_line(a, a->links[i]))
            return fail(err, "link", i);
    for (uint32_t i = 0; i < a->n_notes; i++)
        if (!is_good_line(a, a->notes[i]))
            return fail(err, "note", i);
    for (uint32_t i = 0; i < FACT_COUNT; i++)
        if (!is_good_ref(a, a->facts[i]) ||
            !article_is_fact(i, article_fact(a, i)))
            return fail(err, "fact", i);

    for (uint32_t i = 0; i < a->n_anchors; i++) {
        const struct anchor *anchor = &a->anchors[i];
        if (!is_good_line(a, anchor->name) || anchor->block >= a->n_blocks ||
            anchor->at > a->n_text || !is_boundary(a, anchor->at))
            return fail(err, "anchor", i);
        struct str name = article_str(a, anchor->name);
        if (str_compare(last, name) >= 0)
            return fail(err, "order of anchors", i);
        last = name;
    }
    return true;
}

bool
article_check(const struct article *a, struct err *err)
{
    if (!check_sizes(a, err))
        return false;
    if (!utf8_is_clean((struct str){a->text, a->n_text}))
        return fail(err, "text that is not clean", 0);
    return check_blocks(a, err) && check_refs(a, err);
}
