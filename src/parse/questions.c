/* SPDX-License-Identifier: ISC */
/*
 * questions - finds what is asked and answered in an FAQ
 *
 * An FAQ is a scope: what stands under its heading, in its details, or the
 * whole article. In a scope all questions are asked in one way. Headings come
 * first: those of the highest level, unless these only group the ones below,
 * which is seen by where the question marks are. Without headings that ask, it
 * is summaries, terms, or paragraphs. Several summaries or terms that all ask
 * need nothing to announce them.
 */
#include "parse/questions.h"

#include "base/words.h"

enum {
    MAX_LEVELS = 7,
    MAX_QUESTION = 400 /* bytes of a paragraph that asks */
};

struct scope {
    struct build *build;
    const struct article *a;
    block_ix from, to;
    bool is_whole;  /* all of the article */
    bool is_strict; /* may be something else: question marks are wanted */
};

/* How many there are in a scope, and how many of these have a question mark. */
struct tally {
    uint32_t n, n_asking;
};

static bool
is_mostly_asking(struct tally t)
{
    return t.n > 0 && t.n_asking * 2 >= t.n;
}

/*
 * Tells whether s begins as questions do in "Q: ... A: ...".
 */
static bool
has_prefix(struct str s)
{
    static const struct str prefixes[] = {
        STR_INIT("q"),
        STR_INIT("question"),
        STR_INIT("frage"),
        STR_INIT("pregunta"),
        STR_INIT("domanda"),
        STR_INIT("pergunta"),
    };

    for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++) {
        size_t at = prefixes[i].len;
        if (!str_starts_nocase(s, prefixes[i]))
            continue;
        while (at < s.len && at < prefixes[i].len + 4 &&
               (s.ptr[at] == ' ' || (s.ptr[at] >= '0' && s.ptr[at] <= '9')))
            at++;
        if (at + 1 < s.len && s.ptr[at] == ':')
            return true;
        if (at + 1 < s.len && s.ptr[at] == '.' && s.ptr[at + 1] == ' ')
            return true;
    }
    return false;
}

/*
 * Tells whether s is a question: by the mark at its end, before closing quotes
 * and brackets, or by its prefix.
 */
static bool
is_asking(struct str s)
{
    static const struct str marks[] = {
        STR_INIT("?"),
        STR_INIT("\uFF1F"),
        STR_INIT("\u061F"),
        STR_INIT("\u037E"),
        STR_INIT("\u2047"),
    };
    static const struct str tails[] = {
        STR_INIT("\""),
        STR_INIT("'"),
        STR_INIT(")"),
        STR_INIT("\u201D"),
        STR_INIT("\u201C"),
        STR_INIT("\u00BB"),
        STR_INIT("\u300D"),
        STR_INIT(" "),
        STR_INIT("\n"),
    };

    for (size_t i = 0; i < sizeof tails / sizeof *tails;) {
        bool is_tail = s.len > tails[i].len && str_ends(s, tails[i]);
        s.len -= is_tail ? tails[i].len : 0;
        i = is_tail ? 0 : i + 1;
    }
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (str_ends(s, marks[i]))
            return true;
    return has_prefix(s);
}

/*
 * Tells whether all that is to read in a paragraph is bold.
 */
static bool
is_bold(const struct article *a, block_ix b)
{
    const struct block *block = &a->blocks[b];
    bool has_bold = false;

    for (uint32_t i = 0; i < block->n_spans; i++) {
        const struct span *span = &a->spans[block->first_span + i];
        struct str text = article_str(a, span->text);
        if (span->roles & ROLE_STRONG)
            has_bold = true;
        else if (words_count(text) > 0)
            return false;
    }
    return has_bold;
}

/*
 * Tells whether b is a paragraph that may ask.
 */
static bool
is_candidate(const struct article *a, block_ix b)
{
    struct str text = article_text(a, b);

    return a->blocks[b].kind == BLOCK_PARA && text.len > 0 &&
           text.len <= MAX_QUESTION && (is_bold(a, b) || has_prefix(text));
}

/*
 * Returns how many spans at the start of paragraph b are a question in bold
 * that the rest of it answers; 0 for none.
 */
