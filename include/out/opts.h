/* SPDX-License-Identifier: ISC */
/*
 * opts - what is to be written of an article, and how
 *
 * Shared by out/out.h and the formats behind it.
 */
#ifndef OUT_OPTS_H
#define OUT_OPTS_H

#include "base/str.h"
#include "layout/opts.h"
#include "layout/theme.h"

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
    struct str tags;     /* markdown: more than the article has, a line each */
    unsigned order; /* markdown: its place in its folder; 0: what it says */
    enum layout_links links;
    const struct theme *theme;
};

#endif
