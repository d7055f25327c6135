/* SPDX-License-Identifier: ISC */
/*
 * change - damage to encoded bytes, as the input of a fuzzer tells it
 */
#ifndef FUZZ_CHANGE_H
#define FUZZ_CHANGE_H

#include "base/buf.h"
#include "base/str.h"

#include <stdint.h>
#include <string.h>

enum {
    CHANGE_MAX = 16,
};

/* A change of the word at 4 * where. */
struct change {
    uint16_t where;
    uint8_t what;
    uint8_t value;
};

/*
 * Cuts the changes off the front of s. Returns how many there are.
 */
static inline uint32_t
change_read(struct str *s, struct change changes[CHANGE_MAX])
{
    uint32_t n = s->len > 0 ? (unsigned char)s->ptr[0] % CHANGE_MAX : 0;

    *s = str_slice(*s, 1, s->len);
    for (uint32_t i = 0; i < n; i++) {
        if (s->len < sizeof *changes)
            return i;
        memcpy(&changes[i], s->ptr, sizeof *changes);
        *s = str_slice(*s, sizeof *changes, s->len);
    }
    return n;
}

static inline void
change_one(struct buf *bytes, const struct change *change)
{
    size_t n_words = bytes->len / sizeof(uint32_t);
    size_t at = change->where % n_words * sizeof(uint32_t);
    uint32_t word;

    memcpy(&word, bytes->ptr + at, sizeof word);
    switch (change->what % 8) {
    case 0:
        word = change->value;
        break;
    case 1:
        word += change->value;
        break;
    case 2:
        word -= change->value;
        break;
    case 3:
        word = UINT32_MAX - change->value;
        break;
    case 4:
        word = (uint32_t)INT32_MAX - change->value;
        break;
    case 5:
        word ^= 1u << change->value % 32;
        break;
    case 6:
        word = (word & 0xFFFFFF00u) | change->value;
        break;
    default:
        buf_cut(bytes, bytes->len - change->value % sizeof(uint32_t));
        return;
    }
    memcpy(bytes->ptr + at, &word, sizeof word);
}

/*
 * Makes the n changes, in their order.
 */
static inline void
change_make(struct buf *bytes, const struct change *changes, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++)
        change_one(bytes, &changes[i]);
}

#endif
