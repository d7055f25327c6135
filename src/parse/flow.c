/* SPDX-License-Identifier: ISC */
/*
 * flow - makes blocks and spans of HTML elements as they come
 *
 * Every open element has a frame, which says how text in it looks and which
 * block it has. Paragraphs have none: text outside of all leaves begins one,
 * and where any block element begins or ends, it ends. So <p>, <div> and bare
 * text come out alike, as they look.
 *
 * Headings, summaries, terms, captions and code hold text only. A block element
 * in one of them is a line of its own there.
 */
#include "parse/flow.h"

#include "base/mem.h"
#include "frame.h"
#include "grid.h"
#include "inline.h"
#include "listing.h"
#include "media.h"
#include "model/url.h"
#include "style.h"
#include "where.h"

#include <assert.h>
#include <stdlib.h>

struct flow *
flow_new(struct build *b, struct str base_url)
{
    struct flow *f = mem_alloc_zero(1, sizeof *f);

    f->build = b;
    nest_init(&f->nest, b);
    buf_add_str(&f->page, url_without_fragment(base_url));
    buf_add_str(&f->base, buf_str(&f->page));
    MEM_GROW(f->frames, f->cap_frames, 1);
    f->frames[f->n_frames++] = (struct frame){
        .style = SPAN_PLAIN,
        .entry = NEST_NONE,
    };
    return f;
}

void
flow_free(struct flow *f)
{
    if (!f)
        return;
    while (f->n_frames > 1)
        flow_close(f);
    nest_done(&f->nest);
    buf_done(&f->page);
    buf_done(&f->base);
    buf_done(&f->scratch);
    buf_done(&f->langs);
    buf_done(&f->held);
    buf_done(&f->heading);
    free(f->grids);
    free(f->frames);
    free(f);
}

void
flow_base(struct flow *f, struct str href)
{
    struct buf base = {0};
    const struct where page = {buf_str(&f->page), buf_str(&f->page)};

    if (where_find(&page, href, &base)) {
        buf_done(&f->base);
        f->base = base;
    } else {
        buf_done(&base);
    }
}

struct str
flow_seen_from(const struct flow *f)
{
    return buf_str(&f->base);
}

void
flow_row(struct flow *f, uint32_t row)
{
    f->nest.row = row;
}

void
flow_text(struct flow *f, struct str text)
{
    const struct frame *frame = frame_top(f);

    if (!frame->is_muted && text.len > 0)
        frame_text(f, text, frame->style);
}

/*
 * Ends the line of the open leaf because a block element begins or ends in it.
 */
static void
end_line(struct flow *f)
{
    f->has_break = true;
}

/*
 * Ends the paragraph or the line at the edge of an element that stands by
 * itself but makes no block.
 */
static void
part(struct flow *f)
{
    if (nest_in_leaf(&f->nest))
        end_line(f);
    else
        nest_end_para(&f->nest);
}

/*
 * Names the place that comes next after the id or name of an element. GitHub
 * puts a prefix before the names that authors give.
 */
static void
add_anchors(struct flow *f, enum element e, const struct attrs *attrs)
{
    struct str id = element_attr(attrs, ATTR_ID);
    struct str prefix = STR("user-content-");

    if (str_starts(id, prefix))
        build_anchor(f->build, str_slice(id, prefix.len, id.len));
    else if (id.len > 0)
        build_anchor(f->build, id);
    if (e == ELEMENT_A && element_attr(attrs, ATTR_NAME).len > 0)
        build_anchor(f->build, element_attr(attrs, ATTR_NAME));
}

static void
open_code(struct flow *f, const struct attrs *attrs)
{
    struct frame *frame = frame_top(f);
    struct str lang = style_language(attrs);

    f->has_line = false;
    if (lang.len == 0)
        lang = element_attr(attrs, ATTR_LANG);
    if (lang.len == 0 && frame->lang.len > 0)
        lang = (struct str){f->langs.ptr + frame->lang.at, frame->lang.len};
    frame->entry = nest_open(&f->nest, BLOCK_CODE);
    block_ix code = nest_block(&f->nest, frame->entry);
    if (code != NEST_NONE && lang.len > 0)
        build_info(f->build, code, lang);
}

