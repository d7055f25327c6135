/* SPDX-License-Identifier: ISC */
/*
 * marks - who wrote a page and when, as its text shows
 *
 * One pass over the elements, past comments, menus and lists of other articles.
 * Marks count anywhere; what only reads like a byline or a date counts near the
 * title, where little text has gone by, or where it announces itself. A date
 * far from the title that stands beside a link is that of another article, and
 * one in a sentence is told of, not the article's.
 */
#include "marks.h"

#include "byline.h"
#include "headline.h"

#include <gumbo.h>

enum {
    MAX_LINE = 120,    /* letters of a line that names people or a day */
    MAX_INSIDE = 40,   /* elements in it */
    NEAR_TITLE = 400,  /* letters of sentences since the title */
    MAX_ABOVE = 4,     /* elements around a date that belong to it */
    MIN_DAY = 8,       /* letters of a date */
    MIN_SENTENCE = 18, /* of a sentence around one */
    MAX_LETTERS = 200, /* of a title */
};

/* How good evidence is, from MARKS_FIRST_RANK on. */
enum rank {
    RANK_FAR = MARKS_FIRST_RANK,
    RANK_LINE,
    RANK_CLASS,
    RANK_TIME,
    RANK_MARKED = MARKS_LAST_RANK
};

struct marks {
    struct said *said;
    const struct census *c;
    struct str title;
    enum date_order order;
    bool is_titled;   /* the title has gone by */
    uint32_t n_prose; /* letters of sentences since */
};

static bool
is_near(const struct marks *m)
{
    return m->is_titled && m->n_prose < NEAR_TITLE;
}

