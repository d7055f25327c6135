/* SPDX-License-Identifier: ISC */
/*
 * bookmark - a place in an article that survives another edition of it
 *
 * The text is read as a stream of letters (bytes of words, lower case). Every
 * run of SHINGLE letters of what stood around the place is known by a rolling
 * hash (Karp and Rabin 1987) in a small table; one pass over the new text finds
 * where they are now, and each that is found votes for the place that it knows
 * of. Votes are counted in stretches of text, so that words put in or taken out
 * nearby move a vote only to the next stretch. No step looks back, whatever the
 * text repeats: the time is linear.
 */
#include "model/bookmark.h"

#include "base/mem.h"

#include <stdlib.h>
#include <string.h>

enum {
    SHINGLE = 12,             /* letters that must be the same in a row */
    STRETCH = 64,             /* letters whose votes are counted together */
    N_SLOTS = 512,            /* of the table; a power of two */
    LEAST_PART = 12,          /* of all votes, below which nothing was found */
    VERSION = 1,              /* of the bytes */
    HEAD = 1 + 3 * 4 + 8 + 2, /* bytes before the text */
};

#define FACTOR    1099511628211u
#define CUBE(x)   ((x) * (x) * (x))
#define FOURTH(x) ((x) * (x) * (x) * (x))
/* What a letter is multiplied with when it leaves the window. */
#define POWER FOURTH(CUBE(FACTOR))

_Static_assert(SHINGLE == 3 * 4, "POWER is the one of SHINGLE letters");

/* A run of letters around the bookmark. */
struct slot {
    uint64_t hash;
    int16_t offset; /* letters from the place to the start of the run */
    bool is_used;
};

/* The last letters that were read of a text, as a ring. */
struct window {
    uint32_t at[SHINGLE]; /* where each stands */
    uint8_t letter[SHINGLE];
    uint64_t hash;
    uint64_t n; /* letters so far */
};

/* Where what stood around the bookmark was found. */
struct vote {
    uint32_t weight; /* of all votes; 0: there is none */
    uint32_t at;     /* where the run nearest to the place is */
    int16_t nearest; /* its offset */
    int16_t last;    /* of the run that voted last */
};

/*
 * Returns the end of what there is to read: behind it stand names, facts and
 * addresses.
 */
static uint32_t
text_end(const struct article *a)
{
    if (a->n_spans == 0)
        return 0;
    const struct text_ref *last = &a->spans[a->n_spans - 1].text;
    return last->at + last->len;
}

/*
 * Returns the letter that the byte at offset stands for, or 0 when it does not
 * count: blanks, ASCII punctuation and all of U+2000 to U+207F, where quotes
 * and dashes are.
 */
static uint8_t
letter_at(const char *text, uint32_t at, uint32_t end)
{
    uint8_t c = (uint8_t)text[at];

    if (c >= 'A' && c <= 'Z')
        return c | 0x20;
    if (c < 0x80)
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ? c : 0;
    for (uint32_t back = 0; back < 3 && back <= at; back++)
        if ((uint8_t)text[at - back] == 0xE2)
            return at - back + 1 < end &&
                           ((uint8_t)text[at - back + 1] == 0x80 ||
                               (uint8_t)text[at - back + 1] == 0x81)
                       ? 0
                       : c;
    return c;
}

static uint32_t
to_character(const struct article *a, uint32_t at)
{
    while (at > 0 && at < a->n_text && (a->text[at] & 0xC0) == 0x80)
        at--;
    return at;
}

/* Tells headings apart by their text and level; never 0. */
static uint64_t
name_heading(const struct article *a, block_ix b)
{
    struct str text = article_text(a, b);
    uint64_t hash = 14695981039346656037u + a->blocks[b].level;

    for (uint32_t i = 0; i < text.len; i++) {
        uint8_t c = letter_at(text.ptr, i, (uint32_t)text.len);
        if (c)
            hash = (hash ^ c) * FACTOR;
    }
    return hash | 1;
}

