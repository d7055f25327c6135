/* SPDX-License-Identifier: ISC */
/*
 * settle - an article from what a builder holds
 *
 * First it is decided which blocks stay: those that were not dropped and have
 * something to show. One pass backwards does it, because a container comes
 * before its contents. Then everything is copied once, with a map from old to
 * new block indices; a block that went maps to the one that follows it.
 */
#include "settle.h"

#include "base/mem.h"
#include "pack.h"

#include <stdlib.h>

struct settling {
    const struct build *b;
    uint8_t *is_kept; /* one a block */
    block_ix *map;    /* old block to new; n_blocks + 1 entries */
    struct pack pack;
    uint32_t side_at; /* where the side text begins in the article */
};

/*
 * Tells whether a block without anything inside is worth showing.
 */
static bool
is_kept_empty(enum block_kind kind)
{
    return kind == BLOCK_DOC || kind == BLOCK_RULE || kind == BLOCK_ITEM ||
           kind == BLOCK_CELL;
}

static void
choose_blocks(struct settling *s, bool is_draft)
{
    const struct build *b = s->b;
    uint8_t *is_dropped = mem_alloc(b->n_blocks);

    for (block_ix i = 0; i < b->n_blocks; i++) {
        is_dropped[i] = b->is_dropped[i] && !is_draft;
        if (i > 0 && is_dropped[b->blocks[i].parent])
            is_dropped[i] = 1;
        s->is_kept[i] = is_draft || is_kept_empty(b->blocks[i].kind) ||
                        b->blocks[i].n_spans > 0;
    }

    for (block_ix i = b->n_blocks; i-- > 1;) {
        s->is_kept[i] = s->is_kept[i] && !is_dropped[i];
        /* A caption alone makes no table. */
        bool is_content = b->blocks[i].kind != BLOCK_CAPTION ||
                          b->blocks[b->blocks[i].parent].kind != BLOCK_TABLE;
        if (s->is_kept[i] && is_content)
            s->is_kept[b->blocks[i].parent] = 1;
    }
    free(is_dropped);
}

/*
 * Takes out what lost its container: the caption of a table without rows.
 */
static void
choose_orphans(struct settling *s)
{
    for (block_ix i = 1; i < s->b->n_blocks; i++)
        if (!s->is_kept[s->b->blocks[i].parent])
            s->is_kept[i] = 0;
}

/*
 * Fills the map and returns what there is to copy.
 */
static struct article
count(struct settling *s)
{
    const struct build *b = s->b;
    struct article counts = {
        .n_links = b->links.n_refs,
        .n_anchors = b->anchor_names.n_refs,
        .n_notes = b->notes.n_refs,
    };

    for (block_ix i = 0; i < b->n_blocks; i++) {
        const struct block *block = &b->blocks[i];
        s->map[i] = counts.n_blocks;
        if (!s->is_kept[i])
            continue;
        counts.n_blocks++;
        counts.n_spans += block->n_spans;
        for (uint32_t j = 0; j < block->n_spans; j++)
            counts.n_text += b->spans[block->first_span + j].text.len;
    }
    s->map[b->n_blocks] = counts.n_blocks;
    s->side_at = counts.n_text;
    counts.n_text += (uint32_t)b->side.len;
    return counts;
}

/*
 * Returns where a piece of the side text is in the article.
 */
static struct text_ref
moved(const struct settling *s, struct text_ref ref)
{
    if (ref.len == 0)
        return (struct text_ref){0};
    return (struct text_ref){ref.at + s->side_at, ref.len};
}

static void
copy_blocks(struct settling *s)
{
    const struct build *b = s->b;
    uint32_t n_spans = 0, n_text = 0;

    for (block_ix i = 0; i < b->n_blocks; i++) {
        if (!s->is_kept[i])
            continue;

        struct block *block = &s->pack.blocks[s->map[i]];
        *block = b->blocks[i];
        block->parent = s->map[block->parent];
        block->end = s->map[block->end];
        block->info = moved(s, block->info);
        block->first_span = block->n_spans > 0 ? n_spans : 0;

        for (uint32_t j = 0; j < block->n_spans; j++) {
            struct span *span = &s->pack.spans[n_spans++];
            *span = b->spans[b->blocks[i].first_span + j];
            memcpy(s->pack.text + n_text, b->body.ptr + span->text.at,
                span->text.len);
            span->text.at = n_text;
            n_text += span->text.len;
        }
    }
}

/*
 * Returns where an anchor is in the article: as far into its leaf as it was, or
 * where its block begins.
 */
static uint32_t
moved_anchor(const struct settling *s, const struct build_anchor *anchor,
    const struct article *a)
{
    block_ix ix = s->map[anchor->block];

    if (anchor->block == s->b->n_blocks) /* nothing came after it */
        return article_block_offset(a, ix);
    const struct block *old = &s->b->blocks[anchor->block];
    if (!s->is_kept[anchor->block] || old->n_spans == 0)
        return article_block_offset(a, ix);

    uint32_t start = s->b->spans[old->first_span].text.at;
    uint32_t into = anchor->at > start ? anchor->at - start : 0;
    size_t len = article_text(a, ix).len;
    return article_block_offset(a, ix) + (uint32_t)(into < len ? into : len);
}

static int
compare_anchors(const void *left, const void *right, void *user)
{
    const struct article *a = user;
    const struct anchor *l = left, *r = right;

    return str_compare(article_str(a, l->name), article_str(a, r->name));
}

static void
copy_anchors(struct settling *s)
{
    struct article *a = s->pack.article;

    for (uint32_t i = 0; i < a->n_anchors; i++) {
        const struct build_anchor *anchor = &s->b->anchors[i];
        block_ix ix = s->map[anchor->block];
        s->pack.anchors[i] = (struct anchor){
            .name = moved(s, anchor->name),
            .block = ix < a->n_blocks ? ix : a->n_blocks - 1,
            .at = moved_anchor(s, anchor, a),
        };
    }
    qsort_r(s->pack.anchors, a->n_anchors, sizeof *s->pack.anchors,
        compare_anchors, a);
}

static void
copy_refs(struct settling *s)
{
    const struct build *b = s->b;

    for (uint32_t i = 0; i < b->links.n_refs; i++)
        s->pack.links[i] = moved(s, b->links.refs[i]);
    for (uint32_t i = 0; i < b->notes.n_refs; i++)
        s->pack.notes[i] = moved(s, b->notes.refs[i]);
    for (int i = 0; i < FACT_COUNT; i++)
        s->pack.article->facts[i] = moved(s, b->facts[i]);
}

struct article *
settle_article(const struct build *b, bool is_draft)
{
    struct settling s = {
        .b = b,
        .is_kept = mem_alloc(b->n_blocks),
        .map = mem_alloc_zero(b->n_blocks + 1, sizeof(block_ix)),
    };

    choose_blocks(&s, is_draft);
    choose_orphans(&s);
    struct article counts = count(&s);
    s.pack = pack_new(&counts);
    if (b->side.len > 0)
        memcpy(s.pack.text + s.side_at, b->side.ptr, b->side.len);
    copy_blocks(&s);
    copy_anchors(&s);
    copy_refs(&s);

    free(s.is_kept);
    free(s.map);
    return s.pack.article;
}