static uint32_t
count_asking_spans(const struct article *a, block_ix b)
{
    const struct block *block = &a->blocks[b];
    const struct span *spans = &a->spans[block->first_span];
    uint32_t n = 0;

    if (block->kind != BLOCK_PARA)
        return 0;
    while (n < block->n_spans && (spans[n].roles & ROLE_STRONG))
        n++;
    if (n == 0 || n == block->n_spans)
        return 0;

    struct str text = article_text(a, b);
    size_t len = spans[n].text.at - spans[0].text.at;
    struct str rest = str_slice(text, len, text.len);
    if (len > MAX_QUESTION || words_count(rest) == 0 ||
        !is_asking(str_slice(text, 0, len)))
        return 0;
    return n;
}

/*
 * Returns the first block with text behind b and before end; end if there is
 * none.
 */
static block_ix
next_leaf(const struct article *a, block_ix b, block_ix end)
{
    for (b++; b < end && a->blocks[b].n_spans == 0; b++) {
    }
    return b;
}

/*
 * Tells whether something stands between heading b and the next one of its
 * level or above.
 */
static bool
is_answered_heading(const struct scope *s, block_ix b)
{
    block_ix next = next_leaf(s->a, b, s->to);

    return next < s->to &&
           (s->a->blocks[next].kind != BLOCK_HEADING ||
               s->a->blocks[next].level > s->a->blocks[b].level);
}

/*
 * Tells whether what follows paragraph b in its container, or in the next one,
 * may be its answer.
 */
static bool
is_answered_para(const struct scope *s, block_ix b)
{
    block_ix parent = s->a->blocks[b].parent;
    block_ix end = s->a->blocks[parent].end;
    block_ix next = next_leaf(s->a, b, end < s->to ? end : s->to);

    return next < end && next < s->to &&
           s->a->blocks[next].kind != BLOCK_HEADING &&
           !is_candidate(s->a, next) && count_asking_spans(s->a, next) == 0;
}

/*
 * Tells whether b, which is no heading, may ask and something may answer it.
 */
static bool
is_answered(const struct scope *s, block_ix b)
{
    if (s->a->blocks[b].kind == BLOCK_PARA)
        return is_candidate(s->a, b) && is_answered_para(s, b);
    return next_leaf(s->a, b, s->to) < s->to;
}

static void
count(struct tally *t, bool is_asking)
{
    t->n++;
    t->n_asking += is_asking;
}

/*
 * Marks the summaries, terms or paragraphs that ask, and parts paragraphs that
 * ask and answer. Returns how many there are; with is_trial it only counts.
 */
static struct tally
mark_kind(const struct scope *s, enum block_kind kind, bool is_trial)
{
    struct tally t = {0};

    for (block_ix b = s->from; b < s->to; b++) {
        const struct block *block = &s->a->blocks[b];
        if (block->kind != kind || block->n_spans == 0)
            continue;
        uint32_t n_spans = count_asking_spans(s->a, b);
        if (n_spans == 0 && !is_answered(s, b))
            continue;
        count(&t, n_spans > 0 || is_asking(article_text(s->a, b)));
        if (is_trial)
            continue;
        build_mark(s->build, b, BLOCK_IS_QUESTION);
        if (n_spans > 0)
            build_split(s->build, b, n_spans);
    }
    return t;
}

/*
 * Returns the kind of blocks other than headings that ask in the scope,
 * BLOCK_DOC if there are none, and their numbers.
 */
static enum block_kind
find_kind(const struct scope *s, struct tally *out)
{
    static const enum block_kind kinds[] = {
        BLOCK_SUMMARY, BLOCK_TERM, BLOCK_PARA};

    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        struct tally t = mark_kind(s, kinds[i], true);
        bool is_enough = is_mostly_asking(t) ||
                         (t.n > (kinds[i] == BLOCK_PARA) && !s->is_strict);
        if (t.n > 0 && is_enough) {
            *out = t;
            return kinds[i];
        }
    }
    return BLOCK_DOC;
}

/*
 * Counts the answered headings of each level, levels[0] for none.
 */
static void
count_headings(const struct scope *s, struct tally levels[MAX_LEVELS])
{
    for (block_ix b = s->from; b < s->to; b++) {
        const struct block *block = &s->a->blocks[b];
        if (block->kind == BLOCK_HEADING && block->n_spans > 0 &&
            is_answered_heading(s, b))
            count(&levels[block->level], is_asking(article_text(s->a, b)));
    }
}

/*
 * Returns the level of the headings that ask, 0 for none: the highest one, or
 * the one below when only that has question marks.
 */
