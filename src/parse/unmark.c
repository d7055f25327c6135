/* SPDX-License-Identifier: ISC */
/*
 * unmark - the plain text that marked-up text means
 *
 * Entities are left to the parser of HTML, which knows all two thousand: what is
 * to stay is escaped, and the rest is read as HTML is read everywhere.
 */
#include "unmark.h"

#include "model/build.h"
#include "parse/flow.h"
#include "parse/html.h"

enum {
    MAX_TITLE = 1000, /* bytes; no title is longer */
    MAX_TAGS = 20,    /* of one title; each is looked for to the end */
    MAX_ENTITY = 32,
};

/* Elements that authors use in titles. */
static const struct str inline_tags[] = {STR_INIT("a"), STR_INIT("abbr"),
    STR_INIT("b"), STR_INIT("bdi"), STR_INIT("big"), STR_INIT("cite"),
    STR_INIT("code"), STR_INIT("del"), STR_INIT("div"), STR_INIT("em"),
    STR_INIT("font"), STR_INIT("h1"), STR_INIT("h2"), STR_INIT("h3"),
    STR_INIT("i"), STR_INIT("ins"), STR_INIT("kbd"), STR_INIT("mark"),
    STR_INIT("p"), STR_INIT("q"), STR_INIT("s"), STR_INIT("small"),
    STR_INIT("span"), STR_INIT("strike"), STR_INIT("strong"), STR_INIT("sub"),
    STR_INIT("sup"), STR_INIT("time"), STR_INIT("tt"), STR_INIT("u"),
    STR_INIT("var")};

static const struct str void_tags[] = {
    STR_INIT("br"), STR_INIT("img"), STR_INIT("wbr"), STR_INIT("hr")};

static bool
is_one_of(struct str name, const struct str *names, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (str_eq_nocase(name, names[i]))
            return true;
    return false;
}

static bool
is_letter(char c)
{
    c = str_lower(c);
    return c >= 'a' && c <= 'z';
}

static bool
is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/*
 * Returns the name in the tag at the start of s, "b" of "<b>" and "</b>"; empty
 * when none is there.
 */
static struct str
name_at(struct str s)
{
    size_t start = s.len > 1 && s.ptr[1] == '/' ? 2 : 1, at = start;

    if (s.len == 0 || s.ptr[0] != '<')
        return (struct str){0};
    while (at < s.len &&
           (is_letter(s.ptr[at]) || (at > start && is_digit(s.ptr[at]))))
        at++;
    bool is_whole = at < s.len && strchr(" \t\r\n/>", s.ptr[at]);
    return is_whole ? str_slice(s, start, at) : (struct str){0};
}

/*
 * Tells whether the end tag of the element is in s.
 */
static bool
has_end(struct str s, struct str name)
{
    for (size_t at = 0; (at = str_find(s, STR("</"), at)) < s.len; at++)
        if (str_eq_nocase(name_at(str_slice(s, at, s.len)), name))
            return true;
    return false;
}

/*
 * Returns the length of the tag at byte at of text that belongs to HTML and is
 * ended, 0 if none does.
 */
static size_t
tag_at(struct str text, size_t at)
{
    struct str s = str_slice(text, at, text.len);
    struct str name = name_at(s);
    size_t end = str_find(s, STR(">"), 0);

    if (name.len == 0 || end >= s.len)
        return 0;
    bool is_void =
        is_one_of(name, void_tags, sizeof void_tags / sizeof *void_tags);
    bool is_inline =
        is_one_of(name, inline_tags, sizeof inline_tags / sizeof *inline_tags);
    return is_void || (is_inline && has_end(text, name)) ? end + 1 : 0;
}

/*
 * Tells whether an entity is at the start of s.
 */
static bool
is_entity(struct str s)
{
    size_t at = 1;

    if (s.len > 1 && s.ptr[1] == '#')
        at = s.len > 2 && str_lower(s.ptr[2]) == 'x' ? 3 : 2;
    size_t start = at;
    while (at < s.len && at < MAX_ENTITY &&
           (is_letter(s.ptr[at]) || is_digit(s.ptr[at])))
        at++;
    return at > start && at < s.len && s.ptr[at] == ';';
}

bool
unmark_has_markup(struct str text)
{
    unsigned n_tags = 0;

    text = str_slice(text, 0, MAX_TITLE);
    for (size_t at = 0; at < text.len; at++) {
        if (text.ptr[at] == '&' && is_entity(str_slice(text, at, text.len)))
            return true;
        if (text.ptr[at] == '<' && n_tags++ < MAX_TAGS && tag_at(text, at) > 0)
            return true;
    }
    return false;
}

void
unmark_add_html(struct buf *out, struct str html)
{
    struct build *b = build_new();
    struct flow *f = flow_new(b, (struct str){0});

    html_parse_piece(f, b, html, 0);
    flow_free(f);
    const struct article *a = build_draft(b);
    const size_t start = out->len;
    for (block_ix ix = 1; ix < a->n_blocks; ix++) {
        struct str text = article_text(a, ix);
        if (text.len > 0 && out->len > start)
            buf_add_char(out, ' ');
        buf_add_str(out, text);
    }
    buf_replace(out, start, '\n', ' ');
    build_free(b);
}

/*
 * Appends text without tags and with entities decoded.
 */
static void
decode(struct buf *out, struct str text)
{
    struct buf html = {0};
    unsigned n_tags = 0;

    for (size_t at = 0; at < text.len; at++) {
        bool is_tag = text.ptr[at] == '<' && n_tags++ < MAX_TAGS;
        size_t n = is_tag ? tag_at(text, at) : 0;
        if (n > 0) {
            struct str name = name_at(str_slice(text, at, text.len));
            if (is_one_of(
                    name, void_tags, sizeof void_tags / sizeof *void_tags))
                buf_add_char(&html, ' ');
            at += n - 1;
        } else if (text.ptr[at] == '<') {
            buf_add_text(&html, "&lt;");
        } else {
            buf_add_char(&html, text.ptr[at]);
        }
    }
    unmark_add_html(out, buf_str(&html));
    buf_done(&html);
}

void
unmark_add_title(struct buf *out, struct str text, bool is_html)
{
    struct buf once = {0};

    text = str_slice(str_trim(text), 0, MAX_TITLE);
    bool is_plain = str_find(text, STR("&"), 0) == text.len &&
                    str_find(text, STR("<"), 0) == text.len;
    if ((is_html && !is_plain) || unmark_has_markup(text)) {
        decode(&once, text);
        text = buf_str(&once);
    }
    if (unmark_has_markup(text))
        decode(out, text);
    else
        buf_add_str(out, text);
    buf_done(&once);
}
