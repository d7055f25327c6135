/* SPDX-License-Identifier: ISC */
/*
 * graft - puts parts of a streamed page where its script would put them
 *
 * Servers that send a page before they have all of it (React calls it
 * streaming, and what is built on it does so by default) leave placeholders,
 * <template id="B:1"> or "P:1", and send what belongs there later, at the end of the
 * body, as <div hidden id="S:1">. A script puts it in place. Without this a
 * page of that kind is an empty frame and a heap of hidden parts.
 */
#include "graft.h"

#include "base/mem.h"
#include "base/str.h"
#include "node.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>

struct place {
    struct str name; /* behind "B:" or "S:" */
    GumboNode *node;
};

struct places {
    struct place *list;
    uint32_t n, cap;
};

static int
compare(const void *left, const void *right)
{
    return str_compare(((const struct place *)left)->name,
        ((const struct place *)right)->name);
}

static void
add_place(struct places *p, struct str id, GumboNode *node)
{
    MEM_GROW(p->list, p->cap, p->n + 1);
    p->list[p->n++] = (struct place){str_slice(id, 2, id.len), node};
}

/*
 * Collects placeholders and parts.
 */
static void
collect(GumboNode *root, struct places *holes, struct places *parts)
{
    GumboNode *node = root;

    for (;;) {
        bool is_element = node->type == GUMBO_NODE_ELEMENT ||
                          node->type == GUMBO_NODE_TEMPLATE;
        if (is_element) {
            struct str id = node_attr(node, "id");
            if ((str_starts(id, STR("B:")) || str_starts(id, STR("P:"))) &&
                node->v.element.tag == GUMBO_TAG_TEMPLATE)
                add_place(holes, id, node);
            else if (str_starts(id, STR("S:")) &&
                     node_find_attr(node, "hidden"))
                add_place(parts, id, node);
        }
        if (is_element && node->v.element.children.length > 0) {
            node = node->v.element.children.data[0];
            continue;
        }
        while (node != root && node->index_within_parent + 1 ==
                                   node->parent->v.element.children.length)
            node = node->parent;
        if (node == root)
            return;
        node = node->parent->v.element.children
                   .data[node->index_within_parent + 1];
    }
}

/*
 * Lets two nodes change places. Neither may lie in the other.
 */
static void
swap(GumboNode *a, GumboNode *b)
{
    GumboNode *parent = a->parent;
    size_t index = a->index_within_parent;

    parent->v.element.children.data[index] = b;
    b->parent->v.element.children.data[b->index_within_parent] = a;
    a->parent = b->parent;
    a->index_within_parent = b->index_within_parent;
    b->parent = parent;
    b->index_within_parent = index;
}

static bool
is_inside(const GumboNode *node, const GumboNode *outer)
{
    for (; node; node = node->parent)
        if (node == outer)
            return true;
    return false;
}

void
graft_parts(GumboNode *root)
{
    struct places holes = {0}, parts = {0};

    collect(root, &holes, &parts);
    if (holes.n > 0)
        qsort(holes.list, holes.n, sizeof *holes.list, compare);
    for (uint32_t i = 0; i < parts.n && holes.n > 0; i++) {
        struct place *hole = bsearch(
            &parts.list[i], holes.list, holes.n, sizeof *holes.list, compare);
        GumboNode *part = parts.list[i].node;
        if (!hole || !hole->node || is_inside(hole->node, part))
            continue;
        swap(hole->node, part);
        /* Memory of the tree is an arena's, so a name may be any string. */
        node_find_attr(part, "hidden")->name = "data-part";
        hole->node = NULL;
    }
    free(holes.list);
    free(parts.list);
}
