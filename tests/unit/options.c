/* SPDX-License-Identifier: ISC */
/*
 * Tests of app/options.h.
 */
#include "app/options.h"

#include "layout/layout.h"
#include "out/out.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

/* Values for every option: good ones and how they are written back, then bad
 * ones and what is said of them. A row without a line here is a failure. */
static const struct {
    const char *name;
    const char *good[5][2];
    const char *bad[5][2];
} values[] = {
    {"toc", {{"", "yes"}}, {{"1", "option '--toc' takes no value"}}},
    {"faq", {{"", "yes"}}, {{"", "option '--faq' takes no value"}}},
    {"section",
        {{"3.2", "3.2"}, {"=", "="}, {" A b", " A b"}, {"\xFF", "\xFF"}},
        {{"", "--section: it is empty"}}},
    {"body", {{"", "yes"}}, {{"no", "option '--body' takes no value"}}},
    {"full-page", {{"", "yes"}},
        {{"x", "option '--full-page' takes no value"}}},
    {"expand", {{"", "yes"}}, {{"x", "option '--expand' takes no value"}}},
    {"collapse", {{"", "yes"}}, {{"x", "option '--collapse' takes no value"}}},
    {"prev", {{"", "yes"}}, {{"x", "option '--prev' takes no value"}}},
    {"next", {{"", "yes"}}, {{"x", "option '--next' takes no value"}}},
    {"format",
        {{"text", "text"}, {"ansi", "ansi"}, {"markdown", "markdown"},
            {"html", "html"}, {"json", "json"}},
        {{"pdf", "--format: 'pdf' is none of text, ansi, markdown, html, json"},
            {"tex",
                "--format: 'tex' is none of text, ansi, markdown, html, json"},
            {"text|ansi", "--format: 'text|ansi' is none of text, ansi, "
                          "markdown, html, json"},
            {"", "--format: '' is none of text, ansi, markdown, html, json"}}},
    {"width", {{"0", "0"}, {"1", "1"}, {"0080", "80"}, {"10000", "10000"}},
        {{"10001", "--width: '10001' is not a number from 0 to 10000"},
            {"-1", "--width: '-1' is not a number from 0 to 10000"},
            {"18446744073709551696",
                "--width: '18446744073709551696' is not a number from 0 to "
                "10000"},
            {"1K", "--width: '1K' is not a number from 0 to 10000"},
            {"", "--width: '' is not a number from 0 to 10000"}}},
    {"links", {{"none", "none"}, {"end", "end"}, {"inline", "inline"}},
        {{"all", "--links: 'all' is none of none, end, inline"}}},
    {"color", {{"auto", "auto"}, {"always", "always"}, {"never", "never"}},
        {{"yes", "--color: 'yes' is none of auto, always, never"},
            {"Auto", "--color: 'Auto' is none of auto, always, never"}}},
    {"hyperlinks", {{"auto", "auto"}, {"always", "always"}, {"never", "never"}},
        {{"no", "--hyperlinks: 'no' is none of auto, always, never"}}},
    {"type",
        {{"markdown", "markdown"}, {"html", "html"}, {"text", "text"},
            {"feed", "feed"}},
        {{"md", "--type: 'md' is none of markdown, html, text, feed"}}},
    {"feed", {{"", "yes"}}, {{"x", "option '--feed' takes no value"}}},
    {"base-url", {{"https://a/", "https://a/"}},
        {{"", "--base-url: it is empty"}}},
    {"max-size",
        {{"1024", "1K"}, {"64MiB", "64M"}, {"1g", "1G"}, {"1500000", "1500000"},
            {"10kib", "10K"}},
        {{"1023", "--max-size: '1023' is not a size from 1K to 1G"},
            {"2G", "--max-size: '2G' is not a size from 1K to 1G"},
            {"64MB", "--max-size: '64MB' is not a size from 1K to 1G"},
            {"", "--max-size: '' is not a size from 1K to 1G"},
            {"4294967295G",
                "--max-size: '4294967295G' is not a size from 1K to 1G"}}},
    {"timeout", {{"1", "1"}, {"3600", "3600"}},
        {{"0", "--timeout: '0' is not a number from 1 to 3600"},
            {"5s", "--timeout: '5s' is not a number from 1 to 3600"}}},
    {"no-cache", {{"", "yes"}}, {{"x", "option '--no-cache' takes no value"}}},
    {"offline", {{"", "yes"}}, {{"x", "option '--offline' takes no value"}}},
    {"require-sandbox", {{"", "yes"}},
        {{"x", "option '--require-sandbox' takes no value"}}},
    {"save", {{"", "yes"}}, {{"x", "option '--save' takes no value"}}},
    {"remove", {{"", "yes"}}, {{"x", "option '--remove' takes no value"}}},
    {"list", {{"", "yes"}}, {{"x", "option '--list' takes no value"}}},
    {"reading-list", {{"a b", "a b"}}, {{"", "--reading-list: it is empty"}}},
    {"search", {{"\"a b\" c", "\"a b\" c"}}, {{"", "--search: it is empty"}}},
    {"subscribe", {{"https://a/", "https://a/"}},
        {{"", "--subscribe: it is empty"}}},
    {"unsubscribe", {{"https://a/", "https://a/"}},
        {{"", "--unsubscribe: it is empty"}}},
    {"refresh", {{"", "yes"}}, {{"x", "option '--refresh' takes no value"}}},
    {"import", {{"-", "-"}}, {{"", "--import: it is empty"}}},
    {"export", {{"a/", "a/"}}, {{"", "--export: it is empty"}}},
    {"reextract", {{"", "yes"}},
        {{"x", "option '--reextract' takes no value"}}},
    {"config", {{"a;b", "a;b"}}, {{"", "--config: it is empty"}}},
    {"set", {{"measure=50", "yes"}, {" wrap = greedy ", "yes"}},
        {{"measure", "--set: 'measure' is not KEY=VALUE"},
            {"=1", "--set: unknown key ''"},
            {"mesure=50",
                "--set: unknown key 'mesure' (did you mean 'measure'?)"},
            {"format=json",
                "--set: 'format' can be given on the command line only"},
            {"measure=5",
                "--set: measure: '5' is not a number from 20 to 500"}}},
    {"print-config", {{"", "yes"}},
        {{"x", "option '--print-config' takes no value"}}},
    {"print-keys", {{"", "yes"}},
        {{"x", "option '--print-keys' takes no value"}}},
    {"help", {{"", "yes"}}, {{"x", "option '--help' takes no value"}}},
    {"version", {{"", "yes"}}, {{"x", "option '--version' takes no value"}}},
    {"measure", {{"20", "20"}, {"72", "72"}, {"500", "500"}, {"", "72"}},
        {{"19", "measure: '19' is not a number from 20 to 500"},
            {"501", "measure: '501' is not a number from 20 to 500"},
            {"7 2", "measure: '7 2' is not a number from 20 to 500"}}},
    {"wrap", {{"pretty", "pretty"}, {"greedy", "greedy"}, {"", "pretty"}},
        {{"fill", "wrap: 'fill' is none of pretty, greedy"}}},
    {"mouse", {{"no", "no"}, {"TRUE", "yes"}, {"off", "no"}, {"", "yes"}},
        {{"maybe", "mouse: 'maybe' is neither yes nor no"},
            {"2", "mouse: '2' is neither yes nor no"}}},
    {"keymap", {{"less", "less"}, {"gutread", "gutread"}, {"", "gutread"}},
        {{"vi", "keymap: 'vi' is none of gutread, less"}}},
    {"prefetch", {{"0", "0"}, {"1", "1"}, {"", "1"}},
        {{"2", "prefetch: '2' is not a number from 0 to 1"}}},
    {"browser",
        {{"w3m", "w3m"}, {"a b;c 'd'", "a b;c 'd'"}, {" x ", "x"}, {"", ""}},
        {{"a ;b", "browser: 'a ;b' cannot stand in a config file"},
            {";b", "browser: ';b' cannot stand in a config file"},
            {"a\nb", "browser: 'a?b' cannot stand in a config file"}}},
    {"library.max-size",
        {{"512M", "512M"}, {"1m", "1M"}, {"1000G", "1000G"}, {"", "512M"}},
        {{"1K", "library.max-size: '1K' is not a size from 1M to 1000G"}}},
    {"user-agent", {{"Me/1 (x)", "Me/1 (x)"}, {"", ""}},
        {{"a\nb", "user-agent: 'a?b' cannot stand in a config file"}}},
};

