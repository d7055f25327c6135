/* SPDX-License-Identifier: ISC */
/*
 * contents - finds the table of contents that an article brings along
 *
 * Headings are gathered once, under their names (anchors) and under their
 * folded titles, sorted to be found. Then each list that is not inside another
 * is counted through: how many of its items lead to a heading or are called
 * like one, and how much text it has beside.
 */
#include "parse/contents.h"

#include "base/mem.h"
#include "base/utf8.h"
#include "model/url.h"
#include "parse/phrases.h"

#include <stdlib.h>

enum {
    MIN_ITEMS = 3,  /* of a list that nobody announces */
    MAX_STEPS = 8,  /* to go back for what announces a list */
    MAX_LEAD = 120, /* bytes of a line that leads over to a list */
    MAX_NAME = 1024 /* bytes; longer titles are not looked for */
};

/* A heading under one of its names. */
struct name {
    struct text_ref text; /* into names.text, folded */
    block_ix heading;
};

struct names {
    struct buf text;
    struct name *list;
    uint32_t n, cap;
};

struct finder {
    struct build *build;
    const struct article *a;
    const struct phrases *phrases;
    struct names anchors, titles;
    block_ix title;       /* heading dropped as such, 0: none */
    block_ix first;       /* heading but for that one, n_blocks: none */
    block_ix *led_by;     /* one a block: the last list that leads to it */
    uint8_t *is_gone;     /* one a block: dropped here */
    uint32_t n_levels[7]; /* headings of each level */
};

/* What is in a list. */
struct count {
    bool is_announced;
    uint32_t n_items;   /* with text */
    uint32_t n_led;     /* of these, lead to a heading */
    uint32_t n_called;  /* of these, are called like one */
    uint32_t n_telling; /* lead to a heading and say more than its name */
    uint32_t n_away;    /* links to other documents */
    uint32_t n_forward; /* headings led to, each once, behind the list */
    unsigned level;     /* the highest of these */
};

static struct str
name_str(const struct names *names, uint32_t i)
{
    struct text_ref ref = names->list[i].text;

    return (struct str){names->text.ptr + ref.at, ref.len};
}

static void
add_name(struct names *names, size_t start, block_ix heading)
{
    MEM_GROW(names->list, names->cap, names->n + 1);
    names->list[names->n++] = (struct name){
        .text = {(uint32_t)start, (uint32_t)(names->text.len - start)},
        .heading = heading,
    };
}

static int
compare_names(const void *left, const void *right, void *user)
{
    const struct buf *text = user;
    const struct name *l = left, *r = right;
    int diff = str_compare((struct str){text->ptr + l->text.at, l->text.len},
        (struct str){text->ptr + r->text.at, r->text.len});

    if (diff != 0)
        return diff;
    return (l->heading > r->heading) - (l->heading < r->heading);
}

static void
sort_names(struct names *names)
{
    if (names->n > 1)
        qsort_r(names->list, names->n, sizeof *names->list, compare_names,
            &names->text);
}

/*
 * Returns the first heading called name, 0 if there is none.
 */
