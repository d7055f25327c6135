/* SPDX-License-Identifier: ISC */
/*
 * tree - walks cmark's tree straight to a flow
 *
 * The elements, their order and attributes are those of cmark's html.c and its
 * extensions, down to the escapes in addresses; a test holds the two against
 * each other. Most nodes are an element and nothing else; the others have a
 * function each.
 */
#include "tree.h"

#include "base/mem.h"
#include "href.h"
#include "raw.h"

#include <assert.h>
#include <cmark-gfm-core-extensions.h>

#define NAME_OPEN  "<a id=\""
#define NAME_CLOSE "\"></a>"

/* What the nodes of extensions are; their types are numbered at run time. */
enum kind {
    KIND_OTHER,
    KIND_TABLE,
    KIND_HEADER,
    KIND_ROW,
    KIND_CELL,
    KIND_STRIKE,
    KIND_TASK,
};

struct walk {
    struct tree *tree;
    struct flow *flow;
    struct buf text, href; /* for attributes */
    const uint8_t *aligns; /* of the table's columns: 'l', 'c', 'r' or 0 */
    uint32_t n_aligns, col;
    bool is_header;
};

static enum kind
kind_of(cmark_node *node)
{
    static const struct {
        struct str name;
        enum kind kind;
    } kinds[] = {
        {STR_INIT("table_cell"), KIND_CELL},
        {STR_INIT("table_row"), KIND_ROW},
        {STR_INIT("table_header"), KIND_HEADER},
        {STR_INIT("table"), KIND_TABLE},
        {STR_INIT("strikethrough"), KIND_STRIKE},
        {STR_INIT("tasklist"), KIND_TASK},
    };
    struct str name = str_of(cmark_node_get_type_string(node));

    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (str_eq(name, kinds[i].name))
            return kinds[i].kind;
    return KIND_OTHER;
}

static struct str
literal_of(cmark_node *node)
{
    return str_of(cmark_node_get_literal(node));
}

/*
 * Notes the label of a footnote and the number of ways back. cmark tells them
 * in HTML only.
 */
static void
define_note(struct tree *t, cmark_node *node)
{
    const struct str id = STR("id=\"fn-"), back = STR("data-footnote-backref");
    char *html =
        cmark_render_html_with_mem(node, CMARK_OPT_UNSAFE, NULL, t->mem);
    struct str s = str_of(html);
    size_t start = str_find(s, id, 0) + id.len;
    size_t end = str_find(s, STR("\""), start);
    uint32_t n_backs = 0;

    for (size_t at = end; (at = str_find(s, back, at)) < s.len; at += back.len)
        n_backs++;
    notes_define(&t->notes, str_slice(s, start, end), n_backs);
    t->mem->free(html);
}

