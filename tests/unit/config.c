/* SPDX-License-Identifier: ISC */
/*
 * Tests of app/config.h.
 */
#include "app/config.h"

#include "base/file.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

/* What a config file changes, and what was wrong with it. */
struct result {
    struct options o;
    struct keymap m;
    struct err err;
    bool ok;
};

static struct result
read_text(const char *text)
{
    struct result r = {0};

    options_init(&r.o);
    keymap_init(&r.m);
    r.ok = config_read(str_of(text), "config", &r.o, &r.m, &r.err);
    return r;
}

static void
release(struct result *r)
{
    options_done(&r->o);
    keymap_done(&r->m);
}

static void
assert_keys(const struct keymap *m, enum action action, const char *want)
{
    struct buf got = {0};

    buf_end(&got);
    keymap_add_keys(m, action, 0, &got);
    assert_string_equal(got.ptr, want);
    buf_done(&got);
}

static void
test_config_reads_settings_and_keys(void **state)
{
    struct result r = read_text("\xEF\xBB\xBFmeasure = 60\r\n"
                                "# a comment\n"
                                "; another one\n"
                                "   wrap: greedy ; a third one\n"
                                "\n"
                                "[keys]\n"
                                "next-heading = ] <C-Down>\n"
                                "  mouse =\n"
                                "[gutread]\n"
                                "\tbrowser = lynx -dump 'x;y'\n");
    (void)state;

    assert_string_equal(r.err.text, "");
    assert_true(r.ok);
    assert_int_equal(r.o.measure, 60);
    assert_int_equal(r.o.wrap, OPTIONS_GREEDY);
    assert_string_equal(r.o.browser, "lynx -dump 'x;y'");
    assert_keys(&r.m, ACTION_NEXT_HEADING, "] <C-Down>");
    assert_keys(&r.m, ACTION_MOUSE, "");
    assert_keys(&r.m, ACTION_LINE_DOWN, "j <Down> <C-n>");
    release(&r);
}

static void
test_config_an_empty_file_changes_nothing(void **state)
{
    static const char *const texts[] = {"", "\n", "# x", "[keys]\n[gutread]\n"};
    (void)state;

    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct result r = read_text(texts[i]);
        assert_true(r.ok);
        assert_int_equal(r.o.measure, 72);
        assert_keys(&r.m, ACTION_HELP, "h ? <F1>");
        release(&r);
    }
}

/* Beginning of a line that is too long for inih, whose limit is 200. */
#define LONG                                                                   \
    "0123456789012345678901234567890123456789012345678901234567890123456789"   \
    "0123456789012345678901234567890123456789012345678901234567890123456789"   \
    "0123456789012345678901234567890123456789012345678901234567890123456789"

static void
test_config_says_in_which_line_a_mistake_is(void **state)
{
    static const struct {
        const char *text, *want;
    } cases[] = {
        {"mesure = 60",
            "config:1: unknown key 'mesure' (did you mean 'measure'?)"},
        {"\n\n \nzap = 1", "config:4: unknown key 'zap'"},
        {"measure = 1",
            "config:1: measure: '1' is not a number from 20 to 500"},
        {"toc = yes", "config:1: 'toc' can be given on the command line only"},
        {"measure", "config:1: neither NAME = VALUE nor [SECTION]"},
        {"\n[keys\n", "config:2: neither NAME = VALUE nor [SECTION]"},
        {"[color]\na = b\n", "config:2: unknown section '[color]', there are "
                             "[gutread] and [keys]"},
        {"[keys]\nnxt-heading = x", "config:2: unknown action 'nxt-heading' "
                                    "(did you mean 'next-heading'?)"},
        {"[keys]\n\nmouse = <Foo>", "config:3: mouse: there is no key '<Foo>'"},
        {"[keys]\nmouse = z\n",
            "config:2: mouse: 'z' begins 'za', the key of fold"},
        {"[keys]\nmouse = X\nhelp = Xx\n",
            "config:3: help: 'Xx' begins with 'X', the key of mouse"},
        {"measure = " LONG, "config:1: the line is longer than 199 bytes"},
        {"browser = \xFF", "config:1: the line is not text in UTF-8"},
        {"[keys]\nmouse = <Foo>\n[gutread]\nmeasure = 1",
            "config:2: mouse: there is no key '<Foo>'"},
        {"measure = 1\nfoo\nwidth = x",
            "config:1: measure: '1' is not a number from 20 to 500"},
        {"foo\nmeasure = 1", "config:1: neither NAME = VALUE nor [SECTION]"},
    };
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct result r = read_text(cases[i].text);
        if (r.ok)
            fail_msg("%s: was taken", cases[i].text);
        assert_string_equal(r.err.text, cases[i].want);
        assert_int_equal(r.err.code, ERR_BAD_DATA);
        release(&r);
    }
}