/*
 * Gives the option the value as a person would: on the command line, or, if it
 * is a setting only, in the config file.
 */
static bool
give(struct options *o, const struct options_row *row, const char *value,
    bool has_value, struct err *err)
{
    struct buf word = {0};

    if (!(row->scope & OPTIONS_ON_COMMAND))
        return options_put_setting(
            o, str_of(row->name), str_of(value), OPTIONS_FILE, err);
    buf_add_format(&word, "--%s%s%s", row->name, has_value ? "=" : "", value);
    char *argv[] = {(char *)"gutread", word.ptr, NULL};
    const bool ok = options_parse(o, 2, argv, err);
    buf_done(&word);
    return ok;
}

static void
assert_value(const struct options *o, const char *name, const char *want)
{
    struct buf got = {0};

    buf_end(&got);
    options_add_value(o, options_find(str_of(name)), &got);
    if (strcmp(got.ptr, want) != 0)
        fail_msg("%s: '%s', not '%s'", name, got.ptr, want);
    buf_done(&got);
}

static void
test_options_take_good_values(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
        const struct options_row *row = options_find(str_of(values[i].name));
        for (int k = 0; k < 5 && values[i].good[k][0]; k++) {
            const char *text = values[i].good[k][0];
            struct options o;
            struct err err = {0};
            options_init(&o);
            if (!give(&o, row, text, row->kind != VALUE_FLAG, &err))
                fail_msg("%s: '%s': %s", row->name, text, err.text);
            assert_value(&o, row->name, values[i].good[k][1]);
            options_done(&o);
        }
    }
}

