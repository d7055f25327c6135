/* SPDX-License-Identifier: ISC */
/*
 * Tests of what the library does when the world ends: programs that are killed,
 * disks that are full, files that are damaged.
 */
#include "attic.h"
#include "model/collect.h"
#include "store/feeds.h"
#include "store/hits.h"
#include "store/lists.h"
#include "store/names.h"
#include "store/positions.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>

#ifndef N_KILLS
#    define N_KILLS 200
#endif

enum {
    N_DAMAGES = 60,
    N_ITEMS = 120
};

static uint64_t
chance(uint64_t *seed)
{
    uint64_t z = *seed += 0x9E3779B97F4A7C15u; /* splitmix64 */

    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
}

/* Keeps an article of some size and puts a position into it. */
static bool
keep_one(struct db *db, unsigned number, struct err *err)
{
    struct buf text = {0};
    char url[48];
    int64_t id;
    uint64_t seed = number;

    for (int i = 0; i < 200; i++)
        buf_add_format(&text, "word%u ", (unsigned)(chance(&seed) % 1000));
    snprintf(url, sizeof url, "http://a.org/%u", number);
    struct article *a = attic_article(url, text.ptr);
    struct item_head head = {.final = str_of(url)};
    struct library_page page = {str_of(url), &head, a, buf_str(&text), true};
    struct position p = {.place = bookmark_make(a, 30), .progress = 100};
    bool ok = library_put_page(db, &page, &id, err) &&
              positions_put(db, id, &p, err) &&
              library_read(db, id, number, err) &&
              names_add(db, NAMES_TAG, id, STR("kept"), err);
    article_free(a);
    buf_done(&text);
    return ok;
}

/* Keeps one article after the other and says so of each, until it is killed. */
static void
keep_until_killed(const char *path, unsigned from, int report)
{
    struct err err;
    struct db *db = vault_open(path, &err);
    bool is_done;

    if (!db)
        _exit(1);
    for (unsigned i = from;; i++) {
        if (!keep_one(db, i, &err) || write(report, &i, sizeof i) != sizeof i)
            _exit(1);
        if (i % 7 == 6 && !prune_run(db, 40000, 1000, &is_done, &err))
            _exit(1);
    }
}

/* Checks that an article is there, with the position in it. */
static void
check_saved(struct attic *at, unsigned number)
{
    char url[48];
    int64_t id;
    struct position p;
    struct buf folds = {0};

    snprintf(url, sizeof url, "http://a.org/%u", number);
    attic_must(at, library_find(at->db, str_of(url), &id, &at->err));
    attic_must(at, positions_find(at->db, id, &folds, &p, &at->err));
    assert_int_equal(p.progress, 100);
    buf_done(&folds);
}

static void
test_what_was_said_to_be_saved_survives_every_kill(void **state)
{
    struct attic *at = *state;
    static bool is_saved[1 << 16];
    unsigned next = 0, n_saved = 0;
    uint64_t seed = 3;

    for (int i = 0; i < N_KILLS; i++) {
        int report[2];
        assert_int_equal(pipe(report), 0);
        pid_t pid = fork();
        if (pid == 0)
            keep_until_killed(at->path, next, report[1]);
        close(report[1]);
        /* Most are killed at work, some while they open the library. */
        struct pollfd wait_for = {.fd = report[0], .events = POLLIN};
        if (i % 4 > 0)
            poll(&wait_for, 1, 5000);
        struct timespec wait = {0, (long)(chance(&seed) % 10000000)};
        nanosleep(&wait, NULL);
        kill(pid, SIGKILL);
        waitpid(pid, NULL, 0);
        unsigned number;
        while (read(report[0], &number, sizeof number) == sizeof number) {
            assert_true(number >= next && number < 1 << 16);
            is_saved[number] = true;
            next = number + 1;
            n_saved++;
        }
        close(report[0]);

        attic_open(at);
        assert_null(db_notice(at->db));
        for (unsigned k = 0; k < next; k += k + 10 < next ? 7 : 1)
            if (is_saved[k])
                check_saved(at, k);
        next++; /* may be there or not */
        db_close(at->db);
        at->db = NULL;
        if (i % 10 == 9)
            attic_check(at);
    }
    assert_true(n_saved >= N_KILLS / 2);
    attic_check(at);
}

