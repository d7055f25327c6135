/* SPDX-License-Identifier: ISC */
/*
 * listing - lists, their items and boxes, and footnotes
 *
 * An article's list knows the number of its first item only. Where an author
 * has given an item another number than it would have, the list is closed and
 * another one begun at that number, so that all are right.
 *
 * Footnotes are recognised by what GitHub, Pandoc and kramdown write around
 * them.
 */
#include "listing.h"

#include "style.h"

#include <stdio.h>

enum {
    MAX_NUMBER = 999999999 /* nine digits, as in Markdown */
};

static int32_t
limit(int32_t number)
{
    if (number > MAX_NUMBER)
        return MAX_NUMBER;
    return number < -MAX_NUMBER ? -MAX_NUMBER : number;
}

/*
 * Returns what the items of an ordered list are counted with: '1', a letter for
 * letters of its case, 'i' or 'I' for Roman numbers.
 */
static char
numerals_of(const struct attrs *attrs)
{
    static const struct {
        struct str name;
        char numerals;
    } styles[] = {
        {STR_INIT("lower-alpha"), 'a'},
        {STR_INIT("lower-latin"), 'a'},
        {STR_INIT("upper-alpha"), 'A'},
        {STR_INIT("upper-latin"), 'A'},
        {STR_INIT("lower-roman"), 'i'},
        {STR_INIT("upper-roman"), 'I'},
    };
    struct str type = element_attr(attrs, ATTR_TYPE);
    struct str style = style_property(attrs, STR("list-style-type"));

    if (style.len == 0)
        style = style_property(attrs, STR("list-style"));
    for (size_t i = 0; i < sizeof styles / sizeof *styles; i++)
        if (str_eq_nocase(style, styles[i].name))
            return styles[i].numerals;
    return type.len == 1 && strchr("aAiI", type.ptr[0]) ? type.ptr[0] : '1';
}

/*
 * Says what is to be known of the block of an ordered list, which owns the
 * frame.
 */
static void
describe(struct flow *f, const struct frame *ol, int32_t number)
{
    block_ix list = nest_block(&f->nest, ol->entry);

    if (list == NEST_NONE)
        return;
    build_mark(f->build, list,
        BLOCK_IS_ORDERED | (ol->is_reversed ? BLOCK_IS_REVERSED : 0));
    build_number(f->build, list, number);
    if (ol->numerals != '1')
        build_info(f->build, list, (struct str){&ol->numerals, 1});
}

void
listing_open(struct flow *f, enum element e, const struct attrs *attrs)
{
    struct frame *frame = frame_top(f);

    frame->number = limit(element_number(attrs, ATTR_START, 1));
    frame->is_reversed = element_has_attr(attrs, ATTR_REVERSED);
    frame->numerals = numerals_of(attrs);
    if (e == ELEMENT_OL && frame->notes == FRAME_AROUND_NOTES) {
        frame->notes = FRAME_IN_NOTES;
        nest_end_para(&f->nest);
        return;
    }
    frame->notes = FRAME_NO_NOTES;
    frame->entry = nest_open(&f->nest, BLOCK_LIST);
    if (e == ELEMENT_OL)
        describe(f, frame, frame->number);
}

/*
 * Gives the item that is about to be opened in an ordered list its number, and
 * the list, which owns the frame, another block if the number is out of order.
 */
static void
number_item(struct flow *f, struct frame *ol, const struct attrs *attrs)
{
    int32_t number = limit(element_number(attrs, ATTR_VALUE, ol->number));

    if (number != ol->number) {
        nest_renew(&f->nest, ol->entry);
        describe(f, ol, number);
    }
    ol->number = limit(number + (ol->is_reversed ? -1 : 1));
}

void
listing_open_item(struct flow *f, const struct attrs *attrs)
{
    struct frame *frame = frame_top(f);
    struct frame *list = frame - 1; /* an <li> is never the first frame */

    if (list->notes == FRAME_IN_NOTES) {
        char number[16];
        int len = snprintf(number, sizeof number, "%d", list->number);
        struct str label = element_attr(attrs, ATTR_NOTES);
        list->number = limit(list->number + 1);
        frame->notes = FRAME_NO_NOTES;
        frame->entry = nest_open(&f->nest, BLOCK_NOTE);
        block_ix note = nest_block(&f->nest, frame->entry);
        if (note != NEST_NONE)
            build_info(f->build, note,
                label.len > 0 ? label : (struct str){number, (size_t)len});
        return;
    }
    if (list->element == ELEMENT_OL && list->entry != NEST_NONE)
        number_item(f, list, attrs);
    frame->entry = nest_open(&f->nest, BLOCK_ITEM);
}

void
listing_loosen(struct flow *f, enum element e)
{
    enum block_kind kind = element_info(e)->block;
    const struct frame *frame = frame_top(f);

    if (e != ELEMENT_P && kind != BLOCK_HEADING && kind != BLOCK_TABLE &&
        kind != BLOCK_FIGURE)
        return;
    while (frame > f->frames && frame->entry == NEST_NONE)
        frame--;
    if (frame->element != ELEMENT_LI || frame->entry == NEST_NONE ||
        frame->entry == 0 || f->nest.entries[frame->entry].kind != BLOCK_ITEM)
        return;
    block_ix list = nest_block(&f->nest, frame->entry - 1);
    if (list != NEST_NONE)
        build_mark(f->build, list, BLOCK_IS_LOOSE);
}

void
listing_input(struct flow *f, const struct attrs *attrs)
{
    bool is_checked = element_has_attr(attrs, ATTR_CHECKED);

    if (!str_eq_nocase(element_attr(attrs, ATTR_TYPE), STR("checkbox")))
        return;
    if (nest_kind(&f->nest) != BLOCK_ITEM || f->nest.has_para ||
        !nest_is_fresh(&f->nest)) {
        frame_text(
            f, is_checked ? STR("\u2611") : STR("\u2610"), frame_top(f)->style);
        return;
    }
    block_ix item = nest_block(&f->nest, f->nest.n - 1);
    if (item != NEST_NONE)
        build_mark(
            f->build, item, BLOCK_IS_TASK | (is_checked ? BLOCK_IS_DONE : 0));
}

bool
listing_is_notes(enum element e, const struct attrs *attrs)
{
    if (e != ELEMENT_SECTION && e != ELEMENT_DIV && e != ELEMENT_ASIDE &&
        e != ELEMENT_OL && e != ELEMENT_FOOTER)
        return false;
    return element_has_attr(attrs, ATTR_NOTES) ||
           element_has_class(attrs, STR("footnotes")) ||
           str_eq(element_attr(attrs, ATTR_ROLE), STR("doc-endnotes"));
}

uint32_t
listing_link_role(const struct attrs *attrs)
{
    struct str role = element_attr(attrs, ATTR_ROLE);

    if (element_has_attr(attrs, ATTR_NOTE_BACK) ||
        str_eq(role, STR("doc-backlink")) ||
        element_has_class(attrs, STR("footnote-backref")) ||
        element_has_class(attrs, STR("footnote-back")) ||
        element_has_class(attrs, STR("reversefootnote")))
        return ROLE_NOTE_BACK;
    if (element_has_attr(attrs, ATTR_NOTE_REF) ||
        str_eq(role, STR("doc-noteref")) ||
        element_has_class(attrs, STR("footnote-ref")) ||
        str_eq(element_attr(attrs, ATTR_REL), STR("footnote")))
        return ROLE_NOTE_REF;
    return 0;
}
