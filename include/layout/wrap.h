/* SPDX-License-Identifier: ISC */
/*
 * wrap - breaks one paragraph into lines
 *
 * The text is a whole paragraph, clean in the sense of utf8_is_clean(); '\n'
 * ends a line. The result are ranges of bytes. Blanks where a line ends belong
 * to no line; otherwise the lines hold all of the text, in order. A line is
 * broken where Unicode allows it (UAX 14), and inside a word only when the word
 * alone is too wide: then after a "/" or the like, at last between graphemes.
 * No line is wider than asked for, but for one grapheme that is wider.
 *
 * It does not know spans, margins or marks: see the callers.
 *
 * Example: print a text at 40 columns.
 *
 *      struct wrap w = {0};
 *      wrap_text(&w, s, (struct wrap_opts){.cols = 40});
 *      for (uint32_t i = 0; i < w.n_lines; i++)
 *          printf("%.*s\n", (int)(w.lines[i].to - w.lines[i].from),
 *              s.ptr + w.lines[i].from);
 *      wrap_done(&w);
 */
#ifndef LAYOUT_WRAP_H
#define LAYOUT_WRAP_H

#include "base/str.h"

#include <stdbool.h>
#include <stdint.h>

struct wrap_line {
    uint32_t from, to; /* bytes of the text, without blanks at the end */
    uint32_t cols;     /* width, with the hyphen */
    bool has_hyphen;   /* broken at a soft hyphen: show "-" behind it */
};

/* A zeroed struct wrap is empty. It keeps its memory from text to text. */
struct wrap {
    struct wrap_line *lines;
    uint32_t n_lines, cap_lines;

    /* Private. */
    struct wrap_box *boxes;
    struct wrap_node *nodes;
    char *breaks;
    uint32_t n_boxes, cap_boxes, cap_nodes, cap_breaks;
};

struct wrap_opts {
    uint32_t cols;  /* width of a line; 0: only '\n' ends one */
    uint32_t hang;  /* how much narrower all lines but the first are */
    bool is_greedy; /* take what fits instead of balancing lines */
};

/*
 * Breaks text into w->lines, which live until the next call. Balanced lines
 * are never more than greedy ones. An empty text has no lines. Linear in the
 * length of text.
 */
void wrap_text(struct wrap *w, struct str text, struct wrap_opts opts);

/*
 * Measures text: out_word is the width of its widest piece that cannot be
 * broken well, out_line that of its widest line when only '\n' ends lines.
 */
void wrap_measure(
    struct wrap *w, struct str text, uint32_t *out_word, uint32_t *out_line);

/*
 * Frees what w holds and leaves it empty.
 */
void wrap_done(struct wrap *w);

#endif
