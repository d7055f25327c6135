/* SPDX-License-Identifier: ISC */
/*
 * schema - what a page says of itself in JSON-LD
 *
 * Reads the vocabulary of schema.org as far as it is about articles. All
 * strings are owned buffers, empty where nothing was said; what was said first
 * counts.
 */
#ifndef PARSE_SCHEMA_H
#define PARSE_SCHEMA_H

#include "base/buf.h"

#include <stdbool.h>

struct schema {
    struct buf title, author, published, modified;
    struct buf publisher, site, excerpt, image, lang;
    struct buf body;      /* the longest articleBody, as it stands there */
    struct buf locked;    /* selector of the part that must be paid for */
    bool is_locked;       /* not all of it is free */
    bool is_organization; /* the author is none but an organization */
};

/*
 * Adds what the JSON in text says. Text that is no JSON adds nothing.
 */
void schema_read(struct schema *s, struct str text);
void schema_done(struct schema *s);

#endif
