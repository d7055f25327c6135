/* SPDX-License-Identifier: ISC */
/*
 * Tests of app/keeper.h.
 */
#include "app/keeper.h"

#include "attic.h"
#include "store/lists.h"
#include "store/positions.h"

#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <uv.h>

/* What a task writes, and what it was told. */
struct wish {
    unsigned number;
    bool fails;
    unsigned *n_told, *n_failed, *n_freed;
};

struct counts {
    unsigned n_told, n_failed, n_freed;
    char notice[300];
};

static bool
write_wish(struct db *db, void *data, struct err *err)
{
    struct wish *w = data;
    char url[48];
    int64_t id;

    snprintf(url, sizeof url, "http://a.org/%u", w->number);
    if (!attic_note(db, str_of(url), str_of(url), STR(""), &id, err))
        return false;
    return !w->fails || err_set(err, ERR_BAD_DATA, "as it was wished");
}

static void
hear(void *data, const struct err *err)
{
    struct wish *w = data;

    (*w->n_told)++;
    *w->n_failed += err != NULL;
}

static void
free_wish(void *data)
{
    struct wish *w = data;

    (*w->n_freed)++;
    free(w);
}

static struct wish *
make_wish(struct counts *c, unsigned number, bool fails)
{
    struct wish *w = mem_alloc_zero(1, sizeof *w);

    *w = (struct wish){number, fails, &c->n_told, &c->n_failed, &c->n_freed};
    return w;
}

static void
add(struct keeper *k, struct counts *c, unsigned number, bool fails)
{
    keeper_add(k, &(struct keeper_task){.work = write_wish,
                      .told = hear,
                      .free = free_wish,
                      .data = make_wish(c, number, fails)});
}

/* Adds what may wait for others, and tells nobody. */
static void
add_patient(struct keeper *k, struct counts *c, unsigned number, uint64_t key)
{
    keeper_add(k, &(struct keeper_task){.work = write_wish,
                      .free = free_wish,
                      .data = make_wish(c, number, false),
                      .key = key,
                      .is_patient = true});
}

static void
note(void *user, const char *text)
{
    struct counts *c = user;

    snprintf(c->notice, sizeof c->notice, "%s", text);
}

static void
do_nothing(uv_timer_t *timer)
{
    (void)timer;
}

/* Turns the loop once; the keeper alone does not keep it alive. */
static void
turn(uv_loop_t *loop)
{
    uv_timer_t timer;

    uv_timer_init(loop, &timer);
    uv_timer_start(&timer, do_nothing, 5, 0);
    uv_run(loop, UV_RUN_ONCE);
    uv_close((uv_handle_t *)&timer, NULL);
    uv_run(loop, UV_RUN_NOWAIT);
}

/* Turns the loop until so many tasks were told of. */
static void
wait_for(uv_loop_t *loop, const unsigned *n_told, unsigned n)
{
    while (*n_told < n)
        turn(loop);
}

static void
end(uv_loop_t *loop, struct keeper *k)
{
    keeper_close(k);
    uv_run(loop, UV_RUN_DEFAULT);
    assert_int_equal(uv_loop_close(loop), 0);
}

static void
test_keeper_writes_what_is_added_and_says_so(void **state)
{
    struct attic *at = *state;
    struct counts c = {0};
    uv_loop_t loop;

    uv_loop_init(&loop);
    struct keeper *k = keeper_open(&loop, at->path, note, &c);
    for (unsigned i = 0; i < 100; i++)
        add(k, &c, i, false);
    wait_for(&loop, &c.n_told, 100);
    assert_int_equal(c.n_failed, 0);
    attic_open(at);
    assert_int_equal(lists_count(at->db, LISTS_ALL, 0), 100);
    end(&loop, k);
    assert_int_equal(c.n_freed, 100);
    assert_string_equal(c.notice, "");
}

