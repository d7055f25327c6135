/* SPDX-License-Identifier: ISC */
/*
 * Tests of ui/chord.h.
 */
#include "ui/chord.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

static int
start(void **state)
{
    static struct keymap keymap;
    keymap_init(&keymap);
    *state = &keymap;
    return 0;
}

static int
end(void **state)
{
    keymap_done(*state);
    return 0;
}

/* Types the keys, of which all but the last leave the chord pending. */
static enum chord_effect
type(struct chord *c, const struct keymap *m, const char *keys,
    enum action *out_action, unsigned *out_count)
{
    enum chord_effect effect = CHORD_UNKNOWN;
    for (; *keys; keys++) {
        effect = chord_add(c, m, (unsigned char)*keys, out_action, out_count);
        if (keys[1])
            assert_int_equal(effect, CHORD_PENDING);
    }
    return effect;
}

static void
test_chord_takes_keys_counts_and_sequences(void **state)
{
    static const struct {
        const char *keys;
        enum action action;
        unsigned count;
    } cases[] = {
        {"j", ACTION_LINE_DOWN, 0},
        {"5j", ACTION_LINE_DOWN, 5},
        {"40%", ACTION_PERCENT, 40},
        {"100%", ACTION_PERCENT, 100},
        {"za", ACTION_FOLD, 0},
        {"12za", ACTION_FOLD, 12},
        {":n", ACTION_NEXT_ARTICLE, 0},
        {"999999999999j", ACTION_LINE_DOWN, CHORD_MAX_COUNT},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct chord c = {0};
        enum action action = ACTION_NONE;
        unsigned count = 77;
        assert_int_equal(
            type(&c, *state, cases[i].keys, &action, &count), CHORD_ACTION);
        assert_int_equal(action, cases[i].action);
        assert_int_equal(count, cases[i].count);
        assert_false(chord_is_pending(&c));
    }
}

static void
test_chord_drops_what_means_nothing(void **state)
{
    static const char *const unknown[] = {"zj", "0", "~", "5~", "3z5"};
    for (size_t i = 0; i < sizeof unknown / sizeof *unknown; i++) {
        struct chord c = {0};
        enum action action = ACTION_NONE;
        unsigned count = 0;
        assert_int_equal(
            type(&c, *state, unknown[i], &action, &count), CHORD_UNKNOWN);
        assert_int_equal(action, ACTION_NONE);
        assert_false(chord_is_pending(&c));
        assert_int_equal(type(&c, *state, "j", &action, &count), CHORD_ACTION);
        assert_int_equal(count, 0);
    }
}

static void
test_chord_is_dropped_by_escape(void **state)
{
    struct chord c = {0};
    enum action action = ACTION_NONE;
    unsigned count = 0;
    type(&c, *state, "5z", &action, &count);
    assert_true(chord_is_pending(&c));
    assert_int_equal(
        chord_add(&c, *state, KEYMAP_ESCAPE, &action, &count), CHORD_UNKNOWN);
    assert_false(chord_is_pending(&c));
    assert_int_equal(
        chord_add(&c, *state, KEYMAP_ESCAPE, &action, &count), CHORD_ACTION);
    assert_int_equal(action, ACTION_CANCEL);
}

static void
test_chord_shows_what_was_typed(void **state)
{
    struct chord c = {0};
    struct buf text = {0};
    enum action action;
    unsigned count;
    type(&c, *state, "12z", &action, &count);
    chord_add_text(&c, &text);
    assert_string_equal(text.ptr, "12z");
    buf_done(&text);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_chord_takes_keys_counts_and_sequences),
        cmocka_unit_test(test_chord_drops_what_means_nothing),
        cmocka_unit_test(test_chord_is_dropped_by_escape),
        cmocka_unit_test(test_chord_shows_what_was_typed),
    };
    return cmocka_run_group_tests(tests, start, end);
}
