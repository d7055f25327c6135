/* SPDX-License-Identifier: ISC */
/*
 * Tests of src/ui/porter.h. In place of the programs stand scripts: what is
 * fetched last is in the file "asked", and "busy" is there while it is.
 */
#include "porter.h"

#include "app/filing.h"
#include "hall.h"
#include "model/codec.h"
#include "model/collect.h"
#include "model/parcel.h"

static const char fetch[] = "for url; do :; done\n"
                            "mkdir busy || echo together >>asked\n"
                            "echo \"$url\" >>asked\n"
                            "printf 'status 200\\nurl %s\\n\\n' \"$url\" >&3\n"
                            "echo page\n"
                            "rmdir busy";

struct stage {
    struct hall *hall;
    struct porter *porter;
};

static void
begin(struct hall *h, struct stage *s, bool is_offline)
{
    const struct job_opts opts = {
        .max_size = 1 << 20, .is_offline = is_offline};
    struct article *a = attic_article("A page", "Its text.");
    struct buf bytes = {0};

    codec_encode(a, &bytes);
    attic_write(h->attic, "article", buf_str(&bytes));
    attic_program(h->attic, "gutread-parse", "cat >/dev/null; cat article");
    attic_program(h->attic, "gutread-fetch", fetch);
    hall_open(h);
    *s = (struct stage){h, porter_new(&h->loop, h->memory, &opts)};
    buf_done(&bytes);
    article_free(a);
}

static void
bring(struct stage *s, const char *url)
{
    struct source source =
        source_make_entry(&(struct source){0}, str_of(url), STR("k"));

    porter_bring(s->porter, &source);
    source_done(&source);
}

/* Fails unless these addresses, a line each, were asked for. */
static void
expect_asked(struct stage *s, const char *want)
{
    char *path = file_join(s->hall->attic->folder, "asked");
    struct buf asked = {0};
    struct err err;

    if (access(path, F_OK) == 0)
        assert_true(file_read(path, 10000, &asked, &err));
    buf_end(&asked);
    assert_string_equal(asked.ptr, want);
    buf_done(&asked);
    free(path);
}

static void
test_porter_brings_pages_one_after_the_other(void **state)
{
    struct hall *h = *state;
    struct stage s;

    begin(h, &s, false);
    bring(&s, "http://a.org/1");
    bring(&s, "http://a.org/2");
    bring(&s, "http://a.org/1");
    uv_run(&h->loop, UV_RUN_DEFAULT);
    expect_asked(&s, "http://a.org/1\nhttp://a.org/2\n");
    porter_cancel(s.porter);
    hall_close(h);
    assert_int_equal(attic_sql(h->attic, "SELECT count(*) FROM content"), 2);
    /* Nobody has read them. */
    assert_int_equal(
        attic_sql(h->attic, "SELECT count(*) FROM item WHERE read_turn > 0"),
        0);
}

static void
shelve(struct hall *h, int64_t id)
{
    struct attic *at = h->attic;

    attic_must(
        at, library_shelve(at->db, id, LIBRARY_SAVED, true, 1, &at->err));
}

static void
test_porter_brings_what_is_saved_behind_all_that_is_there(void **state)
{
    struct hall *h = *state;
    struct attic *at = h->attic;
    struct stage s;
    int64_t id;

    /* It was noted first, so it stands last among what is saved. */
    attic_must(at, attic_note(at->db, STR("http://a.org/late"), STR("Late"),
                       STR(""), &id, &at->err));
    shelve(h, id);
    for (int i = 0; i < 300; i++)
        shelve(h, attic_put_number(at, i));
    attic_must(at, attic_note(at->db, STR("http://a.org/done"), STR("Done"),
                       STR(""), &id, &at->err));
    attic_must(
        at, library_shelve(at->db, id, LIBRARY_ARCHIVED, true, 1, &at->err));
    begin(h, &s, false);
    assert_int_equal(porter_bring_saved(s.porter), 1);
    uv_run(&h->loop, UV_RUN_DEFAULT);
    expect_asked(&s, "http://a.org/late\n");
    porter_cancel(s.porter);
    hall_close(h);
    struct item_list missing = {0};
    attic_must(at, lists_load_missing(at->db, 10, &missing, &at->err));
    assert_int_equal(missing.n_items, 0);
    item_list_done(&missing);
}

