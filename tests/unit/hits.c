/* SPDX-License-Identifier: ISC */
/*
 * Tests of store/hits.h.
 */
#include "store/hits.h"

#include "attic.h"
#include "model/wording.h"

/* Returns the titles of what is found, a line each, owned. */
static char *
titles(struct attic *at, const char *words, bool is_typing)
{
    struct hits_ask ask = {
        .words = str_of(words), .limit = 20, .is_typing = is_typing};
    struct hits found = {0};
    struct buf out = {0};

    attic_must(at, hits_find(at->db, &ask, &found, &at->err));
    for (uint32_t i = 0; i < found.list.n_items; i++) {
        buf_add_str(&out, found.list.items[i].title);
        buf_add_char(&out, '\n');
    }
    hits_done(&found);
    return buf_take(&out);
}

static void
expect(struct attic *at, const char *words, const char *want)
{
    char *got = titles(at, words, false);

    if (strcmp(got, want) != 0)
        fail_msg("'%s' found '%s', not '%s'", words, got, want);
    free(got);
}

static void
test_hits_finds_words_whatever_their_case_and_accents(void **state)
{
    struct attic *at = *state;

    attic_put(at, "http://a.org/1", "First", "A Caf\xC3\xA9 in Z\xC3\xBCrich");
    attic_put(at, "http://a.org/2", "Second", "cafe and tea");
    expect(at, "CAF\xC3\x89 zurich", "First\n");
    expect(at, "tea", "Second\n");
    expect(at, "coffee", "");
    expect(at, "", "");
    expect(at, "caf", "");
    char *got = titles(at, "zuri", true);
    assert_string_equal(got, "First\n");
    free(got);
    attic_check(at);
}

/* Returns an article of somebody in something, owned. */
static struct article *
make_by(const char *byline, const char *site)
{
    struct build *b = build_new();

    build_fact(b, FACT_TITLE, STR("Ponds"));
    build_fact(b, FACT_BYLINE, str_of(byline));
    build_fact(b, FACT_SITE, str_of(site));
    return build_finish(b);
}

static void
test_hits_ranks_titles_above_texts(void **state)
{
    struct attic *at = *state;

    attic_put(at, "http://a.org/1", "Other", "one bread among many words here");
    attic_put(at, "http://a.org/2", "Bread", "how it is made");
    attic_put(at, "http://a.org/3", "Third", "nothing of it");
    expect(at, "bread", "Bread\nOther\n");

    attic_put(at, "http://a.org/4", "Fourth", "oats, oats, oats and oats");
    attic_put(at, "http://a.org/5", "Oats",
        "a long text about something else that has many more words than the "
        "others so that nothing but its title is for it");
    expect(at, "oats", "Oats\nFourth\n");
}

static void
test_hits_finds_who_wrote_it(void **state)
{
    struct attic *at = *state;
    const struct library_page page = {.asked = STR("http://a.org/1"),
        .head = &(struct item_head){.fetched_at = 1},
        .article = make_by("Ann Heron", "Some Paper")};
    int64_t id;

    attic_must(at, library_put_page(at->db, &page, &id, &at->err));
    expect(at, "heron", "Ponds\n");
    expect(at, "paper", "Ponds\n");
    article_free((struct article *)page.article);
}

static void
test_hits_finds_phrases(void **state)
{
    struct attic *at = *state;

    attic_put(at, "http://a.org/1", "First", "the gut and health");
    attic_put(at, "http://a.org/2", "Second", "about gut health");
    expect(at, "\"gut health\"", "Second\n");
    /* Not over the end of a paragraph's words, but of its line. */
    expect(at, "\"and health\"", "First\n");
}

