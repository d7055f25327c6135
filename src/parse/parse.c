/* SPDX-License-Identifier: ISC */
/*
 * parse - an article, or a feed, from bytes
 */
#include "parse/parse.h"

#include "answers.h"
#include "base/buf.h"
#include "base/magic.h"
#include "base/mem.h"
#include "base/words.h"
#include "model/build.h"
#include "model/url.h"
#include "model/wording.h"
#include "parse/bookmarks.h"
#include "parse/charset.h"
#include "parse/contents.h"
#include "parse/flow.h"
#include "parse/frontmatter.h"
#include "parse/html.h"
#include "parse/markdown.h"
#include "parse/plain.h"
#include "parse/questions.h"
#include "parse/syndication.h"
#include "parse/title.h"
#include "xhtml.h"

#include <stdlib.h>

enum {
    MAX_EXCERPT = 2000, /* bytes; a longer paragraph is no excerpt */
    MIN_WORDS = 60,     /* that are worth reading without their end */
    MIN_EXCERPT = 4,    /* words */
    MIN_SENTENCE = 12,  /* words; fewer may be a byline */
};

/*
 * Returns what the end of the path of an address says.
 */
static enum sniff_type
sniff_address(struct str url)
{
    url = str_slice(url, 0, str_find(url, STR("#"), 0));
    return sniff_file(str_slice(url, 0, str_find(url, STR("?"), 0)));
}

/*
 * Returns what a page of the web is. Plain text is believed only where it does
 * not look like something else.
 */
static enum sniff_type
find_web_type(struct str text, const struct parse_opts *opts)
{
    enum sniff_type type = sniff_media(opts->content_type);

    if (type != SNIFF_TEXT && type != SNIFF_UNKNOWN)
        return type;
    if (sniff_text(text) == SNIFF_HTML)
        return SNIFF_HTML;
    if (sniff_address(opts->base_url) == SNIFF_MARKDOWN)
        return SNIFF_MARKDOWN;
    return type;
}

/*
 * Tells whether the bytes are a feed. Nothing else begins as one does, and what
 * is said to be one and begins as a page does is a page: servers err.
 */
static bool
is_feed(struct str text, const struct parse_opts *opts)
{
    struct str file = opts->name.len > 0 ? opts->name : opts->base_url;
    enum sniff_type looks = sniff_text(text);

    if (opts->type != SNIFF_UNKNOWN)
        return opts->type == SNIFF_FEED;
    if (looks != SNIFF_MARKDOWN)
        return looks == SNIFF_FEED;
    if (sniff_media(opts->content_type) == SNIFF_FEED ||
        sniff_file(opts->name) == SNIFF_FEED)
        return true;
    return sniff_may_be_feed(opts->content_type, file) && sniff_is_feed(text);
}

static enum sniff_type
find_type(struct str text, const struct parse_opts *opts)
{
    enum sniff_type type = opts->type;

    if (is_feed(text, opts))
        return SNIFF_FEED;
    if (type == SNIFF_UNKNOWN && opts->content_type.len > 0)
        type = find_web_type(text, opts);
    if (type == SNIFF_UNKNOWN)
        type = sniff_file(opts->name);
    /* Whatever its name says, a page is a page. */
    if (type == SNIFF_UNKNOWN || type == SNIFF_FEED)
        type = sniff_text(text);
    return type;
}

/*
 * Shows front matter that could not be read as what it is, code.
 */
static void
show_broken(struct flow *f, struct str yaml)
{
    struct attrs attrs = {0};

    element_add_attr(&attrs, ATTR_CLASS, STR("language-yaml"));
    flow_row(f, 2);
    flow_begin(f, ELEMENT_PRE, &attrs);
    flow_text(f, yaml);
    flow_close(f);
}

static uint32_t
count_lines(struct str s)
{
    uint32_t n = 0;

    while (str_next_line(&s).ptr)
        n++;
    return n;
}

static void
parse_markdown(
    struct flow *f, struct build *b, struct str text, struct str base_url)
{
    struct frontmatter front = frontmatter_parse(b, text, base_url);
    struct str rest = str_slice(text, front.len, text.len);

    if (front.is_broken)
        show_broken(f, front.yaml);
    markdown_parse(f, b, rest, count_lines(str_slice(text, 0, front.len)));
}

/* What a page says besides its text. */
struct findings {
    struct html_found html;
    struct faq faq;
    struct buf base; /* what its links are seen from */
};

static void
findings_done(struct findings *found)
{
    faq_done(&found->faq);
    buf_done(&found->base);
}

/*
 * Has text, which may be in source, parsed into b. What is found out goes to
 * found, which was empty.
 */
