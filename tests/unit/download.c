/* SPDX-License-Identifier: ISC */
/*
 * Tests of what app/job.h does with pages of the web.
 */
#include "dock.h"

static void
test_download_goes_through_the_parser(void **state)
{
    struct dock *t = *state;

    dock_play(
        t, DOCK_HEAD "echo page", "read x; [ \"$x\" = page ] && " DOCK_ARTICLE);
    assert_non_null(t->article);
    assert_int_equal(t->told.phase, JOB_PARSING);
    assert_int_equal(t->told.n_total, 9);
}

static void
on_lasting(void *user, const struct reply *reply, int fd)
{
    struct dock *t = user;

    (void)fd;
    snprintf(t->said, sizeof t->said, "%s%s", reply->lasting,
        reply->is_moved ? " moved" : "");
}

static void
test_download_gives_both_programs_what_they_need(void **state)
{
    struct dock *t = *state;

    t->opts.timeout = 7;
    t->opts.user_agent = "Me";
    dock_play(
        t, "for a in \"$@\"; do printf '[%s]' \"$a\"; done >&2; exit 1", "");
    assert_string_equal(t->err.text, "[--max-size=1024][--timeout=7]"
                                     "[--user-agent=Me][--password][--]"
                                     "[http://u@h:81/a?x@y]");
    /* Who looks at the list of programs sees no password. */
    dock_play(t, "cat >&2; exit 1", "");
    assert_string_equal(t->err.text, "p");
    dock_play(t, DOCK_HEAD, "for a; do printf '[%s]' \"$a\"; done >&2; exit 1");
    assert_string_equal(t->err.text, "[--max-size=1024]"
                                     "[--base-url=http://h/b]"
                                     "[--content-type=text/html]");
    t->opts.base_url = "http://other/";
    dock_play(t, "echo 'downgrade http://h/b' >&3\n" DOCK_HEAD,
        "for a; do printf '[%.12s]' \"$a\"; done >&2; exit 1");
    assert_string_equal(t->err.text,
        "[--max-size=1][--base-url=h][--content-ty][--note=on th]");
}

static void
test_download_tells_where_to_ask_the_next_time(void **state)
{
    static const struct {
        const char *fetch, *want;
    } cases[] = {
        {"", "http://u:p@h:81/a?x@y"},
        {"echo moved http://h:81/b >&3\n", "http://u:p@h:81/b moved"},
        {"echo moved http://h/b >&3\n", "http://h/b moved"},
        {"echo moved https://h:81/b >&3\n", "https://h:81/b moved"},
        {"echo moved http://v:w@h:81/b >&3\n", "http://v:w@h:81/b moved"},
    };
    struct dock *t = *state;

    t->opts.reply = on_lasting;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buf script = {0};
        buf_add_format(&script, "%s" DOCK_HEAD "echo page", cases[i].fetch);
        dock_play(t, script.ptr, DOCK_ARTICLE);
        assert_string_equal(t->said, cases[i].want);
        buf_done(&script);
    }
}

static void
test_download_tells_how_far_it_is(void **state)
{
    struct dock *t = *state;

    dock_play(t, "exit 1", "");
    assert_int_equal(t->n_told, 1);
    assert_int_equal(t->told.phase, JOB_CONNECTING);
    assert_string_equal(t->host, "h:81");
    dock_play(
        t, DOCK_HEAD "echo progress 5 >&3; echo no >&2; exit 1", DOCK_ARTICLE);
    assert_int_equal(t->told.phase, JOB_RECEIVING);
    assert_int_equal(t->told.n_bytes, 5);
    assert_int_equal(t->told.n_total, 9);
}

static void
test_download_says_why_there_is_no_page(void **state)
{
    static const struct {
        const char *name, *fetch, *parse, *text;
    } cases[] = {
        {"its own name", "echo \"gutread-fetch: '$4': no host\" >&2; exit 1",
            "", "no host"},
        {"a status",
            "printf 'status 404\\n\\n' >&3; echo no such page >&2; exit 1",
            DOCK_ARTICLE, "no such page"},
        {"no page", DOCK_HEAD "echo ended >&2; exit 1", DOCK_ARTICLE, "ended"},
        {"a failure and its page", DOCK_FAILURE "echo page; exit 1",
            "echo \"$4\" >&2; exit 1", "--failure=gone"},
        {"a failure without one", DOCK_FAILURE "echo gone >&2; exit 1",
            DOCK_ARTICLE, "gone"},
        {"half a page",
            DOCK_HEAD "echo page; echo cut >&3; echo ended >&2; exit 1",
            "echo \"$4\" >&2; exit 1", "--cut=ended"},
        {"a page that is refused", DOCK_HEAD "echo page; echo no >&2; exit 1",
            DOCK_ARTICLE, "no"},
        {"the parser", DOCK_HEAD "echo page", "echo bad >&2; exit 1", "bad"},
        {"nothing", "exit 0", DOCK_ARTICLE, "the server sent no page"},
        {"a crash", "kill -SEGV $$", DOCK_ARTICLE,
            "gutread-fetch crashed: Segmentation fault"},
        {"no memory", "exit 70", DOCK_ARTICLE,
            "gutread-fetch took too much memory"},
        {"something forbidden", "kill -SYS $$", DOCK_ARTICLE,
            "gutread-fetch was stopped: it did something forbidden"},
        {"too much time", "kill -XCPU $$", DOCK_ARTICLE,
            "gutread-fetch took too much time and was stopped"},
        {"an endless wait", DOCK_HEAD "exec sleep 1000", DOCK_ARTICLE,
            "gutread-fetch did not answer for 1 seconds and was stopped"},
        {"more than was allowed", DOCK_HEAD "yes | head -c 1025", DOCK_ARTICLE,
            "gutread-fetch made more of this page than it may"},
        {"an endless way", "yes 'redirect http://x/' >&3", DOCK_ARTICLE,
            "gutread-fetch made no sense"},
        {"noise", "exec tr '\\0' x </dev/zero >&3", DOCK_ARTICLE,
            "gutread-fetch made no sense"},
    };
    struct dock *t = *state;

    t->opts.patience = 1;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        dock_play(t, cases[i].fetch, cases[i].parse);
        if (t->article || strcmp(t->err.text, cases[i].text) != 0)
            fail_msg("%s: %s", cases[i].name, t->err.text);
    }
    unlink("gutread-fetch");
    t->n_done = 0;
    t->job = job_start(&t->loop, &t->source, &t->opts, dock_done, t);
    uv_run(&t->loop, UV_RUN_DEFAULT);
    assert_int_equal(t->n_done, 1);
    assert_string_equal(t->err.text, "gutread-fetch is not installed");
}

