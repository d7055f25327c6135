/* SPDX-License-Identifier: ISC */
/*
 * Tests of base/unseen.h, as utf8_add_clean() uses it.
 */
#include "base/unseen.h"

#include "base/utf8.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

/* As many as a letter may have. */
#define MARKS "\u0300\u0301\u0302\u0303\u0304\u0305\u0306\u0307"

struct sample {
    const char *name, *dirty;
    const char *clean; /* NULL: nothing is wrong with it */
};

static int
start(void **state)
{
    (void)state;
    return utf8_start() ? 0 : -1;
}

static void
clean_all(const struct sample *samples, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        const struct sample *c = &samples[i];
        const char *want = c->clean ? c->clean : c->dirty;
        struct buf once = {0}, twice = {0};
        utf8_add_clean(&once, str_of(c->dirty));
        utf8_add_clean(&twice, buf_str(&once));
        if (!str_eq(buf_str(&once), str_of(want)))
            fail_msg("%s: got '%s'", c->name, once.ptr);
        if (!str_eq(buf_str(&twice), str_of(want)))
            fail_msg("%s: cleaned again '%s'", c->name, twice.ptr);
        buf_done(&once);
        buf_done(&twice);
    }
}

#define CLEAN_ALL(samples)                                                     \
    clean_all(samples, sizeof(samples) / sizeof *(samples))

static void
test_unseen_keeps_what_scripts_need(void **state)
{
    static const struct sample samples[] = {
        {"a Persian half blank",
            "\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645", NULL},
        {"a joiner of Devanagari", "\u0915\u094D\u200D\u0937", NULL},
        {"a joiner at the end", "\u0936\u094D\u0930\u0940 \u0930\u094D\u200D",
            NULL},
        {"Hebrew with points and marks",
            "\u05D1\u05B0\u05BC\u05E8\u05B5\u05D0\u05E9\u05B4\u05C1\u0596\u05D9"
            "\u05EA",
            NULL},
        {"Thai that may break",
            "\u0E2A\u0E27\u0E31\u0E2A\u0E14\u0E35\u200B\u0E0A\u0E32\u0E27\u0E42"
            "\u0E25\u0E01",
            NULL},
        {"a direction mark", "\u05E9\u05DC\u05D5\u05DD\u200F!", NULL},
        {"jamo without a consonant", "\u115F\u1161", NULL},
        {"a variant of Mongolian", "\u1820\u180B", NULL},
        {"a variant of Han", "\u8FBA\U000E0100", NULL},
        {"marks of Tibetan", "\u0F67\u0F71\u0F74\u0F83", NULL},
        {"hieroglyphs in a square", "\U00013000\U00013430\U00013001", NULL},
        {"marks kept in order", "\u05D0\u05B7\u034F\u05C0", NULL},
        {"a soft hyphen", "Wort\u00ADende", NULL},
    };
    (void)state;
    CLEAN_ALL(samples);
}

static void
test_unseen_keeps_emoji_whole(void **state)
{
    static const struct sample samples[] = {
        {"a family", "\U0001F468\u200D\U0001F469\u200D\U0001F467", NULL},
        {"a heart", "\u2764\uFE0F", NULL},
        {"a heart on fire", "\u2764\uFE0F\u200D\U0001F525", NULL},
        {"a tone", "\U0001F469\U0001F3FD\u200D\U0001F680", NULL},
        {"a flag", "\U0001F1E9\U0001F1EA", NULL},
        {"a rainbow flag", "\U0001F3F3\uFE0F\u200D\U0001F308", NULL},
        {"a key", "1\uFE0F\u20E3", NULL},
    };
    (void)state;
    CLEAN_ALL(samples);
}

static void
test_unseen_drops_what_hides_something(void **state)
{
    static const struct sample samples[] = {
        {"joiners in a word", "pay\u200Dp\u200Cal", "paypal"},
        {"many blanks of no width", "a\u200B\u200B\u200B\u200Bb", "a\u200Bb"},
        {"marks of direction", "a\u200E\u200F\u200E\u200Fb", "a\u200Eb"},
        {"soft hyphens", "a\u00AD\u00AD\u00ADb", "a\u00ADb"},
        {"bytes behind an emoji",
            "\U0001F600\uFE00\uFE01\uFE0F\U000E0140\U000E0150",
            "\U0001F600\uFE00"},
        {"bytes behind a letter", "a\U000E0140\U000E0150\uFE0F", "a"},
        {"blank letters", "a\u3164\uFFA0b", "ab"},
        {"jamo fillers", "a\u115F\u1160b", "ab"},
        {"a heap of marks", "a" MARKS MARKS MARKS "b", "a" MARKS "b"},
        {"a heap with joiners in it", "a" MARKS "\u200C" MARKS, "a" MARKS},
        {"a heap behind a soft hyphen", "a" MARKS "\u00AD" MARKS,
            "a" MARKS "\u00AD"},
        {"steps of shorthand", "a\U0001BCA0\U0001BCA3b", "ab"},
        {"squares without hieroglyphs", "a\U00013430\U00013437b", "ab"},
        {"a heap of one sign", "\U00013000\U00013430\U00013430\U00013430",
            "\U00013000\U00013430"},
        {"joiners of marks", "a\u034F\u034F\u034Fb", "a\u034Fb"},
        {"what has no meaning yet", "a\uFFF0\uFFF8b", "ab"},
        {"a joiner before a letter", "\U0001F468\u200Da", "\U0001F468a"},
        {"a joiner behind a mark", "\xFF\u200Da", "\uFFFDa"},
    };
    (void)state;
    CLEAN_ALL(samples);
}

static void
test_unseen_marks_directions_without_their_end(void **state)
{
    static const struct sample samples[] = {
        {"an isolate with its end", "a \u2068\u05E9\u05DC\u05D5\u05DD\u2069 b",
            "a \u05E9\u05DC\u05D5\u05DD b"},
        {"an embedding with its end", "\u202B\u05E9\u05DC\u05D5\u05DD\u202C.",
            "\u05E9\u05DC\u05D5\u05DD."},
        {"two of them", "\u2066a\u2069\u2066b\u2069", "ab"},
        {"an override, even with its end", "\u202Egpj\u202C",
            "<U+202E>gpj<U+202C>"},
        {"without an end", "\u2066a", "<U+2066>a"},
        {"an end alone", "a\u2069b", "a<U+2069>b"},
        {"the end of another kind", "\u2066a\u202C", "<U+2066>a<U+202C>"},
        {"an end on another line", "\u2066a\n\u2069", "<U+2066>a\n<U+2069>"},
        {"an override within", "\u2066\u202Ea\u2069",
            "<U+2066><U+202E>a<U+2069>"},
    };
    (void)state;
    CLEAN_ALL(samples);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_unseen_keeps_what_scripts_need),
        cmocka_unit_test(test_unseen_keeps_emoji_whole),
        cmocka_unit_test(test_unseen_drops_what_hides_something),
        cmocka_unit_test(test_unseen_marks_directions_without_their_end),
    };

    return cmocka_run_group_tests(tests, start, NULL);
}