/* Finds the heading at or before offset at; 0 when there is none. */
static block_ix
find_heading(const struct article *a, uint32_t at)
{
    if (text_end(a) == 0)
        return 0;
    for (block_ix b = article_block_at(a, at); b > 0; b--)
        if (a->blocks[b].kind == BLOCK_HEADING &&
            article_block_offset(a, b) <= at)
            return b;
    return 0;
}

static uint8_t
letters_before(const struct article *a, uint32_t at, char *out)
{
    uint32_t end = text_end(a);
    size_t n = BOOKMARK_CONTEXT;

    while (at > 0 && n > 0) {
        uint8_t c = letter_at(a->text, --at, end);
        if (c)
            out[--n] = (char)c;
    }
    memmove(out, out + n, BOOKMARK_CONTEXT - n);
    memset(out + BOOKMARK_CONTEXT - n, 0, n);
    return (uint8_t)(BOOKMARK_CONTEXT - n);
}

static uint8_t
letters_after(const struct article *a, uint32_t at, char *out)
{
    uint32_t end = text_end(a);
    size_t n = 0;

    for (; at < end && n < BOOKMARK_CONTEXT; at++) {
        uint8_t c = letter_at(a->text, at, end);
        if (c)
            out[n++] = (char)c;
    }
    return (uint8_t)n;
}

struct bookmark
bookmark_make(const struct article *a, uint32_t at)
{
    uint32_t end = text_end(a);
    struct bookmark mark = {.n_text = end};

    at = to_character(a, at < end ? at : end);
    mark.at = at;
    mark.n_before = letters_before(a, at, mark.before);
    mark.n_after = letters_after(a, at, mark.after);
    block_ix heading = find_heading(a, at);
    if (heading > 0) {
        mark.heading = name_heading(a, heading);
        mark.depth = at - article_block_offset(a, heading);
    }
    return mark;
}

/* Tells whether the text around the offset is what it was. */
static bool
is_unmoved(const struct article *a, const struct bookmark *mark)
{
    char before[BOOKMARK_CONTEXT] = {0}, after[BOOKMARK_CONTEXT] = {0};

    if (mark->at > text_end(a) || to_character(a, mark->at) != mark->at)
        return false;
    return letters_before(a, mark->at, before) == mark->n_before &&
           letters_after(a, mark->at, after) == mark->n_after &&
           memcmp(before, mark->before, mark->n_before) == 0 &&
           memcmp(after, mark->after, mark->n_after) == 0;
}

/* Takes one more letter into the window. */
static void
push(struct window *w, uint8_t letter, uint32_t at)
{
    size_t i = w->n % SHINGLE;

    w->hash = w->hash * FACTOR + letter + 1;
    if (w->n >= SHINGLE)
        w->hash -= POWER * (w->letter[i] + 1u);
    w->letter[i] = letter;
    w->at[i] = at;
    w->n++;
}

/* Returns where the run that is in the window begins. */
static uint32_t
window_start(const struct window *w)
{
    return w->at[w->n % SHINGLE];
}

static struct slot *
find_slot(struct slot *slots, uint64_t hash)
{
    size_t i = (hash ^ (hash >> 29)) % N_SLOTS;

    while (slots[i].is_used && slots[i].hash != hash)
        i = (i + 1) % N_SLOTS;
    return &slots[i];
}

/*
 * Returns what the vote of a run counts: most when the place is in it, and more
 * from the place on than before it, so that the first word of a paragraph goes
 * with that and not with the one before.
 */
static uint32_t
weigh(int offset)
{
    if (offset <= 0 && offset > -SHINGLE)
        return 40;
    return offset > 0 ? 5 : 4;
}

/*
 * Fills the table with the runs around the bookmark and returns what all of
 * them weigh. Of runs that are the same, the one nearest to the place is kept.
 */
