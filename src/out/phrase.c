/* SPDX-License-Identifier: ISC */
/*
 * phrase - the spans of a leaf as Markdown
 *
 * A weave tells where elements begin and end; mark.h decides at each beginning
 * how the element is written.
 */
#include "phrase.h"

#include "escape.h"
#include "mark.h"
#include "tags.h"

/*
 * Returns the text of a span.
 */
static struct str
span_text(const struct writing *w, uint32_t span)
{
    return article_str(w->a, w->a->spans[span].text);
}

static void
add_break(struct writing *w)
{
    buf_add_text(w->out, w->is_one_line ? "<br>" : "\\\n");
}

static bool
is_open_as(const struct writing *w, enum weave_element e, enum mark mark)
{
    return (w->weave.open & 1u << e) && w->marks[e] == mark;
}

static bool
is_in_link(const struct writing *w)
{
    return is_open_as(w, WEAVE_LINK, MARK_BRACKETS);
}

/*
 * Writes the anchors up to that offset.
 */
static void
add_anchors(struct writing *w, uint32_t at, bool is_linked)
{
    struct str name;

    while ((name = anchors_next(w->anchors, w->b, at)).ptr)
        tags_add_anchor(w->out, is_linked ? "span" : "a", name);
}

/*
 * Begins a bracket; what stands before it must not make an image of it.
 */
static void
add_bracket(struct writing *w)
{
    if (str_ends(buf_str(w->out), STR("!"))) {
        buf_cut(w->out, w->out->len - 1);
        buf_add_text(w->out, "\\!");
    }
    buf_add_char(w->out, '[');
}

/*
 * Appends the sign of an emphasis, or a tag that begins with start.
 */
static void
add_mark(struct writing *w, enum weave_element e, const char *start)
{
    bool is_double = e == WEAVE_STRONG;

    switch ((enum mark)w->marks[e]) {
    case MARK_STAR:
        buf_add_repeat(w->out, '*', is_double ? 2 : 1);
        break;
    case MARK_LINE:
        buf_add_repeat(w->out, '_', is_double ? 2 : 1);
        break;
    case MARK_WAVE:
        buf_add_text(w->out, "~~");
        break;
    case MARK_TAG:
        buf_add_format(w->out, "%s%s>", start, weave_tag(e));
        break;
    default:
        break;
    }
}

static void
open_element(struct writing *w)
{
    enum weave_element e = w->weave.element;
    uint32_t span = w->weave.span;

    add_anchors(w, w->a->spans[span].text.at, e != WEAVE_LINK && is_in_link(w));
    /* A line that ends where an element begins ends before it. */
    if (w->n_eaten == 0 && !mark_is_object(w, span) &&
        str_starts(span_text(w, span), STR("\n"))) {
        add_break(w);
        w->n_eaten = 1;
    }

    w->marks[e] = (uint8_t)mark_choose(w);
    if (w->marks[e] == MARK_BRACKETS)
        add_bracket(w);
    else if (w->marks[e] == MARK_ANGLES)
        buf_add_char(w->out, '<');
    else
        add_mark(w, e, "<");
    if (e == WEAVE_LINK)
        w->link = w->a->spans[span].link;
}

static void
close_element(struct writing *w)
{
    enum weave_element e = w->weave.element;

    if (w->marks[e] == MARK_BRACKETS) {
        buf_add_text(w->out, "](");
        escape_add_address(w->out, article_link(w->a, w->link));
        buf_add_char(w->out, ')');
    } else if (w->marks[e] == MARK_ANGLES) {
        buf_add_char(w->out, '>');
    } else {
        add_mark(w, e, "</");
    }
}

/*
 * Tells whether a reference to a note stands before the span, and nothing
 * before that in the line: "[^1]:" would begin a note there.
 */
static bool
follows_first_ref(const struct writing *w)
{
    const struct span *span = &w->a->spans[w->weave.span];

    if (span->text.at == w->text_at || !(span[-1].roles & ROLE_NOTE_REF))
        return false;
    uint32_t at = span[-1].text.at - w->text_at;
    return at == 0 || w->text.ptr[at - 1] == '\n';
}

/*
 * Appends the text between two offsets into the leaf, which may have line ends.
 */