static void
on_reply(void *user, const struct reply *reply, int fd)
{
    struct dock *t = user;
    char bytes[16] = "";

    t->n_replies++;
    snprintf(t->said, sizeof t->said, "%u %s %s %s %lld %d%d%d ", reply->status,
        reply->url, reply->etag ? reply->etag : "-",
        reply->modified ? reply->modified : "-", (long long)reply->fresh_until,
        reply->may_keep, reply->must_ask, reply->is_same);
    const size_t len = strlen(t->said);
    if (fd >= 0 && pread(fd, bytes, sizeof bytes - 1, 0) >= 0)
        snprintf(t->said + len, sizeof t->said - len, "%s", bytes);
    else
        strcat(t->said, "no bytes");
}

static void
test_download_tells_whoever_keeps_pages(void **state)
{
    struct dock *t = *state;

    t->opts.reply = on_reply;
    dock_play(t, DOCK_HEAD "printf page", DOCK_ARTICLE);
    assert_non_null(t->article);
    assert_string_equal(t->said, "200 http://h/b - - 0 100 page");
    dock_play(t,
        "printf 'status 200\nurl http://h/b\netag \"v 1\"\nmodified now\n"
        "fresh 12345678901\nmust-ask\nno-store\n\n' >&3; printf page",
        DOCK_ARTICLE);
    assert_string_equal(
        t->said, "200 http://h/b \"v 1\" now 12345678901 010 page");
    assert_int_equal(t->n_replies, 2);
    dock_play(t, DOCK_FAILURE "printf page; exit 1", DOCK_ARTICLE);
    dock_play(t, DOCK_HEAD "printf page; echo cut >&3; exit 1", DOCK_ARTICLE);
    assert_int_equal(t->n_replies, 2);
}

static void
test_download_asks_whether_a_copy_is_still_good(void **state)
{
    struct dock *t = *state;

    t->opts.etag = "\"v1\"";
    t->opts.since = "yesterday";
    t->opts.reply = on_reply;
    dock_play(t,
        "[ \"$2$3\" = '--etag=\"v1\"--since=yesterday' ] || exit 1\n"
        "printf 'status 304\nurl http://h/b\nfresh 99\n\n' >&3",
        "echo not wanted >&2; exit 1");
    assert_null(t->article);
    assert_int_equal(t->err.code, ERR_UNCHANGED);
    assert_string_equal(t->said, "304 http://h/b - - 99 101 no bytes");
}

static void
test_download_shows_where_it_is_redirected(void **state)
{
    struct dock *t = *state;

    t->opts.progress = dock_each_progress;
    dock_play(t,
        "echo 'redirect https://ann:pw@other:8/x' >&3\n"
        "echo 'downgrade http://last/' >&3\n" DOCK_HEAD "echo page",
        DOCK_ARTICLE);
    assert_string_equal(t->hosts, "h:81 other:8 last last last ");
}

static void
test_download_is_not_started_offline(void **state)
{
    struct dock *t = *state;

    t->opts.is_offline = true;
    dock_play(t, DOCK_HEAD "echo page", DOCK_ARTICLE);
    assert_null(t->article);
    assert_int_equal(t->err.code, ERR_OFFLINE);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        ON_DOCK(test_download_goes_through_the_parser),
        ON_DOCK(test_download_gives_both_programs_what_they_need),
        ON_DOCK(test_download_tells_where_to_ask_the_next_time),
        ON_DOCK(test_download_tells_how_far_it_is),
        ON_DOCK(test_download_says_why_there_is_no_page),
        ON_DOCK(test_download_tells_whoever_keeps_pages),
        ON_DOCK(test_download_asks_whether_a_copy_is_still_good),
        ON_DOCK(test_download_shows_where_it_is_redirected),
        ON_DOCK(test_download_is_not_started_offline),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