static bool
is_word(char c)
{
    return (unsigned char)c >= 0x80 || (c >= 'a' && c <= 'z') ||
           (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/*
 * Adds the text of row as it looks: a line end before blocks, a blank between
 * elements, which are set apart by their style.
 */
static void
add_shown(const struct census *c, uint32_t row, struct buf *out)
{
    const GumboNode *root = c->rows[row].node, *node = root;

    while (node && out->len < 4 * MAX_LINE) {
        bool is_element = node->type == GUMBO_NODE_ELEMENT;
        uint32_t inner = is_element ? census_row(node) : 0;
        enum element element = (enum element)c->rows[inner].element;
        bool may_enter = inner > 0 && !c->rows[inner].is_dropped &&
                         element_info(element)->layout != ELEMENT_HIDDEN &&
                         node->v.element.children.length > 0;

        if (is_element &&
            (c->rows[inner].is_block || node->v.element.tag == GUMBO_TAG_BR)) {
            buf_add_char(out, '\n');
        } else if (!is_element && node->type != GUMBO_NODE_COMMENT &&
                   node->type != GUMBO_NODE_TEMPLATE) {
            const GumboVector *beside = &node->parent->v.element.children;
            size_t ix = node->index_within_parent;
            const GumboNode *last = ix > 0 ? beside->data[ix - 1] : NULL;
            bool is_apart = !last || last->type == GUMBO_NODE_ELEMENT;
            if (is_apart && out->len > 0 && is_word(out->ptr[out->len - 1]) &&
                is_word(node->v.text.text[0]))
                buf_add_char(out, ' ');
            buf_add_text(out, node->v.text.text);
        }
        if (may_enter) {
            node = node->v.element.children.data[0];
            continue;
        }
        while (node != root && node->index_within_parent + 1 ==
                                   node->parent->v.element.children.length)
            node = node->parent;
        node = node == root ? NULL
                            : node->parent->v.element.children
                                  .data[node->index_within_parent + 1];
    }
}

/*
 * Returns the name in what marks a person up: in an element of its own, whose
 * text is appended to out, or in an attribute.
 */
static void
add_person(const struct census *c, uint32_t row, struct buf *out)
{
    uint32_t end = c->rows[row].end;

    for (uint32_t i = row + 1; i < end && i < row + MAX_INSIDE; i++) {
        if (!str_has_word(census_attr(c, i, "itemprop"), STR("name")))
            continue;
        struct str content = census_attr(c, i, "content");
        if (out->len > 0)
            buf_add_text(out, ", ");
        if (content.len > 0)
            buf_add_str(out, content);
        else
            add_shown(c, i, out);
    }
    if (out->len == 0)
        add_shown(c, row, out);
}

/*
 * Reads what a mark in the text says about who wrote it.
 */
static void
read_author(struct marks *m, uint32_t row)
{
    const struct row *r = &m->c->rows[row];
    bool is_marked =
        str_has_word(census_attr(m->c, row, "rel"), STR("author")) ||
        str_has_word(census_attr(m->c, row, "itemprop"), STR("author"));
    uint8_t rank = is_marked                ? RANK_MARKED
                   : (r->cues & CUE_CREDIT) ? 0
                   : (r->cues & CUE_AUTHOR) ? RANK_CLASS
                                            : 0;
    struct buf line = {0}, people = {0};

    if (rank == 0 || m->said->ranks[SLOT_AUTHOR] >= rank ||
        r->element == ELEMENT_LINK || r->sum.text > MAX_LINE ||
        (r->sum.text < 3 && !is_marked))
        return;
    add_person(m->c, row, &line);
    byline_add(&people, buf_str(&line));
    bool is_mixed = !is_marked && (r->cues & CUE_DATE);
    if (!is_mixed || byline_is_name(buf_str(&people)))
        said_put(m->said, SLOT_AUTHOR, rank, buf_str(&people));
    buf_done(&line);
    buf_done(&people);
}

/*
 * Tells whether text says that something was changed then.
 */
static bool
is_change(struct str text)
{
    static const char *const words[] = {"updat", "modif", "revis", "reviewed",
        "edited", "aktualisiert", "geändert", "mis à jour", "mise à jour",
        "actualizad", "aggiornat", "atualizad", "bijgewerkt", "uppdaterad",
        "opdateret", "oppdatert", "zaktualizowan", "обновлен", "оновлен",
        "更新", "수정", "güncelle", "päivitetty", "changed"};
    struct buf lower = {0};
    bool is_found = false;

    char *end = buf_reserve(&lower, text.len);
    for (size_t i = 0; i < text.len; i++)
        end[i] = str_lower(text.ptr[i]);
    lower.len = text.len;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_find(buf_str(&lower), str_of(words[i]), 0) < lower.len)
            is_found = true;
    buf_done(&lower);
    return is_found;
}

/*
 * Puts the days in text, each where the words before it say.
 */
static void
put_days(struct marks *m, bool is_changed, uint8_t rank, struct str text)
{
    struct str date;
    struct buf day = {0};

    if (text.len > 4 * MAX_LINE)
        text = str_slice(text, 0, 4 * MAX_LINE);
    while (date_find(text, m->order, &date, &day)) {
        struct str before = str_slice(text, 0, (size_t)(date.ptr - text.ptr));
        bool is_new = is_changed || is_change(before);
        said_put(m->said, is_new ? SLOT_MODIFIED : SLOT_PUBLISHED, rank,
            buf_str(&day));
        day.len = 0;
        text =
            str_slice(text, (size_t)(date.ptr - text.ptr) + date.len, text.len);
    }
    buf_done(&day);
}

/*
 * Tells whether the date in row stands beside a link, as in a list of articles.
 */
static bool
is_of_another(const struct census *c, uint32_t row)
{
    for (int i = 0; i < MAX_ABOVE && row > 0; i++) {
        const struct row *r = &c->rows[row];
        if (r->is_link || r->sum.links > 0 || r->sum.headings > 0)
            return true;
        if (r->sum.prose > 0)
            return false;
        row = r->parent;
    }
    return false;
}

/*
 * Tells whether text announces who wrote the page, or when, beyond doubt: "by"
 * does not, it is said of pictures and quotes.
 */
static bool
is_announcement(struct str text)
{
    static const char *const words[] = {"written by", "article by", "author",
        "words by", "verfasst von", "geschrieben von", "écrit par",
        "rédigé par", "escrito por", "scritto da", "geschreven door",
        "published", "posted on", "last updated", "updated", "last modified",
        "veröffentlicht", "zuletzt aktualisiert", "publié le", "mis à jour",
        "publicado", "actualizado", "pubblicato", "aggiornato", "gepubliceerd",
        "опубликовано", "公開日", "更新日", "发布", "게시"};

    text = str_trim(text);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_starts_nocase(text, str_of(words[i])))
            return true;
    return false;
}

