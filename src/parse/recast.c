/* SPDX-License-Identifier: ISC */
/*
 * recast - elements of a page that mean something else than they say
 *
 * An item asks about its list again, so that only the beginning of the list's
 * first item is looked at.
 */
#include "recast.h"

#include "base/utf8.h"
#include "node.h"
#include "tabular.h"

#include <unictype.h>

enum {
    MAX_CARD = 64,  /* nodes of an item to be looked at for a heading */
    MAX_CALL = 80,  /* bytes, to find the word that a box begins with */
    MAX_FRAME = 8,  /* nodes to find a picture in */
    MAX_LABEL = 40, /* bytes of text that stands by itself */
    MAX_WORD = 3,   /* bytes, to tell a word from a letter */
    FIRST_IDEOGRAPH = 0x2E80
};

/*
 * Returns what element a table is taken for.
 */
static enum element
judge_table(const GumboNode *table)
{
    switch (tabular_judge(table)) {
    case TABULAR_CODE:
        return ELEMENT_PRE;
    case TABULAR_FRAME:
        return ELEMENT_DIV;
    default:
        return ELEMENT_TABLE;
    }
}

/*
 * Tells whether the items of a list are cards rather than lines: they have
 * headings.
 */
static bool
is_cards(const GumboNode *list)
{
    const GumboNode *item = node_element(list, 0), *n = item;

    for (unsigned i = 0; n && i < MAX_CARD; i++) {
        if (n->type == GUMBO_NODE_ELEMENT && n->v.element.tag >= GUMBO_TAG_H1 &&
            n->v.element.tag <= GUMBO_TAG_H6)
            return true;
        n = node_next(n, item, true);
    }
    return false;
}

/*
 * Returns what element a list without numbers, or an item of it, is taken for.
 */
static enum element
judge_list(const GumboNode *node, enum element element)
{
    const GumboNode *list = element == ELEMENT_UL ? node : node->parent;

    return node_is(list, GUMBO_TAG_UL) && is_cards(list) ? ELEMENT_DIV
                                                         : element;
}

/*
 * Tells whether node is a box that is called by a word, "note", and begins with
 * that word.
 */
static bool
is_callout(const GumboNode *node)
{
    static const struct str words[] = {STR_INIT("note"), STR_INIT("tip"),
        STR_INIT("important"), STR_INIT("warning"), STR_INIT("caution"),
        STR_INIT("danger"), STR_INIT("hint"), STR_INIT("attention")};
    struct str names = node_attr(node, "class"), name;
    struct buf text = {0};
    bool is_callout = false;

    while (!is_callout && (name = str_next_word(&names)).len > 0) {
        for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
            size_t start = name.len - words[i].len;
            if (name.len < words[i].len ||
                (start > 0 && name.ptr[start - 1] != '-') ||
                !str_eq_nocase(str_slice(name, start, name.len), words[i]))
                continue;
            if (text.len == 0)
                node_add_text(node, MAX_CALL, &text);
            struct str s = str_trim(buf_str(&text));
            is_callout = str_starts_nocase(s, words[i]) &&
                         (s.len == words[i].len ||
                             !uc_is_alpha((unsigned char)s.ptr[words[i].len]));
        }
    }
    buf_done(&text);
    return is_callout;
}

/*
 * Tells whether node is called what is said below a picture.
 */
static bool
is_caption(const GumboNode *node)
{
    static const struct str ends[] = {
        STR_INIT("caption"), STR_INIT("caption-text"), STR_INIT("captiontext")};
    struct str names, name;

    if (!node_is(node, GUMBO_TAG_P) && !node_is(node, GUMBO_TAG_DIV))
        return false;
    names = node_attr(node, "class");
    while ((name = str_next_word(&names)).len > 0)
        for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
            if (name.len >= ends[i].len &&
                str_eq_nocase(
                    str_slice(name, name.len - ends[i].len, name.len), ends[i]))
                return true;
    return false;
}

/*
 * Tells whether node is, or begins with, a picture.
 */