static void
test_hits_finds_parts_of_scripts_without_blanks(void **state)
{
    struct attic *at = *state;

    attic_put(at, "http://a.org/1", "Peace",
        "\xE4\xB8\x96\xE7\x95\x8C\xE5\x92\x8C\xE5\xB9\xB3"); /* 世界和平 */
    attic_put(at, "http://a.org/2", "World",
        "\xE6\x96\xB0\xE4\xB8\x96\xE7\x95\x8C"); /* 新世界 */
    attic_put(at, "http://a.org/3", "Korean",
        "\xED\x95\x99\xEA\xB5\x90\xEC\x97\x90\xEC\x84\x9C"); /* 학교에서 */
    expect(at, "\xE5\xB9\xB3", "Peace\n");                   /* the last */
    expect(at, "\xE5\x92\x8C\xE5\xB9\xB3", "Peace\n");
    expect(at, "\xE7\x95\x8C\xE5\x92\x8C\xE5\xB9\xB3", "Peace\n");
    expect(at, "\xE6\x96\xB0", "World\n");
    expect(at, "\xE7\x95\x8C\xE5\xB9\xB3", ""); /* not neighbors */
    expect(at, "\xED\x95\x99\xEA\xB5\x90", "Korean\n");
    char *got = titles(at, "\xE4\xB8\x96\xE7\x95\x8C", false);
    assert_true(strstr(got, "Peace") && strstr(got, "World"));
    free(got);
}

static void
test_hits_finds_what_has_no_text_by_its_title_and_address(void **state)
{
    struct attic *at = *state;
    int64_t id;

    attic_must(
        at, attic_note(at->db, STR("https://bakery.example/x"),
                STR("Sourdough"), STR("A short excerpt"), &id, &at->err));
    expect(at, "sourdough", "Sourdough\n");
    expect(at, "bakery", "Sourdough\n");
    expect(at, "excerpt", "Sourdough\n");
    expect(at, "https", "");
}

static void
test_hits_follows_every_change(void **state)
{
    struct attic *at = *state;
    int64_t id = attic_put(at, "http://a.org/1", "First", "old words");

    attic_put(at, "http://a.org/1", "Second", "new words");
    expect(at, "old", "");
    expect(at, "first", "");
    expect(at, "new", "Second\n");
    attic_must(at, library_delete(at->db, id, 1, &at->err));
    expect(at, "new", "");
    attic_must(at, library_undelete(at->db, id, &at->err));
    expect(at, "new", "Second\n");
    attic_prune(at, 0);
    expect(at, "new", "");
    expect(at, "second", "Second\n");
    attic_check(at);

    /* What was undone is not found. */
    attic_must(at, db_begin(at->db, &at->err));
    attic_put(at, "http://a.org/2", "Third", "undone words");
    assert_false(db_end(at->db, false, &at->err));
    expect(at, "undone", "");
    attic_check(at);
}

static void
test_hits_finds_signs(void **state)
{
    struct attic *at = *state;

    attic_put(at, "http://a.org/1", "Pond", "A \U0001F986\uFE0F on it");
    attic_put(at, "http://a.org/2", "Office",
        "\U0001F469\U0001F3FD\u200D\U0001F4BB at work \u2192 home");
    attic_put(at, "http://a.org/3", "Flags", "\U0001F1E9\U0001F1EA");
    expect(at, "\U0001F986", "Pond\n");
    expect(at, "\U0001F469\u200D\U0001F4BB", "Office\n");
    expect(at, "\U0001F469", "Office\n"); /* it begins so */
    expect(at, "\U0001F4BB", "");
    expect(at, "work \u2192", "Office\n");
    expect(at, "\u2192home", "Office\n");
    expect(at, "\U0001F1E9\U0001F1EA", "Flags\n");
    expect(at, "\U0001F1EA\U0001F1E9", "");
    expect(at, "pond\U0001F986", "Pond\n");
    attic_check(at);
}

