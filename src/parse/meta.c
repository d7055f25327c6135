/* SPDX-License-Identifier: ISC */
/*
 * meta - what a page says about itself
 *
 * The same is said in many places, which differ in how well they are kept:
 * JSON-LD is read by search engines and therefore right, then come Dublin Core,
 * Open Graph and the names of trackers, then marks in the text (itemprop, rel,
 * time), then what looks like it by its class. For each fact the best place
 * that says anything counts.
 */
#include "meta.h"

#include "base/utf8.h"
#include "byline.h"
#include "entity.h"
#include "headings.h"
#include "marks.h"
#include "model/url.h"
#include "said.h"
#include "schema.h"

#include <stdlib.h>

enum {
    MAX_LANG = 35,   /* bytes of a tag of a language */
    MAX_TITLE = 500, /* cells */
    RANK_WEAK = 1,   /* of an author that only is the site */
};

struct meta {
    struct said said;
    struct schema schema;
    struct headings headings;
    struct buf window;
    uint32_t author_key; /* 1 + which of names the author is from */
    bool is_person;      /* the label said that a person comes next */
};

/*
 * Names of <meta>, in small letters and with '.' for ':' and '_', and how well what
 * they say is kept.
 */
static const struct name {
    const char *name;
    uint8_t slot, rank;
} names[] = {
    {"dc.title", SLOT_TITLE, 9},
    {"dcterms.title", SLOT_TITLE, 9},
    {"citation.title", SLOT_TITLE, 9},
    {"og.title", SLOT_TITLE, 8},
    {"title", SLOT_TITLE, 6},
    {"twitter.title", SLOT_TITLE, 5},
    {"parsely-title", SLOT_TITLE, 4},
    {"headline", SLOT_TITLE, 6},
    {"sailthru.title", SLOT_TITLE, 4},
    {"dc.creator", SLOT_AUTHOR, 9},
    {"dcterms.creator", SLOT_AUTHOR, 9},
    {"author", SLOT_AUTHOR, 8},
    {"article.author.name", SLOT_AUTHOR, 8},
    {"parsely-author", SLOT_AUTHOR, 7},
    {"sailthru.author", SLOT_AUTHOR, 7},
    {"byl", SLOT_AUTHOR, 7},
    {"citation.author", SLOT_AUTHOR, 7},
    {"creator", SLOT_AUTHOR, 7},
    {"authors", SLOT_AUTHOR, 7},
    {"article.authors", SLOT_AUTHOR, 7},
    {"book.author", SLOT_AUTHOR, 7},
    {"article.author", SLOT_AUTHOR, 6},
    {"og.article.author", SLOT_AUTHOR, 6},
    {"twitter.data1", SLOT_AUTHOR, 5},
    {"twitter.data2", SLOT_AUTHOR, 5},
    {"article.published.time", SLOT_PUBLISHED, 9},
    {"og.article.published.time", SLOT_PUBLISHED, 9},
    {"datepublished", SLOT_PUBLISHED, 8},
    {"parsely-pub-date", SLOT_PUBLISHED, 8},
    {"sailthru.date", SLOT_PUBLISHED, 7},
    {"dc.date.issued", SLOT_PUBLISHED, 7},
    {"dcterms.created", SLOT_PUBLISHED, 7},
    {"dc.date", SLOT_PUBLISHED, 6},
    {"dcterms.date", SLOT_PUBLISHED, 6},
    {"citation.publication.date", SLOT_PUBLISHED, 6},
    {"pubdate", SLOT_PUBLISHED, 6},
    {"publish-date", SLOT_PUBLISHED, 6},
    {"publish.date", SLOT_PUBLISHED, 6},
    {"published", SLOT_PUBLISHED, 6},
    {"published-date", SLOT_PUBLISHED, 6},
    {"publication-date", SLOT_PUBLISHED, 6},
    {"publication.date", SLOT_PUBLISHED, 6},
    {"article.published", SLOT_PUBLISHED, 6},
    {"article.created", SLOT_PUBLISHED, 6},
    {"published.time", SLOT_PUBLISHED, 6},
    {"prism.publicationdate", SLOT_PUBLISHED, 6},
    {"citation.date", SLOT_PUBLISHED, 6},
    {"citation.online.date", SLOT_PUBLISHED, 6},
    {"dc.date.created", SLOT_PUBLISHED, 7},
    {"datecreated", SLOT_PUBLISHED, 6},
    {"bt.pubdate", SLOT_PUBLISHED, 6},
    {"created", SLOT_PUBLISHED, 5},
    {"ms.date", SLOT_PUBLISHED, 5},
    {"date", SLOT_PUBLISHED, 5},
    {"article.modified.time", SLOT_MODIFIED, 9},
    {"og.updated.time", SLOT_MODIFIED, 8},
    {"datemodified", SLOT_MODIFIED, 8},
    {"dcterms.modified", SLOT_MODIFIED, 7},
    {"dc.date.modified", SLOT_MODIFIED, 7},
    {"article.modified", SLOT_MODIFIED, 7},
    {"article.updated", SLOT_MODIFIED, 7},
    {"modified-date", SLOT_MODIFIED, 6},
    {"modified.time", SLOT_MODIFIED, 6},
    {"updated.time", SLOT_MODIFIED, 6},
    {"lastmod", SLOT_MODIFIED, 6},
    {"revised", SLOT_MODIFIED, 5},
    {"last-modified", SLOT_MODIFIED, 5},
    {"og.site.name", SLOT_SITE, 9},
    {"application-name", SLOT_SITE, 3},
    {"apple-mobile-web-app-title", SLOT_SITE, 2},
    {"dc.description", SLOT_EXCERPT, 9},
    {"dcterms.description", SLOT_EXCERPT, 9},
    {"og.description", SLOT_EXCERPT, 8},
    {"description", SLOT_EXCERPT, 6},
    {"twitter.description", SLOT_EXCERPT, 5},
    {"og.image", SLOT_IMAGE, 9},
    {"og.image.url", SLOT_IMAGE, 8},
    {"twitter.image", SLOT_IMAGE, 7},
    {"twitter.image.src", SLOT_IMAGE, 7},
    {"og.url", SLOT_URL, 5},
    {"content-language", SLOT_LANG, 5},
    {"og.locale", SLOT_LANG, 4},
};

