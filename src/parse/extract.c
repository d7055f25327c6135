/* SPDX-License-Identifier: ISC */
/*
 * extract - which part of a page is the article
 *
 * Elements are counted once (parse/census.h), then judged in passes over the
 * rows, each of which drops something and adds up again: what is hidden
 * (parse/hidden.h), what is furniture of the site (parse/furniture.h). In what
 * is left the article is found (parse/candidate.h), rid of what stands in it and
 * is no text (parse/trim.h), there twice (parse/copies.h) or at its ends
 * (parse/ends.h), and given back what stands between its title and it. Every pass takes linear time.
 *
 * Ideas are owed to Readability (names of classes, density of links), to
 * Kohlschütter, Fankhauser and Nejdl 2010 (text density of shallow blocks), and
 * to trafilatura (names that content systems give to bodies). None of them
 * treats a talk, a list of cards or an article in many sections as one.
 */
#include "extract.h"

#include "base/mem.h"
#include "candidate.h"
#include "cards.h"
#include "consent.h"
#include "copies.h"
#include "ends.h"
#include "furniture.h"
#include "headline.h"
#include "hidden.h"
#include "trim.h"

#include <stdlib.h>
#include <string.h>

enum {
    SHORT_PAGE = 500, /* letters; that is its own article */
    LITTLE_TEXT = 50, /* letters; that is none */
    MIN_LEAD = 40,    /* letters of sentences between title and article */
    MAX_LEAD = 1200,
    MIN_POSTS = 3,  /* side by side; fewer are no talk */
    MIN_POSTED = 70 /* percent of a page's sentences in them */
};

struct extract {
    struct census *census;
    uint32_t article; /* row, 0 for none */
};

/*
 * Tells whether row says in the vocabulary of schema.org that it is a talk.
 */
static bool
is_called_talk(const struct census *c, uint32_t row)
{
    struct str type = census_attr(c, row, "itemtype");

    if (c->rows[row].element == ELEMENT_SCRIPT) {
        const GumboVector *v = &c->rows[row].node->v.element.children;
        const GumboNode *text = v->length > 0 ? v->data[0] : NULL;
        if (!text || text->type != GUMBO_NODE_TEXT ||
            !str_eq(census_attr(c, row, "type"), STR("application/ld+json")))
            return false;
        return strstr(text->v.text.text, "\"DiscussionForumPosting\"") ||
               strstr(text->v.text.text, "\"QAPage\"");
    }
    return str_ends(type, STR("/DiscussionForumPosting")) ||
           str_ends(type, STR("/QAPage"));
}

/*
 * Tells whether most of the page stands in posts: elements side by side, each
 * with sentences and with what a forum tells of who wrote them.
 */
static bool
is_made_of_posts(const struct census *c)
{
    struct posts {
        uint32_t n, prose;
        bool has_user;
    } *posts = mem_alloc_zero(c->n, sizeof *posts);
    bool is_made = false;

    for (uint32_t i = c->n; --i > 0;) {
        const struct row *row = &c->rows[i];
        if (row->is_dropped || !((row->cues & CUE_USER) || posts[i].has_user))
            continue;
        is_made |= posts[i].n >= MIN_POSTS &&
                   posts[i].prose * 100ull >
                       c->rows[1].sum.prose * (uint64_t)MIN_POSTED;
        posts[row->parent].has_user = true;
        posts[row->parent].n += row->sum.prose > 0;
        posts[row->parent].prose += row->sum.prose;
    }
    free(posts);
    return is_made;
}

/*
 * Tells whether a page is a talk, of which the answers are part: it says so, or
 * is made of little but posts or comments.
 */
static bool
is_talk(const struct census *c)
{
    uint32_t n_comments = 0, end = 0;
    bool is_article = false;

    for (uint32_t i = 1; i < c->n; i++) {
        const struct row *row = &c->rows[i];
        if (is_called_talk(c, i))
            return true;
        if (i < end || row->is_dropped)
            continue;
        if (row->cues & CUE_COMMENT) {
            n_comments += row->sum.prose;
            end = row->end;
        } else if ((row->element == ELEMENT_ARTICLE ||
                       (row->cues & CUE_TEXT)) &&
                   row->sum.prose >= 150) {
            is_article = true;
        }
    }
    return is_made_of_posts(c) ||
           (!is_article && n_comments * 100ull > c->rows[1].sum.prose * 75ull);
}

/*
 * Returns the row of the heading in front of the article that is its title, 0
 * if there is none.
 */
