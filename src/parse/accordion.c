/* SPDX-License-Identifier: ISC */
/*
 * accordion - parts of a page that a script opens when they are asked for
 *
 * A switch is a short element that says so itself or inside: by aria-expanded
 * or aria-controls, by the attributes of Bootstrap, by the role of a tab, or
 * by a class that calls it a question. Its panel is the next element, if it has
 * the name that the switch gives, or is called a panel or an answer. Lists of
 * links are menus, and so is what stands in a menu.
 */
#include "accordion.h"

#include "node.h"

#include <string.h>

enum {
    MAX_INSIDE = 12,  /* nodes of a switch */
    MAX_SWITCH = 300, /* bytes of its text */
    MAX_LOOK = 64,    /* nodes of a panel that are looked at */
    MAX_NODES = 2000, /* of a panel that are counted */
    MAX_TEXT = 10000, /* bytes of a panel that are looked at */
};

/* What a switch says of its panel. */
struct control {
    struct str id;    /* of the panel; empty: not said */
    bool is_switch;   /* it is one, by its attributes */
    bool is_question; /* it is called one */
    bool has_heading;
    bool is_row; /* there are several, for a panel each */
};

static bool
has_part(struct str names, const char *const parts[], size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (str_find(names, str_of(parts[i]), 0) < names.len)
            return true;
    return false;
}

/*
 * Reads what one element says about being a switch.
 */
static void
read_element(const GumboNode *node, struct control *c)
{
    static const char *const targets[] = {
        "aria-controls", "data-bs-target", "data-target", "href"};
    static const char *const called[] = {"question", "Question"};
    GumboTag tag = node->v.element.tag;
    struct str toggle = node_attr(node, "data-bs-toggle");

    if (tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6)
        c->has_heading = true;
    if (toggle.len == 0)
        toggle = node_attr(node, "data-toggle");
    bool is_switch = node_find_attr(node, "aria-expanded") ||
                     node_find_attr(node, "aria-controls") ||
                     str_eq(toggle, STR("collapse")) ||
                     str_eq(node_attr(node, "role"), STR("tab"));
    c->is_question = c->is_question ||
                     has_part(node_attr(node, "class"), called, 2) ||
                     str_eq(node_attr(node, "itemprop"), STR("name"));
    c->is_switch = c->is_switch || is_switch;
    struct str id = {0};
    for (size_t i = 0; is_switch && i < 4 && id.len == 0; i++) {
        struct str target = node_attr(node, targets[i]);
        if (target.len > 1 && target.ptr[0] == '#')
            id = str_slice(target, 1, target.len);
        else if (i == 0)
            id = target;
    }
    if (c->id.len > 0 && id.len > 0 && !str_eq(id, c->id))
        c->is_row = true;
    else if (id.len > 0)
        c->id = id;
}

/*
 * Tells whether node is a switch, and what it says in *c.
 */
static bool
is_switch(const GumboNode *node, struct control *c)
{
    struct buf text = {0};
    unsigned n = 0;

    *c = (struct control){0};
    for (const GumboNode *in = node; in; in = node_next(in, node, true)) {
        if (++n > MAX_INSIDE)
            return false;
        if (in->type == GUMBO_NODE_ELEMENT)
            read_element(in, c);
    }
    if (c->is_row || (!c->is_switch && !c->is_question))
        return false;
    node_add_text(node, MAX_SWITCH, &text);
    size_t len = str_trim(buf_str(&text)).len;
    buf_done(&text);
    return len > 2 && len < MAX_SWITCH;
}

/*
 * Tells whether most of the text in node is in links, or there is none.
 */
static bool
is_menu(const GumboNode *node)
{
    size_t n_text = 0, n_linked = 0;
    const GumboNode *in = node;

    for (unsigned n = 0; in && n_text < MAX_TEXT && n < MAX_NODES; n++) {
        bool is_link = node_is(in, GUMBO_TAG_A);
        struct buf text = {0};
        if (is_link)
            node_add_text(in, MAX_TEXT, &text);
        else
            buf_add_str(&text, str_trim(node_text(in)));
        n_text += text.len;
        n_linked += is_link ? text.len : 0;
        buf_done(&text);
        in = node_next(in, node, !is_link);
    }
    return n_text < 3 || n_linked * 2 > n_text;
}

/*
 * Tells whether node is the panel that a switch opens.
 */
