/* SPDX-License-Identifier: ISC */
/*
 * browser - opens addresses in another program
 *
 * The program is what the setting browser says, else one of $BROWSER, else
 * xdg-open. It is started without a shell and without our terminal; the address
 * is one argument, whatever is in it, and never one that begins with '-'.
 */
#ifndef UI_BROWSER_H
#define UI_BROWSER_H

#include "base/buf.h"
#include "base/err.h"
#include "base/str.h"

#include <stdbool.h>

struct browser;
struct uv_loop_s;

/*
 * Is told that the program ended and said that it failed. err lives until it
 * returns.
 */
typedef void (*browser_fail_fn)(void *user, const struct err *err);

/*
 * Tells whether an address of that kind may be opened without asking first:
 * http and https.
 */
bool browser_is_safe(struct str address);

/*
 * Tells whether an address of that kind is opened at all: http, https, mailto,
 * gemini, ftp and magnet. What others start may take the rest of the address for
 * options or for a file. Mail that is more than a letter is not opened
 * (url_is_risky_mail()).
 */
bool browser_may_open(struct str address);

/*
 * Starts the program for an address that may be opened, which it gets cleaned as
 * url_resolve() does; command is the setting or NULL. Returns what
 * browser_forget() takes, or NULL and why: there is no such program, or the
 * address is not one for it.
 */
struct browser *browser_open(struct uv_loop_s *loop, const char *command,
    struct str address, struct err *err);

/*
 * Lets fail(user, ...) be told if the program ends and has failed.
 */
void browser_on_fail(struct browser *b, browser_fail_fn fail, void *user);

/*
 * Lets the program run without us; nothing is told any more. NULL is allowed.
 */
void browser_forget(struct browser *b);

/*
 * Forgets all programs of the loop that still run, so that it can be closed.
 */
void browser_leave(struct uv_loop_s *loop);

/*
 * Appends the words of a command with the address in place of "%s", or behind
 * them, each with a NUL behind it. Returns how many there are.
 */
unsigned browser_add_words(
    struct buf *out, struct str command, struct str address);

#endif
