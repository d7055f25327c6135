/* SPDX-License-Identifier: ISC */
/*
 * notice - a sentence for the status bar
 */
#ifndef UI_NOTICE_H
#define UI_NOTICE_H

#include "base/buf.h"

#include <stdarg.h>
#include <stdbool.h>

struct notice {
    struct buf text; /* clean; empty: none */
    bool is_error;
};

/*
 * Replaces the notice by a formatted text, made clean.
 */
void notice_put(struct notice *n, bool is_error, const char *fmt, va_list args)
    __attribute__((format(printf, 3, 0)));

/*
 * Takes the notice away and frees its text; false when there is none.
 */
bool notice_clear(struct notice *n);

#endif
