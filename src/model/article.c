/* SPDX-License-Identifier: ISC */
/*
 * article - a parsed document, ready to be laid out
 *
 * Looking things up in an article. Its invariants are proved in check.c, it is
 * made in build.c.
 */
#include "model/article.h"

#include "base/words.h"
#include "model/url.h"

#include <assert.h>
#include <stdlib.h>

enum {
    WORDS_PER_MINUTE = 238
};

void
article_free(struct article *a)
{
    /* The arrays stand behind the struct, in one piece. */
    free(a);
}

bool
article_is_leaf(enum block_kind kind)
{
    static const bool is_leaf[BLOCK_KIND_COUNT] = {
#define X(constant, name, leaf) [constant] = (leaf),
        BLOCK_KINDS(X)
#undef X
    };

    return is_leaf[kind];
}

struct str
article_text(const struct article *a, block_ix b)
{
    const struct block *block = &a->blocks[b];

    if (block->n_spans == 0)
        return (struct str){0};

    const struct span *first = &a->spans[block->first_span];
    const struct span *last = first + block->n_spans - 1;
    return (struct str){a->text + first->text.at,
        last->text.at + last->text.len - first->text.at};
}

struct str
article_fact(const struct article *a, enum fact fact)
{
    return article_str(a, a->facts[fact]);
}

struct str
article_link(const struct article *a, link_ix link)
{
    assert(link < a->n_links);
    return article_str(a, a->links[link]);
}

/*
 * Tells whether s begins as the pattern says, where 'd' is a digit.
 */
static bool
has_form(struct str s, const char *pattern)
{
    for (size_t i = 0; pattern[i]; i++)
        if (i == s.len || (pattern[i] == 'd' ? s.ptr[i] < '0' || s.ptr[i] > '9'
                                             : s.ptr[i] != pattern[i]))
            return false;
    return true;
}

/*
 * Tells whether value is a number, or two parted by '/'.
 */
static bool
is_page(struct str value)
{
    size_t slash = str_find(value, STR("/"), 0);

    for (size_t i = 0; i < value.len; i++)
        if (i != slash && (value.ptr[i] < '0' || value.ptr[i] > '9'))
            return false;
    return slash > 0 && slash + 1 != value.len && value.len <= 9;
}

bool
article_is_fact(enum fact fact, struct str value)
{
    if (fact == FACT_TAGS || value.len == 0)
        return true;
    if (fact == FACT_PAGE)
        return is_page(value);
    for (size_t i = value.ptr[0] == '-'; fact == FACT_ORDER && i < value.len;
         i++)
        if (value.ptr[i] < '0' || value.ptr[i] > '9')
            return false;
    return memchr(value.ptr, '\n', value.len) == NULL;
}

bool
article_goes_on(const struct article *a, int step)
{
    struct str page = article_fact(a, FACT_PAGE);
    size_t slash = str_find(page, STR("/"), 0);
    struct str number = str_slice(page, 0, slash);
    struct str last = str_slice(page, slash + 1, page.len);

    if (page.len == 0 ||
        article_fact(a, step < 0 ? FACT_PREV_URL : FACT_NEXT_URL).len == 0)
        return false;
    return !str_eq(number, step < 0 ? STR("1") : last);
}

struct str
article_day(struct str date)
{
    static const char form[] = "dddd-dd-ddT";

    return has_form(date, form) ? str_slice(date, 0, sizeof form - 2) : date;
}

/*
 * Returns the first span whose text ends behind offset; n_spans if none does.
 * Spans stand in the order of their text.
 */
static uint32_t
span_ending_behind(const struct article *a, uint32_t offset)
{
    uint32_t low = 0, high = a->n_spans;

    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (a->spans[middle].text.at + a->spans[middle].text.len > offset)
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

/*
 * Returns the first span of the first leaf at or after block b; n_spans if
 * there is none. Looks at containers and empty leaves only until it finds one.
 */
static uint32_t
first_span_from(const struct article *a, block_ix b)
{
    for (; b < a->n_blocks; b++)
        if (a->blocks[b].n_spans > 0)
            return a->blocks[b].first_span;
    return a->n_spans;
}

block_ix
article_block_at(const struct article *a, uint32_t offset)
{
    if (a->n_spans == 0)
        return 0;

    uint32_t span = span_ending_behind(a, offset);
    if (span == a->n_spans)
        span--;

    /* The last block that begins at or before the span, and has spans. */
    block_ix low = 0, high = a->n_blocks;
    while (high - low > 1) {
        block_ix middle = low + (high - low) / 2;
        if (first_span_from(a, middle) <= span)
            low = middle;
        else
            high = middle;
    }
    return low;
}

uint32_t
article_block_offset(const struct article *a, block_ix b)
{
    uint32_t span = first_span_from(a, b);

    if (span < a->n_spans)
        return a->spans[span].text.at;
    if (a->n_spans == 0)
        return 0;
    return a->spans[a->n_spans - 1].text.at + a->spans[a->n_spans - 1].text.len;
}

static uint32_t
find_exact_anchor(const struct article *a, struct str name)
{
    uint32_t low = 0, high = a->n_anchors;

    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        int order = str_compare(article_str(a, a->anchors[middle].name), name);
        if (order == 0)
            return middle;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return ANCHOR_NONE;
}

uint32_t
article_find_anchor(const struct article *a, struct str name)
{
    uint32_t found = find_exact_anchor(a, name);

    if (found != ANCHOR_NONE || name.len == 0)
        return found;

    struct buf decoded = {0};
    url_add_decoded(&decoded, name);
    found = find_exact_anchor(a, buf_str(&decoded));
    for (uint32_t i = 0; found == ANCHOR_NONE && i < a->n_anchors; i++)
        if (str_eq_nocase(
                article_str(a, a->anchors[i].name), buf_str(&decoded)))
            found = i;
    buf_done(&decoded);
    return found;
}

uint32_t
article_words(const struct article *a, block_ix first, block_ix end)
{
    uint32_t words = 0;

    for (block_ix b = first; b < end; b++)
        if (a->blocks[b].kind != BLOCK_CODE)
            words += words_count(article_text(a, b));
    return words;
}

uint32_t
article_minutes(uint32_t words)
{
    uint32_t minutes = (words + WORDS_PER_MINUTE - 1) / WORDS_PER_MINUTE;

    return minutes > 0 ? minutes : 1;
}

bool
article_may_hold(enum block_kind parent, enum block_kind kind)
{
    switch (kind) {
    case BLOCK_DOC:
        return false;
    case BLOCK_ITEM:
        return parent == BLOCK_LIST;
    case BLOCK_ROW:
        return parent == BLOCK_TABLE;
    case BLOCK_CELL:
        return parent == BLOCK_ROW;
    case BLOCK_TERM:
    case BLOCK_DEFINITION:
        return parent == BLOCK_TERMS;
    case BLOCK_SUMMARY:
        return parent == BLOCK_DETAILS;
    case BLOCK_CAPTION:
        return parent == BLOCK_FIGURE || parent == BLOCK_TABLE;
    default:
        return !article_is_leaf(parent) && parent != BLOCK_LIST &&
               parent != BLOCK_TABLE && parent != BLOCK_ROW &&
               parent != BLOCK_TERMS && parent != BLOCK_RULE;
    }
}
