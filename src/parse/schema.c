/* SPDX-License-Identifier: ISC */
/*
 * schema - what a page says of itself in JSON-LD
 *
 * Objects stand alone, in an array or in "@graph"; an author is a string, an
 * object, an array of these, or an "@id" that another object has. Articles tell
 * most; a page or site tells only what no article told. Line ends in strings,
 * which JSON forbids and content systems write, are blanks here.
 */
#include "schema.h"

#include "entity.h"
#include "jsonld.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>

enum {
    MAX_NODES = 1000, /* of one graph that are looked at */
    MAX_AUTHORS = 12,
};

/*
 * Sets out to the string under key unless it has one already.
 */
static void
put(struct buf *out, const json_t *node, const char *key)
{
    struct str text = jsonld_text(json_object_get(node, key));

    if (out->len == 0 && text.len > 0)
        entity_add(out, text);
}

static bool
is_article_type(struct str type)
{
    return str_ends(type, STR("Article")) || str_ends(type, STR("Posting")) ||
           str_eq(type, STR("Report")) || str_eq(type, STR("Review")) ||
           str_eq(type, STR("Recipe")) || str_eq(type, STR("HowTo"));
}

/*
 * Tells whether node has a type that fits; a type may be an array.
 */
static bool
has_type(const json_t *node, bool (*fits)(struct str type))
{
    const json_t *type = json_object_get(node, "@type");

    if (!json_is_array(type))
        return fits(jsonld_text(type));
    for (size_t i = 0; i < json_array_size(type); i++)
        if (fits(jsonld_text(json_array_get(type, i))))
            return true;
    return false;
}

static bool
is_page_type(struct str type)
{
    return str_ends(type, STR("Page"));
}

static bool
is_site_type(struct str type)
{
    return str_eq(type, STR("WebSite"));
}

/*
 * Returns the object of the graph that has the id which ref names, or ref.
 */
static const json_t *
follow(const json_t *ref, const json_t *graph)
{
    struct str id = jsonld_text(json_object_get(ref, "@id"));

    if (id.len == 0 || json_object_get(ref, "name"))
        return ref;
    for (size_t i = 0; i < json_array_size(graph) && i < MAX_NODES; i++) {
        const json_t *node = json_array_get(graph, i);
        if (str_eq(jsonld_text(json_object_get(node, "@id")), id) &&
            json_object_get(node, "name"))
            return node;
    }
    return ref;
}

/*
 * Adds the name of a person, which is a string or an object.
 */
static void
add_name(struct buf *out, const json_t *person, const json_t *graph)
{
    struct str name = jsonld_text(person);

    if (json_is_object(person)) {
        const json_t *value = json_object_get(follow(person, graph), "name");
        name = jsonld_text(
            json_is_array(value) ? json_array_get(value, 0) : value);
    }
    if (name.len == 0 ||
        (out->len > 0 && str_find(buf_str(out), name, 0) < out->len))
        return;
    if (out->len > 0)
        buf_add_text(out, ", ");
    entity_add(out, name);
}

static bool
is_group_type(struct str type)
{
    return str_ends(type, STR("Organization")) ||
           str_eq(type, STR("Corporation")) || str_eq(type, STR("WebSite"));
}

static void
read_author(struct schema *s, const json_t *node, const json_t *graph)
{
    const json_t *author = json_object_get(node, "author");
    size_t n = json_is_array(author) ? json_array_size(author) : 1;
    bool is_group = true;

    if (!author)
        author = json_object_get(node, "creator");
    if (s->author.len > 0 || !author)
        return;
    for (size_t i = 0; i < n && i < MAX_AUTHORS; i++) {
        const json_t *one =
            json_is_array(author) ? json_array_get(author, i) : author;
        add_name(&s->author, one, graph);
        is_group = is_group && json_is_object(one) &&
                   has_type(follow(one, graph), is_group_type);
    }
    s->is_organization = is_group && s->author.len > 0;
}

