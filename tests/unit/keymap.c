/* SPDX-License-Identifier: ISC */
/*
 * Tests of app/keymap.h.
 */
#include "app/keymap.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

/* A keymap without any key. */
static const struct keymap empty;

/*
 * Checks that the action has the keys, in the words of the config file.
 */
static void
assert_keys(const struct keymap *m, enum action action, const char *want)
{
    struct buf got = {0};

    buf_end(&got);
    keymap_add_keys(m, action, 0, &got);
    assert_string_equal(got.ptr, want);
    buf_done(&got);
}

/*
 * Looks up what the keys in words mean, and checks that every beginning of them
 * is the beginning of something.
 */
static enum action
find(const struct keymap *m, const char *keys)
{
    struct keymap one = empty;
    struct err err = {0};
    enum action action = ACTION_NONE;

    assert_true(keymap_bind(&one, ACTION_QUIT, str_of(keys), &err));
    const struct keymap_binding *b = &one.bindings[0];
    for (uint32_t n = 1; n < b->n_keys; n++)
        assert_int_equal(keymap_find(m, b->keys, n, &action), KEYMAP_PREFIX);
    if (keymap_find(m, b->keys, b->n_keys, &action) != KEYMAP_ACTION)
        action = ACTION_NONE;
    keymap_done(&one);
    return action;
}

static void
test_keymap_reads_every_key_and_writes_it_back(void **state)
{
    static const struct {
        const char *text;
        keymap_key key;
        const char *back; /* NULL: as text */
    } cases[] = {
        {"j", 'j', NULL},
        {"J", 'J', NULL},
        {"\xC3\xA4", 0xE4, NULL},
        {"\xE2\x82\xAC", 0x20AC, NULL},
        {"\xF0\x9F\x98\x80", 0x1F600, NULL},
        {">", '>', NULL},
        {"=", '=', NULL},
        {"#", '#', NULL},
        {"<lt>", '<', NULL},
        {"<Space>", ' ', NULL},
        {";", ';', "<Semicolon>"},
        {"<Tab>", KEYMAP_TAB, NULL},
        {"<S-Tab>", KEYMAP_BACK_TAB, NULL},
        {"<pagedown>", KEYMAP_PAGE_DOWN, "<PageDown>"},
        {"<F12>", KEYMAP_F12, NULL},
        {"<C-d>", KEYMAP_CTRL | 'd', NULL},
        {"<C-D>", KEYMAP_CTRL | 'd', "<C-d>"},
        {"<c-d>", KEYMAP_CTRL | 'd', "<C-d>"},
        {"<C-\\>", KEYMAP_CTRL | '\\', NULL},
        {"<C-_>", KEYMAP_CTRL | '_', NULL},
        {"<C-@>", KEYMAP_CTRL | ' ', "<C-Space>"},
        {"<C-i>", KEYMAP_TAB, "<Tab>"},
        {"<C-m>", KEYMAP_ENTER, "<Enter>"},
        {"<C-[>", KEYMAP_ESCAPE, "<Esc>"},
        {"<C-Down>", KEYMAP_CTRL | KEYMAP_DOWN, NULL},
        {"<C-S-Tab>", KEYMAP_CTRL | KEYMAP_BACK_TAB, NULL},
        {"<A-x>", KEYMAP_ALT | 'x', NULL},
        {"<A-X>", KEYMAP_ALT | 'X', NULL},
        {"<A-\xC3\xA4>", KEYMAP_ALT | 0xE4, NULL},
        {"<A->>", KEYMAP_ALT | '>', NULL},
        {"<A-lt>", KEYMAP_ALT | '<', NULL},
        {"<A-Enter>", KEYMAP_ALT | KEYMAP_ENTER, NULL},
        {"<C-A-x>", KEYMAP_CTRL | KEYMAP_ALT | 'x', NULL},
        {"<A-C-x>", KEYMAP_CTRL | KEYMAP_ALT | 'x', "<C-A-x>"},
    };
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct keymap m = empty;
        struct err err = {0};
        if (!keymap_bind(&m, ACTION_TOP, str_of(cases[i].text), &err))
            fail_msg("%s: %s", cases[i].text, err.text);
        if (m.bindings[0].n_keys != 1 || m.bindings[0].keys[0] != cases[i].key)
            fail_msg("%s: another key", cases[i].text);
        assert_keys(
            &m, ACTION_TOP, cases[i].back ? cases[i].back : cases[i].text);
        keymap_done(&m);
    }
}

