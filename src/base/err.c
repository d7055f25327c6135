/* SPDX-License-Identifier: ISC */
/*
 * err - why something failed, in words a person can act on
 *
 * Texts may hold names of files and words of documents, so they are made safe
 * here, once, whoever prints them later.
 */
#include "base/err.h"

#include "base/utf8.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/*
 * Copies the text into err: clean, on one line, cut between characters.
 */
static void
put_text(struct err *err, const char *text)
{
    struct buf clean = {0};
    size_t len = 0;

    utf8_add_clean(&clean, str_of(text));
    buf_replace(&clean, 0, '\n', '?');
    while (len < clean.len) {
        uint32_t cp;
        size_t step = utf8_decode(clean.ptr + len, clean.len - len, &cp);
        if (len + step >= sizeof err->text)
            break;
        memcpy(err->text + len, clean.ptr + len, step);
        len += step;
    }
    err->text[len] = '\0';
    buf_done(&clean);
}

bool
err_set(struct err *err, enum err_code code, const char *fmt, ...)
{
    char text[4 * sizeof err->text];
    va_list args;

    va_start(args, fmt);
    vsnprintf(text, sizeof text, fmt, args);
    va_end(args);

    err->code = code;
    put_text(err, text);
    return false;
}

bool
err_set_errno(struct err *err, int number, const char *name)
{
    enum err_code code = ERR_IO;

    if (number == ENOENT || number == ENOTDIR)
        code = ERR_NOT_FOUND;
    else if (number == EACCES || number == EPERM)
        code = ERR_DENIED;
    if (!name)
        return err_set(err, code, "%s", strerror(number));
    return err_set(err, code, "%s: %s", name, strerror(number));
}

bool
err_wrap(struct err *err, const char *fmt, ...)
{
    char text[4 * sizeof err->text];
    va_list args;

    va_start(args, fmt);
    vsnprintf(text, sizeof text, fmt, args);
    va_end(args);

    size_t len = strlen(text);
    snprintf(text + len, sizeof text - len, ": %s", err->text);
    put_text(err, text);
    return false;
}
