/* SPDX-License-Identifier: ISC */
/*
 * style - what attributes say about looks
 *
 * Reads the few properties of a style attribute that change what is shown, not
 * how, and the name of a language from the class of a code block.
 */
#ifndef PARSE_STYLE_H
#define PARSE_STYLE_H

#include "parse/element.h"

/*
 * Returns the value of a property, such as "text-align", in the style
 * attribute, without "!important"; empty when it has none.
 */
struct str style_property(const struct attrs *attrs, struct str name);

/*
 * Tells whether the element and all in it are hidden.
 */
bool style_is_hidden(enum element e, const struct attrs *attrs);

/*
 * Returns the BLOCK_IS_ bit for the alignment that attrs ask for, or fallback
 * when they ask for none.
 */
uint16_t style_align(const struct attrs *attrs, uint16_t fallback);

/*
 * Returns the language of code in the element, as the usual highlighters write
 * it; empty when there is none.
 */
struct str style_language(const struct attrs *attrs);

/*
 * Returns how an element stands in the text: as fallback says, unless a style
 * makes a line of its own of it or takes it into the line.
 */
enum element_layout style_layout(
    const struct attrs *attrs, enum element_layout fallback);

/*
 * Tells whether a box is set apart from the text around it, as notes and
 * warnings are.
 */
bool style_is_aside(enum element e, const struct attrs *attrs);

/*
 * Tells whether a paragraph is the title of such a box.
 */
bool style_is_aside_title(const struct attrs *attrs);

#endif
