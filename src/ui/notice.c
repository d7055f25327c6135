/* SPDX-License-Identifier: ISC */
/*
 * notice - a sentence for the status bar
 *
 * It may name files and addresses of any kind, so that it is cleaned here and
 * cut where no bar would show it.
 */
#include "notice.h"

#include "base/utf8.h"

#include <stdio.h>

enum {
    MAX_BYTES = 400
};

void
notice_put(struct notice *n, bool is_error, const char *fmt, va_list args)
{
    char line[MAX_BYTES];
    vsnprintf(line, sizeof line, fmt, args);
    notice_clear(n);
    utf8_add_clean(&n->text, str_of(line));
    buf_replace(&n->text, 0, '\n', ' ');
    n->is_error = is_error;
}

bool
notice_clear(struct notice *n)
{
    bool was_there = n->text.len > 0;
    buf_done(&n->text);
    n->is_error = false;
    return was_there;
}
