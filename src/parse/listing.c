/* SPDX-License-Identifier: ISC */
/*
 * listing - lists, their items and boxes, and footnotes
 *
 * An article's list knows the number of its first item only. Where an author
 * has given an item another number than it would have, or counts down, the list
 * is closed and another one begun at that number, so that all are right.
 *
 * Footnotes are recognised by what GitHub, Pandoc and kramdown write around
 * them.
 */
#include "listing.h"

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

void
listing_open(struct flow *f, enum element e, const struct attrs *attrs)
{
    struct frame *frame = frame_top(f);

    frame->number = limit(element_number(attrs, ATTR_START, 1));
    frame->is_reversed = element_has_attr(attrs, ATTR_REVERSED);
    if (e == ELEMENT_OL && frame->notes == FRAME_AROUND_NOTES) {
        frame->notes = FRAME_IN_NOTES;
        nest_end_para(&f->nest);
        return;
    }
    frame->notes = FRAME_NO_NOTES;
    frame->entry = nest_open(&f->nest, BLOCK_LIST);
    block_ix list = nest_block(&f->nest, frame->entry);
    if (list != NEST_NONE && e == ELEMENT_OL) {
        build_mark(f->build, list, BLOCK_IS_ORDERED);
        build_number(f->build, list, frame->number);
    }
}

/*
 * Gives the item that is about to be opened in an ordered list its number, and
 * the list, which owns the frame, another block if the number is out of order.
 */
static void
number_item(struct flow *f, struct frame *ol, const struct attrs *attrs)
{
    int32_t number = limit(element_number(attrs, ATTR_VALUE, ol->number));

    if (ol->is_reversed || number != ol->number)
        nest_renew(&f->nest, ol->entry);
    block_ix list = nest_block(&f->nest, ol->entry);
    if (list != NEST_NONE && !f->nest.entries[ol->entry].has_child) {
        build_mark(f->build, list, BLOCK_IS_ORDERED);
        build_number(f->build, list, number);
    }
    ol->number = limit(number + (ol->is_reversed ? -1 : 1));
}

void
listing_open_item(struct flow *f, const struct attrs *attrs)
{
    struct frame *frame = frame_top(f);
    struct frame *list = frame - 1; /* an <li> is never the first frame */

    if (list->notes == FRAME_IN_NOTES) {
        char label[16];
        int len = snprintf(label, sizeof label, "%d", list->number);
        list->number = limit(list->number + 1);
        frame->notes = FRAME_NO_NOTES;
        frame->entry = nest_open(&f->nest, BLOCK_NOTE);
        block_ix note = nest_block(&f->nest, frame->entry);
        if (note != NEST_NONE)
            build_info(f->build, note, (struct str){label, (size_t)len});
        return;
    }
    if (list->element == ELEMENT_OL && list->entry != NEST_NONE)
        number_item(f, list, attrs);
    frame->entry = nest_open(&f->nest, BLOCK_ITEM);
}

void
listing_loosen(struct flow *f)
{
    const struct frame *frame = frame_top(f);

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
