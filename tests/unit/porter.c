/* SPDX-License-Identifier: ISC */
/*
 * Tests of src/ui/porter.h. In place of the programs stand scripts: what is
 * fetched last is in the file "asked", and "busy" is there while it is.
 */
#include "porter.h"

#include "hall.h"
#include "model/codec.h"

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
    hall_write(h, "article", buf_str(&bytes));
    hall_program(h, "gutread-parse", "cat >/dev/null; cat article");
    hall_program(h, "gutread-fetch", fetch);
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
    hall_program(h, "gutread-parse",
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

int
main(void)
{
#define T(name)                                                                \
    cmocka_unit_test_setup_teardown(                                           \
        test_porter_##name, hall_setup, hall_teardown)
    const struct CMUnitTest tests[] = {
        T(brings_pages_one_after_the_other),
        T(leaves_alone_what_is_there_or_no_page),
        T(does_nothing_offline),
        T(goes_on_after_a_page_that_cannot_be_had),
        T(can_be_canceled_on_its_way),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
