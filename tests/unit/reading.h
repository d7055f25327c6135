/* SPDX-License-Identifier: ISC */
/*
 * reading - documents and the sketches that they should make
 *
 * Runs a table of cases through parse_article(), holds the sketch of each (see
 * sketch.h) against the one that is wanted, and proves the invariants by the
 * way.
 */
#ifndef UNIT_READING_H
#define UNIT_READING_H

#include "parse/parse.h"
#include "sketch.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct reading {
    const char *name, *text, *want;
};

/*
 * Returns the article of text, owned.
 */
static inline struct article *
reading_of(const char *text, const struct parse_opts *opts)
{
    struct err err = {0};
    struct article *a = parse_article(str_of(text), opts, &err);

    if (!a || !article_check(a, &err)) {
        fprintf(stderr, "'%s': %s\n", text, err.text);
        abort();
    }
    return a;
}

/*
 * Returns how many of the n cases make another sketch than they should, and
 * shows these.
 */
static inline int
reading_failures(
    const struct reading *cases, size_t n, const struct parse_opts *opts)
{
    int n_failed = 0;

    for (size_t i = 0; i < n; i++) {
        struct article *a = reading_of(cases[i].text, opts);
        char *got = sketch_of(a);
        if (strcmp(got, cases[i].want) != 0) {
            n_failed++;
            fprintf(stderr, "%s:\n    got  %s\n    want %s\n", cases[i].name,
                got, cases[i].want);
        }
        free(got);
        article_free(a);
    }
    return n_failed;
}

/* The same for an array of cases. */
#define READING_CHECK(cases, opts)                                             \
    assert_int_equal(                                                          \
        reading_failures((cases), sizeof(cases) / sizeof *(cases), (opts)), 0)

#endif
