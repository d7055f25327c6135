/* SPDX-License-Identifier: ISC */
/*
 * json - an article as JSON, for programs
 *
 * Values are made with jansson, which keeps keys in the order that they were
 * added, and written in one go.
 */
#include "json.h"

#include "base/mem.h"
#include "model/wording.h"
#include "pen.h"
#include "text.h"

#include <jansson.h>
#include <stdlib.h>

/* The facts at the start of the object. */
static const struct {
    const char *key;
    enum fact fact;
    bool is_date; /* the day is told, not the time of day */
} facts[] = {
    {"title", FACT_TITLE, false},
    {"byline", FACT_BYLINE, false},
    {"published", FACT_PUBLISHED, true},
    {"modified", FACT_MODIFIED, true},
    {"site", FACT_SITE, false},
    {"lang", FACT_LANG, false},
    {"excerpt", FACT_EXCERPT, false},
    {"url", FACT_URL, false},
};

/*
 * Returns value; jansson has none only when there is no memory.
 */
static json_t *
made(json_t *value)
{
    if (!value)
        mem_exhausted();
    return value;
}

/*
 * Puts value, which it takes, into object.
 */
static void
put(json_t *object, const char *key, json_t *value)
{
    if (json_object_set_new_nocheck(object, key, made(value)) != 0)
        mem_exhausted();
}

/*
 * Adds value, which it takes, to list.
 */
static void
add(json_t *list, json_t *value)
{
    if (json_array_append_new(list, made(value)) != 0)
        mem_exhausted();
}

/*
 * Returns text as it is; null when it is empty.
 */
static json_t *
text_value(struct str text)
{
    return text.len > 0 ? json_stringn_nocheck(text.ptr, text.len)
                        : json_null();
}

/*
 * Returns text on one line; null when there is none.
 */
static json_t *
line_value(struct str text)
{
    struct buf line = {0};

    pen_add_plain(&line, text);
    json_t *value = made(text_value(str_trim(buf_str(&line))));
    buf_done(&line);
    return value;
}

/*
 * Returns the article before or after this one.
 */
static json_t *
neighbor_value(const struct article *a, enum fact title, enum fact url)
{
    if (article_fact(a, title).len == 0 && article_fact(a, url).len == 0)
        return json_null();
    json_t *object = made(json_object());
    put(object, "title", line_value(article_fact(a, title)));
    put(object, "url", line_value(article_fact(a, url)));
    return object;
}

/*
 * Returns what the head of a section says.
 */
static json_t *
head_value(const struct article *a, block_ix head)
{
    struct buf line = {0};

    wording_add_line(a, head, &line);
    json_t *value = line_value(buf_str(&line));
    buf_done(&line);
    return value;
}

static json_t *
contents_value(const struct piece *p)
{
    json_t *list = made(json_array());

    for (section_ix s = 0; s < p->outline->n_sections; s++) {
        const struct section *section = &p->outline->sections[s];
        const struct block *head = &p->a->blocks[section->head];
        if (!piece_has_entry(p, s))
            continue;
        json_t *object = made(json_object());
        put(object, "level", json_integer(head->level));
        put(object, "number", line_value(outline_number(p->outline, s)));
        put(object, "title", head_value(p->a, section->head));
        put(object, "id", line_value(article_str(p->a, head->info)));
        put(object, "words", json_integer(section->words));
        add(list, object);
    }
    return list;
}

/*
 * Returns the answer of a question: the lines of l that show it.
 */
static json_t *
answer_value(const struct piece *p, const struct layout *l,
    const struct section *section, uint32_t *line)
{
    struct buf answer = {0};

    text_add_range(l, p->a, section->first, section->end, line, &answer);
    struct str text = str_trim(buf_str(&answer));
    json_t *value =
        made(json_stringn_nocheck(text.ptr ? text.ptr : "", text.len));
    buf_done(&answer);
    return value;
}

static json_t *
questions_value(const struct piece *p)
{
    json_t *list = made(json_array());
    struct layout *l = layout_new(p->a, &(struct layout_opts){0});
    uint32_t line = 0;

    for (section_ix s = 0; s < p->outline->n_sections; s++) {
        const struct section *section = &p->outline->sections[s];
        if (!piece_has_question(p, s))
            continue;
        json_t *object = made(json_object());
        put(object, "question", head_value(p->a, section->head));
        put(object, "answer", answer_value(p, l, section, &line));
        add(list, object);
    }
    layout_free(l);
    return list;
}

/*
 * Returns the text of the spans from span on that are part of the same link,
 * and where they end.
 */
static struct str
link_text(const struct article *a, const struct block *block, uint32_t *span)
{
    const struct span *first = &a->spans[*span];
    uint32_t end = block->first_span + block->n_spans;

    while (*span + 1 < end && a->spans[*span + 1].link == first->link)
        ++*span;
    const struct span *last = &a->spans[*span];
    return article_str(a, (struct text_ref){first->text.at,
                              last->text.at + last->text.len - first->text.at});
}

/*
 * Adds the links of a leaf that were not seen yet to list.
 */
static void
add_links(const struct article *a, block_ix b, bool *is_seen, json_t *list)
{
    const struct block *block = &a->blocks[b];

    for (uint32_t i = 0; i < block->n_spans; i++) {
        uint32_t span = block->first_span + i;
        link_ix link = a->spans[span].link;
        if (link == LINK_NONE || is_seen[link] ||
            str_starts(article_link(a, link), STR("#")))
            continue;
        is_seen[link] = true;
        json_t *object = made(json_object());
        put(object, "text", line_value(link_text(a, block, &span)));
        put(object, "url", line_value(article_link(a, link)));
        add(list, object);
        i = span - block->first_span;
    }
}

