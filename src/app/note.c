/* SPDX-License-Identifier: ISC */
/*
 * note - a text in lines of at most 80 columns
 */
#include "note.h"

enum {
    COLS = 80
};

void
note_add(struct buf *out, const char *prefix, struct str text)
{
    size_t line = out->len;

    buf_add_text(out, prefix);
    for (size_t at = 0; at < text.len;) {
        size_t end = str_find(text, STR(" "), at);
        if (out->len - line + 1 + (end - at) > COLS && at > 0) {
            buf_add_char(out, '\n');
            line = out->len;
            buf_add_text(out, prefix);
        } else if (at > 0) {
            buf_add_char(out, ' ');
        }
        buf_add_str(out, str_slice(text, at, end));
        at = end + 1;
    }
    buf_add_char(out, '\n');
}