static uint32_t
fill_slots(const struct bookmark *mark, struct slot *slots)
{
    struct window w = {0};
    int n = mark->n_before + mark->n_after;
    uint32_t weight = 0;

    for (int i = 0; i < n; i++) {
        uint8_t c =
            (uint8_t)(i < mark->n_before ? mark->before[i]
                                         : mark->after[i - mark->n_before]);
        push(&w, c, (uint32_t)i);
        if (w.n < SHINGLE)
            continue;
        int offset = (int)window_start(&w) - mark->n_before;
        struct slot *slot = find_slot(slots, w.hash);
        if (slot->is_used && abs(offset) >= abs(slot->offset))
            continue;
        weight += weigh(offset) - (slot->is_used ? weigh(slot->offset) : 0);
        *slot = (struct slot){w.hash, (int16_t)offset, true};
    }
    return weight;
}

/*
 * Tells whether a run at offset says better where the place is than one at
 * other: the nearer its middle is to the place.
 */
static bool
is_nearer(int offset, int other)
{
    return abs(2 * offset + SHINGLE - 1) < abs(2 * other + SHINGLE - 1);
}

static void
cast_vote(struct vote *v, int offset, uint32_t at)
{
    /* A text that repeats itself has one vote, however often it does. */
    if (v->weight > 0 && v->last == offset)
        return;
    if (v->weight == 0 || is_nearer(offset, v->nearest)) {
        v->nearest = (int16_t)offset;
        v->at = at;
    }
    v->weight += weigh(offset);
    v->last = (int16_t)offset;
}

/*
 * Lets every run that is in the text of a vote, and returns the stretch in
 * which the offset of the bookmark is.
 */
static uint32_t
take_votes(const struct article *a, const struct bookmark *mark,
    struct slot *slots, struct vote *votes)
{
    struct window w = {0};
    uint32_t end = text_end(a), expected = 0;

    for (uint32_t at = 0; at < end; at++) {
        uint8_t c = letter_at(a->text, at, end);
        if (!c)
            continue;
        push(&w, c, at);
        if (at <= mark->at)
            expected = (uint32_t)(w.n / STRETCH);
        if (w.n < SHINGLE)
            continue;
        const struct slot *slot = find_slot(slots, w.hash);
        if (!slot->is_used)
            continue;
        int64_t place = (int64_t)w.n - SHINGLE - slot->offset;
        place = place < 0 ? 0 : place > end ? end : place;
        cast_vote(&votes[place / STRETCH], slot->offset, window_start(&w));
    }
    return expected;
}

/* Goes n letters back or on from at, and to the start of a character. */
static uint32_t
step_letters(const struct article *a, uint32_t at, int n)
{
    uint32_t end = text_end(a);

    for (; n > 0 && at > 0; at--)
        n -= letter_at(a->text, at - 1, end) != 0;
    for (; n < 0 && at < end; at++)
        n += letter_at(a->text, at, end) != 0;
    while (at < end && letter_at(a->text, at, end) == 0)
        at++;
    return to_character(a, at);
}

static uint32_t
weight_around(const struct vote *votes, uint32_t n, uint32_t i)
{
    return votes[i].weight + (i > 0 ? votes[i - 1].weight : 0) +
           (i + 1 < n ? votes[i + 1].weight : 0);
}

/*
 * Finds the stretch with the most votes, its neighbors' included, the nearest
 * to expected of several; NULL when that is too little of what all weigh.
 */
static const struct vote *
count_votes(
    const struct vote *votes, uint32_t n, uint32_t expected, uint32_t all)
{
    uint32_t best = 0, best_gap = 0, best_i = 0;

    for (uint32_t i = 0; i < n; i++) {
        uint32_t gap = i > expected ? i - expected : expected - i;
        uint32_t weight = weight_around(votes, n, i);
        if (votes[i].weight == 0 || weight < best ||
            (weight == best && gap >= best_gap))
            continue;
        best = weight;
        best_gap = gap;
        best_i = i;
    }
    if (best == 0 || best < all / LEAST_PART)
        return NULL;

    /* Of the neighbors, which run is nearest? */
    const struct vote *v = &votes[best_i];
    for (uint32_t i = best_i > 0 ? best_i - 1 : 0; i < n && i < best_i + 2; i++)
        if (votes[i].weight > 0 && is_nearer(votes[i].nearest, v->nearest))
            v = &votes[i];
    return v;
}

