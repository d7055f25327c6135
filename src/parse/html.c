/* SPDX-License-Identifier: ISC */
/*
 * html - walks HTML as the standard parses it
 *
 * The walk goes over gumbo's tree by the links that each node has to its parent
 * and its place in it, and tells the flow of elements and text as they come.
 * Only what needs a look at a whole element first is done here: a summary goes
 * before what it opens, a list that counts down is counted, a formula is
 * replaced by its source.
 *
 * Elements are looked up by gumbo's number for the name, in a table made from
 * the names once per document.
 */
#include "parse/html.h"

#include "accordion.h"
#include "cloak.h"
#include "dom.h"
#include "extract.h"
#include "faq.h"
#include "feedlink.h"
#include "footnotes.h"
#include "formula.h"
#include "graft.h"
#include "hidden.h"
#include "lazy.h"
#include "meta.h"
#include "node.h"
#include "ornament.h"
#include "paging.h"
#include "recast.h"
#include "series.h"
#include "tabular.h"
#include "wall.h"

#include <gumbo.h>
#include <stdio.h>

enum {
    MAX_BACK = 16 /* bytes of a way back from a footnote */
};

struct walk {
    struct flow *flow;
    struct extract *extract;          /* NULL: nothing is left out */
    uint8_t elements[GUMBO_TAG_LAST]; /* enum element of each gumbo tag */
    uint32_t row;  /* added to lines that come from attributes */
    bool is_piece; /* lines come from attributes, not from gumbo */
    bool wants_article;
    struct html_found found;
    struct faq *faq; /* NULL: not asked for */
    struct footnotes footnotes;
};

static void
fill_elements(struct walk *w)
{
    for (GumboTag tag = 0; tag < GUMBO_TAG_LAST; tag++) {
        const char *name = gumbo_normalized_tagname(tag);
        w->elements[tag] = (uint8_t)element_find(str_of(name));
    }
}

static enum element
element_of(const struct walk *w, const GumboElement *e)
{
    if (e->tag != GUMBO_TAG_UNKNOWN)
        return w->elements[e->tag];
    GumboStringPiece name = e->original_tag;
    gumbo_tag_from_original_text(&name);
    return element_find((struct str){name.data, name.length});
}

static void
read_attrs(const GumboElement *e, struct attrs *out)
{
    out->n = 0;
    for (unsigned i = 0; i < e->attributes.length; i++) {
        const GumboAttribute *attr = e->attributes.data[i];
        enum attr_name name = element_find_attr(str_of(attr->name));
        if (name != ATTR_COUNT &&
            attr->attr_namespace == GUMBO_ATTR_NAMESPACE_NONE &&
            !element_has_attr(out, name))
            element_add_attr(out, name, str_of(attr->value));
    }
}

/*
 * Moves the first summary among the children of details to the front.
 */
static void
put_summary_first(GumboNode *details)
{
    GumboVector *children = &details->v.element.children;
    unsigned i = 0;

    while (
        i < children->length && !node_is(children->data[i], GUMBO_TAG_SUMMARY))
        i++;
    if (i == children->length)
        return;
    GumboNode *summary = children->data[i];
    for (; i > 0; i--) {
        GumboNode *child = children->data[i - 1];
        children->data[i] = child;
        child->index_within_parent = i;
    }
    children->data[0] = summary;
    summary->index_within_parent = 0;
}

/*
 * Gives a list that counts down the number that it starts with, in text, which
 * has to live as long as attrs.
 */
static void
count_items(const GumboNode *list, struct attrs *attrs, char text[16])
{
    int32_t n_items = 0;

    for (unsigned i = 0; i < list->v.element.children.length; i++)
        n_items += node_is(node_child(list, i), GUMBO_TAG_LI);
    int len = snprintf(text, 16, "%d", n_items);
    element_add_attr(attrs, ATTR_START, (struct str){text, (size_t)len});
}

static void
tell_row(const struct walk *w, const GumboElement *e, const struct attrs *attrs)
{
    int32_t row = w->is_piece ? element_number(attrs, ATTR_SOURCEPOS, 0)
                              : (int32_t)e->start_pos.line;

    if (row > 0)
        flow_row(w->flow, w->row + (uint32_t)row);
}

/*
 * Appends how far a gauge stands that says so in attributes only. Returns
 * whether it does.
 */
static bool
add_gauge(struct buf *out, const GumboNode *gauge)
{
    struct str value = node_attr(gauge, "value");

    if (value.len == 0 || node_first_text(gauge).len > 0)
        return false;
    buf_add_str(out, value);
    if (node_attr(gauge, "max").len > 0)
        buf_add_format(out, "/%.*s", STR_ARG(node_attr(gauge, "max")));
    return true;
}

/*
 * Tells the flow of an element that is shown otherwise than its content says.
 * Returns whether it is one.
 */
