/* SPDX-License-Identifier: ISC */
/*
 * entity - the entities of HTML that are left in text
 */
#include "entity.h"

#include "base/utf8.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>

void
entity_add(struct buf *out, struct str text)
{
    static const struct {
        const char *name;
        uint32_t cp;
    } entities[] = {{"&amp;", '&'}, {"&quot;", '"'}, {"&apos;", '\''},
        {"&lt;", '<'}, {"&gt;", '>'}, {"&nbsp;", ' '}, {"&rsquo;", 0x2019},
        {"&lsquo;", 0x2018}, {"&ldquo;", 0x201C}, {"&rdquo;", 0x201D},
        {"&ndash;", 0x2013}, {"&mdash;", 0x2014}, {"&hellip;", 0x2026}};

    while (text.len > 0) {
        size_t n = 1;
        uint32_t cp = 0;
        for (size_t i = 0; i < sizeof entities / sizeof *entities; i++)
            if (str_starts(text, str_of(entities[i].name))) {
                cp = entities[i].cp;
                n = strlen(entities[i].name);
            }
        if (str_starts(text, STR("&#"))) {
            bool is_hex = text.len > 2 && (text.ptr[2] | 0x20) == 'x';
            size_t end = str_find(text, STR(";"), 0);
            if (end < text.len && end < 12) {
                /* The text ends in NUL or ';' before strtoul() gets lost. */
                cp = (uint32_t)strtoul(
                    text.ptr + 2 + is_hex, NULL, is_hex ? 16 : 10);
                n = end + 1;
            }
        }
        if (cp > 0)
            utf8_add_cp(out, cp);
        else
            buf_add_char(out, text.ptr[0]);
        text = str_slice(text, n, text.len);
    }
}
