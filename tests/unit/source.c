/* SPDX-License-Identifier: ISC */
/*
 * Tests of app/source.h. Each test stands in an empty folder of its own.
 */
#include "app/source.h"

#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

static int
enter_folder(void **state)
{
    char *folder = strdup("/tmp/gutread-source-XXXXXX");

    *state = folder;
    return mkdtemp(folder) && chdir(folder) == 0 ? 0 : -1;
}

static int
leave_folder(void **state)
{
    char command[64];
    int status = -1;

    if (chdir("/") == 0 && snprintf(command, sizeof command, "rm -rf '%s'",
                               (char *)*state) < (int)sizeof command)
        status = system(command);
    free(*state);
    return status;
}

static void
touch(const char *path)
{
    int fd = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);

    assert_true(fd >= 0);
    close(fd);
}

static struct source
parse(const char *argument)
{
    struct source s;
    struct err err;

    if (!source_parse(argument, &s, &err))
        fail_msg("%s: %s", argument, err.text);
    return s;
}

static void
test_source_knows_what_an_argument_means(void **state)
{
    static const struct {
        const char *argument;
        enum source_kind kind;
        const char *place, *label;
    } cases[] = {
        {"-", SOURCE_STDIN, "-", "standard input"},
        {"a.md", SOURCE_FILE, "a.md", "a.md"},
        {"./b/../a.md", SOURCE_FILE, "./b/../a.md", "a.md"},
        {"b", SOURCE_FOLDER, "b", "b"},
        {"b/", SOURCE_FOLDER, "b/", "b/"},
        {"file:///dev/null", SOURCE_FILE, "/dev/null", "null"},
        {"HTTP://Example.org", SOURCE_WEB, "http://example.org",
            "http://example.org"},
        {"https://a/b c", SOURCE_WEB, "https://a/b%20c", "https://a/b%20c"},
    };
    (void)state;

    touch("a.md");
    assert_int_equal(mkdir("b", 0700), 0);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct source s = parse(cases[i].argument);
        assert_int_equal(s.kind, cases[i].kind);
        assert_string_equal(s.place, cases[i].place);
        assert_string_equal(source_label(&s), cases[i].label);
        source_done(&s);
    }
}

static void
test_source_says_why_an_argument_is_none(void **state)
{
    static const struct {
        const char *argument;
        enum err_code code;
        const char *text;
    } cases[] = {
        {"", ERR_NOT_FOUND, "No such file or directory"},
        {"none.md", ERR_NOT_FOUND, "No such file or directory"},
        {"www.example.org", ERR_NOT_FOUND,
            "No such file or directory; for a page of the web put https:// "
            "before it"},
        {"example.org/page", ERR_NOT_FOUND,
            "No such file or directory; for a page of the web put https:// "
            "before it"},
        {"../example.org/page", ERR_NOT_FOUND, "No such file or directory"},
        {"ftp://a/b.md", ERR_NOT_FOUND,
            "only http, https and file addresses are known"},
        {"file://elsewhere/a.md", ERR_NOT_FOUND,
            "names no file of this machine"},
        {"file:///none.md", ERR_NOT_FOUND, "No such file or directory"},
        {"/dev/null/a.md", ERR_NOT_FOUND, "Not a directory"},
    };
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct source s = {0};
        struct err err;
        assert_false(source_parse(cases[i].argument, &s, &err));
        assert_int_equal(err.code, cases[i].code);
        assert_string_equal(err.text, cases[i].text);
        assert_null(s.place);
    }
}

