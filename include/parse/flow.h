/* SPDX-License-Identifier: ISC */
/*
 * flow - makes blocks and spans of HTML elements as they come
 *
 * Takes elements and text in document order, as a walk over a tree of HTML
 * gives them, and makes calls of model/build.h of them. It alone knows what an
 * element means, so that Markdown and HTML cannot come to differ: both are
 * walked by a producer (parse/markdown.h, parse/html.h) that ends here.
 *
 * Anything may come in any order; what cannot stand where it comes is given a
 * place nearby, and its text is never lost. It does not parse, and knows
 * neither cmark nor gumbo.
 *
 * Example:
 *
 *      struct flow *f = flow_new(b, (struct str){0});
 *      struct attrs none = {0};
 *      if (flow_open(f, ELEMENT_EM, &none)) {
 *          flow_text(f, STR("hello"));
 *          flow_close(f);
 *      }
 *      flow_free(f);
 */
#ifndef PARSE_FLOW_H
#define PARSE_FLOW_H

#include "model/build.h"
#include "parse/element.h"

#include <stdbool.h>
#include <stdint.h>

struct flow;

/*
 * Returns a flow into b, which must have no block open. base_url, copied, is
 * the address of the document, or empty: relative links are seen from it.
 */
struct flow *flow_new(struct build *b, struct str base_url);

/*
 * Closes what is open and frees f; b is ready for build_finish(). NULL is
 * allowed.
 */
void flow_free(struct flow *f);

/*
 * Lets relative links be seen from href from now on, as <base> does; href is
 * itself seen from the address of the document. Nothing on the web is seen from
 * anywhere else.
 */
void flow_base(struct flow *f, struct str href);

/*
 * Returns what relative links are seen from; lives until flow_base().
 */
struct str flow_seen_from(const struct flow *f);

/*
 * Says in which line of the source, counted from 1, what comes next stands.
 */
void flow_row(struct flow *f, uint32_t row);

/*
 * Begins the element e. Returns true when its content is wanted, which then has
 * to be followed by flow_close(). Returns false when there is nothing to come:
 * neither content nor flow_close().
 */
bool flow_open(struct flow *f, enum element e, const struct attrs *attrs)
    __attribute__((warn_unused_result));

/*
 * Begin an element that is known to have content, and add one that is known to
 * have none, for producers that make well-formed elements. attrs may be NULL.
 */
void flow_begin(struct flow *f, enum element e, const struct attrs *attrs);
void flow_put(struct flow *f, enum element e, const struct attrs *attrs);

/*
 * Ends the element that was begun last.
 */
void flow_close(struct flow *f);

/*
 * Adds text, decoded, with white space as it stands in the source.
 */
void flow_text(struct flow *f, struct str text);

#endif