/*
 * Appends a name that may be written with the family first: "Lee, Ann".
 */
static void
add_citation(struct buf *out, struct str name)
{
    size_t comma = str_find(name, STR(", "), 0);
    struct str given = str_slice(name, comma + 2, name.len);

    if (str_find(given, STR(", "), 0) == given.len && given.len > 0)
        buf_add_format(out, "%.*s %.*s", STR_ARG(given),
            STR_ARG(str_slice(name, 0, comma)));
    else
        buf_add_str(out, name);
}

/*
 * Puts the people in content, which stands under names[key]. Where more than
 * one is named under it, all count.
 */
static void
put_people(struct meta *m, uint32_t key, struct str content)
{
    struct buf people = {0}, cited = {0};
    struct buf *slot = &m->said.slots[SLOT_AUTHOR];

    byline_add_value(&people, content);
    if (str_starts(str_of(names[key].name), STR("citation")))
        add_citation(&cited, buf_str(&people));
    struct str who = buf_str(cited.len > 0 ? &cited : &people);
    if (m->author_key == key + 1 && who.len > 0 &&
        str_find(buf_str(slot), who, 0) == slot->len && slot->len < 200) {
        buf_add_text(slot, ", ");
        buf_add_str(slot, who);
    } else if (m->said.ranks[SLOT_AUTHOR] < names[key].rank && who.len > 0) {
        said_put(&m->said, SLOT_AUTHOR, names[key].rank, who);
        m->author_key = key + 1;
    }
    buf_done(&people);
    buf_done(&cited);
}

/*
 * Puts content where a name of <meta> says.
 */
static void
put_named(struct meta *m, struct str name, struct str content)
{
    char key[40];

    if (name.len >= sizeof key)
        return;
    for (size_t i = 0; i < name.len; i++) {
        char c = name.ptr[i];
        key[i] = c == ':' || c == '_'   ? '.'
                 : c >= 'A' && c <= 'Z' ? (char)(c | 0x20)
                                        : c;
    }
    struct str lower = {key, name.len}, rest;
    if (str_starts(lower, STR("twitter.label")))
        m->is_person = byline_is_announced(content, &rest) && rest.len == 0;
    if (str_starts(lower, STR("twitter.data")) && !m->is_person)
        return;
    for (uint32_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (!str_eq(lower, str_of(names[i].name)))
            continue;
        if (names[i].slot == SLOT_AUTHOR)
            put_people(m, i, content);
        else
            said_put(&m->said, names[i].slot, names[i].rank, content);
        return;
    }
}

