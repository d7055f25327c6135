/* SPDX-License-Identifier: ISC */
/*
 * article - a parsed document, ready to be laid out
 *
 * An article is what every parser produces and what everything downstream
 * reads: the layout, the dump formats, the library. It knows blocks, spans,
 * links, anchors and what the document says of itself. It does not know where
 * it came from, how wide the screen is, or what color a heading has.
 *
 * Shape. Flat arrays that refer to each other by index and to the text by
 * offset, never by pointer, so that an article can go through a pipe or into
 * a database row as it is, and be checked in one pass when it comes back
 * (see model/codec.h):
 *
 *      blocks  [ 0 doc ][ 1 heading ][ 2 para ][ 3 quote ][ 4 para ] ...
 *                           |            |  \         '--- parent of 4
 *      spans         [ 0 plain ]  [ 1 plain ][ 2 link ][ 3 code ] ...
 *                        |             |          | '--- links[0]
 *      text            "Title" "The quick " "brown fox" "jumps()" ...
 *
 * Invariants, which article_check() proves and everyone else may assume:
 *
 *   - block 0 is the document and the only one of its kind; every other block
 *     comes after its parent and before its parent's end, so one loop over the
 *     array walks the tree in reading order and nothing needs recursion;
 *   - only leaf blocks have spans; the spans of a block are neighbors in
 *     the array, none is empty, and their text is one unbroken piece; pieces
 *     follow each other in reading order, so that offsets grow with blocks;
 *   - items stand in lists, rows in tables, cells in rows, terms and
 *     definitions in term lists, a summary first in details and captions in
 *     figures or tables, and nowhere else; lists, tables, rows and term lists
 *     hold nothing else (a table may hold captions);
 *   - only the document, rules, items and cells may be empty;
 *   - text is clean in the sense of utf8_is_clean(), and every text_ref lies
 *     inside it; '\n' is a line break that the author asked for, and there is
 *     none in links, names and notes;
 *   - facts have the form that article_is_fact() wants;
 *   - anchors are sorted by name, and no two have the same;
 *   - no array is longer than its ARTICLE_MAX_ limit.
 *
 * Ownership. An article owns its arrays and never changes: model/build.h
 * makes one, article_free() frees all of it. Every pointer and struct str
 * got from an article is borrowed and lives as long as the article.
 *
 * Example: print the headings.
 *
 *      for (block_ix b = 0; b < a->n_blocks; b++) {
 *          if (a->blocks[b].kind != BLOCK_HEADING)
 *              continue;
 *          struct str s = article_text(a, b);
 *          printf("%*s%.*s\n", a->blocks[b].level * 2, "", STR_ARG(s));
 *      }
 */
#ifndef MODEL_ARTICLE_H
#define MODEL_ARTICLE_H

#include "base/err.h"
#include "base/str.h"

#include <stdbool.h>
#include <stdint.h>

typedef uint32_t block_ix;
typedef uint32_t link_ix;

#define LINK_NONE   UINT32_MAX /* the link of a span that is not a link */
#define ANCHOR_NONE UINT32_MAX /* no such anchor */

enum {
    ARTICLE_MAX_BLOCKS = 1 << 20,
    ARTICLE_MAX_SPANS = 1 << 22,
    ARTICLE_MAX_LINKS = 1 << 18,
    ARTICLE_MAX_ANCHORS = 1 << 18,
    ARTICLE_MAX_NOTES = 64,
    ARTICLE_MAX_TEXT = 1 << 28, /* bytes */
    ARTICLE_MAX_DEPTH = 64,
};

/* X(constant, name in JSON and golden files, may hold spans) */
#define BLOCK_KINDS(X)                                                         \
    X(BLOCK_DOC, "doc", false)                                                 \
    X(BLOCK_HEADING, "heading", true)                                          \
    X(BLOCK_PARA, "para", true)                                                \
    X(BLOCK_QUOTE, "quote", false)                                             \
    X(BLOCK_LIST, "list", false)                                               \
    X(BLOCK_ITEM, "item", false)                                               \
    X(BLOCK_CODE, "code", true)                                                \
    X(BLOCK_RULE, "rule", false)                                               \
    X(BLOCK_TABLE, "table", false)                                             \
    X(BLOCK_ROW, "row", false)                                                 \
    X(BLOCK_CELL, "cell", false)                                               \
    X(BLOCK_FIGURE, "figure", false)                                           \
    X(BLOCK_CAPTION, "caption", true)                                          \
    X(BLOCK_DETAILS, "details", false)                                         \
    X(BLOCK_SUMMARY, "summary", true)                                          \
    X(BLOCK_TERMS, "terms", false)                                             \
    X(BLOCK_TERM, "term", true)                                                \
    X(BLOCK_DEFINITION, "definition", false)                                   \
    X(BLOCK_NOTE, "note", false)

