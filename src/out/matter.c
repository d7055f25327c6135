/* SPDX-License-Identifier: ISC */
/*
 * matter - what an article says of itself, as YAML before its Markdown
 *
 * A value stands as it is only if it is plainly a text to every reader of YAML;
 * else it is in double quotes, where everything can be escaped.
 */
#include "matter.h"

#include <stdlib.h>

enum {
    MAX_LEN = 60000 /* bytes; readers do not look for the end much farther */
};

/* How a value is written. */
enum form {
    FORM_TEXT,
    FORM_PLAIN,   /* a date or number, as it is */
    FORM_TAGS,    /* a list */
    FORM_NEIGHBOR /* an address, with the title that is the fact before it */
};

static const struct {
    const char *key;
    uint8_t fact;
    uint8_t form;
} keys[] = {
    {"title", FACT_TITLE, FORM_TEXT},
    {"author", FACT_BYLINE, FORM_TEXT},
    {"date", FACT_PUBLISHED, FORM_PLAIN},
    {"modified", FACT_MODIFIED, FORM_PLAIN},
    {"site", FACT_SITE, FORM_TEXT},
    {"lang", FACT_LANG, FORM_TEXT},
    {"tags", FACT_TAGS, FORM_TAGS},
    {"summary", FACT_EXCERPT, FORM_TEXT},
    {"url", FACT_URL, FORM_TEXT},
    {"image", FACT_IMAGE, FORM_TEXT},
    {"order", FACT_ORDER, FORM_PLAIN},
    {"prev", FACT_PREV_URL, FORM_NEIGHBOR},
    {"next", FACT_NEXT_URL, FORM_NEIGHBOR},
    {"page", FACT_PAGE, FORM_TEXT},
};

_Static_assert(FACT_PREV_TITLE + 1 == FACT_PREV_URL, "title before address");
_Static_assert(FACT_NEXT_TITLE + 1 == FACT_NEXT_URL, "title before address");

static bool
is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/*
 * Tells whether value is one of the words that mean something else than text.
 */
static bool
is_reserved(struct str value)
{
    static const char *const words[] = {
        "y", "n", "yes", "no", "on", "off", "true", "false", "null"};

    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_eq_nocase(value, str_of(words[i])))
            return true;
    return false;
}

static bool
is_plain_text(struct str value)
{
    if (value.len == 0 || !is_letter(value.ptr[0]) || is_reserved(value) ||
        value.ptr[value.len - 1] == ' ')
        return false;
    for (size_t i = 0; i < value.len; i++) {
        char c = value.ptr[i];
        if (!is_letter(c) && !(c >= '0' && c <= '9') &&
            (unsigned char)c < 0x80 && !strchr(" .'()-/_", c))
            return false;
    }
    return true;
}

/*
 * Tells whether value is a date or a number.
 */
static bool
is_plain_number(struct str value)
{
    for (size_t i = 0; i < value.len; i++)
        if (!(value.ptr[i] >= '0' && value.ptr[i] <= '9') &&
            !strchr("TZ:.+-", value.ptr[i]))
            return false;
    return value.len > 0;
}

static void
add_value(struct buf *out, struct str value)
{
    if (is_plain_text(value)) {
        buf_add_str(out, value);
        return;
    }
    buf_add_char(out, '"');
    for (size_t i = 0; i < value.len; i++) {
        char c = value.ptr[i];
        if (c == '"' || c == '\\')
            buf_add_char(out, '\\');
        if (c == '\n')
            buf_add_text(out, "\\n");
        else
            buf_add_char(out, c);
    }
    buf_add_char(out, '"');
}

static void
add_tags(struct buf *out, struct str tags)
{
    struct str tag;

    while ((tag = str_next_line(&tags)).ptr) {
        buf_add_text(out, out->len > 0 ? ", " : "[");
        add_value(out, tag);
    }
}

static void
add_neighbor(struct buf *out, struct str title, struct str url)
{
    if (title.len == 0) {
        add_value(out, url);
        return;
    }
    buf_add_text(out, "{title: ");
    add_value(out, title);
    if (url.len > 0) {
        buf_add_text(out, ", url: ");
        add_value(out, url);
    }
    buf_add_char(out, '}');
}

/*
 * Appends the value of key number i; nothing when it is unknown.
 */
static void
add_key_value(struct buf *out, const struct article *a,
    const struct out_opts *o, size_t i)
{
    struct str value = article_fact(a, keys[i].fact);

    if (keys[i].fact == FACT_ORDER && o->order > 0) {
        buf_add_format(out, "%u", o->order);
        return;
    }
    switch ((enum form)keys[i].form) {
    case FORM_TEXT:
        if (value.len > 0)
            add_value(out, value);
        break;
    case FORM_PLAIN:
        if (is_plain_number(value))
            buf_add_str(out, value);
        else if (value.len > 0)
            add_value(out, value);
        break;
    case FORM_TAGS:
        add_tags(out, o->tags);
        add_tags(out, value);
        buf_add_text(out, out->len > 0 ? "]" : "");
        break;
    case FORM_NEIGHBOR: {
        struct str title = article_fact(a, keys[i].fact - 1);
        if (value.len > 0 || title.len > 0)
            add_neighbor(out, title, value);
        break;
    }
    }
}

void
matter_add(
    const struct article *a, const struct out_opts *opts, struct buf *out)
{
    struct buf lines = {0}, value = {0};

    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        buf_cut(&value, 0);
        add_key_value(&value, a, opts, i);
        if (value.len > 0 && lines.len + value.len < MAX_LEN)
            buf_add_format(&lines, "%s: %s\n", keys[i].key, value.ptr);
    }
    if (lines.len > 0) {
        buf_add_text(out, "---\n");
        buf_add_str(out, buf_str(&lines));
        buf_add_text(out, "---\n");
    }
    buf_done(&lines);
    buf_done(&value);
}
