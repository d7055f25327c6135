/* SPDX-License-Identifier: ISC */
/*
 * lazy - pictures that a script would load later
 *
 * What stands in src meanwhile is a data: address, a blank file or nothing. The
 * address is in an attribute that libraries call by a handful of names, or in a
 * list of sizes, of which the last is the largest as a rule, or in a <noscript>
 * behind the picture.
 */
#include "lazy.h"

#include "node.h"

static struct str
attr_of(const GumboNode *node, const char *name)
{
    return str_trim(node_attr(node, name));
}

static bool
is_blank(struct str src)
{
    static const struct str marks[] = {STR_INIT("placeholder"),
        STR_INIT("blank."), STR_INIT("spacer"), STR_INIT("1x1"),
        STR_INIT("pixel.gif"), STR_INIT("lazy"), STR_INIT("loading."),
        STR_INIT("transparent")};

    if (src.len == 0 || str_starts_nocase(src, STR("data:")) ||
        str_starts_nocase(src, STR("about:")))
        return true;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (str_find(src, marks[i], 0) < src.len)
            return true;
    return false;
}

/*
 * Returns the last address in a srcset: "a.jpg 1x, b.jpg 2x".
 */
static struct str
last_of_set(struct str set)
{
    size_t start = set.len, end;

    while (start > 0 && !(set.ptr[start - 1] == ',' && start < set.len &&
                            (unsigned char)set.ptr[start] <= ' '))
        start--;
    set = str_trim(str_slice(set, start, set.len));
    for (end = 0; end < set.len && (unsigned char)set.ptr[end] > ' ';)
        end++;
    return str_slice(set, 0, end);
}

/*
 * Returns the address in the <source> elements of the <picture> that img stands
 * in; empty if there is none.
 */
static struct str
source_beside(const GumboNode *img)
{
    static const char *const sets[] = {"srcset", "data-srcset"};
    const GumboVector *beside = &img->parent->v.element.children;

    if (!str_eq_nocase(node_name(img->parent), STR("picture")))
        return (struct str){0};
    for (unsigned i = 0; i < beside->length; i++) {
        const GumboNode *node = beside->data[i];
        if (!node_is(node, GUMBO_TAG_SOURCE))
            continue;
        for (size_t j = 0; j < sizeof sets / sizeof *sets; j++) {
            struct str address = last_of_set(attr_of(node, sets[j]));
            if (address.len > 0 && !str_starts_nocase(address, STR("data:")))
                return address;
        }
    }
    return (struct str){0};
}

struct str
lazy_source(const GumboNode *img)
{
    static const char *const names[] = {"data-src", "data-original",
        "data-lazy-src", "data-lazy", "data-orig-file", "data-large-file",
        "data-hi-res-src", "data-full-src", "data-image", "data-actualsrc"};
    static const char *const sets[] = {
        "data-srcset", "data-lazy-srcset", "srcset"};
    struct str src = attr_of(img, "src");

    if (!is_blank(src))
        return src;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        struct str later = attr_of(img, names[i]);
        if (later.len > 0 && !str_starts_nocase(later, STR("data:")) &&
            later.ptr[0] != '{')
            return later;
    }
    for (size_t i = 0; i < sizeof sets / sizeof *sets; i++) {
        struct str later = last_of_set(attr_of(img, sets[i]));
        if (later.len > 0 && !str_starts_nocase(later, STR("data:")))
            return later;
    }
    struct str other = source_beside(img);
    return other.len > 0 ? other : src;
}

/*
 * Returns the only element among the children of node that has nothing else
 * but white space; NULL if there is none or another.
 */
static const GumboNode *
only_child(const GumboNode *node)
{
    const GumboVector *children = &node->v.element.children;
    const GumboNode *found = NULL;

    for (unsigned i = 0; i < children->length; i++) {
        const GumboNode *child = children->data[i];
        if (child->type == GUMBO_NODE_WHITESPACE ||
            child->type == GUMBO_NODE_COMMENT)
            continue;
        if (child->type != GUMBO_NODE_ELEMENT || found)
            return NULL;
        found = child;
    }
    return found;
}

bool
lazy_is_picture(const GumboNode *noscript)
{
    const GumboNode *img = only_child(noscript);
    const GumboVector *beside = &noscript->parent->v.element.children;

    if (!img || img->v.element.tag != GUMBO_TAG_IMG ||
        noscript->parent->type != GUMBO_NODE_ELEMENT)
        return false;
    for (size_t i = noscript->index_within_parent; i > 0; i--) {
        const GumboNode *before = beside->data[i - 1];
        if (before->type == GUMBO_NODE_WHITESPACE)
            continue;
        if (before->type != GUMBO_NODE_ELEMENT)
            return false;
        return before->v.element.tag != GUMBO_TAG_IMG ||
               is_blank(lazy_source(before));
    }
    return true;
}

bool
lazy_is_stand_in(const GumboNode *img)
{
    const GumboNode *parent = img->parent;

    if (parent->type != GUMBO_NODE_ELEMENT || !is_blank(lazy_source(img)))
        return false;
    const GumboVector *beside = &parent->v.element.children;
    for (size_t i = img->index_within_parent + 1; i < beside->length; i++) {
        const GumboNode *after = beside->data[i];
        if (after->type == GUMBO_NODE_WHITESPACE)
            continue;
        return after->type == GUMBO_NODE_ELEMENT &&
               after->v.element.tag == GUMBO_TAG_NOSCRIPT &&
               lazy_is_picture(after);
    }
    return false;
}

void
lazy_put(struct attrs *attrs, const GumboNode *img)
{
    struct str source = lazy_source(img);

    if (source.len == 0)
        return;
    for (uint32_t i = 0; i < attrs->n; i++)
        if (attrs->list[i].name == ATTR_SRC) {
            attrs->list[i].value = source;
            return;
        }
    element_add_attr(attrs, ATTR_SRC, source);
}