static json_t *
links_value(const struct piece *p)
{
    json_t *list = made(json_array());
    bool *is_seen = mem_alloc_zero(p->a->n_links, sizeof *is_seen);

    for (block_ix b = p->first; b < p->end; b++)
        add_links(p->a, b, is_seen, list);
    free(is_seen);
    return list;
}

/*
 * Returns for each block the caption of the figure that it is, or 0.
 */
static block_ix *
find_captions(const struct article *a)
{
    block_ix *captions = mem_alloc_zero(a->n_blocks, sizeof *captions);

    for (block_ix b = a->n_blocks; b-- > 0;)
        if (a->blocks[b].kind == BLOCK_CAPTION)
            captions[a->blocks[b].parent] = b;
    return captions;
}

/*
 * Adds the images of a leaf to list.
 */
static void
add_images(
    const struct article *a, block_ix b, const block_ix *captions, json_t *list)
{
    const struct block *block = &a->blocks[b];
    block_ix figure = block->parent;

    while (figure > 0 && a->blocks[figure].kind != BLOCK_FIGURE)
        figure = a->blocks[figure].parent;
    for (uint32_t i = 0; i < block->n_spans; i++) {
        const struct span *span = &a->spans[block->first_span + i];
        if (!(span->roles & ROLE_IMAGE))
            continue;
        block_ix caption = captions[figure];
        json_t *object = made(json_object());
        put(object, "alt", line_value(article_str(a, span->text)));
        put(object, "url",
            span->image == LINK_NONE
                ? json_null()
                : line_value(article_link(a, span->image)));
        put(object, "caption",
            caption == 0 ? json_null() : line_value(article_text(a, caption)));
        add(list, object);
    }
}

static json_t *
images_value(const struct piece *p)
{
    json_t *list = made(json_array());
    block_ix *captions = find_captions(p->a);

    for (block_ix b = p->first; b < p->end; b++)
        add_images(p->a, b, captions, list);
    free(captions);
    return list;
}

static json_t *
body_value(const struct piece *p)
{
    struct buf text = {0};

    text_add_body(p, &text);
    json_t *value =
        made(json_stringn_nocheck(text.ptr ? text.ptr : "", text.len));
    buf_done(&text);
    return value;
}

static int
add_bytes(const char *bytes, size_t len, void *out)
{
    buf_add(out, bytes, len);
    return 0;
}

/*
 * Appends value, which it takes, and a line end.
 */
static void
write_value(json_t *value, struct buf *out)
{
    if (json_dump_callback(value, add_bytes, out, JSON_COMPACT) != 0)
        mem_exhausted();
    json_decref(value);
    buf_add_char(out, '\n');
}

void
json_add_whole(const struct piece *p, struct buf *out)
{
    json_t *object = made(json_object());
    uint32_t words = article_words(p->a, p->first, p->end);

    for (size_t i = 0; i < sizeof facts / sizeof *facts; i++) {
        struct str fact = article_fact(p->a, facts[i].fact);
        put(object, facts[i].key,
            line_value(facts[i].is_date ? article_day(fact) : fact));
    }
    put(object, "words", json_integer(words));
    put(object, "minutes", json_integer(article_minutes(words)));
    put(object, "type", line_value(article_fact(p->a, FACT_TYPE)));
    put(object, "prev", neighbor_value(p->a, FACT_PREV_TITLE, FACT_PREV_URL));
    put(object, "next", neighbor_value(p->a, FACT_NEXT_TITLE, FACT_NEXT_URL));
    put(object, "toc", contents_value(p));
    put(object, "faq", questions_value(p));
    put(object, "links", links_value(p));
    put(object, "images", images_value(p));
    put(object, "text", body_value(p));
    write_value(object, out);
}

void
json_add_contents(const struct piece *p, struct buf *out)
{
    write_value(contents_value(p), out);
}

void
json_add_questions(const struct piece *p, struct buf *out)
{
    write_value(questions_value(p), out);
}

static json_t *
entry_value(const struct feed *f, feed_ix e)
{
    json_t *object = made(json_object());

    put(object, "title", line_value(feed_entry_fact(f, e, FEED_ENTRY_TITLE)));
    put(object, "url", line_value(feed_entry_fact(f, e, FEED_ENTRY_URL)));
    put(object, "published", line_value(article_day(feed_date(f, e))));
    put(object, "byline", line_value(feed_entry_fact(f, e, FEED_ENTRY_BYLINE)));
    put(object, "excerpt",
        line_value(feed_entry_fact(f, e, FEED_ENTRY_EXCERPT)));
    return object;
}

void
json_add_feed(const struct feed *f, struct buf *out)
{
    struct str url = feed_fact(f, FEED_URL);
    json_t *object = made(json_object());
    json_t *entries = made(json_array());

    put(object, "title", line_value(feed_fact(f, FEED_TITLE)));
    put(object, "url", line_value(url.len > 0 ? url : feed_fact(f, FEED_SITE)));
    for (feed_ix e = 0; e < f->n_entries; e++)
        add(entries, entry_value(f, e));
    put(object, "entries", entries);
    write_value(object, out);
}
