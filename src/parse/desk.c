/* SPDX-License-Identifier: ISC */
/*
 * desk - makes a feed of what feeds of any format say
 *
 * A content goes the way that HTML goes everywhere, but for the extraction: the
 * feed has left the rest of the page out already. One that is cut off is known
 * by its end, in any language: by dots, or by a link to the very page.
 */
#include "desk.h"

#include "base/mem.h"
#include "base/words.h"
#include "byline.h"
#include "maildate.h"
#include "model/build.h"
#include "model/collect.h"
#include "model/url.h"
#include "parse/contents.h"
#include "parse/flow.h"
#include "parse/html.h"
#include "parse/phrases.h"
#include "parse/plain.h"
#include "parse/questions.h"
#include "parse/title.h"
#include "unmark.h"

#include <stdlib.h>

enum {
    MAX_EXCERPT = 400,  /* bytes; the rest of a paragraph is left out */
    LEAST_EXCERPT = 4,  /* words of a paragraph that says something */
    MAX_NAMES = 300,    /* bytes of a byline; the rest is left out */
    ENOUGH_WORDS = 150, /* a summary of so many is the whole text */
};

struct desk {
    struct collect *collect;
    struct phrases *phrases;
    struct str base_url;
    struct buf title, site, lang;
    struct buf names; /* of who wrote all, one a line */
};

struct desk *
desk_new(struct str base_url)
{
    struct desk *d = mem_alloc_zero(1, sizeof *d);

    d->collect = collect_new();
    d->phrases = phrases_new();
    d->base_url = base_url;
    return d;
}

struct str
desk_base(const struct desk *d)
{
    return d->base_url;
}

void
desk_free(struct desk *d)
{
    if (!d)
        return;
    collect_free(d->collect);
    phrases_free(d->phrases);
    buf_done(&d->title);
    buf_done(&d->site);
    buf_done(&d->lang);
    buf_done(&d->names);
    free(d);
}

void
desk_clear_piece(struct piece *p)
{
    buf_done(&p->text);
    p->is_html = false;
}

void
desk_clear_post(struct post *p)
{
    desk_clear_piece(&p->title);
    desk_clear_piece(&p->summary);
    desk_clear_piece(&p->content);
    buf_done(&p->url);
    buf_done(&p->id);
    buf_done(&p->published);
    buf_done(&p->modified);
    buf_done(&p->names);
    buf_done(&p->base);
    buf_done(&p->media);
}

/*
 * Returns what addresses are seen from that have no base of their own.
 */
static struct str
feed_base(const struct desk *d)
{
    return d->base_url.len > 0 ? d->base_url : buf_str(&d->site);
}

/*
 * Appends the address of the web, or of a file, that ref means; nothing where it
 * means no page.
 */
static void
add_address(struct buf *out, struct str base, struct str ref)
{
    struct buf url = {0};

    if (str_trim(ref).len > 0 && url_resolve(base, str_trim(ref), &url) &&
        (url_is_web(buf_str(&url)) || url_scheme(buf_str(&url)).len == 0))
        buf_add_str(out, buf_str(&url));
    buf_done(&url);
}

static void
replace(struct buf *copy, struct str s)
{
    buf_cut(copy, 0);
    buf_add_str(copy, s);
}

void
desk_fact(
    struct desk *d, enum feed_fact fact, const struct piece *p, struct str base)
{
    struct buf value = {0};

    switch (fact) {
    case FEED_URL:
    case FEED_SITE:
        add_address(
            &value, base.len > 0 ? base : d->base_url, buf_str(&p->text));
        break;
    case FEED_LANG:
        buf_add_str(&value, str_trim(buf_str(&p->text)));
        break;
    default:
        unmark_add_title(&value, buf_str(&p->text), p->is_html);
        break;
    }
    if (value.len > 0) {
        if (fact == FEED_TITLE)
            replace(&d->title, buf_str(&value));
        else if (fact == FEED_SITE)
            replace(&d->site, buf_str(&value));
        else if (fact == FEED_LANG)
            replace(&d->lang, buf_str(&value));
        collect_fact(d->collect, fact, buf_str(&value));
    }
    buf_done(&value);
}

void
desk_note(struct desk *d, struct str note)
{
    collect_note(d->collect, note);
}

bool
desk_is_feed(const struct desk *d)
{
    return d->title.len > 0 || collect_count(d->collect) > 0;
}

/* People. */

/*
 * Returns the name in what RSS calls an author: "ann@example.org (Ann)".
 */
static struct str
find_name(struct str s)
{
    size_t at = str_find(s, STR("@"), 0);
    size_t open = str_find(s, STR("("), 0);
    size_t close = str_find(s, STR(")"), open);

    if (at >= s.len)
        return s;
    if (open < s.len)
        return str_trim(str_slice(s, open + 1, close));
    open = str_find(s, STR("<"), 0);
    return open < at ? str_trim(str_slice(s, 0, open)) : (struct str){0};
}

