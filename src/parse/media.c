/* SPDX-License-Identifier: ISC */
/*
 * media - pictures, sound, film and pages in pages
 *
 * A picture without a description is called by the name of its file, since an
 * author who has left it out wanted it seen all the same, or by dots if that is
 * a cipher; single pixels, which only count readers, are not shown.
 */
#include "media.h"

#include "model/url.h"

enum {
    MAX_ODD = 4 /* places in a name where no word goes on */
};

/*
 * Appends a name for url: the last part of its path, else its host.
 */
static void
add_name(struct buf *out, struct str url)
{
    struct str s = url_without_fragment(url);
    size_t end = str_find(s, STR("?"), 0);
    size_t host = str_find(s, STR("://"), 0);
    size_t start;

    s = str_slice(s, host + 3 <= end ? host + 3 : 0, end);
    while (s.len > 0 && s.ptr[s.len - 1] == '/')
        s.len--;
    for (start = s.len; start > 0 && s.ptr[start - 1] != '/';)
        start--;
    url_add_decoded(out, str_slice(s, start, s.len));
}

/*
 * Tells whether an image is there to be counted, not seen.
 */
static bool
is_pixel(const struct attrs *attrs)
{
    struct str role = element_attr(attrs, ATTR_ROLE);

    return (element_number(attrs, ATTR_WIDTH, 2) <= 1 &&
               element_number(attrs, ATTR_HEIGHT, 2) <= 1) ||
           str_eq_nocase(role, STR("presentation")) ||
           str_eq_nocase(role, STR("none"));
}

static bool
is_data(struct str url)
{
    return str_starts_nocase(str_trim(url), STR("data:"));
}

/*
 * Tells whether a description says something: it is no number.
 */
static bool
has_words(struct str text)
{
    text = str_trim(text);
    for (size_t i = 0; i < text.len; i++)
        if (text.ptr[i] < '0' || text.ptr[i] > '9')
            return frame_is_shown(text);
    return false;
}

/*
 * Tells whether the name of a file says nothing: it is made of more digits,
 * capitals and signs than words are.
 */
static bool
is_cipher(struct str name)
{
    unsigned n_odd = 0;

    for (size_t i = 1; i < name.len; i++) {
        char before = name.ptr[i - 1], c = name.ptr[i];
        bool is_low = before >= 'a' && before <= 'z';
        n_odd +=
            (is_low && ((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'))) ||
            (before >= '0' && before <= '9' &&
                ((c | 0x20) >= 'a' && (c | 0x20) <= 'z'));
    }
    return n_odd > MAX_ODD;
}

/*
 * Returns the sign that a picture without words is drawn for, as its file is
 * called: a tick or a cross in a table; empty if it is none.
 */
static struct str
sign_of(const struct attrs *attrs, struct str name)
{
    static const struct {
        struct str name, sign;
    } signs[] = {
        {STR_INIT("tick"), STR_INIT("\u2713")},
        {STR_INIT("check"), STR_INIT("\u2713")},
        {STR_INIT("checkmark"), STR_INIT("\u2713")},
        {STR_INIT("yes"), STR_INIT("\u2713")},
        {STR_INIT("cross"), STR_INIT("\u2717")},
        {STR_INIT("no"), STR_INIT("\u2717")},
    };
    size_t end = 0;

    if (!element_has_attr(attrs, ATTR_ALT))
        return (struct str){0};
    while (end < name.len && ((name.ptr[end] | 0x20) >= 'a') &&
           ((name.ptr[end] | 0x20) <= 'z'))
        end++;
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (str_eq_nocase(str_slice(name, 0, end), signs[i].name))
            return signs[i].sign;
    return (struct str){0};
}

/*
 * Appends the host of url, or all of it where it has none.
 */
static void
add_host(struct buf *out, struct str url)
{
    size_t start = str_find(url, STR("//"), 0) + 2;

    url = start < url.len ? str_slice(url, start, url.len) : url;
    buf_add_str(out, str_slice(url, 0, str_find(url, STR("/"), 0)));
}

/*
 * Returns a description without brackets around it, which it gets anyway.
 */
static struct str
strip_brackets(struct str text)
{
    text = str_trim(text);
    if (text.len > 2 && text.ptr[0] == '[' && text.ptr[text.len - 1] == ']' &&
        str_find(text, STR("]"), 0) == text.len - 1)
        return str_slice(text, 1, text.len - 1);
    return text;
}

void
media_image(struct flow *f, const struct attrs *attrs)
{
    struct str src = element_attr(attrs, ATTR_SRC);
    struct str text = element_attr(attrs, ATTR_ALT);
    struct span_style style = frame_top(f)->style;
    struct buf name = {0};

    if (!has_words(text))
        text = element_attr(attrs, ATTR_TITLE);
    if (!has_words(text)) {
        if (is_pixel(attrs) || is_data(src))
            return;
        add_name(&name, str_trim(src));
        text = is_cipher(buf_str(&name)) ? STR("\u2026") : buf_str(&name);
        struct str sign = sign_of(attrs, buf_str(&name));
        if (sign.len > 0) {
            frame_text(f, sign, style);
            buf_done(&name);
            return;
        }
    }
    style.roles |= ROLE_IMAGE;
    style.image = frame_link(f, src);
    if (f->seam == FRAME_IMAGE)
        frame_text(f, STR(" "), frame_top(f)->style);
    frame_text(f, strip_brackets(text), style);
    f->seam = FRAME_IMAGE;
    buf_done(&name);
}

/*
 * Returns what to call an element that plays something.
 */
static const char *
kind_name(enum element e, const struct attrs *attrs)
{
    if (element_has_attr(attrs, ATTR_ALLOWFULLSCREEN))
        return "Video";
    switch (e) {
    case ELEMENT_AUDIO:
        return "Audio";
    case ELEMENT_VIDEO:
        return "Video";
    case ELEMENT_IFRAME:
    case ELEMENT_FRAME:
        return "Page";
    default:
        return "Object";
    }
}

void
media_link(struct flow *f, enum element e, const struct attrs *attrs)
{
    struct str url = str_trim(element_attr(attrs, ATTR_SRC));
    struct str title = element_attr(attrs, ATTR_TITLE);
    struct span_style style = frame_top(f)->style;
    struct buf text = {0};

    if (url.len == 0 || str_starts_nocase(url, STR("about:")))
        return;
    if (!frame_is_shown(title))
        title = element_attr(attrs, ATTR_ARIA_LABEL);
    buf_add_format(&text, "%s: ", kind_name(e, attrs));
    size_t start = text.len;
    if (frame_is_shown(title)) {
        buf_add_str(&text, title);
    } else {
        add_name(&text, url);
        if (is_cipher(str_slice(buf_str(&text), start, text.len))) {
            buf_cut(&text, start);
            add_host(&text, url);
        }
    }
    style.link = frame_link(f, url);
    style.roles |= ROLE_PLAYER;
    if (style.link != LINK_NONE)
        frame_text(f, buf_str(&text), style);
    buf_done(&text);
}

void
media_area(struct flow *f, const struct attrs *attrs)
{
    struct span_style style = frame_top(f)->style;

    style.link = frame_link(f, element_attr(attrs, ATTR_HREF));
    if (style.link == LINK_NONE)
        return;
    frame_text(f, STR(" "), frame_top(f)->style);
    frame_text(f, element_attr(attrs, ATTR_ALT), style);
}