static void
test_options_say_what_is_wrong_with_bad_values(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
        const struct options_row *row = options_find(str_of(values[i].name));
        for (int k = 0; k < 5 && values[i].bad[k][0]; k++) {
            const char *text = values[i].bad[k][0];
            struct options o;
            struct err err = {0};
            struct buf before = {0};
            struct buf after = {0};
            options_init(&o);
            options_add_value(&o, row, &before);
            if (give(&o, row, text, true, &err))
                fail_msg("%s: '%s' was taken", row->name, text);
            assert_string_equal(err.text, values[i].bad[k][1]);
            options_add_value(&o, row, &after);
            assert_true(str_eq(buf_str(&before), buf_str(&after)));
            buf_done(&before);
            buf_done(&after);
            options_done(&o);
        }
    }
}

static void
test_options_are_all_in_the_table_of_these_tests(void **state)
{
    (void)state;
    assert_int_equal(sizeof values / sizeof *values, OPTIONS_COUNT);
    for (unsigned i = 0; i < OPTIONS_COUNT; i++) {
        assert_string_equal(values[i].name, options_row(i)->name);
        assert_non_null(values[i].good[0][0]);
        assert_non_null(values[i].bad[0][0]);
    }
}

static void
test_options_begin_with_the_values_of_the_contract(void **state)
{
    struct options o;
    (void)state;

    options_init(&o);
    assert_false(o.toc || o.faq || o.body || o.full_page || o.expand ||
                 o.collapse || o.prev || o.next || o.set || o.help ||
                 o.version || o.print_config || o.print_keys || o.offline ||
                 o.require_sandbox || o.no_cache);
    assert_null(o.section);
    assert_null(o.base_url);
    assert_null(o.config);
    assert_null(o.browser);
    assert_null(o.user_agent);
    assert_int_equal(o.timeout, 30);
    assert_int_equal(o.format, -1);
    assert_int_equal(o.type, -1);
    assert_int_equal(o.width, -1);
    assert_int_equal(o.links, OPTIONS_LINKS_NONE);
    assert_int_equal(o.color, OPTIONS_AUTO);
    assert_int_equal(o.hyperlinks, OPTIONS_AUTO);
    assert_int_equal(o.max_size, 64 * 1024 * 1024);
    assert_int_equal(o.measure, 72);
    assert_int_equal(o.wrap, OPTIONS_PRETTY);
    assert_true(o.mouse);
    assert_int_equal(o.n_operands, 0);
    options_done(&o);
}

