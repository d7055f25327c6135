/* SPDX-License-Identifier: ISC */
/*
 * Tests of job_cancel() (app/job.h) on the way of a page of the web.
 */
#include "dock.h"

/*
 * Cancels the job and expects that nothing is told any more.
 */
static void
cancel(struct dock *t)
{
    const unsigned n_told = t->n_told;

    job_cancel(t->job);
    uv_run(&t->loop, UV_RUN_DEFAULT);
    assert_int_equal(t->n_done, 0);
    assert_int_equal(t->n_told, n_told);
}

static void
test_cancel_before_the_first_turn_starts_nothing(void **state)
{
    struct dock *t = *state;

    dock_start(t, "echo $$ > \"${0%/*}/fetching\"", DOCK_ARTICLE);
    cancel(t);
    assert_int_not_equal(access("fetching", F_OK), 0);
}

static void
test_cancel_while_connecting_kills(void **state)
{
    struct dock *t = *state;

    dock_start(
        t, "echo $$ > \"${0%/*}/fetching\"; exec sleep 1000", DOCK_ARTICLE);
    pid_t pid = dock_wait(&t->beat, "fetching");
    cancel(t);
    assert_false(dock_is_there(pid));
}

static void
test_cancel_while_receiving_kills(void **state)
{
    struct dock *t = *state;

    dock_start(t,
        DOCK_HEAD "echo page; echo $$ > \"${0%/*}/fetching\"; exec sleep 1000",
        DOCK_ARTICLE);
    pid_t pid = dock_wait(&t->beat, "fetching");
    cancel(t);
    assert_false(dock_is_there(pid));
}

static void
test_cancel_while_parsing_ends_the_parser(void **state)
{
    struct dock *t = *state;

    dock_start(t, DOCK_HEAD "echo page",
        "cat >/dev/null; echo $$ > \"${0%/*}/parsing\"; exec sleep 1000");
    pid_t parser = dock_wait(&t->beat, "parsing");
    cancel(t);
    assert_false(dock_is_there(parser));
}

static void
cancel_at_once(void *user, const struct job_progress *progress)
{
    struct dock *t = user;

    dock_progress(user, progress);
    job_cancel(t->job);
}

static void
test_cancel_works_while_something_is_told(void **state)
{
    struct dock *t = *state;

    t->opts.progress = cancel_at_once;
    dock_start(t, DOCK_HEAD "echo page; exec sleep 1000", DOCK_ARTICLE);
    uv_run(&t->loop, UV_RUN_DEFAULT);
    assert_int_equal(t->n_done, 0);
    assert_int_equal(t->n_told, 1);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        ON_DOCK(test_cancel_before_the_first_turn_starts_nothing),
        ON_DOCK(test_cancel_while_connecting_kills),
        ON_DOCK(test_cancel_while_receiving_kills),
        ON_DOCK(test_cancel_while_parsing_ends_the_parser),
        ON_DOCK(test_cancel_works_while_something_is_told),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