static void
test_source_is_the_same_however_it_is_written(void **state)
{
    (void)state;
    touch("a.md");
    assert_int_equal(symlink("a.md", "link.md"), 0);
    assert_int_equal(mkdir("b", 0700), 0);

    struct source plain = parse("a.md"), round = parse("b/.././a.md");
    struct source link = parse("link.md"), folder = parse("b");
    struct source slash = parse("./b/"), input = parse("-");
    assert_true(source_eq(&plain, &round));
    assert_true(source_eq(&folder, &slash));
    assert_false(source_eq(&plain, &link));
    assert_false(source_eq(&plain, &input));
    assert_int_equal(
        source_compare(&plain, &link), -source_compare(&link, &plain));

    assert_int_equal(unlink("a.md"), 0);
    struct source copy = source_copy(&round);
    assert_true(source_eq(&plain, &copy));

    source_done(&copy);
    source_done(&plain);
    source_done(&round);
    source_done(&link);
    source_done(&folder);
    source_done(&slash);
    source_done(&input);
    assert_null(input.key);
}

static void
test_source_follows_links_of_a_file(void **state)
{
    static const struct {
        const char *from, *link;
        enum source_kind kind; /* SOURCE_NONE: does not follow */
        const char *place;
    } cases[] = {
        {"b/a.md", "c.md", SOURCE_FILE, "b/c.md"},
        {"b/a.md", "./c.md#part", SOURCE_FILE, "b/c.md"},
        {"b/a.md", "../c.md", SOURCE_FILE, "b/../c.md"},
        {"b/a.md", "c%20d.md?v=1", SOURCE_FILE, "b/c d.md"},
        {"b/a.md", "/dev/null", SOURCE_FILE, "/dev/null"},
        {"b/a.md", "file:///dev/null", SOURCE_FILE, "/dev/null"},
        {"b/a.md", "..", SOURCE_FOLDER, "b/.."},
        {"b/a.md", "HTTPS://h/x#y", SOURCE_WEB, "https://h/x"},
        {"a.md", "c.md", SOURCE_FILE, "c.md"},
        {"-", "c.md", SOURCE_FILE, "c.md"},
        {"b", "c.md", SOURCE_FILE, "b/c.md"},
        {"b/a.md", "#part", SOURCE_NONE, NULL},
        {"b/a.md", "", SOURCE_NONE, NULL},
        {"b/a.md", "?q", SOURCE_NONE, NULL},
        {"b/a.md", "c%00.md", SOURCE_NONE, NULL},
        {"b/a.md", "mailto:ann@example.org", SOURCE_NONE, NULL},
        {"b/a.md", "file://elsewhere/x", SOURCE_NONE, NULL},
        {"http://h/d/a", "c.md", SOURCE_WEB, "http://h/d/c.md"},
        {"http://h/d/a", "//g/c.md", SOURCE_WEB, "http://g/c.md"},
        {"http://h/d/a", "file:///dev/null", SOURCE_NONE, NULL},
        {"http://h/d/a", "mailto:ann@example.org", SOURCE_NONE, NULL},
    };
    (void)state;

    touch("a.md");
    assert_int_equal(mkdir("b", 0700), 0);
    touch("b/a.md");
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct source from = parse(cases[i].from), to = {0};
        bool ok = source_follow(&from, str_of(cases[i].link), &to);
        if (to.kind != cases[i].kind || ok != (to.kind != SOURCE_NONE))
            fail_msg("%s: kind %d", cases[i].link, (int)to.kind);
        if (ok)
            assert_string_equal(to.place, cases[i].place);
        source_done(&from);
        source_done(&to);
    }
}

static void
test_source_reads_a_folder_in_natural_order(void **state)
{
    static const char *const names[] = {"part10.md", "part2.md", "Part3.HTML",
        "part02b.markdown", "a.txt", "z.xhtml", "b.htm", ".hidden.md", "c.c",
        "md", "x99999999999999999999.md", "x100000000000000000000.md"};
    static const char *const wanted[] = {"./a.txt", "./b.htm", "./part2.md",
        "./part02b.markdown", "./Part3.HTML", "./part10.md",
        "./x99999999999999999999.md", "./x100000000000000000000.md",
        "./z.xhtml"};
    struct source_list list = {0};
    struct err err;
    (void)state;

    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        touch(names[i]);
    assert_int_equal(mkdir("folder.md", 0700), 0);
    assert_int_equal(mkfifo("pipe.md", 0700), 0);
    assert_true(source_read_folder(".", &list, &err));
    assert_int_equal(list.n_items, sizeof wanted / sizeof *wanted);
    for (uint32_t i = 0; i < list.n_items; i++)
        assert_string_equal(list.items[i].place, wanted[i]);

    struct source same = parse("part2.md");
    assert_true(source_eq(&list.items[2], &same));
    source_done(&same);
    source_list_done(&list);

    assert_false(source_read_folder("none", &list, &err));
    assert_int_equal(err.code, ERR_NOT_FOUND);
}