static void
test_keymap_knows_every_named_key(void **state)
{
    static const struct {
        keymap_key key;
        const char *text;
    } cases[] = {
#define X(constant, name) {constant, "<" name ">"},
        KEYMAP_NAMES(X)
#undef X
    };
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct keymap m = empty;
        struct err err = {0};
        assert_true(keymap_bind(&m, ACTION_TOP, str_of(cases[i].text), &err));
        assert_int_equal(m.bindings[0].keys[0], cases[i].key);
        assert_keys(&m, ACTION_TOP, cases[i].text);
        keymap_done(&m);
    }
}

static void
test_keymap_says_what_is_no_key(void **state)
{
    static const struct {
        const char *text, *want;
    } cases[] = {
        {"<", "'<' is no key; '<' itself is <lt>"},
        {"<>", "'<>' is no key; '<' itself is <lt>"},
        {"<C->", "'<C->' is no key; '<' itself is <lt>"},
        {"g<Down", "'<Down' is no key; '<' itself is <lt>"},
        {"<Downn>", "there is no key '<Downn>'"},
        {"<x>", "there is no key '<x>'"},
        {"<C-xy>x", "there is no key '<C-xy>'"},
        {"<C-1>", "there is no key '<C-1>'"},
        {"<C-\xC3\xA4>", "there is no key '<C-\xC3\xA4>'"},
        {"<S-Down>", "there is no key '<S-Down>'"},
        {"5j", "'5j' begins with a digit, which is typed for a count"},
        {"abcdefghi", "'abcdefghi' has more than 8 keys"},
        {"\xC3", "'\xEF\xBF\xBD' is no key"},
        {"\xE2\x80\xAE", "'<U+202E>' is no key"},
    };
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct keymap m = empty;
        struct err err = {0};
        if (keymap_bind(&m, ACTION_TOP, str_of(cases[i].text), &err))
            fail_msg("%s: was taken", cases[i].text);
        if (err.code != ERR_BAD_DATA || strcmp(err.text, cases[i].want) != 0)
            fail_msg("%s: said '%s'", cases[i].text, err.text);
        assert_int_equal(m.n_bindings, 0);
        keymap_done(&m);
    }
}

static void
test_keymap_finds_the_default_keys_of_every_action(void **state)
{
    struct keymap m;
    (void)state;

    keymap_init(&m);
    for (enum action a = ACTION_NONE + 1; a < ACTION_COUNT; a++)
        assert_keys(&m, a, action_row(a)->keys);
    assert_int_equal(find(&m, "j"), ACTION_LINE_DOWN);
    assert_int_equal(find(&m, "<Space>"), ACTION_PAGE_DOWN);
    assert_int_equal(find(&m, "zR"), ACTION_UNFOLD_ALL);
    assert_int_equal(find(&m, ":p"), ACTION_PREV_ARTICLE);
    keymap_done(&m);
}

static void
test_keymap_tells_beginnings_from_nothing(void **state)
{
    enum action action = ACTION_QUIT;
    struct keymap m;
    (void)state;

    keymap_init(&m);
    assert_int_equal(
        keymap_find(&m, (keymap_key[]){'z'}, 1, &action), KEYMAP_PREFIX);
    assert_int_equal(
        keymap_find(&m, (keymap_key[]){'z', 'x'}, 2, &action), KEYMAP_NOTHING);
    assert_int_equal(
        keymap_find(&m, (keymap_key[]){'j', 'j'}, 2, &action), KEYMAP_NOTHING);
    assert_int_equal(
        keymap_find(&m, (keymap_key[]){0x20AC}, 1, &action), KEYMAP_NOTHING);
    assert_int_equal(action, ACTION_QUIT);
    keymap_done(&m);
}

