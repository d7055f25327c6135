/* SPDX-License-Identifier: ISC */
/*
 * lazy - pictures that a script would load later
 */
#ifndef PARSE_LAZY_H
#define PARSE_LAZY_H

#include "base/str.h"
#include "parse/element.h"

#include <gumbo.h>
#include <stdbool.h>

/*
 * Returns where the picture of an <img> is: its src, or what a script would put
 * there if src is missing or stands in for it. Empty when there is nothing.
 */
struct str lazy_source(const GumboNode *img);

/*
 * Gives attrs, those of an <img>, that address as its src.
 */
void lazy_put(struct attrs *attrs, const GumboNode *img);

/*
 * Tells whether a <noscript> only holds the picture that the element before it
 * would show.
 */
bool lazy_is_picture(const GumboNode *noscript);

/*
 * Tells whether an <img> only stands in for the picture in the <noscript> right
 * behind it.
 */
bool lazy_is_stand_in(const GumboNode *img);

#endif
