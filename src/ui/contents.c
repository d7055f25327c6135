/* SPDX-License-Identifier: ISC */
/*
 * contents - the table of contents as a panel
 *
 *      Contents
 *
 *        1    What pinto beans are     140
 *      > 2    What is in them          302
 *        2.1    Fiber                  128
 *
 * The numbers stand in a column of their own, so that titles are indented by
 * depth alone. Words are shown where they cut no title short, or the panel is
 * wide; where it is very narrow the numbers go as well.
 *
 * The section being read has a mark besides its looks, for terminals that have
 * none and for when the selection is elsewhere.
 */
#include "ui/contents.h"

#include "base/mem.h"
#include "base/utf8.h"
#include "model/wording.h"

#include <stdlib.h>

enum {
    MARK_COLS = 2,    /* the mark of the section being read */
    MAX_NUMBER = 6,   /* cells of their column; longer ones push the title */
    INDENT = 2,       /* of each depth below the first */
    LEAST_TITLE = 20, /* cells of a title, before the number has to go */
    ENOUGH_COLS = 48, /* of a panel that shows words even if titles suffer */
    WORDS_COLS = 8
};

static void
add_title(const struct contents *p, section_ix s, struct buf *out)
{
    wording_add_line(p->article, p->outline->sections[s].head, out);
}

/* Appends what the filter looks for: numbers are found as well. */
static void
add_text(void *user, uint32_t row, struct buf *out)
{
    const struct contents *p = user;

    buf_add_str(out, outline_number(p->outline, p->sections[row]));
    buf_add_char(out, ' ');
    add_title(p, p->sections[row], out);
}

/* Returns how a row looks: selected, being read, or neither. */
static struct attrs
row_attrs(const struct contents *p, uint32_t row, bool is_here)
{
    struct attrs attrs = p->list.theme->keys[THEME_PANEL_HERE];

    if (is_here)
        return p->list.theme->keys[THEME_FOCUS];
    if (p->sections[row] != p->here)
        return p->list.theme->keys[THEME_PANEL];
    if (p->has_focus) /* only the selection looks like one */
        attrs.bits &= (uint16_t)~THEME_REVERSE;
    return attrs;
}

/* Draws the words of section s at the right and returns the cells taken. */
static int
draw_words(
    struct canvas *c, struct rect line, uint32_t words, struct attrs attrs)
{
    struct buf text = {0};

    buf_add_format(&text, "%u", words);
    canvas_put(c, line, line.col + line.cols - (int)text.len - 1, line.row,
        buf_str(&text), attrs);
    buf_done(&text);
    return WORDS_COLS;
}

/* Tells whether a panel of that width has room for the words of sections. */
static bool
has_words(const struct contents *p, int cols)
{
    int title = p->title_cols > LEAST_TITLE ? p->title_cols : LEAST_TITLE;

    return cols >= ENOUGH_COLS ||
           MARK_COLS + p->number_cols + title + WORDS_COLS <= cols;
}

/* Draws a row. Deep sections of a narrow panel are indented less, so that two
 * thirds of it are left to titles. */
static void
draw_section(
    void *user, uint32_t row, struct canvas *c, struct rect line, bool is_here)
{
    const struct contents *p = user;
    section_ix s = p->sections[row];
    const struct section *section = &p->outline->sections[s];
    struct attrs attrs = row_attrs(p, row, is_here);
    struct buf title = {0};
    int right = line.col + line.cols;
    int col = line.col + MARK_COLS;

    canvas_fill(c, line, attrs);
    if (s == p->here)
        canvas_put(c, line, line.col, line.row, STR("›"), attrs);
    right -= has_words(p, line.cols)
                 ? draw_words(c, line, section->words, attrs)
                 : 1;
    if (right - col - p->number_cols >= LEAST_TITLE) {
        int end = 1 + canvas_put(c, line, col, line.row,
                          outline_label(p->outline, p->article, s), attrs);
        col += p->number_cols;
        if (col < end)
            col = end;
    }
    int indent = INDENT * (section->depth - 1);
    int most = (right - col) / 3;
    col += indent < most ? indent : most;
    add_title(p, s, &title);
    canvas_put_short(c, line, (struct rect){col, line.row, right - col, 1},
        buf_str(&title), attrs);
    buf_done(&title);
}

