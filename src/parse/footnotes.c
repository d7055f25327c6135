/* SPDX-License-Identifier: ISC */
/*
 * footnotes - which links of a page lead to footnotes and back
 *
 * One walk notes all names, with the list item that they stand in, and all
 * links that lead to a place in the page. A link in an item is a way back if
 * close behind the name that it leads to a short link stands that leads to a
 * name in that item; the other one then is a reference. Places are counted in
 * elements, since the name may be on the link, around it, or just before it.
 */
#include "footnotes.h"

#include "base/mem.h"
#include "node.h"

#include <stdlib.h>

enum {
    MAX_MARK = 12, /* bytes of a reference's text */
    MAX_APART = 5  /* elements from the name that is led back to */
};

struct name {
    struct str name;
    uint32_t at;           /* elements before it */
    const GumboNode *item; /* that it stands in, or NULL */
};

struct link {
    const GumboNode *node, *item;
    struct str target;
    uint32_t at;
    bool is_short; /* reads like a reference */
};

struct survey {
    struct name *names;
    struct link *links; /* in reading order, so sorted by at */
    uint32_t n_names, cap_names, n_links, cap_links;
};

/*
 * Tells whether the text of a link can be a reference: a number or a sign, also
 * in brackets, not in a heading or a list of contents.
 */
static bool
is_mark(const GumboNode *link)
{
    struct buf text = {0};
    unsigned n_letters = 0;
    bool has_digit = false;

    node_add_text(link, MAX_MARK, &text);
    struct str s = str_trim(buf_str(&text));
    for (size_t i = 0; i < s.len; i++) {
        n_letters += (s.ptr[i] | 0x20) >= 'a' && (s.ptr[i] | 0x20) <= 'z';
        has_digit |= s.ptr[i] >= '0' && s.ptr[i] <= '9';
    }
    bool is_mark =
        s.len > 0 && s.len <= MAX_MARK && (has_digit || n_letters < 3);
    buf_done(&text);
    for (const GumboNode *n = link->parent;
         is_mark && n && n->type == GUMBO_NODE_ELEMENT; n = n->parent) {
        GumboTag tag = n->v.element.tag;
        if (tag == GUMBO_TAG_P || tag == GUMBO_TAG_LI || tag == GUMBO_TAG_TD)
            break;
        is_mark = tag < GUMBO_TAG_H1 || tag > GUMBO_TAG_H6;
    }
    return is_mark;
}

static void
add_name(struct survey *s, struct str name, uint32_t at, const GumboNode *item)
{
    if (name.len == 0)
        return;
    MEM_GROW(s->names, s->cap_names, s->n_names + 1);
    s->names[s->n_names++] = (struct name){name, at, item};
}

static void
add_link(
    struct survey *s, const GumboNode *node, uint32_t at, const GumboNode *item)
{
    struct str href = str_trim(node_attr(node, "href"));
    size_t sign = str_find(href, STR("#"), 0);

    if (sign + 1 >= href.len)
        return;
    MEM_GROW(s->links, s->cap_links, s->n_links + 1);
    s->links[s->n_links++] = (struct link){
        .node = node,
        .item = item,
        .target = str_slice(href, sign + 1, href.len),
        .at = at,
        .is_short = is_mark(node),
    };
}

static void
take(struct survey *s, const GumboNode *root)
{
    const GumboNode *item = NULL, *behind = NULL;
    uint32_t at = 0;

    for (const GumboNode *n = root; n; n = node_next(n, root, true)) {
        if (n == behind)
            item = NULL;
        if (n->type != GUMBO_NODE_ELEMENT)
            continue;
        at++;
        if (node_is(n, GUMBO_TAG_LI)) {
            item = n;
            behind = node_next(n, root, false);
        }
        add_name(s, node_attr(n, "id"), at, item);
        if (!node_is(n, GUMBO_TAG_A))
            continue;
        add_name(s, node_attr(n, "name"), at, item);
        add_link(s, n, at, item);
    }
}

static int
compare_names(const void *left, const void *right)
{
    const struct name *a = left, *b = right;
    int diff = str_compare(a->name, b->name);

    return diff != 0 ? diff : (a->at > b->at) - (a->at < b->at);
}

static int
compare_parts(const void *left, const void *right)
{
    const struct footnotes_part *a = left, *b = right;
    uintptr_t l = (uintptr_t)a->node, r = (uintptr_t)b->node;

    return (l > r) - (l < r);
}

/*
 * Returns the first element called name, or NULL.
 */
