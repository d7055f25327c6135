/* SPDX-License-Identifier: ISC */
/*
 * nesting - cuts what makes HTML slow to parse
 *
 * Keeps a stack of the elements that are open, by the main rules of section
 * 13.2.6 of the HTML standard: what a start tag ends, how far an end tag
 * reaches. Where it is not exact it rather takes elements for open that are
 * closed, which costs nothing as long as the limit is far away.
 *
 * Formatting elements need a second list: one that was not closed, as in
 * "<p><b>one<p>two", is opened again in every paragraph that follows, for each
 * cell of a table anew. A document with many of them would be a tree of their
 * number times its paragraphs.
 *
 * Start tags that were taken out are counted by name, so that each takes one
 * end tag with it.
 *
 * Scripts and style sheets are a quarter of a page and more, and gumbo goes over
 * them byte by byte; here they are skipped anyway.
 */
#include "parse/nesting.h"

#include "base/mem.h"
#include "tag.h"
#include "tint.h"

#include <stdlib.h>

enum {
    MAX_FORMATS = 16, /* formatting elements that are opened again */
    MARKER = TAG_NAMES
};

struct stack {
    uint32_t n;
    struct {
        uint16_t name; /* enum tag_name */
        uint16_t set;
    } open[NESTING_MAX_DEPTH];
    uint32_t n_open[TAG_NAMES];
    uint16_t formats[MAX_FORMATS + NESTING_MAX_DEPTH]; /* names, MARKERs */
    uint32_t n_entries;                                /* of formats */
    uint32_t n_formats;            /* of these, no markers */
    uint32_t n_dropped[TAG_NAMES]; /* start tags that were taken out */
};

/*
 * Forgets the formatting elements since the last marker, and that.
 */
static void
clear_formats(struct stack *s)
{
    while (s->n_entries > 0 && s->formats[--s->n_entries] != MARKER)
        s->n_formats--;
}

static void
pop_to(struct stack *s, uint32_t n)
{
    while (s->n > n) {
        s->n--;
        s->n_open[s->open[s->n].name]--;
        if (s->open[s->n].set & TAG_IS_SCOPE)
            clear_formats(s);
    }
}

/*
 * Forgets the last formatting element called name since the last marker.
 */
static void
forget_format(struct stack *s, uint16_t name)
{
    uint32_t i = s->n_entries;

    while (i > 0 && s->formats[i - 1] != name && s->formats[i - 1] != MARKER)
        i--;
    if (i == 0 || s->formats[i - 1] != name)
        return;
    for (; i < s->n_entries; i++)
        s->formats[i - 1] = s->formats[i];
    s->n_entries--;
    s->n_formats--;
}

/*
 * Returns the index of the innermost open element of that name, or s->n if none
 * is open above an element with one of the stop bits. One with both counts as
 * found.
 */
static uint32_t
find(const struct stack *s, uint16_t name, uint16_t stop)
{
    if (s->n_open[name] == 0)
        return s->n;
    for (uint32_t i = s->n; i > 0; i--) {
        if (s->open[i - 1].name == name)
            return i - 1;
        if (s->open[i - 1].set & stop)
            break;
    }
    return s->n;
}

/*
 * Closes the innermost of the open elements called name, and what is in it.
 */
static void
close_name(struct stack *s, uint16_t name, uint16_t stop)
{
    pop_to(s, find(s, name, stop));
}

/*
 * Closes a formatting element: alone when a block is open in it, since that
 * stays open.
 */
static void
close_format(struct stack *s, uint16_t name)
{
    uint32_t at = find(s, name, TAG_IS_SCOPE);
    bool has_block = false;

    forget_format(s, name);
    if (at == s->n)
        return;
    for (uint32_t i = at + 1; i < s->n; i++)
        has_block = has_block || (s->open[i].set & TAG_IS_SPECIAL);
    if (!has_block) {
        pop_to(s, at);
        return;
    }
    s->n_open[name]--;
    s->n--;
    for (uint32_t i = at; i < s->n; i++)
        s->open[i] = s->open[i + 1];
}

/*
 * Closes the item (or term, or definition) that a new one ends.
 */
static void
close_item(struct stack *s, uint16_t name, uint16_t other)
{
    for (uint32_t i = s->n; i > 0; i--) {
        uint16_t open = s->open[i - 1].name;
        if (open == name || open == other) {
            pop_to(s, i - 1);
            return;
        }
        if ((s->open[i - 1].set & TAG_IS_SPECIAL) && open != TAG_ADDRESS &&
            open != TAG_DIV && open != TAG_P)
            return;
    }
}

/*
 * Closes what is open in the innermost table down to the nearest of its parts
 * that holds a part called name.
 */
static void
close_part(struct stack *s, uint16_t name)
{
    bool is_cell = name == TAG_TD || name == TAG_TH;
    bool is_row = is_cell || name == TAG_TR;

    for (uint32_t i = s->n; i > 0 && s->n_open[TAG_TABLE] > 0; i--) {
        uint16_t open = s->open[i - 1].name;
        if (open == TAG_TABLE || open == TAG_TEMPLATE ||
            (is_cell && open == TAG_TR) ||
            (is_row && (open == TAG_TBODY || open == TAG_THEAD ||
                           open == TAG_TFOOT))) {
            pop_to(s, i);
            return;
        }
    }
}

