/* SPDX-License-Identifier: ISC */
/*
 * tags - text and spans as HTML
 *
 * What a page of HTML is made of, and what Markdown takes for what it has no
 * signs for. Everything is escaped; elements are those that are read as the
 * same spans again.
 */
#ifndef OUT_TAGS_H
#define OUT_TAGS_H

#include "anchors.h"
#include "base/buf.h"
#include "model/article.h"

/* How HTML stands in what is around it. */
enum tags_form {
    TAGS_PAGE,  /* a line for each block */
    TAGS_LINES, /* the same without empty lines, which end HTML in Markdown */
    TAGS_LINE,  /* all in one line */
};

struct tags {
    const struct article *a;
    struct buf *out;
    struct anchors *anchors; /* anchors to be written */
    enum tags_form form;
};

/*
 * Appends text with the signs of HTML escaped; a line end becomes <br>.
 */
void tags_add_text(struct buf *out, struct str text);

/*
 * Appends the value of an attribute with its quotes: nothing in it ends it.
 * tags_add_attr() puts a blank and name= before it.
 */
void tags_add_value(struct buf *out, struct str value);
void tags_add_attr(struct buf *out, const char *name, struct str value);

/*
 * Appends the spans of leaf b, without the element of the leaf itself. Anchors
 * behind the text of a heading are left: in it they would stand before it.
 */
void tags_add_spans(const struct tags *t, block_ix b);

/*
 * Appends a span of leaf b that refers to a note or is the way back from one.
 */
void tags_add_note_link(
    const struct tags *t, block_ix b, const struct span *span);

/*
 * Appends an empty element, tag, that has name as its id.
 */
void tags_add_anchor(struct buf *out, const char *tag, struct str name);

#endif
