/* SPDX-License-Identifier: ISC */
/*
 * Tests of what app/job.h does with pages of the web. In place of gutread-fetch
 * and gutread-parse stand small shell scripts in a folder of the test's own.
 * The loop must be empty at the end of every test, and no script may be left.
 */
#include "app/job.h"

#include "base/file.h"
#include "model/build.h"
#include "model/codec.h"

#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>
#include <uv.h>

#include <cmocka.h>

#define HEAD                                                                   \
    "printf 'status 200\\nurl http://h/b\\ntype text/html\\nlength 9\\n\\n' "  \
    ">&3\n"
#define FAILURE                                                                \
    "printf 'status 410\\nfailure gone\\nurl http://h/b\\ntype "               \
    "text/html\\n\\n' >&3\n"
#define ARTICLE "cat >/dev/null; exec cat \"${0%/*}/article\"\n"

struct stage {
    char folder[32];
    uv_loop_t loop;
    uv_timer_t beat; /* keeps turns going in wait_for() */
    struct source source;
    struct job_opts opts;
    struct job *job;
    unsigned n_done, n_told;
    struct job_progress told; /* last */
    char host[32], hosts[128];
    char said[128]; /* by a server, of the page */
    unsigned n_replies;
    struct article *article;
    struct err err;
};

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
write_article(void)
{
    struct build *b = build_new();
    struct buf bytes = {0};

    build_open(b, BLOCK_PARA);
    build_text(b, STR("Hello"), SPAN_PLAIN);
    build_close(b);
    struct article *a = build_finish(b);
    codec_encode(a, &bytes);
    write_file("article", buf_str(&bytes), 0600);
    buf_done(&bytes);
    article_free(a);
}

static void
on_progress(void *user, const struct job_progress *progress)
{
    struct stage *t = user;

    t->n_told++;
    t->told = *progress;
    snprintf(t->host, sizeof t->host, "%.*s", STR_ARG(progress->host));
}

static void
on_each_progress(void *user, const struct job_progress *progress)
{
    struct stage *t = user;

    on_progress(user, progress);
    snprintf(t->hosts + strlen(t->hosts), sizeof t->hosts - strlen(t->hosts),
        "%s ", t->host);
}

static int
set_up(void **state)
{
    struct stage *t = calloc(1, sizeof *t);
    struct err err;

    strcpy(t->folder, "/tmp/gutread-load-XXXXXX");
    if (!mkdtemp(t->folder) || chdir(t->folder) != 0 ||
        uv_loop_init(&t->loop) != 0 || uv_timer_init(&t->loop, &t->beat) != 0)
        return -1;
    setenv("GUTREAD_LIBEXEC", t->folder, 1);
    write_article();
    t->opts.max_size = 1024;
    t->opts.progress = on_progress;
    *state = t;
    return source_parse("http://u:p@h:81/a?x@y", &t->source, &err) ? 0 : -1;
}

static int
tear_down(void **state)
{
    static const char *const names[] = {"article", "gutread-fetch",
        "gutread-parse", "fetching", "parsing", "args"};
    struct stage *t = *state;

    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        unlink(names[i]);
    int status = chdir("/") == 0 ? rmdir(t->folder) : -1;
    uv_close((uv_handle_t *)&t->beat, NULL);
    uv_run(&t->loop, UV_RUN_NOWAIT);
    if (uv_loop_close(&t->loop) != 0)
        status = -1;
    source_done(&t->source);
    article_free(t->article);
    free(t);
    return status;
}

static void
write_program(const char *name, const char *script)
{
    struct buf text = {0};

    buf_add_format(&text, "#!/bin/sh\n%s\n", script);
    write_file(name, buf_str(&text), 0700);
    buf_done(&text);
}

static void
on_done(void *user, struct article *article, const struct err *err)
{
    struct stage *t = user;

    t->n_done++;
    t->article = article;
    if (err)
        t->err = *err;
}

static void
start(struct stage *t, const char *fetch, const char *parse)
{
    write_program("gutread-fetch", fetch);
    write_program("gutread-parse", parse);
    t->job = job_start(&t->loop, &t->source, &t->opts, on_done, t);
}

