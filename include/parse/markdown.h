/* SPDX-License-Identifier: ISC */
/*
 * markdown - walks CommonMark with GitHub's extensions
 *
 * Tables, strikethrough, bare links, task lists and footnotes are known, and
 * "{#name}" at the end of a heading is its name. Raw HTML is shown as a browser
 * would show it.
 */
#ifndef PARSE_MARKDOWN_H
#define PARSE_MARKDOWN_H

#include "base/str.h"
#include "parse/flow.h"

/* The two ways through a document; both make the same article. */
enum markdown_way {
    MARKDOWN_DIRECT, /* from cmark's tree, where that is all there is */
    MARKDOWN_BY_HTML /* through the HTML that cmark makes of it */
};

/*
 * Parses the document, valid UTF-8, into f and b, f's builder. row is added to
 * the lines of the source. Takes the fastest way that is right.
 */
void markdown_parse(
    struct flow *f, struct build *b, struct str text, uint32_t row);

/*
 * Does the same by the way of HTML, even where the direct one would be right,
 * so that tests can compare the two. Returns the way that markdown_parse()
 * takes.
 */
enum markdown_way markdown_parse_by_html(
    struct flow *f, struct build *b, struct str text, uint32_t row);

#endif
