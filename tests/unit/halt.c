/* SPDX-License-Identifier: ISC */
/*
 * Tests of what the floor store does when one of its statements fails.
 *
 * Every call of it is made again and again, and each time another statement is
 * stopped: a BEGIN by having another program lock the file, a COMMIT by having
 * it undone, the others by interrupting them. A call that was stopped says so,
 * leaves no change open, and works when nothing stops it any more.
 */
#include "attic.h"
#include "connection.h"
#include "feedsample.h"
#include "store/feeds.h"
#include "store/hits.h"
#include "store/lists.h"
#include "store/names.h"
#include "store/positions.h"
#include "store/titles.h"

enum {
    MAX_STATEMENTS = 200 /* of one call */
};

#define PAGE "https://example.org/halt"

/* Which statement is to fail. */
struct halt {
    unsigned at, n; /* counted from 1; those that began */
    bool is_commit; /* the one that is to fail */
    bool is_begin;  /* the same */
    bool is_done;   /* it was stopped */
    sqlite3 *rival; /* who locks the file then */
};

static int
on_statement(unsigned kind, void *user, void *stmt, void *text)
{
    struct halt *h = user;
    const char *sql = sqlite3_sql(stmt);
    (void)kind;

    /* What a trigger does is part of its statement. */
    if (!str_starts(str_of(sql), STR("ROLLBACK")) &&
        !str_starts(str_of(text), STR("--"))) {
        h->n++;
        h->is_commit = str_eq(str_of(sql), STR("COMMIT"));
        h->is_begin = str_starts(str_of(sql), STR("BEGIN"));
    }
    if (h->n == h->at && h->is_begin)
        sqlite3_exec(h->rival, "BEGIN IMMEDIATE", NULL, NULL, NULL);
    else if (h->n == h->at && !h->is_commit && !h->is_done)
        sqlite3_interrupt(sqlite3_db_handle(stmt)); /* if it takes steps */
    return 0;
}

static int
on_step(void *user)
{
    struct halt *h = user;

    if (h->n != h->at || h->is_commit || h->is_begin || h->is_done)
        return 0;
    h->is_done = true; /* what undoes the change is not stopped */
    return 1;
}

static int
on_commit(void *user)
{
    const struct halt *h = user;

    return h->n == h->at && h->is_commit;
}

static void
watch(struct attic *at, struct halt *h)
{
    sqlite3 *handle = at->db->handle;

    sqlite3_trace_v2(handle, SQLITE_TRACE_STMT, h ? on_statement : NULL, h);
    sqlite3_progress_handler(handle, 1, h ? on_step : NULL, h);
    sqlite3_commit_hook(handle, h ? on_commit : NULL, h);
}

static bool
put_page(struct attic *at)
{
    struct article *a = attic_article("Halt", "Beans are soaked.");
    struct item_head head = {
        .final = STR(PAGE "/final"), .fetched_at = at->db->session};
    struct library_page page = {STR(PAGE), &head, a, STR("the page"), true};
    int64_t id;

    bool ok = library_put_page(at->db, &page, &id, &at->err);
    article_free(a);
    return ok;
}

static int64_t
find_page(struct attic *at)
{
    int64_t id = 0;
    struct err err;

    if (!library_find(at->db, STR(PAGE), &id, &err))
        return 0;
    return id;
}

static bool
put_file(struct attic *at)
{
    struct article *a = attic_article("File", "Of a file.");
    int64_t id;

    bool ok = library_put_file(at->db, STR("/a.md"), a, 1, &id, &at->err);
    article_free(a);
    return ok;
}

static bool
put_note(struct attic *at)
{
    int64_t id;

    return attic_note(at->db, STR("https://example.org/note"), STR("Note"),
        STR("More"), &id, &at->err);
}

static bool
confirm(struct attic *at)
{
    struct item_head head = {.etag = STR("tag"), .fetched_at = 5};

    return library_confirm(at->db, 1, &head, &at->err);
}

static bool
replace(struct attic *at)
{
    struct article *a = attic_article("Halt", "Beans are cooked.");

    bool ok = library_replace(at->db, 1, a, &at->err);
    article_free(a);
    return ok;
}

static bool
find(struct attic *at)
{
    int64_t id;

    return library_find(at->db, STR(PAGE), &id, &at->err);
}

static bool
read_article(struct attic *at)
{
    struct article *a = library_article(at->db, 1, &at->err);

    article_free(a);
    return a != NULL;
}