static void
test_options_count_choices_as_the_other_floors_do(void **state)
{
    static const char *const formats[] = {
#define X(constant, name) name,
        OUT_FORMATS(X)
#undef X
    };
    struct buf names = {0};
    (void)state;

    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        buf_add_format(&names, "%s%s", i > 0 ? "|" : "", formats[i]);
    assert_string_equal(options_find(STR("format"))->allowed, names.ptr);
    buf_done(&names);
    assert_int_equal(OPTIONS_LINKS_NONE, LAYOUT_LINKS_NONE);
    assert_int_equal(OPTIONS_LINKS_END, LAYOUT_LINKS_END);
    assert_int_equal(OPTIONS_LINKS_INLINE, LAYOUT_LINKS_INLINE);
}

/*
 * Reads the words, parted by blanks, as a command line, and compares one value
 * and the operands.
 */
static void
assert_command(const char *words, const char *name, const char *value,
    const char *operands)
{
    char *line = strdup(words);
    char *argv[16] = {(char *)"gutread"};
    int argc = 1;
    struct options o;
    struct err err = {0};
    struct buf got = {0};

    for (char *word = strtok(line, " "); word; word = strtok(NULL, " "))
        argv[argc++] = word;
    options_init(&o);
    if (!options_parse(&o, argc, argv, &err))
        fail_msg("%s: %s", words, err.text);
    assert_value(&o, name, value);
    buf_end(&got);
    for (uint32_t i = 0; i < o.n_operands; i++)
        buf_add_format(&got, "%s%s", i > 0 ? " " : "", o.operands[i]);
    assert_string_equal(got.ptr, operands);
    buf_done(&got);
    options_done(&o);
    free(line);
}

static void
test_options_read_a_command_line_as_gnu_programs_do(void **state)
{
    (void)state;
    assert_command("", "toc", "no", "");
    assert_command("a -t b", "toc", "yes", "a b");
    assert_command("-w40 a", "width", "40", "a");
    assert_command("-w 40 a", "width", "40", "a");
    assert_command("--width 40 a", "width", "40", "a");
    assert_command("--wid=40 a", "width", "40", "a");
    assert_command("-tw40", "width", "40", "");
    assert_command("-ts -x a", "section", "-x", "a");
    assert_command("-s=x", "section", "=x", "");
    assert_command("-w 40 -w 50", "width", "50", "");
    assert_command("a - b", "toc", "no", "a - b");
    assert_command("-- -t --", "toc", "no", "-t --");
    assert_command("--print-k", "print-keys", "yes", "");
}

static void
test_options_the_last_of_two_that_exclude_each_other_is_in_force(void **state)
{
    (void)state;
    assert_command("--expand --collapse", "expand", "no", "");
    assert_command("--expand --collapse", "collapse", "yes", "");
    assert_command("--collapse --expand", "collapse", "no", "");
    assert_command("--prev --next", "prev", "no", "");
    assert_command("--toc --faq", "toc", "no", "");
    assert_command("--faq --toc", "toc", "yes", "");
}

static void
test_options_tell_what_was_given_on_the_command_line(void **state)
{
    char name[] = "gutread", save[] = "--sav", search[] = "--search=x";
    char set[] = "--set=measure=60";
    char *argv[] = {name, save, search, set};
    struct options o;
    struct err err;
    (void)state;

    options_init(&o);
    assert_true(options_parse(&o, 4, argv, &err));
    assert_true(options_is_given(&o, "save"));
    assert_true(options_is_given(&o, "search"));
    assert_false(options_is_given(&o, "list"));
    assert_false(options_is_given(&o, "measure"));
    options_done(&o);
}

static void
test_options_say_what_is_no_option(void **state)
{
    static const struct {
        const char *word, *want;
    } cases[] = {
        {"--foo", "unknown option '--foo'"},
        {"--widht=4", "unknown option '--widht' (did you mean '--width'?)"},
        {"--measure=60",
            "unknown option '--measure' (try '--set=measure=VALUE')"},
        {"--co", "option '--co' can be any of --collapse, --color, --config"},
        {"--=x", "unknown option '--'"},
        {"-x", "unknown option '-x'"},
        {"-tx", "unknown option '-x'"},
        {"-5", "unknown option '-5'"},
        {"-\xC3\xA9x", "unknown option '-\xC3\xA9'"},
        {"--width", "option '--width' needs a value"},
        {"-tw", "option '--width' needs a value"},
        {"-w9x", "--width: '9x' is not a number from 0 to 10000"},
    };
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char *argv[] = {(char *)"gutread", (char *)cases[i].word, NULL};
        struct options o;
        struct err err = {0};
        options_init(&o);
        if (options_parse(&o, 2, argv, &err))
            fail_msg("%s: was taken", cases[i].word);
        assert_string_equal(err.text, cases[i].want);
        options_done(&o);
    }
}

