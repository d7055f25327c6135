/* SPDX-License-Identifier: ISC */
/*
 * vocabulary - what the elements of feeds in XML mean
 */
#ifndef PARSE_VOCABULARY_H
#define PARSE_VOCABULARY_H

#include "space.h"

enum word {
    WORD_NONE,
    WORD_FRAME, /* holds the rest */
    WORD_FEED,  /* a frame that says whose words follow */
    WORD_ENTRY,
    WORD_TITLE,
    WORD_LINK,
    WORD_ID,
    WORD_PUBLISHED,
    WORD_MODIFIED,
    WORD_SUMMARY,
    WORD_CONTENT,
    WORD_PERSON,
    WORD_LANG,
    WORD_MEDIA,
    WORD_ORIGINAL, /* the address behind one that counts readers */
};

/*
 * Returns what an element is, of which the name has lost its prefix.
 */
enum word vocabulary_find(enum space space, const char *name);

#endif