static bool
is_on_top(const struct stack *s, uint16_t name)
{
    return s->n > 0 && s->open[s->n - 1].name == name;
}

/*
 * Closes what a start tag closes.
 */
static void
close_implied(struct stack *s, const struct tag *tag)
{
    if (tag->set & TAG_ENDS_P)
        close_name(s, TAG_P, TAG_IS_SCOPE);
    switch (tag->name) {
    case TAG_LI:
        close_item(s, TAG_LI, TAG_LI);
        break;
    case TAG_DT:
    case TAG_DD:
        close_item(s, TAG_DT, TAG_DD);
        break;
    case TAG_A:
    case TAG_NOBR:
        close_format(s, tag->name);
        break;
    case TAG_BUTTON:
        close_name(s, TAG_BUTTON, TAG_IS_SCOPE);
        break;
    case TAG_OPTION:
    case TAG_OPTGROUP:
        if (is_on_top(s, TAG_OPTION))
            pop_to(s, s->n - 1);
        break;
    case TAG_RT:
    case TAG_RP:
        if (is_on_top(s, TAG_RT) || is_on_top(s, TAG_RP))
            pop_to(s, s->n - 1);
        break;
    case TAG_TD:
    case TAG_TH:
    case TAG_TR:
    case TAG_TBODY:
    case TAG_THEAD:
    case TAG_TFOOT:
    case TAG_CAPTION:
    case TAG_COLGROUP:
        close_part(s, tag->name);
        break;
    default:
        break;
    }
}

/*
 * Returns whether a start tag may stay.
 */
static bool
begin(struct stack *s, const struct tag *tag)
{
    bool is_foreign = s->n_open[TAG_SVG] + s->n_open[TAG_MATH] > 0;

    if (tag->set & TAG_IS_SINGLE)
        return true;
    close_implied(s, tag);
    if ((tag->set & (TAG_IS_VOID | TAG_IS_RAW)) ||
        (tag->is_self_closed && (is_foreign || tag->set & TAG_IS_FOREIGN)))
        return true;
    bool is_format = tag->set & TAG_IS_FORMAT;
    if (s->n == NESTING_MAX_DEPTH ||
        (is_format && s->n_formats == MAX_FORMATS)) {
        s->n_dropped[tag->name]++;
        return false;
    }
    if (is_format)
        s->n_formats++;
    if (is_format || (tag->set & TAG_IS_SCOPE))
        s->formats[s->n_entries++] = is_format ? tag->name : MARKER;
    s->open[s->n].name = tag->name;
    s->open[s->n++].set = tag->set;
    s->n_open[tag->name]++;
    return true;
}

/*
 * Returns whether an end tag may stay.
 */
static bool
end(struct stack *s, const struct tag *tag)
{
    if (s->n_dropped[tag->name] > 0) {
        s->n_dropped[tag->name]--;
        return false;
    }
    switch (tag->name) {
    case TAG_TABLE:
    case TAG_TBODY:
    case TAG_THEAD:
    case TAG_TFOOT:
    case TAG_TR:
    case TAG_TD:
    case TAG_TH:
    case TAG_CAPTION:
    case TAG_TEMPLATE:
        close_name(s, tag->name, 0);
        break;
    default:
        if (tag->set & TAG_IS_FORMAT)
            close_format(s, tag->name);
        else if (tag->set & TAG_IS_SPECIAL)
            close_name(s, tag->name, TAG_IS_SCOPE);
        else
            close_name(s, tag->name, TAG_IS_SPECIAL);
        break;
    }
    return true;
}

/*
 * Tells whether the text behind a start tag, up to end, is for browsers only: a
 * style sheet, or a script that is no data about the page and no formula. One
 * that holds a comment may go on behind what looks like its end tag.
 */
static bool
is_for_browsers(struct str html, const struct tag *tag, size_t end)
{
    struct str attrs = str_slice(html, tag->start, tag->end);
    struct str text = str_slice(html, tag->end, end);

    if (tag->name != TAG_SCRIPT)
        return tag->name == TAG_STYLE;
    return str_find(attrs, STR("json"), 0) == attrs.len &&
           str_find(attrs, STR("math/"), 0) == attrs.len &&
           str_find(text, STR("<!--"), 0) == text.len;
}

/*
 * Appends the ends of the lines of s, so that what follows keeps its row.
 */
static void
add_line_ends(struct buf *out, struct str s)
{
    for (size_t i = 0; i < s.len; i++) {
        bool is_first =
            s.ptr[i] == '\r' && i + 1 < s.len && s.ptr[i + 1] == '\n';
        if (s.ptr[i] == '\n' || (s.ptr[i] == '\r' && !is_first))
            buf_add_char(out, '\n');
    }
}

/*
 * Takes over html from *kept up to from, and nothing of what comes before to.
 * What is left of it is not longer than html, and is not moved as it grows.
 */
