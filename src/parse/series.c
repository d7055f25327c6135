/* SPDX-License-Identifier: ISC */
/*
 * series - the posts before and behind a post
 *
 * Evidence, from the best: rel on a link in the text, class names of a link or
 * the box around it ("nav-previous"), words at the start or end of its text
 * ("Previous post: ..."), and <link rel> in the head, which often means pages of
 * a list instead. Pagers, whose links are numbers, and pages of comments are
 * none. Links of both kinds are weighed alike, the later one winning, since the
 * series stands behind the article.
 */
#include "series.h"

#include "base/words.h"
#include "byline.h"
#include "parse/date.h"
#include "waywords.h"

enum {
    MAX_TEXT = 250, /* bytes of a link's text */
    MAX_PAIR = 3    /* links in a box that has the two: there may be an index */
};

struct step {
    struct buf title, url;
    uint32_t box; /* what holds both, if it is one of a pair */
    uint8_t rank; /* 0: none */
};

static bool
is_word_char(char c)
{
    return (unsigned char)c >= 0x80 || (c >= 'a' && c <= 'z') ||
           (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/*
 * Returns text without arrows and marks at its ends.
 */
static struct str
strip_marks(struct str s)
{
    for (;;) {
        size_t n = s.len;
        s = str_trim(s);
        while (s.len > 0 && strchr("<>:|-.,()[]&", s.ptr[0]))
            s = str_slice(s, 1, s.len);
        while (s.len > 0 && strchr("<>:|-&", s.ptr[s.len - 1]))
            s.len--;
        /* Arrows and quotes: U+2000 to U+2BFF, «, ». */
        if (s.len >= 3 && s.ptr[0] == '\xE2')
            s = str_slice(s, 3, s.len);
        if (s.len >= 3 && s.ptr[s.len - 3] == '\xE2')
            s.len -= 3;
        if (s.len >= 2 && s.ptr[0] == '\xC2')
            s = str_slice(s, 2, s.len);
        if (s.len >= 2 && s.ptr[s.len - 2] == '\xC2')
            s.len -= 2;
        if (s.len == n)
            return s;
    }
}

/*
 * Tells whether what follows a word in s shows that it stands alone: nothing, a
 * mark, a line of its own, or, if the way is known, the capital of a title.
 */
static bool
ends_word(struct str s, size_t at, bool is_known)
{
    if (at >= s.len)
        return true;
    char c = s.ptr[at];
    bool is_glued =
        (c == '.' || c == '-') && at + 1 < s.len && is_word_char(s.ptr[at + 1]);
    bool is_mark = !is_word_char(c) && c != ' ' && !is_glued;
    bool is_arrow = (c == ' ' || c == '\xE2' || c == '\xC2') &&
                    strip_marks(str_slice(s, at, s.len)).len + 3 <=
                        str_trim(str_slice(s, at, s.len)).len;

    return is_mark || is_arrow ||
           (is_known && (c == ' ' || (c >= 'A' && c <= 'Z') ||
                            (unsigned char)c >= 0x80));
}

/*
 * Tells whether word is several, as far as scripts with blanks tell.
 */
static bool
is_phrase(struct str word)
{
    return str_find(word, STR(" "), 0) < word.len ||
           (unsigned char)word.ptr[0] >= 0xE3;
}

/*
 * Tells whether a word at the end of s, from byte at on, stands apart: in a line
 * of its own, or, if the way is known, as an element glued to the title.
 */
static bool
is_apart(struct str s, size_t at, bool is_known)
{
    char last = s.ptr[at - 1];

    return last == '\n' || (is_known && last >= 'a' && last <= 'z' &&
                               s.ptr[at] >= 'A' && s.ptr[at] <= 'Z');
}

/*
 * Tells whether the link in row stands in a sentence or other text.
 */
static bool
is_in_text(const struct census *c, uint32_t row)
{
    const struct row *block = &c->rows[c->rows[row].block];

    return block->line_commas > 0 &&
           block->line_text > 3 * (block->line_linked + 1);
}

/*
 * Returns title without the date at its end.
 */
static struct str
strip_date(struct str title)
{
    struct str date;
    struct buf day = {0};

    if (date_find(title, DATE_ORDER_UNKNOWN, &date, &day)) {
        size_t at = (size_t)(date.ptr - title.ptr);
        if (at > 3 && at + date.len == title.len)
            title = strip_marks(str_slice(title, 0, at));
    }
    buf_done(&day);
    return title;
}

/*
 * Tells which way a word at the end of *text leads, and cuts it off.
 */
static enum way
read_end(struct str *text, bool is_known)
{
    const struct str s = *text;
    size_t n = 0;
    const struct wayword *words = waywords_all(&n);

    for (size_t i = 0; i < n; i++) {
        const struct str word = words[i].text;
        if (s.len > word.len + 3 && is_apart(s, s.len - word.len, is_known) &&
            str_eq_nocase(str_slice(s, s.len - word.len, s.len), word)) {
            *text = strip_marks(str_slice(s, 0, s.len - word.len));
            return words[i].way;
        }
    }
    return WAY_NONE;
}

/*
 * Tells which way the words in *text lead, and cuts them off. is_known: a link
 * that is known to lead on, whose words need not stand alone.
 */
static enum way
read_words(struct str *text, bool is_known)
{
    struct str s = strip_marks(*text);
    const struct wayword *word = NULL;

    while ((word = waywords_next(s, word)))
        if (ends_word(s, word->text.len, is_known || is_phrase(word->text))) {
            *text = strip_marks(str_slice(s, word->text.len, s.len));
            return word->way;
        }
    if (!is_known && str_find(s, STR("\n"), 0) == s.len)
        return WAY_NONE;
    enum way way = read_end(&s, is_known);
    if (way != WAY_NONE)
        *text = s;
    return way;
}

static bool
is_one_of(struct str name, const struct str *list, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (str_eq_nocase(name, list[i]))
            return true;
    return false;
}

/*
 * Tells which way the class names of row lead.
 */
static enum way
read_class(const struct census *c, uint32_t row)
{
    static const struct str prev[] = {STR_INIT("nav-previous"),
        STR_INIT("previous"), STR_INIT("prev"), STR_INIT("post-prev"),
        STR_INIT("prev-post"), STR_INIT("previous-post"),
        STR_INIT("post-previous"), STR_INIT("pagination-nav__link--prev"),
        STR_INIT("nav-prev"), STR_INIT("older"), STR_INIT("article-prev"),
        STR_INIT("md-footer__link--prev"), STR_INIT("prev-article"),
        STR_INIT("post-nav-prev"), STR_INIT("prev-link")};
    static const struct str next[] = {STR_INIT("nav-next"), STR_INIT("next"),
        STR_INIT("post-next"), STR_INIT("next-post"),
        STR_INIT("pagination-nav__link--next"), STR_INIT("newer"),
        STR_INIT("article-next"), STR_INIT("md-footer__link--next"),
        STR_INIT("next-article"), STR_INIT("post-nav-next"),
        STR_INIT("next-link")};
    struct str names = census_attr(c, row, "class"), name;
    enum way way = WAY_NONE;

    while ((name = str_next_word(&names)).len > 0) {
        if (is_one_of(name, prev, sizeof prev / sizeof *prev))
            return WAY_PREV;
        if (is_one_of(name, next, sizeof next / sizeof *next))
            way = WAY_NEXT;
    }
    return way;
}

static enum way
read_rel(const struct census *c, uint32_t row)
{
    struct str rel = census_attr(c, row, "rel");

    if (str_has_word(rel, STR("prev")) || str_has_word(rel, STR("previous")))
        return WAY_PREV;
    return str_has_word(rel, STR("next")) ? WAY_NEXT : WAY_NONE;
}

/*
 * Tells whether a link goes to a page of comments or of a list, or nowhere.
 */
static bool
is_pager(struct str href, struct str text)
{
    static const struct str parts[] = {STR_INIT("comment-page"),
        STR_INIT("cpage="), STR_INIT("#comment"), STR_INIT("/page/"),
        STR_INIT("?page="), STR_INIT("&page="), STR_INIT("paged="),
        STR_INIT("offset="), STR_INIT("?start=")};
    size_t n = 0;

    if (href.len == 0 || href.ptr[0] == '#')
        return true;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (str_find(href, parts[i], 0) < href.len)
            return true;
    while (n < text.len && text.ptr[n] >= '0' && text.ptr[n] <= '9')
        n++;
    return n > 0 && n == text.len;
}

static void
put(struct step *step, uint8_t rank, struct str title, struct str url)
{
    if (step->rank > rank ||
        (step->rank == rank && step->title.len > 0 && title.len == 0))
        return;
    step->rank = rank;
    step->title.len = step->url.len = 0;
    byline_collapse(&step->title, title);
    buf_add_str(&step->url, url);
}

/*
 * Cuts off a word that an element of its own is glued to a title with, as in
 * "PreviousFrogs". Returns the way that it leads.
 */
static enum way
read_glued(struct str *text)
{
    struct str s = strip_marks(*text);
    const struct wayword *word = NULL;

    while ((word = waywords_next(s, word))) {
        const size_t n = word->text.len;
        if (n < s.len && ((s.ptr[n] >= 'A' && s.ptr[n] <= 'Z') ||
                             (s.ptr[n] >= '0' && s.ptr[n] <= '9'))) {
            *text = strip_marks(str_slice(s, n, s.len));
            return word->way;
        }
    }
    return WAY_NONE;
}

/*
 * Weighs the link in row as one of a pair in a box, by words that alone tell too
 * little: glued to the title, or beside the link.
 */
static void
read_half(struct step pair[], const struct census *c, uint32_t row,
    const struct where *where)
{
    struct str href = str_trim(census_attr(c, row, "href"));
    struct buf text = {0}, label = {0}, url = {0};
    uint32_t own = row;

    while (own > 1 && c->rows[c->rows[own].parent].sum.links == 1)
        own = c->rows[own].parent;
    uint32_t box = c->rows[own].parent;
    if (own <= 1 || c->rows[box].sum.links > MAX_PAIR || is_in_text(c, row))
        return;
    census_text(c, row, MAX_TEXT, &text);
    census_text(c, own, MAX_TEXT, &label);
    struct str title = str_trim(buf_str(&text)), all = buf_str(&label);
    enum way way = read_glued(&title);
    if (way == WAY_NONE)
        way = read_words(&all, false);
    if (way != WAY_NONE && !is_pager(href, title) && label.len < MAX_TEXT &&
        where_find(where, href, &url)) {
        put(&pair[way == WAY_NEXT], 1, strip_date(title), buf_str(&url));
        pair[way == WAY_NEXT].box = box;
    }
    buf_done(&text);
    buf_done(&label);
    buf_done(&url);
}

/*
 * Takes a pair for the posts beside this one where nothing better is known.
 */
static void
put_pair(struct step steps[], const struct step pair[])
{
    if (pair[0].rank == 0 || pair[0].box != pair[1].box)
        return;
    for (int i = 0; i < 2; i++)
        if (steps[i].rank < 2)
            put(&steps[i], 2, buf_str(&pair[i].title), buf_str(&pair[i].url));
}

/*
 * Weighs the link in row.
 */
static void
read_link(struct step steps[], const struct census *c, uint32_t row,
    const struct where *where)
{
    struct str href = str_trim(census_attr(c, row, "href"));
    struct buf text = {0}, url = {0};
    enum way way = read_rel(c, row), words_way;
    uint8_t rank = way != WAY_NONE ? 4 : 0;

    if (c->rows[row].element == ELEMENT_LINK)
        rank = rank > 0 ? 1 : 0;
    else
        census_text(c, row, MAX_TEXT, &text);
    struct str title = str_trim(buf_str(&text));
    if (c->rows[row].element == ELEMENT_LINK && rank == 0)
        goto out;
    words_way = read_words(&title, false);
    for (uint32_t i = row, n = 0; way == WAY_NONE && i > 1 && n < 3; n++) {
        way = read_class(c, i);
        rank = way != WAY_NONE ? 3 : 0;
        i = c->rows[i].parent;
        if (c->rows[i].sum.links > 1)
            break;
    }
    if (way == WAY_NONE && words_way != WAY_NONE && !is_in_text(c, row)) {
        way = words_way;
        rank = 2;
    }
    if (way == WAY_NONE || is_pager(href, title) || text.len >= MAX_TEXT ||
        !where_find(where, href, &url))
        goto out;
    while (read_words(&title, true) != WAY_NONE)
        ;
    if (words_count(title) == 0) {
        title = str_trim(census_attr(c, row, "title"));
        read_words(&title, true);
    }
    put(&steps[way == WAY_NEXT], rank, strip_date(title), buf_str(&url));
out:
    buf_done(&text);
    buf_done(&url);
}

static void
tell(struct build *b, const struct step *step, enum fact title, enum fact url)
{
    if (step->rank == 0 || step->url.len == 0)
        return;
    build_fact(b, url, buf_str(&step->url));
    if (step->title.len > 0)
        build_fact(b, title, buf_str(&step->title));
}

void
series_read(struct build *b, const struct census *c, const struct where *where)
{
    const struct str own = article_fact(build_draft(b), FACT_URL);
    struct step steps[2] = {0}, pair[2] = {0};

    for (uint32_t i = 1; i < c->n; i++) {
        const struct row *row = &c->rows[i];
        if ((row->cues & CUE_COMMENT) && row->is_block) {
            i = row->end - 1;
            continue;
        }
        if (row->element == ELEMENT_LINK || row->is_anchor)
            read_link(steps, c, i, where);
        if (row->is_anchor)
            read_half(pair, c, i, where);
    }
    put_pair(steps, pair);
    /* One link under both words is a list of posts, or a picture. */
    if (str_eq(buf_str(&steps[0].url), buf_str(&steps[1].url)))
        steps[0].rank = steps[1].rank = 0;
    for (int i = 0; i < 2; i++)
        if (where_is_here(where, own, buf_str(&steps[i].url)))
            steps[i].rank = 0;
    tell(b, &steps[0], FACT_PREV_TITLE, FACT_PREV_URL);
    tell(b, &steps[1], FACT_NEXT_TITLE, FACT_NEXT_URL);
    for (int i = 0; i < 2; i++) {
        buf_done(&steps[i].title);
        buf_done(&steps[i].url);
        buf_done(&pair[i].title);
        buf_done(&pair[i].url);
    }
}
