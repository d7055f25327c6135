/* SPDX-License-Identifier: ISC */
/*
 * digest - a feed as an article
 *
 * Every entry has a heading, so that entries and sections are counted alike; one
 * without a title has its first words there.
 */
#include "digest.h"

#include "base/utf8.h"
#include "model/build.h"

enum {
    LABEL_COLS = 60 /* of an entry without a title */
};

static void
add_leaf(struct build *b, enum block_kind kind, struct str text,
    struct span_style style)
{
    build_open(b, kind);
    build_text(b, text, style);
    build_close(b);
}

/*
 * Adds the heading of entry e. Returns whether it says all that its label does.
 */
static bool
add_heading(struct build *b, const struct feed *f, feed_ix e)
{
    struct span_style style = SPAN_PLAIN;
    struct str label = feed_label(f, e), url;
    struct buf text = {0};
    size_t cols;

    if (feed_entry_fact(f, e, FEED_ENTRY_TITLE).len == 0)
        label = str_trim(utf8_fit(label, LABEL_COLS, &cols));
    buf_add_str(&text, label);
    const bool is_whole = label.len == str_trim(feed_label(f, e)).len;
    if (!is_whole)
        buf_add_text(&text, " …");
    url = feed_entry_fact(f, e, FEED_ENTRY_URL);
    if (url.len > 0)
        style.link = build_link(b, url);
    block_ix heading = build_open(b, BLOCK_HEADING);
    build_level(b, heading, 2);
    build_text(b, buf_str(&text), style);
    build_close(b);
    buf_done(&text);
    return is_whole;
}

static void
add_entry(struct build *b, const struct feed *f, feed_ix e)
{
    struct str title = feed_entry_fact(f, e, FEED_ENTRY_TITLE);
    struct str byline = feed_entry_fact(f, e, FEED_ENTRY_BYLINE);
    struct str excerpt = feed_entry_fact(f, e, FEED_ENTRY_EXCERPT);
    struct buf line = {0};
    const bool is_told = add_heading(b, f, e) && title.len == 0;

    buf_add_str(&line, article_day(feed_date(f, e)));
    if (line.len > 0 && byline.len > 0)
        buf_add_text(&line, " · ");
    buf_add_str(&line, byline);
    if (line.len > 0)
        add_leaf(b, BLOCK_PARA, buf_str(&line), SPAN_PLAIN);
    if (excerpt.len > 0 && !is_told)
        add_leaf(b, BLOCK_PARA, excerpt, SPAN_PLAIN);
    buf_done(&line);
}

struct article *
digest_new(const struct feed *f)
{
    static const struct {
        enum feed_fact from;
        enum fact to;
    } facts[] = {
        {FEED_TITLE, FACT_TITLE},
        {FEED_SITE, FACT_URL},
        {FEED_EXCERPT, FACT_EXCERPT},
        {FEED_LANG, FACT_LANG},
        {FEED_URL, FACT_FEED},
    };
    struct build *b = build_new();

    for (size_t i = 0; i < sizeof facts / sizeof *facts; i++)
        build_fact(b, facts[i].to, feed_fact(f, facts[i].from));
    build_fact(b, FACT_TYPE, STR("feed"));
    for (uint32_t i = 0; i < f->n_notes; i++)
        build_note(b, "%.*s", STR_ARG(feed_note(f, i)));
    for (feed_ix e = 0; e < f->n_entries; e++)
        add_entry(b, f, e);
    if (f->n_entries == 0)
        build_note(b, "this feed has no entries");
    return build_finish(b);
}
