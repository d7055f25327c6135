/* SPDX-License-Identifier: ISC */
/*
 * url - addresses (RFC 3986)
 *
 * What people write is cleaned first, as the WHATWG URL standard forgives it;
 * uriparser then does what RFC 3986 says.
 */
#include "model/url.h"

#include "base/mem.h"

#include <stdlib.h>
#include <uriparser/Uri.h>

/* Bytes. A long base would be in every link: a page of a megabyte could make
 * one of gigabytes. */
enum {
    MAX_LEN = 64 * 1024, /* nothing longer is an address */
    MAX_BASE = 4096      /* nor has links that are seen from it */
};

static bool
is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool
is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static int
hex_value(char c)
{
    if (is_digit(c))
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

struct str
url_scheme(struct str ref)
{
    for (size_t i = 0; i < ref.len; i++) {
        char c = ref.ptr[i];
        if (c == ':' && i > 0)
            return str_slice(ref, 0, i);
        if (!is_letter(c) &&
            (i == 0 || !(is_digit(c) || c == '+' || c == '-' || c == '.')))
            break;
    }
    return (struct str){0};
}

bool
url_is_web(struct str ref)
{
    return str_starts_nocase(ref, STR("http://")) ||
           str_starts_nocase(ref, STR("https://"));
}

/*
 * Tells whether ref would run or be content instead of leading somewhere.
 */
static bool
is_forbidden(struct str ref)
{
    struct str scheme = url_scheme(ref);

    return str_eq_nocase(scheme, STR("javascript")) ||
           str_eq_nocase(scheme, STR("vbscript")) ||
           str_eq_nocase(scheme, STR("data"));
}

/*
 * Tells whether the byte at i of s may stand in an address as it is; of '%'
 * only one that begins an escape.
 */
static bool
is_allowed(struct str s, size_t i)
{
    char c = s.ptr[i];

    if (c == '%')
        return i + 2 < s.len && hex_value(s.ptr[i + 1]) >= 0 &&
               hex_value(s.ptr[i + 2]) >= 0;
    return c > ' ' && c < 0x7F && !strchr("\"<>\\^`{|}[]", c);
}

/*
 * Appends ref without what browsers ignore, and with everything else that does
 * not belong in an address percent-encoded. Brackets stay around the host.
 */
static void
add_cleaned(struct buf *out, struct str ref)
{
    bool is_web = url_scheme(ref).len == 0 || url_is_web(ref);
    size_t host = str_find(ref, STR("//"), 0);
    bool has_host = host < ref.len &&
                    host == url_scheme(ref).len + (url_scheme(ref).len > 0);
    bool is_in_host = false, is_fragment = false;

    for (size_t i = 0; i < ref.len; i++) {
        char c = ref.ptr[i];
        if (has_host && i == host + 2)
            is_in_host = true;
        else if (is_in_host && strchr("/?#", c))
            is_in_host = false;

        if (c == '\t' || c == '\n' || c == '\r')
            continue;
        if (c == '\\' && is_web)
            buf_add_char(out, '/');
        else if (c == '#' && is_fragment)
            buf_add_text(out, "%23");
        else if (is_allowed(ref, i) || (is_in_host && strchr("[]", c)))
            buf_add_char(out, c);
        else
            buf_add_format(out, "%%%02X", (unsigned char)c);
        is_fragment = is_fragment || c == '#';
    }
}

/*
 * Tells whether uriparser could do what it was asked for. For lack of memory the
 * program ends.
 */
static bool
is_done(int code)
{
    if (code == URI_ERROR_MALLOC)
        mem_exhausted();
    return code == URI_SUCCESS;
}

/*
 * Appends uri, normalised, to out. A relative path stays as it is: without its
 * dots it could be another address, as ".//host" is, or "./a:b", or none at all.
 */
static bool
add_uri(struct buf *out, UriUriA *uri)
{
    unsigned mask = URI_NORMALIZE_SCHEME | URI_NORMALIZE_USER_INFO |
                    URI_NORMALIZE_HOST | URI_NORMALIZE_QUERY |
                    URI_NORMALIZE_FRAGMENT;
    int len = 0;

    if (uri->scheme.first)
        mask |= URI_NORMALIZE_PATH;
    if (!is_done(uriNormalizeSyntaxExA(uri, mask)) ||
        !is_done(uriToStringCharsRequiredA(uri, &len)))
        return false;
    char *text = mem_alloc((size_t)len + 1);
    bool ok = uriToStringA(text, uri, len + 1, NULL) == URI_SUCCESS;
    struct str whole = {text, ok ? (size_t)len : 0};
    struct str scheme = url_scheme(whole);
    size_t path = scheme.len + (scheme.len > 0);

    buf_add_str(out, str_slice(whole, 0, path));
    whole = str_slice(whole, path, whole.len);
    if (!uri->hostText.first && str_starts(whole, STR("//")))
        buf_add_text(out, "/."); /* the first slashes are no host's */
    buf_add_str(out, whole);
    free(text);
    return ok;
}

bool
url_resolve(struct str base, struct str ref, struct buf *out)
{
    struct buf clean_base = {0}, clean_ref = {0};
    UriUriA base_uri = {0}, ref_uri = {0}, whole = {0};
    const size_t start = out->len;
    bool ok = false;

    ref = str_trim(ref);
    if (ref.len == 0 || ref.len > MAX_LEN)
        return false;
    if (base.len > MAX_BASE)
        base = str_slice(base, 0, str_find(base, STR("?"), 0));
    if (base.len > MAX_BASE)
        base = (struct str){0};

    add_cleaned(&clean_ref, ref);
    add_cleaned(&clean_base, str_trim(base));
    buf_end(&clean_base);
    buf_end(&clean_ref);
    if (!is_done(uriParseSingleUriA(&ref_uri, clean_ref.ptr, NULL)))
        goto out;
    if (clean_base.len == 0 ||
        !is_done(uriParseSingleUriA(&base_uri, clean_base.ptr, NULL)) ||
        !is_done(uriAddBaseUriA(&whole, &ref_uri, &base_uri)))
        ok = add_uri(out, &ref_uri);
    else
        ok = add_uri(out, &whole);
    if (ok && is_forbidden(str_slice(buf_str(out), start, out->len))) {
        buf_cut(out, start);
        ok = false;
    }
out:
    uriFreeUriMembersA(&whole);
    uriFreeUriMembersA(&base_uri);
    uriFreeUriMembersA(&ref_uri);
    buf_done(&clean_base);
    buf_done(&clean_ref);
    return ok;
}

struct str
url_fragment(struct str url)
{
    return str_slice(url, str_find(url, STR("#"), 0) + 1, url.len);
}

struct str
url_without_fragment(struct str url)
{
    return str_slice(url, 0, str_find(url, STR("#"), 0));
}

struct str
url_host(struct str url)
{
    size_t start = str_find(url, STR("://"), 0), end = 0;

    if (start == url.len)
        return (struct str){0};
    url = str_slice(url, start + 3, url.len);
    while (end < url.len && !strchr("/?#", url.ptr[end]))
        end++;
    url.len = end;
    while (end > 0 && url.ptr[end - 1] != '@')
        end--;
    return str_slice(url, end, url.len);
}

/* What stands before the host in an address of the web: "name:password@". */
struct login {
    size_t start; /* behind "://"; 0: the address is none of the web */
    size_t colon; /* before the password; or end */
    size_t end;   /* the '@'; or start, when there is neither */
};

static struct login
find_login(struct str url)
{
    struct login l = {0};
    size_t end;

    if (!url_is_web(url))
        return l;
    l.start = end = str_find(url, STR("://"), 0) + 3;
    while (end < url.len && !strchr("/?#", url.ptr[end]))
        end++;
    while (end > l.start && url.ptr[end - 1] != '@')
        end--;
    l.end = end > l.start ? end - 1 : end;
    l.colon = l.start;
    while (l.colon < l.end && url.ptr[l.colon] != ':')
        l.colon++;
    return l;
}

void
url_add_public(struct buf *out, struct str url)
{
    const struct login l = find_login(url);

    buf_add_str(out, str_slice(url, 0, l.colon));
    buf_add_str(out, str_slice(url, l.end, url.len));
}

struct str
url_password(struct str url)
{
    const struct login l = find_login(url);

    return str_slice(url, l.colon + 1, l.end);
}

void
url_add_private(struct buf *out, struct str url, struct str password)
{
    const struct login l = find_login(url);
    const bool has_place =
        l.colon == l.end && l.end < url.len && url.ptr[l.end] == '@';

    buf_add_str(out, str_slice(url, 0, l.end));
    if (has_place && password.len > 0) {
        buf_add_char(out, ':');
        buf_add_str(out, password);
    }
    buf_add_str(out, str_slice(url, l.end, url.len));
}

void
url_add_login(struct buf *out, struct str url, struct str home)
{
    const struct login from = find_login(home), to = find_login(url);
    const bool is_home = from.end > from.start && to.end == to.start &&
                         str_eq_nocase(str_slice(url, 0, to.start),
                             str_slice(home, 0, from.start)) &&
                         str_eq_nocase(url_host(url), url_host(home));

    buf_add_str(out, str_slice(url, 0, to.start));
    if (is_home)
        buf_add_str(out, str_slice(home, from.start, from.end + 1));
    buf_add_str(out, str_slice(url, to.start, url.len));
}

/*
 * Tells whether a field of the address of a letter is one that says to whom and
 * what is written, and nothing else.
 */
static bool
is_of_letters(struct str field)
{
    static const struct str known[] = {
        STR_INIT("to"),
        STR_INIT("cc"),
        STR_INIT("bcc"),
        STR_INIT("subject"),
        STR_INIT("body"),
        STR_INIT("keywords"),
        STR_INIT("in-reply-to"),
    };
    const struct str name = str_slice(field, 0, str_find(field, STR("="), 0));

    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (str_eq_nocase(name, known[i]))
            return true;
    return field.len == 0;
}

/*
 * Appends text decoded as often as it may be on its way.
 */
static void
add_decoded_twice(struct buf *out, struct str text)
{
    struct buf once = {0};

    url_add_decoded(&once, text);
    url_add_decoded(out, buf_str(&once));
    buf_done(&once);
}

/*
 * Tells whether a part of the address of a letter has an end of line or its like
 * in it, behind which there may be another field. A text has lines.
 */
static bool
has_lines(struct str part)
{
    struct buf text = {0};
    bool is_there = false;

    if (str_starts_nocase(part, STR("body=")))
        return false;
    add_decoded_twice(&text, part);
    for (size_t i = 0; i < text.len && !is_there; i++)
        is_there = (unsigned char)text.ptr[i] < ' ' || text.ptr[i] == 0x7F;
    buf_done(&text);
    return is_there;
}

/*
 * Tells whether the address has a field that takes a file along.
 */
static bool
has_attachment(struct str url)
{
    struct buf decoded = {0};
    bool is_there = false;

    add_decoded_twice(&decoded, url);
    const struct str text = buf_str(&decoded);
    for (size_t i = 0; i < text.len && !is_there; i++)
        is_there =
            strchr("?&;", text.ptr[i]) &&
            str_starts_nocase(str_slice(text, i + 1, text.len), STR("attach"));
    buf_done(&decoded);
    return is_there;
}

bool
url_is_risky_mail(struct str url)
{
    const size_t query = str_find(url, STR("?"), 0);
    struct str rest = str_slice(url, query + 1, url.len);

    if (!str_eq_nocase(url_scheme(url), STR("mailto")))
        return false;
    if (has_lines(str_slice(url, 0, query)))
        return true;
    while (rest.len > 0) {
        const size_t end = str_find(rest, STR("&"), 0);
        const struct str field = str_slice(rest, 0, end);
        if (!is_of_letters(field) || has_lines(field))
            return true;
        rest = str_slice(rest, end + 1, rest.len);
    }
    return has_attachment(url);
}

void
url_add_decoded(struct buf *out, struct str s)
{
    for (size_t i = 0; i < s.len; i++) {
        if (s.ptr[i] == '%' && is_allowed(s, i)) {
            int value = hex_value(s.ptr[i + 1]) * 16 + hex_value(s.ptr[i + 2]);
            buf_add_char(out, (char)value);
            i += 2;
        } else {
            buf_add_char(out, s.ptr[i]);
        }
    }
}

bool
url_file_path(struct str url, struct buf *out)
{
    struct str path = str_slice(url, strlen("file:"), url.len);

    if (!str_starts_nocase(url, STR("file:")))
        return false;
    if (str_starts(path, STR("//"))) {
        size_t slash = str_find(path, STR("/"), 2);
        struct str host = str_slice(path, 2, slash);
        if (host.len > 0 && !str_eq_nocase(host, STR("localhost")))
            return false;
        path = str_slice(path, slash, path.len);
    }
    path = url_without_fragment(path);
    if (path.len == 0 || str_find(path, STR("%2F"), 0) < path.len ||
        str_find(path, STR("%2f"), 0) < path.len)
        return false;

    const size_t start = out->len;
    url_add_decoded(out, path);
    if (!memchr(out->ptr + start, '\0', out->len - start))
        return true;
    buf_cut(out, start);
    return false;
}