/* Finds the place by what stood around it. */
static bool
find_text(
    const struct article *a, const struct bookmark *mark, uint32_t *out_at)
{
    struct slot slots[N_SLOTS] = {0};
    uint32_t all = fill_slots(mark, slots), n = text_end(a) / STRETCH + 1;

    if (all == 0)
        return false;
    struct vote *votes = mem_alloc_zero(n, sizeof *votes);
    uint32_t expected = take_votes(a, mark, slots, votes);
    const struct vote *v = count_votes(votes, n, expected, all);
    if (v)
        *out_at = step_letters(a, v->at, v->nearest);
    free(votes);
    return v != NULL;
}

/* Finds the place by the heading above it, the first that is the same. */
static bool
find_section(
    const struct article *a, const struct bookmark *mark, uint32_t *out_at)
{
    for (block_ix b = 1; b < a->n_blocks && mark->heading; b++) {
        if (a->blocks[b].kind != BLOCK_HEADING ||
            name_heading(a, b) != mark->heading)
            continue;
        uint32_t start = article_block_offset(a, b), end = text_end(a);
        for (block_ix next = b + 1; next < a->n_blocks; next++)
            if (a->blocks[next].kind == BLOCK_HEADING) {
                end = article_block_offset(a, next);
                break;
            }
        uint32_t last = end > start ? end - 1 : start;
        *out_at = mark->depth < last - start ? start + mark->depth : last;
        return true;
    }
    return false;
}

uint32_t
bookmark_find(const struct article *a, const struct bookmark *mark)
{
    uint32_t at, end = text_end(a);

    if (is_unmoved(a, mark))
        return mark->at;
    if (find_text(a, mark, &at))
        return at;
    if (end == 0 || mark->n_text == 0)
        return 0;
    if (!find_section(a, mark, &at))
        at = (uint32_t)((uint64_t)end *
                        (mark->at < mark->n_text ? mark->at : mark->n_text) /
                        mark->n_text);
    return to_character(a, at);
}

static void
add_number(struct buf *out, uint64_t number, int n_bytes)
{
    for (int i = 0; i < n_bytes; i++)
        buf_add_char(out, (char)(number >> 8 * i & 0xFF));
}

static uint64_t
read_number(const char **at, int n_bytes)
{
    uint64_t number = 0;

    for (int i = 0; i < n_bytes; i++)
        number |= (uint64_t)(uint8_t) * (*at)++ << 8 * i;
    return number;
}

void
bookmark_encode(const struct bookmark *mark, struct buf *out)
{
    add_number(out, VERSION, 1);
    add_number(out, mark->at, 4);
    add_number(out, mark->n_text, 4);
    add_number(out, mark->depth, 4);
    add_number(out, mark->heading, 8);
    add_number(out, mark->n_before, 1);
    add_number(out, mark->n_after, 1);
    buf_add(out, mark->before, mark->n_before);
    buf_add(out, mark->after, mark->n_after);
}

bool
bookmark_decode(struct str bytes, struct bookmark *out_mark)
{
    struct bookmark mark = {0};
    const char *at = bytes.ptr;

    if (bytes.len < HEAD || read_number(&at, 1) != VERSION)
        return false;
    mark.at = (uint32_t)read_number(&at, 4);
    mark.n_text = (uint32_t)read_number(&at, 4);
    mark.depth = (uint32_t)read_number(&at, 4);
    mark.heading = read_number(&at, 8);
    mark.n_before = (uint8_t)read_number(&at, 1);
    mark.n_after = (uint8_t)read_number(&at, 1);
    if (mark.n_before > BOOKMARK_CONTEXT || mark.n_after > BOOKMARK_CONTEXT ||
        bytes.len != (size_t)HEAD + mark.n_before + mark.n_after)
        return false;
    memcpy(mark.before, at, mark.n_before);
    memcpy(mark.after, at + mark.n_before, mark.n_after);
    *out_mark = mark;
    return true;
}