static void
read_image(struct schema *s, const json_t *node, const json_t *graph)
{
    const json_t *image = json_object_get(node, "image");

    if (json_is_array(image))
        image = json_array_get(image, 0);
    if (s->image.len > 0)
        return;
    if (json_is_object(image))
        put(&s->image, follow(image, graph), "url");
    else
        buf_add_str(&s->image, jsonld_text(image));
}

/*
 * Tells whether node says that it is not free, which is written in many ways.
 */
static bool
is_locked(const json_t *node)
{
    const json_t *value = json_object_get(node, "isAccessibleForFree");
    struct str text = jsonld_text(value);

    return json_is_false(value) || str_starts_nocase(text, STR("false")) ||
           str_ends(text, STR("/False"));
}

/*
 * Reads what of an article must be paid for.
 */
static void
read_lock(struct schema *s, const json_t *node)
{
    const json_t *parts = json_object_get(node, "hasPart");
    const size_t n = json_is_array(parts) ? json_array_size(parts) : 1;

    s->is_locked |= is_locked(node);
    for (size_t i = 0; i < n && i < MAX_NODES; i++) {
        const json_t *part =
            json_is_array(parts) ? json_array_get(parts, i) : parts;
        if (!is_locked(part))
            continue;
        s->is_locked = true;
        put(&s->locked, part, "cssSelector");
    }
}

static void
read_article(struct schema *s, const json_t *node, const json_t *graph)
{
    put(&s->title, node, "headline");
    put(&s->title, node, "name");
    put(&s->published, node, "datePublished");
    put(&s->modified, node, "dateModified");
    put(&s->excerpt, node, "description");
    put(&s->lang, node, "inLanguage");
    read_author(s, node, graph);
    read_image(s, node, graph);
    const json_t *publisher = json_object_get(node, "publisher");
    if (json_is_object(publisher))
        put(&s->publisher, follow(publisher, graph), "name");
    struct str body = jsonld_text(json_object_get(node, "articleBody"));
    if (body.len > s->body.len) {
        buf_cut(&s->body, 0);
        buf_add_str(&s->body, body);
    }
    read_lock(s, node);
}

/*
 * Reads the nodes of which fits() is true of the type.
 */
static void
read_nodes(struct schema *s, const json_t *graph, bool (*fits)(struct str type))
{
    for (size_t i = 0; i < json_array_size(graph) && i < MAX_NODES; i++) {
        const json_t *node = json_array_get(graph, i);
        if (!json_is_object(node) || !has_type(node, fits))
            continue;
        if (fits == is_article_type) {
            read_article(s, node, graph);
        } else if (fits == is_page_type) {
            put(&s->published, node, "datePublished");
            put(&s->modified, node, "dateModified");
            read_lock(s, node);
            const json_t *main = json_object_get(node, "mainEntity");
            if (json_is_object(main) && has_type(main, is_article_type))
                read_article(s, main, graph);
        } else {
            put(&s->site, node, "name");
        }
    }
}

static void
read_graph(struct schema *s, const json_t *graph)
{
    read_nodes(s, graph, is_article_type);
    read_nodes(s, graph, is_page_type);
    read_nodes(s, graph, is_site_type);
}

void
schema_read(struct schema *s, struct str text)
{
    json_t *root = jsonld_load(text);

    if (json_is_array(root)) {
        read_graph(s, root);
        for (size_t i = 0; i < json_array_size(root) && i < MAX_NODES; i++)
            read_graph(s, json_object_get(json_array_get(root, i), "@graph"));
    } else if (json_is_object(root)) {
        json_t *alone = json_array();
        json_array_append(alone, root);
        read_graph(s, alone);
        json_decref(alone);
        read_graph(s, json_object_get(root, "@graph"));
    }
    json_decref(root);
}

void
schema_done(struct schema *s)
{
    struct buf *all[] = {&s->title, &s->author, &s->published, &s->modified,
        &s->publisher, &s->site, &s->excerpt, &s->image, &s->lang, &s->body,
        &s->locked};

    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        buf_done(all[i]);
    s->is_locked = false;
}