static bool
read_body(struct attic *at)
{
    struct buf body = {0}, texts = {0};
    struct item_head head;

    bool ok = library_body(at->db, 1, &body, &texts, &head, &at->err);
    buf_done(&body);
    buf_done(&texts);
    return ok;
}

static bool
read_it(struct attic *at)
{
    return library_read(at->db, 1, 7, &at->err);
}

static bool
shelve(struct attic *at)
{
    return library_shelve(at->db, 1, LIBRARY_ARCHIVED, true, 8, &at->err);
}

static bool
unshelve(struct attic *at)
{
    return library_shelve(at->db, 1, LIBRARY_SAVED, false, 8, &at->err);
}

static bool
load_lists(struct attic *at)
{
    bool ok = true;

    for (int list = 0; ok && list < LISTS_COUNT; list++) {
        struct lists_ask ask = {.list = list, .of = 1, .limit = 10};
        struct item_list page = {0};
        struct lists_numbers numbers = {0};
        ok = lists_load(at->db, &ask, &page, &at->err) &&
             lists_load_numbers(at->db, &ask, &numbers, &at->err);
        item_list_done(&page);
        lists_numbers_done(&numbers);
    }
    return ok;
}

static bool
load_item(struct attic *at)
{
    struct item_list page = {0};

    bool ok = lists_load_item(at->db, 1, &page, &at->err);
    item_list_done(&page);
    return ok;
}

static bool
name_it(struct attic *at)
{
    return names_add(at->db, NAMES_TAG, 1, STR("tag"), &at->err);
}

static bool
list_it(struct attic *at)
{
    return names_add(at->db, NAMES_READING, 1, STR("list"), &at->err);
}

static bool
change_names(struct attic *at)
{
    int64_t tag, list, next;

    return names_find(at->db, NAMES_TAG, STR("tag"), &tag, &at->err) &&
           names_find(at->db, NAMES_READING, STR("list"), &list, &at->err) &&
           names_move(at->db, list, 1, 1, &at->err) &&
           lists_find_next(at->db, list, &next, &at->err) &&
           names_rename(at->db, NAMES_TAG, tag, STR("tag"), &at->err) &&
           names_forget(at->db, NAMES_READING, list, &at->err);
}

static bool
load_names(struct attic *at)
{
    struct names names = {0};
    int64_t id;

    bool ok = names_find(at->db, NAMES_TAG, STR("tag"), &id, &at->err) &&
              names_load(at->db, NAMES_TAG, 1, &names, &at->err) &&
              names_load(at->db, NAMES_READING, 0, &names, &at->err);
    names_done(&names);
    return ok;
}

static bool
unname_it(struct attic *at)
{
    return names_remove(at->db, NAMES_TAG, 1, STR("tag"), &at->err);
}

static bool
put_positions(struct attic *at)
{
    struct article *a = attic_article("Halt", "Beans are soaked.");
    struct position p = {
        .place = bookmark_make(a, 3), .folds = STR("x"), .progress = 10};

    bool ok = positions_put(at->db, 1, &p, &at->err) &&
              positions_put_mark(at->db, 'a', 1, &p.place, &at->err);
    article_free(a);
    return ok;
}

static bool
find_positions(struct attic *at)
{
    struct position p;
    struct buf folds = {0};
    int64_t id;

    bool ok = positions_find(at->db, 1, &folds, &p, &at->err) &&
              positions_find_mark(at->db, 'a', &id, &p.place, &at->err);
    buf_done(&folds);
    return ok;
}

static bool
subscribe(struct attic *at)
{
    struct feeds_wish wish = {
        .url = STR("https://example.org/feed"), .folder = STR("f")};
    int64_t id;

    return feeds_subscribe(at->db, &wish, 1, &id, &at->err);
}

static bool
put_feed(struct attic *at)
{
    struct feeds_head head = {.checked_at = 100, .due_at = 200};
    struct feed *f = feedsample_feed();
    uint32_t n_new;

    bool ok = feeds_put(at->db, 1, &head, f, &n_new, &at->err);
    feed_free(f);
    return ok;
}

static bool
load_feeds(struct attic *at)
{
    struct feeds_list list = {0};
    int64_t id;

    bool ok =
        feeds_load(at->db, &list, &at->err) &&
        feeds_find(at->db, STR("https://example.org/feed"), &id, &at->err);
    feeds_done(&list);
    return ok;
}

