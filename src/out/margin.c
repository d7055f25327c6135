/* SPDX-License-Identifier: ISC */
/*
 * margin - what stands before and between blocks of Markdown
 *
 * What may stand on the line below what is read off CommonMark: which blocks
 * can interrupt a paragraph, and which go on lazily.
 */
#include "margin.h"

#include "form.h"

struct margin_frame *
margin_top(struct margin *m)
{
    return &m->frames[m->n_frames - 1];
}

void
margin_push(struct margin *m, block_ix b, const char *prefix, bool is_tight)
{
    m->frames[m->n_frames++] = (struct margin_frame){
        .block = b,
        .prefix_len = m->prefix.len,
        .is_tight = is_tight,
    };
    buf_add_text(&m->prefix, prefix);
}

void
margin_pop(struct margin *m)
{
    m->n_frames--;
    buf_cut(&m->prefix, m->frames[m->n_frames].prefix_len);
}

/*
 * Begins the next line; one that stays empty has no blank at its end.
 */
static void
begin_line(struct margin *m, bool is_empty)
{
    size_t len = m->prefix.len;

    while (is_empty && len > 0 && m->prefix.ptr[len - 1] == ' ')
        len--;
    buf_add_char(m->out, '\n');
    buf_add_str(m->out, str_slice(buf_str(&m->prefix), 0, len));
}

void
margin_end_line(struct margin *m)
{
    begin_line(m, false);
}

void
margin_skip_line(struct margin *m)
{
    begin_line(m, true);
    begin_line(m, false);
}

void
margin_add_lines(struct margin *m, struct str text)
{
    for (;;) {
        size_t end = str_find(text, STR("\n"), 0);
        buf_add_str(m->out, str_slice(text, 0, end));
        if (end == text.len)
            return;
        text = str_slice(text, end + 1, text.len);
        begin_line(m, text.len == 0 || text.ptr[0] == '\n');
    }
}

static enum block_kind
kind_of(const struct margin *m, block_ix b)
{
    return m->a->blocks[b].kind;
}

bool
margin_is_html(const struct margin *m, block_ix b)
{
    if (kind_of(m, b) == BLOCK_NOTE)
        return m->has_html_notes;
    return form_is_html(m->a, m->anchors, b);
}

/*
 * Tells whether block b ends whatever paragraph, list or table stands right
 * above it, and is not taken for a part of it.
 */
static bool
is_hard(const struct margin *m, block_ix b)
{
    enum block_kind kind = kind_of(m, b);

    return kind == BLOCK_HEADING || kind == BLOCK_RULE || kind == BLOCK_CODE ||
           margin_is_html(m, b);
}

/*
 * Tells whether a list can begin right under a paragraph.
 */
static bool
can_interrupt(const struct margin *m, block_ix list)
{
    const struct block *block = &m->a->blocks[list];
    bool is_first = !(block->marks & BLOCK_IS_ORDERED) || block->number == 1;

    return is_first && m->a->blocks[list + 1].end > list + 2;
}

/*
 * Tells whether block b may stand on the line below block last.
 */
static bool
may_follow(const struct margin *m, block_ix last, block_ix b)
{
    enum block_kind before = kind_of(m, last), kind = kind_of(m, b);

    if (is_hard(m, last) || is_hard(m, b))
        return true;
    if (kind == BLOCK_QUOTE)
        return before != BLOCK_QUOTE;
    return kind == BLOCK_LIST && before != BLOCK_LIST && can_interrupt(m, b);
}

/*
 * Tells whether two neighbors would become one list.
 */
static bool
are_alike(const struct margin *m, block_ix last, block_ix b)
{
    return kind_of(m, last) == BLOCK_LIST && kind_of(m, b) == BLOCK_LIST &&
           ((m->a->blocks[last].marks ^ m->a->blocks[b].marks) &
               BLOCK_IS_ORDERED) == 0;
}

void
margin_begin_block(struct margin *m, block_ix b)
{
    struct margin_frame *frame = margin_top(m);
    block_ix last = frame->last;

    frame->last = b;
    if (last == 0)
        return;
    if (frame->is_tight) {
        margin_end_line(m);
        if (kind_of(m, b) == BLOCK_ITEM || may_follow(m, last, b))
            return;
        buf_add_text(m->out, MARGIN_COMMENT);
        margin_end_line(m);
    } else {
        margin_skip_line(m);
        if (!are_alike(m, last, b))
            return;
        buf_add_text(m->out, MARGIN_COMMENT);
        margin_skip_line(m);
    }
}
