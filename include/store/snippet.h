/* SPDX-License-Identifier: ISC */
/*
 * snippet - the piece of a text that has most of what was looked for
 *
 *      struct snippet_words w;
 *      snippet_words_init(&w, STR("gut health"), false);
 *      struct snippet s = snippet_find(&w, text, &arena);
 *      snippet_words_done(&w);
 */
#ifndef STORE_SNIPPET_H
#define STORE_SNIPPET_H

#include "base/arena.h"
#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A word of the snippet that was looked for. */
struct snippet_mark {
    uint32_t at, len; /* bytes of the snippet */
};

struct snippet {
    struct str text; /* on one line; empty: none of the words was found */
    struct snippet_mark *marks;
    uint32_t n_marks;
    size_t at; /* of the first word that counted, in the whole text */
};

/* The words of a query, made ready to be found in texts. */
struct snippet_words {
    struct str *terms; /* in arena */
    bool *is_open;     /* likewise: the word may go on */
    uint32_t n_terms;
    struct arena arena;
};

/*
 * Makes words of a query, as store/hits.h understands it. Without anything in it
 * that finds something there are no words.
 */
void snippet_words_init(
    struct snippet_words *w, struct str query, bool is_typing);

/*
 * Frees what the words own.
 */
void snippet_words_done(struct snippet_words *w);

/*
 * Returns a piece of text and its marks, in the memory of arena. Linear in the
 * size of the text.
 */
struct snippet snippet_find(
    const struct snippet_words *w, struct str text, struct arena *arena);

#endif