static void
test_a_full_disk_undoes_what_does_not_fit_and_no_more(void **state)
{
    struct attic *at = *state;
    pid_t pid = fork();
    int status;

    if (pid == 0) {
        struct rlimit limit = {2000000, 2000000};
        struct err err;
        struct db *db = vault_open(at->path, &err);
        unsigned n = 0;
        signal(SIGXFSZ, SIG_IGN);
        setrlimit(RLIMIT_FSIZE, &limit);
        while (db && keep_one(db, n, &err))
            n++;
        /* What is there is still read, and said to be there. */
        if (!db || n < 10 || err.code != ERR_IO ||
            lists_count(db, LISTS_ALL, 0) < n)
            _exit(1);
        if (db_is_damaged(db))
            _exit(2);
        db_close(db);
        _exit(0);
    }
    assert_int_equal(waitpid(pid, &status, 0), pid);
    assert_int_equal(status, 0);
    attic_open(at);
    assert_null(db_notice(at->db));
    attic_check(at);
    attic_must(at, keep_one(at->db, 1000, &at->err));
}

static void
test_a_library_on_a_full_disk_is_read(void **state)
{
    struct attic *at = *state;
    int status;

    attic_open(at);
    attic_must(at, keep_one(at->db, 1, &at->err));
    db_close(at->db);
    at->db = NULL;
    pid_t pid = fork();
    if (pid == 0) {
        struct rlimit none = {0, 0};
        struct err err;
        signal(SIGXFSZ, SIG_IGN);
        setrlimit(RLIMIT_FSIZE, &none);
        struct db *db = vault_open(at->path, &err);
        if (!db || db_is_writable(db) || !db_notice(db))
            _exit(1);
        if (lists_count(db, LISTS_ALL, 0) != 1)
            _exit(2);
        db_close(db);
        _exit(0);
    }
    assert_int_equal(waitpid(pid, &status, 0), pid);
    assert_int_equal(status, 0);
    attic_open(at);
    assert_null(db_notice(at->db));
    attic_check(at);
}

