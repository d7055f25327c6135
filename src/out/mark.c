/* SPDX-License-Identifier: ISC */
/*
 * mark - how an element of Markdown is written
 *
 * What stands behind the end of an element is not written yet when it begins,
 * but the spans and elements to come say what it will be.
 */
#include "mark.h"

#include "flank.h"
#include "model/url.h"

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

bool
mark_is_object(const struct writing *w, uint32_t span)
{
    return (w->a->spans[span].roles &
               (ROLE_IMAGE | ROLE_NOTE_REF | ROLE_NOTE_BACK)) != 0;
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
        mark_is_object(w, span))
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
        mark_is_object(w, span))
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
        mark_is_object(w, span) ||
        anchors_has(w->anchors, w->b, span_at(w, span)))
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
choose_emphasis(const struct writing *w)
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

    return anchors_until(w->anchors, w->b, end) < end;
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

    if (weave->until != weave->span + 1 || mark_is_object(w, weave->span) ||
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

    if (weave->until != weave->span + 1 || mark_is_object(w, weave->span) ||
        has_anchor(w))
        return false;
    if (w->is_in_table && str_find(text, STR("\\|"), 0) < text.len)
        return false;
    return str_find(text, STR("\n"), 0) == text.len;
}

enum mark
mark_choose(const struct writing *w)
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
