/* SPDX-License-Identifier: ISC */
/*
 * consent - what asks for leave to watch the reader
 *
 * Such a box is mostly called by its name (parse/cue.h). Where a tool makes the
 * names it is known by what it says, and by a button in it: cookies that are
 * baked ask for no consent.
 */
#include "consent.h"

#include "wallwords.h"

enum {
    MAX_BOX = 1500, /* letters */
    MIN_ASKED = 40, /* letters of sentences that can ask */
    MAX_BUTTON = 60,
};

/*
 * Returns the box around a button: as much as has the sentences that it is
 * about, and what adds little to that.
 */
static uint32_t
box_of(const struct census *c, uint32_t button)
{
    uint32_t box = button, above;

    for (; (above = c->rows[box].parent) > 2; box = above) {
        const struct row *row = &c->rows[above], *inner = &c->rows[box];
        if (row->element == ELEMENT_BODY || row->sum.text > MAX_BOX ||
            row->sum.headings > 1 ||
            (inner->sum.prose >= MIN_ASKED &&
                row->sum.text * 2 > inner->sum.text * 3))
            break;
    }
    return box;
}

static bool
is_button(const struct census *c, uint32_t i)
{
    const struct row *row = &c->rows[i];

    return !row->is_dropped && row->sum.text <= MAX_BUTTON &&
           (row->is_input || (row->is_anchor && (row->cues & CUE_BUTTON)) ||
               str_eq_nocase(census_attr(c, i, "role"), STR("button")));
}

/*
 * Tells whether the box in row asks for consent.
 */
static bool
asks(const struct census *c, uint32_t i)
{
    struct buf text = {0}, words = {0};

    if (c->rows[i].sum.prose < MIN_ASKED)
        return false;
    census_text(c, i, 2 * MAX_BOX, &text);
    struct str s = buf_str(&text);
    bool does_ask = str_find(s, STR("ookie"), 0) < s.len ||
                    str_find(s, STR("OOKIE"), 0) < s.len;
    if (does_ask) {
        wallwords_add(&words, s);
        does_ask = wallwords_ask_consent(buf_str(&words));
    }
    buf_done(&text);
    buf_done(&words);
    return does_ask;
}

void
consent_drop(struct census *c)
{
    bool has_dropped = false;

    for (uint32_t i = 2; i < c->n; i++) {
        if (!is_button(c, i))
            continue;
        uint32_t box = box_of(c, i);
        c->rows[box].is_dropped = asks(c, box);
        has_dropped |= c->rows[box].is_dropped;
        i = c->rows[box].end - 1;
    }
    if (has_dropped)
        census_sum(c);
}
