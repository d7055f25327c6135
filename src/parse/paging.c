/* SPDX-License-Identifier: ISC */
/*
 * paging - the pages that one article is spread over
 *
 * Pages of one article differ in their addresses by a number only: in the query
 * ("?page=2"), at the end of the path ("/page/2", "/2/") or before its ending
 * ("-2.html"). What is left without the number is the same for all, and mostly
 * the address of the first one. Numbers that may mean something else, as that
 * of a chapter in "/book/2", count only if the page links to that first one.
 * Pages of comments are none.
 */
#include "paging.h"

#include "model/url.h"

#include <stdlib.h>

enum {
    MAX_PAGE = 200, /* higher numbers are years and the like */
    MIN_TEXT = 500, /* letters of what a bar of numbers may belong to */
    MAX_TEXT = 60,  /* bytes of a link to a page */
};

/* Ways in which an address may hold the number of a page. */
enum way {
    WAY_QUERY,  /* "?page=2" */
    WAY_WORD,   /* "/page/2", "-page-2.html" */
    WAY_LETTER, /* "?p=2" */
    WAY_END,    /* "/2", "-2.html" */
    WAY_COUNT
};

/* An address, apart from the number in it. */
struct page {
    struct buf stem;
    uint32_t number; /* 0: it has none */
};

struct paging {
    struct buf own[WAY_COUNT];   /* stems of the page that is read */
    uint32_t numbers[WAY_COUNT]; /* and its numbers; 0: none */
    struct buf prev, next;       /* addresses of the pages beside it */
    struct buf bare;             /* of the page, comparable */
    uint32_t number, n_pages;    /* of this page; of the last one known */
    enum way way;                /* of the next page */
    bool has_first;              /* there is a link to the first page */
};

/*
 * Cuts a number off the end of s. Returns 0 where there is none.
 */
static uint32_t
cut_number(struct str *s)
{
    size_t at = s->len;
    uint32_t number = 0;

    while (at > 0 && s->ptr[at - 1] >= '0' && s->ptr[at - 1] <= '9')
        at--;
    if (at == s->len || s->len - at > 3 || s->ptr[at] == '0')
        return 0;
    for (size_t i = at; i < s->len; i++)
        number = number * 10 + (uint32_t)(s->ptr[i] - '0');
    if (number > MAX_PAGE)
        return 0;
    *s = str_slice(*s, 0, at);
    return number;
}

/*
 * Cuts one of the words for a page off the end of s, with the sign before it.
 */
static bool
cut_word(struct str *s)
{
    static const char *const words[] = {"page", "seite", "pagina", "pagine",
        "página", "side", "sida", "strona", "stranka", "sivu", "oldal", "part",
        "pg"};

    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        struct str word = str_of(words[i]);
        if (s->len <= word.len ||
            !str_eq_nocase(str_slice(*s, s->len - word.len, s->len), word) ||
            !strchr("/-_,.", s->ptr[s->len - word.len - 1]))
            continue;
        *s = str_slice(*s, 0, s->len - word.len - 1);
        return true;
    }
    return false;
}

/*
 * Appends url as it is compared: without scheme, "www.", fragment and the slash
 * at its end.
 */
static void
add_comparable(struct buf *out, struct str url)
{
    url = url_without_fragment(url);
    size_t at = str_find(url, STR("://"), 0);
    if (at < url.len)
        url = str_slice(url, at + 3, url.len);
    if (str_starts_nocase(url, STR("www.")))
        url = str_slice(url, 4, url.len);
    while (url.len > 0 && strchr("/?&", url.ptr[url.len - 1]))
        url.len--;
    buf_add_str(out, url);
}

/*
 * Takes the number out of the query of url, from a parameter that is called as
 * pages are. is_letter: "p".
 */