static view_reaction
pick_section(void *user, uint32_t row)
{
    struct contents *p = user;

    return p->pick(p->user, p->sections[row]);
}

static const struct list_ops ops = {draw_section, add_text, pick_section, NULL};

/* Takes the section into account for the columns of the panel. */
static void
measure(struct contents *p, section_ix s)
{
    const struct section *section = &p->outline->sections[s];
    int number = (int)utf8_cols(outline_number(p->outline, s)) + 1;
    struct buf text = {0};

    add_title(p, s, &text);
    int title = (int)utf8_cols(buf_str(&text)) + INDENT * (section->depth - 1);
    buf_done(&text);
    if (number > MAX_NUMBER)
        number = MAX_NUMBER;
    if (number > p->number_cols)
        p->number_cols = number;
    if (title > p->title_cols)
        p->title_cols = title;
}

void
contents_init(struct contents *p, const struct theme *theme,
    const struct article *article, const struct outline *outline,
    contents_pick_fn pick, void *user)
{
    *p = (struct contents){.article = article,
        .outline = outline,
        .here = SECTION_NONE,
        .pick = pick,
        .user = user};
    p->sections = mem_alloc_zero(outline->n_sections, sizeof *p->sections);
    for (section_ix s = 0; s < outline->n_sections; s++) {
        if (outline->sections[s].depth == 0)
            continue;
        p->sections[p->n_sections++] = s;
        measure(p, s);
    }
    list_init(&p->list, theme, &ops, p, p->n_sections);
    p->list.is_quick = p->list.is_faded = true;
}

void
contents_done(struct contents *p)
{
    list_done(&p->list);
    free(p->sections);
    *p = (struct contents){0};
}

uint32_t
contents_count(const struct contents *p)
{
    return p->n_sections;
}

/* Finds the row of section s, which is in the contents. */
static uint32_t
row_of(const struct contents *p, section_ix s)
{
    uint32_t low = 0, high = p->n_sections;

    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (p->sections[middle] < s)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

bool
contents_show(struct contents *p, section_ix s)
{
    while (s != SECTION_NONE && p->outline->sections[s].depth == 0)
        s = p->outline->sections[s].parent;
    if (s == p->here)
        return false;
    p->here = s;
    if (!p->has_focus)
        list_select(&p->list, s == SECTION_NONE ? 0 : row_of(p, s));
    return true;
}

void
contents_focus(struct contents *p, bool has_focus)
{
    p->has_focus = has_focus;
    p->list.is_faded = !has_focus;
    if (!has_focus)
        list_clear(&p->list);
    list_select(&p->list, p->here == SECTION_NONE ? 0 : row_of(p, p->here));
}

view_reaction
contents_act(struct contents *p, enum action action, unsigned count)
{
    return list_act(&p->list, action, count);
}

view_reaction
contents_key(struct contents *p, keymap_key key)
{
    return list_key(&p->list, key);
}

view_reaction
contents_paste(struct contents *p, struct str text)
{
    return list_paste(&p->list, text);
}

view_reaction
contents_mouse(struct contents *p, const struct view_mouse *mouse)
{
    return list_mouse(&p->list, mouse);
}

void
contents_draw(struct contents *p, struct canvas *c, struct rect area)
{
    const struct theme *t = p->list.theme;
    struct rect rows = area;
    int head = area.rows > 6 ? 2 : 1; /* with an empty line when it fits */

    canvas_fill(c, area, t->keys[THEME_PANEL]);
    canvas_put_short(c, area,
        (struct rect){area.col + MARK_COLS, area.row, area.cols - MARK_COLS, 1},
        STR("Contents"), t->keys[THEME_TITLE]);
    rows.row += head;
    rows.rows -= head;
    if (p->n_sections == 0)
        canvas_put_short(c, area,
            (struct rect){
                area.col + MARK_COLS, rows.row, area.cols - MARK_COLS, 1},
            STR("This article has no headings."), t->keys[THEME_BYLINE]);
    if (rows.rows > 0)
        list_draw(&p->list, c, rows);
}
