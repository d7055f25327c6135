/* SPDX-License-Identifier: ISC */
/*
 * places - where and how articles were read in this session
 *
 * Coming back to an article finds it as it was left: the place in its text and
 * what was folded. Marks are places with a letter. An article is known by its
 * source. What outlasts the program is in the library (app/memory.h).
 */
#ifndef UI_PLACES_H
#define UI_PLACES_H

#include "app/source.h"

#include <stdbool.h>
#include <stdint.h>

/* A place in the text of an article. */
struct place {
    uint32_t at;   /* offset into article.text */
    uint32_t lead; /* lines shown above the line of at, such as a title */
};

struct places_item {
    struct source source;
    struct place place;
    uint8_t *folded; /* owned: one byte a section; NULL: as at first */
    uint32_t n_folded;
};

struct places_mark {
    struct source source; /* SOURCE_NONE: not used */
    struct place place;
};

enum {
    PLACES_MARKS = 62 /* letters and digits */
};

struct places {
    struct places_item *items; /* owned */
    uint32_t n_items, cap_items;
    struct places_mark marks[PLACES_MARKS];
    int measure; /* columns that a line may have; 0: as the options say */
    bool is_without_panel; /* the person put the contents away */
};

/*
 * Frees what is remembered and leaves nothing.
 */
void places_done(struct places *p);

/*
 * Finds how the article of source was left; NULL when it was not read yet.
 * Borrowed until the next places_note().
 */
const struct places_item *places_find(
    const struct places *p, const struct source *source);

/*
 * Notes how the article of source is left; source and folded are copied.
 */
void places_note(struct places *p, const struct source *source,
    struct place place, const uint8_t *folded, uint32_t n_folded);

/*
 * Puts the mark of a letter or digit; false when key is none.
 */
bool places_mark(struct places *p, uint32_t key, const struct source *source,
    struct place place);

/*
 * Tells whether key is a letter or digit, which marks can have.
 */
bool places_is_mark(uint32_t key);

/*
 * Finds the mark of a letter or digit; NULL when there is none.
 */
const struct places_mark *places_find_mark(
    const struct places *p, uint32_t key);

#endif
