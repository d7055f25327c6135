/* SPDX-License-Identifier: ISC */
/*
 * wall - what stands between a reader and an article
 *
 * A wall in the place of an article is a short page: only where there are a few
 * lines is read what they say, so that an article on JavaScript or on CAPTCHAs
 * raises nothing. A page that must be paid for says so to search engines in
 * JSON-LD, and to its readers where its text breaks off; the first counts only
 * when what it calls locked is not there.
 */
#include "wall.h"

#include "entity.h"
#include "model/url.h"
#include "schema.h"
#include "wallwords.h"

#include <stddef.h>

enum {
    MAX_TEXT = 6000,   /* bytes of a page that may be a wall */
    SHORT_TEXT = 3000, /* bytes; what says "log in" in more is no wall */
    NO_TEXT = 1200,    /* bytes of a page that a script would fill */
    FEW_LETTERS = 600, /* of sentences, in the article of such a page */
    MAX_DELAY = 10,    /* seconds to the next page of one without a text */
    TINY = 120,        /* letters of a page that has nothing to say */
    CUT_OFF = 3500,    /* letters of sentences that may not be all */
    MIN_LOCKED = 300,  /* letters of a locked part that is there */
    MAX_ABOVE = 3,     /* elements around an article that are close to it */
    MAX_INSIDE = 12,   /* elements in such a line */
    MAX_LINE = 400,    /* bytes of a line that asks for money */
    MIN_BODY = 1000    /* bytes of a text in JSON-LD that is an article */
};

/* What is known of the page. */
struct look {
    const struct census *c;
    uint32_t article;   /* row, 0 for none */
    uint32_t n_prose;   /* letters of sentences in the article */
    struct buf title;   /* and the first heading, folded */
    struct buf text;    /* all of it, folded; only of a short page */
    struct buf excerpt; /* what it says of itself */
    struct str elsewhere;
    struct schema schema;
    bool has_script, has_password, has_captcha, is_article;
};

/*
 * Appends all text inside row, also what is not shown, up to max bytes.
 */
static void
add_text(const struct census *c, uint32_t row, size_t max, struct buf *out)
{
    const GumboNode *root = c->rows[row].node, *node = root;

    while (out->len < max) {
        const bool is_element = node->type == GUMBO_NODE_ELEMENT;
        const GumboVector *inside = &node->v.element.children;
        const bool is_mute =
            is_element && (node->v.element.tag == GUMBO_TAG_SCRIPT ||
                              node->v.element.tag == GUMBO_TAG_STYLE ||
                              node->v.element.tag == GUMBO_TAG_HEAD ||
                              node->v.element.tag == GUMBO_TAG_TEMPLATE);
        if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_CDATA)
            buf_add_text(out, node->v.text.text);
        else
            buf_add_char(out, ' ');
        if (is_element && !is_mute && inside->length > 0) {
            node = inside->data[0];
            continue;
        }
        while (node != root && node->index_within_parent + 1 ==
                                   node->parent->v.element.children.length)
            node = node->parent;
        if (node == root)
            return;
        node = node->parent->v.element.children
                   .data[node->index_within_parent + 1];
    }
}

/*
 * Appends the text inside row as phrases are written.
 */
static void
add_folded(const struct census *c, uint32_t row, size_t max, struct buf *out)
{
    struct buf text = {0};

    add_text(c, row, max, &text);
    wallwords_add(out, buf_str(&text));
    buf_done(&text);
}

static struct str
inner_text(const struct row *row)
{
    const GumboVector *inside = &row->node->v.element.children;
    const GumboNode *text = inside->length > 0 ? inside->data[0] : NULL;

    return str_of(text && (text->type == GUMBO_NODE_TEXT ||
                              text->type == GUMBO_NODE_CDATA)
                      ? text->v.text.text
                      : NULL);
}

/*
 * Reads JSON-LD where it can tell something: it was read once already.
 */
