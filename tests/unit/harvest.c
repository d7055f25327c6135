/* SPDX-License-Identifier: ISC */
/*
 * Tests of app/harvest.h. In place of the programs stand scripts.
 */
#include "app/harvest.h"

#include "attic.h"
#include "model/codec.h"

#include <string.h>
#include <time.h>
#include <uv.h>

static const char fetch[] = "for url; do :; done; echo \"$@\" >>asked\n"
                            "printf 'status 200\\nurl %s\\netag \"v\"\\n\\n' "
                            "\"$url\" >&3\n"
                            "echo page";

/* What of a server says that it is busy for a while. */
static const char busy[] =
    "for url; do :; done; echo \"$@\" >>asked\n"
    "printf 'status 429\\nfailure busy\\nurl %s\\nretry 9000000000\\n\\n' "
    "\"$url\" >&3; echo busy >&2; exit 1";

struct stage {
    struct attic *attic;
    uv_loop_t loop;
    struct harvest *harvest;
    uint32_t n_wanted; /* told results that end it; 0: it is left */
    uint32_t n_told, n_articles, n_paused;
    uint32_t told; /* a bit for each request */
    bool takes;    /* the article */
    struct article *taken;
    struct buf said;
};

static void
add(struct stage *s, const char *url)
{
    struct source source;
    struct err err;

    assert_true(source_parse_web(str_of(url), &source, &err));
    harvest_add(s->harvest,
        &(struct harvest_request){
            .source = &source, .etag = "\"tag\"", .since = "Sat, 1 Jan 2022"});
    source_done(&source);
}

static void
note(void *user, struct harvest_result *r)
{
    struct stage *s = user;

    s->n_told++;
    s->told |= 1u << r->ix;
    buf_add_format(&s->said, "%s ", r->source->place);
    s->n_articles += r->article != NULL;
    assert_true(r->receipt.is_there == (r->article != NULL));
    if (r->err && r->err->code == ERR_CANCELED) {
        s->n_paused++;
        assert_int_equal(r->retry_at, 9000000000);
        assert_int_equal(harvest_stage(s->harvest, r->ix), HARVEST_OVER);
    }
    if (s->takes) {
        article_free(s->taken);
        s->taken = r->article;
        r->article = NULL;
    }
    if (s->n_told == s->n_wanted) {
        harvest_cancel(s->harvest);
        s->harvest = NULL;
    }
}

static void
begin(struct attic *at, struct stage *s, const char *script)
{
    const struct job_opts opts = {.max_size = 1 << 20};
    struct article *a = attic_article("A page", "Its text.");
    struct buf bytes = {0};

    codec_encode(a, &bytes);
    attic_write(at, "article", buf_str(&bytes));
    attic_program(at, "gutread-parse", "cat >/dev/null; cat article");
    attic_program(at, "gutread-fetch", script);
    buf_done(&bytes);
    article_free(a);
    *s = (struct stage){.attic = at};
    uv_loop_init(&s->loop);
    s->harvest = harvest_new(&s->loop, &opts, HARVEST_MOST, note, s);
}

/* Goes all the way. */
static void
finish(struct stage *s)
{
    uv_run(&s->loop, UV_RUN_DEFAULT);
    assert_int_equal(uv_loop_close(&s->loop), 0);
    harvest_cancel(s->harvest);
    article_free(s->taken);
    buf_done(&s->said);
}

/* Returns how many lines a file in the attic has. */
static int
count_lines(struct attic *at, const char *name)
{
    char *path = file_join(at->folder, name);
    struct buf text = {0};
    struct err err;
    int n = 0;

    if (access(path, F_OK) == 0)
        assert_true(file_read(path, 100000, &text, &err));
    for (size_t i = 0; i < text.len; i++)
        n += text.ptr[i] == '\n';
    buf_done(&text);
    free(path);
    return n;
}

static void
test_harvest_tells_what_became_of_each(void **state)
{
    struct stage s;
    char url[40];

    begin(*state, &s, fetch);
    for (int i = 0; i < 9; i++) {
        snprintf(url, sizeof url, "http://host%d.org/", i % 5);
        add(&s, url);
    }
    assert_int_equal(harvest_stage(s.harvest, 0), HARVEST_LOADING);
    assert_int_equal(harvest_stage(s.harvest, 8), HARVEST_WAITING);
    assert_int_equal(s.n_told, 0);
    finish(&s);
    assert_int_equal(s.n_told, 9);
    assert_int_equal(s.told, 0x1ff);
    assert_int_equal(s.n_articles, 9);
    assert_int_equal(count_lines(*state, "asked"), 9);
}

