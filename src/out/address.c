/* SPDX-License-Identifier: ISC */
/*
 * address - addresses that may leave the house
 *
 * An address is encoded first and looked at then: browsers forgive blanks and
 * line ends around and inside a scheme, so that "java\nscript:" would be one.
 */
#include "address.h"

#include "model/url.h"

enum {
    /* The least of what common terminals take (VTE). */
    MAX_TERMINAL_LEN = 2083
};

/* What a click in a terminal can do no harm with: no file of the reader's, and
 * no program that is started with words of the author's. */
static const char *const terminal_schemes[] = {"http", "https", "mailto", NULL};

static const char *const page_schemes[] = {
    "http", "https", "mailto", "ftp", "gemini", "magnet", "tel", NULL};

static bool
is_one_of(struct str scheme, const char *const *names)
{
    for (; *names; names++)
        if (str_eq_nocase(scheme, str_of(*names)))
            return true;
    return false;
}

static void
add_encoded(struct buf *out, struct str url)
{
    for (size_t i = 0; i < url.len; i++) {
        unsigned char c = (unsigned char)url.ptr[i];
        if (c >= 0x21 && c <= 0x7E)
            buf_add_char(out, (char)c);
        else
            buf_add_format(out, "%%%02X", c);
    }
}

/*
 * Appends url, encoded, without what stands before its host, if it is one of the
 * web: a terminal shows the address that the mouse is over, and a name there
 * looks like a host.
 */
static void
add_without_name(struct buf *out, struct str url)
{
    const size_t start = url_scheme(url).len + strlen("://");
    const struct str host = url_host(url);
    const size_t at = host.len > 0 ? (size_t)(host.ptr - url.ptr) : 0;

    if (!url_is_web(url) || at <= start ||
        memchr(url.ptr + start, '\\', at - start)) {
        add_encoded(out, url);
        return;
    }
    add_encoded(out, str_slice(url, 0, start));
    add_encoded(out, str_slice(url, at, url.len));
}

bool
address_add_for_terminal(struct buf *out, struct str url)
{
    size_t start = out->len;

    add_without_name(out, url);
    struct str added = str_slice(buf_str(out), start, out->len);
    if (added.len <= MAX_TERMINAL_LEN &&
        is_one_of(url_scheme(added), terminal_schemes) &&
        !url_is_risky_mail(added))
        return true;
    buf_cut(out, start);
    return false;
}

bool
address_add_for_page(struct buf *out, struct str url)
{
    size_t start = out->len;

    add_encoded(out, url);
    struct str scheme = url_scheme(str_slice(buf_str(out), start, out->len));
    if ((scheme.len == 0 || is_one_of(scheme, page_schemes)) &&
        !url_is_risky_mail(url))
        return true;
    buf_cut(out, start);
    return false;
}
