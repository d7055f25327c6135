/* SPDX-License-Identifier: ISC */
/*
 * html - an article as a page of HTML
 *
 * The frame of the page; what is inside comes from body.
 */
#include "html.h"

#include "address.h"
#include "body.h"
#include "model/wording.h"
#include "tags.h"

/* Facts that have a name in the head of a page. */
static const struct {
    enum fact fact;
    const char *start; /* of the element, up to the value */
    bool is_address;
} metas[] = {
    {FACT_BYLINE, "<meta name=\"author\" content=", false},
    {FACT_EXCERPT, "<meta name=\"description\" content=", false},
    {FACT_PUBLISHED,
        "<meta property=\"article:published_time\" content=", false},
    {FACT_MODIFIED, "<meta property=\"article:modified_time\" content=", false},
    {FACT_SITE, "<meta property=\"og:site_name\" content=", false},
    {FACT_IMAGE, "<meta property=\"og:image\" content=", true},
    {FACT_URL, "<link rel=\"canonical\" href=", true},
    {FACT_PREV_URL, "<link rel=\"prev\" href=", true},
    {FACT_NEXT_URL, "<link rel=\"next\" href=", true},
};

static void
add_meta(struct buf *out, const char *start, struct str value, bool is_address)
{
    struct buf url = {0};

    if (is_address && !address_add_for_page(&url, value))
        value.len = 0;
    if (value.len > 0) {
        buf_add_text(out, start);
        tags_add_value(out, is_address ? buf_str(&url) : value);
        buf_add_text(out, ">\n");
    }
    buf_done(&url);
}

static void
add_page_start(const struct piece *p, struct buf *out)
{
    struct str lang = article_fact(p->a, FACT_LANG);

    buf_add_text(out, "<!doctype html>\n<html");
    if (lang.len > 0)
        tags_add_attr(out, "lang", lang);
    buf_add_text(out, ">\n<head>\n<meta charset=\"utf-8\">\n<title>");
    tags_add_text(out, article_fact(p->a, FACT_TITLE));
    buf_add_text(out, "</title>\n");
    for (size_t i = 0; i < sizeof metas / sizeof *metas; i++)
        add_meta(out, metas[i].start, article_fact(p->a, metas[i].fact),
            metas[i].is_address);
    buf_add_text(out, "</head>\n<body>\n");
}

static void
add_page_end(struct buf *out)
{
    buf_add_text(out, "</body>\n</html>\n");
}

/*
 * Appends what stands over the article: title, byline, date, notices.
 */
static void
add_header(const struct piece *p, struct buf *out)
{
    struct str title = article_fact(p->a, FACT_TITLE);
    struct str byline = article_fact(p->a, FACT_BYLINE);
    struct str date = article_fact(p->a, FACT_PUBLISHED);

    if (title.len > 0) {
        buf_add_text(out, "<h1>");
        tags_add_text(out, title);
        buf_add_text(out, "</h1>\n");
    }
    if (byline.len > 0 || date.len > 0) {
        buf_add_text(out, "<p>");
        tags_add_text(out, byline);
        if (byline.len > 0 && date.len > 0)
            buf_add_text(out, " · ");
        if (date.len > 0) {
            buf_add_text(out, "<time>");
            tags_add_text(out, date);
            buf_add_text(out, "</time>");
        }
        buf_add_text(out, "</p>\n");
    }
    for (uint32_t i = 0; i < p->a->n_notes; i++) {
        buf_add_text(out, "<p><small>");
        tags_add_text(out, article_str(p->a, p->a->notes[i]));
        buf_add_text(out, "</small></p>\n");
    }
}

void
html_add_whole(const struct piece *p, struct buf *out)
{
    struct anchors anchors;
    struct tags tags = {p->a, out, &anchors, TAGS_PAGE};

    anchors_init(&anchors, p->a, NULL, NULL);
    if (!p->opts->is_body) {
        add_page_start(p, out);
        buf_add_text(out, "<article>\n");
        if (!p->is_section)
            add_header(p, out);
    }
    body_add(&tags, p->first, p->end);
    if (!p->opts->is_body) {
        buf_add_text(out, "</article>\n");
        add_page_end(out);
    }
    anchors_done(&anchors);
}

static void
add_entry(const struct piece *p, section_ix s, struct buf *out)
{
    block_ix head = p->outline->sections[s].head;
    struct str id = article_str(p->a, p->a->blocks[head].info);
    struct buf href = {0}, title = {0};

    if (id.len > 0) {
        buf_add_char(&href, '#');
        buf_add_str(&href, id);
        buf_add_text(out, "<a");
        tags_add_attr(out, "href", buf_str(&href));
        buf_add_char(out, '>');
    }
    wording_add_line(p->a, head, &title);
    tags_add_text(out, buf_str(&title));
    if (id.len > 0)
        buf_add_text(out, "</a>");
    buf_done(&href);
    buf_done(&title);
}

/*
 * Begins a list whose first entry is section s; its number goes on counting.
 */
static void
open_list(const struct piece *p, section_ix s, struct buf *out)
{
    struct str number = outline_number(p->outline, s);
    size_t start = number.len;

    while (start > 0 && number.ptr[start - 1] != '.')
        start--;
    number = str_slice(number, start, number.len);
    buf_add_text(out, "<ol");
    if (!str_eq(number, STR("1")))
        tags_add_attr(out, "start", number);
    buf_add_text(out, ">\n");
}

void
html_add_contents(const struct piece *p, struct buf *out)
{
    uint32_t top = 0, depth = 0; /* of the first entry, of the last one */

    if (!p->opts->is_body)
        add_page_start(p, out);
    for (section_ix s = 0; s < p->outline->n_sections; s++) {
        if (!piece_has_entry(p, s))
            continue;
        uint32_t here = p->outline->sections[s].depth;
        if (top == 0)
            top = here;
        for (; depth > here; depth--)
            buf_add_text(out, "</li>\n</ol>\n");
        if (depth == here) {
            buf_add_text(out, "</li>\n");
        } else {
            open_list(p, s, out);
            depth = here;
        }
        buf_add_text(out, "<li>");
        add_entry(p, s, out);
    }
    for (; top > 0 && depth >= top; depth--)
        buf_add_text(out, "</li>\n</ol>\n");
    if (!p->opts->is_body)
        add_page_end(out);
}

static void
add_question(const struct piece *p, const struct section *s, struct tags *tags)
{
    struct str id = article_str(p->a, p->a->blocks[s->head].info);

    buf_add_text(tags->out, "<details");
    if (id.len > 0)
        tags_add_attr(tags->out, "id", id);
    buf_add_text(tags->out, ">\n<summary>");
    tags_add_spans(tags, s->head);
    buf_add_text(tags->out, "</summary>\n");
    body_add(tags, s->first, s->end);
    buf_add_text(tags->out, "</details>\n");
}

void
html_add_questions(const struct piece *p, struct buf *out)
{
    struct anchors anchors;
    struct tags tags = {p->a, out, &anchors, TAGS_PAGE};
    block_ix end = 0; /* of the last question: others inside it are its own */

    anchors_init(&anchors, p->a, NULL, NULL);
    if (!p->opts->is_body)
        add_page_start(p, out);
    for (section_ix s = 0; s < p->outline->n_sections; s++) {
        const struct section *section = &p->outline->sections[s];
        if (!piece_has_question(p, s) || section->head < end)
            continue;
        add_question(p, section, &tags);
        end = section->end;
    }
    if (!p->opts->is_body)
        add_page_end(out);
    anchors_done(&anchors);
}