static void
test_options_from_nearer_go_before_those_from_farther(void **state)
{
    static const enum options_origin order[] = {
        OPTIONS_FILE, OPTIONS_SET, OPTIONS_COMMAND};
    (void)state;

    for (int near = 0; near < 3; near++) {
        for (int far = 0; far < 3; far++) {
            struct options o;
            struct err err = {0};
            options_init(&o);
            assert_true(options_put_setting(
                &o, STR("width"), STR("50"), order[near], &err));
            assert_true(options_put_setting(
                &o, STR("width"), STR("60"), order[far], &err));
            assert_int_equal(o.width, far >= near ? 60 : 50);
            options_done(&o);
        }
    }
}

static void
test_options_check_values_that_are_not_in_force(void **state)
{
    struct options o;
    struct err err = {0};
    (void)state;

    options_init(&o);
    assert_true(
        options_put_setting(&o, STR("wrap"), STR("greedy"), OPTIONS_SET, &err));
    assert_false(
        options_put_setting(&o, STR("wrap"), STR("x"), OPTIONS_FILE, &err));
    assert_int_equal(o.wrap, OPTIONS_GREEDY);
    options_done(&o);
}

static void
test_options_letters_and_names_belong_to_one_option(void **state)
{
    (void)state;
    for (unsigned i = 0; i < OPTIONS_COUNT; i++) {
        const struct options_row *row = options_row(i);
        assert_ptr_equal(options_find(str_of(row->name)), row);
        for (unsigned k = 0; k < i && row->letter; k++)
            assert_int_not_equal(options_row(k)->letter, row->letter);
        assert_false((row->scope & OPTIONS_IN_FILE) && row->kind == VALUE_TEXT);
        if (row->kind == VALUE_FLAG && row->allowed[0])
            assert_string_equal(
                options_find(str_of(row->allowed))->allowed, row->name);
    }
}

static void
test_options_help_names_every_option_in_80_columns(void **state)
{
    struct buf help = {0};
    (void)state;

    options_add_help(&help);
    for (unsigned i = 0; i < OPTIONS_COUNT; i++) {
        const struct options_row *row = options_row(i);
        struct buf form = {0};
        buf_add_format(&form, " %s%s",
            row->scope & OPTIONS_ON_COMMAND ? "--" : "", row->name);
        if (str_find(buf_str(&help), buf_str(&form), 0) == help.len)
            fail_msg("no %s", row->name);
        buf_done(&form);
    }
    struct str rest = buf_str(&help);
    struct str line;
    while ((line = str_next_line(&rest)).ptr)
        assert_in_range(line.len, 0, 80);
    buf_done(&help);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_options_are_all_in_the_table_of_these_tests),
        cmocka_unit_test(test_options_take_good_values),
        cmocka_unit_test(test_options_say_what_is_wrong_with_bad_values),
        cmocka_unit_test(test_options_begin_with_the_values_of_the_contract),
        cmocka_unit_test(test_options_count_choices_as_the_other_floors_do),
        cmocka_unit_test(test_options_read_a_command_line_as_gnu_programs_do),
        cmocka_unit_test(
            test_options_the_last_of_two_that_exclude_each_other_is_in_force),
        cmocka_unit_test(test_options_tell_what_was_given_on_the_command_line),
        cmocka_unit_test(test_options_say_what_is_no_option),
        cmocka_unit_test(test_options_from_nearer_go_before_those_from_farther),
        cmocka_unit_test(test_options_check_values_that_are_not_in_force),
        cmocka_unit_test(test_options_letters_and_names_belong_to_one_option),
        cmocka_unit_test(test_options_help_names_every_option_in_80_columns),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
