/* SPDX-License-Identifier: ISC */
/*
 * facade - what a page shows and says of itself, at a glance
 *
 * As much as tells whether it keeps its article from its reader (parse/wall.h).
 */
#ifndef PARSE_FACADE_H
#define PARSE_FACADE_H

#include "base/buf.h"
#include "census.h"
#include "schema.h"

#include <stdbool.h>

enum {
    FACADE_MAX_TEXT = 6000,   /* bytes of a page that may be a wall */
    FACADE_FEW_LETTERS = 600, /* of sentences, in the article of such a page */
    FACADE_CUT_OFF = 3500,    /* letters of sentences that may not be all */
};

struct facade {
    const struct census *c; /* borrowed */
    uint32_t article;       /* row, 0 for none */
    uint32_t n_prose;       /* letters of sentences in it */
    struct str elsewhere;   /* where it sends its readers at once; borrowed */
    struct buf excerpt;     /* what it says of itself */
    struct schema schema;   /* if short, or if there is a word on payment */
    bool has_script;
    bool is_article; /* it calls itself one */

    /* Only of a short page. */
    struct buf title; /* and first heading, as phrases are written */
    struct buf text;  /* all of it, of that form; longer than FACADE_MAX_TEXT if
                         there is more */
    uint32_t n_links;
    bool has_password, has_captcha;
};

/*
 * Looks at the page that c counted, in which article is the row of the article,
 * 0 for none. Free with facade_done().
 */
struct facade facade_look(const struct census *c, uint32_t article);
void facade_done(struct facade *f);

/*
 * Tells whether the page may be a wall: it has next to no article, or a text
 * that it does not call one.
 */
bool facade_is_short(const struct facade *f);

/*
 * Appends all text inside row, also what is not shown, as phrases are written:
 * of not much more than max bytes.
 */
void facade_add_folded(
    const struct census *c, uint32_t row, size_t max, struct buf *out);

#endif