static bool
replace(const struct walk *w, const GumboNode *node, const struct attrs *attrs)
{
    struct buf text = {0};
    bool is_replaced = false;

    if (!w->is_piece && (ornament_is(node, attrs) || tabular_is_gutter(node)))
        return true;
    if (node_is(node, GUMBO_TAG_MATH) || formula_is_script(node)) {
        formula_add(&text, node);
        is_replaced = text.len > 0;
    } else if (node_find_attr(node, "data-cfemail")) {
        is_replaced = cloak_lift(node_attr(node, "data-cfemail"), &text);
    } else if (node_is(node, GUMBO_TAG_METER) ||
               node_is(node, GUMBO_TAG_PROGRESS))
        is_replaced = add_gauge(&text, node);
    if (is_replaced)
        flow_text(w->flow, buf_str(&text));
    buf_done(&text);
    return is_replaced;
}

/*
 * Tells whether the way back from a footnote is shown as a sign, not a letter or
 * number that tells it from others.
 */
static bool
is_sign_back(const GumboNode *link)
{
    struct buf text = {0};
    bool is_sign = true;

    node_add_text(link, MAX_BACK, &text);
    for (size_t i = 0; i < text.len; i++) {
        char c = (char)(text.ptr[i] | 0x20);
        is_sign = is_sign && !(c >= 'a' && c <= 'z') &&
                  !(text.ptr[i] >= '0' && text.ptr[i] <= '9');
    }
    buf_done(&text);
    return is_sign;
}

/*
 * Returns what becomes of node. Text goes with the element that it stands in.
 */
static enum extract_verdict
judge(const struct walk *w, const GumboNode *node)
{
    if (!w->extract)
        return EXTRACT_KEPT;
    if (node->type == GUMBO_NODE_ELEMENT && !formula_is_script(node))
        return extract_verdict(w->extract, node);
    if (node->parent && node->parent->type == GUMBO_NODE_ELEMENT &&
        extract_verdict(w->extract, node->parent) != EXTRACT_KEPT)
        return EXTRACT_DROPPED;
    return EXTRACT_KEPT;
}

/*
 * Tells whether an item of a list without numbers has nothing to show, often
 * because what was in it is no part of the article.
 */
static bool
is_hollow(const struct walk *w, const GumboNode *item)
{
    const GumboNode *n = item;

    if (!node_is(item->parent, GUMBO_TAG_UL))
        return false;
    while (n) {
        bool is_kept = judge(w, n) == EXTRACT_KEPT;
        if (is_kept && n->type != GUMBO_NODE_ELEMENT &&
            str_trim(node_text(n)).len > 0)
            return false;
        if (is_kept && n->type == GUMBO_NODE_ELEMENT &&
            n->v.element.children.length == 0 &&
            (element_info(element_of(w, &n->v.element))->layout ==
                    ELEMENT_VOID ||
                node_find_attr(n, "src")))
            return false;
        n = node_next(n, item, is_kept);
    }
    return true;
}

/*
 * Tells the flow of an element. Returns whether its content is wanted.
 */
static bool
enter_element(const struct walk *w, GumboNode *node)
{
    const GumboElement *e = &node->v.element;
    enum element element = element_of(w, e);
    struct attrs attrs;
    char start[16];

    read_attrs(e, &attrs);
    if (replace(w, node, &attrs))
        return false;
    tell_row(w, e, &attrs);
    if (w->extract || formula_is_only(node))
        hidden_show(&attrs);
    if (element == ELEMENT_IMG)
        lazy_put(&attrs, node);
    if (!w->is_piece)
        footnotes_put(&w->footnotes, node, &attrs);
    if (element_has_attr(&attrs, ATTR_NOTE_BACK) && is_sign_back(node)) {
        flow_begin(w->flow, ELEMENT_A, &attrs);
        flow_text(w->flow, STR("\u21A9"));
        flow_close(w->flow);
        return false;
    }
    if (!w->is_piece) {
        if (element == ELEMENT_LI && is_hollow(w, node))
            return false;
        element = recast_element(node, element);
        if (recast_is_apart(node))
            flow_text(w->flow, STR(" "));
    }
    if (element == ELEMENT_DETAILS) {
        put_summary_first(node);
    } else if (element == ELEMENT_OL &&
               element_has_attr(&attrs, ATTR_REVERSED) &&
               !element_has_attr(&attrs, ATTR_START)) {
        count_items(node, &attrs, start);
    }
    return flow_open(w->flow, element, &attrs);
}

/*
 * Tells whether text is the sign before the ways back from a footnote.
 */
static bool
is_way_back(const struct walk *w, const GumboNode *text)
{
    struct str s = str_trim(node_text(text));

    if (w->footnotes.n == 0 ||
        (!str_eq(s, STR("^")) && !str_eq(s, STR("\u2191"))))
        return false;
    const GumboNode *link = node_after(text);
    if (link && !node_is(link, GUMBO_TAG_A) &&
        link->v.element.children.length > 0)
        link = node_child(link, 0);
    return link && footnotes_has(&w->footnotes, link);
}

