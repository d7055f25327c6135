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
#include <stdint.h>

struct schema {
    struct buf title, author, published, modified;
    struct buf publisher, site, excerpt, image, lang;
    bool is_organization; /* the author is none but an organization */
    uint32_t n_body;      /* bytes of articleBody, 0 if it is not there */
};

/*
 * Adds what the JSON in text says. Text that is no JSON adds nothing.
 */
void schema_read(struct schema *s, struct str text);
void schema_done(struct schema *s);

#endif
