/* SPDX-License-Identifier: ISC */
/*
 * trim - what is no text of the article but stands in it
 *
 * Here class names help little: what authors and content systems put between
 * paragraphs is known by its words (parse/notices.h) and by being made of
 * links. A list of links among paragraphs is kept, since it was written there.
 */
#include "trim.h"

#include "dateline.h"
#include "gallery.h"
#include "headline.h"
#include "notices.h"

#include <string.h>

enum {
    MIN_PARAS = 3,   /* that a list of links may stand among */
    MAX_SEEN = 100,  /* boxes beside one that are looked at */
    MAX_LISTS = 60,  /* percent of the text in lists of links */
    MAX_RIGHT = 300, /* letters of whose text it is */
    MAX_OFFER = 400, /* letters of a box that is offered in the text */
    MAX_OFFERS = 10, /* percent of the text in all of them */
    MAX_BOXES = 4,   /* that are offered; more are a list */
};

static bool
is_links(const struct row *row)
{
    const struct tally *s = &row->sum;

    switch (row->element) {
    case ELEMENT_DIV:
    case ELEMENT_UL:
    case ELEMENT_OL:
    case ELEMENT_SECTION:
    case ELEMENT_TABLE:
    case ELEMENT_ARTICLE:
        break;
    default:
        return false;
    }
    return s->links > 2 && s->linked * 10 > s->text * 7 && s->prose == 0;
}

/*
 * Tells whether row stands among paragraphs, or in a box among those that are
 * each in a box of their own. Then it must not be a list of contents.
 */
static bool
is_among_paras(const struct census *c, uint32_t i)
{
    uint32_t parent = c->rows[i].parent, n = 0, n_seen = 0;

    if (c->rows[parent].n_paras >= MIN_PARAS)
        return true;
    for (uint32_t j = i; j < c->rows[i].end; j++)
        if (c->rows[j].element == ELEMENT_A &&
            str_starts(census_attr(c, j, "href"), STR("#")))
            return false;
    while (parent > 1 && c->rows[parent].sum.text == c->rows[i].sum.text)
        parent = c->rows[parent].parent;
    for (uint32_t j = parent + 1;
         j < c->rows[parent].end && n < MIN_PARAS && n_seen++ < MAX_SEEN;
         j = c->rows[j].end)
        n += !c->rows[j].is_dropped && c->rows[j].n_paras == 1 &&
             c->rows[j].sum.items == 0 && c->rows[j].sum.headings == 0;
    return n >= MIN_PARAS;
}

/*
 * Tells whether lists of links are most of the text, which makes them what the
 * page is about.
 */
static bool
is_index(const struct census *c, uint32_t article)
{
    uint64_t n_text = 0;

    for (uint32_t i = article + 1; i < c->rows[article].end; i++)
        if (!c->rows[i].is_dropped && is_links(&c->rows[i])) {
            n_text += c->rows[i].sum.text;
            i = c->rows[i].end - 1;
        }
    return n_text * 100 > c->rows[article].sum.text * (uint64_t)MAX_LISTS;
}

/*
 * Tells whether a line only leads to other articles: "Related: ...".
 */
static bool
is_pointer(const struct census *c, uint32_t i)
{
    const struct row *row = &c->rows[i];
    struct buf text = {0};

    if ((row->element != ELEMENT_P && row->element != ELEMENT_DIV &&
            row->element != ELEMENT_BLOCKQUOTE && row->element != ELEMENT_LI) ||
        row->sum.text > 300 || row->sum.links == 0 ||
        row->sum.linked * 2 < row->sum.text)
        return false;
    census_text(c, i, 60, &text);
    bool is_pointer = notices_point(buf_str(&text));
    buf_done(&text);
    return is_pointer;
}

/*
 * Tells whether a line is nothing but a call to do something.
 */
static bool
is_call(const struct census *c, uint32_t i)
{
    const struct row *row = &c->rows[i];
    struct buf text = {0};

    if (!row->is_block || row->sum.text > 40 || row->sum.text == 0 ||
        row->element == ELEMENT_PRE || row->element == ELEMENT_TD ||
        row->element == ELEMENT_TH || row->element == ELEMENT_TR ||
        row->element == ELEMENT_DT || row->element == ELEMENT_DD ||
        row->is_heading || row->sum.items > 1)
        return false;
    census_text(c, i, 100, &text);
    bool is_call = notices_call(buf_str(&text));
    buf_done(&text);
    return is_call;
}

/*
 * Tells whether a line says whose text it is.
 */
