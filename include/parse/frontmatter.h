/* SPDX-License-Identifier: ISC */
/*
 * frontmatter - what a Markdown document says of itself in YAML
 *
 * Understands what stands between two lines of "---" at the very start, in the
 * words that site generators use. It is not for TOML ("+++") nor JSON.
 */
#ifndef PARSE_FRONTMATTER_H
#define PARSE_FRONTMATTER_H

#include "base/str.h"
#include "model/build.h"

#include <stdbool.h>

struct frontmatter {
    size_t len;      /* bytes, with the lines around it; 0: there is none */
    struct str yaml; /* what stands between these, borrowed */
    bool is_broken;  /* nothing could be read from it: it is text to show */
};

/*
 * Finds the front matter of text and reads it into facts of b. Addresses are
 * seen from base_url, which may be empty. What cannot be read is told in a
 * note, unless it is more likely to be a thematic break than front matter.
 */
struct frontmatter frontmatter_parse(
    struct build *b, struct str text, struct str base_url);

#endif
