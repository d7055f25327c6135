/* SPDX-License-Identifier: ISC */
/*
 * mention - addresses of the web in what people write
 */
#include "model/mention.h"

#include "model/url.h"

#include <string.h>

/* Returns where the next scheme of the web begins, or the length of text. */
static size_t
find_scheme(struct str text)
{
    for (size_t at = str_find(text, STR("://"), 0); at < text.len;
         at = str_find(text, STR("://"), at + 1)) {
        struct str before = str_slice(text, 0, at);
        if (before.len >= 5 &&
            str_eq_nocase(str_slice(before, at - 5, at), STR("https")))
            return at - 5;
        if (before.len >= 4 &&
            str_eq_nocase(str_slice(before, at - 4, at), STR("http")))
            return at - 4;
    }
    return text.len;
}

/* Tells whether an address goes on at c. */
static bool
is_inside(char c)
{
    return (unsigned char)c > ' ' && c != 0x7F && !strchr("<>\"`", c);
}

/* Returns url without what belongs to the sentence around it. */
static struct str
without_marks(struct str url)
{
    int n_round = 0, n_square = 0; /* how many are open at the end */

    for (size_t i = 0; i < url.len; i++) {
        n_round += (url.ptr[i] == '(') - (url.ptr[i] == ')');
        n_square += (url.ptr[i] == '[') - (url.ptr[i] == ']');
    }
    for (; url.len > 0; url.len--) {
        char last = url.ptr[url.len - 1];
        if (last == ')' && n_round < 0)
            n_round++;
        else if (last == ']' && n_square < 0)
            n_square++;
        else if (!strchr("?!.,:;*_~'|}", last))
            break;
    }
    return url;
}

struct str
mention_next(struct str *text)
{
    for (;;) {
        size_t from = find_scheme(*text), to = from;
        while (to < text->len && is_inside(text->ptr[to]))
            to++;
        struct str url = without_marks(str_slice(*text, from, to));
        *text = str_slice(*text, to, text->len);
        if (to == from || url_host(url).len > 0)
            return url;
    }
}