bool
tree_read(struct tree *t)
{
    cmark_iter *iter = cmark_iter_new(t->root);
    cmark_event_type event;
    bool can_walk = true;

    while (can_walk && (event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
        cmark_node *node = cmark_iter_get_node(iter);
        if (event != CMARK_EVENT_ENTER)
            continue;
        switch (cmark_node_get_type(node)) {
        case CMARK_NODE_HTML_BLOCK:
        case CMARK_NODE_HTML_INLINE:
            can_walk = raw_is_comment(literal_of(node));
            break;
        case CMARK_NODE_FOOTNOTE_DEFINITION:
            define_note(t, node);
            break;
        case CMARK_NODE_FOOTNOTE_REFERENCE:
            can_walk = notes_add_ref(&t->notes, literal_of(node));
            break;
        default:
            break;
        }
    }
    cmark_iter_free(iter);
    return can_walk && notes_is_complete(&t->notes);
}

void
tree_done(struct tree *t)
{
    notes_done(&t->notes);
    *t = (struct tree){0};
}

void
tree_name_heading(cmark_node *heading, struct str name, cmark_mem *mem)
{
    cmark_node *node = cmark_node_new_with_mem(CMARK_NODE_CUSTOM_INLINE, mem);
    struct buf html = {0};

    buf_add_format(&html, NAME_OPEN "%.*s" NAME_CLOSE, STR_ARG(name));
    cmark_node_set_on_enter(node, html.ptr);
    cmark_node_prepend_child(heading, node);
    buf_done(&html);
}

/*
 * Tells the flow of what tree_name_heading() has put in.
 */
static void
put_name(struct walk *w, cmark_node *node)
{
    struct str html = str_of(cmark_node_get_on_enter(node));
    struct attrs attrs = {0};

    html = str_slice(html, STR(NAME_OPEN).len, html.len - STR(NAME_CLOSE).len);
    element_add_attr(&attrs, ATTR_ID, html);
    flow_begin(w->flow, ELEMENT_A, &attrs);
    flow_close(w->flow);
}

static void
tell_row(struct walk *w, cmark_node *node)
{
    int row = cmark_node_get_start_line(node);

    if (row > 0)
        flow_row(w->flow, w->tree->row + (uint32_t)row);
}

/*
 * Tells whether a paragraph is written without <p>.
 */
static bool
is_tight(cmark_node *para)
{
    cmark_node *list = cmark_node_parent(cmark_node_parent(para));

    return list && cmark_node_get_type(list) == CMARK_NODE_LIST &&
           cmark_node_get_list_tight(list);
}

/*
 * Returns the element that node is, if that is all there is to say of it, else
 * ELEMENT_OTHER.
 */
static enum element
element_of(cmark_node *node)
{
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_BLOCK_QUOTE:
        return ELEMENT_BLOCKQUOTE;
    case CMARK_NODE_ITEM:
        return kind_of(node) == KIND_TASK ? ELEMENT_OTHER : ELEMENT_LI;
    case CMARK_NODE_HEADING:
        return ELEMENT_H1 + cmark_node_get_heading_level(node) - 1;
    case CMARK_NODE_PARAGRAPH:
        return is_tight(node) ? ELEMENT_OTHER : ELEMENT_P;
    case CMARK_NODE_EMPH:
        return ELEMENT_EM;
    case CMARK_NODE_STRONG:
        return ELEMENT_STRONG;
    default:
        return ELEMENT_OTHER;
    }
}

static void
put_code_block(struct walk *w, cmark_node *node)
{
    struct str info = str_of(cmark_node_get_fence_info(node));
    struct attrs attrs = {0};

    tell_row(w, node);
    flow_begin(w->flow, ELEMENT_PRE, NULL);
    if (info.len > 0) {
        buf_cut(&w->text, 0);
        buf_add_text(&w->text, "language-");
        buf_add_str(&w->text, str_slice(info, 0, str_find(info, STR(" "), 0)));
        element_add_attr(&attrs, ATTR_CLASS, buf_str(&w->text));
    }
    flow_begin(w->flow, ELEMENT_CODE, &attrs);
    flow_text(w->flow, literal_of(node));
    flow_close(w->flow);
    flow_close(w->flow);
}

static void
put_code(struct walk *w, cmark_node *node)
{
    flow_begin(w->flow, ELEMENT_CODE, NULL);
    flow_text(w->flow, literal_of(node));
    flow_close(w->flow);
}

static void
begin_list(struct walk *w, cmark_node *node)
{
    struct attrs attrs = {0};
    bool is_ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;

    tell_row(w, node);
    if (is_ordered) {
        buf_cut(&w->text, 0);
        buf_add_format(&w->text, "%d", cmark_node_get_list_start(node));
        element_add_attr(&attrs, ATTR_START, buf_str(&w->text));
    }
    flow_begin(w->flow, is_ordered ? ELEMENT_OL : ELEMENT_UL, &attrs);
}

