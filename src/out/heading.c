/* SPDX-License-Identifier: ISC */
/*
 * heading - headings of Markdown
 *
 * The parser takes a name off the last text of a heading; text that looks like
 * one is kept by a real name behind it, or by a comment.
 */
#include "heading.h"

#include "escape.h"
#include "tags.h"

/*
 * Tells whether name can stand in "{#name}".
 */
static bool
is_plain_name(struct str name)
{
    for (size_t i = 0; i < name.len; i++) {
        char c = name.ptr[i];
        bool is_plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
                        (c >= 'A' && c <= 'Z') || strchr("-_.", c) ||
                        (unsigned char)c >= 0x80;
        if (!is_plain)
            return false;
    }
    return name.len > 0;
}

/*
 * Tells whether the text of a heading ends as if a name were given there.
 */
static bool
seems_named(struct str title)
{
    return str_ends(title, STR("}")) &&
           str_find(title, STR("{"), 0) < title.len;
}

/*
 * Appends the text of heading b. Signs at its end would be taken for the end of
 * the heading.
 */
static void
add_title(const struct phrase *p, block_ix b, struct buf *out)
{
    struct buf text = {0};

    phrase_add(p, b, &text);
    size_t end = text.len;
    while (end > 0 && text.ptr[end - 1] == '#')
        end--;
    bool is_closing = end < text.len && (end == 0 || text.ptr[end - 1] == ' ');
    buf_add_str(out, str_slice(buf_str(&text), 0, end));
    if (is_closing)
        buf_add_char(out, '\\');
    buf_add_str(out, str_slice(buf_str(&text), end, text.len));
    buf_done(&text);
}

void
heading_add(const struct phrase *p, const struct slugs *slugs, block_ix b,
    unsigned level, struct buf *out)
{
    struct str title = article_text(p->a, b);
    struct str name = {0};

    if (p->a->blocks[b].kind == BLOCK_HEADING)
        name = article_str(p->a, p->a->blocks[b].info);
    bool is_needed = name.len > 0 && !slugs_give(slugs, b, name);

    buf_add_repeat(out, '#', level);
    buf_add_char(out, ' ');
    if (is_needed && !is_plain_name(name))
        tags_add_anchor(out, "a", name);
    add_title(p, b, out);
    if (is_plain_name(name) && (is_needed || seems_named(title))) {
        buf_add_text(out, " {#");
        escape_add(out, name, 0, name.len, 0);
        buf_add_char(out, '}');
    } else if (seems_named(title)) {
        buf_add_text(out, "<!-- -->");
    }
}
