/* SPDX-License-Identifier: ISC */
/*
 * phrase - the spans of a leaf as Markdown
 *
 * A weave tells where elements begin and end. At each beginning it is decided
 * how the element is written, which takes a look at what stands at both of its
 * ends: at what was written before, and at the spans and elements to come.
 */
#include "phrase.h"

#include "escape.h"
#include "flank.h"
#include "model/url.h"
#include "tags.h"
#include "weave.h"

/* How an element is written. */
enum mark {
    MARK_TAG,
    MARK_STAR,
    MARK_LINE, /* _ */
    MARK_WAVE, /* ~~ */
    MARK_TICKS,
    MARK_BRACKETS,
    MARK_ANGLES,
};

struct writing {
    const struct phrase *p;
    const struct article *a;
    block_ix b;
    struct str text;  /* of the leaf */
    uint32_t text_at; /* where it begins in article.text */
    struct buf *out;
    struct weave weave;
    uint8_t marks[WEAVE_ELEMENT_COUNT]; /* of open elements */
    link_ix link;                       /* that is open */
    uint32_t n_eaten; /* first bytes of the next span that were written */
};

static struct str
span_text(const struct writing *w, uint32_t span)
{
    return article_str(w->a, w->a->spans[span].text);
}

static uint32_t
span_at(const struct writing *w, uint32_t span)
{
    return w->a->spans[span].text.at;
}

/*
 * Tells whether a span is written as something else than its text.
 */
static bool
is_object(const struct writing *w, uint32_t span)
{
    return (w->a->spans[span].roles &
               (ROLE_IMAGE | ROLE_NOTE_REF | ROLE_NOTE_BACK)) != 0;
}

static void
add_break(struct writing *w)
{
    buf_add_text(w->out, w->p->is_one_line ? "<br>" : "\\\n");
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

    while ((name = anchors_next(w->p->anchors, w->b, at)).ptr)
        tags_add_anchor(w->out, name, is_linked);
}

/*
 * Returns what stands before the next thing that is written.
 */
static enum flank
flank_before(const struct writing *w)
{
    return flank_of_last(buf_str(w->out));
}

/*
 * Returns what the element that is about to be opened begins with.
 */
static enum flank
flank_first(const struct writing *w)
{
    uint32_t span = w->weave.span;
    struct str text = span_text(w, span);

    if ((weave_elements(&w->a->spans[span]) & ~w->weave.open) ||
        is_object(w, span))
        return FLANK_SIGN;
    return flank_of_first(str_slice(text, w->n_eaten, text.len));
}

/*
 * Returns what the element that is about to be opened ends with.
 */
static enum flank
flank_last(const struct writing *w)
{
    uint32_t span = w->weave.until - 1;

    if ((weave_elements(&w->a->spans[span]) & ~w->weave.open) ||
        is_object(w, span))
        return FLANK_SIGN;
    return flank_of_last(span_text(w, span));
}

/*
 * Tells whether the element that is about to be opened and the next one outside
 * end together.
 */
static bool
ends_with_outer(const struct writing *w)
{
    const struct weave *weave = &w->weave;

    return weave->n_open > 1 && weave->ends[weave->n_open - 2] == weave->until;
}

/*
 * Returns what stands behind the element that is about to be opened.
 */
static enum flank
flank_after(const struct writing *w)
{
    uint32_t span = w->weave.until;

    if (ends_with_outer(w))
        return FLANK_SIGN;
    if (span == w->weave.end)
        return FLANK_BLANK;
    if ((weave_elements(&w->a->spans[span]) & ~w->weave.open) ||
        is_object(w, span) ||
        anchors_has(w->p->anchors, w->b, span_at(w, span)))
        return FLANK_SIGN;
    return flank_of_first(span_text(w, span));
}

/*
 * Tells whether emphasis begins where the element that is about to be opened
 * ends, or another one ends there that is written with the same sign: then the
 * signs would run together.
 */
static bool
meets_sign(const struct writing *w, enum mark mark)
{
    const uint32_t emphasis =
        1u << WEAVE_EM | 1u << WEAVE_STRONG | 1u << WEAVE_STRIKE;
    const struct weave *weave = &w->weave;

    if (ends_with_outer(w))
        return w->marks[weave->elements[weave->n_open - 2]] == mark;
    if (weave->until == weave->end)
        return false;
    uint32_t inside = weave->open & ~(1u << weave->element);
    return (weave_elements(&w->a->spans[weave->until]) & ~inside & emphasis) !=
           0;
}