/*
 * Appends the names, one a line, as a byline.
 */
static void
add_byline(struct buf *out, struct str names)
{
    struct str name;

    while (out->len < MAX_NAMES && (name = str_next_line(&names)).ptr) {
        struct buf plain = {0}, line = {0};
        unmark_add_title(&plain, find_name(str_trim(name)), false);
        byline_add(&line, buf_str(&plain));
        bool is_there = out->len > 0 &&
                        str_find(buf_str(out), buf_str(&line), 0) < out->len;
        if (line.len > 0 && !is_there) {
            if (out->len > 0)
                buf_add_text(out, ", ");
            buf_add_str(out, buf_str(&line));
        }
        buf_done(&plain);
        buf_done(&line);
    }
}

void
desk_name(struct desk *d, struct str name)
{
    buf_add_str(&d->names, name);
    buf_add_char(&d->names, '\n');
}

/* Articles. */

/*
 * Appends text without tags as HTML has it: an empty line parts paragraphs.
 */
static void
add_paragraphs(struct buf *out, struct str text)
{
    struct str line;

    buf_add_text(out, "<p>");
    while ((line = str_next_line(&text)).ptr) {
        buf_add_str(out, line);
        buf_add_text(out, str_trim(line).len > 0 ? "\n" : "<p>");
    }
}

/*
 * Lets f have what the piece says, whatever it is said to be.
 */
static void
parse_piece(struct flow *f, struct build *b, const struct piece *p)
{
    struct str text = buf_str(&p->text);
    struct buf html = {0};

    if (!p->is_html && !unmark_has_markup(text)) {
        plain_parse(f, text);
    } else if (str_find(text, STR("<"), 0) == text.len) {
        add_paragraphs(&html, text);
        html_parse_piece(f, b, buf_str(&html), 0);
    } else {
        html_parse_piece(f, b, text, 0);
    }
    buf_done(&html);
}

/*
 * Returns the last leaf of the article that has text, 0 if none has.
 */
static block_ix
last_leaf(const struct article *a)
{
    block_ix b = a->n_blocks;

    while (b > 1 && a->blocks[b - 1].n_spans == 0)
        b--;
    return b - 1;
}

/*
 * Tells whether link leads to the page at url, where the article is, and not to
 * a place that is here.
 */
static bool
is_to_page(const struct article *a, struct str link, struct str url)
{
    if (link.len > 0 && link.ptr[0] == '#')
        return article_find_anchor(a, url_fragment(link)) == ANCHOR_NONE;
    return str_eq(url_without_fragment(link), url_without_fragment(url));
}

/*
 * Tells whether the article ends before its end: in dots, or in a link to the
 * page at url, where it goes on.
 */
static bool
is_cut(const struct article *a, struct str url)
{
    static const struct str ends[] = {STR_INIT("…"), STR_INIT("..."),
        STR_INIT("…]"), STR_INIT("...]"), STR_INIT("…)"), STR_INIT("...)"),
        STR_INIT("… ]"), STR_INIT("→")};
    const struct block *leaf = &a->blocks[last_leaf(a)];
    const struct str text = str_trim(article_text(a, last_leaf(a)));

    if (leaf->n_spans == 0)
        return false;
    const struct span *span = &a->spans[leaf->first_span + leaf->n_spans - 1];
    if (span->link != LINK_NONE &&
        is_to_page(a, article_link(a, span->link), url))
        return true;
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (str_ends(text, ends[i]))
            return true;
    return false;
}

/*
 * Appends s, cut behind a word where it is too long.
 */
static void
add_excerpt(struct buf *out, struct str s)
{
    size_t end = MAX_EXCERPT;

    s = str_trim(s);
    if (s.len <= MAX_EXCERPT) {
        buf_add_str(out, s);
        return;
    }
    while (end > MAX_EXCERPT / 2 && s.ptr[end] != ' ')
        end--;
    if (s.ptr[end] != ' ')
        end = MAX_EXCERPT;
    while ((s.ptr[end] & 0xC0) == 0x80)
        end--;
    buf_add_str(out, str_trim(str_slice(s, 0, end)));
    buf_add_text(out, " …");
}

/*
 * Appends the first paragraph of the article that says something or, when all
 * are short, the first.
 */
static void
add_first_words(struct buf *out, const struct article *a)
{
    block_ix best = 0;

    for (block_ix b = 1; b < a->n_blocks; b++) {
        if (a->blocks[b].kind != BLOCK_PARA)
            continue;
        bool is_enough = words_count(article_text(a, b)) >= LEAST_EXCERPT;
        if (is_enough || best == 0)
            best = b;
        if (is_enough)
            break;
    }
    if (best > 0)
        add_excerpt(out, article_text(a, best));
}

