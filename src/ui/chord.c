/* SPDX-License-Identifier: ISC */
/*
 * chord - the keys typed so far that are not an action yet
 *
 * Esc drops a chord and does nothing else, whatever it is bound to.
 */
#include "ui/chord.h"

bool
chord_is_pending(const struct chord *c)
{
    return c->n_keys > 0 || c->count > 0;
}

void
chord_clear(struct chord *c)
{
    *c = (struct chord){0};
}

/* Adds key to the count if it is a digit; the keymap binds none. */
static bool
add_digit(struct chord *c, keymap_key key)
{
    keymap_key first = c->count > 0 ? '0' : '1';
    if (c->n_keys > 0 || key < first || key > '9')
        return false;
    unsigned digit = (unsigned)(key - '0');
    if (c->count > (CHORD_MAX_COUNT - digit) / 10)
        c->count = CHORD_MAX_COUNT;
    else
        c->count = c->count * 10 + digit;
    return true;
}

enum chord_effect
chord_add(struct chord *c, const struct keymap *m, keymap_key key,
    enum action *out_action, unsigned *out_count)
{
    if (add_digit(c, key))
        return CHORD_PENDING;
    if ((key == KEYMAP_ESCAPE && chord_is_pending(c)) ||
        c->n_keys == KEYMAP_MAX_KEYS) {
        chord_clear(c);
        return CHORD_UNKNOWN;
    }

    enum action action = ACTION_NONE;
    c->keys[c->n_keys++] = key;
    switch (keymap_find(m, c->keys, c->n_keys, &action)) {
    case KEYMAP_PREFIX:
        return CHORD_PENDING;
    case KEYMAP_ACTION:
        *out_action = action;
        *out_count = c->count;
        chord_clear(c);
        return CHORD_ACTION;
    case KEYMAP_NOTHING:
        break;
    }
    chord_clear(c);
    return CHORD_UNKNOWN;
}

void
chord_add_text(const struct chord *c, struct buf *out)
{
    if (c->count > 0)
        buf_add_format(out, "%u", c->count);
    for (uint32_t i = 0; i < c->n_keys; i++)
        keymap_add_key(c->keys[i], out);
}