/*
 * Runs a job to its end with those scripts.
 */
static void
play(struct stage *t, const char *fetch, const char *parse)
{
    t->n_done = t->n_told = 0;
    article_free(t->article);
    t->article = NULL;
    t->err = (struct err){0};
    start(t, fetch, parse);
    assert_int_equal(t->n_told, 0);
    uv_run(&t->loop, UV_RUN_DEFAULT);
    assert_int_equal(t->n_done, 1);
}

static void
on_beat(uv_timer_t *timer)
{
    (void)timer;
}

/*
 * Lets the loop turn until a script has written its number to the file at path,
 * and returns it.
 */
static pid_t
wait_for(struct stage *t, const char *path)
{
    int pid = 0;

    uv_timer_start(&t->beat, on_beat, 1, 1);
    while (pid == 0) {
        uv_run(&t->loop, UV_RUN_ONCE);
        FILE *file = fopen(path, "r");
        if (file && fscanf(file, "%d\n", &pid) != 1)
            pid = 0;
        if (file)
            fclose(file);
    }
    uv_timer_stop(&t->beat);
    return pid;
}

static bool
is_there(pid_t pid)
{
    return kill(pid, 0) == 0 || errno != ESRCH;
}

/*
 * Cancels the job and expects that nothing is told any more.
 */
static void
cancel(struct stage *t)
{
    const unsigned n_told = t->n_told;

    job_cancel(t->job);
    uv_run(&t->loop, UV_RUN_DEFAULT);
    assert_int_equal(t->n_done, 0);
    assert_int_equal(t->n_told, n_told);
}

static void
test_download_goes_through_the_parser(void **state)
{
    struct stage *t = *state;

    play(t, HEAD "echo page", "read x; [ \"$x\" = page ] && " ARTICLE);
    assert_non_null(t->article);
    assert_int_equal(t->told.phase, JOB_PARSING);
    assert_int_equal(t->told.n_total, 9);
}

static void
test_download_gives_both_programs_what_they_need(void **state)
{
    struct stage *t = *state;

    t->opts.timeout = 7;
    t->opts.user_agent = "Me";
    play(t, "for a in \"$@\"; do printf '[%s]' \"$a\"; done >&2; exit 1", "");
    assert_string_equal(t->err.text, "[--max-size=1024][--timeout=7]"
                                     "[--user-agent=Me][--]"
                                     "[http://u:p@h:81/a?x@y]");
    play(t, HEAD, "for a; do printf '[%s]' \"$a\"; done >&2; exit 1");
    assert_string_equal(t->err.text, "[--max-size=1024]"
                                     "[--base-url=http://h/b]"
                                     "[--content-type=text/html]");
    t->opts.base_url = "http://other/";
    play(t, "echo 'downgrade http://h/b' >&3\n" HEAD,
        "for a; do printf '[%.12s]' \"$a\"; done >&2; exit 1");
    assert_string_equal(t->err.text,
        "[--max-size=1][--base-url=h][--content-ty][--note=on th]");
}

static void
test_download_tells_how_far_it_is(void **state)
{
    struct stage *t = *state;

    play(t, "exit 1", "");
    assert_int_equal(t->n_told, 1);
    assert_int_equal(t->told.phase, JOB_CONNECTING);
    assert_string_equal(t->host, "h:81");
    play(t, HEAD "echo progress 5 >&3; echo no >&2; exit 1", ARTICLE);
    assert_int_equal(t->told.phase, JOB_RECEIVING);
    assert_int_equal(t->told.n_bytes, 5);
    assert_int_equal(t->told.n_total, 9);
}

