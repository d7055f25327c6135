/* SPDX-License-Identifier: ISC */
/*
 * frame - text and links inside open elements
 *
 * A line break, with the blanks behind it, is kept back until text follows it,
 * so that breaks at the end of a paragraph vanish, and two in a row part it, as
 * authors mean them.
 */
#include "frame.h"

#include "base/utf8.h"
#include "model/url.h"

/*
 * Tells whether cp shows nothing: a blank of any kind, or a character that the
 * builder will leave out.
 */
static bool
is_blank(uint32_t cp)
{
    return cp <= ' ' || (cp >= 0x7F && cp <= 0xA0) || cp == 0x2028 ||
           cp == 0x2029 || cp == 0xFEFF || utf8_is_space(cp);
}

/*
 * Returns s from the first character on that shows.
 */
static struct str
skip_blanks(struct str s)
{
    size_t at = 0;

    while (at < s.len) {
        uint32_t cp = (unsigned char)s.ptr[at];
        size_t n = cp < 0x80 ? 1 : utf8_decode(s.ptr + at, s.len - at, &cp);
        if (!is_blank(cp))
            break;
        at += n;
    }
    return str_slice(s, at, s.len);
}

bool
frame_is_shown(struct str s)
{
    return skip_blanks(s).len > 0;
}

/*
 * Adds text to the open leaf, which is code.
 */
static void
add_code(struct flow *f, struct str text, struct span_style style)
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
frame_text(struct flow *f, struct str text, struct span_style style)
{
    bool has_leaf = f->nest.has_para || nest_in_leaf(&f->nest);

    if (nest_kind(&f->nest) == BLOCK_CODE) {
        add_code(f, text, style);
        return;
    }
    struct str shown = skip_blanks(text);
    if (shown.len == 0) {
        if (has_leaf && f->has_break)
            buf_add_str(&f->held, text);
        else if (has_leaf)
            build_text(f->build, text, style);
        return;
    }

    if (!has_leaf) {
        nest_need_leaf(&f->nest);
        f->has_break = false;
        text = shown;
    }
    if (f->has_break && build_has_text(f->build)) {
        build_break(f->build, style);
        build_text(f->build, buf_str(&f->held), style);
    }
    f->has_break = false;
    buf_cut(&f->held, 0);
    f->n_texts++;
    build_text(f->build, text, style);
}

void
frame_break(struct flow *f)
{
    buf_cut(&f->held, 0);
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

    buf_cut(&f->scratch, 0);
    if (url_resolve(buf_str(&f->base), href, &f->scratch)) {
        struct str url = shorten(f, buf_str(&f->scratch));
        if (!str_eq(url, STR("#")))
            link = build_link(f->build, url);
    }
    return link;
}
