/* SPDX-License-Identifier: ISC */
/*
 * buf - text that grows
 *
 * A zeroed struct buf is empty. ptr is NULL as long as nothing was added;
 * afterwards a NUL stands behind the text, not counted in len.
 *
 * Example:
 *
 *      struct buf b = {0};
 *      buf_add_format(&b, "%d lines", 12);
 *      puts(b.ptr);
 *      buf_done(&b);
 */
#ifndef BASE_BUF_H
#define BASE_BUF_H

#include "base/str.h"

#include <stdint.h>

struct buf {
    char *ptr;
    size_t len; /* bytes in use */
    size_t cap;
};

/*
 * Makes room for more bytes behind len and returns where they go; who writes
 * there adds to len, and puts the NUL with buf_end() if it needs one.
 */
char *buf_reserve(struct buf *b, size_t more);

/*
 * Puts the NUL behind the text; makes the buffer non-NULL.
 */
void buf_end(struct buf *b);

/*
 * Appends len bytes from ptr.
 */
void buf_add(struct buf *b, const void *ptr, size_t len);

/*
 * Appends s, or the C string text, or one byte, or count times one byte.
 */
void buf_add_str(struct buf *b, struct str s);
void buf_add_text(struct buf *b, const char *text);
void buf_add_char(struct buf *b, char c);
void buf_add_repeat(struct buf *b, char c, size_t count);

/*
 * Appends formatted text.
 */
void buf_add_format(struct buf *b, const char *fmt, ...)
    __attribute__((format(printf, 2, 3), nonnull(2)));

/*
 * Returns the text as a view that lives until the next change of b.
 */
static inline struct str
buf_str(const struct buf *b)
{
    return (struct str){b->ptr, b->len};
}

/*
 * Puts one byte in the place of another wherever that stands behind byte from:
 * makes one line of a text, for example.
 */
void buf_replace(struct buf *b, size_t from, char old, char new);

/*
 * Cuts the text to len bytes, which must not be more than it has.
 */
void buf_cut(struct buf *b, size_t len);

/*
 * Returns the text, NUL-terminated and owned by the caller (free()), never
 * NULL, and leaves b empty.
 */
char *buf_take(struct buf *b);

/*
 * Frees the text and leaves b empty.
 */
void buf_done(struct buf *b);

#endif
