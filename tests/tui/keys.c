/* SPDX-License-Identifier: ISC */
/*
 * keys - names of keys, and how they are pressed
 *
 * Named keys go through libvterm, which knows the modes. Control and Alt with
 * a character are made here, as xterm makes them; libvterm would send some of
 * them in a form that programs must ask for.
 */
#include "keys.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

static const struct {
    const char *name;
    VTermKey key;
} names[] = {
    {"Enter", VTERM_KEY_ENTER},
    {"Esc", VTERM_KEY_ESCAPE},
    {"Tab", VTERM_KEY_TAB},
    {"Backspace", VTERM_KEY_BACKSPACE},
    {"BS", VTERM_KEY_BACKSPACE},
    {"Up", VTERM_KEY_UP},
    {"Down", VTERM_KEY_DOWN},
    {"Left", VTERM_KEY_LEFT},
    {"Right", VTERM_KEY_RIGHT},
    {"PageUp", VTERM_KEY_PAGEUP},
    {"PageDown", VTERM_KEY_PAGEDOWN},
    {"Home", VTERM_KEY_HOME},
    {"End", VTERM_KEY_END},
    {"Insert", VTERM_KEY_INS},
    {"Delete", VTERM_KEY_DEL},
};

static VTermKey
find_key(const char *name)
{
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        if (strcasecmp(names[i].name, name) == 0)
            return names[i].key;
    }
    if (toupper((unsigned char)name[0]) == 'F' && isdigit(name[1])) {
        long number = strtol(name + 1, NULL, 10);
        if (number >= 1 && number <= 12)
            return (VTermKey)VTERM_KEY_FUNCTION(number);
    }
    return VTERM_KEY_NONE;
}

/* Returns the character that a name stands for, 0 if it is none. */
static char
find_character(const char *name)
{
    if (strcasecmp(name, "Space") == 0)
        return ' ';
    if (strcasecmp(name, "lt") == 0)
        return '<';
    if (name[0] && name[1])
        return '\0';
    return name[0];
}

static bool
press_character(struct grid *g, char c, VTermModifier mod)
{
    char bytes[2];
    size_t len = 0;

    if (mod & VTERM_MOD_SHIFT)
        return false;
    if (mod & VTERM_MOD_ALT)
        bytes[len++] = '\033';
    if (mod & VTERM_MOD_CTRL)
        c = (char)(c & 0x1F);
    bytes[len++] = c;
    g->reply(g->user, bytes, len);
    return true;
}

static bool
press_named(struct grid *g, char *name)
{
    unsigned mod = VTERM_MOD_NONE;

    for (; name[0] && name[1] == '-' && name[2]; name += 2) {
        if (name[0] == 'S')
            mod |= VTERM_MOD_SHIFT;
        else if (name[0] == 'A' || name[0] == 'M')
            mod |= VTERM_MOD_ALT;
        else if (name[0] == 'C')
            mod |= VTERM_MOD_CTRL;
        else
            return false;
    }

    char c = find_character(name);
    if (c)
        return press_character(g, c, (VTermModifier)mod);
    VTermKey key = find_key(name);
    if (key == VTERM_KEY_NONE)
        return false;
    vterm_keyboard_key(g->vt, key, (VTermModifier)mod);
    return true;
}

bool
keys_press(struct grid *g, const char *word)
{
    size_t len = strlen(word);
    char name[32];

    if (len < 3 || len >= sizeof(name) || word[0] != '<' ||
        word[len - 1] != '>') {
        g->reply(g->user, word, len);
        return true;
    }
    snprintf(name, sizeof(name), "%.*s", (int)len - 2, word + 1);
    return press_named(g, name);
}
