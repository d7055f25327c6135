/* SPDX-License-Identifier: ISC */
/*
 * chord - the keys typed so far that are not an action yet
 *
 * A count and the beginning of a sequence: "5", "z", "12:".
 */
#ifndef UI_CHORD_H
#define UI_CHORD_H

#include "app/keymap.h"
#include "base/buf.h"

enum {
    CHORD_MAX_COUNT = 99999999
};

struct chord {
    keymap_key keys[KEYMAP_MAX_KEYS];
    uint32_t n_keys;
    unsigned count; /* 0: none was typed */
};

enum chord_effect {
    CHORD_UNKNOWN, /* means nothing; the chord is empty again */
    CHORD_PENDING, /* more keys are needed */
    CHORD_ACTION,  /* whole; the chord is empty again */
};

/*
 * Adds a key. With CHORD_ACTION, out_action and out_count say which.
 */
enum chord_effect chord_add(struct chord *c, const struct keymap *m,
    keymap_key key, enum action *out_action, unsigned *out_count);

/*
 * Tells whether something was typed.
 */
bool chord_is_pending(const struct chord *c);

/*
 * Forgets what was typed.
 */
void chord_clear(struct chord *c);

/*
 * Appends what was typed, to be shown.
 */
void chord_add_text(const struct chord *c, struct buf *out);

#endif