static void
read_script(struct look *l, uint32_t row)
{
    const struct str type = str_trim(census_attr(l->c, row, "type"));
    const struct str text = inner_text(&l->c->rows[row]);

    if (!str_starts_nocase(type, STR("application/ld+json"))) {
        l->has_script = true;
        return;
    }
    l->is_article |= str_find(text, STR("Article\""), 0) < text.len ||
                     str_find(text, STR("Posting\""), 0) < text.len;
    if (l->n_prose < FEW_LETTERS ||
        str_find(text, STR("isAccessibleForFree"), 0) < text.len)
        schema_read(&l->schema, text);
}

/*
 * Returns the address in the value of <meta http-equiv=refresh>, "0; url=/a",
 * empty when there is none or it is for who has read the page.
 */
static struct str
read_refresh(struct str content)
{
    unsigned seconds = 0;
    size_t i = 0;

    content = str_trim(content);
    for (; i < content.len && content.ptr[i] >= '0' && content.ptr[i] <= '9';
         i++)
        if (seconds <= MAX_DELAY)
            seconds = seconds * 10 + (unsigned)(content.ptr[i] - '0');
    while (i < content.len && strchr(" \t\n.;,0123456789", content.ptr[i]))
        i++;
    content = str_slice(content, i, content.len);
    if (seconds > MAX_DELAY || !str_starts_nocase(content, STR("url")))
        return (struct str){0};
    content = str_trim(str_slice(content, 3, content.len));
    if (!str_starts(content, STR("=")))
        return (struct str){0};
    content = str_trim(str_slice(content, 1, content.len));
    if (content.len > 1 && (content.ptr[0] == '\'' || content.ptr[0] == '"')) {
        const struct str quote = {content.ptr, 1};
        content = str_slice(content, 1, str_find(content, quote, 1));
    }
    return content;
}

static void
read_meta(struct look *l, uint32_t row)
{
    const struct str content = census_attr(l->c, row, "content");
    struct str name = census_attr(l->c, row, "property");

    if (name.len == 0)
        name = census_attr(l->c, row, "name");
    if (str_eq_nocase(census_attr(l->c, row, "http-equiv"), STR("refresh")))
        l->elsewhere = read_refresh(content);
    else if (str_eq_nocase(name, STR("og:type")))
        l->is_article |= str_eq_nocase(content, STR("article"));
    else if (str_eq_nocase(name, STR("article:content_tier")))
        l->schema.is_locked |= str_eq_nocase(content, STR("locked"));
    else if (l->excerpt.len == 0 &&
             (str_eq_nocase(name, STR("description")) ||
                 str_eq_nocase(name, STR("og:description"))))
        buf_add_str(&l->excerpt, str_trim(content));
}

static bool
is_captcha(struct str value)
{
    for (; value.len > 0; value = str_slice(value, 1, value.len))
        if (str_starts_nocase(value, STR("captcha")) ||
            str_starts_nocase(value, STR("challenge-")))
            return true;
    return false;
}

/*
 * Looks at one element of a short page.
 */
static void
read_row(struct look *l, uint32_t row)
{
    const struct census *c = l->c;

    if (c->rows[row].element == ELEMENT_H1 && l->title.len < MAX_LINE)
        add_folded(c, row, MAX_LINE, &l->title);
    if (str_eq_nocase(census_attr(c, row, "type"), STR("password")))
        l->has_password = true;
    l->has_captcha |= is_captcha(census_attr(c, row, "id")) ||
                      is_captcha(census_attr(c, row, "class")) ||
                      is_captcha(census_attr(c, row, "src"));
}

static void
look_at(struct look *l)
{
    const struct census *c = l->c;

    for (uint32_t i = 1; i < c->n; i++)
        switch (c->rows[i].element) {
        case ELEMENT_SCRIPT:
            read_script(l, i);
            break;
        case ELEMENT_META:
            read_meta(l, i);
            break;
        default:
            break;
        }
    if (l->n_prose >= FEW_LETTERS)
        return;
    for (uint32_t i = 1; i < c->n; i++) {
        if (c->rows[i].element == ELEMENT_TITLE && l->title.len == 0)
            wallwords_add(&l->title, inner_text(&c->rows[i]));
        read_row(l, i);
    }
    add_folded(c, 1, MAX_TEXT + 1, &l->text);
}