enum block_kind {
#define X(constant, name, leaf) constant,
    BLOCK_KINDS(X)
#undef X
    BLOCK_KIND_COUNT
};

/* What a block is besides its kind: a set of these. */
enum {
    BLOCK_IS_ORDERED = 1 << 0,  /* list: numbered */
    BLOCK_IS_LOOSE = 1 << 1,    /* list: a blank line between items */
    BLOCK_IS_TASK = 1 << 2,     /* item: has a box */
    BLOCK_IS_DONE = 1 << 3,     /* item: and the box is ticked */
    BLOCK_IS_HEADER = 1 << 4,   /* row, cell: names the column or row */
    BLOCK_IS_QUESTION = 1 << 5, /* heading, para, term, summary: is answered
                                   by what follows it */
    BLOCK_IS_OPEN = 1 << 6,     /* details: unfolded unless asked otherwise */
    BLOCK_IS_LEFT = 1 << 7,     /* cell: alignment, at most one of three */
    BLOCK_IS_CENTER = 1 << 8,
    BLOCK_IS_RIGHT = 1 << 9,
    BLOCK_IS_REVERSED = 1 << 10, /* ordered list: counts down */
    BLOCK_MARKS_ALL = (1 << 11) - 1,
};

/* What a span is: a set of ROLE_ bits. X(constant, bit, name) */
#define ROLES(X)                                                               \
    X(ROLE_EM, 0, "em")                                                        \
    X(ROLE_STRONG, 1, "strong")                                                \
    X(ROLE_CODE, 2, "code")                                                    \
    X(ROLE_STRIKE, 3, "strike")                                                \
    X(ROLE_INSERT, 4, "insert")                                                \
    X(ROLE_MARK, 5, "mark")                                                    \
    X(ROLE_SUB, 6, "sub")                                                      \
    X(ROLE_SUP, 7, "sup")                                                      \
    X(ROLE_KBD, 8, "kbd")                                                      \
    X(ROLE_IMAGE, 9, "image")                                                  \
    X(ROLE_NOTE_REF, 10, "note-ref")                                           \
    X(ROLE_NOTE_BACK, 11, "note-back")                                         \
    X(ROLE_PLAYER, 12, "player") /* a link to what is played or framed */

enum role {
#define X(constant, bit, name) constant = 1 << (bit),
    ROLES(X)
#undef X
    ROLE_ALL = (1 << 13) - 1
};

/*
 * What the document says of itself. X(constant, name)
 *
 * Dates are ISO 8601 (YYYY-MM-DD, or with a time when it was given), or as they
 * were written where nobody knows what they mean; tags are parted by '\n', all
 * else is one line; ORDER is a decimal number; TYPE is "markdown", "html" or
 * "text"; addresses as in links. PAGE says that the article goes on over several
 * pages, which PREV and NEXT lead to then, and which of them this is: "2", or
 * "2/5" if it is known how many there are.
 */
#define FACTS(X)                                                               \
    X(FACT_TITLE, "title")                                                     \
    X(FACT_BYLINE, "byline")                                                   \
    X(FACT_PUBLISHED, "published")                                             \
    X(FACT_MODIFIED, "modified")                                               \
    X(FACT_SITE, "site")                                                       \
    X(FACT_LANG, "lang")                                                       \
    X(FACT_EXCERPT, "excerpt")                                                 \
    X(FACT_URL, "url")                                                         \
    X(FACT_IMAGE, "image")                                                     \
    X(FACT_TYPE, "type")                                                       \
    X(FACT_TAGS, "tags")                                                       \
    X(FACT_ORDER, "order")                                                     \
    X(FACT_PREV_TITLE, "prev-title")                                           \
    X(FACT_PREV_URL, "prev-url")                                               \
    X(FACT_NEXT_TITLE, "next-title")                                           \
    X(FACT_NEXT_URL, "next-url")                                               \
    X(FACT_PAGE, "page")                                                       \
    X(FACT_FEED, "feed")           /* the address of its feed */               \
    X(FACT_ELSEWHERE, "elsewhere") /* where it sends its readers at once */

enum fact {
#define X(constant, name) constant,
    FACTS(X)
#undef X
    FACT_COUNT
};

struct text_ref {
    uint32_t at;  /* offset into article.text */
    uint32_t len; /* bytes */
};

