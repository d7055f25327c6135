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

#include <unictype.h>

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
 * Returns text without the empty lines that it begins with.
 */
static struct str
skip_lines(struct str text)
{
    size_t start = 0;

    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] == '\n')
            start = i + 1;
        else if (text.ptr[i] != ' ' && text.ptr[i] != '\t' &&
                 text.ptr[i] != '\r')
            break;
    }
    return str_slice(text, start, text.len);
}

/*
 * Adds text to the open leaf, which is code.
 */
static void
add_code(struct flow *f, struct str text, struct span_style style)
{
    if (!build_has_text(f->build))
        text = skip_lines(text);
    if (text.len == 0)
        return;
    if (f->has_break && f->has_line)
        build_text(f->build, STR("\n"), style);
    f->has_break = false;
    f->has_line = text.ptr[text.len - 1] != '\n';
    build_text(f->build, text, style);
}

/*
 * Tells whether two pieces of text that an author has put into elements beside
 * each other are parted by a style: where a sentence or a word ends and a
 * capital follows. In a term, a small letter behind a period goes on with a name.
 */
static bool
is_parted(const struct flow *f, struct str text)
{
    uint32_t last = f->last_cp, first = 0;

    utf8_decode(text.ptr, text.len, &first);
    bool is_word = uc_is_general_category(first, UC_CATEGORY_L) ||
                   uc_is_general_category(first, UC_CATEGORY_Nd);
    switch ((enum frame_seam)f->seam) {
    case FRAME_IMAGE:
        return is_word;
    case FRAME_OPENED:
        return is_word && nest_in_leaf(&f->nest);
    case FRAME_PARTED:
        if (last == '.' && nest_kind(&f->nest) == BLOCK_TERM &&
            uc_is_general_category(first, UC_CATEGORY_Ll))
            return false;
        return (is_word && last < 0x80 && strchr(".!?:;)%", (int)last)) ||
               (uc_is_general_category(first, UC_CATEGORY_Lu) &&
                   (uc_is_general_category(last, UC_CATEGORY_Ll) ||
                       uc_is_general_category(last, UC_CATEGORY_Nd)));
    default:
        return false;
    }
}

/*
 * Parts text from what is before it if only a style does so on the screen, and
 * remembers how it ends.
 */
static void
mend_seam(struct flow *f, struct str text, struct span_style style)
{
    if (f->seam != FRAME_NO_SEAM && !(style.roles & (ROLE_CODE | ROLE_KBD)) &&
        is_parted(f, text))
        build_text(f->build, STR(" "), style);
    f->seam = FRAME_NO_SEAM;
    size_t at = text.len;
    while (at > 0 && ((unsigned char)text.ptr[at - 1] & 0xC0) == 0x80)
        at--;
    f->last_cp = 0;
    if (at > 0)
        utf8_decode(text.ptr + at - 1, text.len - at + 1, &f->last_cp);
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
        f->seam = text.len > 0 ? FRAME_NO_SEAM : f->seam;
        if (has_leaf && !build_has_text(f->build))
            return; /* a heading of nothing is none */
        if (has_leaf && f->has_break)
            buf_add_str(&f->held, text);
        else if (has_leaf)
            build_text(f->build, text, style);
        return;
    }

    if (!has_leaf) {
        nest_need_leaf(&f->nest);
        f->has_break = false;
        f->seam = FRAME_NO_SEAM;
        text = shown;
    }
    if (f->has_break)
        f->seam = FRAME_NO_SEAM;
    mend_seam(f, text, style);
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