static void
test_source_opens_what_can_be_read(void **state)
{
    static const struct {
        const char *argument, *failure;
    } cases[] = {
        {"a.md", NULL},
        {"pipe", NULL},
        {"-", NULL},
        {".", "Is a directory"},
        {"http://h/", "a page of the web cannot be opened as a file"},
    };
    (void)state;

    touch("a.md");
    assert_int_equal(mkfifo("pipe", 0700), 0);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct source s = parse(cases[i].argument);
        struct err err;
        int fd = -1;
        bool ok = source_open(&s, &fd, &err);
        assert_int_equal(ok, cases[i].failure == NULL);
        if (ok) {
            assert_true(fcntl(fd, F_GETFD) & FD_CLOEXEC);
            close(fd);
        } else {
            assert_string_equal(err.text, cases[i].failure);
            assert_int_equal(fd, -1);
        }
        source_done(&s);
    }
}

static void
test_source_that_is_gone_cannot_be_opened(void **state)
{
    struct err err;
    int fd;
    (void)state;

    touch("a.md");
    struct source s = parse("a.md");
    assert_int_equal(unlink("a.md"), 0);
    assert_false(source_open(&s, &fd, &err));
    assert_int_equal(err.code, ERR_NOT_FOUND);
    source_done(&s);
}

static void
test_source_of_an_entry_is_its_page_or_the_entry(void **state)
{
    char place[] = "feed.xml", key[] = "/a/feed.xml";
    struct source feed = {.kind = SOURCE_FILE, .place = place, .key = key};
    struct source page, one, two, led;
    struct err err = {0};
    int fd;
    (void)state;

    page = source_make_entry(&feed, STR("https://a.example/x"), STR("1"));
    one = source_make_entry(&feed, STR("x.html"), STR("1"));
    two = source_make_entry(&feed, (struct str){0}, STR("2"));
    assert_int_equal(page.kind, SOURCE_WEB);
    assert_string_equal(page.place, "https://a.example/x");
    assert_int_equal(one.kind, SOURCE_ENTRY);
    assert_string_equal(one.place, "feed.xml");
    assert_false(source_eq(&one, &two));
    assert_false(source_open(&one, &fd, &err));
    assert_int_equal(err.code, ERR_IO);
    assert_false(source_follow(&one, STR("b.md"), &led));
    assert_true(source_follow(&one, STR("https://b.example/"), &led));
    assert_int_equal(led.kind, SOURCE_WEB);
    source_done(&led);
    source_done(&page);
    source_done(&one);
    source_done(&two);
}

#define IN_FOLDER(test)                                                        \
    cmocka_unit_test_setup_teardown(test, enter_folder, leave_folder)

int
main(void)
{
    const struct CMUnitTest tests[] = {
        IN_FOLDER(test_source_knows_what_an_argument_means),
        IN_FOLDER(test_source_says_why_an_argument_is_none),
        IN_FOLDER(test_source_is_the_same_however_it_is_written),
        IN_FOLDER(test_source_follows_links_of_a_file),
        IN_FOLDER(test_source_reads_a_folder_in_natural_order),
        IN_FOLDER(test_source_opens_what_can_be_read),
        IN_FOLDER(test_source_that_is_gone_cannot_be_opened),
        IN_FOLDER(test_source_of_an_entry_is_its_page_or_the_entry),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