static void
test_download_says_why_there_is_no_page(void **state)
{
    static const struct {
        const char *name, *fetch, *parse, *text;
    } cases[] = {
        {"its own name", "echo \"gutread-fetch: '$3': no host\" >&2; exit 1",
            "", "no host"},
        {"a status",
            "printf 'status 404\\n\\n' >&3; echo no such page >&2; exit 1",
            ARTICLE, "no such page"},
        {"no page", HEAD "echo ended >&2; exit 1", ARTICLE, "ended"},
        {"a failure and its page", FAILURE "echo page; exit 1",
            "echo \"$4\" >&2; exit 1", "--failure=gone"},
        {"a failure without one", FAILURE "echo gone >&2; exit 1", ARTICLE,
            "gone"},
        {"half a page", HEAD "echo page; echo cut >&3; echo ended >&2; exit 1",
            "echo \"$4\" >&2; exit 1", "--cut=ended"},
        {"a page that is refused", HEAD "echo page; echo no >&2; exit 1",
            ARTICLE, "no"},
        {"the parser", HEAD "echo page", "echo bad >&2; exit 1", "bad"},
        {"nothing", "exit 0", ARTICLE, "the server sent no page"},
        {"a crash", "kill -SEGV $$", ARTICLE,
            "gutread-fetch crashed: Segmentation fault"},
        {"no memory", "exit 70", ARTICLE, "gutread-fetch took too much memory"},
        {"something forbidden", "kill -SYS $$", ARTICLE,
            "gutread-fetch was stopped: it did something forbidden"},
        {"too much time", "kill -XCPU $$", ARTICLE,
            "gutread-fetch took too much time and was stopped"},
        {"an endless wait", HEAD "exec sleep 1000", ARTICLE,
            "gutread-fetch did not answer for 1 seconds and was stopped"},
        {"more than was allowed", HEAD "yes | head -c 1025", ARTICLE,
            "gutread-fetch made more of this page than it may"},
        {"an endless way", "yes 'redirect http://x/' >&3", ARTICLE,
            "gutread-fetch made no sense"},
        {"noise", "exec tr '\\0' x </dev/zero >&3", ARTICLE,
            "gutread-fetch made no sense"},
    };
    struct stage *t = *state;

    t->opts.patience = 1;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        play(t, cases[i].fetch, cases[i].parse);
        if (t->article || strcmp(t->err.text, cases[i].text) != 0)
            fail_msg("%s: %s", cases[i].name, t->err.text);
    }
    unlink("gutread-fetch");
    t->n_done = 0;
    t->job = job_start(&t->loop, &t->source, &t->opts, on_done, t);
    uv_run(&t->loop, UV_RUN_DEFAULT);
    assert_int_equal(t->n_done, 1);
    assert_string_equal(t->err.text, "gutread-fetch is not installed");
}

static void
on_reply(void *user, const struct reply *reply, int fd)
{
    struct stage *t = user;
    char bytes[16] = "";

    t->n_replies++;
    snprintf(t->said, sizeof t->said, "%u %s %s %s %lld %d%d%d ", reply->status,
        reply->url, reply->etag ? reply->etag : "-",
        reply->modified ? reply->modified : "-", (long long)reply->fresh_until,
        reply->may_keep, reply->must_ask, reply->is_same);
    const size_t len = strlen(t->said);
    if (fd >= 0 && pread(fd, bytes, sizeof bytes - 1, 0) >= 0)
        snprintf(t->said + len, sizeof t->said - len, "%s", bytes);
    else
        strcat(t->said, "no bytes");
}

static void
test_download_tells_whoever_keeps_pages(void **state)
{
    struct stage *t = *state;

    t->opts.reply = on_reply;
    play(t, HEAD "printf page", ARTICLE);
    assert_non_null(t->article);
    assert_string_equal(t->said, "200 http://h/b - - 0 100 page");
    play(t,
        "printf 'status 200\nurl http://h/b\netag \"v 1\"\nmodified now\n"
        "fresh 12345678901\nmust-ask\nno-store\n\n' >&3; printf page",
        ARTICLE);
    assert_string_equal(
        t->said, "200 http://h/b \"v 1\" now 12345678901 010 page");
    assert_int_equal(t->n_replies, 2);
    play(t, FAILURE "printf page; exit 1", ARTICLE);
    play(t, HEAD "printf page; echo cut >&3; exit 1", ARTICLE);
    assert_int_equal(t->n_replies, 2);
}

