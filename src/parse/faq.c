/* SPDX-License-Identifier: ISC */
/*
 * faq - the questions that a page says it answers
 */
#include "faq.h"

#include "base/mem.h"
#include "entity.h"
#include "jsonld.h"
#include "parse/phrases.h"

#include <stdlib.h>

enum {
    MAX_PAIRS = 100,
    MAX_NODES = 1000,
    MAX_QUESTION = 400,  /* bytes */
    MAX_PAGE = 10 << 20, /* bytes of a page that are looked at */
};

static void
add_pair(struct faq *f, struct str question, struct str answer)
{
    struct buf text = {0};

    entity_add(&text, str_trim(question));
    if (f->n < MAX_PAIRS && text.len > 0 && text.len <= MAX_QUESTION) {
        MEM_GROW(f->pairs, f->cap, f->n + 1);
        struct faq_pair *pair = &f->pairs[f->n++];
        *pair = (struct faq_pair){0};
        buf_add_str(&pair->question, buf_str(&text));
        phrases_add_folded(&pair->folded, buf_str(&text));
        buf_add_str(&pair->answer, answer);
    }
    buf_done(&text);
}

static bool
has_type(const json_t *node, const char *name)
{
    const json_t *type = json_object_get(node, "@type");

    if (!json_is_array(type))
        return str_eq(jsonld_text(type), str_of(name));
    for (size_t i = 0; i < json_array_size(type) && i < MAX_PAIRS; i++)
        if (str_eq(jsonld_text(json_array_get(type, i)), str_of(name)))
            return true;
    return false;
}

static void
add_question(struct faq *f, const json_t *node)
{
    const json_t *answer = json_object_get(node, "acceptedAnswer");
    struct str name = jsonld_text(json_object_get(node, "name"));

    if (json_is_array(answer))
        answer = json_array_get(answer, 0);
    if (name.len == 0)
        name = jsonld_text(json_object_get(node, "text"));
    add_pair(f, name, jsonld_text(json_object_get(answer, "text")));
}

void
faq_read_script(struct faq *f, struct str text)
{
    const json_t *node;

    if (str_find(text, STR("FAQPage"), 0) == text.len)
        return;
    json_t *root = jsonld_load(text);
    for (size_t i = 0; i < MAX_NODES && (node = jsonld_node(root, i)); i++) {
        const json_t *main = json_object_get(node, "mainEntity");
        if (!has_type(node, "FAQPage"))
            continue;
        if (json_is_object(main))
            add_question(f, main);
        for (size_t j = 0; j < json_array_size(main) && j < MAX_PAIRS; j++)
            add_question(f, json_array_get(main, j));
    }
    json_decref(root);
}

/*
 * Reads a question in microdata: its name is an element in it, or an attribute.
 */
static void
read_item(struct faq *f, const struct census *c, uint32_t row)
{
    for (uint32_t i = row + 1; i < c->rows[row].end; i++) {
        struct buf text = {0};
        if (!str_eq(census_attr(c, i, "itemprop"), STR("name")))
            continue;
        struct str content = census_attr(c, i, "content");
        if (content.len == 0)
            census_text(c, i, MAX_QUESTION, &text);
        add_pair(
            f, content.len > 0 ? content : buf_str(&text), (struct str){0});
        buf_done(&text);
        return;
    }
}

/*
 * Looks for the questions in the text of the page.
 */
static void
find_shown(struct faq *f, const struct census *c)
{
    struct buf text = {0}, folded = {0};

    census_text(c, 1, MAX_PAGE, &text);
    phrases_add_folded(&folded, buf_str(&text));
    for (size_t i = 0; i < f->n && !f->is_shown; i++) {
        struct str question = buf_str(&f->pairs[i].folded);
        f->is_shown = question.len > 0 &&
                      str_find(buf_str(&folded), question, 0) < folded.len;
    }
    buf_done(&text);
    buf_done(&folded);
}

void
faq_read(struct faq *f, const struct census *c)
{
    for (uint32_t i = 1; i < c->n && f->n < MAX_PAIRS; i++) {
        const struct row *row = &c->rows[i];
        const GumboVector *inside = &row->node->v.element.children;
        if (row->element == ELEMENT_SCRIPT && inside->length > 0 &&
            str_ends(str_trim(census_attr(c, i, "type")), STR("ld+json"))) {
            const GumboNode *text = inside->data[0];
            if (text->type == GUMBO_NODE_TEXT)
                faq_read_script(f, str_of(text->v.text.text));
        } else if (row->node->v.element.attributes.length > 0 &&
                   str_ends(census_attr(c, i, "itemtype"),
                       STR("schema.org/Question"))) {
            read_item(f, c, i);
        }
    }
    if (f->n > 0)
        find_shown(f, c);
}

void
faq_done(struct faq *f)
{
    for (size_t i = 0; i < f->n; i++) {
        buf_done(&f->pairs[i].question);
        buf_done(&f->pairs[i].folded);
        buf_done(&f->pairs[i].answer);
    }
    free(f->pairs);
    *f = (struct faq){0};
}

/*
 * Tells whether block b may ask: something has to follow that can be an answer.
 */
static bool
may_ask(const struct article *a, block_ix b)
{
    const struct block *block = &a->blocks[b];

    if (block->n_spans == 0 || b + 1 == a->n_blocks)
        return false;
    return block->kind == BLOCK_HEADING || block->kind == BLOCK_SUMMARY ||
           block->kind == BLOCK_TERM || block->kind == BLOCK_PARA;
}

bool
faq_mark(const struct faq *f, struct build *b)
{
    bool is_shown = false;

    if (f->n == 0)
        return false;
    const struct article *a = build_draft(b);
    for (block_ix ix = 1; ix < a->n_blocks; ix++) {
        struct str text = article_text(a, ix);
        struct buf folded = {0};
        if (text.len == 0 || text.len > MAX_QUESTION)
            continue;
        phrases_add_folded(&folded, text);
        for (size_t i = 0; i < f->n; i++) {
            struct str question = buf_str(&f->pairs[i].folded);
            if (question.len == 0 || !str_eq(buf_str(&folded), question))
                continue;
            is_shown = true;
            if (may_ask(a, ix))
                build_mark(b, ix, a->blocks[ix].marks | BLOCK_IS_QUESTION);
            break;
        }
        buf_done(&folded);
    }
    return is_shown;
}