static bool
note_failure(struct attic *at)
{
    struct feeds_failure failure = {.why = "gone", .now = 300};

    return feeds_note_failure(at->db, 1, &failure, &at->err);
}

static bool
mark_read(struct attic *at)
{
    return feeds_mark(at->db, 1, 0, true, &at->err);
}

static bool
unsubscribe(struct attic *at)
{
    return feeds_unsubscribe(at->db, 1, &at->err);
}

static bool
find_hits(struct attic *at)
{
    struct hits_ask ask = {STR("beans"), 10, true};
    struct hits hits = {0};

    bool ok = hits_find(at->db, &ask, &hits, &at->err);
    hits_done(&hits);
    return ok;
}

static bool
load_titles(struct attic *at)
{
    const atomic_bool stop = false;
    struct titles *t = titles_load(at->db, &stop, &at->err);

    titles_free(t);
    return t != NULL;
}

static bool
delete_it(struct attic *at)
{
    return library_delete(at->db, 1, 9, &at->err);
}

static bool
undelete_it(struct attic *at)
{
    return library_undelete(at->db, 1, &at->err);
}

static bool
purge(struct attic *at)
{
    return library_purge(at->db, 1000000, &at->err);
}

static bool
prune(struct attic *at)
{
    bool is_done;

    return prune_run(at->db, 1, 0, &is_done, &at->err);
}

/* All calls, in an order in which each has something to do. */
static const struct call {
    const char *name;
    bool (*make)(struct attic *at);
} calls[] = {
    {"put_page", put_page},
    {"put_page again", put_page},
    {"put_file", put_file},
    {"put_note", put_note},
    {"confirm", confirm},
    {"replace", replace},
    {"find", find},
    {"article", read_article},
    {"body", read_body},
    {"read", read_it},
    {"shelve", shelve},
    {"unshelve", unshelve},
    {"name", name_it},
    {"list", list_it},
    {"change", change_names},
    {"load_names", load_names},
    {"put_positions", put_positions},
    {"find_positions", find_positions},
    {"subscribe", subscribe},
    {"put_feed", put_feed},
    {"put_feed again", put_feed},
    {"load_feeds", load_feeds},
    {"mark_read", mark_read},
    {"note_failure", note_failure},
    {"load_lists", load_lists},
    {"load_item", load_item},
    {"find_hits", find_hits},
    {"load_titles", load_titles},
    {"unsubscribe", unsubscribe},
    {"unname", unname_it},
    {"delete", delete_it},
    {"undelete", undelete_it},
    {"prune", prune},
    {"delete again", delete_it},
    {"purge", purge},
};

/* Makes a call in which one statement after the other is stopped. Returns how
 * often it was. */
static unsigned
make_call(struct attic *at, const struct call *call)
{
    struct halt h = {0};

    assert_int_equal(sqlite3_open(at->path, &h.rival), SQLITE_OK);
    sqlite3_busy_timeout(at->db->handle, 0);
    for (h.at = 1; h.at < MAX_STATEMENTS; h.at++) {
        h.n = 0;
        h.is_done = false;
        at->err = (struct err){0};
        watch(at, &h);
        const bool ok = call->make(at);
        watch(at, NULL);
        sqlite3_exec(h.rival, "ROLLBACK", NULL, NULL, NULL);
        if (h.n < h.at) {
            if (!ok)
                fail_msg("%s: %s", call->name, at->err.text);
            break;
        }
        if (ok && !h.is_begin && !h.is_commit && !h.is_done)
            continue; /* it was over before it could be stopped */
        if (ok || at->err.code == ERR_NONE || at->err.text[0] == '\0')
            fail_msg("%s: statement %u is stopped, and nothing said",
                call->name, h.at);
        assert_int_equal(at->db->depth, 0);
        if (!sqlite3_get_autocommit(at->db->handle))
            fail_msg("%s: statement %u leaves a change open", call->name, h.at);
    }
    sqlite3_close(h.rival);
    return h.at - 1;
}

static void
test_what_is_stopped_says_so_and_changes_nothing(void **state)
{
    struct attic *at = *state;

    for (size_t i = 0; i < sizeof calls / sizeof *calls; i++) {
        const unsigned n = make_call(at, &calls[i]);
        if (n == 0 || n + 1 == MAX_STATEMENTS)
            fail_msg("%s: %u statements", calls[i].name, n);
        attic_check(at);
    }
    assert_int_equal(find_page(at), 0);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(
            test_what_is_stopped_says_so_and_changes_nothing, attic_setup,
            attic_teardown),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
