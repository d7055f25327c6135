/* SPDX-License-Identifier: ISC */
/*
 * code - text whose lines stay as they are, and rules
 *
 * The language of a block is not shown: it is no part of the code, and who
 * copies the block would copy it, too.
 */
#include "code.h"

#include "base/utf8.h"
#include "para.h"

enum {
    CODE_INDENT = 2
};

/*
 * Puts the bytes from up to to of the prose, which are one line of code, as one
 * line, or in a cell as many as it takes.
 */
static void
put_line(
    struct press *p, struct galley *g, block_ix b, uint32_t from, uint32_t to)
{
    enum line_kind kind = g->is_cell ? LINE_TEXT : LINE_CODE;
    uint32_t room = g->is_cell ? galley_room(g) : 0;

    do {
        struct str rest = str_slice(buf_str(&p->prose.text), from, to);
        struct str part = rest;
        size_t cols;

        if (room > 0)
            part = utf8_fit(rest, room, &cols);
        if (part.len == 0) /* the first grapheme alone is too wide */
            part.len = utf8_grapheme(rest);
        uint32_t at = prose_place(&p->prose, from, to).from;
        uint32_t left = galley_begin_line(g, kind, at, b);
        prose_put(&p->prose, g->sheet, from, from + (uint32_t)part.len, left);
        from += (uint32_t)part.len;
    } while (from < to);
}

void
code_put(struct press *p, struct galley *g, block_ix b)
{
    const struct block *block = &p->a->blocks[b];
    struct prose *prose = &p->prose;

    para_put_marks(p, g, b);
    galley_push(g, BLOCK_CODE, block->end);
    galley_indent(g, CODE_INDENT);
    prose_clear(prose);
    for (uint32_t i = 0; i < block->n_spans; i++) {
        const struct span *span = &p->a->spans[block->first_span + i];
        struct look look = {span->link, span->roles, THEME_CODE};
        prose_add_text(prose, p->a, span->text, look, PIECE_BODY);
    }

    uint32_t len = (uint32_t)prose->text.len;
    for (uint32_t from = 0; from < len;) {
        struct str text = buf_str(&prose->text);
        uint32_t to = (uint32_t)str_find(text, STR("\n"), from);
        put_line(p, g, b, from, to);
        from = to + 1;
    }
    galley_pop(g);
}

void
code_put_rule(struct press *p, struct galley *g, block_ix b)
{
    struct str stars = STR("* * *");
    uint32_t room = galley_room(g);
    uint32_t blank = 0;

    para_put_marks(p, g, b);
    if (room > 0 && room < stars.len)
        stars = STR("*");
    if (room > 0)
        blank = (room - (uint32_t)stars.len) / 2;
    uint32_t left = galley_begin_line(g, LINE_TEXT, p->offsets[b], b);
    sheet_add_own(g->sheet, left + blank, stars, look_of(THEME_RULE));
}