static uint32_t
find_title(const struct census *c, uint32_t article, struct str title)
{
    uint32_t found = 0;

    for (uint32_t i = 1; i < article; i++) {
        const struct row *row = &c->rows[i];
        struct buf text = {0};
        if (row->is_dropped || row->sum.headings != 1 || !row->is_heading)
            continue;
        census_text(c, i, 400, &text);
        if (headline_is_same(buf_str(&text), title))
            found = i;
        buf_done(&text);
    }
    return found;
}

/*
 * Tells whether a row between title and article is part of the text: a
 * standfirst or a picture with its caption, not a date or a bar of buttons.
 */
static bool
is_lead(const struct row *row)
{
    uint32_t min = row->element == ELEMENT_FIGURE ? 1 : MIN_LEAD;

    return row->sum.prose >= min && row->sum.linked * 3 < row->sum.text &&
           row->sum.inputs == 0;
}

/*
 * Widens the article to what stands between its title and it, if that is
 * little. What else comes in by that is dropped.
 */
static uint32_t
add_lead(struct census *c, uint32_t article, struct str title)
{
    uint32_t heading = find_title(c, article, title), above = article;
    uint32_t n_prose = 0;

    if (heading == 0)
        return article;
    while (above > 0 && !census_is_in(c, heading, above))
        above = c->rows[above].parent;
    for (uint32_t i = c->rows[heading].end; i < article; i++)
        if (c->rows[i].is_block && !c->rows[i].is_dropped &&
            !census_is_in(c, article, i) && is_lead(&c->rows[i])) {
            n_prose += c->rows[i].sum.prose;
            i = c->rows[i].end - 1;
        }
    if (n_prose == 0 || n_prose > MAX_LEAD ||
        n_prose * 2 > c->rows[article].sum.prose)
        return article;
    for (uint32_t i = above + 1; i < c->rows[above].end; i++) {
        struct row *row = &c->rows[i];
        if (i == article) {
            i = row->end - 1;
            continue;
        }
        if (census_is_in(c, article, i) ||
            (i != heading && census_is_in(c, heading, i)))
            continue;
        bool is_between = i >= c->rows[heading].end && row->end <= article;
        if (!is_between || !row->is_block || !is_lead(row))
            row->is_dropped = true;
        i = row->end - 1;
    }
    return above;
}

/*
 * Shows again all but what is hidden where nothing else was left: a page of
 * pictures, or one whose names say the opposite of what they mean.
 */
static void
restore_page(struct census *c, uint32_t n_text)
{
    if (c->rows[1].sum.text >= LITTLE_TEXT || n_text < SHORT_PAGE)
        return;
    for (uint32_t i = 1; i < c->n; i++)
        c->rows[i].is_dropped = c->rows[i].is_hidden;
    census_sum(c);
}

struct extract *
extract_new(struct census *census, const struct article *draft)
{
    struct str title = article_fact(draft, FACT_TITLE);
    bool is_signed = article_fact(draft, FACT_BYLINE).len > 0 ||
                     article_fact(draft, FACT_PUBLISHED).len > 0;
    struct extract *e = mem_alloc_zero(1, sizeof *e);

    e->census = census;
    hidden_drop(e->census);
    uint32_t n_text = census->rows[1].sum.text;
    consent_drop(e->census);
    bool has_speakers = is_talk(e->census);
    furniture_drop(e->census, has_speakers);
    if (!has_speakers)
        cards_drop(e->census);
    e->article = candidate_find(e->census);
    if (e->article > 0) {
        trim_article(e->census, e->article, title, has_speakers);
        if (!has_speakers)
            copies_drop(e->census, e->article);
        if (is_signed && !has_speakers)
            ends_drop(e->census, e->article);
        e->article = add_lead(e->census, e->article, title);
    } else {
        restore_page(e->census, n_text);
    }
    return e;
}

void
extract_free(struct extract *e)
{
    if (!e)
        return;
    free(e);
}

bool
extract_has_article(const struct extract *e)
{
    return e->article > 0 || e->census->rows[1].sum.text < SHORT_PAGE;
}

uint32_t
extract_article(const struct extract *e)
{
    return e->article;
}

enum extract_verdict
extract_verdict(const struct extract *e, const GumboNode *element)
{
    uint32_t i = census_row(element);
    const struct row *row = &e->census->rows[i];

    if (row->is_dropped)
        return EXTRACT_DROPPED;
    if (e->article == 0 || census_is_in(e->census, i, e->article))
        return EXTRACT_KEPT;
    return census_is_in(e->census, e->article, i) ? EXTRACT_PASSED
                                                  : EXTRACT_DROPPED;
}