/*
 * Opens the block of kind that e makes, in its frame.
 */
static void
open_kind(struct flow *f, enum element e, enum block_kind kind,
    const struct attrs *attrs)
{
    struct frame *frame = frame_top(f);

    frame->entry = nest_open(&f->nest, kind);
    block_ix ix = nest_block(&f->nest, frame->entry);
    if (ix == NEST_NONE)
        return;
    if (kind == BLOCK_HEADING) {
        build_level(f->build, ix, (unsigned)(e - ELEMENT_H1 + 1));
        buf_cut(&f->heading, 0);
        buf_add_str(&f->heading, element_attr(attrs, ATTR_ID));
    } else if (kind == BLOCK_DETAILS && element_has_attr(attrs, ATTR_OPEN)) {
        build_mark(f->build, ix, BLOCK_IS_OPEN);
    }
}

/*
 * Begins a block element that makes no block but parts paragraphs.
 */
static void
open_plain(struct flow *f, enum element e, const struct attrs *attrs)
{
    struct frame *frame = frame_top(f);

    switch (e) {
    case ELEMENT_DIV: {
        struct str lang = style_language(attrs);
        if (lang.len == 0)
            break;
        frame->lang = (struct text_ref){
            (uint32_t)f->langs.len,
            (uint32_t)lang.len,
        };
        buf_add_str(&f->langs, lang);
        break;
    }
    case ELEMENT_P:
        if (style_is_aside_title(attrs))
            frame->style.roles |= ROLE_STRONG;
        break;
    case ELEMENT_THEAD:
    case ELEMENT_TBODY:
    case ELEMENT_TFOOT:
        frame->is_head = e == ELEMENT_THEAD;
        frame->align = style_align(attrs, frame->align);
        break;
    default:
        break;
    }
}

/*
 * Begins the block element e, whose frame is the innermost, outside of leaves.
 */
static void
open_block(struct flow *f, enum element e, const struct attrs *attrs)
{
    struct frame *frame = frame_top(f);
    enum block_kind kind = element_info(e)->block;

    nest_end_para(&f->nest);
    if (listing_is_notes(e, attrs))
        frame->notes = FRAME_AROUND_NOTES;
    if (style_is_aside(e, attrs))
        kind = BLOCK_QUOTE;
    switch (kind) {
    case BLOCK_DOC:
        open_plain(f, e, attrs);
        break;
    case BLOCK_LIST:
        listing_open(f, e, attrs);
        break;
    case BLOCK_ITEM:
        listing_open_item(f, attrs);
        break;
    case BLOCK_CODE:
        open_code(f, attrs);
        break;
    case BLOCK_TABLE:
        frame->align = 0;
        frame->is_head = false;
        grid_push(f);
        open_kind(f, e, kind, attrs);
        break;
    case BLOCK_CELL:
        frame->align = style_align(attrs, frame->align);
        frame->entry = grid_open_cell(f, e, attrs);
        break;
    case BLOCK_ROW:
        frame->align = style_align(attrs, frame->align);
        open_kind(f, e, kind, attrs);
        if (frame->entry != NEST_NONE)
            grid_begin_row(f);
        break;
    default:
        open_kind(f, e, kind, attrs);
        break;
    }
    f->has_break = false;
}

/*
 * Shows the element e, which has no content.
 */
