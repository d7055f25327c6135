/* SPDX-License-Identifier: ISC */
/*
 * formula - mathematics as text
 */
#include "formula.h"

#include "mathml.h"
#include "node.h"

/*
 * Returns the source in TeX that comes with a formula, empty if there is none:
 * among the children of <semantics>.
 */
static struct str
find_tex(const GumboNode *math)
{
    const GumboNode *semantics = node_element(math, 0);

    if (!semantics)
        return (struct str){0};
    for (unsigned i = 0; i < semantics->v.element.children.length; i++) {
        const GumboNode *note = node_child(semantics, i);
        if (note->type != GUMBO_NODE_ELEMENT)
            continue;
        struct str encoding = node_attr(note, "encoding");
        if (str_find(encoding, STR("tex"), 0) < encoding.len ||
            str_find(encoding, STR("TeX"), 0) < encoding.len)
            return node_first_text(note);
    }
    return (struct str){0};
}

/*
 * Returns TeX without the braces around all of it that only say how big it is
 * drawn.
 */
static struct str
strip_style(struct str tex)
{
    static const struct str starts[] = {
        STR_INIT("{\\displaystyle "), STR_INIT("{\\textstyle ")};

    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
        if (str_starts(tex, starts[i]) && tex.ptr[tex.len - 1] == '}')
            return str_trim(str_slice(tex, starts[i].len, tex.len - 1));
    return tex;
}

void
formula_add(struct buf *out, const GumboNode *math)
{
    struct str text = str_trim(node_attr(math, "alttext"));

    if (node_is(math, GUMBO_TAG_SCRIPT)) {
        buf_add_str(out, node_first_text(math));
        return;
    }
    if (text.len == 0)
        text = find_tex(math);
    if (text.len > 0)
        buf_add_str(out, strip_style(text));
    else
        mathml_add(out, math);
}

bool
formula_is_script(const GumboNode *node)
{
    return node_is(node, GUMBO_TAG_SCRIPT) &&
           str_starts(node_attr(node, "type"), STR("math/tex"));
}

bool
formula_is_only(const GumboNode *node)
{
    const GumboNode *child = node_element(node, 0);

    return child && node_is(child, GUMBO_TAG_MATH) && !node_after(child) &&
           node_first_text(node).len == 0;
}