static void
test_config_a_nul_is_no_text(void **state)
{
    struct result r = {0};
    (void)state;

    options_init(&r.o);
    keymap_init(&r.m);
    assert_false(config_read(
        STR("measure = 60\nwrap\0 = greedy\n"), "config", &r.o, &r.m, &r.err));
    assert_string_equal(r.err.text, "config:2: the line is not text in UTF-8");
    assert_int_equal(r.o.measure, 60);
    release(&r);
}

static void
test_config_a_long_comment_is_no_mistake(void **state)
{
    struct result r = read_text("# " LONG "\n  ; " LONG "\nmeasure = 60\n");
    (void)state;

    assert_true(r.ok);
    assert_int_equal(r.o.measure, 60);
    release(&r);
}

static void
test_config_what_is_right_is_in_force_beside_mistakes(void **state)
{
    struct result r = read_text("measure = 60\n"
                                "wrap = x\n"
                                "" LONG "\n"
                                "width = 50\n"
                                "[keys]\n"
                                "mouse = <Foo>\n"
                                "reload = z\n"
                                "help = H\n");
    (void)state;

    assert_false(r.ok);
    assert_int_equal(r.o.measure, 60);
    assert_int_equal(r.o.wrap, OPTIONS_PRETTY);
    assert_int_equal(r.o.width, 50);
    assert_keys(&r.m, ACTION_MOUSE, "M");
    assert_keys(&r.m, ACTION_RELOAD, "r");
    assert_keys(&r.m, ACTION_HELP, "H");
    release(&r);
}

static void
test_config_an_action_gets_back_only_keys_that_are_free(void **state)
{
    struct result r = read_text("[keys]\n"
                                "mouse = f <Space>x\n"
                                "page-down = z\n");
    (void)state;

    assert_string_equal(
        r.err.text, "config:3: page-down: 'z' begins 'za', the key of fold");
    assert_keys(&r.m, ACTION_MOUSE, "f <Space>x");
    assert_keys(&r.m, ACTION_PAGE_DOWN, "<PageDown> <C-f>");
    release(&r);
}

static void
test_config_keys_change_places_in_any_order(void **state)
{
    struct result r = read_text("[keys]\n"
                                "mouse = z\n"
                                "fold = M\n"
                                "unfold-all = <C-r>\n"
                                "fold-all = J\n"
                                "next-article = j\n"
                                "line-down = :n\n");
    (void)state;

    assert_string_equal(r.err.text, "");
    assert_keys(&r.m, ACTION_MOUSE, "z");
    assert_keys(&r.m, ACTION_FOLD, "M");
    assert_keys(&r.m, ACTION_FOLD_ALL, "J");
    assert_keys(&r.m, ACTION_NEXT_ARTICLE, "j");
    assert_keys(&r.m, ACTION_LINE_DOWN, ":n");
    release(&r);
}

static void
test_config_of_two_lines_the_later_is_in_force(void **state)
{
    struct result r = read_text("measure = 60\nmeasure = 50\n"
                                "[keys]\nhelp = X\nhelp = Y\n");
    (void)state;

    assert_true(r.ok);
    assert_int_equal(r.o.measure, 50);
    assert_keys(&r.m, ACTION_HELP, "Y");
    release(&r);
}

