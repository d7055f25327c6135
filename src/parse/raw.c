/* SPDX-License-Identifier: ISC */
/*
 * raw - HTML as it stands in Markdown
 */
#include "raw.h"

bool
raw_is_comment(struct str html)
{
    for (html = str_trim(html); html.len > 0; html = str_trim(html)) {
        size_t end = str_find(html, STR("-->"), 4);
        if (!str_starts(html, STR("<!--")) || end == html.len ||
            str_starts(html, STR("<!-->")) || str_starts(html, STR("<!--->")) ||
            str_find(str_slice(html, 0, end), STR("--!>"), 4) < end)
            return false;
        html = str_slice(html, end + 3, html.len);
    }
    return true;
}
