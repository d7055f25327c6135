/* SPDX-License-Identifier: ISC */
/*
 * Tests of app/memory.h: what is shown of a library that is mended while it is
 * open.
 */
#include "app/memory.h"

#include "app/filing.h"
#include "attic.h"

#include <fcntl.h>
#include <string.h>
#include <uv.h>

static const char text[] = "The heron stands in the water and waits.\n";

/* A memory with the loop that it needs, and what it has said. */
struct desk {
    uv_loop_t loop;
    struct memory *memory;
    char notice[300];
};

static void
note(void *user, const char *notice)
{
    struct desk *d = user;

    snprintf(d->notice, sizeof d->notice, "%s", notice);
}

static void
sit_down(struct desk *d)
{
    d->notice[0] = '\0';
    uv_loop_init(&d->loop);
    d->memory = memory_open(&d->loop, note, d);
}

static void
get_up(struct desk *d)
{
    memory_close(d->memory);
    uv_run(&d->loop, UV_RUN_DEFAULT);
    assert_int_equal(uv_loop_close(&d->loop), 0);
}

/* Has at->path be that of the memory's library. */
static int
setup(void **state)
{
    if (attic_prepare(state) != 0)
        return -1;
    struct attic *at = *state;
    free(at->path);
    setenv("XDG_DATA_HOME", at->folder, 1);
    at->path = memory_path();
    return 0;
}

static int
teardown(void **state)
{
    struct attic *at = *state;
    char *folder = file_folder(at->path);

    db_close(at->db);
    at->db = NULL;
    attic_clear(folder);
    free(folder);
    return attic_teardown(state);
}

static struct source
web(void)
{
    return source_make_entry(
        &(struct source){0}, STR("https://herons.example/a"), STR("a"));
}

static void
do_nothing(uv_timer_t *timer)
{
    (void)timer;
}

/* Turns the loop once; the memory alone does not keep it alive. */
static void
turn(struct desk *d)
{
    uv_timer_t timer;

    uv_timer_init(&d->loop, &timer);
    uv_timer_start(&timer, do_nothing, 5, 0);
    uv_run(&d->loop, UV_RUN_ONCE);
    uv_close((uv_handle_t *)&timer, NULL);
    uv_run(&d->loop, UV_RUN_NOWAIT);
}

static void
test_what_another_program_has_mended_is_shown_and_written(void **state)
{
    struct attic *at = *state;
    struct source s = web();
    struct desk d;
    struct buf note = {0};
    int64_t id;

    sit_down(&d);
    struct db *before = memory_db(d.memory);
    buf_add_format(&note, "%s-damaged", at->path);
    close(open(note.ptr, O_WRONLY | O_CREAT | O_CLOEXEC, 0600));
    attic_open(at);
    attic_put(at, s.place, "Herons", text);

    memory_look(d.memory);
    while (memory_db(d.memory) == before)
        turn(&d);
    assert_true(memory_find(d.memory, &s, &id));
    assert_true(filing_shelve(d.memory, id, LIBRARY_FAVORITE, true));
    get_up(&d);
    assert_int_equal(lists_count(at->db, LISTS_FAVORITE, 0), 1);
    buf_done(&note);
    source_done(&s);
}

static void
test_what_was_mended_here_is_shown(void **state)
{
    static const char page[4096];
    struct attic *at = *state;
    struct source s = web();
    struct article *a = attic_article("Herons", text);
    struct position p = {.place = bookmark_make(a, 10), .progress = 100};
    struct buf folds = {0};
    struct desk d;

    attic_open(at);
    attic_put(at, s.place, "Herons", text);
    db_close(at->db);
    at->db = NULL;
    const int64_t root = attic_sql(
        at, "SELECT rootpage FROM sqlite_schema WHERE name = 'position'");
    sit_down(&d);
    struct db *before = memory_db(d.memory);
    int fd = open(at->path, O_WRONLY | O_CLOEXEC);
    assert_int_equal(
        pwrite(fd, page, sizeof page, (root - 1) * sizeof page), sizeof page);

    /* The first change finds the damage, the next one has it mended. */
    memory_note_place(d.memory, &s, &p, false);
    while (memory_is_busy(d.memory))
        turn(&d);
    assert_ptr_equal(memory_db(d.memory), before);
    memory_note_place(d.memory, &s, &p, false);
    while (memory_is_busy(d.memory) || memory_db(d.memory) == before)
        turn(&d);
    assert_non_null(strstr(d.notice, "the old one is"));
    assert_true(memory_find_place(d.memory, &s, &folds, &p));
    get_up(&d);
    close(fd);
    buf_done(&folds);
    article_free(a);
    source_done(&s);
}

int
main(void)
{
#define T(name) cmocka_unit_test_setup_teardown(test_##name, setup, teardown)
    const struct CMUnitTest tests[] = {
        T(what_another_program_has_mended_is_shown_and_written),
        T(what_was_mended_here_is_shown),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
