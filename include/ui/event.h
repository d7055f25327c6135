/* SPDX-License-Identifier: ISC */
/*
 * event - something that was typed, pasted or clicked
 */
#ifndef UI_EVENT_H
#define UI_EVENT_H

#include "app/keymap.h"
#include "base/str.h"
#include "ui/view.h"

enum event_kind {
    EVENT_KEY,
    EVENT_MOUSE,
    EVENT_PASTE,
};

struct event {
    enum event_kind kind;
    keymap_key key;
    struct view_mouse mouse;
    struct str paste; /* as it came; lives until the next event is read */
};

#endif
