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
#include "facade.h"
#include "model/url.h"
#include "wallwords.h"

#include <stddef.h>

enum {
    SHORT_TEXT = 3000, /* bytes; what says "log in" in more is no wall */
    NO_TEXT = 1200,    /* bytes of a page that a script would fill */
    FEW_LINKS = 12,    /* on a page that wants consent and offers no way on */
    TINY = 120,        /* letters of a page that has nothing to say */
    MIN_LOCKED = 300,  /* letters of a locked part that is there */
    MAX_ABOVE = 3,     /* elements around an article that are close to it */
    MAX_INSIDE = 12,   /* elements in such a line */
    MAX_LINE = 400,    /* bytes of a line that asks for money */
    MIN_BODY = 1000    /* bytes of a text in JSON-LD that is an article */
};

/*
 * Returns what a page is that has next to no article.
 */
static enum wall_kind
judge_short(const struct facade *f)
{
    const struct str title = buf_str(&f->title), text = buf_str(&f->text);
    const uint32_t n_letters = f->c->rows[1].sum.text;

    if (text.len > FACADE_MAX_TEXT)
        return WALL_NONE;
    if ((wallwords_consent(text) && f->n_links <= FEW_LINKS) ||
        (wallwords_entitle_consent(title) && f->n_prose < FACADE_FEW_LETTERS &&
            str_find(text, STR("cookie"), 0) < text.len))
        return WALL_CONSENT;
    if (text.len > SHORT_TEXT || f->n_prose >= FACADE_FEW_LETTERS)
        return WALL_NONE;
    if (wallwords_challenge(text) ||
        (wallwords_entitle_challenge(title) && f->n_prose < 2 * TINY &&
            (f->has_captcha || text.len < NO_TEXT)) ||
        (f->has_captcha && text.len < TINY / 2))
        return WALL_CHALLENGE;
    if (wallwords_log_in(text) ||
        (f->has_password && text.len > 0 && f->n_prose < TINY))
        return WALL_LOGIN;
    if ((text.len < NO_TEXT && wallwords_need_script(text)) ||
        (n_letters < TINY && f->has_script) ||
        (n_letters == 0 && f->excerpt.len > 0))
        return WALL_SCRIPT;
    return WALL_NONE;
}

/*
 * Tells whether the part of the page that selector, of a class or an id, means
 * is there and holds text.
 */
static bool
has_part(const struct facade *f, struct str selector)
{
    const struct census *c = f->c;
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
            n += c->rows[j].text;
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
        n += c->rows[j].text;
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
 * Tells whether anything in row speaks of paying, which is soon told of all of it
 * at once: most pages do not.
 */
static bool
speaks_of_money(const struct census *c, uint32_t row)
{
    struct buf text = {0};

    facade_add_folded(c, row, SIZE_MAX, &text);
    bool does_speak = wallwords_pay(buf_str(&text));
    buf_done(&text);
    return does_speak;
}

/*
 * Tells whether a line in the article or close to it says that the rest must be
 * paid for; any line of a page that says itself that it is not free.
 */
static bool
asks_for_money(const struct facade *f)
{
    const struct census *c = f->c;
    uint32_t near = f->article > 0 ? f->article : 1;
    bool does_ask = false;

    for (unsigned i = 0; i < MAX_ABOVE; i++) {
        const uint32_t above = c->rows[near].parent;
        if (above > 1 && c->rows[above].element != ELEMENT_BODY)
            near = above;
    }
    if (f->schema.is_locked)
        near = 1;
    if (!speaks_of_money(c, near))
        return false;
    for (uint32_t i = near; i < c->rows[near].end && !does_ask; i++) {
        const uint32_t n = count_line(c, i);
        struct buf line = {0};
        if (is_laid_over(c, i)) {
            i = c->rows[i].end - 1;
            continue;
        }
        if (n < 10 || n > MAX_LINE)
            continue;
        facade_add_folded(c, i, MAX_LINE, &line);
        does_ask = line.len < MAX_LINE && wallwords_pay(buf_str(&line));
        buf_done(&line);
    }
    return does_ask;
}

static bool
is_cut_off(const struct facade *f)
{
    if (f->schema.is_locked && f->schema.locked.len > 1)
        return !has_part(f, buf_str(&f->schema.locked));
    return f->n_prose < FACADE_CUT_OFF && asks_for_money(f);
}

/*
 * Keeps what the page says in the place of its article.
 */
static void
keep_text(struct wall *w, struct facade *f)
{
    struct buf folded = {0};
    const struct buf *excerpt =
        f->excerpt.len > 0 ? &f->excerpt : &f->schema.excerpt;

    if (f->schema.body.len >= MIN_BODY &&
        f->schema.body.len > 3 * (size_t)f->n_prose) {
        entity_add(&w->text, buf_str(&f->schema.body));
        w->is_whole = true;
    } else if (w->kind != WALL_NONE && w->kind != WALL_PAY) {
        wallwords_add(&folded, buf_str(excerpt));
        if (str_find(buf_str(&f->text), buf_str(&folded), 0) == f->text.len)
            entity_add(&w->text, buf_str(excerpt));
        buf_done(&folded);
    }
}

struct wall
wall_find(const struct census *c, uint32_t article)
{
    struct facade f = facade_look(c, article);
    struct wall w = {0};

    w.is_article = f.is_article;
    if (c->rows[1].sum.text < FACADE_FEW_LETTERS)
        buf_add_str(&w.elsewhere, f.elsewhere);
    if (facade_is_short(&f)) {
        w.kind = judge_short(&f);
        keep_text(&w, &f);
        if (w.is_whole && w.kind == WALL_NONE)
            w.kind = WALL_SCRIPT;
    }
    if (w.kind == WALL_NONE && is_cut_off(&f))
        w.kind = WALL_PAY;
    facade_done(&f);
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
    if (w->is_whole)
        return "this page keeps its text from who runs no scripts; here it is "
               "as "
               "told to search engines, without headings, links and pictures";
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
tell_elsewhere(const struct wall *w, struct build *b, const struct where *where)
{
    struct buf url = {0};

    if (w->elsewhere.len > 0 &&
        where_find(where, buf_str(&w->elsewhere), &url) &&
        url_is_web(buf_str(&url)) &&
        !str_eq(url_without_fragment(buf_str(&url)),
            url_without_fragment(where->page))) {
        build_fact(b, FACT_ELSEWHERE, buf_str(&url));
        build_note(b, "this page only sends its readers to '%.*s'",
            STR_ARG(buf_str(&url)));
    }
    buf_done(&url);
}

void
wall_tell(const struct wall *w, struct build *b, struct flow *f,
    const struct where *where)
{
    struct str rest = buf_str(&w->text), line;

    tell_elsewhere(w, b, where);
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