struct block {
    block_ix parent;      /* 0 for the document itself */
    block_ix end;         /* one past the last descendant */
    uint32_t first_span;  /* only if n_spans > 0 */
    uint32_t n_spans;     /* 0 for containers */
    uint32_t source_row;  /* 1-based line of the source, 0 if unknown */
    int32_t number;       /* ordered list: number of its first item; cell: how
                            many columns it spans (≥ 1); else 0 */
    struct text_ref info; /* heading: its anchor; code: language, may be empty;
                             note: its label ("1"); ordered list: "a", "A",
                             "i" or "I" for letters or Roman numbers, or empty;
                             else empty */
    uint16_t marks;       /* set of BLOCK_IS_ bits */
    uint8_t kind;         /* enum block_kind */
    uint8_t level;        /* heading: 1 to 6; else 0 */
};

struct span {
    struct text_ref text; /* an image's text is its description */
    link_ix link;         /* where it leads, or LINK_NONE */
    link_ix image;        /* with ROLE_IMAGE: the picture's address */
    uint32_t roles;       /* set of ROLE_ bits */
};

/* What a span is besides its text. */
struct span_style {
    uint32_t roles; /* set of ROLE_ bits */
    link_ix link;   /* or LINK_NONE */
    link_ix image;  /* or LINK_NONE */
};

#define SPAN_PLAIN ((struct span_style){0, LINK_NONE, LINK_NONE})

struct anchor {
    struct text_ref name; /* what follows '#', decoded */
    block_ix block;       /* a leaf, or the block that carries the id */
    uint32_t at;          /* offset into article.text */
};

struct article {
    const struct block *blocks;
    const struct span *spans;
    /* Addresses, each once, in order of first use: absolute, or "#name" for a
     * place in this article, or as written where the source has no address. */
    const struct text_ref *links;
    const struct anchor *anchors;
    const struct text_ref *notes; /* what a reader should know was lost */
    const char *text;
    uint32_t n_blocks, n_spans, n_links, n_anchors, n_notes, n_text;
    struct text_ref facts[FACT_COUNT]; /* empty if unknown */
};

/*
 * Frees the article and everything it owns. NULL is allowed.
 */
void article_free(struct article *a);

/*
 * Proves the invariants above, in time linear in the size of the article.
 * Call it on every article that comes from outside this process; articles
 * from build_finish() always pass. On failure returns false and says in err
 * which invariant is broken, and where.
 */
bool article_check(const struct article *a, struct err *err)
    __attribute__((warn_unused_result));

/*
 * Returns the text that ref stands for, borrowed.
 */
static inline struct str
article_str(const struct article *a, struct text_ref ref)
{
    return (struct str){a->text + ref.at, ref.len};
}

/*
 * Returns the text of a leaf block without markup, borrowed; empty for a
 * container.
 */
struct str article_text(const struct article *a, block_ix b);

/*
 * Returns what the document says of itself under fact, empty if unknown.
 */
struct str article_fact(const struct article *a, enum fact fact);

/*
 * Tells whether value, clean text, has the form that is told at FACTS.
 */
bool article_is_fact(enum fact fact, struct str value);

/*
 * Tells whether the article itself goes on, on the page of its own that PREV
 * (step < 0) or NEXT leads to.
 */
bool article_goes_on(const struct article *a, int step);

/*
 * Returns a date without its time, borrowed.
 */
struct str article_day(struct str date);

/*
 * Returns the address number link, which must not be LINK_NONE.
 */
struct str article_link(const struct article *a, link_ix link);

/*
 * Finds the leaf block whose text covers the byte at offset or begins first
 * after it; the last leaf when offset is behind all text, block 0 when there
 * is none. Takes logarithmic time.
 */
block_ix article_block_at(const struct article *a, uint32_t offset);

/*
 * Returns where the text of b, or of what follows it, begins: the offset that
 * stands for b as a place.
 */
uint32_t article_block_offset(const struct article *a, block_ix b);

/*
 * Finds the anchor called name (without '#'): exactly, then with its percent
 * escapes decoded, then with ASCII case ignored. Returns its index in anchors,
 * or ANCHOR_NONE. Logarithmic time for the exact one.
 */
uint32_t article_find_anchor(const struct article *a, struct str name);

/*
 * Tells whether blocks of that kind hold spans rather than blocks.
 */
bool article_is_leaf(enum block_kind kind);

/*
 * Tells whether a block of kind may stand directly in one of kind parent.
 */
bool article_may_hold(enum block_kind parent, enum block_kind kind);

/*
 * Counts the words in blocks first to end, as words_count() does; code does not
 * count.
 */
uint32_t article_words(const struct article *a, block_ix first, block_ix end);

/*
 * Returns the minutes that reading so many words takes: 238 a minute, the mean
 * of silent reading in English (Brysbaert 2019), rounded up, at least 1.
 */
uint32_t article_minutes(uint32_t words);

#endif
