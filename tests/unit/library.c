/* SPDX-License-Identifier: ISC */
/*
 * Tests of store/library.h.
 */
#include "store/library.h"

#include "attic.h"
#include "model/codec.h"
#include "squeeze.h"
#include "store/feeds.h"
#include "store/hits.h"
#include "store/lists.h"
#include "store/names.h"

static void
test_library_gives_back_the_article_and_the_page(void **state)
{
    struct attic *at = *state;
    struct article *a = attic_article("A title", "some text\nand more");
    struct item_head head = {
        .final = STR("https://a.org/b"),
        .type = STR("text/html"),
        .charset = STR("utf-8"),
        .etag = STR("\"x\""),
        .modified = STR("Sat, 05 Jul 2025 10:00:00 GMT"),
        .fresh_until = 2000,
        .fetched_at = 1000,
    };
    struct library_page page = {
        STR("https://a.org/b#c"), &head, a, STR("<p>the page"), true};
    int64_t id;

    attic_must(at, library_put_page(at->db, &page, &id, &at->err));
    attic_reopen(at);

    struct article *got = library_article(at->db, id, &at->err);
    attic_must(at, got);
    struct buf want_bytes = {0}, got_bytes = {0};
    codec_encode(a, &want_bytes);
    codec_encode(got, &got_bytes);
    assert_true(str_eq(buf_str(&want_bytes), buf_str(&got_bytes)));

    struct buf body = {0}, texts = {0};
    struct item_head back;
    attic_must(at, library_body(at->db, id, &body, &texts, &back, &at->err));
    assert_string_equal(body.ptr, "<p>the page");
    assert_true(str_eq(back.final, head.final));
    assert_true(str_eq(back.canonical, STR("https://a.org/canonical")));
    assert_true(str_eq(back.type, head.type));
    assert_true(str_eq(back.charset, head.charset));
    assert_true(str_eq(back.etag, head.etag));
    assert_true(str_eq(back.modified, head.modified));
    assert_int_equal(back.fresh_until, 2000);
    assert_int_equal(back.fetched_at, 1000);
    attic_check(at);
    buf_done(&body);
    buf_done(&texts);
    buf_done(&want_bytes);
    buf_done(&got_bytes);
    article_free(got);
    article_free(a);
}

static void
test_library_knows_a_page_by_all_addresses_that_led_to_it(void **state)
{
    struct attic *at = *state;
    struct article *a = attic_article("T", "x");
    struct item_head head = {.final = STR("https://a.org/new")};
    struct library_page page = {
        STR("http://a.org/old"), &head, a, STR(""), true};
    int64_t id, again, found;

    attic_must(at, library_put_page(at->db, &page, &id, &at->err));
    page.asked = STR("https://a.org/new#part");
    attic_must(at, library_put_page(at->db, &page, &again, &at->err));
    assert_int_equal(id, again);
    static const char *const urls[] = {"http://a.org/old", "https://a.org/new",
        "https://a.org/new#part", "http://a.org/old#x"};
    for (size_t i = 0; i < 4; i++) {
        attic_must(at, library_find(at->db, str_of(urls[i]), &found, &at->err));
        assert_int_equal(found, id);
    }
    assert_false(library_find(at->db, STR("https://a.org/"), &found, &at->err));
    assert_int_equal(at->err.code, ERR_NOT_FOUND);
    article_free(a);
}

static void
test_library_takes_another_edition_in_the_place_of_the_first(void **state)
{
    struct attic *at = *state;
    int64_t id = attic_put(at, "http://a.org/", "Old", "one two");
    int64_t size = library_size(at->db);

    assert_int_equal(attic_put(at, "http://a.org/", "New", "three"), id);
    struct article *a = library_article(at->db, id, &at->err);
    assert_true(str_eq(article_fact(a, FACT_TITLE), STR("New")));
    article_free(a);
    assert_int_not_equal(library_size(at->db), 0);
    assert_true(library_size(at->db) < 2 * size);
    assert_int_equal(
        attic_sql(at, "SELECT total(size) FROM item"), library_size(at->db));
    attic_check(at);
}

