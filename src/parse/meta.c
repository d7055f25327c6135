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

#include "byline.h"
#include "headline.h"
#include "model/url.h"
#include "parse/date.h"
#include "schema.h"

#include <stdlib.h>

enum slot {
    SLOT_TITLE,
    SLOT_AUTHOR,
    SLOT_PUBLISHED,
    SLOT_MODIFIED,
    SLOT_SITE,
    SLOT_EXCERPT,
    SLOT_IMAGE,
    SLOT_URL,
    SLOT_LANG,
    SLOT_COUNT
};

enum {
    MAX_HEADINGS = 8,
    MAX_LINE = 120, /* bytes of a line that names people or a day */
};

struct meta {
    struct buf slots[SLOT_COUNT];
    uint8_t ranks[SLOT_COUNT]; /* of what is in the slot; 0: nothing is */
    struct buf window;
    struct buf headings[MAX_HEADINGS];
    size_t n_headings;
    struct schema schema;
};

/*
 * Names of <meta>, in small letters and with '.' for ':', and how well what
 * they say is kept.
 */
static const struct name {
    const char *name;
    uint8_t slot, rank;
} names[] = {
    {"dc.title", SLOT_TITLE, 9},
    {"dcterms.title", SLOT_TITLE, 9},
    {"citation_title", SLOT_TITLE, 9},
    {"og.title", SLOT_TITLE, 8},
    {"title", SLOT_TITLE, 6},
    {"twitter.title", SLOT_TITLE, 5},
    {"parsely-title", SLOT_TITLE, 4},
    {"sailthru.title", SLOT_TITLE, 4},
    {"dc.creator", SLOT_AUTHOR, 9},
    {"dcterms.creator", SLOT_AUTHOR, 9},
    {"author", SLOT_AUTHOR, 8},
    {"article.author_name", SLOT_AUTHOR, 8},
    {"parsely-author", SLOT_AUTHOR, 7},
    {"sailthru.author", SLOT_AUTHOR, 7},
    {"byl", SLOT_AUTHOR, 7},
    {"citation_author", SLOT_AUTHOR, 7},
    {"article.author", SLOT_AUTHOR, 6},
    {"og.article.author", SLOT_AUTHOR, 6},
    {"article.published_time", SLOT_PUBLISHED, 9},
    {"og.article.published_time", SLOT_PUBLISHED, 9},
    {"datepublished", SLOT_PUBLISHED, 8},
    {"parsely-pub-date", SLOT_PUBLISHED, 8},
    {"sailthru.date", SLOT_PUBLISHED, 7},
    {"dc.date.issued", SLOT_PUBLISHED, 7},
    {"dcterms.created", SLOT_PUBLISHED, 7},
    {"dc.date", SLOT_PUBLISHED, 6},
    {"dcterms.date", SLOT_PUBLISHED, 6},
    {"citation_publication_date", SLOT_PUBLISHED, 6},
    {"pubdate", SLOT_PUBLISHED, 6},
    {"publish-date", SLOT_PUBLISHED, 6},
    {"publish_date", SLOT_PUBLISHED, 6},
    {"date", SLOT_PUBLISHED, 5},
    {"article.modified_time", SLOT_MODIFIED, 9},
    {"og.updated_time", SLOT_MODIFIED, 8},
    {"datemodified", SLOT_MODIFIED, 8},
    {"dcterms.modified", SLOT_MODIFIED, 7},
    {"last-modified", SLOT_MODIFIED, 5},
    {"og.site_name", SLOT_SITE, 9},
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

static void
put(struct meta *m, enum slot slot, uint8_t rank, struct str text)
{
    text = str_trim(text);
    if (text.len == 0 || m->ranks[slot] >= rank)
        return;
    m->ranks[slot] = rank;
    m->slots[slot].len = 0;
    buf_add_str(&m->slots[slot], text);
}

/*
 * Puts content where a name of <meta> says.
 */
static void
put_named(struct meta *m, struct str name, struct str content)
{
    char key[32];

    if (name.len >= sizeof key)
        return;
    for (size_t i = 0; i < name.len; i++) {
        char c = name.ptr[i];
        key[i] = c == ':' ? '.' : c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
    }
    struct str lower = {key, name.len};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (!str_eq(lower, str_of(names[i].name)))
            continue;
        struct buf people = {0};
        if (names[i].slot == SLOT_AUTHOR) {
            byline_add(&people, content);
            content = buf_str(&people);
        }
        put(m, names[i].slot, names[i].rank, content);
        buf_done(&people);
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
add_heading(struct meta *m, const struct census *c, uint32_t row)
{
    struct buf text = {0};

    census_text(c, row, 400, &text);
    if (m->n_headings < MAX_HEADINGS && str_trim(buf_str(&text)).len > 0)
        byline_collapse(&m->headings[m->n_headings++], buf_str(&text));
    buf_done(&text);
}

/*
 * Puts the day that text tells, if it tells one.
 */
static void
put_day(struct meta *m, enum slot slot, uint8_t rank, struct str text)
{
    struct buf day = {0};

    text = str_trim(text);
    if (text.len == 0 || text.len > MAX_LINE)
        return;
    for (int i = 0; i < 2 && day.len == 0; i++) {
        date_add(&day, text);
        if (day.len < 10 || day.ptr[0] < '1' || day.ptr[0] > '2' ||
            day.ptr[4] != '-')
            day.len = 0;
        /* "Published: 5 May 2025" */
        size_t colon = str_find(text, STR(":"), 0);
        text = str_trim(str_slice(text, colon + 1, text.len));
    }
    put(m, slot, rank, buf_str(&day));
    buf_done(&day);
}

/*
 * Reads what a mark in the text says about who wrote it.
 */
static void
read_author(struct meta *m, const struct census *c, uint32_t row)
{
    const struct row *r = &c->rows[row];
    struct str rel = census_attr(c, row, "rel");
    struct str prop = census_attr(c, row, "itemprop");
    uint8_t rank = 0;
    struct buf line = {0}, people = {0};

    if (str_has_word(rel, STR("author")) || str_has_word(prop, STR("author")))
        rank = 4;
    else if ((r->cues & CUE_AUTHOR) && !(r->cues & (CUE_DATE | CUE_CREDIT)))
        rank = 3;
    if (rank == 0 || m->ranks[SLOT_AUTHOR] >= rank || r->sum.text > MAX_LINE ||
        r->sum.text < 3 || r->element == ELEMENT_LINK)
        return;
    /* The name of a marked-up person is in an element of its own. */
    for (uint32_t i = row + 1; i < r->end; i++)
        if (str_has_word(census_attr(c, i, "itemprop"), STR("name")))
            row = i;
    census_text(c, row, 2 * MAX_LINE, &line);
    byline_add(&people, buf_str(&line));
    put(m, SLOT_AUTHOR, rank, buf_str(&people));
    buf_done(&line);
    buf_done(&people);
}

/*
 * Reads what a mark in the text says about when it was written.
 */
static void
read_day(struct meta *m, const struct census *c, uint32_t row, bool is_titled)
{
    const struct row *r = &c->rows[row];
    struct str prop = census_attr(c, row, "itemprop");
    struct str when = census_attr(c, row, "datetime");
    bool is_time = r->node->v.element.tag == GUMBO_TAG_TIME;
    bool is_update = str_has_word(prop, STR("dateModified")) ||
                     str_has_word(census_attr(c, row, "class"), STR("updated"));
    enum slot slot = is_update ? SLOT_MODIFIED : SLOT_PUBLISHED;
    uint8_t rank = str_has_word(prop, STR("datePublished")) || is_update ? 5
                   : is_time ? (is_titled ? 4 : 2)
                             : (is_titled ? 3 : 1);
    struct buf line = {0};

    if (!is_time && prop.len == 0 && !(r->cues & CUE_DATE))
        return;
    if (m->ranks[slot] >= rank || r->sum.text > MAX_LINE)
        return;
    if (when.len == 0)
        when = census_attr(c, row, "content");
    if (when.len == 0) {
        census_text(c, row, MAX_LINE, &line);
        when = buf_str(&line);
    }
    put_day(m, slot, rank, when);
    buf_done(&line);
}

/*
 * Reads a short line near the title that is a day or begins with "By".
 */
static void
read_line(struct meta *m, const struct census *c, uint32_t row)
{
    struct buf line = {0}, people = {0};
    struct str text;

    if (c->rows[row].sum.text < 6 || c->rows[row].is_dropped)
        return;
    census_text(c, row, MAX_LINE, &line);
    text = str_trim(buf_str(&line));
    if (str_starts_nocase(text, STR("by ")) ||
        str_starts_nocase(text, STR("written by "))) {
        byline_add(&people, text);
        put(m, SLOT_AUTHOR, 2, buf_str(&people));
    }
    put_day(m, SLOT_PUBLISHED, 2, text);
    buf_done(&line);
    buf_done(&people);
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
            put(m, SLOT_URL, 9, census_attr(c, row, "href"));
        break;
    case ELEMENT_SCRIPT:
        if (str_starts_nocase(str_trim(census_attr(c, row, "type")),
                STR("application/ld+json")))
            schema_read(&m->schema, inner_text(c, row));
        break;
    case ELEMENT_H1:
        add_heading(m, c, row);
        break;
    default:
        break;
    }
}

/*
 * Reads the marks in the text, which count only where nothing else is said.
 */
static void
read_marks(struct meta *m, const struct census *c)
{
    bool is_titled = false;
    uint32_t n_prose = 0; /* letters of sentences since the title */

    for (uint32_t i = 1; i < c->n; i++) {
        const struct row *row = &c->rows[i];
        if ((row->cues & (CUE_COMMENT | CUE_RELATED | CUE_FOOT | CUE_NAV)) &&
            row->sum.prose * 2ull <= c->rows[1].sum.prose) {
            i = row->end - 1;
            continue;
        }
        if (row->element == ELEMENT_H1) {
            is_titled = true;
            n_prose = 0;
        }
        if (row->line_commas > 0)
            n_prose += row->line_text;
        if (is_titled && n_prose < 200 && row->sum.text <= 60)
            read_line(m, c, i);
        if (row->node->v.element.attributes.length > 0 ||
            row->node->v.element.tag == GUMBO_TAG_TIME) {
            read_author(m, c, i);
            read_day(m, c, i, is_titled);
        }
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

static void
tell_title(struct build *b, struct meta *m, struct str base_url)
{
    struct str headings[MAX_HEADINGS];
    struct buf title = {0};
    struct str canonical = buf_str(&m->slots[SLOT_URL]);

    for (size_t i = 0; i < m->n_headings; i++)
        headings[i] = buf_str(&m->headings[i]);
    struct headline h = {
        .given = buf_str(&m->slots[SLOT_TITLE]),
        .window = buf_str(&m->window),
        .site = buf_str(&m->slots[SLOT_SITE]),
        .host = host_of(url_is_web(canonical) ? canonical : base_url),
        .headings = headings,
        .n_headings = m->n_headings,
    };
    headline_add(&title, &h);
    if (title.len > 0)
        build_fact(b, FACT_TITLE, buf_str(&title));
    buf_done(&title);
}

static void
tell_day(struct build *b, enum fact fact, const struct buf *text)
{
    struct buf day = {0};

    if (text->len == 0)
        return;
    date_add(&day, buf_str(text));
    build_fact(b, fact, buf_str(&day));
    buf_done(&day);
}

static void
tell_url(
    struct build *b, enum fact fact, const struct buf *ref, struct str base_url)
{
    struct buf url = {0};

    if (ref->len > 0 && url_resolve(base_url, buf_str(ref), &url) &&
        url_is_web(buf_str(&url)))
        build_fact(b, fact, buf_str(&url));
    buf_done(&url);
}

static void
tell(struct build *b, struct meta *m, struct str base_url)
{
    tell_title(b, m, base_url);
    if (m->slots[SLOT_AUTHOR].len > 0)
        build_fact(b, FACT_BYLINE, buf_str(&m->slots[SLOT_AUTHOR]));
    tell_day(b, FACT_PUBLISHED, &m->slots[SLOT_PUBLISHED]);
    tell_day(b, FACT_MODIFIED, &m->slots[SLOT_MODIFIED]);
    if (m->slots[SLOT_SITE].len > 0)
        build_fact(b, FACT_SITE, buf_str(&m->slots[SLOT_SITE]));
    if (m->slots[SLOT_EXCERPT].len > 0)
        build_fact(b, FACT_EXCERPT, buf_str(&m->slots[SLOT_EXCERPT]));
    if (article_fact(build_draft(b), FACT_LANG).len == 0 &&
        m->slots[SLOT_LANG].len > 0)
        build_fact(b, FACT_LANG, buf_str(&m->slots[SLOT_LANG]));
    tell_url(b, FACT_IMAGE, &m->slots[SLOT_IMAGE], base_url);
    tell_url(b, FACT_URL, &m->slots[SLOT_URL], base_url);
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

    put(m, SLOT_TITLE, 10, buf_str(&s->title));
    byline_add(&people, buf_str(&s->author));
    put(m, SLOT_AUTHOR, 10, buf_str(&people));
    put(m, SLOT_PUBLISHED, 10, buf_str(&s->published));
    put(m, SLOT_MODIFIED, 10, buf_str(&s->modified));
    put(m, SLOT_SITE, 10, buf_str(&s->publisher));
    put(m, SLOT_SITE, 4, buf_str(&s->site));
    put(m, SLOT_EXCERPT, 10, buf_str(&s->excerpt));
    put(m, SLOT_IMAGE, 5, buf_str(&s->image));
    put(m, SLOT_LANG, 3, buf_str(&s->lang));
    buf_done(&people);
}

void
meta_read(struct build *b, const struct census *c, struct str base_url)
{
    struct meta m = {0};

    for (uint32_t i = 1; i < c->n; i++)
        read_row(&m, c, i);
    put_schema(&m);
    read_marks(&m, c);
    tell(b, &m, base_url);
    for (size_t i = 0; i < SLOT_COUNT; i++)
        buf_done(&m.slots[i]);
    for (size_t i = 0; i < m.n_headings; i++)
        buf_done(&m.headings[i]);
    buf_done(&m.window);
    schema_done(&m.schema);
}
