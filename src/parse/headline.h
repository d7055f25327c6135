/* SPDX-License-Identifier: ISC */
/*
 * headline - the title of an article without the name of its site
 */
#ifndef PARSE_HEADLINE_H
#define PARSE_HEADLINE_H

#include "base/buf.h"

#include <stdbool.h>

/* What a page gives to find its title from; all may be empty. */
struct headline {
    struct str given;  /* og:title, a headline in JSON-LD */
    struct str window; /* of the element <title> */
    struct str site;
    struct str host; /* "www.example.org" */
    const struct str *headings;
    size_t n_headings; /* of the first rank */
};

/*
 * Appends the title of the article, nothing if there is none.
 */
void headline_add(struct buf *out, const struct headline *h);

/*
 * Tells whether a and b are the same words, whatever case, marks and blanks.
 */
bool headline_is_same(struct str a, struct str b);

/*
 * Returns text without a part at its end or start that is the name of the site.
 */
struct str headline_strip(struct str text, struct str site, struct str host);

#endif
