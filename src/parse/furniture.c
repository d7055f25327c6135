/* SPDX-License-Identifier: ISC */
/*
 * furniture - what belongs to the site and not to the article
 *
 * Three kinds of evidence: the element itself (nav, aside, button), its role,
 * and what its class, id and the like are made of (parse/cue.h). None is sure:
 * page builders call everything a widget, themes put the article into a form.
 * So each kind has a share of the page's prose above which it is not believed,
 * the smaller the less the evidence tells: what holds most of the sentences is
 * no furniture, whatever it is called.
 */
#include "furniture.h"

#include "lazy.h"

enum {
    UNDECIDED = 101,  /* percent */
    MIN_MAIN = 100,   /* letters in what is marked as the main thing */
    WEAK_SHARE = 5,   /* percent */
    MANY_SHARE = 30,  /* percent that several of a kind hold together */
    MAX_MANY = 100,   /* elements beside one that are looked at */
    MAX_AROUND = 150, /* letters around a form that are about it */
};

/* What is believed where it holds next to nothing only. */
#define WEAK_CUES                                                              \
    (CUE_PROMO | CUE_TOC | CUE_USER | CUE_AUTHOR | CUE_DATE | CUE_TAGS |       \
        CUE_TOOLS | CUE_META | CUE_CREDIT)

/*
 * Tells whether the role of an element is one of furniture.
 */
static bool
has_role(const struct census *c, uint32_t i)
{
    struct str role = census_attr(c, i, "role");
    static const char *const roles[] = {"navigation", "search", "banner",
        "contentinfo", "complementary", "dialog", "alertdialog", "menu",
        "menubar", "toolbar", "tablist", "alert", "tooltip"};

    for (size_t j = 0; j < sizeof roles / sizeof *roles; j++)
        if (str_eq_nocase(role, str_of(roles[j])))
            return true;
    return false;
}

/*
 * Tells whether a picture says nothing, as its author declares by describing it
 * with an empty text; one that is all that a cell holds says it nevertheless.
 */
static bool
is_ornament(const struct census *c, uint32_t i)
{
    const struct row *block = &c->rows[c->rows[i].block];

    return census_has(c, i, "alt") &&
           str_trim(census_attr(c, i, "alt")).len == 0 &&
           block->element != ELEMENT_FIGURE &&
           (block->element != ELEMENT_TD || block->sum.text > 0) &&
           census_attr(c, i, "title").len == 0;
}

/*
 * Tells whether the address of a link hands on that of a page or a picture, as
 * the buttons do that share it.
 */
static bool
hands_on(struct str href)
{
    static const struct str values[] = {STR_INIT("=http"), STR_INIT("=www.")};

    href = str_slice(href, str_find(href, STR("?"), 0), href.len);
    for (size_t i = 0; i < sizeof values / sizeof *values; i++)
        if (str_find(href, values[i], 0) < href.len)
            return true;
    return false;
}

/*
 * Tells whether a picture is the sign of a button that shares something.
 */
static bool
is_share_sign(const struct census *c, uint32_t i)
{
    uint32_t parent = c->rows[i].parent;

    return (c->rows[i].cues & CUE_SHARE) ||
           (c->rows[parent].element == ELEMENT_A &&
               str_trim(census_attr(c, i, "alt")).len == 0 &&
               hands_on(census_attr(c, parent, "href")));
}

/*
 * Tells whether an aside belongs to the text: it stands among paragraphs, or is
 * a quotation in a talk, and is not made of links.
 */
static bool
is_remark(const struct census *c, const struct row *row, bool is_talk)
{
    const struct row *parent = &c->rows[row->parent];
    bool is_quoted = (parent->cues & CUE_POST) ||
                     c->rows[parent->parent].element == ELEMENT_BLOCKQUOTE;

    if (row->sum.linked * 3 >= row->sum.text)
        return false;
    if (is_talk && (row->cues & CUE_USER))
        return false;
    return parent->n_paras >= 2 || (is_talk && is_quoted);
}

/*
 * Tells whether a button opens the sentences behind it, which makes it their
 * heading.
 */
static bool
is_switch(const struct census *c, uint32_t i)
{
    uint32_t around = i;

    if (!(c->rows[i].cues & CUE_FOLD) && !census_has(c, i, "aria-expanded") &&
        !census_has(c, i, "aria-controls"))
        return false;
    while (c->rows[c->rows[around].parent].end == c->rows[i].end &&
           c->rows[around].parent > 1)
        around = c->rows[around].parent;
    uint32_t panel = c->rows[around].end;
    return panel < c->rows[c->rows[around].parent].end &&
           !c->rows[panel].is_dropped && c->rows[panel].sum.prose > 0 &&
           c->rows[panel].sum.linked * 3 < c->rows[panel].sum.text;
}

