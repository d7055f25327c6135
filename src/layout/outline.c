/* SPDX-License-Identifier: ISC */
/*
 * outline - the sections of an article, and what can be folded
 *
 * One pass over the blocks with a stack of the sections that are still open.
 * A section lives inside the container of its head and ends there at the
 * latest, so sections nest as blocks do. What ends it earlier depends on the
 * head: a heading of its level or above, the next question, the next term; a
 * footnote ends all, since it belongs to the whole and not to the section that
 * happens to be last.
 *
 * Words come from sums over all blocks before, so that sections inside sections
 * are not counted again and again.
 */
#include "layout/outline.h"

#include "base/buf.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "model/wording.h"

#include <stdlib.h>

/* A section that is open while the pass goes on. */
struct open_section {
    section_ix ix;
    block_ix container;  /* the block around its head */
    uint32_t heading;    /* where on the stack the nearest heading is */
    uint32_t n_headings; /* numbered so far right below it */
};

struct outlining {
    const struct article *a;
    struct section *sections;
    uint32_t n_sections, cap_sections;
    struct open_section *stack; /* stack[0] stands for the article */
    uint32_t n_open, cap_open;
    struct buf numbers;
    uint32_t *words; /* of all blocks before; n_blocks + 1 entries */
};

static uint32_t *
sum_words(const struct article *a)
{
    uint32_t *words = mem_alloc((a->n_blocks + 1) * sizeof *words);

    words[0] = 0;
    for (block_ix b = 0; b < a->n_blocks; b++)
        words[b + 1] = words[b] + (article_is_leaf(a->blocks[b].kind)
                                          ? article_words(a, b, b + 1)
                                          : 0);
    return words;
}

static const struct block *
head_of(const struct outlining *o, const struct open_section *open)
{
    return &o->a->blocks[o->sections[open->ix].head];
}

static void
close_section(struct outlining *o, block_ix end)
{
    struct section *s = &o->sections[o->stack[--o->n_open].ix];

    s->end = end;
    s->words = o->words[end] - o->words[s->first];
}

/*
 * Closes the sections whose container ends at or before block b.
 */
static void
close_left(struct outlining *o, block_ix b)
{
    while (o->n_open > 1) {
        const struct open_section *top = &o->stack[o->n_open - 1];
        block_ix limit = o->a->blocks[top->container].end;
        if (limit > b)
            break;
        close_section(o, limit);
    }
}

/*
 * Tells whether block, a neighbor of head, ends the section of head.
 */
static bool
ends_section(const struct block *block, const struct block *head)
{
    bool is_question = (block->marks & BLOCK_IS_QUESTION) != 0;

    switch (block->kind) {
    case BLOCK_NOTE:
        return true;
    case BLOCK_HEADING:
        return head->kind == BLOCK_PARA ||
               (head->kind == BLOCK_HEADING && head->level >= block->level);
    case BLOCK_PARA:
        return head->kind == BLOCK_PARA && is_question;
    case BLOCK_TERM:
        return head->kind == BLOCK_TERM;
    default:
        return false;
    }
}

static void
close_ended(struct outlining *o, block_ix b)
{
    const struct block *block = &o->a->blocks[b];

    while (o->n_open > 1) {
        const struct open_section *top = &o->stack[o->n_open - 1];
        if (top->container != block->parent ||
            !ends_section(block, head_of(o, top)))
            break;
        close_section(o, b);
    }
}

static bool
is_head(const struct block *block)
{
    if (block->kind == BLOCK_HEADING || block->kind == BLOCK_SUMMARY)
        return true;
    return (block->marks & BLOCK_IS_QUESTION) &&
           (block->kind == BLOCK_PARA || block->kind == BLOCK_TERM);
}

/*
 * Gives a heading its depth and its number: that of the heading around it, a
 * period, and how many there were.
 */
static void
number_section(
    struct outlining *o, struct section *s, struct open_section *around)
{
    uint32_t at = (uint32_t)o->numbers.len;
    struct text_ref prefix = {0};

    s->depth = 1;
    if (around->ix != SECTION_NONE) {
        s->depth = (uint16_t)(o->sections[around->ix].depth + 1);
        prefix = o->sections[around->ix].number;
    }
    if (prefix.len > 0) {
        buf_reserve(&o->numbers, prefix.len);
        buf_add(&o->numbers, o->numbers.ptr + prefix.at, prefix.len);
        buf_add_char(&o->numbers, '.');
    }
    buf_add_format(&o->numbers, "%u", ++around->n_headings);
    s->number = (struct text_ref){at, (uint32_t)o->numbers.len - at};
}

static void
open_section(struct outlining *o, block_ix b)
{
    const struct block *block = &o->a->blocks[b];
    const struct open_section *top = &o->stack[o->n_open - 1];
    uint32_t heading = top->heading;
    struct section section = {
        .head = b,
        .first = block->end,
        .end = block->end,
        .parent = top->ix,
        .is_question = (block->marks & BLOCK_IS_QUESTION) != 0,
    };

    if (block->kind == BLOCK_HEADING) {
        number_section(o, &section, &o->stack[heading]);
        heading = o->n_open;
    }
    MEM_GROW(o->sections, o->cap_sections, o->n_sections + 1);
    MEM_GROW(o->stack, o->cap_open, o->n_open + 1);
    o->stack[o->n_open++] = (struct open_section){
        .ix = o->n_sections,
        .container = block->parent,
        .heading = heading,
    };
    o->sections[o->n_sections++] = section;
}