/*
 * Returns what a page is that has next to no article.
 */
static enum wall_kind
judge_short(const struct look *l)
{
    const struct str title = buf_str(&l->title), text = buf_str(&l->text);
    const uint32_t n_letters = l->c->rows[1].sum.text;

    if (text.len > MAX_TEXT)
        return WALL_NONE;
    if (wallwords_entitle_consent(title) &&
        str_find(text, STR("cookie"), 0) < text.len)
        return WALL_CONSENT;
    if (text.len > SHORT_TEXT)
        return WALL_NONE;
    if (wallwords_challenge(text) ||
        (wallwords_entitle_challenge(title) &&
            (l->has_captcha || text.len < NO_TEXT)) ||
        (l->has_captcha && n_letters < TINY))
        return WALL_CHALLENGE;
    if (wallwords_log_in(text) ||
        (l->has_password && text.len > 0 && l->n_prose < TINY))
        return WALL_LOGIN;
    if ((text.len < NO_TEXT && wallwords_need_script(text)) ||
        (n_letters < TINY && l->has_script) ||
        (n_letters == 0 && l->excerpt.len > 0))
        return WALL_SCRIPT;
    return WALL_NONE;
}

/*
 * Tells whether the part of the page that selector, of a class or an id, means
 * is there and holds text.
 */
static bool
has_part(const struct look *l, struct str selector)
{
    const struct census *c = l->c;
    const bool is_id = str_starts(selector, STR("#"));
    size_t end = 1;

    while (end < selector.len && !strchr(" .#,:>[", selector.ptr[end]))
        end++;
    const struct str name = str_slice(selector, 1, end);
    for (uint32_t i = 1; i < c->n; i++) {
        const struct str value = census_attr(c, i, is_id ? "id" : "class");
        const bool fits =
            is_id ? str_eq(value, name) : str_has_word(value, name);
        uint32_t n = 0;
        for (uint32_t j = i; fits && j < c->rows[i].end; j++)
            n += c->rows[j].own.text;
        if (n >= MIN_LOCKED)
            return true;
        if (fits)
            i = c->rows[i].end - 1;
    }
    return false;
}

/*
 * Returns how many letters the line in row i has, which was dropped perhaps, 0
 * when there is more in it than one.
 */
static uint32_t
count_line(const struct census *c, uint32_t i)
{
    const struct row *row = &c->rows[i];
    uint32_t n = 0;

    if (!row->is_block || row->end - i > MAX_INSIDE)
        return 0;
    for (uint32_t j = i; j < row->end; j++)
        n += c->rows[j].own.text;
    return n;
}

/*
 * Tells whether what is in row is laid over the page, as newsletters and shops
 * do with those who have all of the article before them.
 */
static bool
is_laid_over(const struct census *c, uint32_t row)
{
    const struct str name = census_attr(c, row, "class");

    return str_eq(census_attr(c, row, "role"), STR("dialog")) ||
           str_find(name, STR("modal"), 0) < name.len ||
           str_find(name, STR("popup"), 0) < name.len;
}

/*
 * Tells whether a line in the article or close to it says that the rest must be
 * paid for.
 */
static bool
asks_for_money(const struct look *l)
{
    const struct census *c = l->c;
    uint32_t near = l->article > 0 ? l->article : 1;
    bool does_ask = false;

    for (unsigned i = 0; i < MAX_ABOVE; i++) {
        const uint32_t above = c->rows[near].parent;
        if (above > 1 && c->rows[above].element != ELEMENT_BODY)
            near = above;
    }
    for (uint32_t i = near; i < c->rows[near].end && !does_ask; i++) {
        const uint32_t n = count_line(c, i);
        struct buf line = {0};
        if (is_laid_over(c, i)) {
            i = c->rows[i].end - 1;
            continue;
        }
        if (n < 10 || n > MAX_LINE)
            continue;
        add_folded(c, i, MAX_LINE, &line);
        does_ask = line.len < MAX_LINE && wallwords_pay(buf_str(&line));
        buf_done(&line);
    }
    return does_ask;
}