static void
test_library_confirms_a_page_that_has_not_changed(void **state)
{
    struct attic *at = *state;
    int64_t id = attic_put(at, "http://a.org/", "T", "x");
    struct item_head head = {.etag = STR("W/1"),
                         .fresh_until = 9,
                         .fetched_at = 8},
                     back;
    struct buf texts = {0};

    attic_must(at, library_confirm(at->db, id, &head, &at->err));
    attic_must(at, library_body(at->db, id, NULL, &texts, &back, &at->err));
    assert_true(str_eq(back.etag, STR("W/1")));
    assert_true(str_eq(back.final, STR("http://a.org/")));
    assert_int_equal(back.fetched_at, 8);
    buf_done(&texts);
}

static void
test_library_keeps_no_text_of_files_and_finds_them_when_moved(void **state)
{
    struct attic *at = *state;
    struct article *a = attic_article("File", "text of a file");
    char *here = file_join(at->folder, "a.md");
    int64_t id, moved, copy;

    fclose(fopen(here, "w"));
    attic_must(at, library_put_file(at->db, str_of(here), a, 5, &id, &at->err));
    assert_null(library_article(at->db, id, &at->err));
    assert_int_equal(at->err.code, ERR_NOT_FOUND);

    /* As long as the file is there, the same text elsewhere is a copy. */
    attic_must(at,
        library_put_file(at->db, STR("/nowhere/b.md"), a, 6, &copy, &at->err));
    assert_int_not_equal(copy, id);
    unlink(here);
    attic_must(at,
        library_put_file(at->db, STR("/nowhere/c.md"), a, 7, &moved, &at->err));
    assert_true(moved == id || moved == copy);
    attic_check(at);
    free(here);
    article_free(a);
}

static void
test_library_notes_an_address_without_its_page(void **state)
{
    struct attic *at = *state;
    int64_t id, again;
    struct item_list page = {0};

    attic_must(at, attic_note(at->db, STR("http://a.org/x#y"), STR("A title"),
                       STR("An excerpt"), &id, &at->err));
    attic_must(at, attic_note(at->db, STR("http://a.org/x"), STR("Another"),
                       STR(""), &again, &at->err));
    assert_int_equal(id, again);
    attic_must(at, lists_load_item(at->db, id, &page, &at->err));
    assert_true(str_eq(page.items[0].title, STR("A title")));
    assert_true(str_eq(page.items[0].place, STR("http://a.org/x")));
    assert_false(page.items[0].has_text);
    item_list_done(&page);
    attic_check(at);
}

static void
test_library_shelves_and_takes_down(void **state)
{
    struct attic *at = *state;
    int64_t id = attic_put(at, "http://a.org/", "T", "x");
    struct {
        enum library_shelf shelf;
        bool is_on;
        bool is_saved, is_archived, is_favorite;
    } steps[] = {
        {LIBRARY_SAVED, true, true, false, false},
        {LIBRARY_ARCHIVED, true, true, true, false},
        {LIBRARY_ARCHIVED, false, true, false, false},
        {LIBRARY_SAVED, false, false, false, false},
        {LIBRARY_ARCHIVED, true, true, true, false},
        {LIBRARY_SAVED, true, true, false, false},
        {LIBRARY_FAVORITE, true, true, false, true},
        {LIBRARY_SAVED, false, false, false, true},
        {LIBRARY_FAVORITE, false, false, false, false},
        {LIBRARY_ARCHIVED, true, true, true, false},
        {LIBRARY_SAVED, false, false, false, false},
    };
    struct item_list page = {0};

    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
        attic_must(at, library_shelve(at->db, id, steps[i].shelf,
                           steps[i].is_on, 50, &at->err));
        attic_must(at, lists_load_item(at->db, id, &page, &at->err));
        assert_int_equal(page.items[0].is_saved, steps[i].is_saved);
        assert_int_equal(page.items[0].saved_at, steps[i].is_saved ? 50 : 0);
        assert_int_equal(page.items[0].is_archived, steps[i].is_archived);
        assert_int_equal(page.items[0].is_favorite, steps[i].is_favorite);
    }

    /* What goes into the archive was saved when it was saved. */
    attic_must(
        at, library_shelve(at->db, id, LIBRARY_SAVED, true, 60, &at->err));
    attic_must(
        at, library_shelve(at->db, id, LIBRARY_ARCHIVED, true, 70, &at->err));
    attic_must(at, lists_load_item(at->db, id, &page, &at->err));
    assert_int_equal(page.items[0].saved_at, 60);

    assert_false(
        library_shelve(at->db, 999, LIBRARY_SAVED, true, 50, &at->err));
    assert_int_equal(at->err.code, ERR_NOT_FOUND);
    item_list_done(&page);
}

