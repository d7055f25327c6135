/* SPDX-License-Identifier: ISC */
/*
 * inline - elements inside paragraphs
 *
 * Most only change how text looks, which their frame has from the table of
 * elements; those that do more are here.
 */
#include "inline.h"

#include "listing.h"
#include "media.h"
#include "style.h"

static void
put_text(struct flow *f, struct str text)
{
    frame_text(f, text, frame_top(f)->style);
}

/*
 * Tells whether a link is in the heading that it leads to: site generators make
 * such links so that readers can copy them.
 */
static bool
leads_to_itself(const struct flow *f, const struct attrs *attrs)
{
    struct str href = element_attr(attrs, ATTR_HREF);

    return nest_kind(&f->nest) == BLOCK_HEADING && f->heading.len > 0 &&
           str_starts(href, STR("#")) &&
           str_eq(str_slice(href, 1, href.len), buf_str(&f->heading));
}

/*
 * Begins a link, whose frame is the innermost. What leads to footnotes and back
 * is not raised as well, and the way back has no other look.
 */
static void
open_link(struct flow *f, const struct attrs *attrs)
{
    struct frame *frame = frame_top(f);
    uint32_t note = listing_link_role(attrs);

    if (element_has_attr(attrs, ATTR_HREF) && !leads_to_itself(f, attrs))
        frame->style.link = frame_link(f, element_attr(attrs, ATTR_HREF));
    frame->style.roles |= note;
    if (note == ROLE_NOTE_BACK)
        frame->style.roles = note;
    else if (note != 0)
        frame->style.roles &= ~(uint32_t)ROLE_SUP;
}

/*
 * Begins <code>: in a code block it only names the language.
 */
static void
open_code(struct flow *f, const struct attrs *attrs)
{
    struct str lang = style_language(attrs);

    if (nest_kind(&f->nest) != BLOCK_CODE)
        return;
    frame_top(f)->style.roles &= ~(uint32_t)ROLE_CODE;
    block_ix code = nest_block(&f->nest, f->nest.n - 1);
    if (code != NEST_NONE && lang.len > 0)
        build_info(f->build, code, lang);
}

/*
 * Notes that an element begins or ends here which a style may set apart.
 */
static void
note_seam(struct flow *f, enum element e, bool is_end)
{
    switch (e) {
    case ELEMENT_OTHER:
    case ELEMENT_A:
    case ELEMENT_B:
    case ELEMENT_STRONG:
    case ELEMENT_SMALL:
        if (f->seam == FRAME_IMAGE)
            break;
        if (is_end)
            f->seam = FRAME_CLOSED;
        else if (f->seam != FRAME_NO_SEAM)
            f->seam = FRAME_PARTED;
        else if (e == ELEMENT_SMALL)
            f->seam = FRAME_OPENED;
        break;
    default:
        f->seam = FRAME_NO_SEAM;
        break;
    }
}

void
inline_open(struct flow *f, enum element e, const struct attrs *attrs)
{
    struct frame *frame = frame_top(f);

    note_seam(f, e, false);
    switch (e) {
    case ELEMENT_A:
        open_link(f, attrs);
        break;
    case ELEMENT_CODE:
        open_code(f, attrs);
        break;
    case ELEMENT_SUP:
        if (frame->style.roles & (ROLE_NOTE_REF | ROLE_NOTE_BACK))
            frame->style.roles &= ~(uint32_t)ROLE_SUP;
        break;
    case ELEMENT_Q:
        put_text(f, frame->n_quotes++ % 2 ? STR("\u2018") : STR("\u201C"));
        break;
    case ELEMENT_RT:
        put_text(f, STR("("));
        break;
    case ELEMENT_OBJECT:
        frame->n_texts = f->n_texts;
        if (element_has_attr(attrs, ATTR_DATA))
            frame->style.link = frame_link(f, element_attr(attrs, ATTR_DATA));
        break;
    case ELEMENT_AUDIO:
    case ELEMENT_VIDEO:
    case ELEMENT_IFRAME:
        if (e != ELEMENT_AUDIO)
            nest_end_para(&f->nest);
        frame->n_texts = f->n_texts;
        media_link(f, e, attrs);
        frame->is_muted = true;
        break;
    default:
        break;
    }
}

void
inline_close(struct flow *f)
{
    const struct frame *frame = frame_top(f);

    note_seam(f, frame->element, true);
    switch (frame->element) {
    case ELEMENT_Q:
        put_text(f, frame->n_quotes % 2 ? STR("\u201D") : STR("\u2019"));
        break;
    case ELEMENT_RT:
        put_text(f, STR(")"));
        break;
    case ELEMENT_VIDEO:
    case ELEMENT_IFRAME:
        nest_end_para(&f->nest);
        break;
    case ELEMENT_OBJECT:
        if (f->n_texts == frame->n_texts && frame->style.link != LINK_NONE)
            put_text(f, STR("Object"));
        break;
    default:
        break;
    }
}