static void
test_a_locked_library_is_said_to_be_busy_and_works_again(void **state)
{
    struct attic *at = *state;
    sqlite3 *other;
    int64_t id;

    attic_open(at);
    assert_int_equal(sqlite3_open(at->path, &other), SQLITE_OK);
    assert_int_equal(
        sqlite3_exec(other, "BEGIN IMMEDIATE", NULL, NULL, NULL), SQLITE_OK);
    assert_false(attic_note(
        at->db, STR("http://a.org/"), STR(""), STR(""), &id, &at->err));
    assert_int_equal(at->err.code, ERR_TIMEOUT);
    assert_int_equal(
        sqlite3_exec(other, "ROLLBACK", NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(other);
    attic_must(at, attic_note(at->db, STR("http://a.org/"), STR(""), STR(""),
                       &id, &at->err));
}

/* Does what a reader does, as far as it goes. */
static void
use(struct db *db)
{
    struct item_list page = {0};
    struct hits found = {0};
    struct hits_ask words = {.words = STR("word7"), .limit = 50};
    struct feeds_list feeds = {0};
    struct err err;

    for (int list = 0; list < LISTS_TAG; list++) {
        struct lists_ask ask = {.list = (enum lists_list)list, .limit = 1000};
        if (!lists_load(db, &ask, &page, &err))
            continue;
        for (uint32_t i = 0; i < page.n_items && i < 40; i++) {
            struct article *a = library_article(db, page.items[i].id, &err);
            if (a)
                assert_true(article_check(a, &err));
            article_free(a);
        }
    }
    if (hits_find(db, &words, &found, &err) && feeds_load(db, &feeds, &err)) {
        /* Both are there. */
    }
    bool was_kept = keep_one(db, 5000, &err);
    assert_true(was_kept || err.code != ERR_NONE);
    item_list_done(&page);
    hits_done(&found);
    feeds_done(&feeds);
}

/* Subscribes to a feed that has the items. */
static void
subscribe(struct attic *at)
{
    struct collect *c = collect_new();
    struct feeds_wish wish = {.url = STR("http://a.org/feed")};
    struct feeds_head head = {.checked_at = 1};
    uint32_t n_new;
    int64_t id;

    for (unsigned i = 0; i < N_ITEMS; i++) {
        char url[48];
        snprintf(url, sizeof url, "http://a.org/%u", i);
        assert_true(collect_entry(c));
        collect_entry_fact(c, FEED_ENTRY_URL, str_of(url));
    }
    struct feed *f = collect_finish(c);
    attic_must(at, feeds_subscribe(at->db, &wish, 1, &id, &at->err));
    attic_must(at, feeds_put(at->db, id, &head, f, &n_new, &at->err));
    feed_free(f);
}

static void
fill(struct attic *at)
{
    attic_open(at);
    attic_must(at, db_begin(at->db, &at->err));
    for (unsigned i = 0; i < N_ITEMS; i++)
        attic_must(at, keep_one(at->db, i, &at->err));
    subscribe(at);
    attic_must(at, db_end(at->db, true, &at->err));
    db_close(at->db);
    at->db = NULL;
}

static void
write_whole(const char *path, struct str bytes)
{
    struct err err;
    int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);

    assert_true(fd >= 0);
    assert_true(file_write_fd(fd, bytes, &err));
    close(fd);
}

static void
test_damage_anywhere_is_lived_with_and_mended(void **state)
{
    struct attic *at = *state;
    struct buf whole = {0}, damaged = {0};
    uint64_t seed = 11;
    int64_t n_rescued = 0;

    fill(at);
    attic_must(at, file_read(at->path, 1 << 28, &whole, &at->err));
    for (int i = 0; i < N_DAMAGES; i++) {
        attic_clear(at->folder);
        buf_cut(&damaged, 0);
        buf_add_str(&damaged, buf_str(&whole));
        for (int k = i % 3; k >= 0; k--) {
            size_t page = chance(&seed) % (whole.len / 4096);
            size_t from = chance(&seed) % 4096, n = chance(&seed) % 4096;
            for (size_t b = from; b < 4096 && b < from + n; b++)
                damaged.ptr[page * 4096 + b] = (char)chance(&seed);
        }
        write_whole(at->path, buf_str(&damaged));

        struct db *db = vault_open(at->path, &at->err);
        attic_must(at, db);
        use(db);
        db_close(db);
        db = vault_open(at->path, &at->err);
        attic_must(at, db);
        if (db_notice(db)) {
            assert_non_null(strstr(db_notice(db), "damaged"));
            n_rescued += lists_count(db, LISTS_ALL, 0);
        } else {
            n_rescued += N_ITEMS;
        }
        if (db_notice(db))
            attic_check(at);
        use(db);
        db_close(db);
    }
    /* A few pages are lost, not the library. */
    if (n_rescued < N_DAMAGES * N_ITEMS * 9 / 10)
        fail_msg("only %ld of %d were rescued", (long)n_rescued,
            N_DAMAGES * N_ITEMS);
    buf_done(&whole);
    buf_done(&damaged);
}

static void
test_a_lost_first_page_does_not_lose_the_others(void **state)
{
    struct attic *at = *state;
    struct buf bytes = {0};

    fill(at);
    attic_must(at, file_read(at->path, 1 << 28, &bytes, &at->err));
    memset(bytes.ptr, 'x', 4096);
    write_whole(at->path, buf_str(&bytes));
    attic_open(at);
    assert_non_null(strstr(db_notice(at->db), "damaged"));
    assert_int_equal(lists_count(at->db, LISTS_ALL, 0), N_ITEMS);
    attic_check(at);
    buf_done(&bytes);
}

static void
test_items_whose_table_is_lost_are_found_by_their_addresses(void **state)
{
    static const char page[4096];
    struct attic *at = *state;
    struct item_list list = {0};
    const struct lists_ask ask = {.list = LISTS_HISTORY};
    struct feeds_list feeds = {0};

    fill(at);
    const int64_t root =
        attic_sql(at, "SELECT rootpage FROM sqlite_schema WHERE name = 'item'");
    int fd = open(at->path, O_WRONLY | O_CLOEXEC);
    assert_int_equal(
        pwrite(fd, page, sizeof page, (root - 1) * sizeof page), sizeof page);
    close(fd);

    attic_open(at);
    assert_false(lists_load(at->db, &ask, &list, &at->err));
    assert_non_null(strstr(at->err.text, "it is mended when"));
    attic_reopen(at);
    assert_non_null(strstr(db_notice(at->db), "damaged"));
    assert_int_equal(lists_count(at->db, LISTS_ALL, 0), N_ITEMS);
    attic_must(at, lists_load(at->db, &ask, &list, &at->err));
    assert_int_equal(list.n_items, N_ITEMS);
    for (uint32_t i = 0; i < list.n_items; i++) {
        assert_true(str_eq(list.items[i].title, list.items[i].place));
        assert_true(list.items[i].has_text && list.items[i].words > 0);
    }
    attic_must(at, feeds_load(at->db, &feeds, &at->err));
    assert_int_equal(feeds.n_items, 1);
    attic_check(at);
    feeds_done(&feeds);
    item_list_done(&list);
}

static void
test_what_is_no_database_at_all_is_moved_aside(void **state)
{
    struct attic *at = *state;
    static const char text[] = "These are my notes. They are not a library.";
    struct buf bytes = {0};

    write_whole(at->path, STR(text));
    attic_open(at);
    const char *aside = strstr(db_notice(at->db), at->folder);
    assert_non_null(aside);
    char *path = mem_copy_text(aside, strlen(aside) - 1);
    attic_must(at, file_read(path, 1000, &bytes, &at->err));
    assert_string_equal(bytes.ptr, text);
    attic_must(at, keep_one(at->db, 1, &at->err));
    attic_reopen(at);
    assert_null(db_notice(at->db));
    buf_done(&bytes);
    free(path);
}

static void
test_a_kill_while_mending_loses_nothing(void **state)
{
    struct attic *at = *state;
    struct buf bytes = {0};
    uint64_t seed = 5;

    fill(at);
    attic_must(at, file_read(at->path, 1 << 28, &bytes, &at->err));
    memset(bytes.ptr, 'x', 100);
    write_whole(at->path, buf_str(&bytes));
    for (int i = 0; i < 20; i++) {
        pid_t pid = fork();
        if (pid == 0) {
            struct err err;
            db_close(vault_open(at->path, &err));
            _exit(0);
        }
        struct timespec wait = {0, (long)(chance(&seed) % 40000000)};
        nanosleep(&wait, NULL);
        kill(pid, SIGKILL);
        waitpid(pid, NULL, 0);
    }
    attic_open(at);
    assert_int_equal(lists_count(at->db, LISTS_ALL, 0), N_ITEMS);
    attic_check(at);
    buf_done(&bytes);
}

int
main(void)
{
#define T(name)                                                                \
    cmocka_unit_test_setup_teardown(test_##name, attic_prepare, attic_teardown)
    const struct CMUnitTest tests[] = {
        T(what_was_said_to_be_saved_survives_every_kill),
        T(a_full_disk_undoes_what_does_not_fit_and_no_more),
        T(a_library_on_a_full_disk_is_read),
        T(a_locked_library_is_said_to_be_busy_and_works_again),
        T(damage_anywhere_is_lived_with_and_mended),
        T(a_lost_first_page_does_not_lose_the_others),
        T(items_whose_table_is_lost_are_found_by_their_addresses),
        T(what_is_no_database_at_all_is_moved_aside),
        T(a_kill_while_mending_loses_nothing),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