static void
parse_text(struct build *b, struct str text, struct buf *source,
    enum sniff_type type, const struct parse_opts *opts, struct findings *found)
{
    struct str base_url = opts->base_url;
    struct flow *f = flow_new(b, base_url);
    struct buf opened = {0};

    switch (type) {
    case SNIFF_HTML:
        if (sniff_is_xml(opts->content_type, opts->name, text))
            text = xhtml_open(text, &opened);
        found->html = html_parse(f, b, text,
            &(struct html_opts){
                .base_url = base_url,
                .source = source,
                .is_full_page = opts->is_full_page,
                .faq = &found->faq,
            });
        break;
    case SNIFF_TEXT:
        plain_parse(f, text);
        break;
    default:
        parse_markdown(f, b, text, base_url);
        break;
    }
    buf_add_str(&found->base, flow_seen_from(f));
    flow_free(f);
    buf_done(&opened);
}

/*
 * Marks what asks. A page that shows no question is given those that it says it
 * answers.
 */
static void
find_questions(struct build *b, const struct findings *found,
    const struct phrases *phrases, const struct parse_opts *opts)
{
    const struct faq *faq = &found->faq;
    bool is_shown = faq_mark(faq, b) || faq->is_shown;

    questions_mark(b, phrases);
    if (is_shown || opts->is_full_page || found->html.wall ||
        build_has_mark(b, BLOCK_IS_QUESTION))
        return;
    answers_add(faq, b, &(struct where){opts->base_url, buf_str(&found->base)});
    faq_mark(faq, b);
}

static bool
ends_sentence(struct str s)
{
    return str_ends(s, STR(".")) || str_ends(s, STR("!")) ||
           str_ends(s, STR("?")) || str_ends(s, STR("\u3002"));
}

/*
 * Returns the first paragraph of some words, 0 if there is none. is_strict:
 * one that has many, or ends as sentences do.
 */
static block_ix
find_para(const struct article *a, bool is_strict)
{
    for (block_ix ix = 1; ix < a->n_blocks; ix++) {
        struct str text = article_text(a, ix);
        uint32_t n_words = words_count(text);
        if (a->blocks[ix].kind == BLOCK_PARA && text.len <= MAX_EXCERPT &&
            n_words >= MIN_EXCERPT &&
            (!is_strict || n_words >= MIN_SENTENCE || ends_sentence(text)))
            return ix;
    }
    return 0;
}

/*
 * Lets the first paragraph with a sentence speak for an article that has no
 * excerpt: short lines at the beginning name people and days.
 */
static void
find_excerpt(struct build *b)
{
    const struct article *a = build_draft(b);

    if (article_fact(a, FACT_EXCERPT).len > 0)
        return;
    block_ix found = find_para(a, true);
    if (found == 0)
        found = find_para(a, false);
    if (found == 0)
        return;
    struct buf text = {0};
    wording_add_line(a, found, &text);
    build_fact(b, FACT_EXCERPT, buf_str(&text));
    buf_done(&text);
}

/*
 * Tells whether there is something to read in paragraphs.
 */
static bool
has_text(const struct article *a)
{
    uint64_t n_words = 0;

    for (block_ix ix = 1; ix < a->n_blocks && n_words < MIN_WORDS; ix++)
        if (a->blocks[ix].kind == BLOCK_PARA)
            n_words += words_count(article_text(a, ix));
    return n_words >= MIN_WORDS;
}

/*
 * Returns the number of the status in "HTTP 404: there is no such page".
 */
static struct str
status_of(struct str failure)
{
    size_t at = str_find(failure, STR("HTTP "), 0);

    return str_slice(failure, at + 5, at + 8);
}

/*
 * Notes what is wrong with the bytes. Returns false, and says why, when what
 * they make is not to be shown.
 */
static bool
admit(struct build *b, const struct html_found *found,
    const struct parse_opts *opts, struct err *err)
{
    if (opts->failure.len > 0) {
        if (found->wall)
            return err_set(err, ERR_IO, "HTTP %.*s: %s",
                STR_ARG(status_of(opts->failure)), found->wall);
        if (!found->is_article || !has_text(build_draft(b)))
            return err_set(err, ERR_IO, "%.*s", STR_ARG(opts->failure));
        build_note(b, "the server gave this page and said: %.*s",
            STR_ARG(opts->failure));
    }
    if (opts->cut.len == 0)
        return true;
    if (!has_text(build_draft(b)))
        return err_set(err, ERR_IO, "%.*s", STR_ARG(opts->cut));
    build_note(b, "the end of this page is missing: %.*s", STR_ARG(opts->cut));
    return true;
}

/*
 * Notes that there is nothing to read on a page, unless it was said why. Who has
 * an empty file knows it; a page may have lost its text on the way.
 */
