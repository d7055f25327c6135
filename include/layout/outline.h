/* SPDX-License-Identifier: ISC */
/*
 * outline - the sections of an article, and what can be folded
 *
 * A section is a head and the blocks that belong to it: a heading and what
 * follows up to the next heading of its level or above; the summary of details
 * and the rest of them; a question and its answer. Folding a section hides its
 * blocks and keeps its head. Headings among them, without details and other
 * questions, are the table of contents. A section ends with the container of
 * its head, and before the next footnote, which belongs to the whole.
 *
 *      blocks    [ heading ][ para ][ para ][ heading ][ para ] ...
 *                   head      first            end
 *
 * Sections stand in the order of their heads; one that lies inside another
 * comes after it, so a parent has a smaller index.
 */
#ifndef LAYOUT_OUTLINE_H
#define LAYOUT_OUTLINE_H

#include "model/article.h"

#define SECTION_NONE UINT32_MAX

typedef uint32_t section_ix;

struct section {
    block_ix head;     /* heading, summary, term or para */
    block_ix first;    /* first block that belongs to it */
    block_ix end;      /* one past the last; first == end when it is empty */
    section_ix parent; /* the section around it, or SECTION_NONE */
    uint32_t words;    /* of first to end */
    uint16_t depth;    /* in the contents: 1 at the top; 0 when not in them */
    bool is_question;
    struct text_ref number; /* "3.2", into outline.numbers; empty outside */
};

struct outline {
    const struct section *sections;
    const char *numbers; /* text of all section numbers */
    uint32_t n_sections;
};

/*
 * Returns the outline of the article, owned (outline_free()); it refers to the
 * article by index only. A heading that skips levels counts as one deeper.
 */
struct outline *outline_new(const struct article *a);

/*
 * Frees the outline. NULL is allowed.
 */
void outline_free(struct outline *o);

/*
 * Returns the number of section s, such as "3.2"; empty when it has none.
 */
struct str outline_number(const struct outline *o, section_ix s);

/*
 * Returns what a list of contents puts before the title of section s: its
 * number, or nothing where the author has numbered the title already, as in
 * "1. Start" or "2.3 Details".
 */
struct str outline_label(
    const struct outline *o, const struct article *a, section_ix s);

/*
 * Finds the innermost section that holds block b, its head included;
 * SECTION_NONE when b stands before all, or is in none. Takes logarithmic time
 * for headings.
 */
section_ix outline_at(const struct outline *o, block_ix b);

/*
 * Finds the section called name: its number, else its title, else a title that
 * begins with name and is the only one; letters of either case are equal.
 * Returns SECTION_NONE when there is none, or several, and says so in err.
 */
section_ix outline_find(const struct outline *o, const struct article *a,
    struct str name, struct err *err);

/*
 * Fills folded, one byte a section, with what is folded at first: details that
 * do not ask to be open and questions when is_closed, nothing otherwise.
 */
void outline_default_folds(const struct outline *o, const struct article *a,
    bool is_closed, uint8_t *folded);

#endif
