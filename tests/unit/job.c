/* SPDX-License-Identifier: ISC */
/*
 * Tests of app/job.h. In place of gutread-parse stand small shell scripts in a
 * folder of the test's own, where source.md and the encoded article "article"
 * are, too. The loop must be empty at the end of every test.
 */
#include "dock.h"

struct stage {
    char folder[32];
    uv_loop_t loop;
    uv_timer_t beat; /* keeps turns going in dock_wait() */
    struct source source;
    struct job_opts opts;
    struct job *job;
    unsigned n_done;
    struct article *article;
    struct err err;
};

static int
set_up(void **state)
{
    struct stage *t = calloc(1, sizeof *t);
    struct err err;

    strcpy(t->folder, "/tmp/gutread-job-XXXXXX");
    if (!mkdtemp(t->folder) || chdir(t->folder) != 0 ||
        uv_loop_init(&t->loop) != 0 || uv_timer_init(&t->loop, &t->beat) != 0)
        return -1;
    setenv("GUTREAD_LIBEXEC", t->folder, 1);
    setenv("GUTREAD_SECRET", "told", 1);
    dock_article();
    dock_file("source.md", STR("Hello\n"), 0600);
    t->opts.max_size = 1024;
    *state = t;
    return source_parse("source.md", &t->source, &err) ? 0 : -1;
}