static void
open_void(struct flow *f, enum element e, const struct attrs *attrs)
{
    switch (e) {
    case ELEMENT_BR:
        frame_break(f);
        break;
    case ELEMENT_HR:
        if (nest_in_leaf(&f->nest))
            end_line(f);
        else if (frame_top(f)->notes != FRAME_AROUND_NOTES)
            nest_close(&f->nest, nest_open(&f->nest, BLOCK_RULE));
        break;
    case ELEMENT_IMG:
        media_image(f, attrs);
        break;
    case ELEMENT_INPUT:
        listing_input(f, attrs);
        break;
    case ELEMENT_WBR:
        if (nest_kind(&f->nest) != BLOCK_CODE && f->nest.has_para)
            flow_text(f, STR("\u200B"));
        break;
    case ELEMENT_AREA:
        media_area(f, attrs);
        break;
    case ELEMENT_EMBED:
    case ELEMENT_FRAME:
        media_link(f, e, attrs);
        break;
    default:
        break;
    }
}

/*
 * Pushes a frame for e, which takes over how text looks around it.
 */
static void
push_frame(struct flow *f, enum element e, enum element_layout layout)
{
    MEM_GROW(f->frames, f->cap_frames, f->n_frames + 1);
    struct frame frame = *frame_top(f);

    frame.element = (uint8_t)e;
    frame.layout = (uint8_t)layout;
    frame.style.roles |= element_info(e)->roles;
    frame.entry = NEST_NONE;
    frame.size = f->nest.n;
    f->frames[f->n_frames++] = frame;
}

bool
flow_open(struct flow *f, enum element e, const struct attrs *attrs)
{
    struct frame *top = frame_top(f);
    enum element_layout layout = element_info(e)->layout;

    if (top->is_muted) {
        if (e == ELEMENT_SOURCE && f->n_texts == top->n_texts)
            media_link(f, top->element, attrs);
        return false;
    }
    if (layout == ELEMENT_HIDDEN || style_is_hidden(e, attrs)) {
        add_anchors(f, e, attrs);
        return false;
    }
    if (layout == ELEMENT_VOID) {
        add_anchors(f, e, attrs);
        open_void(f, e, attrs);
        return false;
    }

    if (!nest_in_leaf(&f->nest))
        listing_loosen(f, e);
    if (element_info(e)->block == BLOCK_DOC)
        layout = style_layout(attrs, layout);
    push_frame(f, e, layout);
    if (element_info(e)->layout == ELEMENT_INLINE) {
        if (layout == ELEMENT_BLOCK)
            part(f);
        add_anchors(f, e, attrs);
        inline_open(f, e, attrs);
    } else {
        if (layout == ELEMENT_INLINE)
            ; /* goes on with the line */
        else if (nest_in_leaf(&f->nest))
            end_line(f);
        else
            open_block(f, e, attrs);
        add_anchors(f, e, attrs);
    }
    return true;
}

void
flow_begin(struct flow *f, enum element e, const struct attrs *attrs)
{
    static const struct attrs none;
    bool is_wanted = flow_open(f, e, attrs ? attrs : &none);

    assert(is_wanted);
    (void)is_wanted;
}

void
flow_put(struct flow *f, enum element e, const struct attrs *attrs)
{
    static const struct attrs none;
    bool is_wanted = flow_open(f, e, attrs ? attrs : &none);

    assert(!is_wanted);
    (void)is_wanted;
}

static void
close_block(struct flow *f, const struct frame *frame)
{
    enum block_kind kind = element_info(frame->element)->block;

    if (frame->entry == NEST_NONE) {
        if (nest_in_leaf(&f->nest))
            end_line(f);
        else
            nest_cut(&f->nest, frame->size);
        return;
    }
    if (kind == BLOCK_ROW)
        grid_end_row(f);
    if (kind == BLOCK_TABLE)
        grid_pop(f);
    nest_close(&f->nest, frame->entry);
    f->has_break = false;
}

void
flow_close(struct flow *f)
{
    const struct frame *frame = frame_top(f);

    assert(f->n_frames > 1);
    bool is_inline = element_info(frame->element)->layout == ELEMENT_INLINE;
    if (is_inline)
        inline_close(f);
    if (is_inline && frame->layout == ELEMENT_BLOCK)
        part(f);
    else if (frame->layout == ELEMENT_BLOCK)
        close_block(f, frame);
    f->n_frames--;
}