/*
 * Tells whether a page in this page is one to look at, not one that counts its
 * readers or sells to them: it may fill the screen or play, or is made to be
 * put into others.
 */
static bool
is_player(const struct census *c, uint32_t i)
{
    static const struct str rights[] = {STR_INIT("fullscreen"),
        STR_INIT("encrypted-media"), STR_INIT("picture-in-picture")};
    struct str src = census_attr(c, i, "src");
    struct str allow = census_attr(c, i, "allow");
    size_t embed = str_find(src, STR("/embed"), 0) + strlen("/embed");

    if (census_has(c, i, "allowfullscreen"))
        return true;
    for (size_t k = 0; k < sizeof rights / sizeof *rights; k++)
        if (str_find(allow, rights[k], 0) < allow.len)
            return true;
    return embed == src.len ||
           (embed < src.len && strchr("/?", src.ptr[embed]));
}

/*
 * Returns the share of the page's prose, in percent, below which the element by
 * itself shows that row is furniture; UNDECIDED if it tells nothing.
 */
static uint32_t
limit_of_tag(const struct census *c, uint32_t i, bool is_talk)
{
    const struct row *row = &c->rows[i];

    switch (row->node->v.element.tag) {
    case GUMBO_TAG_IMG:
        return is_ornament(c, i) || is_share_sign(c, i) ||
                       lazy_is_stand_in(row->node)
                   ? 100
                   : 0;
    case GUMBO_TAG_FOOTER:
        if (c->rows[row->parent].element == ELEMENT_BLOCKQUOTE)
            return 0;
        return 60;
    case GUMBO_TAG_NAV:
        return 60;
    case GUMBO_TAG_ASIDE:
        return is_remark(c, row, is_talk) ? 0 : 25;
    case GUMBO_TAG_FORM:
    case GUMBO_TAG_FIELDSET:
        return 15;
    case GUMBO_TAG_BUTTON:
        if (is_switch(c, i))
            return 0;
        return row->sum.headings == 0 && row->sum.prose < 50 ? 100 : 0;
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_TEXTAREA:
    case GUMBO_TAG_LABEL:
        return row->sum.headings == 0 && row->sum.prose < 50 ? 100 : 0;
    case GUMBO_TAG_IFRAME:
        return is_player(c, i) ? 0 : 50;
    case GUMBO_TAG_NOSCRIPT:
        return lazy_is_picture(row->node) ? 0 : 50;
    case GUMBO_TAG_BODY:
    case GUMBO_TAG_HTML:
    case GUMBO_TAG_MAIN:
        return 0;
    default:
        return row->sum.text == c->rows[1].sum.text ? 0 : UNDECIDED;
    }
}

/*
 * Returns the same for what names say.
 */
static uint32_t
limit_of_cues(uint32_t cues, bool is_talk)
{
    static const struct {
        uint32_t cues, limit;
    } limits[] = {
        {CUE_CONSENT, 95},
        {CUE_COMMENT, 90},
        {CUE_NAV | CUE_SHARE | CUE_RELATED | CUE_AD | CUE_SIDE | CUE_FOOT |
                CUE_LETTER | CUE_SEARCH | CUE_SHOP | CUE_POPUP | CUE_BIO,
            20},
        {WEAK_CUES, WEAK_SHARE},
    };

    if (is_talk)
        cues &= ~(uint32_t)(CUE_COMMENT | CUE_LETTER | CUE_AUTHOR | CUE_BIO |
                            CUE_DATE | CUE_TAGS | CUE_TOOLS | CUE_META);
    else
        cues &= ~(uint32_t)CUE_USER;
    for (size_t i = 0; i < sizeof limits / sizeof *limits; i++)
        if (cues & limits[i].cues)
            return limits[i].limit;
    return 0;
}

/*
 * Tells whether row is the few words that a paragraph of sentences begins with,
 * such as the place and the day in news.
 */
static bool
begins_sentence(const struct census *c, uint32_t i)
{
    const struct row *row = &c->rows[i], *block = &c->rows[row->block];

    return i == row->block + 1 && row->sum.links == 0 &&
           block->element == ELEMENT_P && block->line_commas > 0 &&
           row->sum.text * 3 < block->line_text;
}

/*
 * Tells whether row and others beside it that have the same in their names hold
 * much of the page together: a list of posts is made of them, though each has
 * its author in its class.
 */
static bool
is_of_many(const struct census *c, uint32_t i)
{
    const struct row *row = &c->rows[i], *parent = &c->rows[row->parent];
    uint64_t n_prose = 0;
    uint32_t n = 0;

    for (uint32_t j = row->parent + 1; j < parent->end && n < MAX_MANY;
         j = c->rows[j].end, n++)
        if (!c->rows[j].is_dropped && c->rows[j].cues == row->cues)
            n_prose += c->rows[j].sum.prose;
    return n_prose * 100 > c->rows[1].sum.prose * (uint64_t)MANY_SHARE;
}