static void
begin_link(struct walk *w, cmark_node *node)
{
    struct attrs attrs = {0};

    buf_cut(&w->href, 0);
    href_add(&w->href, str_of(cmark_node_get_url(node)));
    element_add_attr(&attrs, ATTR_HREF, buf_str(&w->href));
    flow_begin(w->flow, ELEMENT_A, &attrs);
}

/*
 * Adds an image, whose description is the text of all in it, and steps over
 * that.
 */
static void
put_image(struct walk *w, cmark_node *image, cmark_iter *iter)
{
    struct attrs attrs = {0};

    buf_cut(&w->text, 0);
    for (;;) {
        cmark_event_type event = cmark_iter_next(iter);
        cmark_node *node = cmark_iter_get_node(iter);
        cmark_node_type type = cmark_node_get_type(node);
        if (node == image && event == CMARK_EVENT_EXIT)
            break;
        if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE ||
            type == CMARK_NODE_HTML_INLINE)
            buf_add_str(&w->text, literal_of(node));
        else if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK)
            buf_add_char(&w->text, ' ');
        else if (type == CMARK_NODE_FOOTNOTE_REFERENCE &&
                 event == CMARK_EVENT_ENTER)
            notes_skip_ref(&w->tree->notes, literal_of(node));
    }
    buf_cut(&w->href, 0);
    href_add(&w->href, str_of(cmark_node_get_url(image)));
    element_add_attr(&attrs, ATTR_SRC, buf_str(&w->href));
    element_add_attr(&attrs, ATTR_ALT, buf_str(&w->text));
    element_add_attr(&attrs, ATTR_TITLE, str_of(cmark_node_get_title(image)));
    flow_put(w->flow, ELEMENT_IMG, &attrs);
}

static void
begin_cell(struct walk *w, cmark_node *cell)
{
    struct attrs attrs = {0};
    uint8_t align = w->col < w->n_aligns ? w->aligns[w->col] : 0;

    w->col++;
    tell_row(w, cell);
    if (align == 'l')
        element_add_attr(&attrs, ATTR_ALIGN, STR("left"));
    else if (align == 'c')
        element_add_attr(&attrs, ATTR_ALIGN, STR("center"));
    else if (align == 'r')
        element_add_attr(&attrs, ATTR_ALIGN, STR("right"));
    flow_begin(w->flow, w->is_header ? ELEMENT_TH : ELEMENT_TD, &attrs);
}

static void
begin_task(struct walk *w, cmark_node *item)
{
    struct attrs attrs = {0};

    tell_row(w, item);
    flow_begin(w->flow, ELEMENT_LI, NULL);
    element_add_attr(&attrs, ATTR_TYPE, STR("checkbox"));
    if (cmark_gfm_extensions_get_tasklist_item_checked(item))
        element_add_attr(&attrs, ATTR_CHECKED, STR(""));
    flow_put(w->flow, ELEMENT_INPUT, &attrs);
}

/*
 * Begins the node of an extension.
 */
static void
enter_extension(struct walk *w, cmark_node *node)
{
    enum kind kind = kind_of(node);

    switch (kind) {
    case KIND_TABLE:
        w->aligns = cmark_gfm_extensions_get_table_alignments(node);
        w->n_aligns = cmark_gfm_extensions_get_table_columns(node);
        tell_row(w, node);
        flow_begin(w->flow, ELEMENT_TABLE, NULL);
        break;
    case KIND_HEADER:
    case KIND_ROW:
        w->is_header = kind == KIND_HEADER;
        w->col = 0;
        flow_begin(w->flow, w->is_header ? ELEMENT_THEAD : ELEMENT_TBODY, NULL);
        tell_row(w, node);
        flow_begin(w->flow, ELEMENT_TR, NULL);
        break;
    case KIND_CELL:
        begin_cell(w, node);
        break;
    case KIND_STRIKE:
        flow_begin(w->flow, ELEMENT_DEL, NULL);
        break;
    case KIND_TASK:
        begin_task(w, node);
        break;
    case KIND_OTHER:
        break;
    }
}

