/* SPDX-License-Identifier: ISC */
/*
 * cuewords - the words that names of elements are made of
 */
#ifndef PARSE_CUEWORDS_H
#define PARSE_CUEWORDS_H

#include <stdint.h>

/* A set of these. */
enum cue {
    CUE_NAV = 1 << 0,
    CUE_SHARE = 1 << 1,
    CUE_RELATED = 1 << 2,
    CUE_COMMENT = 1 << 3,
    CUE_LETTER = 1 << 4, /* newsletters and other things to sign up for */
    CUE_AD = 1 << 5,
    CUE_CONSENT = 1 << 6,
    CUE_POPUP = 1 << 7,
    CUE_SIDE = 1 << 8,
    CUE_FOOT = 1 << 9,
    CUE_HEAD = 1 << 10,
    CUE_AUTHOR = 1 << 11,
    CUE_DATE = 1 << 12,
    CUE_TAGS = 1 << 13,
    CUE_SEARCH = 1 << 14,
    CUE_HIDDEN = 1 << 15, /* for screen readers or nobody */
    CUE_BODY = 1 << 16,   /* the text of an article */
    CUE_TOOLS = 1 << 17,  /* print, edit, copy */
    CUE_META = 1 << 18,
    CUE_PROMO = 1 << 19,
    CUE_POST = 1 << 20,
    CUE_CREDIT = 1 << 21,
    CUE_TOC = 1 << 22,
    CUE_SHOP = 1 << 23,
    CUE_TEXT = 1 << 25, /* surely the text of an article */
    CUE_USER = 1 << 26, /* what follows a name in a talk */
    CUE_FOLD = 1 << 24, /* opens when asked to */
    CUE_BUTTON = 1 << 27,
    CUE_BIO = 1 << 28, /* who the author is */
};

/*
 * Returns the set that a word in small letters stands for, or two
 * words without anything between; 0 for most.
 */
uint32_t cuewords_find(const char *word);

#endif
