/* SPDX-License-Identifier: ISC */
/*
 * err - why something failed, in words a person can act on
 *
 * A function that can fail returns bool or a pointer and takes a struct err as
 * its last argument. On failure it sets the error exactly once; on success it
 * leaves it alone. Who calls may put its own view in front with err_wrap():
 * "theme 'dusk': /home/ann/dusk.theme: Permission denied".
 *
 * It is not for bugs (assert), not for lack of memory (base/mem.h), and not for
 * bad content: parsers make an article of everything.
 */
#ifndef BASE_ERR_H
#define BASE_ERR_H

#include <stdbool.h>

/* What some caller decides on. Everything else is text. */
enum err_code {
    ERR_NONE,
    ERR_NOT_FOUND,
    ERR_GONE, /* it was there, and will not be again */
    ERR_DENIED,
    ERR_OFFLINE,
    ERR_TIMEOUT,
    ERR_TOO_LARGE,
    ERR_BAD_DATA,
    ERR_CANCELED,
    ERR_CLOSED,    /* nobody reads what is written */
    ERR_UNPARSED,  /* the parser did not cope with it */
    ERR_UNCHANGED, /* what is there already is still good */
    ERR_IO,
};

struct err {
    enum err_code code;
    char text[240]; /* one line of clean UTF-8, lower case, no period */
};

/*
 * Sets err to code and a formatted text, cut between characters when it is too
 * long and made safe to print: line ends become '?', what else is not clean is
 * as utf8_add_clean() says. Returns false, so that failing is one line.
 */
bool err_set(struct err *err, enum err_code code, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));

/*
 * Sets err from a value of errno, with the text "name: reason", or the reason
 * alone when name is NULL. What is not there (ENOENT, ENOTDIR) and what is not
 * allowed (EACCES, EPERM) have codes of their own, the rest is ERR_IO. Returns
 * false.
 */
bool err_set_errno(struct err *err, int number, const char *name);

/*
 * Puts a formatted prefix and ": " in front of the text that err already has,
 * and keeps its code. Returns false.
 */
bool err_wrap(struct err *err, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));

#endif
