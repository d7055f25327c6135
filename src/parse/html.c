/* SPDX-License-Identifier: ISC */
/*
 * html - walks HTML as the standard parses it
 *
 * gumbo makes the tree, in an arena that is thrown away whole. The walk goes by
 * the links that each node has to its parent and its place in it, and tells the
 * flow of elements and text as they come. Only what needs a look at a whole
 * element first is done here: a summary goes before what it opens, a list that
 * counts down is counted, a formula is replaced by its source.
 *
 * Elements are looked up by gumbo's number for the name, in a table made from
 * the names once per document.
 */
#include "parse/html.h"

#include "base/arena.h"
#include "extract.h"
#include "graft.h"
#include "hidden.h"
#include "lazy.h"
#include "meta.h"
#include "node.h"
#include "parse/nesting.h"
#include "series.h"
#include "wall.h"

#include <gumbo.h>
#include <stdio.h>

struct walk {
    struct flow *flow;
    struct extract *extract;          /* NULL: nothing is left out */
    uint8_t elements[GUMBO_TAG_LAST]; /* enum element of each gumbo tag */
    uint32_t row;  /* added to lines that come from attributes */
    bool is_piece; /* lines come from attributes, not from gumbo */
    bool wants_article;
    struct html_found found;
};

static void *
allocate(void *user, size_t size)
{
    return arena_alloc(user, size);
}

static void
forget(void *user, void *ptr)
{
    (void)user;
    (void)ptr;
}

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

static bool
is_element(const GumboNode *node, GumboTag tag)
{
    return node->type == GUMBO_NODE_ELEMENT && node->v.element.tag == tag;
}

static GumboNode *
child_of(const GumboNode *node, size_t ix)
{
    return node->v.element.children.data[ix];
}

/*
 * Moves the first summary among the children of details to the front.
 */
static void
put_summary_first(GumboNode *details)
{
    GumboVector *children = &details->v.element.children;
    unsigned i = 0;

    while (i < children->length &&
           !is_element(children->data[i], GUMBO_TAG_SUMMARY))
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
        n_items += is_element(child_of(list, i), GUMBO_TAG_LI);
    int len = snprintf(text, 16, "%d", n_items);
    element_add_attr(attrs, ATTR_START, (struct str){text, (size_t)len});
}

/*
 * Returns the node that follows in document order, below root: the first child
 * if may_enter, else what follows the node and all in it. NULL at the end.
 */
static const GumboNode *
next_node(const GumboNode *node, const GumboNode *root, bool may_enter)
{
    if (may_enter && node->type == GUMBO_NODE_ELEMENT &&
        node->v.element.children.length > 0)
        return child_of(node, 0);
    while (node != root) {
        const GumboNode *parent = node->parent;
        size_t next = node->index_within_parent + 1;
        if (next < parent->v.element.children.length)
            return child_of(parent, next);
        node = parent;
    }
    return NULL;
}

static struct str
first_text(const GumboNode *node)
{
    for (unsigned i = 0; i < node->v.element.children.length; i++) {
        const GumboNode *child = child_of(node, i);
        if (child->type == GUMBO_NODE_TEXT || child->type == GUMBO_NODE_CDATA)
            return str_of(child->v.text.text);
    }
    return (struct str){0};
}

/*
 * Returns what stands for a formula in text: what its author says, or its
 * source in TeX; empty when there is neither.
 */
static struct str
read_formula(const GumboNode *math)
{
    struct str text = str_trim(node_attr(math, "alttext"));

    for (const GumboNode *node = math; node && text.len == 0;
         node = next_node(node, math, true)) {
        if (node->type != GUMBO_NODE_ELEMENT ||
            str_find(node_attr(node, "encoding"), STR("tex"), 0) ==
                node_attr(node, "encoding").len)
            continue;
        text = str_trim(first_text(node));
    }
    return text;
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
 * Tells whether a node is a heading or a term.
 */
static bool
is_title(const GumboNode *node)
{
    return node->type == GUMBO_NODE_ELEMENT &&
           ((node->v.element.tag >= GUMBO_TAG_H1 &&
                node->v.element.tag <= GUMBO_TAG_H6) ||
               node->v.element.tag == GUMBO_TAG_DT);
}

/*
 * Tells whether a link is the sign beside a heading from which its address can
 * be copied.
 */
static bool
is_permalink(const GumboNode *node)
{
    static const struct str signs[] = {
        STR_INIT("#"),
        STR_INIT("\u00B6"),
        STR_INIT("\u00A7"),
        STR_INIT("\U0001F517"),
    };
    struct str text = str_trim(first_text(node));

    if (node->v.element.tag != GUMBO_TAG_A || !is_title(node->parent) ||
        !str_starts(node_attr(node, "href"), STR("#")))
        return false;
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (str_eq(text, signs[i]))
            return true;
    return false;
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

    if (!w->is_piece && is_permalink(node))
        return false;
    read_attrs(e, &attrs);
    tell_row(w, e, &attrs);
    if (w->extract)
        hidden_show(&attrs);
    if (element == ELEMENT_IMG)
        lazy_put(&attrs, node);
    if (e->tag == GUMBO_TAG_MATH) {
        struct str formula = read_formula(node);
        if (formula.len > 0) {
            flow_text(w->flow, formula);
            return false;
        }
    } else if (element == ELEMENT_DETAILS) {
        put_summary_first(node);
    } else if (element == ELEMENT_OL &&
               element_has_attr(&attrs, ATTR_REVERSED) &&
               !element_has_attr(&attrs, ATTR_START)) {
        count_items(node, &attrs, start);
    }
    return flow_open(w->flow, element, &attrs);
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
        flow_text(w->flow, str_of(node->v.text.text));
        return false;
    default:
        return false;
    }
}

