/* SPDX-License-Identifier: ISC */
/*
 * entry - one line of text being typed
 *
 * The text, the cursor in it, and what keys do with them: characters are put
 * in, arrows, C-a, C-e, C-b and C-f move by grapheme clusters, Backspace,
 * Delete, C-h, C-d, C-u, C-w and C-k take away. Not a view: a prompt or a
 * filter has one. Zeroed is valid and empty.
 *
 *      struct entry e = {0};
 *      if (entry_key(&e, 'a') == ENTRY_CHANGED)
 *          filter(entry_text(&e));
 *      entry_done(&e);
 */
#ifndef UI_ENTRY_H
#define UI_ENTRY_H

#include "app/keymap.h"
#include "base/buf.h"
#include "ui/canvas.h"

enum entry_effect {
    ENTRY_IGNORED, /* not a key of the entry */
    ENTRY_MOVED,   /* the cursor moved, or could not */
    ENTRY_CHANGED, /* the text changed */
};

enum {
    ENTRY_MAX_BYTES = 16384 /* an address may be long, and so may all the names
                               of an article */
};

struct entry {
    struct buf text; /* clean UTF-8 in one line */
    size_t cursor;   /* byte of the text, at the edge of a cluster */
};

/*
 * Frees the text and leaves it empty.
 */
void entry_done(struct entry *e);

/*
 * Returns the text, borrowed until the next change.
 */
struct str entry_text(const struct entry *e);

/*
 * Replaces the text and puts the cursor behind it.
 */
void entry_put(struct entry *e, struct str text);

/*
 * Does what the key means. Enter, Esc, Tab, Up and Down are never the entry's.
 */
enum entry_effect entry_key(struct entry *e, keymap_key key);

/*
 * Adds text, made clean, at the cursor, as far as there is room.
 */
void entry_paste(struct entry *e, struct str text);

/*
 * Draws the label and the text into the one row of area, scrolled so that the
 * cursor is in sight, and puts the canvas' cursor there.
 */
void entry_draw(const struct entry *e, struct str label, struct canvas *c,
    struct rect area, struct attrs attrs);

#endif
