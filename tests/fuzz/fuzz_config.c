/* SPDX-License-Identifier: ISC */
/*
 * Fuzzes app/config.h: whatever the config file is, what it puts in force can
 * be written and read back without a mistake, and is the same.
 */
#include "app/config.h"

#include <stdint.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

/*
 * Reads text and appends what it puts in force. Returns whether all was right.
 */
static bool
rewrite(struct str text, struct buf *out)
{
    struct options o;
    struct keymap m;
    struct err err;

    options_init(&o);
    keymap_init(&m);
    const bool ok = config_read(text, "config", &o, &m, &err);
    config_add_options(&o, out);
    config_add_keys(&m, out);
    options_done(&o);
    keymap_done(&m);
    return ok;
}

/*
 * Tells whether a line is longer than what can be read: semicolons are longer
 * when they are written.
 */
static bool
has_long_line(struct str text)
{
    struct str line;

    while ((line = str_next_line(&text)).ptr) {
        if (line.len > 199)
            return true;
    }
    return false;
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    struct buf first = {0};
    struct buf second = {0};

    if (!rewrite((struct str){(const char *)bytes, len}, &first)) {
        /* What was right in it is in force. */
    }
    if (!has_long_line(buf_str(&first)) &&
        (!rewrite(buf_str(&first), &second) ||
            !str_eq(buf_str(&first), buf_str(&second))))
        abort();
    buf_done(&first);
    buf_done(&second);
    return 0;
}