static void
test_porter_leaves_alone_what_is_there_or_no_page(void **state)
{
    struct hall *h = *state;
    struct stage s;
    char path[] = "/a.md";
    const struct source file = {
        .kind = SOURCE_FILE, .place = path, .key = path};

    attic_put(h->attic, "http://a.org/1", "A page", "Its text.");
    begin(h, &s, false);
    bring(&s, "http://a.org/1");
    porter_bring(s.porter, &file);
    uv_run(&h->loop, UV_RUN_DEFAULT);
    expect_asked(&s, "");
    porter_cancel(s.porter);
}

static void
test_porter_does_nothing_offline(void **state)
{
    struct hall *h = *state;
    struct stage s;

    begin(h, &s, true);
    bring(&s, "http://a.org/1");
    uv_run(&h->loop, UV_RUN_DEFAULT);
    expect_asked(&s, "");
    porter_cancel(s.porter);
}

static void
test_porter_goes_on_after_a_page_that_cannot_be_had(void **state)
{
    struct hall *h = *state;
    struct stage s;

    begin(h, &s, false);
    attic_program(h->attic, "gutread-parse",
        "[ -e broken ] || { touch broken; echo bad >&2; exit 1; }\n"
        "cat >/dev/null; cat article");
    bring(&s, "http://a.org/1");
    bring(&s, "http://a.org/2");
    uv_run(&h->loop, UV_RUN_DEFAULT);
    porter_cancel(s.porter);
    hall_close(h);
    assert_int_equal(attic_sql(h->attic, "SELECT count(*) FROM content"), 1);
}

static void
test_porter_leaves_a_server_alone_that_wants_a_pause(void **state)
{
    struct hall *h = *state;
    struct stage s;

    begin(h, &s, false);
    attic_program(h->attic, "gutread-fetch",
        "for url; do :; done; echo \"$url\" >>asked\n"
        "printf 'status 429\\nfailure busy\\nurl %s\\nretry 9000000000\\n\\n' "
        "\"$url\" >&3; echo busy >&2; exit 1");
    bring(&s, "http://a.org/1");
    bring(&s, "http://b.org/");
    bring(&s, "http://a.org/2");
    bring(&s, "http://a.org/3");
    uv_run(&h->loop, UV_RUN_DEFAULT);
    expect_asked(&s, "http://a.org/1\nhttp://b.org/\n");
    /* What is brought later is asked for again. */
    bring(&s, "http://a.org/2");
    uv_run(&h->loop, UV_RUN_DEFAULT);
    expect_asked(&s, "http://a.org/1\nhttp://b.org/\nhttp://a.org/2\n");
    porter_cancel(s.porter);
}

static void
test_porter_can_be_canceled_on_its_way(void **state)
{
    struct hall *h = *state;
    struct stage s;

    begin(h, &s, false);
    bring(&s, "http://a.org/1");
    bring(&s, "http://a.org/2");
    uv_run(&h->loop, UV_RUN_NOWAIT);
    porter_cancel(s.porter);
    hall_close(h);
    assert_int_equal(attic_sql(h->attic, "SELECT count(*) FROM content"), 0);
    porter_cancel(NULL);
}

struct news {
    char feed[40];
    struct err failure;
};

static void
note_news(void *user, const struct porter_news *news)
{
    struct news *n = user;

    snprintf(n->feed, sizeof n->feed, "%.*s", STR_ARG(news->feed));
    if (news->err)
        n->failure = *news->err;
}

/* Saves an address as a person does. */
static void
save(struct stage *s, const char *url, struct news *news)
{
    struct source source =
        source_make_entry(&(struct source){0}, str_of(url), STR("k"));

    *news = (struct news){0};
    porter_on_news(s->porter, note_news, news);
    filing_save_address(s->hall->memory, &source);
    porter_save(s->porter, &source);
    source_done(&source);
    uv_run(&s->hall->loop, UV_RUN_DEFAULT);
}