static void
exit_extension(struct walk *w, cmark_node *node)
{
    enum kind kind = kind_of(node);

    if (kind != KIND_OTHER)
        flow_close(w->flow);
    if (kind == KIND_HEADER || kind == KIND_ROW)
        flow_close(w->flow);
}

static void
enter(struct walk *w, cmark_node *node, cmark_iter *iter)
{
    enum element e = element_of(node);

    if (e != ELEMENT_OTHER) {
        if (element_info(e)->layout == ELEMENT_BLOCK)
            tell_row(w, node);
        flow_begin(w->flow, e, NULL);
        return;
    }
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_DOCUMENT:
    case CMARK_NODE_PARAGRAPH:
    case CMARK_NODE_HTML_INLINE:
        break;
    case CMARK_NODE_LIST:
        begin_list(w, node);
        break;
    case CMARK_NODE_CODE_BLOCK:
        put_code_block(w, node);
        break;
    case CMARK_NODE_HTML_BLOCK:
        flow_text(w->flow, STR("\n"));
        break;
    case CMARK_NODE_THEMATIC_BREAK:
        tell_row(w, node);
        flow_put(w->flow, ELEMENT_HR, NULL);
        break;
    case CMARK_NODE_FOOTNOTE_DEFINITION:
        notes_begin(&w->tree->notes, w->flow);
        break;
    case CMARK_NODE_TEXT:
        flow_text(w->flow, literal_of(node));
        break;
    case CMARK_NODE_LINEBREAK:
        flow_put(w->flow, ELEMENT_BR, NULL);
        flow_text(w->flow, STR("\n"));
        break;
    case CMARK_NODE_SOFTBREAK:
        flow_text(w->flow, STR("\n"));
        break;
    case CMARK_NODE_CODE:
        put_code(w, node);
        break;
    case CMARK_NODE_CUSTOM_INLINE:
        put_name(w, node);
        break;
    case CMARK_NODE_LINK:
        begin_link(w, node);
        break;
    case CMARK_NODE_IMAGE:
        put_image(w, node, iter);
        break;
    case CMARK_NODE_FOOTNOTE_REFERENCE:
        notes_put_ref(&w->tree->notes, w->flow, literal_of(node));
        break;
    default:
        enter_extension(w, node);
        break;
    }
}

/*
 * Tells whether the ways back from a footnote stand at the end of para.
 */
static bool
is_last_of_note(cmark_node *para)
{
    cmark_node *parent = cmark_node_parent(para);

    return cmark_node_get_type(parent) == CMARK_NODE_FOOTNOTE_DEFINITION &&
           !cmark_node_next(para);
}

static void
leave(struct walk *w, cmark_node *node)
{
    enum element e = element_of(node);

    if (e == ELEMENT_P && is_last_of_note(node)) {
        flow_text(w->flow, STR(" "));
        notes_put_backs(&w->tree->notes, w->flow);
    }
    if (e != ELEMENT_OTHER) {
        flow_close(w->flow);
        return;
    }
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_DOCUMENT:
    case CMARK_NODE_PARAGRAPH:
    case CMARK_NODE_CUSTOM_INLINE:
        break;
    case CMARK_NODE_LIST:
    case CMARK_NODE_LINK:
        flow_close(w->flow);
        break;
    case CMARK_NODE_FOOTNOTE_DEFINITION:
        notes_end(&w->tree->notes, w->flow);
        break;
    default:
        exit_extension(w, node);
        break;
    }
}

void
tree_walk(struct tree *t, struct flow *f)
{
    struct walk w = {.tree = t, .flow = f};
    cmark_iter *iter = cmark_iter_new(t->root);
    cmark_event_type event;

    while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
        cmark_node *node = cmark_iter_get_node(iter);
        if (event == CMARK_EVENT_ENTER)
            enter(&w, node, iter);
        else
            leave(&w, node);
    }
    cmark_iter_free(iter);
    buf_done(&w.text);
    buf_done(&w.href);
}
