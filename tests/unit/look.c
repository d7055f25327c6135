/* SPDX-License-Identifier: ISC */
/*
 * Tests of src/main/look.h. Standard output is for a moment what a case says.
 */
#include "look.h"

#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <cmocka.h>

enum {
    MAX_ARGS = 4
};

struct view {
    struct out_opts look;
    bool is_screen;
};

/*
 * Returns a terminal of so many columns.
 */
static int
open_terminal(unsigned short cols, int *out_master)
{
    const struct winsize size = {.ws_col = cols, .ws_row = 24};
    char name[64];
    int master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);

    assert_true(master >= 0);
    assert_int_equal(grantpt(master), 0);
    assert_int_equal(unlockpt(master), 0);
    assert_int_equal(ptsname_r(master, name, sizeof name), 0);
    int slave = open(name, O_RDWR | O_NOCTTY | O_CLOEXEC);
    assert_true(slave >= 0);
    assert_int_equal(ioctl(slave, TIOCSWINSZ, &size), 0);
    *out_master = master;
    return slave;
}

/*
 * Looks at the options with a terminal of so many columns as standard output,
 * or a pipe when cols is 0.
 */
static struct view
look_with(const struct options *o, unsigned short cols)
{
    int other;
    int fd = -1;
    int ends[2];

    if (cols > 0) {
        fd = open_terminal(cols, &other);
    } else {
        assert_int_equal(pipe(ends), 0);
        fd = ends[1];
        other = ends[0];
    }
    fflush(stdout);
    int kept = dup(STDOUT_FILENO);
    dup2(fd, STDOUT_FILENO);
    struct view v = {look_at(o), look_is_screen(o)};
    dup2(kept, STDOUT_FILENO);
    close(kept);
    close(fd);
    close(other);
    return v;
}

static struct view
look_for(char *const *args, unsigned short cols)
{
    char *argv[MAX_ARGS + 2] = {NULL};
    char program[] = "gutread";
    struct options o;
    struct err err;
    int argc = 1;

    argv[0] = program;
    for (; args[argc - 1]; argc++)
        argv[argc] = args[argc - 1];
    options_init(&o);
    if (!options_parse(&o, argc, argv, &err))
        fail_msg("%s", err.text);
    struct view v = look_with(&o, cols);
    options_done(&o);
    return v;
}

static void
put_environment(const char *term, const char *no_color, const char *force)
{
    setenv("TERM", term, 1);
    unsetenv("COLORTERM");
    unsetenv("NO_COLOR");
    unsetenv("CLICOLOR_FORCE");
    if (no_color)
        setenv("NO_COLOR", no_color, 1);
    if (force)
        setenv("CLICOLOR_FORCE", force, 1);
}

static void
test_look_colors_what_can_show_them(void **state)
{
    static const struct {
        const char *arg, *term, *no_color, *force;
        unsigned short cols;
        enum out_format format;
        bool has_color;
    } cases[] = {
        {NULL, "xterm", NULL, NULL, 0, OUT_TEXT, false},
        {NULL, "xterm", NULL, NULL, 90, OUT_ANSI, true},
        {NULL, "dumb", NULL, NULL, 90, OUT_TEXT, false},
        {NULL, "", NULL, NULL, 90, OUT_TEXT, false},
        {NULL, "xterm", "1", NULL, 90, OUT_TEXT, false},
        {NULL, "xterm", "", NULL, 90, OUT_ANSI, true},
        {NULL, "xterm", NULL, "1", 0, OUT_ANSI, true},
        {NULL, "xterm", NULL, "0", 0, OUT_TEXT, false},
        {NULL, "xterm", "1", "1", 0, OUT_TEXT, false},
        {"--color=always", "dumb", "1", NULL, 0, OUT_ANSI, true},
        {"--color=never", "xterm", NULL, "1", 90, OUT_TEXT, false},
        {"--format=ansi", "dumb", NULL, NULL, 0, OUT_ANSI, true},
        {"--format=ansi", "xterm", "1", NULL, 0, OUT_ANSI, false},
        {"--format=html", "xterm", NULL, NULL, 90, OUT_HTML, true},
    };
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char arg[32] = "";
        char *args[] = {cases[i].arg ? arg : NULL, NULL};
        if (cases[i].arg)
            strcpy(arg, cases[i].arg);
        put_environment(cases[i].term, cases[i].no_color, cases[i].force);
        struct view v = look_for(args, cases[i].cols);
        if (v.look.format != cases[i].format ||
            v.look.has_color != cases[i].has_color)
            fail_msg("case %zu: format %d, color %d", i, (int)v.look.format,
                v.look.has_color);
    }
}

