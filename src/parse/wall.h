/* SPDX-License-Identifier: ISC */
/*
 * wall - what stands between a reader and an article
 *
 * Many pages do not give their text to who runs no scripts, has not logged in,
 * has not paid, or may be a machine. What they have in common is said in their
 * few lines and in what they tell of themselves; no site is known here.
 */
#ifndef PARSE_WALL_H
#define PARSE_WALL_H

#include "base/buf.h"
#include "census.h"
#include "model/build.h"
#include "parse/flow.h"
#include "where.h"

#include <stdbool.h>

enum wall_kind {
    WALL_NONE,
    WALL_CHALLENGE, /* asks for a proof that a person is there */
    WALL_CONSENT,   /* asks to agree to being watched */
    WALL_LOGIN,
    WALL_SCRIPT, /* the text is fetched by scripts */
    WALL_PAY,    /* some of the text is for subscribers only */
};

struct wall {
    enum wall_kind kind;
    struct buf text;      /* what the page says of its article, in lines; empty
                             when it shows that itself */
    bool is_whole;        /* text is the article, else a description of it */
    bool is_article;      /* the page calls itself an article */
    struct buf elsewhere; /* the address that a page without a text sends its
                             readers to at once, as it is written; or empty */
};

/*
 * Looks at the page that c counted and in which article is the row of the
 * article, 0 for none. Linear time. Free with wall_done().
 */
struct wall wall_find(const struct census *c, uint32_t article);
void wall_done(struct wall *w);

/*
 * Returns what the wall is and what can be done, a clause; NULL for none.
 */
const char *wall_words(const struct wall *w);

/*
 * Tells b what a reader should know of the wall, and f what the page says in
 * the place of its article.
 */
void wall_tell(const struct wall *w, struct build *b, struct flow *f,
    const struct where *where);

#endif
