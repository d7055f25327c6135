/* SPDX-License-Identifier: ISC */
/*
 * tint - what does nothing but color a piece of code
 *
 * Pygments, Rouge and Chroma name kinds of words with up to three letters, as in
 * class="kd"; highlight.js, Prism and GitHub have a prefix.
 */
#include "tint.h"

#include <string.h>

enum {
    MAX_KIND = 3 /* bytes */
};

/*
 * Returns the value of the class that is all a <span> has, "" for none at all.
 * False if it has more, or is written in another way.
 */
static bool
read_class(struct str tag, struct str *out_class)
{
    static const struct str start = STR_INIT("<span class=\""),
                            end = STR_INIT("\">");

    if (str_eq(tag, STR("<span>"))) {
        *out_class = (struct str){0};
        return true;
    }
    if (!str_starts(tag, start) || !str_ends(tag, end) ||
        tag.len < start.len + end.len)
        return false;
    *out_class = str_slice(tag, start.len, tag.len - end.len);
    return str_find(*out_class, STR("\""), 0) == out_class->len &&
           str_find(*out_class, STR("\n"), 0) == out_class->len;
}

static bool names_kind(struct str class)
{
    struct str word;

    if (str_starts(class, STR("hljs-")) || str_starts(class, STR("token ")) ||
        str_starts(class, STR("pl-")))
        return true;
    while ((word = str_next_word(&class)).len > 0)
        if (word.len > MAX_KIND)
            return false;
    return true;
}

/* Tells whether a text may be the number of a line. */
static bool
is_number(struct str text)
{
    bool is_number = text.len > 0;

    text = str_trim(text);
    for (size_t i = 0; i < text.len && is_number; i++)
        is_number = text.ptr[i] >= '0' && text.ptr[i] <= '9';
    return is_number;
}

bool
tint_is(struct str tag, struct str text)
{
    struct str class;

    return read_class(tag, &class) && names_kind(class) && !is_number(text);
}
