/* SPDX-License-Identifier: ISC */
/*
 * slugs - which names headings get by themselves
 *
 * Slugs are sorted by their text to count the equal ones, and then by block
 * again.
 */
#include "slugs.h"

#include "base/mem.h"
#include "model/slug.h"

#include <stdlib.h>

static struct str
text_of(const struct slugs *s, const struct slug *slug)
{
    return str_slice(buf_str(&s->text), slug->at, slug->at + slug->len);
}

static int
compare_blocks(const void *left, const void *right)
{
    const struct slug *l = left, *r = right;

    return l->block < r->block ? -1 : l->block > r->block;
}

static int
compare_texts(const void *left, const void *right, void *user)
{
    const struct slugs *s = user;
    int order = str_compare(text_of(s, left), text_of(s, right));

    return order != 0 ? order : compare_blocks(left, right);
}

static void
add(struct slugs *s, block_ix b, struct str title)
{
    uint32_t at = (uint32_t)s->text.len;

    slug_add(&s->text, title);
    MEM_GROW(s->slugs, s->cap, s->n + 1);
    s->slugs[s->n++] = (struct slug){
        .block = b,
        .at = at,
        .len = (uint32_t)s->text.len - at,
    };
}

void
slugs_init(struct slugs *s, const struct article *a, struct str title,
    block_ix first, block_ix end)
{
    *s = (struct slugs){0};
    if (title.len > 0)
        add(s, 0, title);
    for (block_ix b = first; b < end; b++)
        if (a->blocks[b].kind == BLOCK_HEADING && b > 0)
            add(s, b, article_text(a, b));
    if (s->n == 0)
        return;

    qsort_r(s->slugs, s->n, sizeof *s->slugs, compare_texts, s);
    for (uint32_t i = 1; i < s->n; i++)
        if (str_eq(text_of(s, &s->slugs[i]), text_of(s, &s->slugs[i - 1])))
            s->slugs[i].number = s->slugs[i - 1].number + 1;
    qsort(s->slugs, s->n, sizeof *s->slugs, compare_blocks);
}

void
slugs_done(struct slugs *s)
{
    free(s->slugs);
    buf_done(&s->text);
    *s = (struct slugs){0};
}

bool
slugs_give(const struct slugs *s, block_ix b, struct str name)
{
    const struct slug wanted = {.block = b};
    const struct slug *slug = s->n == 0 ? NULL
                                        : bsearch(&wanted, s->slugs, s->n,
                                              sizeof *s->slugs, compare_blocks);
    struct buf own = {0};

    if (!slug)
        return false;
    buf_add_str(&own, text_of(s, slug));
    if (slug->number > 0)
        buf_add_format(&own, "-%u", slug->number);
    bool is_own = str_eq(buf_str(&own), name);
    buf_done(&own);
    return is_own;
}
