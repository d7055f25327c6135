/* SPDX-License-Identifier: ISC */
/*
 * frame - text and links inside open elements
 *
 * A line break is kept back until text follows it, so that breaks at the end of
 * a paragraph vanish, and two in a row part it, as authors mean them.
 */
#include "frame.h"

#include "model/url.h"

/*
 * Tells whether s shows nothing: only white space and no-break spaces.
 */
static bool
is_blank(struct str s)
{
    for (size_t i = 0; i < s.len; i++) {
        switch (s.ptr[i]) {
        case ' ':
        case '\t':
        case '\n':
        case '\f':
        case '\r':
            break;
        case '\xC2':
            if (i + 1 >= s.len || s.ptr[i + 1] != '\xA0')
                return false;
            i++;
            break;
        default:
            return false;
        }
    }
    return true;
}

/*
 * Adds text to the open leaf, which is code.
 */
static void
add_code(struct flow *f, struct str text, struct build_style style)
{
    if (text.len == 0)
        return;
    if (f->has_break && f->has_line)
        build_text(f->build, STR("\n"), style);
    f->has_break = false;
    f->has_line = text.ptr[text.len - 1] != '\n';
    build_text(f->build, text, style);
}

void
frame_text(struct flow *f, struct str text, struct build_style style)
{
    bool has_leaf = f->nest.has_para || nest_in_leaf(&f->nest);

    if (nest_kind(&f->nest) == BLOCK_CODE) {
        add_code(f, text, style);
        return;
    }
    if (is_blank(text)) {
        if (has_leaf)
            build_text(f->build, text, style);
        return;
    }

    if (!has_leaf) {
        nest_need_leaf(&f->nest);
        f->has_break = false;
    }
    if (f->has_break && build_has_text(f->build))
        build_break(f->build, style);
    f->has_break = false;
    f->n_texts++;
    build_text(f->build, text, style);
}

void
frame_break(struct flow *f)
{
    if (nest_kind(&f->nest) == BLOCK_CODE) {
        build_text(f->build, STR("\n"), frame_top(f)->style);
        f->has_line = false;
    } else if (f->nest.has_para && f->has_break) {
        nest_end_para(&f->nest);
        f->has_break = false;
    } else {
        f->has_break = f->nest.has_para || nest_in_leaf(&f->nest);
    }
}

/*
 * Makes "#name" of an address that leads to a place in the document itself.
 */
static struct str
shorten(const struct flow *f, struct str url)
{
    struct str page = url_without_fragment(url);

    if (f->page.len > 0 && page.len < url.len &&
        str_eq(page, buf_str(&f->page)))
        return str_slice(url, page.len, url.len);
    return url;
}

link_ix
frame_link(struct flow *f, struct str href)
{
    link_ix link = LINK_NONE;

    href = str_trim(href);
    if (href.len == 0)
        return LINK_NONE;
    if (href.ptr[0] == '#' && f->base.len == f->page.len)
        return href.len > 1 ? build_link(f->build, href) : LINK_NONE;

    f->scratch.len = 0;
    if (url_resolve(buf_str(&f->base), href, &f->scratch)) {
        struct str url = shorten(f, buf_str(&f->scratch));
        if (!str_eq(url, STR("#")))
            link = build_link(f->build, url);
    }
    return link;
}
