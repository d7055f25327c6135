/* SPDX-License-Identifier: ISC */
/*
 * Fuzzes base/utf8.h: cleaning makes clean text of any bytes and leaves that
 * alone, and graphemes, widths and words do not depend on where a text is cut.
 */
#include "base/buf.h"
#include "base/utf8.h"
#include "base/words.h"
#include "trial.h"

#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

/*
 * Decodes and encodes all of s again.
 */
static void
try_decoding(struct str s)
{
    struct buf again = {0};
    bool is_valid = utf8_is_valid(s);

    for (size_t i = 0; i < s.len;) {
        uint32_t cp;
        size_t step = utf8_decode(s.ptr + i, s.len - i, &cp);
        trial_require(step > 0 && step <= 4 && step <= s.len - i,
            "a step is outside of the text");
        utf8_add_cp(&again, cp);
        i += step;
    }
    trial_require(utf8_is_valid(buf_str(&again)), "it was encoded wrong");
    trial_require(is_valid == str_eq(s, buf_str(&again)),
        "what is valid comes back, and nothing else");
    buf_done(&again);
}

/*
 * Walks the graphemes of s, which is clean.
 */
static void
try_graphemes(struct str s)
{
    size_t cols = 0;

    for (size_t i = 0; i < s.len;) {
        struct str rest = str_slice(s, i, s.len);
        size_t step = utf8_grapheme(rest);
        size_t fit_cols;
        trial_require(
            step > 0 && step <= rest.len, "a grapheme is outside of the text");
        struct str grapheme = str_slice(rest, 0, step);
        trial_require(utf8_is_valid(grapheme), "a grapheme is cut");
        trial_require(utf8_grapheme(grapheme) == step, "a grapheme is two");

        size_t width = utf8_cols(grapheme);
        struct str fit = utf8_fit(grapheme, width, &fit_cols);
        trial_require(fit.len == step && fit_cols == width, "it does not fit");
        cols += width;
        i += step;
    }
    trial_require(cols == utf8_cols(s), "the width is not that of its parts");
}

/*
 * Folds and lowers s, which is clean, twice.
 */
static void
try_case(struct str s)
{
    struct buf once = {0}, twice = {0};

    utf8_add_folded(&once, s);
    utf8_add_folded(&twice, buf_str(&once));
    trial_require(utf8_is_valid(buf_str(&once)), "folding breaks text");
    trial_require(str_eq(buf_str(&once), buf_str(&twice)),
        "what is folded can be folded again");
    buf_cut(&once, 0);
    utf8_add_lower(&once, s);
    trial_require(utf8_is_valid(buf_str(&once)), "lower case breaks text");
    buf_done(&once);
    buf_done(&twice);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    struct str s = {(const char *)bytes, len};
    uint32_t choice = trial_begin(s);
    struct buf clean = {0}, again = {0};
    size_t cols;

    try_decoding(s);
    utf8_add_clean(&clean, s);
    trial_require(utf8_is_clean(buf_str(&clean)), "it is not clean");
    utf8_add_clean(&again, buf_str(&clean));
    trial_require(str_eq(buf_str(&clean), buf_str(&again)),
        "what is clean is cleaned again");

    struct str text = buf_str(&clean);
    try_decoding(text);
    try_graphemes(text);
    try_case(text);
    struct str fit = utf8_fit(text, choice % 256, &cols);
    trial_require(cols <= choice % 256 && cols == utf8_cols(fit),
        "more than fits was taken");
    trial_require(words_count(fit) <= fit.len, "there are words of nothing");
    buf_done(&clean);
    buf_done(&again);
    return 0;
}
