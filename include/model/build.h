/* SPDX-License-Identifier: ISC */
/*
 * build - the only maker of articles
 *
 * A parser opens blocks, adds text to leaves, closes blocks, and gets an
 * article with all invariants of model/article.h from build_finish(). What
 * comes in may be anything: text is repaired and cleaned here (utf8_add_clean),
 * white space is collapsed as HTML does (CODE keeps it, tabs become blanks up
 * to the next multiple of 8), empty spans and blocks without any content
 * disappear, nesting deeper than the article allows is flattened, arrays that
 * are full take no more, and what was lost is told in a note.
 *
 * Blocks are open one in another like the elements of HTML. Text in a container
 * and blocks in a leaf are bugs of the caller.
 *
 * Example:
 *
 *      struct build *b = build_new();
 *      build_open(b, BLOCK_PARA);
 *      build_text(b, STR("Hello "), SPAN_PLAIN);
 *      build_text(b, STR("world"),
 *          (struct span_style){ROLE_EM, LINK_NONE, LINK_NONE});
 *      build_close(b);
 *      struct article *a = build_finish(b);
 */
#ifndef MODEL_BUILD_H
#define MODEL_BUILD_H

#include "model/article.h"

struct build;

/*
 * Returns a builder with an empty document open; build_finish() or
 * build_free() ends it.
 */
struct build *build_new(void);

/*
 * Throws away b and what was built. NULL is allowed.
 */
void build_free(struct build *b);

/*
 * Opens a block inside the innermost open one, which must be a container that
 * may hold it, and returns its index. Where nesting is too deep, containers are
 * not made and the index is that of the innermost real one; build_close()
 * knows.
 */
block_ix build_open(struct build *b, enum block_kind kind);

/*
 * Closes the innermost open block.
 */
void build_close(struct build *b);

/*
 * Returns the kind of the innermost open block, or of the block that it would
 * have been where nesting was too deep; BLOCK_DOC at the top.
 */
enum block_kind build_kind(const struct build *b);

/*
 * Adds text to the open leaf. Neighbors of one style become one span. In a
 * leaf other than CODE '\n' counts as white space; use build_break() for a
 * line break.
 */
void build_text(struct build *b, struct str text, struct span_style style);

/*
 * Ends the line in the open leaf; blanks around it vanish.
 */
void build_break(struct build *b, struct span_style style);

/*
 * Tells whether the open leaf has any text other than white space yet.
 */
bool build_has_text(const struct build *b);

/*
 * Returns the link for that address, the same for the same address; LINK_NONE
 * when url is empty or no more fit. Takes constant time.
 */
link_ix build_link(struct build *b, struct str url);

/*
 * Names the place that comes next: the block opened last if nothing was added
 * to it, else the text or block that follows; anywhere in a heading, that. The
 * first of a name counts. The first name of a heading is its own (info); a
 * heading without one gets the name that GitHub would give it.
 */
void build_anchor(struct build *b, struct str name);

/*
 * Says something that the document says of itself; replaces what was said
 * before. White space is collapsed, '\n' stays in FACT_TAGS only. A value that
 * is none in the sense of article_is_fact() makes the fact unknown.
 */
void build_fact(struct build *b, enum fact fact, struct str value);

/*
 * Adds a note for the reader: one line, a clause without a period. The same
 * note twice is one.
 */
void build_note(struct build *b, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));

/*
 * Changes the marks, number, level, info or source row of block ix, which is
 * the one from build_open() or any other of build_draft().
 */
void build_mark(struct build *b, block_ix ix, unsigned marks);
void build_number(struct build *b, block_ix ix, int32_t number);
void build_level(struct build *b, block_ix ix, unsigned level);
void build_info(struct build *b, block_ix ix, struct str info);
void build_row(struct build *b, block_ix ix, uint32_t source_row);

/*
 * Tells whether some block was given one of the marks.
 */
bool build_has_mark(const struct build *b, unsigned marks);

/*
 * Takes block ix and all in it out of the article. Anchors in it go to the
 * block that follows. Indices of the draft stay as they are until
 * build_finish(), and dropped blocks are still in it.
 */
void build_drop(struct build *b, block_ix ix);

/*
 * Parts paragraph ix behind the first n_spans spans that it has in
 * build_draft(): the rest becomes a paragraph of its own, without marks, that
 * follows it; blanks between them vanish. Does nothing when there is no rest.
 * Indices of the draft stay as they are.
 */
void build_split(struct build *b, block_ix ix, uint32_t n_spans);

/*
 * Makes a paragraph of heading ix that has only those spans of it that have one
 * of the roles, and the blanks between them. Without any it is gone.
 */
void build_reduce(struct build *b, block_ix ix, uint32_t roles);

/*
 * Returns what was built so far as an article, to look at before the end: all
 * blocks are closed first. Blocks without content are still in it, anchors are
 * not sorted. Borrowed; lives until the next call that adds text or blocks.
 */
const struct article *build_draft(struct build *b);

/*
 * Closes what is open and returns the article, owned (article_free()). Takes b.
 */
struct article *build_finish(struct build *b);

#endif
