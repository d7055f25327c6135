/* SPDX-License-Identifier: ISC */
/*
 * said - what a page says of itself, and how well it is known
 *
 * The same is said in many places, which differ in how well they are kept. Each
 * fact has one slot, for what the best place said.
 */
#ifndef PARSE_SAID_H
#define PARSE_SAID_H

#include "base/buf.h"

#include <stdint.h>

enum slot {
    SLOT_TITLE,
    SLOT_AUTHOR,
    SLOT_PUBLISHED,
    SLOT_MODIFIED,
    SLOT_SITE,
    SLOT_EXCERPT,
    SLOT_IMAGE,
    SLOT_URL,
    SLOT_LANG,
    SLOT_COUNT
};

/* Zero is a valid empty value. */
struct said {
    struct buf slots[SLOT_COUNT];
    uint8_t ranks[SLOT_COUNT]; /* of what is in the slot; 0: nothing is */
};

/*
 * Puts text into slot unless it is empty or something is in there that is as
 * good: higher ranks are better.
 */
void said_put(struct said *s, enum slot slot, uint8_t rank, struct str text);

/*
 * Returns what is in slot, empty if nothing was said.
 */
struct str said_in(const struct said *s, enum slot slot);
void said_done(struct said *s);

#endif
