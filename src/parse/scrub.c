/* SPDX-License-Identifier: ISC */
/*
 * scrub - control characters in a page
 */
#include "scrub.h"

/*
 * Returns how many bytes the control character at the start of s takes that text
 * may not have, 0 if there is none. gumbo would put U+FFFD in its place, which
 * an author who has pasted an escape sequence should not see.
 */
static size_t
control_at(struct str s)
{
    unsigned char c = (unsigned char)s.ptr[0];

    if (c < 0x20)
        return c != '\t' && c != '\n' && c != '\f' && c != '\r';
    if (c == 0xC2 && s.len > 1)
        return (unsigned char)s.ptr[1] < 0xA0 ? 2 : 0;
    return c == 0x7F;
}

struct str
scrub_html(struct str html, struct buf *out)
{
    size_t kept = 0;

    for (size_t at = 0; at < html.len;) {
        size_t n = control_at(str_slice(html, at, html.len));
        if (n == 0) {
            at++;
            continue;
        }
        buf_add_str(out, str_slice(html, kept, at));
        if (html.ptr[at + n - 1] == '\x85')
            buf_add_char(out, '\n');
        at += n;
        kept = at;
    }
    if (kept == 0)
        return html;
    buf_add_str(out, str_slice(html, kept, html.len));
    return buf_str(out);
}