static void
test_harvest_loads_in_order_one_after_the_other(void **state)
{
    const struct job_opts opts = {.max_size = 1 << 20};
    struct stage s;

    begin(*state, &s,
        "for url; do :; done; mkdir busy || echo >>together\n"
        "printf 'status 200\\nurl %s\\n\\n' \"$url\" >&3; echo page\n"
        "rmdir busy");
    harvest_cancel(s.harvest);
    s.harvest = harvest_new(&s.loop, &opts, 1, note, &s);
    add(&s, "http://b.org/");
    add(&s, "http://a.org/");
    add(&s, "http://c.org/");
    assert_string_equal(harvest_source(s.harvest, 2)->place, "http://c.org/");
    uv_run(&s.loop, UV_RUN_DEFAULT);
    assert_string_equal(
        s.said.ptr, "http://b.org/ http://a.org/ http://c.org/ ");
    assert_int_equal(count_lines(*state, "together"), 0);
    finish(&s);
}

static void
test_harvest_asks_for_what_has_changed(void **state)
{
    struct attic *at = *state;
    char *path = file_join(at->folder, "asked");
    struct buf asked = {0};
    struct stage s;
    struct err err;

    begin(at, &s, fetch);
    add(&s, "http://a.org/");
    finish(&s);
    assert_true(file_read(path, 10000, &asked, &err));
    assert_non_null(strstr(asked.ptr, "\"tag\""));
    assert_non_null(strstr(asked.ptr, "Sat, 1 Jan 2022"));
    buf_done(&asked);
    free(path);
}

static void
test_harvest_leaves_what_is_taken(void **state)
{
    struct stage s;

    begin(*state, &s, fetch);
    s.takes = true;
    add(&s, "http://a.org/");
    uv_run(&s.loop, UV_RUN_DEFAULT);
    assert_int_equal(s.taken->n_blocks > 0, true);
    finish(&s);
}

static void
test_harvest_asks_two_of_a_host_at_a_time(void **state)
{
    struct stage s;
    char url[40];

    /* The first waits for another; each sees whether there is a third. */
    begin(*state, &s,
        "for url; do :; done\n"
        "touch here.$$; i=0\n"
        "while [ ! -e pair ] && [ $i -lt 400 ]; do\n"
        "set -- here.*; [ $# -lt 2 ] || echo >>pair; i=$((i+1)); sleep 0.05\n"
        "done\n"
        "sleep 0.1; set -- here.*; [ $# -lt 3 ] || echo >>crowd\n"
        "rm here.$$\n"
        "printf 'status 200\\nurl %s\\n\\n' \"$url\" >&3; echo page");
    for (int i = 0; i < 4; i++) {
        snprintf(url, sizeof url, "http://%s.org/%d", i % 2 ? "a" : "A", i);
        add(&s, url);
    }
    finish(&s);
    assert_int_not_equal(count_lines(*state, "pair"), 0);
    assert_int_equal(count_lines(*state, "crowd"), 0);
}

static void
test_harvest_leaves_a_server_alone_that_wants_a_pause(void **state)
{
    struct stage s;
    char url[40];

    begin(*state, &s, busy);
    for (int i = 0; i < 6; i++) {
        snprintf(url, sizeof url, "http://a.org/%d", i);
        add(&s, url);
    }
    add(&s, "http://b.org/");
    /* The last one may end it. */
    s.n_wanted = 7;
    uv_run(&s.loop, UV_RUN_DEFAULT);
    assert_null(s.harvest);
    assert_int_equal(s.told, 0x7f);
    assert_int_equal(s.n_paused, 4);
    /* Two were on their way. */
    assert_int_equal(count_lines(*state, "asked"), 3);
    finish(&s);
}

static void
test_harvest_tells_nothing_when_it_is_canceled(void **state)
{
    struct stage s;

    begin(*state, &s, "echo >>asked; exec sleep 1000");
    for (int i = 0; i < 3; i++)
        add(&s, "http://a.org/");
    uv_run(&s.loop, UV_RUN_NOWAIT);
    harvest_cancel(s.harvest);
    s.harvest = NULL;
    finish(&s);
    assert_int_equal(s.n_told, 0);
    harvest_cancel(NULL);
}

int
main(void)
{
#define T(name)                                                                \
    cmocka_unit_test_setup_teardown(                                           \
        test_harvest_##name, attic_prepare, attic_teardown)
    const struct CMUnitTest tests[] = {
        T(tells_what_became_of_each),
        T(loads_in_order_one_after_the_other),
        T(asks_for_what_has_changed),
        T(leaves_what_is_taken),
        T(asks_two_of_a_host_at_a_time),
        T(leaves_a_server_alone_that_wants_a_pause),
        T(tells_nothing_when_it_is_canceled),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