static void
test_keeper_undoes_one_task_and_keeps_the_others(void **state)
{
    struct attic *at = *state;
    struct counts c = {0};
    uv_loop_t loop;

    uv_loop_init(&loop);
    struct keeper *k = keeper_open(&loop, at->path, note, &c);
    for (unsigned i = 0; i < 30; i++)
        add(k, &c, i, i % 3 == 1);
    wait_for(&loop, &c.n_told, 30);
    assert_int_equal(c.n_failed, 10);
    end(&loop, k);
    attic_open(at);
    assert_int_equal(lists_count(at->db, LISTS_ALL, 0), 20);
    attic_check(at);
}

static void
test_keeper_writes_everything_before_it_is_closed(void **state)
{
    struct attic *at = *state;
    struct counts c = {0};
    uv_loop_t loop;

    uv_loop_init(&loop);
    struct keeper *k = keeper_open(&loop, at->path, NULL, NULL);
    for (unsigned i = 0; i < 50; i++)
        add_patient(k, &c, i, 0);
    end(&loop, k);
    assert_int_equal(c.n_freed, 50);
    attic_open(at);
    assert_int_equal(lists_count(at->db, LISTS_ALL, 0), 50);
}

static void
test_keeper_writes_only_the_newest_of_a_key(void **state)
{
    struct attic *at = *state;
    struct counts c = {0};
    uv_loop_t loop;

    uv_loop_init(&loop);
    struct keeper *k = keeper_open(&loop, at->path, NULL, NULL);
    for (unsigned i = 0; i < 50; i++)
        add_patient(k, &c, i, 1 + i % 2);
    end(&loop, k);
    assert_int_equal(c.n_freed, 50);
    attic_open(at);
    int64_t id;
    attic_must(at, library_find(at->db, STR("http://a.org/49"), &id, &at->err));
    attic_must(at, library_find(at->db, STR("http://a.org/48"), &id, &at->err));
    assert_int_equal(lists_count(at->db, LISTS_ALL, 0), 2);
}

static void
test_keeper_says_once_that_nothing_is_remembered(void **state)
{
    struct attic *at = *state;
    struct counts c = {0};
    uv_loop_t loop;

    uv_loop_init(&loop);
    struct keeper *k = keeper_open(&loop, "/dev/null/library.db", note, &c);
    for (unsigned i = 0; i < 3; i++)
        add(k, &c, i, false);
    wait_for(&loop, &c.n_told, 3);
    assert_int_equal(c.n_failed, 3);
    while (c.notice[0] == '\0')
        turn(&loop);
    assert_string_equal(c.notice,
        "nothing is remembered: /dev/null/library.db: Not a directory");
    c.notice[0] = '\0';
    add(k, &c, 4, false);
    wait_for(&loop, &c.n_told, 4);
    assert_string_equal(c.notice, "");
    end(&loop, k);
    (void)at;
}

/* Lets no file grow beyond that size. */
static void
limit_files(rlim_t size)
{
    struct rlimit limit;

    signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &limit), 0);
    limit.rlim_cur = size < limit.rlim_max ? size : limit.rlim_max;
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &limit), 0);
}

static void
test_keeper_says_it_again_when_it_has_been_remembering_since(void **state)
{
    struct attic *at = *state;
    struct counts c = {0};
    uv_loop_t loop;

    uv_loop_init(&loop);
    struct keeper *k = keeper_open(&loop, at->path, note, &c);
    add(k, &c, 0, false);
    wait_for(&loop, &c.n_told, 1);
    for (unsigned i = 0; i < 2; i++) {
        limit_files(0);
        add(k, &c, 2 * i + 1, false);
        while (c.notice[0] == '\0')
            turn(&loop);
        assert_non_null(strstr(c.notice, "nothing is remembered"));
        wait_for(&loop, &c.n_told, 2 * i + 2);
        limit_files(RLIM_INFINITY);
        c.notice[0] = '\0';
        add(k, &c, 2 * i + 2, false);
        wait_for(&loop, &c.n_told, 2 * i + 3);
    }
    assert_int_equal(c.n_failed, 2);
    assert_string_equal(c.notice, "");
    end(&loop, k);
    attic_open(at);
    assert_int_equal(lists_count(at->db, LISTS_ALL, 0), 3);
}

