/* SPDX-License-Identifier: ISC */
/*
 * inlay - the elements in a text of a feed as HTML again
 */
#include "inlay.h"

void
inlay_add_text(struct buf *out, struct str text, bool has_entities)
{
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] == '&' && !has_entities)
            buf_add_text(out, "&amp;");
        else if (text.ptr[i] == '<')
            buf_add_text(out, "&lt;");
        else if (text.ptr[i] == '"')
            buf_add_text(out, "&quot;");
        else
            buf_add_char(out, text.ptr[i]);
    }
}

static bool
is_void(const char *name)
{
    static const char *const names[] = {"area", "base", "br", "col", "embed",
        "hr", "img", "input", "link", "meta", "param", "source", "track",
        "wbr"};

    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(name, names[i]) == 0)
            return true;
    return false;
}

const char *
inlay_local_name(const char *name)
{
    const char *colon = strchr(name, ':');

    return colon ? colon + 1 : name;
}

void
inlay_add_start(
    struct buf *out, const char *name, const char **attrs, bool has_entities)
{
    buf_add_format(out, "<%s", inlay_local_name(name));
    for (; attrs[0]; attrs += 2) {
        if (strchr(attrs[0], ':'))
            continue;
        buf_add_format(out, " %s=\"", attrs[0]);
        inlay_add_text(out, str_of(attrs[1]), has_entities);
        buf_add_char(out, '"');
    }
    buf_add_char(out, '>');
}

void
inlay_add_end(struct buf *out, const char *name)
{
    if (!is_void(inlay_local_name(name)))
        buf_add_format(out, "</%s>", inlay_local_name(name));
}
