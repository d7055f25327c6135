/* SPDX-License-Identifier: ISC */
/*
 * str - a borrowed piece of text
 *
 * A pointer and a length; never owns, need not end in NUL, may hold any bytes.
 * Owned text is a char * got from base/buf.h.
 */
#ifndef BASE_STR_H
#define BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct str {
    const char *ptr; /* may be NULL when len is 0 */
    size_t len;      /* bytes */
};

/* The str of a string literal; STR_INIT() in the initializer of a static. */
#define STR_INIT(literal)                                                      \
    {                                                                          \
        (literal), sizeof(literal) - 1                                         \
    }
#define STR(literal) ((struct str)STR_INIT(literal))

/* What printf wants for "%.*s". */
#define STR_ARG(s) (int)(s).len, (s).ptr ? (s).ptr : ""

/*
 * Returns the str of a C string; NULL gives the empty one.
 */
static inline struct str
str_of(const char *text)
{
    return (struct str){text, text ? strlen(text) : 0};
}

/*
 * Returns the part of s from byte from up to but not including byte to; both
 * are cut to the length of s.
 */
static inline struct str
str_slice(struct str s, size_t from, size_t to)
{
    if (to > s.len)
        to = s.len;
    if (from >= to)
        return (struct str){0};
    return (struct str){s.ptr + from, to - from};
}

/*
 * Compares bytes; two empty strings are equal whatever their pointers.
 */
static inline bool
str_eq(struct str a, struct str b)
{
    return a.len == b.len && (a.len == 0 || memcmp(a.ptr, b.ptr, a.len) == 0);
}

/*
 * Returns c in lower case if it is an ASCII letter.
 */
static inline char
str_lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

/*
 * Returns a number below, equal to or above 0 as a stands before, with or
 * behind b in the order of their bytes.
 */
int str_compare(struct str a, struct str b);

/*
 * Compare as str_eq() and str_compare() but take ASCII letters of either case
 * as equal, as HTML, HTTP and URL schemes do. The order is that of lower case.
 */
bool str_eq_nocase(struct str a, struct str b);
int str_compare_nocase(struct str a, struct str b);

/*
 * Tells whether s begins with prefix; str_starts_nocase() as str_eq_nocase().
 */
bool str_starts(struct str s, struct str prefix);
bool str_starts_nocase(struct str s, struct str prefix);

/*
 * Tells whether s ends with suffix.
 */
bool str_ends(struct str s, struct str suffix);

/*
 * Returns the offset of the first occurrence of needle in s at or after byte
 * from, or s.len when there is none. Linear time.
 */
size_t str_find(struct str s, struct str needle, size_t from);

/*
 * Tells whether the word stands in s, between blanks or the ends, as in a class
 * attribute; ASCII letters of either case are equal.
 */
bool str_has_word(struct str s, struct str word);

/*
 * Returns a number that tells texts apart (FNV-1a of 64 bits). It is stored, so
 * that it never changes.
 */
uint64_t str_digest(struct str s);

/*
 * Returns s without the ASCII white space at both ends.
 */
struct str str_trim(struct str s);

/*
 * Cuts the first word off *s, with the ASCII white space before it, and returns
 * it. Empty when there is none left.
 */
struct str str_next_word(struct str *s);

/*
 * Cuts the first line off *s and returns it without its "\n" or "\r\n". At the
 * end of *s the result has a NULL pointer.
 */
struct str str_next_line(struct str *s);

#endif
