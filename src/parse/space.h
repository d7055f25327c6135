/* SPDX-License-Identifier: ISC */
/*
 * space - whose word an element of a feed is
 *
 * Feeds borrow words from one another: RSS has no author worth the name, so it
 * takes that of Dublin Core. Knows which prefix means what where the reader is,
 * and what it most likely means where nobody has declared it.
 */
#ifndef PARSE_SPACE_H
#define PARSE_SPACE_H

#include "base/str.h"

#include <stdint.h>

enum space {
    SPACE_PLAIN, /* Atom, RSS, and what is declared as none of the others */
    SPACE_CONTENT,
    SPACE_DC,
    SPACE_MEDIA,
    SPACE_ITUNES,
    SPACE_FEEDBURNER,
    SPACE_OTHER /* a prefix that says nothing here */
};

enum {
    SPACE_MAX_PREFIXES = 32 /* in force at once; more are not looked at */
};

struct spaces {
    struct {
        char prefix[16];
        uint32_t depth; /* of the element that declared it */
        enum space space;
    } known[SPACE_MAX_PREFIXES];
    uint32_t n;
};

/*
 * Takes in that the element at depth declares the prefix, without "xmlns:", to
 * stand for the address.
 */
void space_declare(
    struct spaces *s, uint32_t depth, const char *prefix, const char *address);

/*
 * Forgets what the element at depth declared.
 */
void space_leave(struct spaces *s, uint32_t depth);

/*
 * Returns whose word a name is, "dc:creator", and in *out_local the word itself.
 */
enum space space_of(
    const struct spaces *s, const char *name, const char **out_local);

#endif