/*
 * Tells whether text ends as a sentence does, and not with "p.m.".
 */
static bool
ends_sentence(struct str text)
{
    static const char *const marks[] = {"!", "?", "…", "。", "！", "？", "।"};

    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (str_ends(text, str_of(marks[i])))
            return true;
    size_t n = text.len;
    return n > 2 && text.ptr[n - 1] == '.' && is_word(text.ptr[n - 2]) &&
           is_word(text.ptr[n - 3]);
}

/*
 * Tells whether a line with a day in it is a sentence that tells of the day.
 */
static bool
is_sentence(struct str line)
{
    line = str_trim(line);
    return line.len >= MIN_SENTENCE + MIN_DAY && ends_sentence(line) &&
           !is_announcement(line);
}

/*
 * Tells whether the paragraph that row is, or is in, tells of the day in row.
 */
static bool
is_in_sentence(const struct census *c, uint32_t row)
{
    uint32_t at = c->rows[row].block;
    const struct row *block = &c->rows[at];
    uint32_t n_inside = at == row ? MIN_DAY : c->rows[row].sum.text;
    struct buf text = {0};

    if (at == 0 || block->line_text < n_inside + MIN_SENTENCE)
        return false;
    if (block->line_text - block->line_linked > 2 * MAX_LINE)
        return true;
    if (block->sum.text > 4 * MAX_LINE || block->end > at + 4 * MAX_INSIDE)
        return false;
    census_text(c, at, SIZE_MAX, &text);
    bool is_told = is_sentence(buf_str(&text));
    buf_done(&text);
    return is_told;
}

/*
 * Reads what a mark in the text says about when it was written.
 */
static void
read_day(struct marks *m, uint32_t row)
{
    const struct row *r = &m->c->rows[row];
    struct str prop = census_attr(m->c, row, "itemprop");
    struct str class = census_attr(m->c, row, "class");
    struct str when = census_attr(m->c, row, "datetime");
    bool is_time = r->node->v.element.tag == GUMBO_TAG_TIME;
    bool is_marked = str_has_word(prop, STR("datePublished")) ||
                     str_has_word(prop, STR("dateModified")) ||
                     census_has(m->c, row, "pubdate");
    uint8_t rank = is_marked     ? RANK_MARKED
                   : !is_near(m) ? RANK_FAR
                   : is_time     ? RANK_TIME
                                 : RANK_CLASS;
    struct buf text = {0};

    if (!is_time && !is_marked && !(r->cues & CUE_DATE))
        return;
    if (r->sum.text > MAX_LINE || r->end > row + MAX_INSIDE)
        return;
    if (!is_marked && !(r->cues & CUE_DATE) && is_in_sentence(m->c, row))
        return;
    if (!is_marked && m->is_titled && !is_near(m) && is_of_another(m->c, row))
        return;
    if (when.len == 0 && is_marked)
        when = census_attr(m->c, row, "content");
    bool is_changed =
        is_change(prop) ||
        (is_change(class) && str_find(class, STR("publish"), 0) == class.len);
    if (when.len > 0) {
        bool is_date = date_add(&text, when);
        if (is_date && (text.ptr[0] == '1' || text.ptr[0] == '2'))
            said_put(m->said, is_changed ? SLOT_MODIFIED : SLOT_PUBLISHED, rank,
                buf_str(&text));
    } else {
        add_shown(m->c, row, &text);
        put_days(m, is_changed, rank, buf_str(&text));
    }
    buf_done(&text);
}

/*
 * Reads the name in the row behind a line that announces one and has none.
 */
