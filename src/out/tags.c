/* SPDX-License-Identifier: ISC */
/*
 * tags - text and spans as HTML
 *
 * The text of a leaf goes out piece by piece between the anchors that stand in
 * it, everything that could be markup as an entity.
 */
#include "tags.h"

#include "address.h"
#include "weave.h"

/*
 * Returns the entity that stands for c, or NULL when c stands for itself.
 */
static const char *
entity_of(char c)
{
    switch (c) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    default:
        return NULL;
    }
}

/*
 * Appends s with its signs as entities, but those in keep as they are.
 */
static void
add_escaped(struct buf *out, struct str s, char keep)
{
    size_t copied = 0;

    for (size_t i = 0; i < s.len; i++) {
        const char *entity = s.ptr[i] == keep ? NULL : entity_of(s.ptr[i]);
        if (!entity)
            continue;
        buf_add_str(out, str_slice(s, copied, i));
        buf_add_text(out, entity);
        copied = i + 1;
    }
    buf_add_str(out, str_slice(s, copied, s.len));
}

void
tags_add_text(struct buf *out, struct str text)
{
    while (text.len > 0) {
        size_t end = str_find(text, STR("\n"), 0);
        add_escaped(out, str_slice(text, 0, end), '"');
        if (end < text.len)
            buf_add_text(out, "<br>");
        text = str_slice(text, end + 1, text.len);
    }
}

void
tags_add_value(struct buf *out, struct str value)
{
    buf_add_char(out, '"');
    while (value.len > 0) {
        size_t end = str_find(value, STR("\n"), 0);
        add_escaped(out, str_slice(value, 0, end), '\0');
        if (end < value.len)
            buf_add_char(out, ' ');
        value = str_slice(value, end + 1, value.len);
    }
    buf_add_char(out, '"');
}

void
tags_add_attr(struct buf *out, const char *name, struct str value)
{
    buf_add_char(out, ' ');
    buf_add_text(out, name);
    buf_add_char(out, '=');
    tags_add_value(out, value);
}

/*
 * Appends name="address" if the address may be followed.
 */
static void
add_address(const struct tags *t, const char *name, link_ix link)
{
    struct buf url = {0};

    if (link != LINK_NONE &&
        address_add_for_page(&url, article_link(t->a, link)))
        tags_add_attr(t->out, name, buf_str(&url));
    buf_done(&url);
}

void
tags_add_anchor(struct buf *out, const char *tag, struct str name)
{
    buf_add_format(out, "<%s", tag);
    tags_add_attr(out, "id", name);
    buf_add_format(out, "></%s>", tag);
}

/*
 * Tells whether the line of code from offset at on shows nothing.
 */
static bool
is_empty_line(struct str code, size_t at)
{
    while (at < code.len && code.ptr[at] == ' ')
        at++;
    return at == code.len || code.ptr[at] == '\n';
}

/*
 * Appends the part of code from offset from to to. Inside Markdown an empty
 * line would end the HTML, so that the line end before it is an entity.
 */
static void
add_code(const struct tags *t, struct str code, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++) {
        const char *entity = entity_of(code.ptr[i]);
        bool is_bare =
            code.ptr[i] == '\n' &&
            (t->form == TAGS_LINE ||
                (t->form == TAGS_LINES && is_empty_line(code, i + 1)));
        if (is_bare)
            buf_add_text(t->out, "&#10;");
        else if (entity && code.ptr[i] != '"')
            buf_add_text(t->out, entity);
        else
            buf_add_char(t->out, code.ptr[i]);
    }
}

/*
 * Appends the anchors of leaf b up to that offset. An <a> may not stand in
 * another one.
 */
static void
add_anchors(const struct tags *t, block_ix b, uint32_t at, bool is_in_link)
{
    struct str name;

    while ((name = anchors_next(t->anchors, b, at)).ptr)
        tags_add_anchor(t->out, is_in_link ? "span" : "a", name);
}

/*
 * Appends the text of block b from one offset into article.text to another,
 * with the anchors that stand in it.
 */
static void
add_text(const struct tags *t, block_ix b, struct text_ref ref, bool is_in_link)
{
    uint32_t at = ref.at, end = ref.at + ref.len;
    bool is_code = t->a->blocks[b].kind == BLOCK_CODE;
    struct str leaf = article_text(t->a, b);
    uint32_t leaf_at = (uint32_t)(leaf.ptr - t->a->text);

    while (at < end) {
        add_anchors(t, b, at, is_in_link);
        uint32_t until = anchors_until(t->anchors, b, end);
        if (is_code)
            add_code(t, leaf, at - leaf_at, until - leaf_at);
        else
            tags_add_text(
                t->out, article_str(t->a, (struct text_ref){at, until - at}));
        at = until;
    }
}

static void
add_image(const struct tags *t, const struct span *span)
{
    buf_add_text(t->out, "<img");
    add_address(t, "src", span->image);
    tags_add_attr(t->out, "alt", article_str(t->a, span->text));
    buf_add_char(t->out, '>');
}

void
tags_add_note_link(const struct tags *t, block_ix b, const struct span *span)
{
    bool is_ref = (span->roles & ROLE_NOTE_REF) != 0;

    buf_add_text(t->out, is_ref ? "<sup><a" : "<a");
    add_address(t, "href", span->link);
    buf_add_text(
        t->out, is_ref ? " data-footnote-ref>" : " data-footnote-backref>");
    add_text(t, b, span->text, true);
    buf_add_text(t->out, is_ref ? "</a></sup>" : "</a>");
}

static void
open_element(const struct tags *t, const struct weave *w)
{
    buf_add_char(t->out, '<');
    buf_add_text(t->out, weave_tag(w->element));
    if (w->element == WEAVE_LINK)
        add_address(t, "href", t->a->spans[w->span].link);
    buf_add_char(t->out, '>');
}

static void
add_span(const struct tags *t, block_ix b, const struct weave *w)
{
    const struct span *span = &t->a->spans[w->span];
    bool is_in_link = (w->open & 1u << WEAVE_LINK) != 0;

    add_anchors(t, b, span->text.at, is_in_link);
    if (span->roles & (ROLE_NOTE_REF | ROLE_NOTE_BACK))
        tags_add_note_link(t, b, span);
    else if (span->roles & ROLE_IMAGE)
        add_image(t, span);
    else
        add_text(t, b, span->text, is_in_link);
}

void
tags_add_spans(const struct tags *t, block_ix b)
{
    struct weave w = weave_begin(t->a, b);
    enum weave_step step;

    while ((step = weave_next(&w)) != WEAVE_END) {
        if (step == WEAVE_OPEN) {
            if (!(w.open & 1u << WEAVE_LINK) || w.element == WEAVE_LINK)
                add_anchors(t, b, t->a->spans[w.span].text.at, false);
            open_element(t, &w);
        } else if (step == WEAVE_CLOSE) {
            buf_add_text(t->out, "</");
            buf_add_text(t->out, weave_tag(w.element));
            buf_add_char(t->out, '>');
        } else {
            add_span(t, b, &w);
        }
    }
    if (t->a->blocks[b].kind != BLOCK_HEADING)
        add_anchors(t, b, UINT32_MAX, false);
}
