/* SPDX-License-Identifier: ISC */
/*
 * headline - the title of an article without the name of its site
 */
#ifndef PARSE_HEADLINE_H
#define PARSE_HEADLINE_H

#include "base/buf.h"

#include <stdbool.h>

/* A heading of a page, or what stands in one of the elements inside it. */
struct heading {
    struct str text;
    bool is_piece; /* of a heading, not all of it */
    bool is_small; /* of a rank below the first */
    bool is_home;  /* leads to the front page */
    bool is_menu;  /* is in a menu */
};

/* What a page gives to find its title from; all may be empty. */
struct headline {
    struct str given;  /* og:title, a headline in JSON-LD */
    struct str window; /* of the element <title> */
    struct str site;
    struct str host; /* "www.example.org" */
    const struct heading *headings;
    size_t n_headings;
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
 * Tells whether part is a name of the site: as it calls itself, its initials,
 * or as its host is called.
 */
bool headline_is_site(struct str part, struct str site, struct str host);

#endif