static void
test_download_asks_whether_a_copy_is_still_good(void **state)
{
    struct stage *t = *state;

    t->opts.etag = "\"v1\"";
    t->opts.since = "yesterday";
    t->opts.reply = on_reply;
    play(t,
        "[ \"$2$3\" = '--etag=\"v1\"--since=yesterday' ] || exit 1\n"
        "printf 'status 304\nurl http://h/b\nfresh 99\n\n' >&3",
        "echo not wanted >&2; exit 1");
    assert_null(t->article);
    assert_int_equal(t->err.code, ERR_UNCHANGED);
    assert_string_equal(t->said, "304 http://h/b - - 99 101 no bytes");
}

static void
test_download_shows_where_it_is_redirected(void **state)
{
    struct stage *t = *state;

    t->opts.progress = on_each_progress;
    play(t,
        "echo 'redirect https://ann:pw@other:8/x' >&3\n"
        "echo 'downgrade http://last/' >&3\n" HEAD "echo page",
        ARTICLE);
    assert_string_equal(t->hosts, "h:81 other:8 last last last ");
}

static void
test_download_is_not_started_offline(void **state)
{
    struct stage *t = *state;

    t->opts.is_offline = true;
    play(t, HEAD "echo page", ARTICLE);
    assert_null(t->article);
    assert_int_equal(t->err.code, ERR_OFFLINE);
}

static void
test_download_canceled_before_its_first_turn_starts_nothing(void **state)
{
    struct stage *t = *state;

    start(t, "echo $$ > \"${0%/*}/fetching\"", ARTICLE);
    cancel(t);
    assert_int_not_equal(access("fetching", F_OK), 0);
}

static void
test_download_canceled_while_connecting_is_killed(void **state)
{
    struct stage *t = *state;

    start(t, "echo $$ > \"${0%/*}/fetching\"; exec sleep 1000", ARTICLE);
    pid_t pid = wait_for(t, "fetching");
    cancel(t);
    assert_false(is_there(pid));
}

static void
test_download_canceled_while_receiving_is_killed(void **state)
{
    struct stage *t = *state;

    start(t, HEAD "echo page; echo $$ > \"${0%/*}/fetching\"; exec sleep 1000",
        ARTICLE);
    pid_t pid = wait_for(t, "fetching");
    cancel(t);
    assert_false(is_there(pid));
}

static void
test_download_canceled_while_parsing_ends_the_parser(void **state)
{
    struct stage *t = *state;

    start(t, HEAD "echo page",
        "cat >/dev/null; echo $$ > \"${0%/*}/parsing\"; exec sleep 1000");
    pid_t parser = wait_for(t, "parsing");
    cancel(t);
    assert_false(is_there(parser));
}

static void
cancel_at_once(void *user, const struct job_progress *progress)
{
    struct stage *t = user;

    on_progress(user, progress);
    job_cancel(t->job);
}

static void
test_download_may_be_canceled_while_it_tells_something(void **state)
{
    struct stage *t = *state;

    t->opts.progress = cancel_at_once;
    start(t, HEAD "echo page; exec sleep 1000", ARTICLE);
    uv_run(&t->loop, UV_RUN_DEFAULT);
    assert_int_equal(t->n_done, 0);
    assert_int_equal(t->n_told, 1);
}

#define ON_STAGE(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int
main(void)
{
    const struct CMUnitTest tests[] = {
        ON_STAGE(test_download_goes_through_the_parser),
        ON_STAGE(test_download_gives_both_programs_what_they_need),
        ON_STAGE(test_download_tells_how_far_it_is),
        ON_STAGE(test_download_says_why_there_is_no_page),
        ON_STAGE(test_download_tells_whoever_keeps_pages),
        ON_STAGE(test_download_asks_whether_a_copy_is_still_good),
        ON_STAGE(test_download_shows_where_it_is_redirected),
        ON_STAGE(test_download_is_not_started_offline),
        ON_STAGE(test_download_canceled_before_its_first_turn_starts_nothing),
        ON_STAGE(test_download_canceled_while_connecting_is_killed),
        ON_STAGE(test_download_canceled_while_receiving_is_killed),
        ON_STAGE(test_download_canceled_while_parsing_ends_the_parser),
        ON_STAGE(test_download_may_be_canceled_while_it_tells_something),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