/* What is known of an entry when its article is made. */
struct entry {
    struct buf title, byline, url, published, modified, excerpt;
};

static void
free_entry(struct entry *e)
{
    buf_done(&e->title);
    buf_done(&e->byline);
    buf_done(&e->url);
    buf_done(&e->published);
    buf_done(&e->modified);
    buf_done(&e->excerpt);
}

static void
tell_facts(const struct desk *d, struct build *b, const struct entry *e)
{
    build_fact(b, FACT_TITLE, buf_str(&e->title));
    build_fact(b, FACT_BYLINE, buf_str(&e->byline));
    build_fact(b, FACT_PUBLISHED, buf_str(&e->published));
    build_fact(b, FACT_MODIFIED, buf_str(&e->modified));
    build_fact(b, FACT_URL, buf_str(&e->url));
    build_fact(b, FACT_EXCERPT, buf_str(&e->excerpt));
    build_fact(b, FACT_SITE, buf_str(&d->title));
    build_fact(b, FACT_LANG, buf_str(&d->lang));
    build_fact(b, FACT_TYPE, STR("html"));
}

/*
 * Returns the article that the post brings along, owned; without blocks if it
 * brings none.
 */
static struct article *
make_article(struct desk *d, const struct post *post, const struct piece *body,
    struct entry *e)
{
    struct build *b = build_new();
    struct str base = buf_str(&post->base);

    if (base.len == 0)
        base = url_is_web(buf_str(&e->url)) ? buf_str(&e->url) : feed_base(d);
    struct flow *f = flow_new(b, base);
    parse_piece(f, b, body);
    html_parse_piece(f, b, buf_str(&post->media), 0);
    flow_free(f);
    if (e->excerpt.len == 0)
        add_first_words(&e->excerpt, build_draft(b));
    tell_facts(d, b, e);
    block_ix title = title_find(b, d->phrases, true, (struct str){0});
    contents_drop(b, d->phrases, title);
    questions_mark(b, d->phrases);
    return build_finish(b);
}

/*
 * Gives the entry that was begun last its article, if the post has one.
 */
static void
put_article(struct desk *d, const struct post *post, struct entry *e)
{
    bool has_content = post->content.text.len > 0;
    const struct piece *body = has_content ? &post->content : &post->summary;
    struct article *a = make_article(d, post, body, e);

    if (a->n_blocks > 1) {
        uint32_t words = article_words(a, 0, a->n_blocks);
        bool is_enough = has_content || words >= ENOUGH_WORDS;
        bool is_whole = e->url.len == 0 || post->media.len > 0 ||
                        (is_enough && !is_cut(a, buf_str(&e->url)));
        collect_article(d->collect, a, is_whole);
    }
    article_free(a);
}

void
desk_post(struct desk *d, struct post *post)
{
    struct entry e = {0};
    struct str base = post->base.len > 0 ? buf_str(&post->base) : feed_base(d);

    if (!collect_entry(d->collect))
        goto out;
    unmark_add_title(&e.title, buf_str(&post->title.text), post->title.is_html);
    add_address(&e.url, base, buf_str(&post->url));
    maildate_add(&e.published, buf_str(&post->published));
    maildate_add(&e.modified, buf_str(&post->modified));
    add_byline(&e.byline,
        post->names.len > 0 ? buf_str(&post->names) : buf_str(&d->names));
    if (post->content.text.len > 0 && post->summary.text.len > 0) {
        struct buf plain = {0};
        if (post->summary.is_html ||
            unmark_has_markup(buf_str(&post->summary.text)))
            unmark_add_html(&plain, buf_str(&post->summary.text));
        else
            buf_add_str(&plain, buf_str(&post->summary.text));
        add_excerpt(&e.excerpt, buf_str(&plain));
        buf_done(&plain);
    }
    put_article(d, post, &e);
    collect_entry_fact(d->collect, FEED_ENTRY_TITLE, buf_str(&e.title));
    collect_entry_fact(d->collect, FEED_ENTRY_URL, buf_str(&e.url));
    collect_entry_fact(d->collect, FEED_ENTRY_ID, str_trim(buf_str(&post->id)));
    collect_entry_fact(d->collect, FEED_ENTRY_PUBLISHED, buf_str(&e.published));
    collect_entry_fact(d->collect, FEED_ENTRY_MODIFIED, buf_str(&e.modified));
    collect_entry_fact(d->collect, FEED_ENTRY_BYLINE, buf_str(&e.byline));
    collect_entry_fact(d->collect, FEED_ENTRY_EXCERPT, buf_str(&e.excerpt));
out:
    free_entry(&e);
    desk_clear_post(post);
}

struct feed *
desk_finish(struct desk *d)
{
    struct collect *c = d->collect;

    if (d->base_url.len > 0)
        collect_fact(c, FEED_URL, d->base_url);
    d->collect = NULL;
    desk_free(d);
    return collect_finish(c);
}
