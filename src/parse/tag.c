/* SPDX-License-Identifier: ISC */
/*
 * tag - finds the tags in HTML text
 */
#include "tag.h"

static const struct {
    struct str name;
    uint16_t set;
} names[] = {
#define X(constant, name, set) {STR_INIT(name), (uint16_t)(set)},
    TAGS(X)
#undef X
};

static bool
is_letter(char c)
{
    c = str_lower(c);
    return c >= 'a' && c <= 'z';
}

static bool
is_space(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

/*
 * Sets the name of tag, and what is known of it.
 */
static void
look_up(struct tag *tag, struct str name)
{
    uint32_t low = 0, high = TAG_KNOWN;
    uint32_t hash = 2166136261u; /* FNV-1a */

    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        int diff = str_compare_nocase(name, names[middle].name);
        if (diff == 0) {
            tag->name = (uint16_t)middle;
            tag->set = names[middle].set;
            return;
        }
        if (diff < 0)
            high = middle;
        else
            low = middle + 1;
    }
    for (size_t i = 0; i < name.len; i++)
        hash = (hash ^ (unsigned char)str_lower(name.ptr[i])) * 16777619u;
    tag->name = (uint16_t)(TAG_KNOWN + hash % (TAG_NAMES - TAG_KNOWN));
    tag->set = 0;
}

/*
 * Returns the offset behind the value that begins at at, after '='.
 */
static size_t
skip_value(struct str html, size_t at)
{
    while (at < html.len && is_space(html.ptr[at]))
        at++;
    if (at < html.len && (html.ptr[at] == '"' || html.ptr[at] == '\'')) {
        const char *end =
            memchr(html.ptr + at + 1, html.ptr[at], html.len - at - 1);
        return end ? (size_t)(end - html.ptr) + 1 : html.len;
    }
    while (at < html.len && !is_space(html.ptr[at]) && html.ptr[at] != '>')
        at++;
    return at;
}

/*
 * Goes over the attributes of tag, from at to its '>'. Returns false when the
 * text ends before.
 */
static bool
skip_attrs(struct str html, size_t at, uint32_t max_attrs, struct tag *tag)
{
    uint32_t n_attrs = 0;
    size_t value_end = at; /* a slash before it is no end of a tag */

    for (;;) {
        while (at < html.len && (is_space(html.ptr[at]) || html.ptr[at] == '/'))
            at++;
        if (at >= html.len)
            return false;
        if (html.ptr[at] == '>')
            break;
        /* A name may begin with '='. */
        for (at++; at < html.len; at++) {
            char c = html.ptr[at];
            if (is_space(c) || c == '/' || c == '>' || c == '=')
                break;
        }
        size_t value = at;
        while (value < html.len && is_space(html.ptr[value]))
            value++;
        if (value < html.len && html.ptr[value] == '=')
            at = value_end = skip_value(html, value + 1);
        if (++n_attrs <= max_attrs)
            tag->attrs_end = at;
    }
    tag->is_self_closed = html.ptr[at - 1] == '/' && at > value_end;
    tag->end = at + 1;
    return true;
}

/*
 * Returns the offset behind the comment, declaration or the like that begins
 * with '<' at at.
 */
static size_t
skip_markup(struct str html, size_t at, bool is_foreign)
{
    struct str s = str_slice(html, at, html.len);
    struct str end = STR(">");
    size_t from = 2;

    if (str_starts(s, STR("<!-->")) || str_starts(s, STR("<!--->")))
        from = 4;
    else if (str_starts(s, STR("<!--")))
        end = STR("-->");
    else if (is_foreign && str_starts(s, STR("<![CDATA[")))
        end = STR("]]>");
    size_t found = str_find(s, end, from);
    if (end.ptr[0] == '-') {
        /* "--!>" ends a comment too; look for it only as far as that. */
        size_t other = str_find(str_slice(s, 0, found), STR("--!>"), 4);
        if (other < found)
            return at + other + 4;
    }
    return found < s.len ? at + found + end.len : html.len;
}

bool
tag_find(struct str html, size_t at, uint32_t max_attrs, bool is_foreign,
    struct tag *out)
{
    while (at < html.len) {
        const char *found = memchr(html.ptr + at, '<', html.len - at);
        if (!found || (at = (size_t)(found - html.ptr)) + 1 >= html.len)
            return false;

        char next = html.ptr[at + 1];
        bool is_end = next == '/';
        size_t name = at + 1 + is_end;
        if (name >= html.len)
            return false;
        if (!is_letter(html.ptr[name])) {
            if (next == '!' || next == '?' || is_end)
                at = skip_markup(html, at, is_foreign);
            else
                at++;
            continue;
        }

        size_t end = name;
        while (end < html.len && !is_space(html.ptr[end]) &&
               html.ptr[end] != '/' && html.ptr[end] != '>')
            end++;
        *out = (struct tag){.start = at, .attrs_end = end, .is_end = is_end};
        look_up(out, str_slice(html, name, end));
        return skip_attrs(html, end, max_attrs, out);
    }
    return false;
}

size_t
tag_skip_raw(struct str html, const struct tag *tag)
{
    struct str name = names[tag->name].name;
    size_t at = tag->end;

    if (tag->name == TAG_PLAINTEXT)
        return html.len;
    for (; (at = str_find(html, STR("</"), at)) < html.len; at += 2) {
        struct str rest = str_slice(html, at + 2, html.len);
        if (!str_starts_nocase(rest, name))
            continue;
        char next = rest.len > name.len ? rest.ptr[name.len] : '>';
        if (is_space(next) || next == '/' || next == '>')
            return at;
    }
    return html.len;
}