static void
enter_text(const struct walk *w, const GumboNode *node)
{
    struct str text = node_text(node);
    bool is_between = node->type == GUMBO_NODE_WHITESPACE &&
                      (node_is(node->parent, GUMBO_TAG_TABLE) ||
                          node_is(node->parent, GUMBO_TAG_TBODY) ||
                          node_is(node->parent, GUMBO_TAG_TR));

    if (!is_between && !(w->extract && ornament_is_icon(text)) &&
        !is_way_back(w, node))
        flow_text(w->flow, text);
}

/*
 * Tells the flow of a node. Returns whether its content is wanted.
 */
static bool
enter(const struct walk *w, GumboNode *node)
{
    switch (node->type) {
    case GUMBO_NODE_ELEMENT:
        return enter_element(w, node);
    case GUMBO_NODE_TEXT:
    case GUMBO_NODE_CDATA:
    case GUMBO_NODE_WHITESPACE:
        enter_text(w, node);
        return false;
    default:
        return false;
    }
}

static void
leave(const struct walk *w, const GumboNode *node)
{
    if (judge(w, node) == EXTRACT_KEPT)
        flow_close(w->flow);
}

static void
walk_tree(const struct walk *w, GumboNode *root)
{
    GumboNode *node = root;

    for (;;) {
        enum extract_verdict verdict = judge(w, node);
        bool is_open = verdict == EXTRACT_PASSED ||
                       (verdict == EXTRACT_KEPT && enter(w, node));
        if (is_open && node->v.element.children.length > 0) {
            node = node_child(node, 0);
            continue;
        }
        if (is_open)
            leave(w, node);
        while (node != root && node->index_within_parent + 1 ==
                                   node->parent->v.element.children.length) {
            node = node->parent;
            leave(w, node);
        }
        if (node == root)
            return;
        node = node_child(node->parent, node->index_within_parent + 1);
    }
}

/*
 * Reads what the head of the document says.
 */
static void
read_head(struct flow *f, struct build *b, const GumboNode *root)
{
    struct str lang = node_attr(root, "lang");

    build_fact(b, FACT_LANG, lang.len > 0 ? lang : node_attr(root, "xml:lang"));
    for (unsigned i = 0; i < root->v.element.children.length; i++) {
        const GumboNode *head = node_child(root, i);
        if (!node_is(head, GUMBO_TAG_HEAD))
            continue;
        for (unsigned j = head->v.element.children.length; j > 0; j--) {
            const GumboNode *node = node_child(head, j - 1);
            if (node_is(node, GUMBO_TAG_TITLE))
                build_fact(b, FACT_TITLE, node_first_text(node));
            else if (node_is(node, GUMBO_TAG_BASE) &&
                     node_attr(node, "href").len > 0)
                flow_base(f, node_attr(node, "href"));
        }
    }
}

/*
 * Tells the flow of a whole page, or of the article in it.
 */
static void
walk_page(struct walk *w, struct build *b, GumboNode *root, struct str base_url)
{
    struct census census = {0};
    bool is_shown = false;

    read_head(w->flow, b, root);
    const struct where where = {base_url, flow_seen_from(w->flow)};
    census_take(&census, root);
    meta_read(b, &census, &where);
    series_read(b, &census, &where);
    paging_read(b, &census, &where);
    feedlink_read(b, &census, &where);
    if (w->faq)
        faq_read(w->faq, &census);
    if (w->wants_article)
        w->extract = extract_new(&census, build_draft(b));
    if (w->extract) {
        struct wall wall = wall_find(&census, extract_article(w->extract));
        wall_tell(&wall, b, w->flow, &where);
        if (wall.kind == WALL_NONE && !extract_has_article(w->extract))
            build_note(b, "no article was found, so the whole page is shown");
        w->found.wall = wall_words(&wall);
        w->found.is_article = wall.is_article;
        is_shown = wall.is_whole;
        wall_done(&wall);
    }
    if (!is_shown) {
        footnotes_find(&w->footnotes, root);
        walk_tree(w, root);
        footnotes_done(&w->footnotes);
    }
    extract_free(w->extract);
    census_done(&census);
}

static void
parse(struct walk *w, struct build *b, struct str html,
    const struct html_opts *opts)
{
    struct dom dom = {0};

    dom_make(&dom, html, opts->source, w->is_piece);
    if (dom.is_flat)
        build_note(b, "parts nested very deep are shown less deep");
    fill_elements(w);
    if (w->is_piece) {
        walk_tree(w, dom.root);
    } else {
        graft_parts(dom.root);
        accordion_open(dom.root, &dom.pool.arena);
        walk_page(w, b, dom.root, opts->base_url);
    }
    dom_done(&dom);
}

struct html_found
html_parse(struct flow *f, struct build *b, struct str html,
    const struct html_opts *opts)
{
    struct walk w = {
        .flow = f, .wants_article = !opts->is_full_page, .faq = opts->faq};

    parse(&w, b, html, opts);
    return w.found;
}

void
html_parse_piece(struct flow *f, struct build *b, struct str html, uint32_t row)
{
    struct walk w = {.flow = f, .row = row, .is_piece = true};

    parse(&w, b, html, &(struct html_opts){0});
}
