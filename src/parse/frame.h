/* SPDX-License-Identifier: ISC */
/*
 * frame - what a struct flow holds
 *
 * Shared by flow.c, which keeps the stack of open elements, and those files
 * that know one family of elements: media.c, listing.c and grid.c. A frame is
 * one open element; it begins as a copy of the one around it.
 */
#ifndef PARSE_FRAME_H
#define PARSE_FRAME_H

#include "base/buf.h"
#include "nest.h"
#include "parse/element.h"

/* Where an element stands among footnotes. */
enum frame_notes {
    FRAME_NO_NOTES,
    FRAME_AROUND_NOTES, /* the next ordered list holds them */
    FRAME_IN_NOTES,     /* its items are notes */
};

struct frame {
    struct span_style style; /* of text in it */
    struct text_ref lang;    /* of code in it, in flow.langs */
    uint32_t entry;          /* its block in nest, or NEST_NONE */
    uint32_t size;           /* of nest, before it came */
    uint32_t n_texts;        /* media: of flow, before it came */
    int32_t number;          /* ordered list, notes: of the next item */
    uint16_t align;          /* of cells in it, a BLOCK_IS_ bit or 0 */
    uint8_t element;         /* enum element */
    uint8_t layout;          /* enum element_layout */
    uint8_t notes;           /* enum frame_notes */
    uint8_t n_quotes;        /* how many <q> are open, at most 255 */
    char numerals;           /* ordered list: '1', or the letter of its type */
    bool is_head;            /* rows in it name columns */
    bool is_reversed;        /* ordered list: counts down */
    bool is_muted;           /* nothing in it is shown but <source> */
};

/* What was between the last text of a leaf and what comes. */
enum frame_seam {
    FRAME_NO_SEAM,
    FRAME_CLOSED, /* the end of an inline element */
    FRAME_OPENED, /* the start of one that is set smaller */
    FRAME_PARTED, /* the end of one and the start of another */
    FRAME_IMAGE,  /* an image */
};

struct grid; /* see grid.c */

struct flow {
    struct build *build;
    struct nest nest;
    struct frame *frames; /* frames[0] stands for the document */
    uint32_t n_frames, cap_frames;
    uint32_t n_texts; /* how many texts were shown so far */

    struct buf page; /* the document's address, without fragment, or empty */
    struct buf base; /* what links are seen from */
    struct buf scratch;
    struct buf langs;   /* names of languages */
    struct buf held;    /* blanks behind a line break */
    struct buf heading; /* the id of the last heading */

    struct grid *grids; /* one for each open table */
    uint32_t n_grids, cap_grids;

    uint32_t last_cp; /* of the text, while there is a seam behind it */
    uint8_t seam;     /* enum frame_seam */

    bool has_break; /* a line ends before the next text of this leaf */
    bool has_line;  /* in code: text since the last line end */
};

/*
 * Returns the frame of the innermost open element.
 */
static inline struct frame *
frame_top(struct flow *f)
{
    return &f->frames[f->n_frames - 1];
}

/*
 * Tells whether anything of s can be seen.
 */
bool frame_is_shown(struct str s);

/*
 * Adds text in that style rather than the innermost element's.
 */
void frame_text(struct flow *f, struct str text, struct span_style style);

/*
 * Ends the line, as <br> does.
 */
void frame_break(struct flow *f);

/*
 * Returns the link for an address as it stands in the source, LINK_NONE when it
 * leads nowhere or must not be followed.
 */
link_ix frame_link(struct flow *f, struct str href);

#endif