static void
leave_out(
    struct str html, struct buf *out, size_t *kept, size_t from, size_t to)
{
    if (*kept == 0)
        buf_reserve(out, html.len);
    buf_add_str(out, str_slice(html, *kept, from));
    *kept = to;
}

/*
 * Tells whether what stands between two tags is white space that is not shown,
 * and not in the way either when it moves into the first of them; gumbo knows
 * no end tag of svg or math with a blank in it.
 */
static bool
is_idle(const struct stack *s, struct str between, const struct tag *before,
    const struct tag *after)
{
    return between.len > 0 && ((before->set | after->set) & TAG_IS_BLOCK) &&
           !before->is_self_closed && !(before->set & TAG_IS_FOREIGN) &&
           str_trim(between).len == 0 &&
           s->n_open[TAG_PRE] + s->n_open[TAG_LISTING] == 0;
}

/*
 * Tells whether the frame that tag begins never ends in the <noscript> around
 * it, as in "<noscript><iframe/></noscript>", and so would take the whole page
 * for its text. A browser that runs scripts does not look into it. *noscript_end
 * is the next end of one that is known.
 */
static bool
is_runaway(const struct stack *s, struct str html, const struct tag *tag,
    size_t *noscript_end)
{
    if (tag->name != TAG_IFRAME || s->n_open[TAG_NOSCRIPT] == 0)
        return false;
    if (*noscript_end < tag->end)
        *noscript_end = str_find(html, STR("</noscript"), tag->end);
    return *noscript_end < html.len &&
           tag_skip_raw(str_slice(html, 0, *noscript_end), tag) ==
               *noscript_end;
}

/*
 * Moves the blanks in an end tag of svg or math, which gumbo would not know for
 * one, behind it.
 */
static void
close_foreign(
    struct str html, struct buf *out, size_t *kept, const struct tag *tag)
{
    size_t end = tag->end - 1;

    while (end > tag->start && str_trim(str_slice(html, end - 1, end)).len == 0)
        end--;
    if (end == tag->end - 1)
        return;
    leave_out(html, out, kept, end, tag->end);
    buf_add_char(out, '>');
    buf_add_str(out, str_slice(html, end, tag->end - 1));
}

/*
 * Takes out what only colors the code between two tags. Returns whether it did.
 */
static bool
drop_tint(const struct stack *s, struct str html, struct buf *out, size_t *kept,
    const struct tag *before, const struct tag *tag)
{
    if (s->n_open[TAG_PRE] == 0 || before->is_end || !tag->is_end ||
        before->name != tag->name || *kept > before->start ||
        !tint_is(str_slice(html, before->start, before->end),
            str_slice(html, before->end, tag->start)))
        return false;
    leave_out(html, out, kept, before->start, before->end);
    leave_out(html, out, kept, tag->start, tag->end);
    return true;
}

struct str
nesting_cut(struct str html, struct buf *out, bool *out_is_flat)
{
    struct stack *s = mem_alloc_zero(1, sizeof *s);
    struct tag tag = {0}, before = {0};
    size_t kept = 0; /* what stands before is in out, or was taken out */
    size_t noscript_end = 0;
    bool is_foreign = false, may_stay = false;

    for (; tag_find(html, tag.end, NESTING_MAX_ATTRS, is_foreign, &tag);
         before = tag) {
        struct str between = str_slice(html, before.end, tag.start);
        if (may_stay && !is_foreign && is_idle(s, between, &before, &tag)) {
            leave_out(html, out, &kept, before.end - 1, tag.start);
            add_line_ends(out, between);
            buf_add_char(out, '>');
        }
        may_stay = tag.is_end ? end(s, &tag) : begin(s, &tag);
        size_t attrs_end = tag.is_end ? tag.end - 1 : tag.attrs_end;

        if (!may_stay) {
            leave_out(html, out, &kept, tag.start, tag.end);
            *out_is_flat = true;
        } else if (drop_tint(s, html, out, &kept, &before, &tag)) {
            continue;
        } else if (str_trim(str_slice(html, attrs_end, tag.end - 1)).len > 1) {
            leave_out(html, out, &kept, attrs_end, tag.end - 1);
        } else if (tag.is_end && (tag.set & TAG_IS_FOREIGN)) {
            close_foreign(html, out, &kept, &tag);
        }
        is_foreign = s->n_open[TAG_SVG] + s->n_open[TAG_MATH] > 0;
        if (!(tag.set & TAG_IS_RAW) || tag.is_end || is_foreign)
            continue;
        if (is_runaway(s, html, &tag, &noscript_end)) {
            leave_out(html, out, &kept, tag.start, tag.end);
            continue;
        }
        size_t text_end = tag_skip_raw(html, &tag);
        if (is_for_browsers(html, &tag, text_end)) {
            leave_out(html, out, &kept, tag.end, text_end);
            add_line_ends(out, str_slice(html, tag.end, text_end));
        }
        tag.end = text_end;
    }
    free(s);
    if (kept == 0)
        return html;
    buf_add_str(out, str_slice(html, kept, html.len));
    return buf_str(out);
}
