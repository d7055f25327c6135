/* SPDX-License-Identifier: ISC */
/*
 * census - what each element of a page holds, as numbers
 *
 * The elements of gumbo's tree as one array in reading order, each with the
 * extent of its subtree and sums over it, so that to judge an element is to
 * read its row and no walk over the tree is needed again. Row 0 is no element.
 * An element knows its row: census_row().
 */
#ifndef PARSE_CENSUS_H
#define PARSE_CENSUS_H

#include "base/buf.h"
#include "cue.h"
#include "parse/element.h"

#include <gumbo.h>
#include <stdbool.h>
#include <stdint.h>

/* What is counted. Lengths are in letters; one of Chinese counts for three. */
struct tally {
    uint32_t text;     /* all letters, digits and marks */
    uint32_t linked;   /* those in links */
    uint32_t prose;    /* letters in what reads like sentences */
    uint32_t links;    /* elements, as the rest */
    uint32_t headings; /* h1 to h6 */
    uint32_t inputs;   /* fields and buttons */
    uint32_t items;    /* of lists */
};

struct row {
    GumboNode *node;
    uint32_t parent;    /* row, 0 for the root */
    uint32_t end;       /* row behind the last one inside */
    uint32_t block;     /* row of the nearest block element, itself if it is */
    uint32_t cues;      /* what class, id and role say: see parse/cue.h */
    uint32_t text;      /* letters that stand in it and in no element inside */
    uint32_t commas;    /* and marks that part and end sentences */
    struct tally sum;   /* of all inside, but what is dropped */
    uint32_t line_text; /* of a block: letters that have it as their block */
    uint32_t line_linked;
    uint32_t line_commas;
    uint32_t n_paras;  /* paragraphs with sentences that stand directly in it */
    uint8_t element;   /* enum element */
    bool is_block : 1; /* parts paragraphs */
    bool is_heading : 1; /* h1 to h6 */
    bool is_anchor : 1;  /* is a link, or the card that one goes around */
    bool is_link : 1;    /* is, or is in, a link */
    bool is_input : 1;   /* is a field or button */
    bool is_code : 1;    /* is in code, where names are about syntax */
    bool is_dropped : 1; /* not shown, with all inside */
    bool is_hidden : 1;  /* dropped because no reader of the page sees it */
};

struct census {
    struct row *rows;
    uint32_t n;
};

/*
 * Counts the tree at root, which stays as it is but for a mark in each element.
 * Elements that never hold anything to read have no row.
 */
void census_take(struct census *c, GumboNode *root);
void census_done(struct census *c);

/*
 * Returns the row of an element, 0 for one that was not counted.
 */
uint32_t census_row(const GumboNode *element);

/*
 * Tells whether nothing in row is ever to be read, whatever it looks like.
 */
bool census_is_mute(const struct census *c, uint32_t row);

/*
 * Adds up again after rows were dropped. Linear time.
 */
void census_sum(struct census *c);

/*
 * Tells whether row inner is row outer or lies in it.
 */
bool census_is_in(const struct census *c, uint32_t inner, uint32_t outer);

/*
 * Returns the value of the attribute of the element in row, empty if absent;
 * census_has() tells whether there is one.
 */
struct str census_attr(const struct census *c, uint32_t row, const char *name);

bool census_has(const struct census *c, uint32_t row, const char *name);

/*
 * Appends the text inside row that is not dropped, with a line end before each
 * block, until out has max bytes.
 */
void census_text(
    const struct census *c, uint32_t row, size_t max, struct buf *out);

#endif
