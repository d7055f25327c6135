/* SPDX-License-Identifier: ISC */
/*
 * filter - which rows of a list have the words
 *
 * The texts of all rows stand folded in one buffer, one behind the other. Most
 * are ASCII, which is folded here, ten times as fast as by the rules for all of
 * Unicode. What begins with the words before has the same words, the last one
 * longer, and perhaps more of them: it can only lose rows.
 */
#include "ui/filter.h"

#include "base/mem.h"
#include "base/utf8.h"

#include <stdlib.h>

/* Leaves no row out. */
static void
show_all(struct filter *f)
{
    free(f->shown);
    f->shown = NULL;
    f->n_shown = f->n_rows;
}

void
filter_reset(struct filter *f, uint32_t n_rows)
{
    filter_done(f);
    f->n_rows = f->n_shown = n_rows;
}

void
filter_done(struct filter *f)
{
    free(f->ends);
    free(f->shown);
    buf_done(&f->words);
    buf_done(&f->folded);
    *f = (struct filter){0};
}

/* Appends text folded, with blanks for line ends. */
static void
add_folded(struct buf *out, struct str text)
{
    size_t start = out->len;
    unsigned char bits = 0;

    for (size_t i = 0; i < text.len; i++)
        bits |= (unsigned char)text.ptr[i];
    /* NFKD changes no ASCII, and drops nothing from it. */
    if (bits < 0x80)
        buf_add_str(out, text);
    else
        utf8_add_folded(out, text);
    for (size_t i = start; i < out->len; i++) {
        char c = out->ptr[i];
        if (c >= 'A' && c <= 'Z')
            out->ptr[i] = (char)(c - 'A' + 'a');
        else if (c == '\n')
            out->ptr[i] = ' ';
    }
}

/* Asks for all texts, once for as long as the rows are the same. */
static void
fold_texts(struct filter *f, filter_text_fn add_text, void *user)
{
    struct buf text = {0};

    f->ends = mem_alloc_zero(f->n_rows, sizeof *f->ends);
    for (uint32_t row = 0; row < f->n_rows; row++) {
        buf_cut(&text, 0);
        add_text(user, row, &text);
        add_folded(&f->folded, buf_str(&text));
        f->ends[row] = f->folded.len;
    }
    buf_done(&text);
}

static struct str
folded_text(const struct filter *f, uint32_t row)
{
    size_t from = row > 0 ? f->ends[row - 1] : 0;

    return str_slice(buf_str(&f->folded), from, f->ends[row]);
}

/* Tells whether all words, parted by blanks, occur in text. */
static bool
has_words(struct str text, struct str words)
{
    while (words.len > 0) {
        size_t end = str_find(words, STR(" "), 0);
        struct str word = str_slice(words, 0, end);
        if (word.len > 0 && str_find(text, word, 0) == text.len)
            return false;
        words = str_slice(words, end + 1, words.len);
    }
    return true;
}

/* Keeps the rows that have the words: of those still shown, or of all. */
static void
narrow(struct filter *f, bool has_grown)
{
    uint32_t n_before = has_grown ? f->n_shown : f->n_rows;
    uint32_t n = 0;

    if (!f->shown)
        f->shown = mem_alloc_zero(f->n_rows, sizeof *f->shown);
    for (uint32_t i = 0; i < n_before; i++) {
        uint32_t row = has_grown ? f->shown[i] : i;
        if (has_words(folded_text(f, row), buf_str(&f->words)))
            f->shown[n++] = row;
    }
    f->n_shown = n;
}

void
filter_apply(
    struct filter *f, struct str words, filter_text_fn add_text, void *user)
{
    struct buf folded = {0};

    add_folded(&folded, str_trim(words));
    bool has_grown =
        f->shown && str_starts(buf_str(&folded), buf_str(&f->words));
    buf_done(&f->words);
    f->words = folded;
    if (folded.len == 0) {
        show_all(f);
        return;
    }
    if (!f->ends)
        fold_texts(f, add_text, user);
    narrow(f, has_grown);
}

uint32_t
filter_row(const struct filter *f, uint32_t place)
{
    return f->shown ? f->shown[place] : place;
}

uint32_t
filter_place(const struct filter *f, uint32_t row)
{
    uint32_t low = 0, high = f->n_shown;

    if (!f->shown)
        return row < f->n_shown ? row : 0;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (f->shown[middle] < row)
            low = middle + 1;
        else
            high = middle;
    }
    return low < f->n_shown && f->shown[low] == row ? low : 0;
}
