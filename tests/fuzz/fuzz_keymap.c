/* SPDX-License-Identifier: ISC */
/*
 * Fuzzes app/keymap.h: keys that can be bound are found, and what is written of
 * them means the same keys.
 */
#include "app/keymap.h"

#include <stdint.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    struct keymap m = {0};
    struct keymap again = {0};
    struct buf keys = {0};
    struct err err;

    if (keymap_bind(
            &m, ACTION_MARK, (struct str){(const char *)bytes, len}, &err)) {
        keymap_add_keys(&m, ACTION_MARK, 0, &keys);
        if (!keymap_bind(&again, ACTION_MARK, buf_str(&keys), &err) ||
            again.n_bindings != m.n_bindings)
            abort();
    }
    for (uint32_t i = 0; i < m.n_bindings; i++) {
        const struct keymap_binding *b = &m.bindings[i];
        enum action action = ACTION_NONE;
        if (keymap_find(&again, b->keys, b->n_keys, &action) != KEYMAP_ACTION ||
            action != ACTION_MARK)
            abort();
    }
    buf_done(&keys);
    keymap_done(&m);
    keymap_done(&again);
    return 0;
}