struct outline *
outline_new(const struct article *a)
{
    struct outlining o = {.a = a, .words = sum_words(a)};
    struct outline *outline = mem_alloc(sizeof *outline);

    MEM_GROW(o.stack, o.cap_open, 1);
    o.stack[o.n_open++] = (struct open_section){.ix = SECTION_NONE};
    for (block_ix b = 1; b < a->n_blocks; b++) {
        close_left(&o, b);
        close_ended(&o, b);
        if (is_head(&a->blocks[b]))
            open_section(&o, b);
    }
    close_left(&o, a->n_blocks);

    free(o.stack);
    free(o.words);
    *outline = (struct outline){
        .sections = o.sections,
        .numbers = buf_take(&o.numbers),
        .n_sections = o.n_sections,
    };
    return outline;
}

void
outline_free(struct outline *o)
{
    if (!o)
        return;
    free((void *)o->sections);
    free((void *)o->numbers);
    free(o);
}

struct str
outline_number(const struct outline *o, section_ix s)
{
    struct text_ref number = o->sections[s].number;

    return (struct str){o->numbers + number.at, number.len};
}

/*
 * Tells whether title begins with a number that ends in '.' or ')', or that has
 * several parts.
 */
static bool
is_numbered(struct str title)
{
    size_t i = 0;
    bool has_mark = false;

    while (i < title.len && title.ptr[i] >= '0' && title.ptr[i] <= '9') {
        while (i < title.len && title.ptr[i] >= '0' && title.ptr[i] <= '9')
            i++;
        if (i < title.len && (title.ptr[i] == '.' || title.ptr[i] == ')')) {
            has_mark = true;
            i++;
        }
    }
    return has_mark && i < title.len && title.ptr[i] == ' ';
}

struct str
outline_label(const struct outline *o, const struct article *a, section_ix s)
{
    if (is_numbered(article_text(a, o->sections[s].head)))
        return (struct str){0};
    return outline_number(o, s);
}

/*
 * Returns how many sections have their head at or before block b.
 */
static uint32_t
count_heads(const struct outline *o, block_ix b)
{
    uint32_t low = 0, high = o->n_sections;

    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (o->sections[middle].head <= b)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

section_ix
outline_at(const struct outline *o, block_ix b)
{
    section_ix s = count_heads(o, b) - 1; /* SECTION_NONE when there is none */

    while (s != SECTION_NONE && b >= o->sections[s].end &&
           b != o->sections[s].head)
        s = o->sections[s].parent;
    return s;
}

/* What a search for a title has found. */
struct title_search {
    section_ix equal, prefix; /* the first of each */
    uint32_t n_equal, n_prefix;
};

static struct title_search
search_titles(const struct outline *o, const struct article *a, struct str name)
{
    struct title_search found = {SECTION_NONE, SECTION_NONE, 0, 0};
    struct buf wanted = {0}, line = {0}, title = {0};

    utf8_add_lower(&wanted, name);
    for (section_ix s = 0; s < o->n_sections; s++) {
        buf_cut(&title, 0);
        buf_cut(&line, 0);
        wording_add_line(a, o->sections[s].head, &line);
        utf8_add_lower(&title, buf_str(&line));
        if (!str_starts(buf_str(&title), buf_str(&wanted)))
            continue;
        if (found.n_prefix++ == 0)
            found.prefix = s;
        if (title.len == wanted.len && found.n_equal++ == 0)
            found.equal = s;
    }
    buf_done(&wanted);
    buf_done(&line);
    buf_done(&title);
    return found;
}

section_ix
outline_find(const struct outline *o, const struct article *a, struct str name,
    struct err *err)
{
    name = str_trim(name);
    if (name.len == 0) {
        err_set(err, ERR_NOT_FOUND, "no section without a name");
        return SECTION_NONE;
    }
    for (section_ix s = 0; s < o->n_sections; s++)
        if (str_eq(outline_number(o, s), name))
            return s;

    struct title_search found = search_titles(o, a, name);
    if (found.n_equal == 1)
        return found.equal;
    if (found.n_equal == 0 && found.n_prefix == 1)
        return found.prefix;
    if (found.n_prefix == 0)
        err_set(err, ERR_NOT_FOUND, "no section '%.*s'", STR_ARG(name));
    else
        err_set(err, ERR_NOT_FOUND,
            "%u sections are called '%.*s'; take the number of one",
            found.n_equal > 1 ? found.n_equal : found.n_prefix, STR_ARG(name));
    return SECTION_NONE;
}

/*
 * Tells whether section s is folded at first, where folds begin closed.
 */
static bool
is_closed_at_first(const struct article *a, const struct section *s)
{
    const struct block *head = &a->blocks[s->head];

    if (s->first == s->end)
        return false;
    if (head->kind == BLOCK_SUMMARY)
        return !(a->blocks[head->parent].marks & BLOCK_IS_OPEN);
    return s->is_question;
}

void
outline_default_folds(const struct outline *o, const struct article *a,
    bool is_closed, uint8_t *folded)
{
    for (section_ix s = 0; s < o->n_sections; s++)
        folded[s] = is_closed && is_closed_at_first(a, &o->sections[s]);
}
