/* SPDX-License-Identifier: ISC */
/*
 * parcel - a feed as bytes
 *
 * The arrays of a feed are one piece of memory that holds no pointers, so both
 * ways are a copy. A change of any struct needs another PARCEL_VERSION; the
 * articles inside have a version of their own, that of model/codec.
 */
#include "model/parcel.h"

#include "binding.h"

#include <string.h>

enum {
    PARCEL_VERSION = 1
};

struct head {
    char magic[8];
    uint32_t version;
    uint32_t byte_order; /* BYTE_ORDER_MARK as this machine writes it */
    uint32_t n_entries, n_notes, n_text, n_bodies;
    struct text_ref facts[FEED_FACT_COUNT];
};

#define BYTE_ORDER_MARK 0x01020304u

static const char magic[8] = {'g', 'u', 't', 'f', 'e', 'e', 'd', '\n'};

void
parcel_encode(const struct feed *f, struct buf *out)
{
    struct head head = {
        .version = PARCEL_VERSION,
        .byte_order = BYTE_ORDER_MARK,
        .n_entries = f->n_entries,
        .n_notes = f->n_notes,
        .n_text = f->n_text,
        .n_bodies = f->n_bodies,
    };

    memcpy(head.magic, magic, sizeof magic);
    memcpy(head.facts, f->facts, sizeof head.facts);
    buf_add(out, &head, sizeof head);
    buf_add(out, f->entries, binding_size(f));
}

bool
parcel_is_feed(const void *ptr, size_t len)
{
    return len >= sizeof magic && memcmp(ptr, magic, sizeof magic) == 0;
}

static bool
is_within_limits(const struct feed *counts)
{
    return counts->n_entries <= FEED_MAX_ENTRIES &&
           counts->n_notes <= FEED_MAX_NOTES &&
           counts->n_text <= FEED_MAX_TEXT &&
           counts->n_bodies <= FEED_MAX_BODIES;
}

struct feed *
parcel_decode(const void *ptr, size_t len, struct err *err)
{
    struct head head;

    if (!parcel_is_feed(ptr, len) || len < sizeof head) {
        err_set(err, ERR_BAD_DATA, "not an encoded feed");
        return NULL;
    }
    memcpy(&head, ptr, sizeof head);
    if (head.version != PARCEL_VERSION || head.byte_order != BYTE_ORDER_MARK) {
        err_set(err, ERR_BAD_DATA,
            "a feed encoded by another version of the program");
        return NULL;
    }
    struct feed counts = {
        .n_entries = head.n_entries,
        .n_notes = head.n_notes,
        .n_text = head.n_text,
        .n_bodies = head.n_bodies,
    };
    memcpy(counts.facts, head.facts, sizeof counts.facts);
    if (!is_within_limits(&counts)) {
        err_set(err, ERR_BAD_DATA, "a feed beyond all limits");
        return NULL;
    }
    if (len != sizeof head + binding_size(&counts)) {
        err_set(err, ERR_BAD_DATA,
            "an encoded feed that was cut short or has too much");
        return NULL;
    }

    struct binding b = binding_new(&counts);
    memcpy(b.entries, (const char *)ptr + sizeof head, len - sizeof head);
    if (!feed_check(b.feed, err)) {
        feed_free(b.feed);
        return NULL;
    }
    return b.feed;
}