static bool
has_picture(const GumboNode *node)
{
    const GumboNode *n = node;

    for (unsigned i = 0; n && i < MAX_FRAME; i++) {
        if (node_is(n, GUMBO_TAG_IMG))
            return true;
        n = node_next(n, node, true);
    }
    return false;
}

/*
 * Tells whether box holds a picture and what is said below it.
 */
static bool
is_figure(const GumboNode *box)
{
    const GumboNode *picture = node_element(box, 0);

    if (!node_is(box, GUMBO_TAG_DIV) || !picture)
        return false;
    const GumboNode *caption = node_after(picture);
    return caption && is_caption(caption) && has_picture(picture);
}

/*
 * Returns the heading that a box is whose role is one: of its level, or of 2
 * where none is said.
 */
static enum element
judge_level(const GumboNode *node)
{
    struct str level = str_trim(node_attr(node, "aria-level"));

    if (level.len != 1 || level.ptr[0] < '1' || level.ptr[0] > '6')
        return ELEMENT_H2;
    return ELEMENT_H1 + (enum element)(level.ptr[0] - '1');
}

/*
 * Returns what element a part of the page is taken for. The inner one of two
 * boxes around the same is none.
 */
static enum element
judge_box(const GumboNode *node, enum element element)
{
    if (str_eq_nocase(node_attr(node, "role"), STR("heading")))
        return judge_level(node);
    if (is_figure(node))
        return ELEMENT_FIGURE;
    if (is_caption(node) && is_figure(node->parent))
        return ELEMENT_FIGCAPTION;
    if (node_attr(node, "class").len == 0 || !is_callout(node) ||
        is_callout(node->parent))
        return element;
    return ELEMENT_BLOCKQUOTE;
}

/*
 * Tells whether node, a span, holds more than a label would: it is a piece of
 * running text, which may be cut anywhere.
 */
static bool
is_running(const GumboNode *node)
{
    struct buf text = {0};

    if (!node_is(node, GUMBO_TAG_SPAN))
        return false;
    node_add_text(node, MAX_LABEL, &text);
    bool is_running = text.len > MAX_LABEL;
    buf_done(&text);
    return is_running;
}

/*
 * Tells whether what node holds can be a word by itself, in a script that has
 * blanks between words.
 */
static bool
is_word(const GumboNode *node)
{
    struct buf text = {0};
    uint32_t cp = 0;

    node_add_text(node, MAX_WORD, &text);
    struct str s = str_trim(buf_str(&text));
    if (s.len > 0)
        utf8_decode(s.ptr, s.len, &cp);
    bool is_word = s.len > 2 && cp < FIRST_IDEOGRAPH &&
                   (uc_is_alnum(cp) && s.len == text.len);
    buf_done(&text);
    return is_word;
}

bool
recast_is_apart(const GumboNode *node)
{
    if (node->index_within_parent == 0 ||
        (!node_is(node, GUMBO_TAG_A) && !node_is(node, GUMBO_TAG_SPAN)))
        return false;
    const GumboNode *before =
        node_child(node->parent, node->index_within_parent - 1);
    if (!node_is(before, node->v.element.tag))
        return false;
    struct str href = node_attr(node, "href"), look = node_attr(node, "class");
    if (href.len > 0 && str_eq(href, node_attr(before, "href")))
        return false;
    bool is_same = look.len > 0 && str_eq(look, node_attr(before, "class"));
    return (is_same || node_is(node, GUMBO_TAG_A)) && is_word(before) &&
           is_word(node) && !is_running(before) && !is_running(node);
}

enum element
recast_element(const GumboNode *node, enum element element)
{
    switch (element) {
    case ELEMENT_TABLE:
        return judge_table(node);
    case ELEMENT_UL:
    case ELEMENT_LI:
        return judge_list(node, element);
    case ELEMENT_P:
        return is_caption(node) && is_figure(node->parent) ? ELEMENT_FIGCAPTION
                                                           : element;
    case ELEMENT_DIV:
    case ELEMENT_ASIDE:
    case ELEMENT_SECTION:
        return judge_box(node, element);
    default:
        return element;
    }
}
