/* SPDX-License-Identifier: ISC */
/*
 * sniff - what kind of document some bytes are
 */
#ifndef PARSE_SNIFF_H
#define PARSE_SNIFF_H

#include "base/str.h"

#include <stdbool.h>

enum sniff_type {
    SNIFF_UNKNOWN,
    SNIFF_MARKDOWN,
    SNIFF_HTML,
    SNIFF_TEXT,
    SNIFF_FEED,
    SNIFF_BOOKMARKS, /* only when it is said */
};

/*
 * Returns the type called name, "markdown", "html", "text", "feed" or
 * "bookmarks", SNIFF_UNKNOWN for any other.
 */
enum sniff_type sniff_find(struct str name);

/*
 * Returns the name of a type.
 */
const char *sniff_name(enum sniff_type type);

/*
 * Returns what the end of a file's name says, SNIFF_UNKNOWN if nothing.
 */
enum sniff_type sniff_file(struct str file);

/*
 * Returns what a value of Content-Type says, SNIFF_UNKNOWN for nothing that is
 * read here. "text/plain" is what servers say of all they do not know, too.
 */
enum sniff_type sniff_media(struct str content_type);

/*
 * Returns feed or HTML for text that begins as one does, else Markdown, which
 * plain text is as well.
 */
enum sniff_type sniff_text(struct str text);

/*
 * Tells whether text that is said to be XML or JSON can be a feed: it begins as
 * one does, if maybe behind something that has no business there.
 */
bool sniff_is_feed(struct str text);

/*
 * Tells whether a value of Content-Type, or the end of a file's name, says XML or
 * JSON, which may be a feed or anything else.
 */
bool sniff_may_be_feed(struct str content_type, struct str file);

/*
 * Tells whether a page is to be read as XML: by its value of Content-Type, which
 * is final, or, where that is empty, by the name of its file or how it begins.
 */
bool sniff_is_xml(struct str content_type, struct str file, struct str text);

/*
 * Returns what the bytes are if they are not text, as in "a PDF document", else
 * NULL. Wide encodings have to be decoded before.
 */
const char *sniff_binary(struct str bytes);

#endif