static void
test_keeper_forgets_for_good_what_was_deleted_when_it_is_closed(void **state)
{
    struct attic *at = *state;
    struct counts c = {0};
    uv_loop_t loop;

    attic_open(at);
    attic_put(at, "http://a.org/", "T", "x");
    uv_loop_init(&loop);
    struct keeper *k = keeper_open(&loop, at->path, NULL, NULL);
    add(k, &c, 1, false);
    wait_for(&loop, &c.n_told, 1);
    assert_int_equal(
        attic_sql(at, "UPDATE item SET deleted_by = 5, deleted_at = 1;"
                      "SELECT count(*) FROM item"),
        2);
    end(&loop, k);
    assert_int_equal(attic_sql(at, "SELECT count(*) FROM item"), 0);
}

static void
test_keeper_renews_an_old_index_while_it_has_nothing_to_write(void **state)
{
    struct attic *at = *state;
    uv_loop_t loop;

    attic_open(at);
    attic_put(at, "http://a.org/", "T", "x");
    attic_sql(at, "UPDATE item SET is_indexed = 1;"
                  "UPDATE state SET value = 1 WHERE name = 'terms'");
    uv_loop_init(&loop);
    struct keeper *k = keeper_open(&loop, at->path, NULL, NULL);
    while (attic_sql(at, "SELECT value FROM state WHERE name = 'terms'") == 1)
        turn(&loop);
    assert_int_equal(attic_sql(at, "SELECT is_indexed FROM item"), 2);
    end(&loop, k);
    attic_check(at);
}

static void
test_keeper_prunes_while_it_has_nothing_to_write(void **state)
{
    struct attic *at = *state;
    uv_loop_t loop;

    attic_open(at);
    for (int i = 0; i < 50; i++)
        attic_put_number(at, i);
    uv_loop_init(&loop);
    struct keeper *k = keeper_open(&loop, at->path, NULL, NULL);
    keeper_limit(k, 1);
    while (attic_sql(at, "SELECT count(*) FROM content") > 0)
        turn(&loop);
    end(&loop, k);
    attic_check(at);
}

static void
count_news(void *user)
{
    (*(unsigned *)user)++;
}

static void
test_keeper_tells_what_others_have_changed_and_nothing_else(void **state)
{
    struct attic *at = *state;
    struct counts c = {0};
    unsigned n_news = 0;
    uv_loop_t loop;

    uv_loop_init(&loop);
    struct keeper *k = keeper_open(&loop, at->path, NULL, NULL);
    keeper_on_news(k, count_news, &n_news);
    add(k, &c, 1, false);
    keeper_look(k);
    wait_for(&loop, &c.n_told, 1);
    /* What the other one has written is seen while there is something else to
     * be done as well, and what is written here is no news with it. */
    attic_open(at);
    attic_put(at, "http://a.org/other", "T", "x");
    keeper_look(k);
    wait_for(&loop, &n_news, 1);
    add(k, &c, 2, false);
    keeper_look(k);
    wait_for(&loop, &c.n_told, 2);
    for (int i = 0; i < 60; i++)
        turn(&loop);
    assert_int_equal(n_news, 1);
    end(&loop, k);
}

int
main(void)
{
#define T(name)                                                                \
    cmocka_unit_test_setup_teardown(                                           \
        test_keeper_##name, attic_prepare, attic_teardown)
    const struct CMUnitTest tests[] = {
        T(writes_what_is_added_and_says_so),
        T(undoes_one_task_and_keeps_the_others),
        T(writes_everything_before_it_is_closed),
        T(writes_only_the_newest_of_a_key),
        T(says_once_that_nothing_is_remembered),
        T(says_it_again_when_it_has_been_remembering_since),
        T(forgets_for_good_what_was_deleted_when_it_is_closed),
        T(renews_an_old_index_while_it_has_nothing_to_write),
        T(prunes_while_it_has_nothing_to_write),
        T(tells_what_others_have_changed_and_nothing_else),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