static void
read_meta(struct meta *m, const struct census *c, uint32_t row)
{
    static const char *const attrs[] = {
        "property", "name", "itemprop", "http-equiv"};
    struct str content = census_attr(c, row, "content");

    for (size_t i = 0; i < sizeof attrs / sizeof *attrs; i++) {
        struct str all = str_trim(census_attr(c, row, attrs[i]));
        if (str_ends(all, STR("ld+json")))
            schema_read(&m->schema, content);
        while (all.len > 0) {
            size_t end = str_find(all, STR(" "), 0);
            put_named(m, str_slice(all, 0, end), content);
            all = str_trim(str_slice(all, end, all.len));
        }
    }
}

static struct str
inner_text(const struct census *c, uint32_t row)
{
    const GumboVector *inside = &c->rows[row].node->v.element.children;
    const GumboNode *text = inside->length > 0 ? inside->data[0] : NULL;

    return text && (text->type == GUMBO_NODE_TEXT ||
                       text->type == GUMBO_NODE_CDATA)
               ? str_of(text->v.text.text)
               : (struct str){0};
}

static void
read_row(struct meta *m, const struct census *c, uint32_t row)
{
    const struct row *r = &c->rows[row];

    switch (r->element) {
    case ELEMENT_META:
        read_meta(m, c, row);
        break;
    case ELEMENT_TITLE:
        if (m->window.len == 0)
            byline_collapse(&m->window, inner_text(c, row));
        break;
    case ELEMENT_LINK:
        if (str_has_word(census_attr(c, row, "rel"), STR("canonical")))
            said_put(&m->said, SLOT_URL, 9, census_attr(c, row, "href"));
        break;
    case ELEMENT_SCRIPT:
        if (str_starts_nocase(str_trim(census_attr(c, row, "type")),
                STR("application/ld+json")))
            schema_read(&m->schema, inner_text(c, row));
        break;
    default:
        break;
    }
}

static struct str
host_of(struct str url)
{
    size_t at = str_find(url, STR("://"), 0);

    url = str_slice(url, at + 3, url.len);
    size_t end = 0;
    while (end < url.len && !strchr("/?#:", url.ptr[end]))
        end++;
    return str_slice(url, 0, end);
}

/*
 * Returns the start of a title. What is longer is none, and would be gone over
 * for each mark in it.
 */
static struct str
short_title(struct str s)
{
    size_t n_cols;

    return utf8_fit(s, MAX_TITLE, &n_cols);
}

static void
tell_title(struct build *b, const struct meta *m, struct str host)
{
    struct buf decoded = {0}, given = {0}, title = {0};

    entity_add(&decoded, said_in(&m->said, SLOT_TITLE));
    byline_collapse(&given, buf_str(&decoded));
    struct headline h = {
        .given = short_title(buf_str(&given)),
        .window = short_title(buf_str(&m->window)),
        .site = said_in(&m->said, SLOT_SITE),
        .host = host,
        .headings = m->headings.all,
        .n_headings = m->headings.n,
    };
    headline_add(&title, &h);
    if (title.len > 0)
        build_fact(b, FACT_TITLE, buf_str(&title));
    buf_done(&decoded);
    buf_done(&given);
    buf_done(&title);
}

static void
tell_url(
    struct build *b, enum fact fact, struct str ref, const struct where *where)
{
    struct buf url = {0};

    if (ref.len > 0 && where_find(where, ref, &url) &&
        url_is_web(buf_str(&url)))
        build_fact(b, fact, buf_str(&url));
    buf_done(&url);
}

static void
tell(struct build *b, const struct meta *m, const struct where *where)
{
    static const struct {
        enum fact fact;
        enum slot slot;
    } plain[] = {{FACT_BYLINE, SLOT_AUTHOR}, {FACT_PUBLISHED, SLOT_PUBLISHED},
        {FACT_MODIFIED, SLOT_MODIFIED}, {FACT_SITE, SLOT_SITE},
        {FACT_EXCERPT, SLOT_EXCERPT}};
    struct str lang = said_in(&m->said, SLOT_LANG);

    for (size_t i = 0; i < sizeof plain / sizeof *plain; i++) {
        struct buf text = {0};
        entity_add(&text, said_in(&m->said, plain[i].slot));
        if (text.len > 0)
            build_fact(b, plain[i].fact, buf_str(&text));
        buf_done(&text);
    }
    if (article_fact(build_draft(b), FACT_LANG).len == 0 && lang.len > 0)
        build_fact(b, FACT_LANG, lang);
    tell_url(b, FACT_IMAGE, said_in(&m->said, SLOT_IMAGE), where);
    tell_url(b, FACT_URL, said_in(&m->said, SLOT_URL), where);
}

