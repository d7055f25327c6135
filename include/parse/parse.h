/* SPDX-License-Identifier: ISC */
/*
 * parse - an article, or a feed, from bytes
 *
 * Decodes, finds out what the bytes are, has them parsed, and then looks at the
 * whole: which heading is the title, which list is only a table of contents,
 * which headings are questions. Knows no files: bytes come in, an article goes
 * out, or a feed where they are one.
 */
#ifndef PARSE_PARSE_H
#define PARSE_PARSE_H

#include "base/buf.h"
#include "base/err.h"
#include "base/str.h"
#include "model/article.h"
#include "model/feed.h"
#include "parse/sniff.h"

#include <stdbool.h>

/* All zero: find out everything. */
struct parse_opts {
    enum sniff_type type;    /* SNIFF_UNKNOWN: by the name, else by the text */
    struct str name;         /* of the file; the title if there is no other */
    struct str base_url;     /* what relative links are seen from */
    struct str content_type; /* as HTTP says it; the charset, too */
    struct str note;         /* that the reader should get as well */
    struct str failure;      /* why these bytes came instead of what was asked
                                for; or empty */
    struct str cut;          /* why their end is missing, or empty */
    bool is_full_page;       /* leave nothing out */
};

/* What the bytes are: one of the two, owned. */
struct parse_result {
    struct article *article; /* or NULL */
    struct feed *feed;       /* or NULL */
};

/*
 * Finds out what the bytes are and has them parsed. They are gone then: their
 * memory is given back as soon as it is not needed. Only what is no text at all,
 * or is said to be a feed and is none, fails: then ERR_BAD_DATA says what it is.
 */
bool parse_document(struct buf *bytes, const struct parse_opts *opts,
    struct parse_result *out_result, struct err *err)
    __attribute__((warn_unused_result));

/*
 * Returns the article that the bytes make, owned, with all invariants of
 * model/article.h. What is no text at all makes none, nor does a feed: then NULL,
 * and ERR_BAD_DATA says what it is. What came in the place of something else, or
 * without its end, makes one only if there is something to read in it; else
 * ERR_IO and the reason.
 */
struct article *parse_article(struct str bytes, const struct parse_opts *opts,
    struct err *err) __attribute__((warn_unused_result));

#endif