static void
add_lines(struct writing *w, size_t from, size_t to)
{
    while (from < to) {
        size_t end = str_find(str_slice(w->text, 0, to), STR("\n"), from);
        bool is_line_start =
            !w->is_one_line &&
            (w->out->len == 0 || str_ends(buf_str(w->out), STR("\n")));
        unsigned where = (is_line_start ? ESCAPE_LINE_START : 0) |
                         (is_in_link(w) ? ESCAPE_IN_BRACKETS : 0);

        if (w->text.ptr[from] == ':' && follows_first_ref(w))
            buf_add_char(w->out, '\\');
        escape_add(w->out, w->text, from, end, where);
        if (end < to)
            add_break(w);
        from = end + 1;
    }
}

static void
add_text(struct writing *w, const struct span *span)
{
    uint32_t at = span->text.at + w->n_eaten;
    uint32_t end = span->text.at + span->text.len;

    while (at < end) {
        add_anchors(w, at, is_in_link(w));
        uint32_t until = anchors_until(w->anchors, w->b, end);
        add_lines(w, at - w->text_at, until - w->text_at);
        at = until;
    }
}

static void
add_image(struct writing *w, const struct span *span)
{
    struct str alt = article_str(w->a, span->text);

    buf_add_text(w->out, "![");
    for (size_t at = 0; at < alt.len;) {
        size_t end = str_find(alt, STR("\n"), at);
        escape_add(w->out, alt, at, end, ESCAPE_IN_BRACKETS);
        if (end < alt.len)
            buf_add_char(w->out, ' ');
        at = end + 1;
    }
    buf_add_text(w->out, "](");
    if (span->image != LINK_NONE)
        escape_add_address(w->out, article_link(w->a, span->image));
    buf_add_char(w->out, ')');
}

static void
add_note_ref(struct writing *w, const struct span *span)
{
    struct tags tags = {w->a, w->out, w->anchors, TAGS_LINE};
    struct buf label = {0};

    if (w->labels->is_html) {
        tags_add_note_link(&tags, w->b, span);
    } else if (labels_add_ref(w->labels, span, &label)) {
        if (str_starts(article_str(w->a, span->text), STR("\n")))
            add_break(w);
        add_bracket(w);
        buf_add_format(w->out, "^%s]", label.ptr);
    } else {
        buf_add_text(w->out, "<sup>");
        add_text(w, span);
        buf_add_text(w->out, "</sup>");
    }
    buf_done(&label);
}

static void
add_span(struct writing *w, const struct span *span)
{
    if (is_open_as(w, WEAVE_CODE, MARK_TICKS)) {
        escape_add_code(w->out, article_str(w->a, span->text));
    } else if (is_open_as(w, WEAVE_LINK, MARK_ANGLES)) {
        buf_add_str(w->out, article_str(w->a, span->text));
    } else if (span->roles & ROLE_NOTE_BACK) {
        /* Readers make the ways back by themselves. */
    } else if (span->roles & ROLE_NOTE_REF) {
        add_anchors(w, span->text.at, is_in_link(w));
        add_note_ref(w, span);
    } else if (span->roles & ROLE_IMAGE) {
        add_anchors(w, span->text.at, is_in_link(w));
        add_image(w, span);
    } else {
        add_text(w, span);
    }
    w->n_eaten = 0;
}

/*
 * Tells whether the span is a way back from a note, which readers make by
 * themselves, or a blank, as stands before it.
 */
static bool
is_way_back(const struct article *a, const struct span *span)
{
    return (span->roles & ROLE_NOTE_BACK) ||
           str_trim(article_str(a, span->text)).len == 0;
}

void
phrase_add(const struct phrase *p, block_ix b, struct buf *out)
{
    struct writing w = {
        .a = p->a,
        .labels = p->labels,
        .anchors = p->anchors,
        .is_one_line = p->is_one_line,
        .is_in_table = p->is_in_table,
        .b = b,
        .text = article_text(p->a, b),
        .text_at = article_block_offset(p->a, b),
        .out = out,
        .weave = weave_begin(p->a, b),
    };

    while (w.weave.end > w.weave.next &&
           is_way_back(p->a, &p->a->spans[w.weave.end - 1]))
        w.weave.end--;
    for (;;) {
        switch (weave_next(&w.weave)) {
        case WEAVE_OPEN:
            open_element(&w);
            break;
        case WEAVE_CLOSE:
            close_element(&w);
            break;
        case WEAVE_TEXT:
            add_span(&w, &p->a->spans[w.weave.span]);
            break;
        case WEAVE_END:
            if (p->a->blocks[b].kind != BLOCK_HEADING)
                add_anchors(&w, UINT32_MAX, false);
            while (str_ends(buf_str(out), STR(" ")))
                buf_cut(out, out->len - 1);
            return;
        }
    }
}
