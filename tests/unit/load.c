/* SPDX-License-Identifier: ISC */
/*
 * Tests of src/main/load.h, made to keep no more than two small articles. In
 * place of gutread-parse stands a script that takes the source for an encoded
 * article; it writes a line into "log" each time.
 */
#include "load.h"

#include "base/file.h"
#include "model/build.h"
#include "model/codec.h"

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

static const struct job_opts opts = {.max_size = 1024};

static int
enter_folder(void **state)
{
    char *folder = strdup("/tmp/gutread-load-XXXXXX");

    *state = folder;
    if (!mkdtemp(folder) || chdir(folder) != 0)
        return -1;
    return setenv("GUTREAD_LIBEXEC", folder, 1);
}

static int
leave_folder(void **state)
{
    char command[64];
    int status = -1;

    snprintf(command, sizeof command, "rm -rf '%s'", (char *)*state);
    if (chdir("/") == 0)
        status = system(command);
    free(*state);
    return status;
}

static void
write_file(const char *path, struct str text, mode_t mode)
{
    struct err err;
    int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode);

    assert_true(fd >= 0);
    assert_true(file_write_fd(fd, text, &err));
    close(fd);
}

static void
write_program(const char *script)
{
    struct buf text = {0};

    buf_add_format(
        &text, "#!/bin/sh\ncd \"${0%%/*}\"; echo x >>log\n%s\n", script);
    write_file("gutread-parse", buf_str(&text), 0700);
    buf_done(&text);
}

/*
 * Writes the encoded article of that title and order, unless that is NULL.
 */
static void
write_article(const char *path, const char *title, const char *order)
{
    struct build *b = build_new();
    struct buf bytes = {0};

    build_open(b, BLOCK_PARA);
    build_text(b, STR("text"), SPAN_PLAIN);
    build_close(b);
    build_fact(b, FACT_TITLE, str_of(title));
    if (order)
        build_fact(b, FACT_ORDER, str_of(order));
    struct article *a = build_finish(b);
    codec_encode(a, &bytes);
    write_file(path, buf_str(&bytes), 0600);
    buf_done(&bytes);
    article_free(a);
}

static void
add(struct shelf *shelf, const char *argument)
{
    struct source source;
    struct err err;

    if (!source_parse(argument, &source, &err) ||
        shelf_add(shelf, &source, &err) == SHELF_NONE)
        fail_msg("%s: %s", argument, err.text);
    source_done(&source);
}

/*
 * Takes all articles of the shelf and compares their titles with wanted, one
 * letter each, '-' for a failure.
 */
static void
check_titles(struct shelf *shelf, const char *wanted)
{
    struct load *load = load_new(shelf, &opts);
    struct buf got = {0};

    for (uint32_t place = 0; place < shelf_count(shelf); place++) {
        struct err err;
        load_heads(load, place);
        struct article *a = load_take(load, shelf_at(shelf, place), &err);
        if (a)
            buf_add_str(&got, article_fact(a, FACT_TITLE));
        else
            buf_add_char(&got, '-');
        article_free(a);
    }
    assert_string_equal(got.ptr, wanted);
    buf_done(&got);
    load_free(load);
}

static size_t
count_loads(void)
{
    struct stat st;

    return stat("log", &st) == 0 ? (size_t)st.st_size / 2 : 0;
}

static void
test_load_takes_arguments_in_their_order(void **state)
{
    struct shelf *shelf = shelf_new();
    (void)state;

    write_program("exec cat");
    for (char c = 'G'; c >= 'A'; c--) {
        const char name[] = {c, '\0'};
        write_article(name, name, "1");
        add(shelf, name);
    }
    check_titles(shelf, "GFEDCBA");
    assert_int_equal(count_loads(), 7);
    shelf_free(shelf);
}

static void
test_load_takes_a_folder_in_the_order_that_it_gives_itself(void **state)
{
    struct shelf *shelf = shelf_new();
    (void)state;

    write_program("exec cat");
    assert_int_equal(mkdir("d", 0700), 0);
    write_article("first", "F", NULL);
    write_article("last", "L", NULL);
    write_article("d/a.md", "A", NULL);
    write_article("d/b.md", "B", "3");
    write_article("d/c.md", "C", "-3");
    write_article("d/d.md", "D", "2");
    write_article("d/e.md", "E", NULL);
    write_article("d/f.md", "G", NULL);
    add(shelf, "first");
    add(shelf, "d");
    add(shelf, "last");
    check_titles(shelf, "FCDBAEGL");
    /* Some of the six were kept; the others were loaded again. */
    assert_in_range(count_loads(), 9, 14);
    shelf_free(shelf);
}

static void
test_load_says_why_and_goes_on(void **state)
{
    struct shelf *shelf = shelf_new();
    struct err err;
    (void)state;

    write_program("exec cat");
    write_article("a", "A", NULL);
    write_file("b", STR("not encoded"), 0600);
    write_article("c", "C", NULL);
    add(shelf, "a");
    add(shelf, "b");
    add(shelf, "c");
    check_titles(shelf, "A-C");

    struct load *load = load_new(shelf, &opts);
    assert_null(load_take(load, 1, &err));
    assert_string_equal(err.text,
        "the parser made no sense: not an encoded article; "
        "--full-page or --type=text may show it");
    load_free(load);
    shelf_free(shelf);
}

static void
test_load_ends_what_nobody_waits_for(void **state)
{
    struct shelf *shelf = shelf_new();
    struct err err;
    (void)state;

    write_article("a", "A", NULL);
    write_article("b", "B", NULL);
    write_program("case $* in *=a*) exec cat ;; esac; exec sleep 1000");
    add(shelf, "a");
    add(shelf, "b");
    struct load *load = load_new(shelf, &opts);
    struct article *a = load_take(load, 0, &err);
    assert_non_null(a);
    article_free(a);
    load_free(load);
    load_free(NULL);
    shelf_free(shelf);
}

#define IN_FOLDER(test)                                                        \
    cmocka_unit_test_setup_teardown(test, enter_folder, leave_folder)

int
main(void)
{
    const struct CMUnitTest tests[] = {
        IN_FOLDER(test_load_takes_arguments_in_their_order),
        IN_FOLDER(test_load_takes_a_folder_in_the_order_that_it_gives_itself),
        IN_FOLDER(test_load_says_why_and_goes_on),
        IN_FOLDER(test_load_ends_what_nobody_waits_for),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
