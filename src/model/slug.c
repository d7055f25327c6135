/* SPDX-License-Identifier: ISC */
/*
 * slug - the name that a heading gets when it has none
 *
 * The rule is the one that github-slugger documents, which is not in any
 * standard but is what links in READMEs are written for.
 */
#include "model/slug.h"

#include "base/utf8.h"

#include <unictype.h>

static bool
is_kept(uint32_t cp)
{
    if (cp == '-' || cp == '_')
        return true;
    if (cp < 0x80)
        return (cp >= '0' && cp <= '9') || (cp >= 'a' && cp <= 'z');
    return uc_is_general_category_withtable(
        cp, UC_CATEGORY_MASK_L | UC_CATEGORY_MASK_M | UC_CATEGORY_MASK_N |
                UC_CATEGORY_MASK_Pc);
}

void
slug_add(struct buf *out, struct str title)
{
    struct buf lower = {0};

    utf8_add_lower(&lower, title);
    for (size_t i = 0; i < lower.len;) {
        uint32_t cp;
        size_t step = utf8_decode(lower.ptr + i, lower.len - i, &cp);
        if (cp == ' ' || cp == '\n')
            buf_add_char(out, '-');
        else if (is_kept(cp))
            buf_add(out, lower.ptr + i, step);
        i += step;
    }
    buf_done(&lower);
}