/*
 * Puts what JSON-LD says, which is better than all else but for the name of the
 * site: a publisher may own many.
 */
static void
put_schema(struct meta *m)
{
    struct schema *s = &m->schema;
    struct buf people = {0};

    said_put(&m->said, SLOT_TITLE, 10, buf_str(&s->title));
    byline_add_value(&people, buf_str(&s->author));
    said_put(&m->said, SLOT_AUTHOR, 10, buf_str(&people));
    said_put(&m->said, SLOT_PUBLISHED, 10, buf_str(&s->published));
    said_put(&m->said, SLOT_MODIFIED, 10, buf_str(&s->modified));
    said_put(&m->said, SLOT_SITE, 10, buf_str(&s->publisher));
    said_put(&m->said, SLOT_SITE, 4, buf_str(&s->site));
    said_put(&m->said, SLOT_EXCERPT, 10, buf_str(&s->excerpt));
    said_put(&m->said, SLOT_IMAGE, 5, buf_str(&s->image));
    said_put(&m->said, SLOT_LANG, 3, buf_str(&s->lang));
    buf_done(&people);
}

/*
 * Lets anybody whom the text names be the author rather than the site, which
 * content systems put where they know nobody.
 */
static void
weaken_site(struct meta *m, struct str host)
{
    struct str author = said_in(&m->said, SLOT_AUTHOR);
    struct str publisher = buf_str(&m->schema.publisher);

    if (headline_is_site(author, said_in(&m->said, SLOT_SITE), host) ||
        headline_is_same(author, publisher) || m->schema.is_organization)
        m->said.ranks[SLOT_AUTHOR] = RANK_WEAK;
}

/*
 * Writes the day in slot as ISO 8601. What is no date is nothing.
 */
static void
settle_day(struct meta *m, enum slot slot, enum date_order order)
{
    struct buf day = {0};
    struct str text = said_in(&m->said, slot), date;

    bool is_date = date_add(&day, text);
    if (!is_date || (day.ptr[0] != '1' && day.ptr[0] != '2')) {
        day.len = 0;
        date_find(text, order, &date, &day);
    }
    m->said.slots[slot].len = 0;
    if (day.len == 0)
        m->said.ranks[slot] = 0;
    else
        buf_add_str(&m->said.slots[slot], buf_str(&day));
    buf_done(&day);
}

/*
 * Takes the day from an address like "/2025/07/05/heron" if no other is known.
 */
static void
put_day_of_address(struct meta *m, struct str url)
{
    struct str date;
    struct buf day = {0};
    size_t path = str_find(url, STR("/"), str_find(url, STR("://"), 0) + 3);

    url = str_slice(url, path + 1, str_find(url, STR("?"), 0));
    if (date_find(url, DATE_ORDER_UNKNOWN, &date, &day) && date.len >= 8)
        said_put(&m->said, SLOT_PUBLISHED, RANK_WEAK, buf_str(&day));
    buf_done(&day);
}

void
meta_read(struct build *b, const struct census *c, const struct where *where)
{
    struct meta m = {0};

    for (uint32_t i = 1; i < c->n; i++)
        read_row(&m, c, i);
    put_schema(&m);

    struct str url = said_in(&m.said, SLOT_URL);
    struct str host = host_of(url_is_web(url) ? url : where->page);
    struct str lang = article_fact(build_draft(b), FACT_LANG);
    struct str locale = said_in(&m.said, SLOT_LANG);
    enum date_order order =
        date_order_of(lang.len >= 5 || locale.len == 0 ? lang : locale);

    headings_read(&m.headings, c, host);
    weaken_site(&m, host);
    settle_day(&m, SLOT_PUBLISHED, order);
    settle_day(&m, SLOT_MODIFIED, order);
    tell_title(b, &m, host);
    marks_read(&m.said, c, article_fact(build_draft(b), FACT_TITLE), order);
    put_day_of_address(&m, url_is_web(url) ? url : where->page);
    tell(b, &m, where);
    headings_done(&m.headings);
    said_done(&m.said);
    buf_done(&m.window);
    schema_done(&m.schema);
}