static void
test_hits_ranks_what_stands_as_it_is_written_first(void **state)
{
    struct attic *at = *state;

    attic_put(at, "http://x.org/1", "C", "The letter c, c and c.");
    attic_put(at, "http://x.org/2", "Languages", "Some like C++, others");
    attic_put(at, "http://x.org/3", "Sharp", "to write C# here");
    attic_put(at, "http://x.org/4", "Nodes", "a js of node is no node js.");
    attic_put(at, "http://x.org/5", "Server", "it runs node.js");
    attic_put(at, "http://x.org/6", "Net", "the net of a fisher, a net");
    attic_put(at, "http://x.org/7", "Runtime", "we use .NET there");
    attic_put(at, "http://x.org/8", "Tagged", "it is #net");
    attic_put(at, "http://x.org/9", "Nojs", "js, and then a node");
    expect(at, "c++", "Languages\nC\nSharp\n");
    expect(at, "C#", "Sharp\nC\nLanguages\n");
    expect(at, "\"c++\"", "Languages\n");
    expect(at, ".net", "Runtime\nNet\nTagged\n");
    expect(at, "#net", "Tagged\nNet\nRuntime\n");
    expect(at, "node.js", "Server\nNodes\nNojs\n");
    expect(at, "use .net", "Runtime\n");
    char *got = titles(at, "c+", true);
    assert_true(str_starts(str_of(got), STR("Languages\n")));
    free(got);
    attic_check(at);
}

/* Makes the index of the only item what it was before signs were in it. */
static void
make_old(struct attic *at)
{
    db_close(at->db);
    at->db = NULL;
    attic_sql(at, "INSERT INTO words(words) VALUES ('delete-all');"
                  "INSERT INTO words(rowid, title, about, text)"
                  " VALUES (1, 'first', 'a org 1', 'first a duck on it');"
                  "UPDATE item SET is_indexed = 1;"
                  "UPDATE state SET value = 1 WHERE name = 'terms'");
    attic_open(at);
}

static void
test_hits_makes_its_index_anew_when_words_are_something_else(void **state)
{
    struct attic *at = *state;
    bool is_done = false;
    int64_t id =
        attic_put(at, "http://a.org/1", "First", "A duck \U0001F986 on it");

    make_old(at);
    expect(at, "duck", "First\n");
    expect(at, "\U0001F986", "");
    attic_must(at, library_renew(at->db, &is_done, &at->err));
    assert_true(is_done);
    expect(at, "\U0001F986", "First\n");
    attic_check(at);

    /* What is changed before it is renewed leaves no word behind. */
    make_old(at);
    attic_must(at, library_delete(at->db, id, 1, &at->err));
    expect(at, "duck", "");
    attic_check(at);
    attic_must(at, library_undelete(at->db, id, &at->err));
    expect(at, "\U0001F986", "First\n");
    attic_must(at, library_renew(at->db, &is_done, &at->err));
    attic_check(at);
}

static void
test_hits_makes_its_index_anew_in_steps(void **state)
{
    struct attic *at = *state;
    char url[40];
    int n = 0;

    attic_must(at, db_begin(at->db, &at->err));
    for (int i = 0; i < 120; i++) {
        snprintf(url, sizeof url, "http://a.org/%d", i);
        attic_put(at, url, "T", "plain");
    }
    attic_must(at, db_end(at->db, true, &at->err));
    attic_sql(at, "UPDATE item SET is_indexed = 1 WHERE id <> 7;"
                  "UPDATE state SET value = 1 WHERE name = 'terms'");
    for (bool is_done = false; !is_done; n++) {
        attic_must(at, library_renew(at->db, &is_done, &at->err));
        /* As if it had been killed. */
        db_close(at->db);
        attic_open(at);
    }
    assert_int_equal(n, 3);
    assert_int_equal(
        attic_sql(at, "SELECT count(*) FROM item WHERE is_indexed = 2"), 120);
    attic_check(at);
}

