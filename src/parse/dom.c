/* SPDX-License-Identifier: ISC */
/*
 * dom - what gumbo makes of a page
 */
#include "dom.h"

#include "parse/nesting.h"
#include "scrub.h"

static void *
allocate(void *user, size_t size)
{
    return pool_alloc(user, size);
}

static void
release(void *user, void *ptr)
{
    pool_free(user, ptr);
}

/*
 * Returns html without what gumbo should not see. When that is a copy, what it
 * was made of goes.
 */
static struct str
prepare(struct dom *dom, struct str html, struct buf *source)
{
    struct buf clean = {0};
    struct str text =
        nesting_cut(scrub_html(html, &clean), &dom->text, &dom->is_flat);

    if (dom->text.ptr)
        buf_done(&clean);
    else
        dom->text = clean;
    if (dom->text.ptr && source)
        buf_done(source);
    return text;
}

void
dom_make(struct dom *dom, struct str html, struct buf *source, bool is_piece)
{
    GumboOptions options = kGumboDefaultOptions;

    *dom = (struct dom){0};
    options.allocator = allocate;
    options.deallocator = release;
    options.userdata = &dom->pool;
    options.max_errors = 0;
    if (is_piece)
        options.fragment_context = GUMBO_TAG_DIV;

    html = prepare(dom, html, source);
    dom->root =
        gumbo_parse_with_options(&options, html.ptr ? html.ptr : "", html.len)
            ->root;
}

void
dom_done(struct dom *dom)
{
    pool_done(&dom->pool);
    buf_done(&dom->text);
    *dom = (struct dom){0};
}