static block_ix
find_name(const struct names *names, struct str name)
{
    uint32_t low = 0, high = names->n;

    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (str_compare(name_str(names, middle), name) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    if (low < names->n && str_eq(name_str(names, low), name))
        return names->list[low].heading;
    return 0;
}

static void
names_done(struct names *names)
{
    buf_done(&names->text);
    free(names->list);
}

/*
 * Gathers headings under the names of all anchors that stand on them or right
 * before them, and under their titles.
 */
static void
gather_names(struct finder *f)
{
    const struct article *a = f->a;

    for (uint32_t i = 0; i < a->n_anchors; i++) {
        block_ix b = a->anchors[i].block;
        if (a->blocks[b].kind != BLOCK_HEADING)
            b = article_block_at(a, a->anchors[i].at);
        if (a->blocks[b].kind != BLOCK_HEADING)
            continue;
        size_t start = f->anchors.text.len;
        utf8_add_lower(&f->anchors.text, article_str(a, a->anchors[i].name));
        add_name(&f->anchors, start, b);
    }
    f->first = a->n_blocks;
    for (block_ix b = 1; b < a->n_blocks; b++) {
        if (a->blocks[b].kind != BLOCK_HEADING)
            continue;
        if (b != f->title && f->first == a->n_blocks)
            f->first = b;
        f->n_levels[a->blocks[b].level]++;
        if (article_text(a, b).len > MAX_NAME)
            continue;
        size_t start = f->titles.text.len;
        phrases_add_folded(&f->titles.text, article_text(a, b));
        if (f->titles.text.len > start)
            add_name(&f->titles, start, b);
    }
    sort_names(&f->anchors);
    sort_names(&f->titles);
}

/*
 * Returns the heading that a link leads to, 0 if it leads elsewhere.
 */
static block_ix
find_target(const struct finder *f, link_ix link)
{
    struct str url = article_link(f->a, link);
    struct buf decoded = {0}, lower = {0};
    block_ix heading = 0;

    if (str_starts(url, STR("#"))) {
        url_add_decoded(&decoded, str_slice(url, 1, url.len));
        utf8_add_lower(&lower, buf_str(&decoded));
        heading = find_name(&f->anchors, buf_str(&lower));
    }
    buf_done(&decoded);
    buf_done(&lower);
    return heading;
}

static block_ix
find_title(const struct finder *f, struct str text)
{
    struct buf folded = {0};
    block_ix heading = 0;

    if (text.len <= MAX_NAME)
        phrases_add_folded(&folded, text);
    if (folded.len > 0)
        heading = find_name(&f->titles, buf_str(&folded));
    buf_done(&folded);
    return heading;
}

static bool
has_letters(struct str text)
{
    struct buf folded = {0};

    phrases_add_folded(&folded, text);
    bool has_letters = folded.len > 0;
    buf_done(&folded);
    return has_letters;
}

/*
 * Tells whether a link leads to another document. One to a place in a document,
 * with a text called like a heading, may be written out for this one.
 */
static bool
is_away(const struct finder *f, link_ix link, bool is_called)
{
    struct str url = article_link(f->a, link);

    return !str_starts(url, STR("#")) &&
           !(is_called && str_find(url, STR("#"), 0) < url.len);
}

/*
 * Counts a leaf in the list.
 */
static void
count_leaf(struct finder *f, struct count *c, block_ix list, block_ix leaf)
{
    const struct article *a = f->a;
    const struct block *block = &a->blocks[leaf];
    bool is_called = find_title(f, article_text(a, leaf)) != 0;
    bool is_telling = false;
    block_ix target = 0;

    for (uint32_t i = 0; i < block->n_spans; i++) {
        const struct span *span = &a->spans[block->first_span + i];
        if (span->link == LINK_NONE) {
            is_telling = is_telling || has_letters(article_str(a, span->text));
            continue;
        }
        if (i > 0 && span[-1].link == span->link)
            continue;
        c->n_away += is_away(f, span->link, is_called);
        if (target == 0)
            target = find_target(f, span->link);
    }
    c->n_items++;
    c->n_called += is_called;
    c->n_led += target != 0;
    c->n_telling += target != 0 && is_telling;
    if (target > list && f->led_by[target] != list) {
        f->led_by[target] = list;
        c->n_forward++;
        if (c->level == 0 || a->blocks[target].level < c->level)
            c->level = a->blocks[target].level;
    }
}

/*
 * Counts what is in the list. Returns false for one that holds more than items
 * and paragraphs, or leads to other documents: what nothing else shows stays.
 */
static bool
count_list(struct finder *f, block_ix list, struct count *c)
{
    const struct article *a = f->a;
    block_ix end = a->blocks[list].end;
    bool is_plain = true;

    for (block_ix b = list + 1; b < end; b++) {
        enum block_kind kind = a->blocks[b].kind;
        if (kind == BLOCK_PARA && a->blocks[b].n_spans > 0)
            count_leaf(f, c, list, b);
        is_plain = is_plain && (kind == BLOCK_PARA || kind == BLOCK_ITEM ||
                                   kind == BLOCK_LIST);
    }
    return is_plain && c->n_items > 0 && c->n_away == 0;
}

/*
 * Returns the level of the headings that part the article: the highest one, but
 * for a single heading of level 1, which is the title.
 */
static unsigned
top_level(const struct finder *f)
{
    unsigned level = f->n_levels[1] > 1 ? 1 : 2;

    while (level < 6 && f->n_levels[level] == 0)
        level++;
    return level;
}

static bool
is_called_like_headings(const struct count *c)
{
    return c->n_called * 5 >= c->n_items * 3;
}

/*
 * Tells whether a list with nothing to announce it is a table of contents. One
 * that leads only to parts of a section is an overview of these, and stays; so
 * does one in a section if it has names of its own for where it leads.
 */
static bool
is_plain_table(const struct finder *f, block_ix list, const struct count *c)
{
    if (list > f->first && !is_called_like_headings(c))
        return false;
    return c->n_items >= MIN_ITEMS && c->n_led * 5 >= c->n_items * 4 &&
           c->n_telling == 0 && c->n_forward * 2 > c->n_led &&
           c->n_forward * 2 >= f->n_levels[c->level] &&
           c->level <= top_level(f);
}

static bool
is_announced_table(const struct count *c)
{
    return (c->n_led * 5 >= c->n_items * 4 && c->n_led > 0) ||
           (c->n_items > 1 && is_called_like_headings(c));
}

/*
 * Returns the block before b in the same container that has something to show
 * and was not dropped; 0 if there is none.
 */
static block_ix
block_before(const struct finder *f, block_ix b)
{
    const struct block *blocks = f->a->blocks;
    block_ix parent = blocks[b].parent;
    block_ix found = 0;

    for (int step = 0; step < MAX_STEPS && b - 1 > parent && !found; step++) {
        for (b--; blocks[b].parent != parent;)
            b = blocks[b].parent;
        bool is_empty =
            article_is_leaf(blocks[b].kind) && blocks[b].n_spans == 0;
        if (!f->is_gone[b] && !is_empty)
            found = b;
    }
    return found;
}

static bool
is_phrase(const struct finder *f, block_ix b)
{
    return b != 0 && article_is_leaf(f->a->blocks[b].kind) &&
           phrases_match(f->phrases, article_text(f->a, b), PHRASES_CONTENTS) ==
               PHRASES_WHOLE;
}

/*
 * Returns the block that announces the list: the one before it, or a heading
 * with one paragraph between; 0 if there is none.
 */
static block_ix
find_announcement(const struct finder *f, block_ix list)
{
    block_ix b = block_before(f, list);

    if (is_phrase(f, b))
        return b;
    if (b == 0 || f->a->blocks[b].kind != BLOCK_PARA)
        return 0;
    b = block_before(f, b);
    return b != 0 && f->a->blocks[b].kind == BLOCK_HEADING && is_phrase(f, b)
               ? b
               : 0;
}

static void
drop(struct finder *f, block_ix b)
{
    build_drop(f->build, b);
    f->is_gone[b] = 1;
}

/*
 * Drops the line that leads over to the list, "The parts of this text are:".
 */
static void
drop_lead(struct finder *f, block_ix list)
{
    block_ix b = block_before(f, list);
    struct str text = str_trim(article_text(f->a, b));

    if (b != 0 && f->a->blocks[b].kind == BLOCK_PARA && text.len <= MAX_LEAD &&
        str_ends(text, STR(":")))
        drop(f, b);
}

/*
 * Drops the list and what announces it. Details that hold nothing else go
 * whole.
 */
static void
drop_list(struct finder *f, block_ix list, block_ix announcement)
{
    const struct block *blocks = f->a->blocks;

    drop(f, list);
    if (blocks[announcement].kind != BLOCK_SUMMARY) {
        drop_lead(f, list);
        if (announcement != 0)
            drop(f, announcement);
        return;
    }
    block_ix details = blocks[list].parent;
    for (block_ix b = announcement + 1; b < blocks[details].end; b++)
        if ((b < list || b >= blocks[list].end) && blocks[b].n_spans > 0)
            return;
    drop(f, details);
}

void
contents_drop(struct build *b, const struct phrases *phrases, block_ix title)
{
    const struct article *a = build_draft(b);
    struct finder f = {
        .build = b,
        .a = a,
        .phrases = phrases,
        .title = title,
        .led_by = mem_alloc_zero(a->n_blocks, sizeof(block_ix)),
        .is_gone = mem_alloc_zero(a->n_blocks, 1),
    };

    gather_names(&f);
    for (block_ix list = 1; list < a->n_blocks; list++) {
        if (a->blocks[list].kind != BLOCK_LIST)
            continue;
        block_ix announcement = find_announcement(&f, list);
        struct count c = {.is_announced = announcement != 0};
        if (count_list(&f, list, &c) &&
            (c.is_announced ? is_announced_table(&c)
                            : is_plain_table(&f, list, &c)))
            drop_list(&f, list, announcement);
        list = a->blocks[list].end - 1;
    }

    names_done(&f.anchors);
    names_done(&f.titles);
    free(f.led_by);
    free(f.is_gone);
}
