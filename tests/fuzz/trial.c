/* SPDX-License-Identifier: ISC */
/*
 * trial - what must hold of every article, however it came about
 */
#include "trial.h"

#include "../laws.h"
#include "base/buf.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "layout/layout.h"
#include "layout/theme.h"
#include "model/codec.h"
#include "out/out.h"

#include <stdio.h>
#include <stdlib.h>

enum {
    CHOICE_LEN = 8, /* bytes at the end that choose */
    WIDE = 0x4E00,  /* takes two cells in every locale with UTF-8 */
};

static const uint32_t widths[] = {
    0, 1, 2, 3, 5, 7, 10, 15, 20, 26, 33, 40, 60, 80, 120, 200};

#define N_WIDTHS (sizeof widths / sizeof *widths)

uint32_t
trial_begin(struct str bytes)
{
    uint32_t choice = 2166136261u; /* FNV-1a */
    size_t from = bytes.len > CHOICE_LEN ? bytes.len - CHOICE_LEN : 0;

    if (utf8_cp_cols(WIDE) != 2)
        trial_require(utf8_start(), "there is a locale with UTF-8");

    for (size_t i = from; i < bytes.len; i++)
        choice = (choice ^ (unsigned char)bytes.ptr[i]) * 16777619u;
    return choice ^ choice >> 16;
}

void
trial_require(bool is_right, const char *what)
{
    if (is_right)
        return;
    fprintf(stderr, "broken: %s\n", what);
    abort();
}

bool
trial_is_same(const struct article *a, const struct article *b)
{
    struct buf one = {0}, other = {0};

    codec_encode(a, &one);
    codec_encode(b, &other);
    bool is_same = str_eq(buf_str(&one), buf_str(&other));
    buf_done(&one);
    buf_done(&other);
    return is_same;
}

static void
try_codec(const struct article *a)
{
    struct buf bytes = {0};
    struct err err = {0};

    codec_encode(a, &bytes);
    struct article *again = codec_decode(bytes.ptr, bytes.len, &err);
    trial_require(again, err.text);
    trial_require(trial_is_same(a, again), "another article comes back");
    article_free(again);
    buf_done(&bytes);
}

static void
require_unbroken(const char *broken, const struct layout *l,
    const struct article *a, uint32_t line)
{
    if (!broken)
        return;
    fprintf(stderr, "%u columns, line %u of\n", l->cols, line);
    for (uint32_t i = 0; i < l->n_lines; i++) {
        char *text = laws_line_text(l, a, i);
        fprintf(stderr, "%3u |%s\n", i, text);
        free(text);
    }
    trial_require(false, broken);
}

/*
 * Tries the layout that opts ask for, with no section folded and with some.
 */
static void
try_layout(const struct article *a, struct layout_opts opts, uint32_t choice)
{
    struct outline *o = outline_new(a);
    uint8_t *folded = mem_alloc_zero(o->n_sections + 1, 1);
    uint32_t line = 0;

    opts.outline = o;
    struct layout *open = layout_new(a, &opts);
    require_unbroken(laws_of_layout(open, a, NULL, &line), open, a, line);

    for (section_ix s = 0; s < o->n_sections; s++)
        folded[s] = (choice >> s % 32 & 1) != 0;
    opts.folded = folded;
    struct layout *closed = layout_new(a, &opts);
    uint8_t *hidden = laws_find_hidden(a, o, folded);
    require_unbroken(laws_of_layout(closed, a, hidden, &line), closed, a, line);
    require_unbroken(
        laws_of_heads(closed, a, o, folded, &line), closed, a, line);

    layout_free(open);
    layout_free(closed);
    free(hidden);
    free(folded);
    outline_free(o);
}

/*
 * Returns the length of the escape sequence at the start of s: a look, or a
 * link to an address of printable ASCII. 0: it is none that may be written.
 */
static size_t
measure_escape(struct str s)
{
    size_t i = 2;

    if (str_starts(s, STR("\033["))) {
        while (i < s.len && strchr("0123456789;", s.ptr[i]))
            i++;
        return i < s.len && s.ptr[i] == 'm' ? i + 1 : 0;
    }
    if (!str_starts(s, STR("\033]8;")))
        return 0;
    while (i < s.len && s.ptr[i] >= ' ' && s.ptr[i] <= '~')
        i++;
    return str_starts(str_slice(s, i, s.len), STR("\033\\")) ? i + 2 : 0;
}

/*
 * Proves that what was written cannot act on a terminal, but for escape
 * sequences where they were asked for.
 */
static void
require_clean(struct str s, bool has_escapes)
{
    while (s.len > 0) {
        size_t end = has_escapes ? str_find(s, STR("\033"), 0) : s.len;
        trial_require(
            utf8_is_clean(str_slice(s, 0, end)), "the output is not clean");
        s = str_slice(s, end, s.len);
        size_t len = s.len > 0 ? measure_escape(s) : 0;
        trial_require(s.len == 0 || len > 0, "the output has a wrong escape");
        s = str_slice(s, len, s.len);
    }
}

static void
try_outputs(const struct article *a, uint32_t choice)
{
    static const int colors[] = {256, 16, 8};
    struct out_opts opts = {
        .cols = widths[choice % N_WIDTHS],
        .is_greedy = choice >> 4 & 1,
        .is_body = choice >> 5 & 1,
        .is_collapsed = choice >> 6 & 1,
        .has_color = choice >> 7 & 1,
        .has_hyperlinks = choice >> 8 & 1,
        .n_colors = colors[(choice >> 9) % 3],
        .links = (enum layout_links)((choice >> 11) % 3),
        .theme = theme_default(),
    };
    struct buf out = {0};
    struct err err;

    for (int format = 0; format < OUT_FORMAT_COUNT; format++) {
        opts.format = (enum out_format)format;
        for (int part = OUT_WHOLE; part <= OUT_QUESTIONS; part++) {
            opts.part = (enum out_part)part;
            buf_cut(&out, 0);
            trial_require(out_write(a, &opts, &out, &err), "a part is missing");
            require_clean(buf_str(&out), format == OUT_ANSI);
        }
    }
    buf_done(&out);
}

void
trial_add_markdown(const struct article *a, struct buf *out)
{
    struct out_opts opts = {.format = OUT_MARKDOWN};
    struct err err = {0};

    trial_require(out_write(a, &opts, out, &err), err.text);
}

void
trial_run(const struct article *a, uint32_t choice)
{
    struct err err = {0};

    trial_require(article_check(a, &err), err.text);
    try_codec(a);
    for (uint32_t i = 0; i < 3; i++) {
        struct layout_opts opts = {
            .cols = widths[(choice + i * 5) % N_WIDTHS],
            .is_greedy = choice >> (4 + i) & 1,
            .has_head = choice >> (7 + i) & 1,
            .links = (enum layout_links)((choice >> 10) % 3),
            .next_title =
                choice >> 12 & 1 ? STR("What comes next") : (struct str){0},
        };
        try_layout(a, opts, choice >> (13 + i));
    }
    try_outputs(a, choice);
}
