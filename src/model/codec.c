/* SPDX-License-Identifier: ISC */
/*
 * codec - an article as bytes
 *
 * The arrays of an article are one piece of memory that holds no pointers, so
 * both ways are a copy. The head carries everything that decides how to read
 * the rest; a change of any struct needs another CODEC_VERSION.
 */
#include "model/codec.h"

#include "pack.h"

#include <string.h>

enum {
    CODEC_VERSION = 3
};

struct head {
    char magic[8];
    uint32_t version;
    uint32_t byte_order; /* BYTE_ORDER_MARK as this machine writes it */
    uint32_t n_blocks, n_spans, n_links, n_anchors, n_notes, n_text;
    struct text_ref facts[FACT_COUNT];
};

#define BYTE_ORDER_MARK 0x01020304u

static const char magic[8] = {'g', 'u', 't', 'r', 'e', 'a', 'd', '\n'};

void
codec_encode(const struct article *a, struct buf *out)
{
    struct head head = {
        .version = CODEC_VERSION,
        .byte_order = BYTE_ORDER_MARK,
        .n_blocks = a->n_blocks,
        .n_spans = a->n_spans,
        .n_links = a->n_links,
        .n_anchors = a->n_anchors,
        .n_notes = a->n_notes,
        .n_text = a->n_text,
    };

    memcpy(head.magic, magic, sizeof magic);
    memcpy(head.facts, a->facts, sizeof head.facts);
    buf_add(out, &head, sizeof head);
    buf_add(out, a->blocks, pack_size(a));
}

/*
 * Checks the head against the limits of an article and the len bytes that came,
 * and fills the numbers of counts.
 */
static bool
read_head(const struct head *head, size_t len, struct article *counts,
    struct err *err)
{
    if (memcmp(head->magic, magic, sizeof magic) != 0)
        return err_set(err, ERR_BAD_DATA, "not an encoded article");
    if (head->version != CODEC_VERSION || head->byte_order != BYTE_ORDER_MARK)
        return err_set(err, ERR_BAD_DATA,
            "an article encoded by another version of the program");
    if (head->n_blocks > ARTICLE_MAX_BLOCKS ||
        head->n_spans > ARTICLE_MAX_SPANS ||
        head->n_links > ARTICLE_MAX_LINKS ||
        head->n_anchors > ARTICLE_MAX_ANCHORS ||
        head->n_notes > ARTICLE_MAX_NOTES || head->n_text > ARTICLE_MAX_TEXT)
        return err_set(err, ERR_BAD_DATA, "an article beyond all limits");

    *counts = (struct article){
        .n_blocks = head->n_blocks,
        .n_spans = head->n_spans,
        .n_links = head->n_links,
        .n_anchors = head->n_anchors,
        .n_notes = head->n_notes,
        .n_text = head->n_text,
    };
    memcpy(counts->facts, head->facts, sizeof counts->facts);
    if (len != sizeof *head + pack_size(counts))
        return err_set(err, ERR_BAD_DATA,
            "an encoded article that was cut short or has too much");
    return true;
}

struct article *
codec_decode(const void *ptr, size_t len, struct err *err)
{
    struct head head;
    struct article counts;

    if (len < sizeof head) {
        err_set(err, ERR_BAD_DATA, "not an encoded article");
        return NULL;
    }
    memcpy(&head, ptr, sizeof head);
    if (!read_head(&head, len, &counts, err))
        return NULL;

    struct pack p = pack_new(&counts);
    memcpy(p.blocks, (const char *)ptr + sizeof head, len - sizeof head);
    if (!article_check(p.article, err)) {
        article_free(p.article);
        return NULL;
    }
    return p.article;
}
