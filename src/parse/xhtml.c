/* SPDX-License-Identifier: ISC */
/*
 * xhtml - pages of XML as HTML
 *
 * HTML takes no notice of the slash in <x/>: the element stays open, and where
 * it is a script or the title all that follows is its text. So such a tag gets
 * the end tag that XML means. Whatever else is different costs no text, and a
 * page that is only said to be XML has no such tags or means the same by them.
 */
#include "xhtml.h"

#include "tag.h"

/*
 * Returns the name of the start tag.
 */
static struct str
name_of(struct str text, const struct tag *tag)
{
    size_t end = tag->start + 1;

    while (!strchr(" \t\r\n\f/>", text.ptr[end]))
        end++;
    return str_slice(text, tag->start + 1, end);
}

struct str
xhtml_open(struct str text, struct buf *out)
{
    struct tag tag = {0};
    size_t kept = 0;

    while (tag_find(text, tag.end, UINT32_MAX, false, &tag)) {
        bool is_empty = tag.is_self_closed && !tag.is_end;

        if (is_empty && !(tag.set & TAG_IS_VOID)) {
            struct str name = name_of(text, &tag);
            buf_add_str(out, str_slice(text, kept, tag.end - 2));
            buf_add_format(out, "></%.*s>", STR_ARG(name));
            kept = tag.end;
        } else if (!is_empty && !tag.is_end && (tag.set & TAG_IS_RAW)) {
            tag.end = tag_skip_raw(text, &tag);
        }
    }
    if (kept == 0)
        return text;
    buf_add_str(out, str_slice(text, kept, text.len));
    return buf_str(out);
}
