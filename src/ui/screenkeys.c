/* SPDX-License-Identifier: ISC */
/*
 * screenkeys - what ncurses reads, as events
 *
 * ncurses knows the sequences of terminfo and waits ESCDELAY for the rest of
 * one. An Esc that it hands out is therefore the key, or Alt with what follows
 * at once, or the start of a sequence that terminfo does not have: those end
 * with a letter and are dropped.
 *
 * A paste may arrive in many pieces; it is collected between its brackets and
 * handed out whole. What is longer than PASTE_MAX loses its end.
 */
#include "screenkeys.h"

#include "base/utf8.h"

#include <curses.h>

enum {
    INTERRUPT = 3, /* Ctrl-C */
    ESCAPE = 27,
    PASTE_BEGIN = KEY_MAX + 1000,
    PASTE_END,
    PASTE_MAX = 1 << 16, /* bytes */
};

static const struct {
    int code;
    keymap_key key;
} named[] = {
    {KEY_UP, KEYMAP_UP},
    {KEY_DOWN, KEYMAP_DOWN},
    {KEY_LEFT, KEYMAP_LEFT},
    {KEY_RIGHT, KEYMAP_RIGHT},
    {KEY_HOME, KEYMAP_HOME},
    {KEY_FIND, KEYMAP_HOME},
    {KEY_END, KEYMAP_END},
    {KEY_SELECT, KEYMAP_END},
    {KEY_PPAGE, KEYMAP_PAGE_UP},
    {KEY_NPAGE, KEYMAP_PAGE_DOWN},
    {KEY_IC, KEYMAP_INSERT},
    {KEY_DC, KEYMAP_DELETE},
    {KEY_BACKSPACE, KEYMAP_BACKSPACE},
    {KEY_BTAB, KEYMAP_BACK_TAB},
    {KEY_ENTER, KEYMAP_ENTER},
};

void
screenkeys_init(struct screenkeys *k, void *pad)
{
    k->pad = pad;
    k->is_pasting = false;
    define_key("\033[200~", PASTE_BEGIN);
    define_key("\033[201~", PASTE_END);
}

/* Returns the key of an ncurses code, 0 when gutread has none for it. */
static keymap_key
named_key(wint_t code)
{
    for (size_t i = 0; i < sizeof named / sizeof *named; i++) {
        if ((wint_t)named[i].code == code)
            return named[i].key;
    }
    if (code >= KEY_F(1) && code <= KEY_F(12))
        return KEYMAP_F1 + (keymap_key)(code - KEY_F(1));
    return 0;
}

/* Returns the key of a character; the C-h of many keyboards is Backspace. */
static keymap_key
character_key(wint_t c)
{
    switch (c) {
    case 0:
        return KEYMAP_CTRL | ' ';
    case 8:
    case 127:
        return KEYMAP_BACKSPACE;
    case '\t':
        return KEYMAP_TAB;
    case '\n':
    case '\r':
        return KEYMAP_ENTER;
    case ESCAPE:
        return KEYMAP_ESCAPE;
    default:
        break;
    }
    if (c < 27)
        return KEYMAP_CTRL | (keymap_key)(c + 'a' - 1);
    if (c < 32)
        return KEYMAP_CTRL | (keymap_key)(c + '@');
    return c > 0x10FFFF || (c >= 0x80 && c < 0xA0) ? 0 : (keymap_key)c;
}

/* Drops the rest of a control sequence. Returns false when there is none. */
static bool
swallow_sequence(struct screenkeys *k)
{
    wint_t c;
    int n = 0;
    while (wget_wch(k->pad, &c) == OK) {
        n++;
        if (c >= 0x40 && c <= 0x7E)
            break;
    }
    return n > 0;
}

/* Finds out what an Esc means. Returns the key, or 0 for a dropped sequence. */
static keymap_key
read_escape(struct screenkeys *k)
{
    wint_t c;
    int kind = wget_wch(k->pad, &c);

    if (kind == ERR)
        return KEYMAP_ESCAPE;
    if (kind == KEY_CODE_YES) {
        keymap_key key = named_key(c);
        return key ? KEYMAP_ALT | key : 0;
    }
    if (c == ESCAPE) {
        unget_wch(ESCAPE);
        return KEYMAP_ESCAPE;
    }
    if ((c == '[' || c == 'O') && swallow_sequence(k))
        return 0;
    keymap_key key = character_key(c);
    return key ? KEYMAP_ALT | key : 0;
}

static bool
read_mouse(struct view_mouse *out_mouse)
{
    MEVENT event;
    if (getmouse(&event) != OK)
        return false;
    if (event.bstate & BUTTON1_PRESSED)
        out_mouse->kind = VIEW_MOUSE_PRESS;
    else if (event.bstate & BUTTON4_PRESSED)
        out_mouse->kind = VIEW_MOUSE_WHEEL_UP;
    else if (event.bstate & BUTTON5_PRESSED)
        out_mouse->kind = VIEW_MOUSE_WHEEL_DOWN;
    else
        return false;
    out_mouse->col = event.x;
    out_mouse->row = event.y;
    return true;
}

/* Takes one piece of a paste; true when that was the end of it. Where the end
 * was lost, Ctrl-C gives the paste up: else no key would do anything again. */
static bool
collect_paste(struct screenkeys *k, int kind, wint_t c)
{
    if (kind == KEY_CODE_YES && c == PASTE_END) {
        k->is_pasting = false;
        return true;
    }
    if (kind == OK && c == INTERRUPT) {
        k->is_pasting = false;
        buf_cut(&k->paste, 0);
        return false;
    }
    /* Terminals send what Enter sends for the ends of lines. */
    if (kind == OK && k->paste.len < PASTE_MAX)
        utf8_add_cp(&k->paste, c == '\r' ? '\n' : (uint32_t)c);
    return false;
}

bool
screenkeys_read(struct screenkeys *k, struct event *out_event)
{
    struct event event = {0};
    wint_t c;
    int kind;

    while ((kind = wget_wch(k->pad, &c)) != ERR) {
        event.key = 0;
        if (k->is_pasting) {
            if (!collect_paste(k, kind, c))
                continue;
            event.kind = EVENT_PASTE;
            event.paste = buf_str(&k->paste);
            *out_event = event;
            return true;
        }
        if (kind == KEY_CODE_YES && c == PASTE_BEGIN) {
            k->is_pasting = true;
            buf_cut(&k->paste, 0);
            continue;
        }
        if (kind == KEY_CODE_YES && c == KEY_MOUSE) {
            event.kind = EVENT_MOUSE;
            if (!read_mouse(&event.mouse))
                continue;
            *out_event = event;
            return true;
        }
        event.kind = EVENT_KEY;
        if (kind == KEY_CODE_YES)
            event.key = named_key(c);
        else
            event.key = c == ESCAPE ? read_escape(k) : character_key(c);
        if (event.key == 0)
            continue;
        *out_event = event;
        return true;
    }
    return false;
}
