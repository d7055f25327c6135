/* SPDX-License-Identifier: ISC */
/*
 * enclosure - the sounds and films that come with an entry of a feed
 */
#ifndef PARSE_ENCLOSURE_H
#define PARSE_ENCLOSURE_H

#include "base/buf.h"
#include "base/str.h"

/*
 * Appends to html an element for the sound or film at url, unless html has it;
 * nothing for what is neither. type is as HTTP says it, title may be empty.
 */
void enclosure_add(
    struct buf *html, struct str url, struct str type, struct str title);

#endif
