/* SPDX-License-Identifier: ISC */
/*
 * labels - what footnotes are called in Markdown
 *
 * Notes are few and sorted, so they are searched by halves. Anchors are sorted
 * by name; only the exact name counts here, because a search that forgives more
 * would take too long for many references that lead nowhere.
 */
#include "labels.h"

#include "base/mem.h"
#include "base/utf8.h"
#include "form.h"
#include "model/url.h"

#include <stdlib.h>

#define NOTE_PREFIX STR("fn-")
#define REF_PREFIX  STR("fnref-")

static bool
is_label_byte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           (c >= '0' && c <= '9') || strchr("-_.:", c) ||
           (unsigned char)c >= 0x80;
}

static bool
is_label(struct str s)
{
    for (size_t i = 0; i < s.len; i++)
        if (!is_label_byte(s.ptr[i]))
            return false;
    return s.len > 0 && utf8_is_clean(s);
}

/*
 * Appends the label that the name of a note's anchor was made of. Returns false
 * and adds nothing when it was made of none, or of one with other signs or with
 * what may not be written to a terminal.
 */
static bool
add_name(struct buf *out, struct str name)
{
    size_t start = out->len;

    if (!str_starts(name, NOTE_PREFIX))
        return false;
    url_add_decoded(out, str_slice(name, NOTE_PREFIX.len, name.len));
    if (is_label(str_slice(buf_str(out), start, out->len)))
        return true;
    buf_cut(out, start);
    return false;
}

/*
 * Returns the note b, or NULL.
 */
static struct label_note *
find_note(const struct labels *l, block_ix b)
{
    uint32_t low = 0, high = l->n;

    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (l->notes[middle].block < b)
            low = middle + 1;
        else
            high = middle;
    }
    return low < l->n && l->notes[low].block == b ? &l->notes[low] : NULL;
}

/*
 * Gives the notes their names.
 */
static void
name_notes(struct labels *l)
{
    struct buf name = {0};
    uint32_t n_named = 0;

    for (uint32_t i = 0; i < l->a->n_anchors; i++) {
        const struct anchor *anchor = &l->a->anchors[i];
        struct label_note *note = find_note(l, anchor->block);
        if (!note || note->name.len > 0)
            continue;
        buf_cut(&name, 0);
        if (add_name(&name, article_str(l->a, anchor->name))) {
            note->name = anchor->name;
            n_named++;
        }
    }
    l->has_names = n_named == l->n;
    buf_done(&name);
}

void
labels_done(struct labels *l)
{
    free(l->notes);
    *l = (struct labels){0};
}

bool
labels_add(const struct labels *l, block_ix b, struct buf *out)
{
    const struct label_note *note = find_note(l, b);

    if (!note)
        return false;
    if (l->has_names)
        return add_name(out, article_str(l->a, note->name));
    buf_add_format(out, "%u", (uint32_t)(note - l->notes) + 1);
    return true;
}

/*
 * Returns the block that the anchor of exactly that name stands for, 0 if there
 * is none.
 */
static block_ix
find_named(const struct article *a, struct str name)
{
    uint32_t low = 0, high = a->n_anchors;

    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        int order = str_compare(article_str(a, a->anchors[middle].name), name);
        if (order == 0)
            return a->anchors[middle].block;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return 0;
}

/*
 * Returns the note that a span leads to, or 0.
 */
static block_ix
find_target(const struct labels *l, const struct span *span)
{
    if (span->link == LINK_NONE)
        return 0;
    struct str url = article_link(l->a, span->link);
    if (!str_starts(url, STR("#")))
        return 0;

    block_ix b = find_named(l->a, str_slice(url, 1, url.len));
    while (b > 0 && l->a->blocks[b].kind != BLOCK_NOTE)
        b = l->a->blocks[b].parent;
    return b;
}

bool
labels_add_ref(const struct labels *l, const struct span *span, struct buf *out)
{
    return l->n > 0 && labels_add(l, find_target(l, span), out);
}

bool
labels_imply(const struct labels *l, const struct anchor *anchor)
{
    struct str name = article_str(l->a, anchor->name);

    if (!l->has_names || l->is_html || l->n == 0)
        return false;
    return str_starts(name, NOTE_PREFIX) || str_starts(name, REF_PREFIX);
}

/*
 * Tells whether the notes stand behind each other at the very end.
 */
static bool
are_last(const struct labels *l)
{
    block_ix next = l->notes[0].block;

    for (uint32_t i = 0; i < l->n; i++) {
        if (l->notes[i].block != next || l->a->blocks[next].parent != 0)
            return false;
        next = l->a->blocks[next].end;
    }
    return next == l->a->n_blocks;
}

/*
 * Tells whether leaf b refers to a note.
 */
static bool
has_ref(const struct labels *l, block_ix b)
{
    const struct block *block = &l->a->blocks[b];

    for (uint32_t i = 0; i < block->n_spans; i++)
        if (l->a->spans[block->first_span + i].roles & ROLE_NOTE_REF)
            return true;
    return false;
}

/*
 * Notes that the spans of leaf b refer to notes. Returns false when a note is
 * referred to before one that stands above it, or the way back from one has a
 * look, which it gets only from HTML that was never closed.
 */
static bool
read_refs(struct labels *l, block_ix b, uint32_t *n_seen)
{
    const struct block *block = &l->a->blocks[b];

    for (uint32_t i = 0; i < block->n_spans; i++) {
        const struct span *span = &l->a->spans[block->first_span + i];
        struct label_note *note = NULL;
        if ((span->roles & ROLE_NOTE_BACK) && span->roles != ROLE_NOTE_BACK)
            return false;
        if (span->roles & ROLE_NOTE_REF)
            note = find_note(l, find_target(l, span));
        if (!note || note->has_ref)
            continue;
        note->has_ref = true;
        if (note != &l->notes[(*n_seen)++])
            return false;
    }
    return true;
}

/*
 * Tells whether readers of Markdown find just these notes in this order.
 */
static bool
are_found(struct labels *l, block_ix first, block_ix end)
{
    uint32_t n_seen = 0;

    if (!are_last(l))
        return false;
    for (block_ix b = first; b < end;) {
        bool is_html = l->a->blocks[b].kind == BLOCK_SUMMARY ||
                       form_is_html(l->a, NULL, b);
        if (!is_html && !read_refs(l, b, &n_seen))
            return false;
        block_ix next = is_html ? l->a->blocks[b].end : b + 1;
        for (; is_html && b < next; b++)
            if (has_ref(l, b))
                return false;
        b = next;
    }
    return n_seen == l->n;
}

void
labels_init(
    struct labels *l, const struct article *a, block_ix first, block_ix end)
{
    uint32_t cap = 0;

    *l = (struct labels){.a = a};
    for (block_ix b = first; b < end; b++) {
        if (a->blocks[b].kind != BLOCK_NOTE)
            continue;
        MEM_GROW(l->notes, cap, l->n + 1);
        l->notes[l->n++] = (struct label_note){.block = b};
    }
    name_notes(l);
    l->is_html = l->n > 0 && !are_found(l, first, end);
}