static void
test_config_keys_are_bound_in_the_keymap_that_it_chooses(void **state)
{
    struct result r = read_text("[keys]\nhelp = ?\n[gutread]\nkeymap = less\n");
    (void)state;

    assert_true(r.ok);
    assert_keys(&r.m, ACTION_HELP, "?");
    assert_keys(&r.m, ACTION_FIND_BACK, "");
    assert_keys(&r.m, ACTION_TOP, "g <Home> <lt>");
    release(&r);
}

/*
 * Returns the next number below limit of a row that seed begins.
 */
static int
number_below(unsigned *seed, unsigned limit)
{
    *seed = *seed * 1664525 + 1013904223;
    return (int)((*seed >> 8) % limit);
}

/* As many bytes as a text in the config file may have. */
#define FIFTY   "01234567890123456789012345678901234567890123456789"
#define LONGEST (FIFTY FIFTY FIFTY)

/*
 * Puts random but possible values in force.
 */
static void
scramble(struct options *o, struct keymap *m, unsigned seed)
{
    static const char *const browsers[] = {"", "w3m", "sh -c 'a;b'", "x = y",
        "\xC3\xA4", "[keys]", "# no", LONGEST};
    static const char *const keys[] = {"x", "<C-x>", ";", "=", "# :x",
        "<A->> \xC3\xA4", "<lt><Space>", "[ <S-Tab>", "zz", "j"};
    const char *browser = browsers[seed % 8];
    struct err err = {0};

    o->width = number_below(&seed, 10002) - 1;
    o->links = number_below(&seed, 3);
    o->color = number_below(&seed, 3);
    o->hyperlinks = number_below(&seed, 3);
    o->max_size = 1024 + (size_t)number_below(&seed, 100000);
    if (number_below(&seed, 2))
        o->max_size *= 1024;
    o->measure = 20 + number_below(&seed, 481);
    o->wrap = number_below(&seed, 2);
    o->mouse = number_below(&seed, 2);
    assert_true(options_put_setting(
        o, STR("browser"), str_of(browser), OPTIONS_FILE, &err));
    for (int i = 0; i < 20; i++) {
        const enum action a =
            (enum action)(1 + number_below(&seed, ACTION_COUNT - 1));
        if (number_below(&seed, 2))
            keymap_unbind(m, a);
        if (!keymap_bind(m, a, str_of(keys[number_below(&seed, 10)]), &err)) {
            /* One of them hides another: then the keys stay as they were. */
        }
    }
}

static void
test_config_written_and_read_back_puts_the_same_in_force(void **state)
{
    (void)state;
    for (unsigned seed = 0; seed < 50; seed++) {
        struct result r = read_text("");
        struct buf first = {0};
        struct buf second = {0};
        scramble(&r.o, &r.m, seed);
        config_add_options(&r.o, &first);
        config_add_keys(&r.m, &first);
        release(&r);

        r = read_text(first.ptr);
        if (!r.ok)
            fail_msg("%u: %s\n%s", seed, r.err.text, first.ptr);
        config_add_options(&r.o, &second);
        config_add_keys(&r.m, &second);
        assert_string_equal(second.ptr, first.ptr);
        buf_done(&first);
        buf_done(&second);
        release(&r);
    }
}

static void
test_config_writes_every_setting_and_action(void **state)
{
    struct result r = read_text("");
    struct buf text = {0};
    (void)state;

    config_add_options(&r.o, &text);
    config_add_keys(&r.m, &text);
    for (unsigned i = 0; i < OPTIONS_COUNT; i++) {
        const struct options_row *row = options_row(i);
        struct buf line = {0};
        buf_add_format(&line, "%s =", row->name);
        if (row->scope & OPTIONS_IN_FILE)
            assert_non_null(strstr(text.ptr, line.ptr));
        buf_done(&line);
    }
    for (enum action a = ACTION_NONE + 1; a < ACTION_COUNT; a++) {
        struct buf line = {0};
        buf_add_format(&line, "\n%s =", action_row(a)->name);
        assert_non_null(strstr(text.ptr, line.ptr));
        buf_done(&line);
    }
    buf_done(&text);
    release(&r);
}