static uint32_t
split_query(struct str url, bool is_letter, struct buf *stem)
{
    static const char *const names[] = {"page", "seite", "pagina", "paged",
        "pageno", "pagenum", "pagenumber", "page_no", "pg"};
    size_t mark = str_find(url, STR("?"), 0);
    struct str query = str_slice(url, mark + 1, url.len);
    uint32_t number = 0;
    char sign = '?';

    buf_add_str(stem, str_slice(url, 0, mark));
    while (stem->len > 0 && stem->ptr[stem->len - 1] == '/')
        stem->len--;
    while (query.len > 0) {
        size_t end = str_find(query, STR("&"), 0);
        struct str pair = str_slice(query, 0, end);
        struct str name = str_slice(pair, 0, str_find(pair, STR("="), 0));
        bool is_page = is_letter && str_eq(name, STR("p"));
        for (size_t i = 0; i < sizeof names / sizeof *names; i++)
            if (!is_letter && str_eq_nocase(name, str_of(names[i])))
                is_page = true;
        struct str value = pair;
        uint32_t found = is_page ? cut_number(&value) : 0;
        if (found > 0 && value.len == name.len + 1) {
            number = found;
        } else {
            buf_add_char(stem, sign);
            buf_add_str(stem, pair);
            sign = '&';
        }
        query = str_slice(query, end + 1, query.len);
    }
    return number;
}

/*
 * Takes the number out of the end of the path of url. needs_word: only where a
 * word for a page stands before it.
 */
static uint32_t
split_path(struct str url, bool needs_word, struct buf *stem)
{
    static const char *const endings[] = {
        ".html", ".htm", ".shtml", ".php", ".asp", ".aspx", ".jsp"};
    size_t mark = str_find(url, STR("?"), 0);
    struct str path = str_slice(url, 0, mark), ending = {0};

    while (path.len > 0 && path.ptr[path.len - 1] == '/')
        path.len--;
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (str_ends(path, str_of(endings[i]))) {
            ending = str_of(endings[i]);
            path.len -= ending.len;
            break;
        }
    uint32_t number = cut_number(&path);
    if (number == 0 || path.len == 0)
        return 0;
    char sign = path.ptr[path.len - 1];
    bool is_apart = strchr(ending.len > 0 ? "-_,/" : "/", sign) != NULL;
    struct str before = is_apart || strchr("-_", sign)
                            ? str_slice(path, 0, path.len - 1)
                            : path;
    if (needs_word ? !cut_word(&before) : !is_apart)
        return 0;
    buf_add_str(stem, before);
    buf_add_str(stem, ending);
    buf_add_str(stem, str_slice(url, mark, url.len));
    return number;
}

/*
 * Takes url, comparable, apart in one way. Returns its number, 0 if it has none
 * in that way.
 */
static uint32_t
split(struct str url, enum way way, struct buf *stem)
{
    if (way == WAY_QUERY || way == WAY_LETTER)
        return split_query(url, way == WAY_LETTER, stem);
    return split_path(url, way == WAY_WORD, stem);
}

/*
 * Returns the number that a link to a page has as its text, 0 if it is other
 * text.
 */
static uint32_t
number_in(const struct census *c, uint32_t row)
{
    struct buf text = {0};

    census_text(c, row, MAX_TEXT, &text);
    struct str s = str_trim(buf_str(&text));
    uint32_t number = cut_number(&s);
    if (s.len > 0)
        number = 0;
    buf_done(&text);
    return number;
}

/*
 * Tells whether the link in row stands among text: a bar of numbers below cards
 * that lead to articles is one for them.
 */
static bool
is_below_text(const struct census *c, uint32_t row)
{
    while (row > 1 && c->rows[row].sum.text < MIN_TEXT)
        row = c->rows[row].parent;
    return c->rows[row].sum.prose * 2ull >= c->rows[row].sum.text;
}

static void
keep(struct buf *out, struct str url)
{
    if (out->len == 0)
        buf_add_str(out, url);
}

/*
 * Weighs a link: is it to another page of this article?
 */