static const struct name *
find_name(const struct survey *s, struct str name)
{
    uint32_t low = 0, high = s->n_names;

    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (str_compare(s->names[middle].name, name) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low < s->n_names && str_eq(s->names[low].name, name) ? &s->names[low]
                                                                : NULL;
}

/*
 * Returns the reference to the item which stands at the place called name, or
 * NULL.
 */
static const struct link *
find_reference(const struct survey *s, struct str name, const GumboNode *item)
{
    const struct name *place = find_name(s, name);
    uint32_t low = 0, high = s->n_links;

    if (!place)
        return NULL;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (s->links[middle].at < place->at)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < s->n_links && s->links[low].at <= place->at + MAX_APART;
         low++) {
        const struct link *link = &s->links[low];
        const struct name *target =
            link->is_short ? find_name(s, link->target) : NULL;
        if (target && target->item == item && link->item != item)
            return link;
    }
    return NULL;
}

static void
add_part(struct footnotes *f, const GumboNode *node, enum attr_name attr)
{
    MEM_GROW(f->parts, f->cap, f->n + 1);
    f->parts[f->n++] = (struct footnotes_part){
        .node = node,
        .attr = (uint8_t)attr,
    };
}

/*
 * Adds an item that its reference calls by something else than a number.
 */
static void
add_item(struct footnotes *f, const GumboNode *item, const GumboNode *ref)
{
    struct buf text = {0};
    bool has_word = false;

    node_add_text(ref, MAX_MARK, &text);
    struct str s = str_trim(buf_str(&text));
    if (s.len > 2 && (s.ptr[0] == '[' || s.ptr[0] == '('))
        s = str_trim(str_slice(s, 1, s.len - 1));
    for (size_t i = 0; i < s.len; i++)
        has_word |= s.ptr[i] < '0' || s.ptr[i] > '9';
    if (has_word) {
        add_part(f, item, ATTR_NOTES);
        f->parts[f->n - 1].label = (struct text_ref){
            (uint32_t)f->labels.len,
            (uint32_t)s.len,
        };
        buf_add_str(&f->labels, s);
    }
    buf_done(&text);
}

static const struct footnotes_part *
find_part(const struct footnotes *f, const GumboNode *node)
{
    struct footnotes_part key = {.node = node};

    return f->n > 0
               ? bsearch(&key, f->parts, f->n, sizeof *f->parts, compare_parts)
               : NULL;
}

static void
sort_parts(struct footnotes *f)
{
    if (f->n > 0)
        qsort(f->parts, f->n, sizeof *f->parts, compare_parts);
}

/*
 * Adds the references to notes that only lead back to another reference.
 */
static void
add_references(struct footnotes *f, const struct survey *s)
{
    uint32_t n = f->n;

    for (uint32_t i = 0; i < s->n_links && n > 0; i++) {
        const struct link *link = &s->links[i];
        const struct name *target =
            link->is_short ? find_name(s, link->target) : NULL;
        if (!target || !target->item || link->item == target->item)
            continue;
        struct footnotes sorted = {.parts = f->parts, .n = n};
        if (!find_part(&sorted, link->node) &&
            find_part(&sorted, target->item->parent))
            add_part(f, link->node, ATTR_NOTE_REF);
    }
    sort_parts(f);
}

void
footnotes_find(struct footnotes *f, const GumboNode *root)
{
    struct survey s = {0};

    take(&s, root);
    if (s.n_names > 0)
        qsort(s.names, s.n_names, sizeof *s.names, compare_names);
    for (uint32_t i = 0; i < s.n_links; i++) {
        const struct link *back = &s.links[i];
        if (!back->item || !node_is(back->item->parent, GUMBO_TAG_OL))
            continue;
        const struct link *ref = find_reference(&s, back->target, back->item);
        if (!ref)
            continue;
        add_part(f, back->node, ATTR_NOTE_BACK);
        add_part(f, ref->node, ATTR_NOTE_REF);
        add_part(f, back->item->parent, ATTR_NOTES);
        add_item(f, back->item, ref->node);
    }
    sort_parts(f);
    add_references(f, &s);
    free(s.names);
    free(s.links);
}

void
footnotes_done(struct footnotes *f)
{
    free(f->parts);
    buf_done(&f->labels);
    *f = (struct footnotes){0};
}

bool
footnotes_has(const struct footnotes *f, const GumboNode *node)
{
    return find_part(f, node) != NULL;
}

void
footnotes_put(
    const struct footnotes *f, const GumboNode *node, struct attrs *attrs)
{
    const struct footnotes_part *part = find_part(f, node);

    if (part && !element_has_attr(attrs, part->attr))
        element_add_attr(attrs, part->attr,
            str_slice(buf_str(&f->labels), part->label.at,
                part->label.at + part->label.len));
}