static void
read_next(struct marks *m, uint32_t row)
{
    const uint32_t next = m->c->rows[row].end;
    struct buf text = {0}, people = {0};

    if (next >= m->c->rows[m->c->rows[row].parent].end ||
        m->c->rows[next].sum.text > MAX_LINE ||
        m->c->rows[next].end > next + MAX_INSIDE)
        return;
    add_shown(m->c, next, &text);
    struct str rest = str_trim(buf_str(&text));
    byline_add(&people, str_next_line(&rest));
    if (byline_is_name(buf_str(&people)))
        said_put(m->said, SLOT_AUTHOR, is_near(m) ? RANK_LINE : RANK_FAR,
            buf_str(&people));
    buf_done(&text);
    buf_done(&people);
}

/*
 * Reads a short line that may announce people, or near the title be a day.
 */
static void
read_line(struct marks *m, uint32_t row)
{
    const struct row *r = &m->c->rows[row];
    struct buf text = {0};
    bool is_announced = false;

    if (r->sum.text < 6 || r->sum.text > MAX_LINE || r->is_dropped ||
        r->end > row + MAX_INSIDE)
        return;
    add_shown(m->c, row, &text);
    bool is_own = is_near(m) || !m->is_titled || !is_of_another(m->c, row);
    bool may_date = is_own && !is_in_sentence(m->c, row);
    for (struct str all = buf_str(&text), rest, line; all.len > 0;) {
        line = str_next_line(&all);
        if (str_trim(line).len == 0)
            continue;
        if (may_date && !is_sentence(line))
            put_days(m, false, is_near(m) ? RANK_LINE : RANK_FAR, line);
        bool is_start = byline_is_announced(line, &rest);
        if (is_start && rest.len == 0) {
            is_announced = true;
            continue;
        }
        struct buf people = {0};
        if (is_start || is_announced)
            byline_add(&people, is_start ? rest : line);
        if (byline_is_name(buf_str(&people)))
            said_put(m->said, SLOT_AUTHOR, is_near(m) ? RANK_LINE : RANK_FAR,
                buf_str(&people));
        buf_done(&people);
        is_announced = false;
    }
    if (is_announced)
        read_next(m, row);
    buf_done(&text);
}

/*
 * Tells whether what stands in row announces something, wherever it is.
 */
static bool
may_announce(const struct census *c, uint32_t row)
{
    struct buf text = {0};

    if (c->rows[row].text < 6 || c->rows[row].sum.text > MAX_LINE ||
        c->rows[row].is_link)
        return false;
    census_text(c, row, MAX_LINE, &text);
    bool is_found = is_announcement(buf_str(&text));
    buf_done(&text);
    return is_found;
}

/*
 * Tells whether row is a heading that is the title of the article.
 */
static bool
is_title(const struct marks *m, uint32_t row)
{
    const struct row *r = &m->c->rows[row];
    struct buf text = {0};

    if (!r->is_heading || r->element == ELEMENT_H1 || r->sum.text > MAX_LETTERS)
        return r->element == ELEMENT_H1;
    census_text(m->c, row, 2 * MAX_LETTERS, &text);
    bool is_title = headline_is_same(buf_str(&text), m->title);
    buf_done(&text);
    return is_title;
}

void
marks_read(struct said *s, const struct census *c, struct str title,
    enum date_order order)
{
    struct marks m = {.said = s, .c = c, .title = title, .order = order};

    for (uint32_t i = 1; i < c->n; i++) {
        const struct row *row = &c->rows[i];
        if ((row->cues & (CUE_COMMENT | CUE_RELATED | CUE_FOOT | CUE_NAV)) &&
            row->sum.prose * 2ull <= c->rows[1].sum.prose) {
            i = row->end - 1;
            continue;
        }
        if (is_title(&m, i)) {
            m.is_titled = true;
            m.n_prose = 0;
        }
        if (row->line_commas > 0)
            m.n_prose += row->line_text;
        if (is_near(&m) || may_announce(c, i))
            read_line(&m, i);
        if (row->node->v.element.attributes.length > 0 ||
            row->node->v.element.tag == GUMBO_TAG_TIME) {
            read_author(&m, i);
            read_day(&m, i);
        }
    }
}
