/* SPDX-License-Identifier: ISC */
/*
 * headline - the title of an article without the name of its site
 *
 * Titles are made for windows, results and cards, and carry the name of the
 * site, a section or an author behind a separator. A part is the name of the
 * site if it is called so or the host is; otherwise a heading of the page that
 * is all but one part of the title tells which part is meant. Only when nothing
 * tells is a long title left as it is.
 */
#include "headline.h"

#include "base/utf8.h"

#include <stdlib.h>

static const struct str separators[] = {
    STR_INIT(" | "),
    STR_INIT(" - "),
    STR_INIT(" – "),
    STR_INIT(" — "),
    STR_INIT(" » "),
    STR_INIT(" « "),
    STR_INIT(" :: "),
    STR_INIT(" · "),
    STR_INIT(" • "),
    STR_INIT(" / "),
    STR_INIT(" › "),
    STR_INIT("｜"),
    STR_INIT(" |"),
    STR_INIT("| "),
    STR_INIT(" ~ "),
};

/*
 * Appends the letters and digits of s, folded: "The New-York Times" becomes
 * "thenewyorktimes".
 */
static void
add_bare(struct buf *out, struct str s)
{
    struct buf folded = {0};

    utf8_add_folded(&folded, s);
    for (size_t i = 0; i < folded.len; i++) {
        unsigned char c = (unsigned char)folded.ptr[i];
        bool is_mark = c == 0xE2 && i + 2 < folded.len &&
                       (unsigned char)folded.ptr[i + 1] == 0x80;
        if (is_mark)
            i += 2;
        else if (c >= 0x80 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            buf_add_char(out, (char)c);
    }
    buf_done(&folded);
}

bool
headline_is_same(struct str a, struct str b)
{
    struct buf left = {0}, right = {0};

    add_bare(&left, a);
    add_bare(&right, b);
    bool is_same = left.len > 0 && str_eq(buf_str(&left), buf_str(&right));
    buf_done(&left);
    buf_done(&right);
    return is_same;
}

/*
 * Returns the name in a host: "example" of "www.example.co.uk".
 */
static struct str
name_of_host(struct str host)
{
    if (str_starts_nocase(host, STR("www.")))
        host = str_slice(host, 4, host.len);
    size_t end = host.len, n_dots = 0;
    for (size_t i = 0; i < host.len; i++)
        n_dots += host.ptr[i] == '.';
    if (n_dots == 0)
        return host;
    while (end > 0 && host.ptr[end - 1] != '.')
        end--;
    return str_slice(host, 0, end > 0 ? end - 1 : 0);
}

static bool
is_site(struct str part, struct str site, struct str host)
{
    struct buf bare = {0}, name = {0}, home = {0};

    add_bare(&bare, part);
    add_bare(&name, site);
    add_bare(&home, name_of_host(host));
    struct str b = buf_str(&bare), n = buf_str(&name), h = buf_str(&home);
    bool is_site = b.len > 0 && (str_eq(b, n) || str_eq(b, h));
    if (!is_site && b.len >= 4 && n.len >= 4)
        is_site = str_find(b, n, 0) < b.len || str_find(n, b, 0) < n.len;
    if (!is_site && b.len >= 4 && h.len >= 4)
        is_site = str_find(h, b, 0) < h.len || str_find(b, h, 0) < b.len;
    buf_done(&bare);
    buf_done(&name);
    buf_done(&home);
    return is_site && utf8_words(part) <= 6;
}

/*
 * Finds the last separator in text, or the first. Returns false if none is.
 */
static bool
find_separator(struct str text, bool is_last, size_t *out_at, size_t *out_len)
{
    bool is_found = false;

    for (size_t i = 0; i < sizeof separators / sizeof *separators; i++) {
        size_t from = 0;
        for (;;) {
            size_t at = str_find(text, separators[i], from);
            if (at == text.len)
                break;
            bool is_better =
                !is_found || (is_last ? at > *out_at : at < *out_at);
            if (is_better && at > 0 && at + separators[i].len < text.len) {
                *out_at = at;
                *out_len = separators[i].len;
                is_found = true;
            }
            from = at + 1;
        }
    }
    return is_found;
}

struct str
headline_strip(struct str text, struct str site, struct str host)
{
    size_t at = 0, len = 0;

    for (int i = 0; i < 3; i++) {
        if (!find_separator(text, true, &at, &len))
            break;
        if (!is_site(str_slice(text, at + len, text.len), site, host))
            break;
        text = str_trim(str_slice(text, 0, at));
    }
    if (find_separator(text, false, &at, &len) &&
        is_site(str_slice(text, 0, at), site, host))
        text = str_trim(str_slice(text, at + len, text.len));
    return text;
}

/*
 * Tells whether heading is text, or a part of it between separators.
 */
static bool
is_part(struct str heading, struct str text)
{
    size_t at = 0, len = 0;

    while (text.len > 0) {
        if (headline_is_same(heading, text))
            return true;
        if (!find_separator(text, true, &at, &len))
            return false;
        if (headline_is_same(heading, str_slice(text, at + len, text.len)))
            return true;
        text = str_slice(text, 0, at);
    }
    return false;
}

void
headline_add(struct buf *out, const struct headline *h)
{
    struct str given = headline_strip(str_trim(h->given), h->site, h->host);
    struct str window = headline_strip(str_trim(h->window), h->site, h->host);
    struct str title = given.len > 0 ? given : window;
    size_t at = 0, len = 0;

    for (size_t i = 0; i < h->n_headings; i++) {
        struct str heading = str_trim(h->headings[i]);
        if (heading.len == 0 || is_site(heading, h->site, h->host))
            continue;
        if (is_part(heading, str_trim(h->given)) ||
            is_part(heading, str_trim(h->window))) {
            buf_add_str(out, heading);
            return;
        }
    }
    if (given.len == 0 && h->n_headings == 1 && title.len == 0)
        title = str_trim(h->headings[0]);
    if (given.len == 0 && find_separator(title, true, &at, &len) &&
        utf8_words(str_slice(title, 0, at)) >= 4 &&
        utf8_words(str_slice(title, at + len, title.len)) <= 4)
        title = str_trim(str_slice(title, 0, at));
    buf_add_str(out, title);
}