static bool
is_panel(const GumboNode *node, const struct control *c)
{
    static const char *const called[] = {
        "panel", "answer", "Answer", "collaps", "accordion", "content", "body"};
    unsigned n = 0;
    bool is_found = false;

    if (node_is(node, GUMBO_TAG_NAV) || node_is(node, GUMBO_TAG_UL) ||
        node_is(node, GUMBO_TAG_FORM))
        return false;
    if (c->id.len > 0) {
        for (const GumboNode *in = node; in && !is_found && n < MAX_LOOK; n++) {
            is_found = in->type == GUMBO_NODE_ELEMENT &&
                       str_eq(node_attr(in, "id"), c->id);
            in = node_next(in, node, true);
        }
        return is_found && !is_menu(node);
    }
    struct str names = node_attr(node, "class");
    if (c->is_question && !c->is_switch)
        is_found = has_part(names, called + 1, 2) ||
                   str_find(node_attr(node, "itemprop"), STR("Answer"), 0) <
                       node_attr(node, "itemprop").len;
    else
        is_found = has_part(names, called, sizeof called / sizeof *called) ||
                   node_find_attr(node, "hidden") ||
                   str_eq(node_attr(node, "role"), STR("region")) ||
                   str_eq(node_attr(node, "role"), STR("tabpanel"));
    return is_found && !is_menu(node);
}

/*
 * Takes from a panel what hides it. Memory of the tree is an arena's, so a name
 * may be any string.
 */
static void
show(const GumboNode *panel)
{
    static const char *const names[] = {"hidden", "aria-hidden", "style"};

    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        GumboAttribute *attr = node_find_attr(panel, names[i]);
        if (attr)
            attr->name = "data-panel";
    }
}

/*
 * Makes buttons in a switch, and links to its panel, text like any other.
 */
static void
release(GumboNode *node)
{
    for (GumboNode *in = node; in; in = node_next(in, node, true))
        if (node_is(in, GUMBO_TAG_BUTTON) ||
            (node_is(in, GUMBO_TAG_A) &&
                str_starts(node_attr(in, "href"), STR("#"))))
            in->v.element.tag = GUMBO_TAG_SPAN;
}

/*
 * Returns details that hold a switch and its panel.
 */
static GumboNode *
wrap(GumboNode *opener, GumboNode *panel, struct arena *arena)
{
    GumboNode *details = arena_alloc(arena, sizeof *details);
    void **inside = arena_alloc(arena, 2 * sizeof *inside);

    *details = (GumboNode){.type = GUMBO_NODE_ELEMENT};
    details->v.element.tag = GUMBO_TAG_DETAILS;
    details->v.element.tag_namespace = GUMBO_NAMESPACE_HTML;
    details->v.element.start_pos = opener->v.element.start_pos;
    details->v.element.children =
        (GumboVector){.data = inside, .length = 2, .capacity = 2};
    inside[0] = opener;
    inside[1] = panel;
    opener->v.element.tag = GUMBO_TAG_SUMMARY;
    opener->parent = panel->parent = details;
    opener->index_within_parent = 0;
    panel->index_within_parent = 1;
    return details;
}

/*
 * Returns the index of the first element behind child ix of node, with nothing
 * but blanks between; 0 if there is none.
 */
static unsigned
next_element(const GumboNode *node, unsigned ix)
{
    for (ix++; ix < node->v.element.children.length; ix++) {
        const GumboNode *child = node_child(node, ix);
        if (child->type == GUMBO_NODE_ELEMENT)
            return ix;
        if (str_trim(node_text(child)).len > 0)
            return 0;
    }
    return 0;
}

/*
 * Makes details of the switches among the children of node.
 */
static void
open_children(GumboNode *node, struct arena *arena)
{
    GumboVector *children = &node->v.element.children;
    unsigned n = 0;

    for (unsigned i = 0; i < children->length; i++) {
        struct control c;
        GumboNode *child = node_child(node, i);
        unsigned next =
            child->type == GUMBO_NODE_ELEMENT ? next_element(node, i) : 0;
        bool is_open = next > 0 && !node_is(child, GUMBO_TAG_SUMMARY) &&
                       !node_is(child, GUMBO_TAG_DT) && is_switch(child, &c) &&
                       is_panel(node_child(node, next), &c);
        if (is_open) {
            release(child);
            show(node_child(node, next));
        }
        if (is_open && !c.has_heading) {
            child = wrap(child, node_child(node, next), arena);
            child->parent = node;
            i = next;
        }
        child->index_within_parent = n;
        children->data[n++] = child;
    }
    children->length = n;
}

/*
 * Tells whether no questions are asked in node.
 */
static bool
is_closed(const GumboNode *node)
{
    switch (node->v.element.tag) {
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_HEADER:
    case GUMBO_TAG_FORM:
    case GUMBO_TAG_TABLE:
    case GUMBO_TAG_UL:
    case GUMBO_TAG_OL:
    case GUMBO_TAG_SVG:
    case GUMBO_TAG_HEAD:
        return true;
    default:
        return false;
    }
}

void
accordion_open(GumboNode *root, struct arena *arena)
{
    GumboNode *node = root;

    while (node) {
        bool may_enter = node->type == GUMBO_NODE_ELEMENT && !is_closed(node);
        if (may_enter)
            open_children(node, arena);
        node = node_next(node, root, may_enter);
    }
}