static void
test_look_is_as_wide_as_there_is_room(void **state)
{
    static const struct {
        const char *arg;
        unsigned short cols;
        uint32_t want;
    } cases[] = {
        {NULL, 0, 80},
        {NULL, 50, 50},
        {NULL, 200, 72},
        {"--set=measure=60", 200, 60},
        {"--width=0", 200, 0},
        {"--width=99", 0, 99},
    };
    (void)state;

    put_environment("xterm", NULL, NULL);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char arg[32] = "";
        char *args[] = {cases[i].arg ? arg : NULL, NULL};
        if (cases[i].arg)
            strcpy(arg, cases[i].arg);
        assert_int_equal(
            look_for(args, cases[i].cols).look.cols, cases[i].want);
    }
}

static void
test_look_counts_colors_by_the_name_of_the_terminal(void **state)
{
    static const struct {
        const char *term;
        int want;
    } cases[] = {
        {"xterm-256color", 256},
        {"xterm-direct", 256},
        {"rxvt-16color", 16},
        {"linux", 8},
        {"", 8},
    };
    char *none[] = {NULL};
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        put_environment(cases[i].term, NULL, NULL);
        assert_int_equal(look_for(none, 90).look.n_colors, cases[i].want);
    }
    setenv("COLORTERM", "truecolor", 1);
    assert_int_equal(look_for(none, 90).look.n_colors, 256);
}

static void
test_look_links_only_for_who_looks_now(void **state)
{
    char always[] = "--hyperlinks=always", never[] = "--hyperlinks=never";
    char *none[] = {NULL}, *with[] = {always, NULL}, *without[] = {never, NULL};
    (void)state;

    put_environment("xterm", NULL, NULL);
    assert_true(look_for(none, 90).look.has_hyperlinks);
    assert_false(look_for(none, 0).look.has_hyperlinks);
    assert_true(look_for(with, 0).look.has_hyperlinks);
    assert_false(look_for(without, 90).look.has_hyperlinks);
    put_environment("linux", NULL, NULL);
    assert_false(look_for(none, 90).look.has_hyperlinks);
}

static void
test_look_takes_the_screen_only_for_reading(void **state)
{
    char toc[] = "--toc", faq[] = "--faq", text[] = "--format=text";
    char section[] = "--section=1", body[] = "--body";
    char *none[] = {NULL}, *cases[][2] = {{toc}, {faq}, {text}, {section}};
    char *reading[] = {body, NULL};
    (void)state;

    put_environment("xterm", NULL, NULL);
    assert_true(look_for(none, 90).is_screen);
    assert_true(look_for(reading, 90).is_screen);
    assert_false(look_for(none, 0).is_screen);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_false(look_for(cases[i], 90).is_screen);
}

static void
test_look_passes_options_on(void **state)
{
    char faq[] = "--faq", body[] = "--body", collapse[] = "--collapse";
    char section[] = "--section=two";
    char *args[] = {faq, body, collapse, section, NULL};
    char *none[] = {NULL};
    (void)state;

    struct out_opts look = look_for(args, 0).look;
    assert_int_equal(look.part, OUT_QUESTIONS);
    assert_true(look.is_body && look.is_collapsed && !look.is_greedy);

    look = look_for(none, 0).look;
    assert_int_equal(look.part, OUT_WHOLE);
    assert_int_equal(look.section.len, 0);
    assert_false(look.is_body || look.is_collapsed);
    assert_ptr_equal(look.theme, theme_default());
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_look_colors_what_can_show_them),
        cmocka_unit_test(test_look_is_as_wide_as_there_is_room),
        cmocka_unit_test(test_look_counts_colors_by_the_name_of_the_terminal),
        cmocka_unit_test(test_look_links_only_for_who_looks_now),
        cmocka_unit_test(test_look_takes_the_screen_only_for_reading),
        cmocka_unit_test(test_look_passes_options_on),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