static void
test_library_gives_back_what_was_deleted_until_it_is_purged(void **state)
{
    struct attic *at = *state;
    int64_t id = attic_put(at, "http://a.org/", "T", "x"), found;

    attic_must(
        at, library_shelve(at->db, id, LIBRARY_SAVED, true, 1, &at->err));
    attic_must(at, library_delete(at->db, id, 10, &at->err));
    assert_false(library_find(at->db, STR("http://a.org/"), &found, &at->err));
    assert_int_equal(lists_count(at->db, LISTS_SAVED, 0), 0);
    attic_must(at, library_undelete(at->db, id, &at->err));
    attic_must(
        at, library_find(at->db, STR("http://a.org/"), &found, &at->err));
    assert_int_equal(lists_count(at->db, LISTS_SAVED, 0), 1);
    assert_false(library_undelete(at->db, id, &at->err));
    assert_string_equal(at->err.text, "it is in the library again already");

    attic_must(at, library_delete(at->db, id, 10, &at->err));
    attic_must(at, library_purge(at->db, 11, &at->err));
    assert_false(library_undelete(at->db, id, &at->err));
    assert_string_equal(at->err.text, "it is gone for good");
    assert_int_equal(attic_sql(at, "SELECT count(*) FROM content"), 0);
    assert_int_equal(library_size(at->db), 0);
    attic_check(at);
}

static void
test_library_purges_what_others_deleted_only_when_they_are_gone(void **state)
{
    enum {
        DAY = 24 * 60 * 60
    };
    struct attic *at = *state;
    int64_t id = attic_put(at, "http://a.org/", "T", "x");

    attic_must(at, library_delete(at->db, id, 10 * DAY, &at->err));
    attic_reopen(at);
    attic_must(at, library_purge(at->db, 10 * DAY + 1, &at->err));
    attic_must(at, library_undelete(at->db, id, &at->err));

    attic_must(at, library_delete(at->db, id, 10 * DAY, &at->err));
    attic_reopen(at);
    attic_must(at, library_purge(at->db, 12 * DAY, &at->err));
    assert_false(library_undelete(at->db, id, &at->err));

    /* The clock was wrong when it was deleted. */
    id = attic_put(at, "http://a.org/", "T", "x");
    attic_must(at, library_delete(at->db, id, 100 * DAY, &at->err));
    attic_reopen(at);
    attic_must(at, library_purge(at->db, 10 * DAY, &at->err));
    assert_false(library_undelete(at->db, id, &at->err));
}