/*
 * Writes text to a file of that name in the folder.
 */
static void
write_file(const char *folder, const char *name, const char *text)
{
    char *path = file_join(folder, name);
    FILE *file = fopen(path, "w");

    assert_non_null(file);
    fputs(text, file);
    fclose(file);
    free(path);
}

static void
remove_file(const char *folder, const char *name)
{
    char *path = file_join(folder, name);

    assert_int_equal(unlink(path), 0);
    free(path);
}

static bool
load_with(const char *word, struct result *r)
{
    char *argv[] = {(char *)"gutread", (char *)word, NULL};

    *r = (struct result){0};
    options_init(&r->o);
    keymap_init(&r->m);
    assert_true(options_parse(&r->o, word ? 2 : 1, argv, &r->err));
    return config_load(&r->o, &r->m, &r->err);
}

static void
test_config_is_found_where_it_is_said_or_usual(void **state)
{
    char folder[] = "/tmp/gutread-config-XXXXXX";
    struct buf command = {0};
    struct result r;
    (void)state;

    assert_non_null(mkdtemp(folder));
    setenv("XDG_CONFIG_HOME", folder, 1);
    assert_true(load_with("--set=keymap=less", &r)); /* none is there */
    assert_keys(&r.m, ACTION_FIND_BACK, "?");
    release(&r);

    char *own = file_join(folder, "gutread");
    assert_int_equal(mkdir(own, 0700), 0);
    write_file(folder, "gutread/config", "measure = 60\nwidth = x\n");
    assert_false(load_with("--set=measure=50", &r));
    assert_int_equal(r.o.measure, 50);
    assert_string_equal(
        r.err.text, "config:2: width: 'x' is not a number from 0 to 10000");
    release(&r);

    write_file(folder, "other", "measure = 40\n");
    buf_add_format(&command, "--config=%s/other", folder);
    assert_true(load_with(command.ptr, &r));
    assert_int_equal(r.o.measure, 40);
    release(&r);

    assert_false(load_with("--config=/nowhere/at/all", &r));
    assert_string_equal(
        r.err.text, "config: /nowhere/at/all: No such file or directory");
    assert_int_equal(r.err.code, ERR_NOT_FOUND);
    assert_keys(&r.m, ACTION_HELP, "h ? <F1>");
    release(&r);

    setenv("XDG_CONFIG_HOME", "/dev/null", 1);
    assert_true(load_with(NULL, &r));
    release(&r);

    remove_file(folder, "gutread/config");
    remove_file(folder, "other");
    assert_int_equal(rmdir(own), 0);
    assert_int_equal(rmdir(folder), 0);
    free(own);
    buf_done(&command);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_config_reads_settings_and_keys),
        cmocka_unit_test(test_config_an_empty_file_changes_nothing),
        cmocka_unit_test(test_config_says_in_which_line_a_mistake_is),
        cmocka_unit_test(test_config_a_nul_is_no_text),
        cmocka_unit_test(test_config_a_long_comment_is_no_mistake),
        cmocka_unit_test(test_config_what_is_right_is_in_force_beside_mistakes),
        cmocka_unit_test(
            test_config_an_action_gets_back_only_keys_that_are_free),
        cmocka_unit_test(test_config_keys_change_places_in_any_order),
        cmocka_unit_test(test_config_of_two_lines_the_later_is_in_force),
        cmocka_unit_test(
            test_config_keys_are_bound_in_the_keymap_that_it_chooses),
        cmocka_unit_test(
            test_config_written_and_read_back_puts_the_same_in_force),
        cmocka_unit_test(test_config_writes_every_setting_and_action),
        cmocka_unit_test(test_config_is_found_where_it_is_said_or_usual),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
