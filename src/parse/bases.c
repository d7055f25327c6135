/* SPDX-License-Identifier: ISC */
/*
 * bases - what addresses in a document of XML are seen from
 */
#include "bases.h"

#include "model/url.h"

struct str
bases_top(const struct bases *b)
{
    return b->n > 0 ? buf_str(&b->all[b->n - 1].url) : (struct str){0};
}

void
bases_enter(
    struct bases *b, uint32_t depth, struct str base, struct str document)
{
    struct buf url = {0};

    if (base.len == 0 || b->n == BASES_MAX)
        return;
    if (!url_resolve(b->n > 0 ? bases_top(b) : document, base, &url)) {
        buf_done(&url);
        return;
    }
    b->all[b->n].depth = depth;
    b->all[b->n++].url = url;
}

void
bases_leave(struct bases *b, uint32_t depth)
{
    while (b->n > 0 && b->all[b->n - 1].depth >= depth)
        buf_done(&b->all[--b->n].url);
}
