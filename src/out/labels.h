/* SPDX-License-Identifier: ISC */
/*
 * labels - what footnotes are called in Markdown
 *
 * Notes are called what their author called them, if all of them have a name
 * that Markdown gave them ("fn-" and the label, as an anchor); else they are
 * numbered.
 *
 * Readers of Markdown sort notes by the first reference to them and drop those
 * without one, and they see no reference in HTML. Where this would change the
 * article, all notes and references are HTML.
 */
#ifndef OUT_LABELS_H
#define OUT_LABELS_H

#include "base/buf.h"
#include "model/article.h"

struct label_note {
    block_ix block;
    struct text_ref name; /* of the anchor; empty when there is none */
    bool has_ref;
};

struct labels {
    const struct article *a;
    struct label_note *notes; /* in reading order */
    uint32_t n;
    bool has_names; /* all of them */
    bool is_html;   /* neither labels nor names are used */
};

/*
 * Fills l with the notes among the blocks from first to end; labels_done()
 * frees what it holds.
 */
void labels_init(
    struct labels *l, const struct article *a, block_ix first, block_ix end);

/*
 * Frees what l holds and leaves it empty.
 */
void labels_done(struct labels *l);

/*
 * Appends the label of the note b; false when b is none of them.
 */
bool labels_add(const struct labels *l, block_ix b, struct buf *out);

/*
 * Appends the label of the note that span refers to; false, and nothing, when
 * it refers to none of them.
 */
bool labels_add_ref(
    const struct labels *l, const struct span *span, struct buf *out);

/*
 * Tells whether the anchor is one that every reader of Markdown makes by itself
 * for a note or a reference to one.
 */
bool labels_imply(const struct labels *l, const struct anchor *anchor);

#endif