static bool
is_cut_off(const struct look *l)
{
    if (l->schema.is_locked && l->schema.locked.len > 1)
        return !has_part(l, buf_str(&l->schema.locked));
    return l->n_prose < CUT_OFF && asks_for_money(l);
}

/*
 * Keeps what the page says in the place of its article.
 */
static void
keep_text(struct wall *w, struct look *l)
{
    struct buf folded = {0};
    const struct buf *excerpt =
        l->excerpt.len > 0 ? &l->excerpt : &l->schema.excerpt;

    if (l->schema.body.len >= MIN_BODY &&
        l->schema.body.len > 3 * (size_t)l->n_prose) {
        entity_add(&w->text, buf_str(&l->schema.body));
        w->is_whole = true;
    } else if (w->kind != WALL_NONE && w->kind != WALL_PAY) {
        wallwords_add(&folded, buf_str(excerpt));
        if (str_find(buf_str(&l->text), buf_str(&folded), 0) == l->text.len)
            entity_add(&w->text, buf_str(excerpt));
        buf_done(&folded);
    }
}

struct wall
wall_find(const struct census *c, uint32_t article)
{
    struct look l = {.c = c, .article = article};
    struct wall w = {0};

    l.n_prose = c->rows[article > 0 ? article : 1].sum.prose;
    look_at(&l);
    w.is_article = l.is_article;
    if (c->rows[1].sum.text < FEW_LETTERS)
        buf_add_str(&w.elsewhere, l.elsewhere);
    if (l.n_prose < FEW_LETTERS) {
        w.kind = judge_short(&l);
        keep_text(&w, &l);
        if (w.is_whole && w.kind == WALL_NONE)
            w.kind = WALL_SCRIPT;
    }
    if (w.kind == WALL_NONE && is_cut_off(&l))
        w.kind = WALL_PAY;
    schema_done(&l.schema);
    buf_done(&l.title);
    buf_done(&l.text);
    buf_done(&l.excerpt);
    return w;
}

void
wall_done(struct wall *w)
{
    buf_done(&w->text);
    buf_done(&w->elsewhere);
}

const char *
wall_words(const struct wall *w)
{
    switch (w->kind) {
    case WALL_CHALLENGE:
        return "the site wants proof that a person asks for this page; open it "
               "in a browser, or save it there and read the file";
    case WALL_CONSENT:
        return "the site first wants consent to cookies; open the page in a "
               "browser, or save it there and read the file";
    case WALL_LOGIN:
        return "the site shows this page only after a log-in; open it in a "
               "browser, or save it there and read the file";
    case WALL_SCRIPT:
        return "this page gets its text by JavaScript, which is not run here; "
               "open it in a browser, or save it there and read the file";
    case WALL_PAY:
        return "this article is for subscribers: its text may not be whole; "
               "log in with a browser, and save it there to read the file";
    default:
        return NULL;
    }
}

/*
 * Tells where the page sends its readers, unless that is itself.
 */
static void
tell_elsewhere(const struct wall *w, struct build *b, struct str base_url)
{
    struct buf url = {0};

    if (w->elsewhere.len > 0 &&
        url_resolve(base_url, buf_str(&w->elsewhere), &url) &&
        url_is_web(buf_str(&url)) &&
        !str_eq(url_without_fragment(buf_str(&url)),
            url_without_fragment(base_url))) {
        build_fact(b, FACT_ELSEWHERE, buf_str(&url));
        build_note(b, "this page only sends its readers to '%.*s'",
            STR_ARG(buf_str(&url)));
    }
    buf_done(&url);
}

void
wall_tell(
    const struct wall *w, struct build *b, struct flow *f, struct str base_url)
{
    struct str rest = buf_str(&w->text), line;

    tell_elsewhere(w, b, base_url);
    if (w->kind != WALL_NONE)
        build_note(b, "%s", wall_words(w));
    while ((line = str_next_line(&rest)).ptr) {
        line = str_trim(line);
        if (line.len == 0)
            continue;
        flow_begin(f, ELEMENT_P, NULL);
        flow_text(f, line);
        flow_close(f);
    }
}
