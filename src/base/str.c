/* SPDX-License-Identifier: ISC */
/*
 * str - a borrowed piece of text
 *
 * ASCII only where case or white space is meant: what markup and protocols
 * compare. Text for people is base/utf8.h's.
 */
#include "base/str.h"

static bool
is_blank(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r' && c != '\v');
}

int
str_compare(struct str a, struct str b)
{
    size_t len = a.len < b.len ? a.len : b.len;
    int order = len > 0 ? memcmp(a.ptr, b.ptr, len) : 0;

    return order != 0 ? order : (a.len > b.len) - (a.len < b.len);
}

bool
str_eq_nocase(struct str a, struct str b)
{
    if (a.len != b.len)
        return false;
    for (size_t i = 0; i < a.len; i++)
        if (str_lower(a.ptr[i]) != str_lower(b.ptr[i]))
            return false;
    return true;
}

int
str_compare_nocase(struct str a, struct str b)
{
    for (size_t i = 0; i < a.len && i < b.len; i++) {
        unsigned char l = (unsigned char)str_lower(a.ptr[i]);
        unsigned char r = (unsigned char)str_lower(b.ptr[i]);
        if (l != r)
            return l < r ? -1 : 1;
    }
    return (a.len > b.len) - (a.len < b.len);
}

bool
str_starts(struct str s, struct str prefix)
{
    return s.len >= prefix.len && str_eq(str_slice(s, 0, prefix.len), prefix);
}

bool
str_starts_nocase(struct str s, struct str prefix)
{
    return s.len >= prefix.len &&
           str_eq_nocase(str_slice(s, 0, prefix.len), prefix);
}

bool
str_ends(struct str s, struct str suffix)
{
    return s.len >= suffix.len &&
           str_eq(str_slice(s, s.len - suffix.len, s.len), suffix);
}

size_t
str_find(struct str s, struct str needle, size_t from)
{
    if (from > s.len || needle.len == 0)
        return from < s.len ? from : s.len;

    const char *found = s.len > from ? memmem(s.ptr + from, s.len - from,
                                           needle.ptr, needle.len)
                                     : NULL;
    return found ? (size_t)(found - s.ptr) : s.len;
}

bool
str_has_word(struct str s, struct str word)
{
    struct str next;

    while ((next = str_next_word(&s)).len > 0)
        if (str_eq_nocase(next, word))
            return true;
    return false;
}

uint64_t
str_digest(struct str s)
{
    uint64_t hash = 0xcbf29ce484222325u;

    for (size_t i = 0; i < s.len; i++)
        hash = (hash ^ (unsigned char)s.ptr[i]) * 0x100000001b3u;
    return hash;
}

struct str
str_trim(struct str s)
{
    while (s.len > 0 && is_blank(s.ptr[s.len - 1]))
        s.len--;
    while (s.len > 0 && is_blank(s.ptr[0])) {
        s.ptr++;
        s.len--;
    }
    return s;
}

struct str
str_next_word(struct str *s)
{
    size_t from = 0, to;

    while (from < s->len && is_blank(s->ptr[from]))
        from++;
    for (to = from; to < s->len && !is_blank(s->ptr[to]);)
        to++;
    struct str word = str_slice(*s, from, to);
    *s = str_slice(*s, to, s->len);
    return word;
}

struct str
str_next_line(struct str *s)
{
    if (s->len == 0)
        return (struct str){0};

    size_t end = str_find(*s, STR("\n"), 0);
    struct str line = {s->ptr, end};

    *s = str_slice(*s, end + 1, s->len);
    if (line.len > 0 && line.ptr[line.len - 1] == '\r')
        line.len--;
    return line;
}
