/* SPDX-License-Identifier: ISC */
/*
 * buf - text that grows
 *
 * The buffer doubles, so appending byte by byte is linear. One byte is always
 * kept for the NUL.
 */
#include "base/buf.h"

#include "base/mem.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

char *
buf_reserve(struct buf *b, size_t more)
{
    size_t need = b->len + more + 1;

    if (need <= more)
        mem_exhausted();
    if (need > b->cap) {
        size_t cap = b->cap * 2 > need ? b->cap * 2 : need;
        b->cap = cap < 64 ? 64 : cap;
        b->ptr = mem_resize(b->ptr, b->cap, 1);
    }
    return b->ptr + b->len;
}

void
buf_end(struct buf *b)
{
    *buf_reserve(b, 0) = '\0';
}

void
buf_add(struct buf *b, const void *ptr, size_t len)
{
    char *end = buf_reserve(b, len);

    if (len > 0)
        memcpy(end, ptr, len);
    end[len] = '\0';
    b->len += len;
}

void
buf_add_str(struct buf *b, struct str s)
{
    buf_add(b, s.ptr, s.len);
}

void
buf_add_text(struct buf *b, const char *text)
{
    buf_add(b, text, strlen(text));
}

void
buf_add_char(struct buf *b, char c)
{
    buf_add(b, &c, 1);
}

void
buf_add_repeat(struct buf *b, char c, size_t count)
{
    memset(buf_reserve(b, count), c, count);
    b->len += count;
    b->ptr[b->len] = '\0';
}

void
buf_add_format(struct buf *b, const char *fmt, ...)
{
    va_list args;

    va_start(args, fmt);
    int len = vsnprintf(NULL, 0, fmt, args);
    va_end(args);
    assert(len >= 0);

    char *end = buf_reserve(b, (size_t)len);
    va_start(args, fmt);
    vsnprintf(end, (size_t)len + 1, fmt, args);
    va_end(args);
    b->len += (size_t)len;
}

void
buf_replace(struct buf *b, size_t from, char old, char new)
{
    for (size_t i = from; i < b->len; i++) {
        if (b->ptr[i] == old)
            b->ptr[i] = new;
    }
}

void
buf_cut(struct buf *b, size_t len)
{
    assert(len <= b->len);
    b->len = len;
    if (b->ptr)
        b->ptr[len] = '\0';
}

char *
buf_take(struct buf *b)
{
    buf_end(b);
    char *text = b->ptr;
    *b = (struct buf){0};
    return text;
}

void
buf_done(struct buf *b)
{
    free(b->ptr);
    *b = (struct buf){0};
}
