/* SPDX-License-Identifier: ISC */
/*
 * gallery - pictures in a row that say the same
 *
 * Each picture is held against the last one that was kept, so one walk over the
 * rows is enough. Short descriptions, "image", are given to pictures that have
 * nothing to do with each other, so they are not believed. The same picture in
 * one line, or in the cells of a table, is counted by who sees it: five stars.
 */
#include "gallery.h"

#include "lazy.h"

enum {
    MIN_WORDS = 3 /* of a description that is believed */
};

/* The last picture that was kept. */
struct shown {
    uint32_t row; /* 0 for none, or with text behind it */
    struct str source;
    struct buf description, next;
};

/*
 * Appends the words of a description without numbers. Returns their number.
 */
static unsigned
add_words(struct buf *out, struct str alt)
{
    unsigned n = 0;
    struct str word;

    while ((word = str_next_word(&alt)).len > 0) {
        if (word.ptr[0] >= '0' && word.ptr[0] <= '9')
            continue;
        buf_add_char(out, ' ');
        buf_add_str(out, word);
        n++;
    }
    return n;
}

/*
 * Tells whether the picture in row i says nothing new behind the last one, and
 * remembers it if it does.
 */
static bool
is_again(const struct census *c, uint32_t i, struct shown *last)
{
    struct str source = lazy_source(c->rows[i].node);

    buf_cut(&last->next, 0);
    unsigned n = add_words(&last->next, census_attr(c, i, "alt"));
    bool is_same = source.len > 0 && str_eq(source, last->source) &&
                   c->rows[i].block != c->rows[last->row].block;
    bool is_again =
        last->row > 0 &&
        (is_same || (n >= MIN_WORDS && str_eq(buf_str(&last->next),
                                           buf_str(&last->description))));
    if (!is_again) {
        struct buf free = last->description;
        last->description = last->next;
        last->next = free;
        last->source = source;
        last->row = i;
    }
    return is_again;
}

void
gallery_drop(struct census *c, uint32_t article)
{
    struct shown last = {0};

    for (uint32_t i = article + 1; i < c->rows[article].end; i++) {
        struct row *row = &c->rows[i];
        if (row->is_dropped) {
            i = row->end - 1;
            continue;
        }
        if (row->text > 0 || row->element == ELEMENT_TD)
            last.row = 0;
        if (row->element == ELEMENT_IMG && c->rows[row->block].line_text == 0)
            row->is_dropped = is_again(c, i, &last);
    }
    buf_done(&last.description);
    buf_done(&last.next);
    census_sum(c);
}
