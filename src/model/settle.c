/* SPDX-License-Identifier: ISC */
/*
 * settle - an article from what a builder holds
 *
 * First it is decided which blocks stay: those that were not dropped and have
 * something to show. One pass backwards does it, because a container comes
 * before its contents. Then everything is copied once, with a map from old to
 * new block indices; a block that went maps to the one that follows it, one
 * that is parted to the first of its two pieces.
 */
#include "settle.h"

#include "base/mem.h"
#include "pack.h"

#include <stdlib.h>

struct settling {
    const struct build *b;
    uint8_t *is_kept; /* one a block */
    block_ix *map;    /* old block to new; n_blocks + 1 entries */
    bool is_draft;    /* all stays as it is */
    struct pack pack;
    uint32_t n_spans, n_text; /* how much of them is copied */
    uint32_t side_at;         /* where the side text begins in the article */
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
choose_blocks(struct settling *s)
{
    const struct build *b = s->b;
    uint8_t *is_dropped = mem_alloc(b->n_blocks);

    for (block_ix i = 0; i < b->n_blocks; i++) {
        is_dropped[i] = b->is_dropped[i] && !s->is_draft;
        if (i > 0 && is_dropped[b->blocks[i].parent])
            is_dropped[i] = 1;
        s->is_kept[i] = s->is_draft || is_kept_empty(b->blocks[i].kind) ||
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

/* Which spans of a leaf become a block. */
struct piece {
    uint32_t first, n; /* spans */
    uint32_t lead;     /* bytes at the start of the first one that go */
};

/*
 * Finds the one or two pieces that block i becomes and returns how many.
 */
static unsigned
find_pieces(const struct settling *s, block_ix i, struct piece out[2])
{
    const struct build *b = s->b;
    const struct block *block = &b->blocks[i];
    uint32_t n = !s->is_draft && i < b->cap_splits ? b->splits[i] : 0;

    out[0] = (struct piece){.first = block->first_span, .n = block->n_spans};
    if (n == 0)
        return 1;
    out[0].n = n;
    out[1] = (struct piece){
        .first = block->first_span + n,
        .n = block->n_spans - n,
    };
    for (;;) {
        struct text_ref text = b->spans[out[1].first].text;
        const char *ptr = b->body.ptr + text.at;
        uint32_t lead = 0;
        while (lead < text.len && (ptr[lead] == ' ' || ptr[lead] == '\n'))
            lead++;
        out[1].lead = lead;
        if (lead < text.len)
            return 2;
        out[1].first++;
        out[1].n--;
    }
}

/*
 * Returns how many bytes of text the piece has.
 */
static uint32_t
piece_len(const struct build *b, struct piece piece)
{
    uint32_t len = 0;

    for (uint32_t i = 0; i < piece.n; i++)
        len += b->spans[piece.first + i].text.len;
    return len - piece.lead;
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
        struct piece pieces[2];
        s->map[i] = counts.n_blocks;
        if (!s->is_kept[i])
            continue;
        unsigned n_pieces = find_pieces(s, i, pieces);
        counts.n_blocks += n_pieces;
        for (unsigned j = 0; j < n_pieces; j++) {
            counts.n_spans += pieces[j].n;
            counts.n_text += piece_len(b, pieces[j]);
        }
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

/*
 * Copies the spans of a piece and their text into block.
 */
static void
copy_piece(struct settling *s, struct piece piece, struct block *block)
{
    const struct build *b = s->b;

    block->first_span = piece.n > 0 ? s->n_spans : 0;
    block->n_spans = piece.n;
    for (uint32_t i = 0; i < piece.n; i++) {
        struct span *span = &s->pack.spans[s->n_spans++];
        *span = b->spans[piece.first + i];
        uint32_t lead = i == 0 ? piece.lead : 0;
        span->text.len -= lead;
        memcpy(s->pack.text + s->n_text, b->body.ptr + span->text.at + lead,
            span->text.len);
        span->text.at = s->n_text;
        s->n_text += span->text.len;
    }
}

static void
copy_blocks(struct settling *s)
{
    const struct build *b = s->b;

    for (block_ix i = 0; i < b->n_blocks; i++) {
        struct piece pieces[2];
        if (!s->is_kept[i])
            continue;

        struct block *block = &s->pack.blocks[s->map[i]];
        *block = b->blocks[i];
        block->parent = s->map[block->parent];
        block->end = s->map[block->end];
        block->info = moved(s, block->info);
        unsigned n_pieces = find_pieces(s, i, pieces);
        copy_piece(s, pieces[0], block);
        if (n_pieces == 2) {
            block[1] = block[0];
            block[1].marks = 0;
            block[0].end--;
            copy_piece(s, pieces[1], &block[1]);
        }
    }
}

/*
 * Fills in where an anchor is in the article: as far into its leaf as it was,
 * or where its block begins.
 */
static void
place_anchor(const struct settling *s, const struct build_anchor *anchor,
    struct anchor *out)
{
    const struct article *a = s->pack.article;
    const struct build *b = s->b;
    block_ix old = anchor->block;
    block_ix ix = s->map[old];
    uint32_t into = 0;

    /* Behind the last block, nothing is kept. */
    if (old < b->n_blocks && s->is_kept[old] && b->blocks[old].n_spans > 0) {
        struct piece pieces[2];
        uint32_t start = b->spans[b->blocks[old].first_span].text.at;
        uint32_t len = (uint32_t)article_text(a, ix).len;
        into = anchor->at > start ? anchor->at - start : 0;
        if (into > len && find_pieces(s, old, pieces) == 2) {
            struct text_ref text = b->spans[pieces[1].first].text;
            uint32_t second = text.at + pieces[1].lead;
            ix++;
            into = anchor->at > second ? anchor->at - second : 0;
            len = (uint32_t)article_text(a, ix).len;
        }
        into = into < len ? into : len;
    }
    out->block = ix < a->n_blocks ? ix : a->n_blocks - 1;
    out->at = article_block_offset(a, ix) + into;
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
        s->pack.anchors[i].name = moved(s, anchor->name);
        place_anchor(s, anchor, &s->pack.anchors[i]);
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
        .is_draft = is_draft,
        .is_kept = mem_alloc(b->n_blocks),
        .map = mem_alloc_zero(b->n_blocks + 1, sizeof(block_ix)),
    };

    choose_blocks(&s);
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