static void
test_library_has_what_was_deleted_again_when_it_is_kept_again(void **state)
{
    struct attic *at = *state;
    struct article *a = attic_article("T", "x");
    const struct str path = STR("/nowhere/a.md");
    int64_t id = attic_put(at, "http://a.org/", "T", "x"), file, found;

    for (enum library_shelf shelf = 0; shelf < LIBRARY_SHELVES; shelf++)
        attic_must(at, library_shelve(at->db, id, shelf, true, 1, &at->err));
    attic_must(at, names_add(at->db, NAMES_TAG, id, STR("t"), &at->err));
    attic_must(at, names_add(at->db, NAMES_READING, id, STR("l"), &at->err));
    attic_must(at, library_delete(at->db, id, 10, &at->err));
    assert_int_equal(attic_put(at, "http://a.org/", "T", "y"), id);
    attic_must(
        at, library_find(at->db, STR("http://a.org/"), &found, &at->err));
    assert_int_equal(lists_count(at->db, LISTS_SAVED, 0), 0);
    assert_int_equal(lists_count(at->db, LISTS_ARCHIVED, 0), 0);
    assert_int_equal(lists_count(at->db, LISTS_FAVORITE, 0), 0);
    assert_int_equal(attic_sql(at, "SELECT count(*) FROM tag"), 0);
    assert_int_equal(attic_sql(at, "SELECT count(*) FROM list"), 0);

    attic_must(at, library_put_file(at->db, path, a, 1, &file, &at->err));
    attic_must(at, library_delete(at->db, file, 10, &at->err));
    attic_must(at, library_put_file(at->db, path, a, 11, &found, &at->err));
    assert_int_equal(found, file);
    attic_must(at, library_find(at->db, path, &found, &at->err));
    attic_check(at);
    article_free(a);
}

static void
test_library_keeps_the_order_when_the_clock_is_set_back(void **state)
{
    struct attic *at = *state;
    int64_t first = attic_put(at, "http://a.org/1", "1", "x");
    int64_t second = attic_put(at, "http://a.org/2", "2", "x");
    struct lists_ask ask = {.list = LISTS_HISTORY};
    struct item_list page = {0};

    attic_must(at, library_read(at->db, first, 4000000000, &at->err));
    attic_must(at, library_read(at->db, second, 1000, &at->err));
    attic_must(at, lists_load(at->db, &ask, &page, &at->err));
    assert_int_equal(page.n_items, 2);
    assert_int_equal(page.items[0].id, second);
    assert_int_equal(page.items[1].id, first);
    item_list_done(&page);
}

static void
test_library_tells_a_text_of_another_version_from_none(void **state)
{
    struct attic *at = *state;
    int64_t id = attic_put(at, "http://a.org/", "T", "the words in it");

    db_close(at->db);
    at->db = NULL;
    attic_sql(at, "UPDATE content SET article = x'00112233'");
    attic_open(at);
    assert_null(library_article(at->db, id, &at->err));
    assert_int_equal(at->err.code, ERR_BAD_DATA);

    struct article *a = attic_article("T", "other words");
    attic_must(at, library_replace(at->db, id, a, &at->err));
    article_free(a);
    a = library_article(at->db, id, &at->err);
    attic_must(at, a);
    article_free(a);
    attic_check(at);
}

/* Appends what stands for the bytes in a statement of SQL, packed. */
static void
add_packed(struct squeeze *squeeze, struct str bytes, struct buf *sql)
{
    struct buf packed = {0};

    squeeze_pack(squeeze, bytes, STR(""), &packed);
    buf_add_text(sql, "x'");
    for (size_t i = 0; i < packed.len; i++)
        buf_add_format(sql, "%02x", (unsigned char)packed.ptr[i]);
    buf_add_char(sql, '\'');
    buf_done(&packed);
}

/* Puts the bytes of an article in the place of all that are kept. */
static void
put_article(struct attic *at, const struct buf *bytes)
{
    struct squeeze *squeeze = squeeze_new();
    struct buf sql = {0};

    buf_add_text(&sql, "UPDATE content SET text = ");
    add_packed(squeeze, STR(""), &sql);
    buf_add_text(&sql, ", article = ");
    add_packed(squeeze, buf_str(bytes), &sql);
    attic_sql(at, sql.ptr);
    squeeze_free(squeeze);
    buf_done(&sql);
}

