/* SPDX-License-Identifier: ISC */
/*
 * title - which heading is the title of the article
 *
 * The first heading of level 1 is, wherever it stands; one that announces a
 * list of contents only if there is no other. It is taken out of the body when
 * it stands at the beginning; readmes begin with logos, badges and a line of
 * links to other languages, and after these is still the beginning. A heading
 * after text stays, because what comes before it is not part of its section.
 */
#include "parse/title.h"

#include "base/utf8.h"
#include "base/words.h"

/*
 * Tells whether s has anything to read, not only separators.
 */
static bool
has_letters(struct str s)
{
    return words_count(s) > 0;
}

/*
 * Tells whether a block may stand before the title: it has no text but that of
 * pictures and links.
 */
static bool
is_furniture(const struct article *a, block_ix b)
{
    const struct block *block = &a->blocks[b];

    if (block->kind == BLOCK_HEADING || block->kind == BLOCK_CODE)
        return block->n_spans == 0;
    for (uint32_t i = 0; i < block->n_spans; i++) {
        const struct span *span = &a->spans[block->first_span + i];
        if (!(span->roles & ROLE_IMAGE) && span->link == LINK_NONE &&
            has_letters(article_str(a, span->text)))
            return false;
    }
    return true;
}

/*
 * Tells whether block b may be the title.
 */
static bool
is_candidate(const struct article *a, block_ix b)
{
    const struct block *block = &a->blocks[b];

    return block->kind == BLOCK_HEADING && block->level == 1 &&
           block->parent == 0 && block->n_spans > 0;
}

/*
 * Returns the block of the heading that is the title, 0 if there is none, and
 * whether it stands at the beginning.
 */
static block_ix
find_heading(
    const struct article *a, const struct phrases *phrases, bool *out_is_first)
{
    block_ix announcement = 0;
    bool is_first = true;

    *out_is_first = true;
    for (block_ix b = 1; b < a->n_blocks; b++) {
        if (is_candidate(a, b)) {
            bool is_announcement = phrases_match(phrases, article_text(a, b),
                                       PHRASES_CONTENTS) == PHRASES_WHOLE;
            if (!is_announcement || announcement == 0)
                *out_is_first = is_first;
            if (!is_announcement)
                return b;
            if (announcement == 0)
                announcement = b;
        }
        is_first = is_first && is_furniture(a, b);
    }
    return announcement;
}

/*
 * Appends the text of a heading without pictures, unless it has nothing else,
 * and as one line.
 */
static void
add_heading(struct buf *out, const struct article *a, block_ix b)
{
    const struct block *block = &a->blocks[b];

    for (uint32_t i = 0; i < block->n_spans; i++) {
        const struct span *span = &a->spans[block->first_span + i];
        if (!(span->roles & (ROLE_IMAGE | ROLE_NOTE_REF)))
            buf_add_str(out, article_str(a, span->text));
    }
    if (!has_letters(buf_str(out))) {
        buf_cut(out, 0);
        buf_add_str(out, article_text(a, b));
    }
}

static bool
is_same(struct str left, struct str right)
{
    struct buf l = {0}, r = {0};

    utf8_add_folded(&l, str_trim(left));
    utf8_add_folded(&r, str_trim(right));
    bool is_same = str_eq(buf_str(&l), buf_str(&r));
    buf_done(&l);
    buf_done(&r);
    return is_same;
}

block_ix
title_find(struct build *b, const struct phrases *phrases, bool is_sure,
    struct str name)
{
    const struct article *a = build_draft(b);
    struct str title = article_fact(a, FACT_TITLE);
    struct buf text = {0};
    bool is_first;
    block_ix heading = find_heading(a, phrases, &is_first);

    if (heading != 0)
        add_heading(&text, a, heading);
    bool is_taken = text.len > 0 && (title.len == 0 || !is_sure);
    bool is_repeated = is_taken || is_same(title, buf_str(&text));
    bool is_gone = text.len > 0 && is_first && is_repeated;
    if (is_gone)
        build_reduce(b, heading, ROLE_IMAGE | ROLE_NOTE_REF);
    if (is_taken)
        build_fact(b, FACT_TITLE, buf_str(&text));
    else if (title.len == 0 && name.len > 0)
        build_fact(b, FACT_TITLE, name);
    buf_done(&text);
    return is_gone ? heading : 0;
}
