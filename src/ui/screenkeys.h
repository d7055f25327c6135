/* SPDX-License-Identifier: ISC */
/*
 * screenkeys - what ncurses reads, as events
 *
 * Turns key codes and characters into keys of the keymap, knows Alt from Esc,
 * collects pastes, and swallows sequences that nobody knows, so that they are
 * not taken for an Esc and some letters.
 */
#ifndef UI_SCREENKEYS_H
#define UI_SCREENKEYS_H

#include "base/buf.h"
#include "ui/event.h"

struct screenkeys {
    void *pad; /* a WINDOW that reads without drawing; borrowed */
    struct buf paste;
    bool is_pasting;
};

/*
 * Makes ncurses know the brackets of a paste. Call before any key is read.
 */
void screenkeys_init(struct screenkeys *k, void *pad);

/*
 * Takes the next event; false when nothing whole is there.
 */
bool screenkeys_read(struct screenkeys *k, struct event *out_event);

#endif