/*
 * Returns what becomes of node. Text goes with the element that it stands in.
 */
static enum extract_verdict
judge(const struct walk *w, const GumboNode *node)
{
    if (!w->extract)
        return EXTRACT_KEPT;
    if (node->type == GUMBO_NODE_ELEMENT)
        return extract_verdict(w->extract, node);
    if (node->parent && node->parent->type == GUMBO_NODE_ELEMENT &&
        extract_verdict(w->extract, node->parent) != EXTRACT_KEPT)
        return EXTRACT_DROPPED;
    return EXTRACT_KEPT;
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
            node = child_of(node, 0);
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
        node = child_of(node->parent, node->index_within_parent + 1);
    }
}

/*
 * Reads what the head of the document says.
 */
static void
read_head(struct flow *f, struct build *b, const GumboNode *root)
{
    if (node_attr(root, "lang").len > 0)
        build_fact(b, FACT_LANG, node_attr(root, "lang"));
    for (unsigned i = 0; i < root->v.element.children.length; i++) {
        const GumboNode *head = child_of(root, i);
        if (!is_element(head, GUMBO_TAG_HEAD))
            continue;
        for (unsigned j = head->v.element.children.length; j > 0; j--) {
            const GumboNode *node = child_of(head, j - 1);
            if (is_element(node, GUMBO_TAG_TITLE))
                build_fact(b, FACT_TITLE, first_text(node));
            else if (is_element(node, GUMBO_TAG_BASE) &&
                     node_attr(node, "href").len > 0)
                flow_base(f, node_attr(node, "href"));
        }
    }
}

/*
 * Returns how many bytes the control character at the start of s takes that text
 * may not have, 0 if there is none. gumbo would put U+FFFD in its place, which
 * an author who has pasted an escape sequence should not see.
 */
static size_t
control_at(struct str s)
{
    unsigned char c = (unsigned char)s.ptr[0];

    if (c < 0x20)
        return c != '\t' && c != '\n' && c != '\f' && c != '\r';
    if (c == 0xC2 && s.len > 1)
        return (unsigned char)s.ptr[1] < 0xA0 ? 2 : 0;
    return c == 0x7F;
}

/*
 * Returns html without control characters: itself, or a copy in out. The one
 * for a new line becomes one.
 */
static struct str
drop_controls(struct str html, struct buf *out)
{
    size_t kept = 0;

    for (size_t at = 0; at < html.len;) {
        size_t n = control_at(str_slice(html, at, html.len));
        if (n == 0) {
            at++;
            continue;
        }
        buf_add_str(out, str_slice(html, kept, at));
        if (html.ptr[at + n - 1] == '\x85')
            buf_add_char(out, '\n');
        at += n;
        kept = at;
    }
    if (kept == 0)
        return html;
    buf_add_str(out, str_slice(html, kept, html.len));
    return buf_str(out);
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
    graft_parts(root);
    census_take(&census, root);
    meta_read(b, &census, base_url);
    series_read(b, &census, base_url);
    if (w->wants_article)
        w->extract =
            extract_new(&census, article_fact(build_draft(b), FACT_TITLE));
    if (w->extract) {
        struct wall wall = wall_find(&census, extract_article(w->extract));
        wall_tell(&wall, b, w->flow, base_url);
        if (wall.kind == WALL_NONE && !extract_has_article(w->extract))
            build_note(b, "no article was found, so the whole page is shown");
        w->found.wall = wall_words(&wall);
        w->found.is_article = wall.is_article;
        is_shown = wall.is_whole;
        wall_done(&wall);
    }
    if (!is_shown)
        walk_tree(w, root);
    extract_free(w->extract);
    census_done(&census);
}

static void
parse(struct walk *w, struct build *b, struct str html, struct str base_url)
{
    struct arena arena = {0};
    struct buf clean = {0}, cut = {0};
    GumboOptions options = kGumboDefaultOptions;
    bool is_flat = false;

    options.allocator = allocate;
    options.deallocator = forget;
    options.userdata = &arena;
    options.max_errors = 0;
    if (w->is_piece)
        options.fragment_context = GUMBO_TAG_DIV;

    html = nesting_cut(drop_controls(html, &clean), &cut, &is_flat);
    if (is_flat)
        build_note(b, "parts nested very deep are shown less deep");
    GumboOutput *output =
        gumbo_parse_with_options(&options, html.ptr ? html.ptr : "", html.len);
    fill_elements(w);
    if (w->is_piece)
        walk_tree(w, output->root);
    else
        walk_page(w, b, output->root, base_url);
    arena_done(&arena);
    buf_done(&clean);
    buf_done(&cut);
}

struct html_found
html_parse(struct flow *f, struct build *b, struct str html,
    const struct html_opts *opts)
{
    struct walk w = {.flow = f, .wants_article = !opts->is_full_page};

    parse(&w, b, html, opts->base_url);
    return w.found;
}

void
html_parse_piece(struct flow *f, struct build *b, struct str html, uint32_t row)
{
    struct walk w = {.flow = f, .row = row, .is_piece = true};

    parse(&w, b, html, (struct str){0});
}
