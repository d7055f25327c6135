/* SPDX-License-Identifier: ISC */
/*
 * markdown - walks CommonMark with GitHub's extensions
 *
 * There are two ways because of speed: parsing the HTML that cmark makes takes
 * three times as long as all of cmark, and most documents have no raw HTML.
 * With raw HTML there is no other way than to let an HTML parser see
 * everything: what <details> or <table> opens in one block may be closed in
 * another, and "<b" may be closed by nothing at all. Both ways end in the same
 * flow.
 */
#include "parse/markdown.h"

#include "base/mem.h"
#include "parse/html.h"
#include "tangle.h"
#include "tree.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <stdlib.h>

enum {
    OPTIONS = CMARK_OPT_UNSAFE | CMARK_OPT_FOOTNOTES | CMARK_OPT_SOURCEPOS
};

static void *
resize(void *ptr, size_t size)
{
    return mem_resize(ptr, size, 1);
}

/*
 * Returns the name in the braces that end a heading's text, "{#name}" or
 * "{: #name .class}", and where the text before it ends; empty when it has none
 * that can be written in an attribute.
 */
static struct str
read_name(struct str text, size_t *out_end)
{
    struct str s = str_trim(text);
    size_t open = s.len;

    if (!str_ends(s, STR("}")))
        return (struct str){0};
    while (open > 0 && s.ptr[open - 1] != '{')
        open--;
    if (open == 0)
        return (struct str){0};

    struct str name = str_slice(s, open, s.len - 1);
    if (str_starts(name, STR(":")))
        name = str_slice(name, 1, name.len);
    name = str_trim(name);
    if (!str_starts(name, STR("#")))
        return (struct str){0};
    name = str_slice(name, 1, str_find(name, STR(" "), 0));
    for (size_t i = 0; i < name.len; i++)
        if (strchr("\"'<>&", name.ptr[i]))
            return (struct str){0};
    *out_end = (size_t)(s.ptr - text.ptr) + open - 1;
    return name;
}

/*
 * Takes the name off the end of a heading and gives it to it.
 */
static void
name_heading(cmark_node *heading, cmark_mem *mem)
{
    cmark_node *last = cmark_node_last_child(heading);
    size_t end = 0;

    if (!last || cmark_node_get_type(last) != CMARK_NODE_TEXT)
        return;
    struct str text = str_of(cmark_node_get_literal(last));
    struct str name = read_name(text, &end);
    struct str rest = str_trim(str_slice(text, 0, end));
    if (name.len == 0 || (rest.len == 0 && !cmark_node_previous(last)))
        return;

    tree_name_heading(heading, name, mem);
    char *left = mem_copy_text(text.ptr, end);
    cmark_node_set_literal(last, left);
    free(left);
}

static void
name_headings(cmark_node *root, cmark_mem *mem)
{
    cmark_iter *iter = cmark_iter_new(root);
    cmark_event_type event;

    while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
        cmark_node *node = cmark_iter_get_node(iter);
        if (event == CMARK_EVENT_EXIT &&
            cmark_node_get_type(node) == CMARK_NODE_HEADING)
            name_heading(node, mem);
    }
    cmark_iter_free(iter);
}

static void
add_extensions(cmark_parser *parser, bool has_tables)
{
    static const char *const names[] = {
        "table", "strikethrough", "autolink", "tasklist"};

    cmark_gfm_core_extensions_ensure_registered();
    for (size_t i = has_tables ? 0 : 1; i < sizeof names / sizeof *names; i++) {
        cmark_syntax_extension *extension =
            cmark_find_syntax_extension(names[i]);
        if (extension)
            cmark_parser_attach_syntax_extension(parser, extension);
    }
}

static enum markdown_way
parse(struct flow *f, struct build *b, struct str text, uint32_t row,
    bool is_direct_wanted)
{
    cmark_mem mem = {mem_alloc_zero, resize, free};
    cmark_parser *parser = cmark_parser_new_with_mem(OPTIONS, &mem);
    struct buf loose = {0};
    bool has_tables;

    text = tangle_loosen(text, &loose, &has_tables);
    add_extensions(parser, has_tables);
    cmark_parser_feed(parser, text.ptr, text.len);
    buf_done(&loose);
    struct tree tree = {
        .root = cmark_parser_finish(parser),
        .mem = &mem,
        .row = row,
    };
    name_headings(tree.root, &mem);

    bool is_direct = tree_read(&tree);
    if (is_direct && is_direct_wanted) {
        tree_walk(&tree, f);
    } else {
        char *html = cmark_render_html_with_mem(tree.root, OPTIONS,
            cmark_parser_get_syntax_extensions(parser), &mem);
        html_parse_piece(f, b, str_of(html), row);
        free(html);
    }
    cmark_node_free(tree.root);
    cmark_parser_free(parser);
    tree_done(&tree);
    return is_direct ? MARKDOWN_DIRECT : MARKDOWN_BY_HTML;
}

void
markdown_parse(struct flow *f, struct build *b, struct str text, uint32_t row)
{
    parse(f, b, text, row, true);
}

enum markdown_way
markdown_parse_by_html(
    struct flow *f, struct build *b, struct str text, uint32_t row)
{
    return parse(f, b, text, row, false);
}