static unsigned
find_level(const struct tally levels[MAX_LEVELS])
{
    unsigned first = 1, second;

    while (first < MAX_LEVELS && levels[first].n == 0)
        first++;
    for (second = first + 1; second < MAX_LEVELS && levels[second].n == 0;)
        second++;
    if (first == MAX_LEVELS)
        return 0;
    if (second < MAX_LEVELS && !is_mostly_asking(levels[first]) &&
        is_mostly_asking(levels[second]))
        return second;
    return first;
}

static void
mark_headings(const struct scope *s, unsigned level, bool is_picky)
{
    for (block_ix b = s->from; b < s->to; b++) {
        const struct block *block = &s->a->blocks[b];
        if (block->kind == BLOCK_HEADING && block->level == level &&
            block->n_spans > 0 && is_answered_heading(s, b) &&
            (!is_picky || is_asking(article_text(s->a, b))))
            build_mark(s->build, b, BLOCK_IS_QUESTION);
    }
}

/*
 * Marks what asks in a scope.
 */
static void
mark_scope(const struct scope *s)
{
    struct tally levels[MAX_LEVELS] = {0}, others = {0};

    count_headings(s, levels);
    unsigned level = find_level(levels);
    bool are_headings =
        level > 0 && (is_mostly_asking(levels[level]) || !s->is_strict);
    enum block_kind kind = BLOCK_DOC;
    if (!are_headings || !is_mostly_asking(levels[level]))
        kind = find_kind(s, &others);

    /* Headings that ask nothing may group paragraphs that do. */
    if (kind != BLOCK_DOC &&
        (!are_headings || others.n_asking >= levels[level].n))
        mark_kind(s, kind, false);
    else if (are_headings)
        mark_headings(s, level, s->is_whole && levels[level].n_asking > 0);
}

/*
 * Marks summaries or terms that nothing announces: several, all of which ask.
 */
static void
mark_unannounced(const struct scope *s)
{
    static const enum block_kind kinds[] = {BLOCK_SUMMARY, BLOCK_TERM};

    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        struct tally t = mark_kind(s, kinds[i], true);
        if (t.n > 1 && t.n_asking == t.n)
            mark_kind(s, kinds[i], false);
    }
}

/*
 * Returns where the scope of block b ends that announces an FAQ: at the next
 * heading of its level or above, any for a paragraph, or with its container.
 */
static block_ix
end_of_scope(const struct article *a, block_ix b)
{
    const struct block *block = &a->blocks[b];
    unsigned level = block->kind == BLOCK_HEADING ? block->level : MAX_LEVELS;
    block_ix end = a->blocks[block->parent].end;

    for (block_ix i = b + 1; i < end && block->kind != BLOCK_SUMMARY; i++)
        if (a->blocks[i].kind == BLOCK_HEADING && a->blocks[i].level <= level)
            return i;
    return end;
}

/*
 * Returns how well block b announces an FAQ.
 */
static enum phrases_fit
announces(const struct article *a, block_ix b, const struct phrases *phrases)
{
    const struct block *block = &a->blocks[b];
    bool may_announce =
        block->kind == BLOCK_HEADING || block->kind == BLOCK_SUMMARY;

    if (block->kind == BLOCK_PARA && block->n_spans > 0 && block->n_spans <= 2)
        may_announce = is_bold(a, b);
    if (!may_announce || block->n_spans == 0)
        return PHRASES_NONE;
    return phrases_match(phrases, article_text(a, b), PHRASES_QUESTIONS);
}

void
questions_mark(struct build *b, const struct phrases *phrases)
{
    const struct article *a = build_draft(b);
    struct str title = article_fact(a, FACT_TITLE);
    struct scope s = {.build = b, .a = a};

    for (block_ix i = 1; i < a->n_blocks; i++) {
        enum phrases_fit fit = announces(a, i, phrases);
        if (fit == PHRASES_NONE)
            continue;
        s.from = i + 1;
        s.to = end_of_scope(a, i);
        s.is_whole =
            a->blocks[i].level == 1 && str_eq(article_text(a, i), title);
        s.is_strict = fit == PHRASES_PART;
        mark_scope(&s);
        i = s.to - 1;
    }

    if (s.from > 0)
        return;
    enum phrases_fit fit = phrases_match(phrases, title, PHRASES_QUESTIONS);
    s.from = 1;
    s.to = a->n_blocks;
    s.is_whole = true;
    s.is_strict = fit == PHRASES_PART;
    if (fit == PHRASES_NONE)
        mark_unannounced(&s);
    else
        mark_scope(&s);
}
