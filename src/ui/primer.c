/* SPDX-License-Identifier: ISC */
/*
 * primer - what an empty library says of itself
 */
#include "primer.h"

#include <stddef.h>

void
primer_draw(
    const struct theme *theme, struct canvas *c, struct rect body, int rows)
{
    static const char *const lines[] = {
        "Nothing was read yet.",
        "What you read is kept with its place.",
        "",
        "a      save an address for later, or follow a feed",
        "Enter  read what is selected",
        "/      look for words",
        "h      all keys",
        "",
        "gutread ADDRESS             reads a page of the web",
        "gutread --subscribe=ADDRESS follows a site that has a feed",
        "gutread --import=FILE       takes in what you saved elsewhere",
    };
    const struct attrs *keys = theme->keys;
    int row = body.row + rows;

    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++, row++)
        if (row < body.row + body.rows)
            canvas_put_short(c, body,
                (struct rect){body.col + 1, row, body.cols - 2, 1},
                str_of(lines[i]), keys[i == 0 ? THEME_NOTICE : THEME_TEXT]);
}