static void
test_library_believes_no_article_that_is_not_as_articles_are(void **state)
{
    struct attic *at = *state;
    int64_t id = attic_put(at, "http://a.org/", "T", "the words in it");
    struct article *a = attic_article("T", "other words");
    struct buf bytes = {0};

    codec_encode(a, &bytes);
    article_free(a);
    put_article(at, &bytes);
    a = library_article(at->db, id, &at->err);
    attic_must(at, a);
    article_free(a);

    buf_replace(&bytes, 0, 'w', '\033'); /* the text is clean no more */
    put_article(at, &bytes);
    assert_null(library_article(at->db, id, &at->err));
    assert_int_equal(at->err.code, ERR_BAD_DATA);
    buf_replace(&bytes, 0, '\033', 'w');
    buf_cut(&bytes, bytes.len - 1);
    put_article(at, &bytes);
    assert_null(library_article(at->db, id, &at->err));
    assert_int_equal(at->err.code, ERR_BAD_DATA);
    buf_done(&bytes);
}

static void
test_library_writes_no_password_down(void **state)
{
    struct attic *at = *state;
    const struct str url = STR("https://ann:secret@a.org/p");
    struct article *a = attic_article("A", "text");
    struct item_head head = {.final = url, .fetched_at = 1};
    struct library_page page = {
        STR("http://ann:secret@a.org/q"), &head, a, STR("body"), true};
    struct library_note note = {.url = STR("http://b:secret@a.org/n")};
    struct buf bytes = {0};
    int64_t id, found;

    attic_must(at, library_put_page(at->db, &page, &id, &at->err));
    attic_must(at, library_find(at->db, url, &found, &at->err));
    assert_int_equal(found, id);
    attic_must(at, library_find(at->db, page.asked, &found, &at->err));
    assert_int_equal(found, id);
    attic_must(
        at, library_find(at->db, STR("https://ann@a.org/p"), &found, &at->err));
    attic_must(at, library_put_note(at->db, &note, 1, &id, &at->err));
    db_close(at->db);
    at->db = NULL;
    attic_must(at, file_read(at->path, 1 << 28, &bytes, &at->err));
    assert_true(str_find(buf_str(&bytes), STR("a.org"), 0) < bytes.len);
    assert_int_equal(str_find(buf_str(&bytes), STR("secret"), 0), bytes.len);
    buf_done(&bytes);
    article_free(a);
}

static void
test_library_shows_nothing_of_a_text_that_is_not_clean(void **state)
{
    struct attic *at = *state;
    struct hits_ask ask = {.words = STR("words"), .limit = 2};
    struct squeeze *squeeze = squeeze_new();
    struct hits hits = {0};
    struct buf sql = {0};

    attic_put(at, "http://a.org/", "T", "the words in it");
    attic_must(at, hits_find(at->db, &ask, &hits, &at->err));
    assert_int_equal(hits.list.n_items, 1);
    assert_int_not_equal(hits.snippets[0].text.len, 0);
    hits_done(&hits);

    buf_add_text(&sql, "UPDATE content SET text = ");
    add_packed(squeeze, STR("the words in it \033[31m"), &sql);
    attic_sql(at, sql.ptr);
    attic_must(at, hits_find(at->db, &ask, &hits, &at->err));
    assert_int_equal(hits.list.n_items, 1);
    assert_int_equal(hits.snippets[0].text.len, 0);
    hits_done(&hits);
    squeeze_free(squeeze);
    buf_done(&sql);
}

int
main(void)
{
#define T(name)                                                                \
    cmocka_unit_test_setup_teardown(                                           \
        test_library_##name, attic_setup, attic_teardown)
    const struct CMUnitTest tests[] = {
        T(gives_back_the_article_and_the_page),
        T(knows_a_page_by_all_addresses_that_led_to_it),
        T(takes_another_edition_in_the_place_of_the_first),
        T(confirms_a_page_that_has_not_changed),
        T(keeps_no_text_of_files_and_finds_them_when_moved),
        T(notes_an_address_without_its_page),
        T(shelves_and_takes_down),
        T(gives_back_what_was_deleted_until_it_is_purged),
        T(purges_what_others_deleted_only_when_they_are_gone),
        T(has_what_was_deleted_again_when_it_is_kept_again),
        T(keeps_the_order_when_the_clock_is_set_back),
        T(tells_a_text_of_another_version_from_none),
        T(believes_no_article_that_is_not_as_articles_are),
        T(shows_nothing_of_a_text_that_is_not_clean),
        T(writes_no_password_down),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
