/* SPDX-License-Identifier: ISC */
/*
 * style - what attributes say about looks
 */
#include "style.h"

struct str
style_property(const struct attrs *attrs, struct str name)
{
    struct str s = element_attr(attrs, ATTR_STYLE);

    while (s.len > 0) {
        size_t end = str_find(s, STR(";"), 0);
        struct str part = str_slice(s, 0, end);
        size_t colon = str_find(part, STR(":"), 0);
        struct str value = str_slice(part, colon + 1, part.len);

        s = str_slice(s, end + 1, s.len);
        if (!str_eq_nocase(str_trim(str_slice(part, 0, colon)), name))
            continue;
        value = str_slice(value, 0, str_find(value, STR("!"), 0));
        return str_trim(value);
    }
    return (struct str){0};
}

/*
 * Tells whether an element is put so far beside the page that nobody sees it:
 * "position: absolute; left: -9999px".
 */
static bool
is_off_screen(const struct attrs *attrs)
{
    static const struct str sides[] = {
        STR_INIT("left"), STR_INIT("top"), STR_INIT("right")};
    struct str position = style_property(attrs, STR("position"));

    if (!str_eq_nocase(position, STR("absolute")) &&
        !str_eq_nocase(position, STR("fixed")))
        return false;
    for (size_t i = 0; i < sizeof sides / sizeof *sides; i++) {
        struct str value = style_property(attrs, sides[i]);
        size_t n = 1;
        if (value.len == 0 || value.ptr[0] != '-')
            continue;
        while (n < value.len && value.ptr[n] >= '0' && value.ptr[n] <= '9')
            n++;
        if (n >= 5)
            return true; /* four digits */
    }
    return false;
}

bool
style_is_hidden(enum element e, const struct attrs *attrs)
{
    if (attrs->n == 0)
        return e == ELEMENT_DIALOG;
    if (e == ELEMENT_DIALOG && !element_has_attr(attrs, ATTR_OPEN))
        return true;
    if (element_has_attr(attrs, ATTR_HIDDEN) &&
        !str_eq_nocase(element_attr(attrs, ATTR_HIDDEN), STR("until-found")))
        return true;
    if (str_eq_nocase(element_attr(attrs, ATTR_ARIA_HIDDEN), STR("true")))
        return true;
    if (!element_has_attr(attrs, ATTR_STYLE))
        return false;
    return str_eq_nocase(style_property(attrs, STR("display")), STR("none")) ||
           str_eq_nocase(
               style_property(attrs, STR("visibility")), STR("hidden")) ||
           is_off_screen(attrs);
}

uint16_t
style_align(const struct attrs *attrs, uint16_t fallback)
{
    struct str value = style_property(attrs, STR("text-align"));

    if (value.len == 0)
        value = element_attr(attrs, ATTR_ALIGN);
    if (str_eq_nocase(value, STR("left")) || str_eq_nocase(value, STR("start")))
        return BLOCK_IS_LEFT;
    if (str_eq_nocase(value, STR("center")))
        return BLOCK_IS_CENTER;
    if (str_eq_nocase(value, STR("right")) || str_eq_nocase(value, STR("end")))
        return BLOCK_IS_RIGHT;
    return fallback;
}

bool
style_is_aside_title(const struct attrs *attrs)
{
    return element_has_class(attrs, STR("admonition-title")) ||
           element_has_class(attrs, STR("markdown-alert-title"));
}

enum element_layout
style_layout(const struct attrs *attrs, enum element_layout fallback)
{
    if (!element_has_attr(attrs, ATTR_STYLE))
        return fallback;
    struct str value = style_property(attrs, STR("display"));
    if (fallback == ELEMENT_INLINE &&
        (str_eq_nocase(value, STR("block")) ||
            str_eq_nocase(value, STR("flex")) ||
            str_eq_nocase(value, STR("grid")) ||
            str_eq_nocase(value, STR("list-item")) ||
            str_eq_nocase(value, STR("table"))))
        return ELEMENT_BLOCK;
    if (fallback == ELEMENT_BLOCK &&
        (str_starts_nocase(value, STR("inline")) ||
            str_starts_nocase(value, STR("-webkit-inline"))))
        return ELEMENT_INLINE;
    return fallback;
}

bool
style_is_aside(enum element e, const struct attrs *attrs)
{
    static const struct str names[] = {STR_INIT("admonition"),
        STR_INIT("theme-admonition"), STR_INIT("admonitionblock"),
        STR_INIT("markdown-alert"), STR_INIT("notecard"), STR_INIT("callout"),
        STR_INIT("alert")};

    if (attrs->n == 0 ||
        (e != ELEMENT_DIV && e != ELEMENT_ASIDE && e != ELEMENT_SECTION))
        return false;
    struct str classes = element_attr(attrs, ATTR_CLASS), word;
    while ((word = str_next_word(&classes)).len > 0)
        for (size_t i = 0; i < sizeof names / sizeof *names; i++)
            if (str_eq_nocase(word, names[i]))
                return true;
    return str_eq_nocase(element_attr(attrs, ATTR_ROLE), STR("note"));
}

/*
 * Returns the language in class="brush: c; gutter: true".
 */
static struct str
brush_of(struct str classes)
{
    size_t at = str_find(classes, STR("brush:"), 0);
    struct str value = str_slice(classes, at + 6, classes.len);

    return str_trim(str_slice(value, 0, str_find(value, STR(";"), 0)));
}

struct str
style_language(const struct attrs *attrs)
{
    static const struct str prefixes[] = {
        {"language-", 9},
        {"lang-", 5},
        {"highlight-source-", 17},
        {"highlight-text-", 15},
        {"highlight-", 10},
    };
    /* Words behind which others of the same software name the language. */
    static const struct str leads[] = {
        STR_INIT("sourceCode"), STR_INIT("hljs"), STR_INIT("prettyprint")};
    struct str classes = element_attr(attrs, ATTR_CLASS);
    bool is_led = false;

    if (element_attr(attrs, ATTR_DATA_LANG).len > 0)
        return str_trim(element_attr(attrs, ATTR_DATA_LANG));
    if (element_attr(attrs, ATTR_DATA_LANGUAGE).len > 0)
        return str_trim(element_attr(attrs, ATTR_DATA_LANGUAGE));
    if (str_starts(classes, STR("brush:")))
        return brush_of(classes);
    for (;;) {
        struct str word = str_next_word(&classes);
        if (word.len == 0)
            return (struct str){0};
        for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++)
            if (str_starts(word, prefixes[i]) && word.len > prefixes[i].len)
                return str_slice(word, prefixes[i].len, word.len);
        if (is_led)
            return word;
        for (size_t i = 0; i < sizeof leads / sizeof *leads; i++)
            is_led = is_led || str_eq(word, leads[i]);
    }
}