static void
test_keymap_gives_a_key_to_its_last_action(void **state)
{
    struct err err = {0};
    struct keymap m;
    (void)state;

    keymap_init(&m);
    assert_true(keymap_bind(&m, ACTION_MOUSE, STR(" f \t k j "), &err));
    assert_keys(&m, ACTION_MOUSE, "M f k j");
    assert_keys(&m, ACTION_LINE_DOWN, "<Down> <C-n>");
    assert_keys(&m, ACTION_LINE_UP, "<Up> <C-p>");
    assert_int_equal(find(&m, "j"), ACTION_MOUSE);
    keymap_done(&m);
}

static void
test_keymap_refuses_what_could_not_be_typed(void **state)
{
    static const struct {
        const char *keys, *want;
    } cases[] = {
        {"z", "'z' begins 'za', the key of fold"},
        {"X jj", "'jj' begins with 'j', the key of line-down"},
        {"x xx", "'xx' begins with 'x', the key of mouse"},
    };
    struct keymap m;
    (void)state;

    keymap_init(&m);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct err err = {0};
        assert_false(
            keymap_bind(&m, ACTION_MOUSE, str_of(cases[i].keys), &err));
        assert_string_equal(err.text, cases[i].want);
        assert_keys(&m, ACTION_MOUSE, "M");
        assert_keys(&m, ACTION_LINE_DOWN, "j <Down> <C-n>");
    }
    keymap_done(&m);
}

static void
test_keymap_unbinds(void **state)
{
    struct err err = {0};
    struct keymap m;
    (void)state;

    keymap_init(&m);
    keymap_unbind(&m, ACTION_FOLD);
    keymap_unbind(&m, ACTION_FOLD_ALL);
    keymap_unbind(&m, ACTION_UNFOLD_ALL);
    assert_keys(&m, ACTION_FOLD, "");
    assert_int_equal(find(&m, "z"), ACTION_NONE);
    assert_true(keymap_bind(&m, ACTION_FOLD, STR("z"), &err));
    assert_int_equal(find(&m, "z"), ACTION_FOLD);
    keymap_done(&m);
}

static void
test_keymap_less_searches_backward_with_a_question_mark(void **state)
{
    struct keymap m;
    (void)state;

    keymap_init(&m);
    assert_int_equal(find(&m, "?"), ACTION_HELP);
    assert_true(keymap_use(&m, STR("less")));
    assert_int_equal(find(&m, "?"), ACTION_FIND_BACK);
    assert_int_equal(find(&m, "h"), ACTION_HELP);
    assert_int_equal(find(&m, ">"), ACTION_BOTTOM);
    assert_false(keymap_use(&m, STR("vi")));
    assert_int_equal(find(&m, "?"), ACTION_FIND_BACK);
    assert_true(keymap_use(&m, STR("gutread")));
    assert_int_equal(find(&m, "?"), ACTION_HELP);
    assert_int_equal(find(&m, ">"), ACTION_RIGHT);
    keymap_done(&m);
}

static void
test_keymap_writes_the_first_keys_only_when_asked(void **state)
{
    struct buf got = {0};
    struct keymap m;
    (void)state;

    keymap_init(&m);
    keymap_add_keys(&m, ACTION_PAGE_DOWN, 2, &got);
    assert_string_equal(got.ptr, "<Space> f");
    buf_done(&got);
    keymap_done(&m);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_keymap_reads_every_key_and_writes_it_back),
        cmocka_unit_test(test_keymap_knows_every_named_key),
        cmocka_unit_test(test_keymap_says_what_is_no_key),
        cmocka_unit_test(test_keymap_finds_the_default_keys_of_every_action),
        cmocka_unit_test(test_keymap_tells_beginnings_from_nothing),
        cmocka_unit_test(test_keymap_gives_a_key_to_its_last_action),
        cmocka_unit_test(test_keymap_refuses_what_could_not_be_typed),
        cmocka_unit_test(test_keymap_unbinds),
        cmocka_unit_test(
            test_keymap_less_searches_backward_with_a_question_mark),
        cmocka_unit_test(test_keymap_writes_the_first_keys_only_when_asked),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