static void
test_porter_says_why_what_was_saved_could_not_be_had(void **state)
{
    struct hall *h = *state;
    struct stage s;
    struct news news;

    begin(h, &s, false);
    save(&s, "http://a.org/1", &news);
    assert_string_equal(news.failure.text, "");
    attic_program(h->attic, "gutread-fetch", "echo no way >&2; exit 1");
    bring(&s, "http://a.org/2");
    uv_run(&h->loop, UV_RUN_DEFAULT);
    assert_string_equal(news.failure.text, "");
    save(&s, "http://a.org/3", &news);
    assert_string_equal(news.failure.text, "no way");
    porter_cancel(s.porter);
    hall_close(h);
    assert_int_equal(
        attic_sql(h->attic, "SELECT count(*) FROM item WHERE saved_turn > 0"),
        2);
}

static void
subscribe(struct stage *s, const char *url, struct news *news)
{
    struct source source =
        source_make_entry(&(struct source){0}, str_of(url), STR("k"));

    *news = (struct news){0};
    porter_subscribe(s->porter, &source);
    source_done(&source);
    uv_run(&s->hall->loop, UV_RUN_DEFAULT);
}

static void
test_porter_subscribes_to_what_was_saved_and_is_a_feed(void **state)
{
    struct hall *h = *state;
    struct collect *c = collect_new();
    struct buf bytes = {0};
    struct stage s;
    struct news news;

    begin(h, &s, false);
    collect_fact(c, FEED_TITLE, STR("News"));
    assert_true(collect_entry(c));
    collect_entry_fact(c, FEED_ENTRY_URL, STR("http://a.org/entry"));
    struct feed *f = collect_finish(c);
    parcel_encode(f, &bytes);
    attic_write(h->attic, "article", buf_str(&bytes));
    /* Not to what is only brought, which nobody has asked for. */
    bring(&s, "http://a.org/unasked");
    uv_run(&h->loop, UV_RUN_DEFAULT);
    save(&s, "http://a.org/feed", &news);
    assert_string_equal(news.feed, "News");
    subscribe(&s, "http://a.org/feed", &news);
    assert_string_equal(news.feed, "News");
    attic_program(h->attic, "gutread-fetch", "echo no way >&2; exit 1");
    subscribe(&s, "http://a.org/other", &news);
    assert_string_equal(news.failure.text, "no way");
    porter_cancel(s.porter);
    hall_close(h);
    assert_int_equal(
        attic_sql(h->attic, "SELECT count(*) FROM feed WHERE n_unread = 1"), 1);
    assert_int_equal(attic_sql(h->attic, "SELECT count(*) FROM feed"), 1);
    assert_int_equal(
        attic_sql(h->attic, "SELECT count(*) FROM item WHERE saved_turn > 0"),
        0);
    buf_done(&bytes);
    feed_free(f);
}

static void
test_porter_says_that_a_library_for_reading_takes_no_feed(void **state)
{
    struct hall *h = *state;
    struct stage s;
    struct news news;

    attic_sql(h->attic, "PRAGMA user_version = 9999");
    begin(h, &s, false);
    porter_on_news(s.porter, note_news, &news);
    subscribe(&s, "http://a.org/feed", &news);
    assert_string_equal(news.failure.text, "the library cannot be changed now");
    porter_cancel(s.porter);
}

int
main(void)
{
#define T(name)                                                                \
    cmocka_unit_test_setup_teardown(                                           \
        test_porter_##name, hall_setup, hall_teardown)
    const struct CMUnitTest tests[] = {
        T(brings_pages_one_after_the_other),
        T(brings_what_is_saved_behind_all_that_is_there),
        T(leaves_alone_what_is_there_or_no_page),
        T(does_nothing_offline),
        T(goes_on_after_a_page_that_cannot_be_had),
        T(leaves_a_server_alone_that_wants_a_pause),
        T(can_be_canceled_on_its_way),
        T(says_why_what_was_saved_could_not_be_had),
        T(subscribes_to_what_was_saved_and_is_a_feed),
        T(says_that_a_library_for_reading_takes_no_feed),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