static bool
is_right(const struct census *c, uint32_t i)
{
    static const struct str signs[] = {STR_INIT("\u00A9"), STR_INIT("(c) "),
        STR_INIT("copyright \u00A9"), STR_INIT("copyright (c)"),
        STR_INIT("copyright 20")};
    const struct row *row = &c->rows[i];
    struct buf text = {0};
    bool is_right = false;

    if ((row->element != ELEMENT_P && row->element != ELEMENT_DIV) ||
        row->line_text == 0 || row->line_text != row->sum.text ||
        row->sum.text > MAX_RIGHT)
        return false;
    census_text(c, i, 40, &text);
    struct str s = str_trim(buf_str(&text));
    for (size_t j = 0; j < sizeof signs / sizeof *signs; j++)
        is_right |= str_starts_nocase(s, signs[j]);
    buf_done(&text);
    return is_right;
}

/*
 * Tells whether a line is a single mark, put there to make room, in one element
 * more at most.
 */
static bool
is_spacer(const struct census *c, uint32_t i)
{
    const struct row *row = &c->rows[i];
    struct buf text = {0};

    if ((row->element != ELEMENT_P && row->element != ELEMENT_DIV) ||
        row->sum.text > 1 || row->end > i + 2 ||
        (row->end > i + 1 && c->rows[i + 1].element == ELEMENT_IMG))
        return false;
    census_text(c, i, 16, &text);
    struct str s = str_trim(buf_str(&text));
    bool is_spacer = s.len == 1 && strchr(".,:;|_", s.ptr[0]);
    buf_done(&text);
    return is_spacer;
}

/*
 * Tells whether a link is one of those that a line is made of to tell what the
 * article is filed under.
 */
static bool
is_file_tag(const struct census *c, uint32_t i)
{
    const struct row *row = &c->rows[i], *block = &c->rows[row->block];

    return row->element == ELEMENT_A && row->is_link &&
           str_has_word(census_attr(c, i, "rel"), STR("tag")) &&
           !block->is_heading &&
           block->line_linked * 10ull > block->line_text * 6ull &&
           block->line_text == block->sum.text;
}

/*
 * Tells whether a row is a link made to look like a button.
 */
static bool
is_button(const struct census *c, uint32_t i)
{
    const struct row *row = &c->rows[i];

    return row->element == ELEMENT_A && row->is_link && !row->is_dropped &&
           (row->cues & CUE_BUTTON) && !(row->cues & CUE_FOLD) &&
           !c->rows[row->block].is_heading;
}

/*
 * Returns the box around a button: all that comes with it, if that is little;
 * else the button itself.
 */
static uint32_t
box_of(const struct census *c, uint32_t article, uint32_t button)
{
    uint32_t box = button, above;

    for (; (above = c->rows[box].parent) != article; box = above)
        if (c->rows[above].sum.text > MAX_OFFER || c->rows[above].n_paras > 2 ||
            c->rows[above].sum.headings > 0)
            break;
    return box;
}

/*
 * Drops the offers in an article: boxes with a button. Where much of the text
 * is in such boxes, they are cards, and the text is made of them. Where there
 * are many, each tells of something else, and only their buttons go.
 */
static void
drop_offers(struct census *c, uint32_t article)
{
    uint64_t n_text = 0;
    uint32_t n_boxes = 0, box;

    for (int pass = 0; pass < 2; pass++) {
        for (uint32_t i = article + 1; i < c->rows[article].end; i++) {
            if (!is_button(c, i))
                continue;
            box = box_of(c, article, i);
            if (pass == 0) {
                n_text += c->rows[box].sum.text;
                n_boxes += box != i;
            } else {
                c->rows[n_boxes > MAX_BOXES ? i : box].is_dropped = true;
            }
            i = c->rows[box].end - 1;
        }
        if (n_text * 100 > c->rows[article].sum.text * MAX_OFFERS)
            return;
    }
    census_sum(c);
}

static bool
is_heading(const struct row *row)
{
    return row->is_heading;
}

/*
 * Drops what stands under a heading that announces something else: the box
 * around it if the heading is the first in it, else what follows up to the next
 * heading, as far as that is little.
 */
