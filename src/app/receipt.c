/* SPDX-License-Identifier: ISC */
/*
 * receipt - what came with a page of the web besides its article
 *
 * The parser reads the page by the same descriptor, so that it is read from
 * given places here.
 */
#include "app/receipt.h"

#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

/* Appends a text, NULL for none, and returns its length. */
static size_t
add_text(struct buf *texts, const char *text)
{
    size_t len = text ? strlen(text) : 0;

    buf_add(texts, text ? text : "", len);
    return len;
}

void
receipt_put(struct receipt *r, const struct reply *reply, int body)
{
    receipt_done(r);
    const size_t lens[] = {
        add_text(&r->texts, reply->url),
        add_text(&r->texts, reply->type),
        add_text(&r->texts, reply->etag),
        add_text(&r->texts, reply->modified),
        add_text(&r->texts, reply->lasting),
    };
    struct str *const fields[] = {&r->head.final, &r->head.type, &r->head.etag,
        &r->head.modified, &r->lasting};
    size_t at = 0;

    for (size_t i = 0; i < sizeof lens / sizeof *lens; at += lens[i], i++)
        *fields[i] = str_slice(buf_str(&r->texts), at, at + lens[i]);
    r->is_moved = reply->is_moved;
    r->head.fresh_until = reply->fresh_until;
    r->head.fetched_at = time(NULL);
    r->is_there = true;
    r->may_save = !reply->failure;
    r->may_keep = reply->may_keep && r->may_save;
    r->body = body < 0 ? -1 : fcntl(body, F_DUPFD_CLOEXEC, 0);
    r->has_body = r->body >= 0;
}

void
receipt_add_body(const struct receipt *r, struct buf *out)
{
    struct stat st;
    size_t n = 0;

    if (!r->has_body || fstat(r->body, &st) != 0 || st.st_size <= 0)
        return;
    const size_t len = (size_t)st.st_size;
    char *room = buf_reserve(out, len);
    while (n < len) {
        ssize_t got = pread(r->body, room + n, len - n, (off_t)n);
        if (got <= 0)
            return;
        n += (size_t)got;
    }
    out->len += len;
    buf_end(out);
}

void
receipt_drop_body(struct receipt *r)
{
    if (r->has_body)
        close(r->body);
    r->has_body = false;
}

struct receipt
receipt_take(struct receipt *r)
{
    struct receipt taken = *r;

    *r = (struct receipt){0};
    return taken;
}

void
receipt_done(struct receipt *r)
{
    receipt_drop_body(r);
    buf_done(&r->texts);
    *r = (struct receipt){0};
}