static void
note_empty(struct build *b, enum sniff_type type, const struct parse_opts *opts)
{
    const struct article *a = build_draft(b);

    if ((type == SNIFF_HTML || opts->base_url.len > 0) && a->n_blocks <= 1 &&
        a->n_notes == 0)
        build_note(b, "this page is empty");
}

/*
 * Raises the headings of a page where none has the rank of a section: authors
 * take those that look small enough.
 */
static void
raise_headings(struct build *b)
{
    const struct article *a = build_draft(b);
    unsigned highest = 6;

    for (block_ix i = 1; i < a->n_blocks; i++)
        if (a->blocks[i].kind == BLOCK_HEADING && a->blocks[i].n_spans > 0 &&
            a->blocks[i].level < highest)
            highest = a->blocks[i].level;
    for (block_ix i = 1; i < a->n_blocks && highest > 2; i++)
        if (a->blocks[i].kind == BLOCK_HEADING && a->blocks[i].n_spans > 0)
            build_level(b, i, a->blocks[i].level - (highest - 2));
}

/*
 * Returns the article that text of that type, maybe in source, makes, owned; NULL,
 * and why, when it is not to be shown.
 */
static struct article *
make_article(struct str text, struct buf *source, enum sniff_type type,
    const struct parse_opts *opts, struct err *err)
{
    struct build *b = build_new();
    struct findings found = {0};

    parse_text(b, text, source, type, opts, &found);
    build_fact(b, FACT_TYPE, str_of(sniff_name(type)));
    if (opts->base_url.len > 0 &&
        article_fact(build_draft(b), FACT_URL).len == 0)
        build_fact(b, FACT_URL, opts->base_url);
    if (opts->note.len > 0)
        build_note(b, "%.*s", STR_ARG(opts->note));
    if (!admit(b, &found.html, opts, err)) {
        findings_done(&found);
        build_free(b);
        return NULL;
    }
    note_empty(b, type, opts);
    struct phrases *phrases = phrases_new();
    block_ix title = title_find(b, phrases, true, opts->name);
    if (type == SNIFF_HTML) {
        raise_headings(b);
        find_excerpt(b);
    }
    if (!opts->is_full_page)
        contents_drop(b, phrases, title);
    find_questions(b, &found, phrases, opts);
    phrases_free(phrases);
    findings_done(&found);
    return build_finish(b);
}

/*
 * Returns the feed that text is, owned; NULL, and why, when it is none.
 */
static struct feed *
make_feed(struct str text, const struct parse_opts *opts, struct err *err)
{
    const struct syndication_opts feed = {
        .base_url = opts->base_url,
        .note = opts->note,
        .cut = opts->cut,
    };

    if (opts->failure.len > 0) {
        err_set(err, ERR_IO, "%.*s", STR_ARG(opts->failure));
        return NULL;
    }
    return syndication_parse(text, &feed, err);
}

/*
 * Does what parse_document() does with bytes, which are in source or, where that
 * is NULL, stay.
 */
static bool
parse_bytes(struct str bytes, struct buf *source, const struct parse_opts *opts,
    struct parse_result *out_result, struct err *err)
{
    struct buf decoded = {0};
    struct parse_result result = {0};
    struct str text = charset_decode(bytes, opts->content_type, &decoded);
    const char *what =
        sniff_binary(charset_is_wide(bytes, opts->content_type) ? text : bytes);
    enum sniff_type type = what ? SNIFF_UNKNOWN : find_type(text, opts);

    if (decoded.ptr && source)
        buf_done(source);
    if (what)
        magic_refuse(err, what, (int64_t)bytes.len, "");
    else if (type == SNIFF_BOOKMARKS)
        result.feed = bookmarks_parse(text, err);
    else if (type == SNIFF_FEED)
        result.feed = make_feed(text, opts, err);
    else
        result.article = make_article(
            text, decoded.ptr ? &decoded : source, type, opts, err);
    buf_done(&decoded);
    if (!result.article && !result.feed)
        return false;
    *out_result = result;
    return true;
}

bool
parse_document(struct buf *bytes, const struct parse_opts *opts,
    struct parse_result *out_result, struct err *err)
{
    bool is_done = parse_bytes(buf_str(bytes), bytes, opts, out_result, err);

    buf_done(bytes);
    return is_done;
}

struct article *
parse_article(struct str bytes, const struct parse_opts *opts, struct err *err)
{
    struct parse_result result = {0};

    if (!parse_bytes(bytes, NULL, opts, &result, err))
        return NULL;
    if (result.feed)
        err_set(err, ERR_BAD_DATA, "this is a feed, not an article");
    feed_free(result.feed);
    return result.article;
}
