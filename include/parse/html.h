/* SPDX-License-Identifier: ISC */
/*
 * html - walks HTML as the standard parses it
 *
 * Any bytes are a tree; the tree goes to a flow without recursion. What the
 * standard would take more than linear time for is cut first: see
 * parse/nesting.h.
 */
#ifndef PARSE_HTML_H
#define PARSE_HTML_H

#include "base/buf.h"
#include "parse/flow.h"

struct html_opts {
    struct str base_url; /* address of the page, may be empty */
    struct buf *source;  /* what the document is in: emptied as soon as it is
                            not needed; or NULL */
    bool is_full_page;   /* leave nothing out */
    struct faq *faq;     /* gets the questions of the page; may be NULL */
};

/* What was found out about a page whose article was looked for. */
struct html_found {
    const char *wall; /* what keeps its reader from the article, and what can be
                         done, a clause; or NULL */
    bool is_article;  /* it calls itself an article */
};

/*
 * Parses a whole document, valid UTF-8, into f and b, f's builder: the body's
 * content and, as facts, title and language.
 */
struct html_found html_parse(struct flow *f, struct build *b, struct str html,
    const struct html_opts *opts);

/*
 * Parses a piece of HTML as it stands inside the body of a document. Lines of
 * the source come from attributes data-sourcepos, to which row is added.
 */
void html_parse_piece(
    struct flow *f, struct build *b, struct str html, uint32_t row);

#endif