static void
read_link(struct paging *p, const struct census *c, uint32_t row,
    const struct where *where)
{
    struct str href = str_trim(census_attr(c, row, "href"));
    struct buf url = {0}, bare = {0};
    uint32_t text = 0;

    if (href.len == 0 || href.ptr[0] == '#' ||
        str_find(href, STR("comment"), 0) < href.len ||
        str_find(href, STR("cpage"), 0) < href.len ||
        !where_find(where, href, &url))
        goto out;
    add_comparable(&bare, buf_str(&url));
    for (enum way way = 0; way < WAY_COUNT; way++) {
        struct buf stem = {0};
        uint32_t number = split(buf_str(&bare), way, &stem);
        uint32_t own = p->numbers[way] > 0 ? p->numbers[way] : 1;
        struct str home =
            p->numbers[way] > 0 ? buf_str(&p->own[way]) : buf_str(&p->bare);
        if (p->numbers[way] > 0 && str_eq(buf_str(&bare), home)) {
            p->has_first = true;
            number = 1;
        } else if (number == 0 || !str_eq(buf_str(&stem), home)) {
            buf_done(&stem);
            continue;
        }
        buf_done(&stem);
        if (!is_below_text(c, row))
            break;
        text = text > 0 ? text : number_in(c, row);
        if (text == number && number > p->n_pages)
            p->n_pages = number;
        if (number == own + 1 && p->next.len == 0) {
            keep(&p->next, buf_str(&url));
            p->way = way;
            p->number = own;
        } else if (number + 1 == own && p->prev.len == 0) {
            keep(&p->prev, buf_str(&url));
            p->way = way;
            p->number = own;
        }
        break;
    }
out:
    buf_done(&url);
    buf_done(&bare);
}

/*
 * Puts a page beside this one in the place of a post.
 */
static void
tell_page(struct build *b, const struct paging *p, uint32_t number,
    enum fact title, struct str url)
{
    struct buf text = {0};

    if (url.len == 0)
        return;
    buf_add_format(&text, "Page %u", number);
    if (p->n_pages >= number)
        buf_add_format(&text, " of %u", p->n_pages);
    build_fact(b, title, buf_str(&text));
    build_fact(b, title + 1, url);
    buf_done(&text);
}

static void
tell(struct build *b, struct paging *p)
{
    struct buf page = {0};
    bool is_sure = p->way == WAY_QUERY || p->way == WAY_WORD ||
                   p->numbers[p->way] == 0 || p->has_first;

    if (p->number == 0 || !is_sure)
        return;
    if (p->n_pages < p->number)
        p->n_pages = p->next.len == 0 ? p->number : 0;
    buf_add_format(&page, "%u", p->number);
    if (p->n_pages > 0)
        buf_add_format(&page, "/%u", p->n_pages);
    build_fact(b, FACT_PAGE, buf_str(&page));
    tell_page(b, p, p->number - 1, FACT_PREV_TITLE, buf_str(&p->prev));
    tell_page(b, p, p->number + 1, FACT_NEXT_TITLE, buf_str(&p->next));
    buf_done(&page);
}

void
paging_read(struct build *b, const struct census *c, const struct where *where)
{
    struct paging p = {0};

    if (!url_is_web(where->page))
        return;
    add_comparable(&p.bare, where->page);
    for (enum way way = 0; way < WAY_COUNT; way++)
        p.numbers[way] = split(buf_str(&p.bare), way, &p.own[way]);
    for (uint32_t i = 1; i < c->n; i++) {
        const struct row *row = &c->rows[i];
        if ((row->cues & (CUE_COMMENT | CUE_RELATED)) && row->is_block &&
            row->sum.prose * 2ull <= c->rows[1].sum.prose)
            i = row->end - 1;
        else if (row->is_anchor)
            read_link(&p, c, i, where);
    }
    tell(b, &p);
    for (size_t i = 0; i < WAY_COUNT; i++)
        buf_done(&p.own[i]);
    buf_done(&p.prev);
    buf_done(&p.next);
    buf_done(&p.bare);
}