static void
drop_announced(struct census *c, uint32_t article, uint32_t heading)
{
    uint32_t limit = c->rows[article].sum.prose / 5 + 200, box = heading;
    uint32_t parent = c->rows[box].parent;

    while (parent != article && census_is_in(c, parent, article) &&
           c->rows[parent].sum.prose <= limit &&
           c->rows[parent].sum.headings == 1) {
        box = parent;
        parent = c->rows[box].parent;
    }
    if (box != heading) {
        c->rows[box].is_dropped = true;
        return;
    }
    uint32_t i = c->rows[heading].end, n = 0;
    for (; i < c->rows[parent].end && c->rows[i].sum.headings == 0;
         i = c->rows[i].end)
        n += c->rows[i].is_dropped ? 0 : c->rows[i].sum.prose;
    if (n > limit)
        return;
    for (uint32_t j = heading; j < i; j = c->rows[j].end)
        c->rows[j].is_dropped = true;
}

static void
drop_sections(struct census *c, uint32_t article)
{
    for (uint32_t i = article + 1; i < c->rows[article].end; i++) {
        struct row *row = &c->rows[i];
        struct buf text = {0};
        if (row->is_dropped || c->rows[row->parent].is_dropped) {
            row->is_dropped = true;
            continue;
        }
        if (!is_heading(row) || row->sum.text > 80)
            continue;
        census_text(c, i, 160, &text);
        if (notices_announce(buf_str(&text)))
            drop_announced(c, article, i);
        buf_done(&text);
    }
    census_sum(c);
}

/*
 * Drops the first heading or line in the article that is its title, which is
 * shown above, and the line behind it if that says the same.
 */
static void
drop_title(struct census *c, uint32_t article, struct str title)
{
    bool has_dropped = false;

    for (uint32_t i = article + 1; i < c->rows[article].end; i++) {
        struct row *row = &c->rows[i];
        struct buf text = {0};
        bool is_line = row->is_block && row->line_text > 0 &&
                       row->line_text == row->sum.text;
        if (row->sum.prose > 0 && row->sum.headings == 0 &&
            row->line_commas > 1)
            return;
        if (row->is_dropped || (row->element != ELEMENT_H1 &&
                                   row->element != ELEMENT_H2 && !is_line))
            continue;
        census_text(c, i, 400, &text);
        row->is_dropped = headline_is_same(buf_str(&text), title);
        buf_done(&text);
        if (has_dropped)
            return;
        has_dropped = row->is_dropped;
        i = row->is_dropped ? row->end - 1 : i;
    }
}

/*
 * Drops the headings of posts that only say the title of the talk again.
 */
static void
drop_replies(struct census *c, uint32_t article, struct str title)
{
    for (uint32_t i = article + 1; i < c->rows[article].end; i++) {
        struct row *row = &c->rows[i];
        struct buf text = {0};
        if (row->is_dropped || !row->is_heading || row->sum.text > 300)
            continue;
        census_text(c, i, 400, &text);
        struct str s = str_trim(buf_str(&text));
        if (str_starts_nocase(s, STR("re:")))
            s = str_slice(s, 3, s.len);
        row->is_dropped = headline_is_same(s, title);
        buf_done(&text);
    }
}

/*
 * Drops what tells who wrote the article and when from above its text.
 */
static void
drop_datelines(struct census *c, uint32_t article)
{
    for (uint32_t i = article + 1; i < c->rows[article].end; i++) {
        struct row *row = &c->rows[i];
        if (row->is_dropped || row->is_heading) {
            i = row->end - 1;
            continue;
        }
        if (!row->is_block || row->sum.text == 0)
            continue;
        if (row->sum.text <= 120 && row->sum.headings == 0) {
            struct buf text = {0};
            census_text(c, i, 300, &text);
            row->is_dropped = dateline_is(buf_str(&text));
            buf_done(&text);
        }
        if (row->is_dropped)
            i = row->end - 1;
        else if (row->line_text >= 60)
            break;
    }
    census_sum(c);
}

void
trim_article(struct census *c, uint32_t article, struct str title, bool is_talk)
{
    drop_title(c, article, title);
    if (is_talk)
        drop_replies(c, article, title);
    else
        drop_datelines(c, article);
    bool keeps_links = is_index(c, article);
    for (uint32_t i = article + 1; i < c->rows[article].end; i++) {
        struct row *row = &c->rows[i];
        if (row->is_dropped || c->rows[row->parent].is_dropped)
            row->is_dropped = true;
        else if (!keeps_links && is_links(row) && !is_among_paras(c, i))
            row->is_dropped = true;
        else if (is_call(c, i))
            row->is_dropped = true;
        else if (is_pointer(c, i) || is_spacer(c, i) || is_right(c, i))
            row->is_dropped = true;
        else if (is_file_tag(c, i))
            c->rows[row->block].is_dropped = true;
    }
    census_sum(c);
    drop_offers(c, article);
    drop_sections(c, article);
    gallery_drop(c, article);
}
