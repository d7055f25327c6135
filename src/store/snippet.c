/* SPDX-License-Identifier: ISC */
/*
 * snippet - the piece of a text that has most of what was looked for
 *
 * The words of the text are gone through once. The last hits are kept as long as
 * they are near enough to stand in one snippet, and needed to have as many
 * different words of the query; the moment with the most of them, in the
 * shortest piece of text, is the snippet.
 */
#include "store/snippet.h"

#include "base/mem.h"
#include "base/utf8.h"
#include "terms.h"

enum {
    N_TERMS = 16,       /* words of a query that are marked */
    REACH = 160,        /* bytes from the first to the last hit */
    AROUND = 60,        /* bytes shown around them, at most */
    N_MARKS = 32,       /* words that are marked in one snippet */
    TEXT_MAX = 1 << 20, /* bytes of a text that are looked at */
};

struct found {
    uint32_t term;
    size_t at, len;
};

/* The last hit of each word, the oldest first. */
struct recent {
    struct found hits[N_TERMS];
    uint32_t n;
};

void
snippet_words_init(struct snippet_words *w, struct str query, bool is_typing)
{
    struct terms t = terms_of(query);

    *w = (struct snippet_words){0};
    w->terms = arena_alloc(&w->arena, N_TERMS * sizeof *w->terms);
    w->is_open = arena_alloc(&w->arena, N_TERMS * sizeof *w->is_open);
    while (w->n_terms < N_TERMS && terms_next(&t)) {
        if (t.is_last && t.is_continued)
            continue;
        char *term = arena_alloc(&w->arena, t.term.len + 1);
        memcpy(term, t.term.ptr, t.term.len);
        w->terms[w->n_terms] = (struct str){term, t.term.len};
        w->is_open[w->n_terms++] = terms_is_beginning(&t, is_typing);
    }
    terms_done(&t);
}

void
snippet_words_done(struct snippet_words *w)
{
    arena_done(&w->arena);
    *w = (struct snippet_words){0};
}

/* Returns which word of the query the term is; n_terms when it is none. */
static uint32_t
find_term(const struct snippet_words *w, struct str term)
{
    uint32_t i = 0;

    while (
        i < w->n_terms && !(str_eq(w->terms[i], term) ||
                              (w->is_open[i] && str_starts(term, w->terms[i]))))
        i++;
    return i;
}

/* Takes a hit in, and those out that are too far away or not needed any more. */
static void
keep(struct recent *r, struct found hit)
{
    uint32_t n = 0;

    for (uint32_t i = 0; i < r->n; i++)
        if (r->hits[i].term != hit.term &&
            hit.at + hit.len - r->hits[i].at <= REACH)
            r->hits[n++] = r->hits[i];
    r->hits[n++] = hit;
    r->n = n;
}

static size_t
span_of(const struct recent *r)
{
    const struct found *last = &r->hits[r->n - 1];

    return last->at + last->len - r->hits[0].at;
}

/* Finds the best hits that stand together, each of another word. */
static struct recent
find_best(const struct snippet_words *w, struct str text)
{
    struct recent now = {0}, best = {0};
    struct terms t = terms_of(str_slice(text, 0, TEXT_MAX));

    while (terms_next(&t)) {
        uint32_t term = find_term(w, t.term);
        if (term == w->n_terms)
            continue;
        keep(&now, (struct found){term, t.at, t.len});
        if (now.n > best.n ||
            (now.n == best.n && span_of(&now) < span_of(&best)))
            best = now;
    }
    terms_done(&t);
    return best;
}

/* Goes back from byte at to where a sentence, or at least a word, begins. */
static size_t
find_start(struct str text, size_t at)
{
    size_t limit = at > AROUND ? at - AROUND : 0, word = at;

    for (size_t i = at; i > limit; i--) {
        char c = text.ptr[i - 1];
        if (c == '\n')
            return i;
        if (c == ' ')
            word = i;
    }
    return limit == 0 ? 0 : word;
}

static size_t
find_end(struct str text, size_t at)
{
    size_t limit = text.len - at > AROUND ? at + AROUND : text.len;
    size_t word = at;

    for (size_t i = at; i < limit; i++) {
        if (text.ptr[i] == '\n')
            return i;
        if (text.ptr[i] == ' ')
            word = i;
    }
    return limit == text.len ? limit : word;
}

/* Marks all words of the query that are in the snippet. */
static void
add_marks(
    const struct snippet_words *w, struct arena *arena, struct snippet *out)
{
    struct terms t = terms_of(out->text);

    out->marks = arena_alloc(arena, N_MARKS * sizeof *out->marks);
    while (terms_next(&t)) {
        struct snippet_mark *before =
            out->n_marks > 0 ? &out->marks[out->n_marks - 1] : NULL;
        uint32_t at = (uint32_t)t.at, len = (uint32_t)t.len;
        if (find_term(w, t.term) == w->n_terms)
            continue;
        /* Neighbors in a script without blanks share a character. */
        if (before && before->at + before->len >= at)
            before->len = at + len - before->at;
        else if (out->n_marks < N_MARKS)
            out->marks[out->n_marks++] = (struct snippet_mark){at, len};
    }
    terms_done(&t);
}

struct snippet
snippet_find(
    const struct snippet_words *w, struct str text, struct arena *arena)
{
    struct recent best = find_best(w, text);
    struct snippet found = {0};

    if (best.n == 0)
        return found;
    const struct found *last = &best.hits[best.n - 1];
    size_t start = find_start(text, best.hits[0].at);
    size_t end = find_end(text, last->at + last->len);

    char *copy = arena_alloc(arena, end - start + 1);
    memcpy(copy, text.ptr + start, end - start);
    copy[end - start] = '\0';
    for (size_t i = 0; i < end - start; i++)
        if (copy[i] == '\n')
            copy[i] = ' ';
    found.text = (struct str){copy, end - start};
    found.at = best.hits[0].at;
    add_marks(w, arena, &found);
    return found;
}