static int
tear_down(void **state)
{
    static const char *const names[] = {
        "article", "source.md", "gutread-parse", "pid", "sleeper"};
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

/*
 * Puts a shell script in place of gutread-parse.
 */
static void
write_program(const char *script)
{
    struct buf text = {0};

    buf_add_format(&text, "#!/bin/sh\n%s\n", script);
    dock_file("gutread-parse", buf_str(&text), 0700);
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
start(struct stage *t)
{
    t->job = job_start(&t->loop, &t->source, &t->opts, on_done, t);
}

/*
 * Runs a job to its end with that script.
 */
static void
play(struct stage *t, const char *script)
{
    write_program(script);
    start(t);
    assert_int_equal(t->n_done, 0);
    uv_run(&t->loop, UV_RUN_DEFAULT);
    assert_int_equal(t->n_done, 1);
}

static void
test_job_loads_an_article(void **state)
{
    struct stage *t = *state;

    play(t, "exec cat \"${0%/*}/article\"");
    assert_non_null(t->article);
    assert_true(str_eq(article_text(t->article, 1), STR("Hello")));
}

static void
test_job_gives_the_source_as_standard_input(void **state)
{
    struct stage *t = *state;

    play(t, "read line; echo \"line: $line\" >&2; exit 1");
    assert_null(t->article);
    assert_string_equal(t->err.text, "line: Hello");
}

static void
test_job_passes_its_options_on(void **state)
{
    struct stage *t = *state;
    char word[] = "html";

    t->opts.type = word;
    t->opts.base_url = "http://h/$(x) y";
    t->opts.is_full_page = t->opts.needs_sandbox = true;
    write_program("for a in \"$@\"; do printf '[%s]' \"$a\" >&2; done; exit 1");
    start(t);
    word[0] = '\0'; /* the job has copies */
    uv_run(&t->loop, UV_RUN_DEFAULT);
    assert_string_equal(t->err.text,
        "[--max-size=1024][--type=html][--base-url=http://h/$(x) y]"
        "[--name=source.md][--require-sandbox][--full-page]");
}

static void
test_job_gives_no_environment_and_no_descriptor(void **state)
{
    struct stage *t = *state;

    play(t, "n=0; for f in /proc/self/fd/*; do\n"
            "  case $(readlink \"$f\") in */source.md) n=$((n + 1)) ;; esac\n"
            "done\n"
            "echo \"$n${GUTREAD_SECRET-}${HOME-}\" >&2; exit 1");
    assert_string_equal(t->err.text, "1");
}

static void
test_job_says_what_the_program_said(void **state)
{
    static const struct {
        const char *name, *script, *text;
        enum err_code code;
    } cases[] = {
        {"a reason", "echo 'no text in it' >&2; exit 1", "no text in it",
            ERR_BAD_DATA},
        {"the program's name", "echo 'gutread-parse: no text' >&2; exit 1",
            "no text", ERR_BAD_DATA},
        {"two lines", "printf 'one\\ntwo\\n' >&2; exit 1", "one", ERR_BAD_DATA},
        {"controls", "printf 'a\\033[1mb\\n' >&2; exit 1", "a[1mb",
            ERR_BAD_DATA},
        {"nothing", "exit 3", "the parser failed with status 3", ERR_UNPARSED},
        {"no memory", "exit 70", "the parser took too much memory",
            ERR_UNPARSED},
        {"a crash", "kill -SEGV $$", "the parser crashed: Segmentation fault",
            ERR_UNPARSED},
        {"a failed assertion", "kill -ABRT $$", "the parser crashed: Aborted",
            ERR_UNPARSED},
        {"something forbidden", "kill -SYS $$",
            "the parser was stopped: it did something forbidden", ERR_UNPARSED},
        {"a large file", "kill -XFSZ $$",
            "the parser wrote too much and was stopped", ERR_UNPARSED},
        {"out of time", "kill -XCPU $$",
            "the parser took too much time and was stopped", ERR_UNPARSED},
        {"killed", "kill -KILL $$",
            "the parser was killed: it took too much time or memory",
            ERR_UNPARSED},
        {"silence", "exit 0",
            "the parser made no sense: not an encoded article", ERR_UNPARSED},
        {"a lie", "yes | head -n 9999",
            "the parser made no sense: not an encoded article", ERR_UNPARSED},
        {"half", "head -c 200 \"${0%/*}/article\"",
            "the parser made no sense: an encoded article that was cut short "
            "or has too much",
            ERR_UNPARSED},
        {"a flood", "exec yes",
            "the parser made more of this document than an article can be",
            ERR_UNPARSED},
        {"many complaints", "yes complaint | head -n 99999 >&2; exit 1",
            "complaint", ERR_BAD_DATA},
        {"a flood of complaints", "exec yes >&2",
            "the parser complained without an end and was stopped",
            ERR_UNPARSED},
        {"an article, and failure", "cat \"${0%/*}/article\"; exit 4",
            "the parser failed with status 4", ERR_UNPARSED},
    };
    struct stage *t = *state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        t->n_done = 0;
        play(t, cases[i].script);
        if (t->article || t->err.code != cases[i].code ||
            strcmp(t->err.text, cases[i].text) != 0)
            fail_msg("%s: %d, %s", cases[i].name, t->err.code, t->err.text);
    }
}

static void
test_job_ends_a_parser_that_does_not_answer(void **state)
{
    static const char *const scripts[] = {
        "exec sleep 1000",
        "head -c 200 \"${0%/*}/article\"; exec sleep 1000",
        "exec >&- 2>&-; exec sleep 1000",
        "kill -STOP $$",
        "while sleep 0.1; do echo; done",
    };
    struct stage *t = *state;

    t->opts.patience = 1;
    for (size_t i = 0; i < sizeof scripts / sizeof *scripts; i++) {
        t->n_done = 0;
        play(t, scripts[i]);
        assert_int_equal(t->err.code, ERR_UNPARSED);
        assert_string_equal(t->err.text,
            "the parser did not answer for 1 seconds and was stopped");
    }
}

static void
test_job_takes_complaints_of_a_program_that_succeeds(void **state)
{
    struct stage *t = *state;

    play(t, "echo odd >&2; exec cat \"${0%/*}/article\"");
    assert_non_null(t->article);
}

static void
test_job_tells_in_the_loop_that_it_cannot_start(void **state)
{
    struct stage *t = *state;

    unlink("source.md");
    play(t, "exit 0");
    assert_int_equal(t->err.code, ERR_NOT_FOUND);
    assert_string_equal(t->err.text, "No such file or directory");

    t->n_done = 0;
    dock_file("source.md", STR("x"), 0600);
    dock_file("gutread-parse", STR("#!/nowhere/sh\n"), 0700);
    start(t);
    uv_run(&t->loop, UV_RUN_DEFAULT);
    assert_int_equal(t->n_done, 1);
    assert_int_equal(t->err.code, ERR_IO);
    assert_non_null(strstr(t->err.text, "cannot be started: no such file"));
}

static void
test_jobs_run_side_by_side(void **state)
{
    struct stage *t = *state;
    struct stage other = {.source = source_copy(&t->source)};

    write_program("exec cat \"${0%/*}/article\"");
    start(t);
    struct job *job =
        job_start(&t->loop, &other.source, &t->opts, on_done, &other);
    assert_non_null(job);
    uv_run(&t->loop, UV_RUN_DEFAULT);
    assert_non_null(t->article);
    assert_non_null(other.article);
    article_free(other.article);
    source_done(&other.source);
}

static void
test_job_canceled_before_its_first_turn_starts_nothing(void **state)
{
    struct stage *t = *state;

    write_program("echo $$ > \"${0%/*}/pid\"");
    start(t);
    job_cancel(t->job);
    uv_run(&t->loop, UV_RUN_DEFAULT);
    assert_int_equal(t->n_done, 0);
    assert_int_not_equal(access("pid", F_OK), 0);
    job_cancel(NULL);
}

static void
test_job_canceled_while_reading_kills_the_program(void **state)
{
    struct stage *t = *state;

    write_program("echo x; echo y >&2; echo $$ > \"${0%/*}/pid\"\n"
                  "exec sleep 1000");
    start(t);
    pid_t pid = dock_wait(&t->beat, "pid");
    job_cancel(t->job);
    uv_run(&t->loop, UV_RUN_DEFAULT);
    assert_int_equal(t->n_done, 0);
    assert_false(dock_is_there(pid)); /* not even as a zombie */
}

static void
test_job_canceled_after_the_program_ended_closes_its_pipes(void **state)
{
    struct stage *t = *state;

    write_program("sleep 1000 & echo $! > \"${0%/*}/sleeper\"\n"
                  "echo $$ > \"${0%/*}/pid\"");
    start(t);
    pid_t sleeper = dock_wait(&t->beat, "sleeper");
    pid_t pid = dock_wait(&t->beat, "pid");
    while (dock_is_there(pid))
        uv_run(&t->loop, UV_RUN_NOWAIT);
    assert_int_equal(t->n_done, 0); /* the sleeper has the pipes open */
    job_cancel(t->job);
    uv_run(&t->loop, UV_RUN_DEFAULT);
    assert_int_equal(t->n_done, 0);
    kill(sleeper, SIGKILL);
}

static void
test_job_may_be_canceled_twice(void **state)
{
    struct stage *t = *state;

    write_program("echo $$ > \"${0%/*}/pid\"; exec sleep 1000");
    start(t);
    dock_wait(&t->beat, "pid");
    job_cancel(t->job);
    job_cancel(t->job);
    uv_run(&t->loop, UV_RUN_DEFAULT);
    assert_int_equal(t->n_done, 0);
}

#define ON_STAGE(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int
main(void)
{
    const struct CMUnitTest tests[] = {
        ON_STAGE(test_job_loads_an_article),
        ON_STAGE(test_job_gives_the_source_as_standard_input),
        ON_STAGE(test_job_passes_its_options_on),
        ON_STAGE(test_job_gives_no_environment_and_no_descriptor),
        ON_STAGE(test_job_says_what_the_program_said),
        ON_STAGE(test_job_ends_a_parser_that_does_not_answer),
        ON_STAGE(test_job_takes_complaints_of_a_program_that_succeeds),
        ON_STAGE(test_job_tells_in_the_loop_that_it_cannot_start),
        ON_STAGE(test_jobs_run_side_by_side),
        ON_STAGE(test_job_canceled_before_its_first_turn_starts_nothing),
        ON_STAGE(test_job_canceled_while_reading_kills_the_program),
        ON_STAGE(test_job_canceled_after_the_program_ended_closes_its_pipes),
        ON_STAGE(test_job_may_be_canceled_twice),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