static void
test_hits_shows_where_the_words_are(void **state)
{
    struct attic *at = *state;
    struct hits_ask ask = {.words = STR("caf\xC3\xA9 tea"), .limit = 5};
    struct hits found = {0};
    struct buf text = {0}, prose = {0};
    struct err err;

    for (int i = 0; i < 200; i++)
        buf_add_text(&text, "tea alone, and nothing else to be seen\n");
    buf_add_text(&text, "A CAFE that has tea and cakes\n");
    for (int i = 0; i < 200; i++)
        buf_add_text(&text, "nothing to be seen here, either\n");
    int64_t id = attic_put(at, "http://a.org/1", "First", text.ptr);
    attic_must(at, hits_find(at->db, &ask, &found, &at->err));
    assert_int_equal(found.list.n_items, 1);
    const struct snippet *hit = &found.snippets[0];
    assert_string_equal(hit->text.ptr, "A CAFE that has tea and cakes");
    assert_int_equal(hit->n_marks, 2);
    assert_int_equal(hit->marks[0].at, 2);
    assert_int_equal(hit->marks[0].len, 4);
    assert_int_equal(hit->marks[1].at, 16);
    assert_int_equal(hit->marks[1].len, 3);

    struct article *a = library_article(at->db, id, &err);
    uint32_t place = wording_place(a, hit->at);
    assert_true(str_starts((struct str){a->text + place, a->n_text - place},
        STR("CAFE that has")));
    article_free(a);

    /* Words that do not stand together are not shown as if they did. */
    ask.words = STR("heron frog");
    buf_cut(&text, 0);
    buf_add_text(&text, "A heron stands here.");
    for (int i = 0; i < 100; i++)
        buf_add_text(&text, " And nothing happens.");
    buf_add_text(&text, " Then comes a frog.");
    attic_put(at, "http://a.org/2", "Second", text.ptr);
    attic_must(at, hits_find(at->db, &ask, &found, &at->err));
    assert_int_equal(found.list.n_items, 1);
    assert_true(found.snippets[0].text.len < 200);
    assert_int_equal(found.snippets[0].n_marks, 1);
    hits_done(&found);
    buf_done(&text);
    buf_done(&prose);
}

static void
test_hits_takes_anything_for_a_query(void **state)
{
    struct attic *at = *state;
    static const char *const queries[] = {"\"", "\"\"", "*", "a*", "(", "a AND",
        "NOT", "title:x", "^a", "{a b}:c", "NEAR(a b, 3)", "a + b", "-a", "'",
        "\\", "\xFF\xFE", "a\xC0\x80", "%_", "\x01\x02", "a\"b\"c\"d"};

    attic_put(at, "http://a.org/1", "First", "a b c");
    for (size_t i = 0; i < sizeof queries / sizeof *queries; i++) {
        free(titles(at, queries[i], false));
        free(titles(at, queries[i], true));
    }
}

static void
test_hits_have_nothing_of_what_is_deleted_and_pruned(void **state)
{
    struct attic *at = *state;
    int64_t id = attic_put(at, "http://a.org/", "Herons", "wait for fish");
    static const char sql[] =
        "SELECT count(*) FROM words WHERE words MATCH 'herons'";

    attic_must(at, library_delete(at->db, id, 10, &at->err));
    attic_prune(at, 0);
    assert_int_equal(attic_sql(at, sql), 0);
    attic_must(at, library_undelete(at->db, id, &at->err));
    assert_int_equal(attic_sql(at, sql), 1);
    attic_check(at);
}

int
main(void)
{
#define T(name)                                                                \
    cmocka_unit_test_setup_teardown(                                           \
        test_hits_##name, attic_setup, attic_teardown)
    const struct CMUnitTest tests[] = {
        T(finds_words_whatever_their_case_and_accents),
        T(ranks_titles_above_texts),
        T(finds_who_wrote_it),
        T(finds_phrases),
        T(finds_parts_of_scripts_without_blanks),
        T(finds_what_has_no_text_by_its_title_and_address),
        T(follows_every_change),
        T(have_nothing_of_what_is_deleted_and_pruned),
        T(finds_signs),
        T(ranks_what_stands_as_it_is_written_first),
        T(makes_its_index_anew_in_steps),
        T(makes_its_index_anew_when_words_are_something_else),
        T(shows_where_the_words_are),
        T(takes_anything_for_a_query),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