static enum mark
choose_emphasis(struct writing *w)
{
    static const char signs[] = {
        [MARK_STAR] = '*', [MARK_LINE] = '_', [MARK_WAVE] = '~'};
    bool is_strike = w->weave.element == WEAVE_STRIKE;
    enum mark first = is_strike ? MARK_WAVE : MARK_STAR;
    enum mark last = is_strike ? MARK_WAVE : MARK_LINE;
    struct flanks flanks = {
        flank_before(w), flank_first(w), flank_last(w), flank_after(w)};

    for (enum mark mark = first; mark <= last; mark++) {
        char sign[] = {signs[mark], '\0'};
        if (!str_ends(buf_str(w->out), str_of(sign)) && !meets_sign(w, mark) &&
            flank_allows(signs[mark], &flanks))
            return mark;
    }
    return MARK_TAG;
}

/*
 * Tells whether an anchor stands in the element, which is one span.
 */
static bool
has_anchor(const struct writing *w)
{
    const struct span *span = &w->a->spans[w->weave.span];
    uint32_t end = span->text.at + span->text.len;

    return anchors_until(w->p->anchors, w->b, end) < end;
}

/*
 * Tells whether the link that is about to be opened can be written as its
 * address alone.
 */
static bool
is_bare_address(const struct writing *w)
{
    const struct weave *weave = &w->weave;
    const struct span *span = &w->a->spans[weave->span];
    struct str text = span_text(w, weave->span);

    if (weave->until != weave->span + 1 || is_object(w, weave->span) ||
        (weave_elements(span) & ~weave->open) || !url_is_web(text) ||
        !str_eq(text, article_link(w->a, span->link)) || has_anchor(w))
        return false;
    for (size_t i = 0; i < text.len; i++)
        if ((unsigned char)text.ptr[i] <= ' ' ||
            (unsigned char)text.ptr[i] >= 0x7F || strchr("<>\\&|", text.ptr[i]))
            return false;
    return true;
}

/*
 * Tells whether the code that is about to be opened can stand in backticks.
 */
static bool
is_plain_code(const struct writing *w)
{
    const struct weave *weave = &w->weave;
    struct str text = span_text(w, weave->span);

    if (weave->until != weave->span + 1 || is_object(w, weave->span) ||
        has_anchor(w))
        return false;
    if (w->p->is_in_table && str_find(text, STR("\\|"), 0) < text.len)
        return false;
    return str_find(text, STR("\n"), 0) == text.len;
}

static enum mark
choose_mark(struct writing *w)
{
    switch (w->weave.element) {
    case WEAVE_LINK:
        return is_bare_address(w) ? MARK_ANGLES : MARK_BRACKETS;
    case WEAVE_CODE:
        return is_plain_code(w) ? MARK_TICKS : MARK_TAG;
    case WEAVE_STRONG:
    case WEAVE_EM:
    case WEAVE_STRIKE:
        return choose_emphasis(w);
    default:
        return MARK_TAG;
    }
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

    add_anchors(w, span_at(w, span), e != WEAVE_LINK && is_in_link(w));
    /* A line that ends where an element begins ends before it. */
    if (w->n_eaten == 0 && !is_object(w, span) &&
        str_starts(span_text(w, span), STR("\n"))) {
        add_break(w);
        w->n_eaten = 1;
    }

    w->marks[e] = (uint8_t)choose_mark(w);
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
 * Appends the text between two offsets into the leaf, which may have line ends.
 */
static void
add_lines(struct writing *w, size_t from, size_t to)
{
    while (from < to) {
        size_t end = str_find(str_slice(w->text, 0, to), STR("\n"), from);
        bool is_line_start =
            !w->p->is_one_line &&
            (w->out->len == 0 || str_ends(buf_str(w->out), STR("\n")));
        unsigned where = (is_line_start ? ESCAPE_LINE_START : 0) |
                         (is_in_link(w) ? ESCAPE_IN_BRACKETS : 0);

        /* "[^1]:" would begin a note, and not refer to it. */
        if (w->text.ptr[from] == ':' && str_ends(buf_str(w->out), STR("]")))
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
        uint32_t until = anchors_until(w->p->anchors, w->b, end);
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
    struct buf label = {0};

    if (labels_add_ref(w->p->labels, span, &label)) {
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
        /* Readers make the way back by themselves. */
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

void
phrase_add(const struct phrase *p, block_ix b, struct buf *out)
{
    struct writing w = {
        .p = p,
        .a = p->a,
        .b = b,
        .text = article_text(p->a, b),
        .text_at = article_block_offset(p->a, b),
        .out = out,
        .weave = weave_begin(p->a, b),
    };

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
            add_anchors(&w, UINT32_MAX, false);
            while (str_ends(buf_str(out), STR(" ")))
                buf_cut(out, out->len - 1);
            return;
        }
    }
}
