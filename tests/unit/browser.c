/* SPDX-License-Identifier: ISC */
/*
 * Tests of ui/browser.h.
 */
#include "ui/browser.h"

#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <uv.h>

#include <cmocka.h>

static void
test_browser_gets_the_address_as_one_word(void **state)
{
    static const struct {
        const char *command, *address, *want; /* words in brackets */
    } cases[] = {
        {"firefox", "http://a/ b;c$d", "[firefox][http://a/ b;c$d]"},
        {"firefox -new-tab", "http://a", "[firefox][-new-tab][http://a]"},
        {"  x   y  ", "http://a", "[x][y][http://a]"},
        {"x --url=%s -q", "http://a", "[x][--url=http://a][-q]"},
        {"x %s %s", "http://a", "[x][http://a][http://a]"},
        {"x %d", "http://a/%s", "[x][%d][http://a/%s]"},
        {"x %s", "http://a/%s", "[x][http://a/%s]"},
        {"%s", "http://a", "[%s][http://a]"},
        {"", "http://a", ""},
        {"   ", "http://a", ""},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buf words = {0}, got = {0};
        unsigned n = browser_add_words(
            &words, str_of(cases[i].command), str_of(cases[i].address));
        const char *word = words.ptr;
        for (unsigned j = 0; j < n; j++) {
            buf_add_format(&got, "[%s]", word);
            word += strlen(word) + 1;
        }
        buf_end(&got);
        assert_string_equal(got.ptr, cases[i].want);
        buf_done(&words);
        buf_done(&got);
    }
}

static void
test_browser_takes_only_addresses(void **state)
{
    static const char *const refused[] = {
        "", "a.md", "-version", "--help", "//host/a", "../x"};
    uv_loop_t loop;
    struct err err;
    (void)state;
    uv_loop_init(&loop);
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        err = (struct err){0};
        assert_null(browser_open(&loop, "true", str_of(refused[i]), &err));
        assert_int_equal(err.code, ERR_BAD_DATA);
    }
    assert_null(browser_open(&loop, "true", STR("odd:thing"), &err));
    assert_null(browser_open(&loop, "true", STR("file:///etc/passwd"), &err));
    assert_null(browser_open(&loop, "true", STR("ssh://-oX=y"), &err));
    assert_null(browser_open(&loop, "true", STR("javascript:x"), &err));
    assert_null(browser_open(&loop, "/none/such", STR("http://a"), &err));
    assert_int_equal(err.code, ERR_NOT_FOUND);
    uv_run(&loop, UV_RUN_DEFAULT);
    assert_int_equal(uv_loop_close(&loop), 0);
}

static void
test_browser_is_safe_only_with_the_web(void **state)
{
    (void)state;
    assert_true(browser_is_safe(STR("https://a")));
    assert_true(browser_is_safe(STR("HTTP://a")));
    assert_false(browser_is_safe(STR("mailto:a@b")));
    assert_false(browser_is_safe(STR("file:///etc/passwd")));
    assert_false(browser_is_safe(STR("ssh://-oProxyCommand=x")));
    assert_false(browser_is_safe(STR("")));
}

static void
note_failure(void *user, const struct err *err)
{
    *(struct err *)user = *err;
}

static void
test_browser_tells_when_the_program_fails(void **state)
{
    uv_loop_t loop;
    struct err err = {0}, told = {0};
    (void)state;
    uv_loop_init(&loop);
    struct browser *b =
        browser_open(&loop, "/bin/false", STR("http://a"), &err);
    assert_non_null(b);
    browser_on_fail(b, note_failure, &told);
    uv_run(&loop, UV_RUN_DEFAULT);
    assert_string_equal(told.text, "false: exit status 1");
    browser_forget(b);

    /* Forgotten, nothing is told. */
    told = (struct err){0};
    b = browser_open(&loop, "/bin/false", STR("http://a"), &err);
    browser_on_fail(b, note_failure, &told);
    browser_forget(b);
    browser_forget(NULL);
    uv_run(&loop, UV_RUN_DEFAULT);
    assert_int_equal(told.code, ERR_NONE);
    browser_leave(&loop);
    uv_run(&loop, UV_RUN_DEFAULT);
    assert_int_equal(uv_loop_close(&loop), 0);
}

static void
on_beat(uv_timer_t *timer)
{
    (void)timer;
}

static void
test_browser_that_is_forgotten_leaves_no_zombie(void **state)
{
    uv_loop_t loop;
    uv_timer_t beat;
    struct err err = {0};
    (void)state;
    while (waitpid(-1, NULL, 0) > 0) {
        /* It is of another test. */
    }
    uv_loop_init(&loop);
    uv_timer_init(&loop, &beat);
    uv_timer_start(&beat, on_beat, 1, 1);
    browser_forget(browser_open(&loop, "/bin/true", STR("http://a"), &err));
    browser_forget(browser_open(&loop, "/bin/false", STR("http://b"), &err));
    while (waitid(P_ALL, 0, NULL, WEXITED | WNOHANG | WNOWAIT) == 0)
        uv_run(&loop, UV_RUN_ONCE);
    assert_int_equal(errno, ECHILD);
    uv_close((uv_handle_t *)&beat, NULL);
    browser_leave(&loop);
    uv_run(&loop, UV_RUN_DEFAULT);
    assert_int_equal(uv_loop_close(&loop), 0);
}

static void
test_browser_gets_addresses_without_anything_odd(void **state)
{
    uv_loop_t loop;
    struct err err = {0}, told = {0};
    (void)state;
    uv_loop_init(&loop);
    struct browser *b = browser_open(&loop,
        "/bin/sh -c test$IFS\"$0\"$IFS=$IFS\"https://a/b%20c%22\"",
        STR("https://a/b c\""), &err);
    assert_non_null(b);
    browser_on_fail(b, note_failure, &told);
    uv_run(&loop, UV_RUN_DEFAULT);
    assert_string_equal(told.text, "");
    browser_forget(b);
    uv_run(&loop, UV_RUN_DEFAULT);
    assert_int_equal(uv_loop_close(&loop), 0);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_browser_gets_the_address_as_one_word),
        cmocka_unit_test(test_browser_takes_only_addresses),
        cmocka_unit_test(test_browser_is_safe_only_with_the_web),
        cmocka_unit_test(test_browser_tells_when_the_program_fails),
        cmocka_unit_test(test_browser_that_is_forgotten_leaves_no_zombie),
        cmocka_unit_test(test_browser_gets_addresses_without_anything_odd),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
