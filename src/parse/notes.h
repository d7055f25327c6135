/* SPDX-License-Identifier: ISC */
/*
 * notes - the footnotes of a Markdown document
 *
 * cmark numbers footnotes in the order of their first reference and puts their
 * text at the end in that order. This knows their names and how often they are
 * referred to, and writes the elements around them that cmark would write. A
 * zeroed struct notes is empty.
 */
#ifndef PARSE_NOTES_H
#define PARSE_NOTES_H

#include "base/buf.h"
#include "parse/flow.h"

#include <stdbool.h>
#include <stdint.h>

struct notes {
    struct note {
        struct text_ref label; /* in labels */
        uint32_t n_refs;       /* how often it is referred to */
        uint32_t n_backs;      /* how many ways back there are */
        uint32_t n_walked;     /* ... by what was written so far */
    } * list;                  /* in the order of their numbers, from 1 */
    uint32_t n, cap;
    uint32_t n_defined; /* how many have a label */
    uint32_t n_begun;   /* how many texts were begun */
    bool has_back;      /* the ways back from the last one were written */
    struct buf labels;  /* as they stand in names */
    struct buf href, id;
};

void notes_done(struct notes *n);

/*
 * Notes that there is a reference to the note of that number, as cmark gives
 * it. Returns false for one that cannot be followed: not a number, or inside a
 * note.
 */
bool notes_add_ref(struct notes *n, struct str number);

/*
 * Notes that the text of the next note was seen; label, copied, is what its
 * name has in the HTML that cmark writes, and n_backs how many ways back it
 * has.
 */
void notes_define(struct notes *n, struct str label, uint32_t n_backs);

/*
 * Tells whether each note has its text and as many references as ways back.
 * cmark counts references that it does not show, in the text of a note that has
 * the label of another one.
 */
bool notes_is_complete(const struct notes *n);

/*
 * Writes a reference, or only counts one that cmark leaves out too.
 */
void notes_put_ref(struct notes *n, struct flow *f, struct str number);
void notes_skip_ref(struct notes *n, struct str number);

/*
 * Begins and ends the text of the next note. The end writes the ways back to
 * the references, unless notes_put_backs() did so before.
 */
void notes_begin(struct notes *n, struct flow *f);
void notes_put_backs(struct notes *n, struct flow *f);
void notes_end(struct notes *n, struct flow *f);

#endif
