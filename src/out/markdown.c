/* SPDX-License-Identifier: ISC */
/*
 * markdown - an article as Markdown
 *
 * The title is in the front matter. Where the article has an anchor that the
 * heading of its title has left behind, that heading is written, too: readers
 * drop it again, and the anchor comes from it. It stands where it stood, which
 * may be behind the pictures and links that many pages begin with.
 */
#include "markdown.h"

#include "escape.h"
#include "matter.h"
#include "model/slug.h"
#include "model/wording.h"
#include "scribe.h"

enum {
    QUESTION_LEVEL = 2
};

/*
 * Tells whether heading b has an anchor called slug because of its own text.
 */
static bool
has_own_slug(const struct article *a, block_ix b, struct str slug)
{
    struct str name = article_str(a, a->blocks[b].info);
    struct buf own = {0};

    if (a->blocks[b].kind != BLOCK_HEADING)
        return false;
    slug_add(&own, article_text(a, b));
    bool is_same = str_eq(buf_str(&own), slug);
    buf_done(&own);
    if (!is_same)
        return str_eq(name, slug);
    /* A number behind its name says that the slug is another heading's. */
    return !(name.len > slug.len && str_starts(name, slug) &&
             name.ptr[slug.len] == '-');
}

/*
 * Returns the block before which the heading of the title stood, 0 if there was
 * none.
 */
static block_ix
find_title_place(const struct article *a)
{
    struct buf slug = {0};
    const struct anchor *found = NULL;

    slug_add(&slug, article_fact(a, FACT_TITLE));
    for (uint32_t i = 0; slug.len > 0 && !found && i < a->n_anchors; i++)
        if (str_eq(article_str(a, a->anchors[i].name), buf_str(&slug)))
            found = &a->anchors[i];
    if (found && has_own_slug(a, found->block, buf_str(&slug)))
        found = NULL;
    buf_done(&slug);
    if (!found)
        return 0;

    block_ix b = found->block;
    while (a->blocks[b].parent != 0)
        b = a->blocks[b].parent;
    /* Behind its text when no block followed. */
    return found->at > article_block_offset(a, b) ? a->blocks[b].end : b;
}

/*
 * Appends the whole article, with the heading of its title before block place.
 */
static void
add_titled(struct scribe *s, block_ix place, struct buf *out)
{
    struct str title = article_fact(s->a, FACT_TITLE);

    if (place > 1)
        scribe_add(s, 1, place, out);
    if (out->len > 0)
        buf_add_char(out, '\n');
    buf_add_text(out, "# ");
    escape_add(out, title, 0, title.len, 0);
    buf_add_char(out, '\n');
    scribe_add(s, place, s->a->n_blocks, out);
}

void
markdown_add_whole(const struct piece *p, struct buf *out)
{
    bool has_matter = !p->is_section && !p->opts->is_body;
    block_ix place = has_matter ? find_title_place(p->a) : 0;
    struct str title = {0};
    struct buf text = {0};
    struct scribe s;

    if (place > 0)
        title = article_fact(p->a, FACT_TITLE);
    scribe_init(&s, p->a, title, p->first, p->end);
    if (has_matter)
        matter_add(p->a, p->opts, &text);
    if (place > 0)
        add_titled(&s, place, &text);
    else
        scribe_add(&s, p->first, p->end, &text);
    buf_add_str(out, buf_str(&text));
    scribe_done(&s);
    buf_done(&text);
}

/*
 * Appends the title of a heading as text of a link, on one line.
 */
static void
add_link_text(struct buf *out, struct str title)
{
    for (size_t at = 0; at < title.len;) {
        size_t end = str_find(title, STR("\n"), at);
        escape_add(out, title, at, end, ESCAPE_IN_BRACKETS);
        if (end < title.len)
            buf_add_char(out, ' ');
        at = end + 1;
    }
}

static void
add_entry(const struct piece *p, block_ix head, struct buf *out)
{
    struct str id = article_str(p->a, p->a->blocks[head].info);
    struct buf href = {0}, title = {0};

    if (id.len > 0)
        buf_add_char(out, '[');
    wording_add_line(p->a, head, &title);
    add_link_text(out, buf_str(&title));
    if (id.len > 0) {
        buf_add_char(&href, '#');
        buf_add_str(&href, id);
        buf_add_text(out, "](");
        escape_add_address(out, buf_str(&href));
        buf_add_char(out, ')');
    }
    buf_done(&href);
    buf_done(&title);
}

void
markdown_add_contents(const struct piece *p, struct buf *out)
{
    uint32_t top = 0; /* depth of the first entry */

    for (section_ix s = 0; s < p->outline->n_sections; s++) {
        const struct section *section = &p->outline->sections[s];
        if (!piece_has_entry(p, s))
            continue;
        if (top == 0)
            top = section->depth;
        buf_add_repeat(out, ' ', 2 * (size_t)(section->depth - top));
        buf_add_text(out, "- ");
        add_entry(p, section->head, out);
        buf_add_char(out, '\n');
    }
}

void
markdown_add_questions(const struct piece *p, struct buf *out)
{
    block_ix end = 0; /* of the last question: others inside it are its own */
    struct buf text = {0};
    struct scribe s;

    scribe_init(&s, p->a, (struct str){0}, p->first, p->end);
    labels_done(&s.labels); /* notes are not among the answers */
    for (section_ix i = 0; i < p->outline->n_sections; i++) {
        const struct section *section = &p->outline->sections[i];
        if (!piece_has_question(p, i) || section->head < end)
            continue;
        if (text.len > 0)
            buf_add_char(&text, '\n');
        scribe_add_heading(&s, section->head, QUESTION_LEVEL, &text);
        buf_add_char(&text, '\n');
        scribe_add(&s, section->first, section->end, &text);
        end = section->end;
    }
    buf_add_str(out, buf_str(&text));
    scribe_done(&s);
    buf_done(&text);
}