static bool
is_furniture(const struct census *c, uint32_t i, bool is_talk)
{
    const struct row *row = &c->rows[i];
    uint32_t share =
        (uint32_t)(row->sum.prose * 100ull / (c->rows[1].sum.prose + 1));
    uint32_t limit = limit_of_tag(c, i, is_talk);

    if (limit != UNDECIDED)
        return share < limit;
    if (str_ends(census_attr(c, i, "role"), STR("dialog")) && share < 95)
        return true;
    if (has_role(c, i) && share < 25)
        return true;
    if (row->is_heading)
        return (row->cues & CUE_COMMENT) && !is_talk;
    bool is_head = row->element == ELEMENT_HEADER && row->sum.headings == 0;
    if ((is_head || (row->cues & CUE_HEAD)) && row->sum.prose < 100)
        return true;
    uint32_t cues = row->cues;
    if (is_remark(c, row, is_talk))
        cues &= ~(uint32_t)CUE_SIDE;
    if (!row->is_block && row->sum.links == 0)
        cues &= ~(uint32_t)CUE_COMMENT;
    if (begins_sentence(c, i))
        cues &= ~(uint32_t)WEAK_CUES;
    if (row->element == ELEMENT_SUMMARY)
        cues = 0;
    if (c->rows[row->block].is_heading)
        cues &= ~(uint32_t)CUE_TOC; /* that leads back to the contents */
    if ((cues & WEAK_CUES) == CUE_DATE &&
        c->rows[row->parent].element == ELEMENT_LI)
        cues &= ~(uint32_t)CUE_DATE; /* of an event in a list of them */
    limit = limit_of_cues(cues, is_talk);
    return share < limit && !(limit == WEAK_SHARE && is_of_many(c, i));
}

/*
 * Returns the row of the only <main>, 0 if there is none or nothing in it.
 */
static uint32_t
find_main(const struct census *c)
{
    uint32_t found = 0;

    for (uint32_t i = 1; i < c->n; i++) {
        if (c->rows[i].is_dropped || c->rows[i].element != ELEMENT_MAIN)
            continue;
        if (found > 0)
            return 0;
        found = i;
    }
    return c->rows[found].sum.text >= MIN_MAIN ? found : 0;
}

/*
 * Tells whether row is a part of the site by standing outside of what is marked
 * as the main thing.
 */
static bool
is_outside(const struct census *c, uint32_t i, uint32_t main)
{
    GumboTag tag = c->rows[i].node->v.element.tag;

    return main > 0 && !census_is_in(c, i, main) && !census_is_in(c, main, i) &&
           (tag == GUMBO_TAG_NAV || tag == GUMBO_TAG_FOOTER ||
               tag == GUMBO_TAG_ASIDE);
}

/*
 * Tells whether a form that is gone asks its readers to write something.
 */
static bool
asks(const struct census *c, uint32_t form)
{
    const struct row *row = &c->rows[form];

    if (row->element != ELEMENT_FORM || !row->is_dropped || row->is_hidden)
        return false;
    for (uint32_t i = form + 1; i < row->end; i++) {
        struct str type = census_attr(c, i, "type");
        if (c->rows[i].element == ELEMENT_INPUT &&
            (type.len == 0 || str_eq_nocase(type, STR("text")) ||
                str_eq_nocase(type, STR("email"))))
            return true;
    }
    return false;
}

/*
 * Drops what is around a form that is gone, if little is left in it: what the
 * form is for, and what it says when it was sent.
 */
static void
drop_around_form(struct census *c, uint32_t form)
{
    uint32_t box = form, above;

    for (; (above = c->rows[box].parent) > 2; box = above) {
        const struct row *row = &c->rows[above];
        if (row->is_dropped || row->element == ELEMENT_BODY ||
            row->sum.text > MAX_AROUND || row->sum.headings > 1 ||
            row->sum.prose * 8ull > c->rows[1].sum.prose)
            break;
    }
    c->rows[box].is_dropped = true;
}

void
furniture_drop(struct census *c, bool is_talk)
{
    uint32_t main = find_main(c);
    bool has_form = false;

    for (uint32_t i = 2; i < c->n; i++) {
        struct row *row = &c->rows[i];
        if (row->is_dropped || c->rows[row->parent].is_dropped)
            row->is_dropped = true;
        else if (is_outside(c, i, main) || is_furniture(c, i, is_talk))
            row->is_dropped = true;
    }
    census_sum(c);
    for (uint32_t i = 2; i < c->n; i++)
        if (asks(c, i)) {
            drop_around_form(c, i);
            has_form = true;
        }
    if (has_form)
        census_sum(c);
}
