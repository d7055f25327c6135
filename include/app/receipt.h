/* SPDX-License-Identifier: ISC */
/*
 * receipt - what came with a page of the web besides its article
 *
 * What a server says of a page is told before it is known what the page says
 * (app/job.h); a receipt keeps it until then. Zeroed is valid and empty.
 */
#ifndef APP_RECEIPT_H
#define APP_RECEIPT_H

#include "app/reply.h"
#include "base/buf.h"
#include "store/item.h"

#include <stdbool.h>

struct receipt {
    struct item_head head; /* borrows texts, as does */
    struct str lasting;    /* where to ask for it the next time, which is not */
    bool is_moved;         /* where it was asked for; see app/reply.h */
    struct buf texts;
    int body;      /* owned descriptor, with has_body */
    bool is_there; /* something is known */
    bool has_body;
    bool may_keep; /* the page, */
    bool
        may_save; /* or at least when a person wants it to be kept, whatever its
                      server does: true for all but errors and other views */
};

/*
 * Notes what a server says of a page, in the place of what was noted; body is
 * a descriptor of its bytes, which is copied, or -1.
 */
void receipt_put(struct receipt *r, const struct reply *reply, int body);

/*
 * Appends the bytes of the page to out: all of them, or none when they cannot
 * be read.
 */
void receipt_add_body(const struct receipt *r, struct buf *out);

/*
 * Forgets the bytes of the page.
 */
void receipt_drop_body(struct receipt *r);

/*
 * Returns what is in r, and leaves r empty.
 */
struct receipt receipt_take(struct receipt *r);

/*
 * Frees what the receipt owns and leaves it empty.
 */
void receipt_done(struct receipt *r);

#endif
