/* SPDX-License-Identifier: ISC */
/*
 * keymap - from keys to actions
 *
 * A key is a character or a named key, with modifiers. In the config file a
 * binding is a sequence of keys: "j", "za", ":n", "<C-d>", "<PageDown>", "<lt>"
 * for '<', "<Semicolon>" for ';', at which comments begin. A keymap is searched
 * key by key: the keys typed so far are an action, the beginning of one or
 * more, or nothing.
 */
#ifndef APP_KEYMAP_H
#define APP_KEYMAP_H

#include "app/action.h"
#include "base/buf.h"
#include "base/err.h"

#include <stdbool.h>
#include <stdint.h>

/* Named keys, above all code points. X(constant, name in angle brackets) */
#define KEYMAP_NAMES(X)                                                        \
    X(KEYMAP_UP, "Up")                                                         \
    X(KEYMAP_DOWN, "Down")                                                     \
    X(KEYMAP_LEFT, "Left")                                                     \
    X(KEYMAP_RIGHT, "Right")                                                   \
    X(KEYMAP_HOME, "Home")                                                     \
    X(KEYMAP_END, "End")                                                       \
    X(KEYMAP_PAGE_UP, "PageUp")                                                \
    X(KEYMAP_PAGE_DOWN, "PageDown")                                            \
    X(KEYMAP_INSERT, "Insert")                                                 \
    X(KEYMAP_DELETE, "Delete")                                                 \
    X(KEYMAP_BACKSPACE, "Backspace")                                           \
    X(KEYMAP_TAB, "Tab")                                                       \
    X(KEYMAP_BACK_TAB, "S-Tab")                                                \
    X(KEYMAP_ENTER, "Enter")                                                   \
    X(KEYMAP_ESCAPE, "Esc")                                                    \
    X(KEYMAP_F1, "F1")                                                         \
    X(KEYMAP_F2, "F2")                                                         \
    X(KEYMAP_F3, "F3")                                                         \
    X(KEYMAP_F4, "F4")                                                         \
    X(KEYMAP_F5, "F5")                                                         \
    X(KEYMAP_F6, "F6")                                                         \
    X(KEYMAP_F7, "F7")                                                         \
    X(KEYMAP_F8, "F8")                                                         \
    X(KEYMAP_F9, "F9")                                                         \
    X(KEYMAP_F10, "F10")                                                       \
    X(KEYMAP_F11, "F11")                                                       \
    X(KEYMAP_F12, "F12")

/* What the keymap "less" has besides the default keys. X(action, keys) */
#define KEYMAP_LESS(X)                                                         \
    X(ACTION_LINE_DOWN, "e <C-e>")                                             \
    X(ACTION_LINE_UP, "<C-y> <C-k>")                                           \
    X(ACTION_PAGE_DOWN, "<C-v>")                                               \
    X(ACTION_PAGE_UP, "w <A-v>")                                               \
    X(ACTION_TOP, "<lt>")                                                      \
    X(ACTION_BOTTOM, ">")                                                      \
    X(ACTION_PERCENT, "p")                                                     \
    X(ACTION_FIND_BACK, "?")                                                   \
    X(ACTION_RELOAD, "R")                                                      \
    X(ACTION_HELP, "H")                                                        \
    X(ACTION_CLOSE, ":q")                                                      \
    X(ACTION_QUIT, "ZZ")

/* A Unicode code point, or one of these; ORed with KEYMAP_CTRL or _ALT. */
typedef uint32_t keymap_key;

enum {
    KEYMAP_NAMED = 0x200000, /* one below the first named key */
#define X(constant, name) constant,
    KEYMAP_NAMES(X)
#undef X
    KEYMAP_CTRL = 1 << 24,
    KEYMAP_ALT = 1 << 25,
};

enum {
    KEYMAP_MAX_KEYS = 8
}; /* of a sequence */

struct keymap_binding {
    keymap_key keys[KEYMAP_MAX_KEYS];
    uint32_t n_keys;
    enum action action;
};

struct keymap {
    struct keymap_binding *bindings; /* owned; a later one wins */
    uint32_t n_bindings, cap_bindings;
};

enum keymap_match {
    KEYMAP_NOTHING,
    KEYMAP_PREFIX,
    KEYMAP_ACTION
};

/*
 * Prepares a keymap with the default keys of the action table; keymap_done()
 * releases it.
 */
void keymap_init(struct keymap *m);

/*
 * Frees what the keymap owns and leaves it empty.
 */
void keymap_done(struct keymap *m);

/*
 * Binds the sequences in keys, parted by blanks, to the action, in addition to
 * those that it has; what they meant before is forgotten. A sequence that
 * begins with another one is an error (it could never be typed), as is one that
 * cannot be read, or that begins with a digit (which is typed for a count).
 * After an error the keymap is as it was.
 */
bool keymap_bind(struct keymap *m, enum action action, struct str keys,
    struct err *err) __attribute__((warn_unused_result));

/*
 * Takes all keys from the action.
 */
void keymap_unbind(struct keymap *m, enum action action);

/*
 * Looks up the n keys typed so far.
 */
enum keymap_match keymap_find(const struct keymap *m, const keymap_key *keys,
    uint32_t n, enum action *out_action);

/*
 * Appends the keys of the action as the config file writes them, parted by
 * blanks; the first max sequences only, 0 for all.
 */
void keymap_add_keys(
    const struct keymap *m, enum action action, uint32_t max, struct buf *out);

/*
 * Appends one key as the config file writes it.
 */
void keymap_add_key(keymap_key key, struct buf *out);

/*
 * Changes the keymap to the one that the config calls name: "gutread" or
 * "less", in which '?' searches backward. Returns false for another name.
 */
bool keymap_use(struct keymap *m, struct str name);

#endif
