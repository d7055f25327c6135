/* SPDX-License-Identifier: ISC */
/*
 * media - pictures, sound, film and pages in pages
 *
 * None of them is loaded: a picture is its description, everything else a link
 * with a name.
 */
#ifndef PARSE_MEDIA_H
#define PARSE_MEDIA_H

#include "frame.h"

/*
 * Adds the picture of an <img>.
 */
void media_image(struct flow *f, const struct attrs *attrs);

/*
 * Adds a link to what a <video>, <iframe>, <embed> ... would play, with the
 * title or the name of the file; nothing when it has no address.
 */
void media_link(struct flow *f, enum element e, const struct attrs *attrs);

/*
 * Adds the link of an <area>.
 */
void media_area(struct flow *f, const struct attrs *attrs);

#endif
