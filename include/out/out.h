/* SPDX-License-Identifier: ISC */
/*
 * out - an article written in a format
 *
 * One table of formats: text and ansi print a layout, markdown and html write
 * the article's structure, json what programs want. Each can print the whole
 * article, its contents, its questions, or one section.
 */
#ifndef OUT_OUT_H
#define OUT_OUT_H

#include "base/buf.h"
#include "layout/layout.h"
#include "model/article.h"

/* X(constant, name for --format) */
#define OUT_FORMATS(X)                                                         \
    X(OUT_TEXT, "text")                                                        \
    X(OUT_ANSI, "ansi")                                                        \
    X(OUT_MARKDOWN, "markdown")                                                \
    X(OUT_HTML, "html")                                                        \
    X(OUT_JSON, "json")

enum out_format {
#define X(constant, name) constant,
    OUT_FORMATS(X)
#undef X
    OUT_FORMAT_COUNT
};

enum out_part {
    OUT_WHOLE,
    OUT_CONTENTS,
    OUT_QUESTIONS
};

struct out_opts {
    enum out_format format;
    enum out_part part;
    struct str section; /* only this one: title, prefix or number; or empty */
    uint32_t cols;      /* 0: do not wrap */
    bool is_greedy;
    bool is_body;        /* without title, byline and notices */
    bool is_collapsed;   /* folds closed */
    bool has_color;      /* ansi: SGR */
    bool has_hyperlinks; /* ansi: OSC 8 */
    int n_colors;        /* ansi: 256, 16 or 8 */
    enum layout_links links;
    const struct theme *theme;
};

/*
 * Appends the article, or the part asked for, to out in the format. Returns
 * false and ERR_NOT_FOUND when there is no such section; a part that is empty
 * (no headings, no questions) is no failure.
 */
bool out_write(const struct article *a, const struct out_opts *opts,
    struct buf *out, struct err *err) __attribute__((warn_unused_result));

#endif
