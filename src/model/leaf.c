/* SPDX-License-Identifier: ISC */
/*
 * leaf - text into the open leaf of a builder
 *
 * White space is kept back until it is known what follows it: a blank between
 * two styles takes only the roles that both sides share, so that neither an
 * emphasis nor a link begins or ends with a blank.
 */
#include "leaf.h"

#include "base/mem.h"
#include "base/utf8.h"

enum {
    TAB_COLS = 8
};

struct span *
leaf_last_span(const struct build *b)
{
    const struct block *leaf = &b->blocks[builder_innermost(b)->ix];

    return leaf->n_spans > 0 ? &b->spans[b->n_spans - 1] : NULL;
}

static bool
is_same_style(const struct span *span, struct span_style style)
{
    return span->roles == style.roles && span->link == style.link &&
           span->image == style.image;
}

/*
 * Appends clean text to the open leaf as it is.
 */
static void
append(struct build *b, struct str text, struct span_style style)
{
    struct open_block *leaf = builder_innermost(b);
    struct span *last = leaf_last_span(b);

    if (!leaf->is_made || text.len == 0)
        return;
    if (b->body.len + text.len > BUILDER_MAX_TEXT ||
        b->n_spans >= ARTICLE_MAX_SPANS) {
        builder_add_note(b, STR(BUILDER_TOO_LONG));
        return;
    }

    if (last && is_same_style(last, style)) {
        last->text.len += (uint32_t)text.len;
    } else {
        MEM_GROW(b->spans, b->cap_spans, b->n_spans + 1);
        if (b->blocks[leaf->ix].n_spans++ == 0)
            b->blocks[leaf->ix].first_span = b->n_spans;
        b->spans[b->n_spans++] = (struct span){
            .text = {(uint32_t)b->body.len, (uint32_t)text.len},
            .link = style.link,
            .image = style.image,
            .roles = style.roles,
        };
    }
    buf_add_str(&b->body, text);
}

/*
 * Appends the blank that was kept back, now that style follows it.
 */
static void
append_blank(struct build *b, struct span_style style)
{
    const struct span *last = leaf_last_span(b);
    struct span_style blank = b->blank_style;

    b->has_blank = false;
    if (!last || b->body.ptr[b->body.len - 1] == '\n')
        return;

    if (is_same_style(last, style) && is_same_style(last, blank)) {
        append(b, STR(" "), style);
        return;
    }
    blank.roles &= last->roles & style.roles & ~(uint32_t)ROLE_IMAGE;
    blank.image = LINK_NONE;
    if (last->link != style.link || blank.link != style.link)
        blank.link = LINK_NONE;
    append(b, STR(" "), blank);
}

static bool
is_collapsing(char c)
{
    return c == ' ' || c == '\n' || c == '\f';
}

/*
 * Appends clean text with runs of white space collapsed to one blank.
 */
static void
append_collapsed(struct build *b, struct str text, struct span_style style)
{
    size_t i = 0;

    while (i < text.len) {
        size_t start = i;
        while (i < text.len && is_collapsing(text.ptr[i]))
            i++;
        if (i > start && !b->has_blank) {
            b->has_blank = true;
            b->blank_style = style;
        }

        start = i;
        while (i < text.len && !is_collapsing(text.ptr[i]))
            i++;
        /* A single blank between two words needs no look at styles. */
        while (i + 1 < text.len && text.ptr[i] == ' ' &&
               !is_collapsing(text.ptr[i + 1])) {
            i++;
            while (i < text.len && !is_collapsing(text.ptr[i]))
                i++;
        }
        if (i > start) {
            if (b->has_blank)
                append_blank(b, style);
            append(b, str_slice(text, start, i), style);
        }
    }
}

/*
 * Makes of the text what can go behind that of the open leaf, in scratch.
 */
static void
clean(struct build *b, struct str text)
{
    struct str before = str_slice(buf_str(&b->body), b->leaf_at, b->body.len);

    if (b->has_blank)
        before = STR(" ");
    buf_cut(&b->scratch, 0);
    utf8_add_clean_behind(&b->scratch, text, before);
}

/*
 * Appends the lines of code, with tabs as blanks up to the next stop.
 */
static void
append_code(struct build *b, struct str text, struct span_style style)
{
    while (text.len > 0) {
        size_t tab = str_find(text, STR("\t"), 0);
        struct str part = str_slice(text, 0, tab);

        clean(b, part);
        for (size_t i = 0; i < b->scratch.len;) {
            uint32_t cp;
            i += utf8_decode(b->scratch.ptr + i, b->scratch.len - i, &cp);
            b->code_col = cp == '\n' ? 0 : b->code_col + utf8_cp_cols(cp);
        }
        if (tab < text.len) {
            uint32_t n = TAB_COLS - b->code_col % TAB_COLS;
            buf_add_repeat(&b->scratch, ' ', n);
            b->code_col += n;
        }
        append(b, buf_str(&b->scratch), style);
        text = str_slice(text, tab + 1, text.len);
    }
}

void
leaf_add_text(struct build *b, struct str text, struct span_style style)
{
    enum block_kind kind = builder_innermost(b)->kind;

    if (kind == BLOCK_CODE) {
        append_code(b, text, style);
        return;
    }
    clean(b, text);
    append_collapsed(b, buf_str(&b->scratch), style);
}

void
leaf_add_break(struct build *b, struct span_style style)
{
    b->has_blank = false;
    style.roles &= ~(uint32_t)ROLE_IMAGE;
    style.image = LINK_NONE;
    if (leaf_last_span(b))
        append(b, STR("\n"), style);
    b->code_col = 0;
}

void
leaf_trim(struct build *b)
{
    struct block *leaf = &b->blocks[builder_innermost(b)->ix];

    while (leaf->n_spans > 0 && b->body.ptr[b->body.len - 1] == '\n') {
        struct span *last = &b->spans[b->n_spans - 1];
        buf_cut(&b->body, b->body.len - 1);
        if (--last->text.len == 0) {
            b->n_spans--;
            leaf->n_spans--;
        }
        if (leaf->kind == BLOCK_CODE)
            break;
    }
}
