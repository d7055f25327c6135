/* SPDX-License-Identifier: ISC */
/*
 * facade - what a page shows and says of itself, at a glance
 *
 * Long pages are left alone but for the elements of their head: what they say
 * is not read again here, so that a page with an article costs next to nothing.
 */
#include "facade.h"

#include "wallwords.h"

#include <stddef.h>

enum {
    MAX_DELAY = 10, /* seconds to the next page of one without a text */
    MAX_LINE = 400  /* bytes of a heading */
};

/*
 * Appends all text inside row, also what is not shown, up to max bytes.
 */
static void
add_text(const struct census *c, uint32_t row, size_t max, struct buf *out)
{
    const GumboNode *root = c->rows[row].node, *node = root;

    while (out->len < max) {
        const bool is_element = node->type == GUMBO_NODE_ELEMENT;
        const GumboVector *inside = &node->v.element.children;
        const bool is_mute =
            is_element && (node->v.element.tag == GUMBO_TAG_SCRIPT ||
                              node->v.element.tag == GUMBO_TAG_STYLE ||
                              node->v.element.tag == GUMBO_TAG_HEAD ||
                              node->v.element.tag == GUMBO_TAG_TEMPLATE);
        if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_CDATA)
            buf_add_text(out, node->v.text.text);
        else
            buf_add_char(out, ' ');
        if (is_element && !is_mute && inside->length > 0) {
            node = inside->data[0];
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

void
facade_add_folded(
    const struct census *c, uint32_t row, size_t max, struct buf *out)
{
    struct buf text = {0};

    add_text(c, row, max, &text);
    wallwords_add(out, buf_str(&text));
    buf_done(&text);
}

static struct str
inner_text(const struct row *row)
{
    const GumboVector *inside = &row->node->v.element.children;
    const GumboNode *text = inside->length > 0 ? inside->data[0] : NULL;

    return str_of(text && (text->type == GUMBO_NODE_TEXT ||
                              text->type == GUMBO_NODE_CDATA)
                      ? text->v.text.text
                      : NULL);
}

/*
 * Reads JSON-LD where it can tell something: it was read once already.
 */
static void
read_script(struct facade *f, uint32_t row)
{
    const struct str type = str_trim(census_attr(f->c, row, "type"));
    const struct str text = inner_text(&f->c->rows[row]);

    if (!str_starts_nocase(type, STR("application/ld+json"))) {
        f->has_script = true;
        return;
    }
    f->is_article |= str_find(text, STR("Article\""), 0) < text.len ||
                     str_find(text, STR("Posting\""), 0) < text.len;
    if (f->n_prose < FACADE_FEW_LETTERS ||
        str_find(text, STR("isAccessibleForFree"), 0) < text.len)
        schema_read(&f->schema, text);
}

/*
 * Returns the address in the value of <meta http-equiv=refresh>, "0; url=/a",
 * empty when there is none or it is for who has read the page.
 */
static struct str
read_refresh(struct str content)
{
    unsigned seconds = 0;
    size_t i = 0;

    content = str_trim(content);
    for (; i < content.len && content.ptr[i] >= '0' && content.ptr[i] <= '9';
         i++)
        if (seconds <= MAX_DELAY)
            seconds = seconds * 10 + (unsigned)(content.ptr[i] - '0');
    while (i < content.len && strchr(" \t\n.;,0123456789", content.ptr[i]))
        i++;
    content = str_slice(content, i, content.len);
    if (seconds > MAX_DELAY || !str_starts_nocase(content, STR("url")))
        return (struct str){0};
    content = str_trim(str_slice(content, 3, content.len));
    if (!str_starts(content, STR("=")))
        return (struct str){0};
    content = str_trim(str_slice(content, 1, content.len));
    if (content.len > 1 && (content.ptr[0] == '\'' || content.ptr[0] == '"')) {
        const struct str quote = {content.ptr, 1};
        content = str_slice(content, 1, str_find(content, quote, 1));
    }
    return content;
}

static void
read_meta(struct facade *f, uint32_t row)
{
    const struct str content = census_attr(f->c, row, "content");
    struct str name = census_attr(f->c, row, "property");

    if (name.len == 0)
        name = census_attr(f->c, row, "name");
    if (str_eq_nocase(census_attr(f->c, row, "http-equiv"), STR("refresh")))
        f->elsewhere = read_refresh(content);
    else if (str_eq_nocase(name, STR("og:type")))
        f->is_article |= str_eq_nocase(content, STR("article"));
    else if (str_eq_nocase(name, STR("article:content_tier")))
        f->schema.is_locked |= str_eq_nocase(content, STR("locked"));
    else if (f->excerpt.len == 0 &&
             (str_eq_nocase(name, STR("description")) ||
                 str_eq_nocase(name, STR("og:description"))))
        buf_add_str(&f->excerpt, str_trim(content));
}

static bool
is_captcha(struct str value)
{
    for (; value.len > 0; value = str_slice(value, 1, value.len))
        if (str_lower(value.ptr[0]) == 'c' &&
            (str_starts_nocase(value, STR("captcha")) ||
                str_starts_nocase(value, STR("challenge-"))))
            return true;
    return false;
}

/*
 * Looks at one element of a short page.
 */
static void
read_row(struct facade *f, uint32_t row)
{
    const struct census *c = f->c;

    f->n_links += c->rows[row].element == ELEMENT_A;
    if (c->rows[row].element == ELEMENT_H1 && f->title.len < MAX_LINE)
        facade_add_folded(c, row, MAX_LINE, &f->title);
    if (str_eq_nocase(census_attr(c, row, "type"), STR("password")))
        f->has_password = true;
    f->has_captcha |= is_captcha(census_attr(c, row, "id")) ||
                      is_captcha(census_attr(c, row, "class")) ||
                      is_captcha(census_attr(c, row, "src"));
}

bool
facade_is_short(const struct facade *f)
{
    return f->n_prose < FACADE_FEW_LETTERS ||
           (f->n_prose < FACADE_CUT_OFF && f->excerpt.len == 0 &&
               !f->is_article);
}

static void
look_at(struct facade *f)
{
    const struct census *c = f->c;

    for (uint32_t i = 1; i < c->n; i++)
        switch (c->rows[i].element) {
        case ELEMENT_SCRIPT:
            read_script(f, i);
            break;
        case ELEMENT_META:
            read_meta(f, i);
            break;
        default:
            break;
        }
    if (!facade_is_short(f))
        return;
    for (uint32_t i = 1; i < c->n; i++) {
        if (c->rows[i].element == ELEMENT_TITLE && f->title.len == 0)
            wallwords_add(&f->title, inner_text(&c->rows[i]));
        read_row(f, i);
    }
    facade_add_folded(c, 1, FACADE_MAX_TEXT + 1, &f->text);
}

struct facade
facade_look(const struct census *c, uint32_t article)
{
    struct facade f = {.c = c, .article = article};

    f.n_prose = c->rows[article > 0 ? article : 1].sum.prose;
    look_at(&f);
    return f;
}

void
facade_done(struct facade *f)
{
    schema_done(&f->schema);
    buf_done(&f->title);
    buf_done(&f->text);
    buf_done(&f->excerpt);
}
