/* SPDX-License-Identifier: ISC */
/*
 * dock - where pages of the web arrive, for the tests of app/job.h
 *
 * In place of gutread-fetch and gutread-parse stand small shell scripts in a
 * folder of the test's own. The loop must be empty at the end of every test, and
 * no script may be left.
 */
#ifndef UNIT_DOCK_H
#define UNIT_DOCK_H

#include "app/job.h"

#include "base/file.h"
#include "model/build.h"
#include "model/codec.h"

#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>
#include <uv.h>

#include <cmocka.h>

#define DOCK_HEAD                                                              \
    "printf 'status 200\\nurl http://h/b\\ntype text/html\\nlength 9\\n\\n' "  \
    ">&3\n"
#define DOCK_FAILURE                                                           \
    "printf 'status 410\\nfailure gone\\nurl http://h/b\\ntype "               \
    "text/html\\n\\n' >&3\n"
#define DOCK_ARTICLE "cat >/dev/null; exec cat \"${0%/*}/article\"\n"

struct dock {
    char folder[32];
    uv_loop_t loop;
    uv_timer_t beat; /* keeps turns going in dock_wait() */
    struct source source;
    struct job_opts opts;
    struct job *job;
    unsigned n_done, n_told;
    struct job_progress told; /* last */
    char host[32], hosts[128];
    char said[128]; /* by a server, of the page */
    unsigned n_replies;
    struct article *article;
    struct err err;
};

/* Writes a file into the dock. */
static inline void
dock_file(const char *path, struct str text, mode_t mode)
{
    struct err err;
    int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode);

    assert_true(fd >= 0);
    assert_true(file_write_fd(fd, text, &err));
    close(fd);
}

/* Writes an encoded article into the dock. */
static inline void
dock_article(void)
{
    struct build *b = build_new();
    struct buf bytes = {0};

    build_open(b, BLOCK_PARA);
    build_text(b, STR("Hello"), SPAN_PLAIN);
    build_close(b);
    struct article *a = build_finish(b);
    codec_encode(a, &bytes);
    dock_file("article", buf_str(&bytes), 0600);
    buf_done(&bytes);
    article_free(a);
}

static inline void
dock_beat(uv_timer_t *timer)
{
    (void)timer;
}

/* Lets the loop of beat turn until a script has written its number to the file
 * at path, and returns it. */
static inline pid_t
dock_wait(uv_timer_t *beat, const char *path)
{
    int pid = 0;

    uv_timer_start(beat, dock_beat, 1, 1);
    while (pid == 0) {
        uv_run(beat->loop, UV_RUN_ONCE);
        FILE *file = fopen(path, "r");
        if (file && fscanf(file, "%d\n", &pid) != 1)
            pid = 0;
        if (file)
            fclose(file);
    }
    uv_timer_stop(beat);
    return pid;
}

static inline bool
dock_is_there(pid_t pid)
{
    return kill(pid, 0) == 0 || errno != ESRCH;
}

/* Notes what is told of the load. */
static inline void
dock_progress(void *user, const struct job_progress *progress)
{
    struct dock *t = user;

    t->n_told++;
    t->told = *progress;
    snprintf(t->host, sizeof t->host, "%.*s", STR_ARG(progress->host));
}

/* Notes that, and adds to the hosts. */
static inline void
dock_each_progress(void *user, const struct job_progress *progress)
{
    struct dock *t = user;

    dock_progress(user, progress);
    snprintf(t->hosts + strlen(t->hosts), sizeof t->hosts - strlen(t->hosts),
        "%s ", t->host);
}

/* Makes a folder with nothing but an article, and goes there. */
static inline int
dock_set_up(void **state)
{
    struct dock *t = calloc(1, sizeof *t);
    struct err err;

    strcpy(t->folder, "/tmp/gutread-load-XXXXXX");
    if (!mkdtemp(t->folder) || chdir(t->folder) != 0 ||
        uv_loop_init(&t->loop) != 0 || uv_timer_init(&t->loop, &t->beat) != 0)
        return -1;
    setenv("GUTREAD_LIBEXEC", t->folder, 1);
    dock_article();
    t->opts.max_size = 1024;
    t->opts.progress = dock_progress;
    *state = t;
    return source_parse("http://u:p@h:81/a?x@y", &t->source, &err) ? 0 : -1;
}

/* Takes it away; fails when anything is left. */
static inline int
dock_tear_down(void **state)
{
    static const char *const names[] = {"article", "gutread-fetch",
        "gutread-parse", "fetching", "parsing", "args"};
    struct dock *t = *state;

    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        unlink(names[i]);
    int status = chdir("/") == 0 ? rmdir(t->folder) : -1;
    uv_close((uv_handle_t *)&t->beat, NULL);
    uv_run(&t->loop, UV_RUN_NOWAIT);
    if (uv_loop_close(&t->loop) != 0)
        status = -1;
    source_done(&t->source);
    article_free(t->article);
    free(t);
    return status;
}

/* Puts a script in the place of a program. */
static inline void
dock_program(const char *name, const char *script)
{
    struct buf text = {0};

    buf_add_format(&text, "#!/bin/sh\n%s\n", script);
    dock_file(name, buf_str(&text), 0700);
    buf_done(&text);
}

/* Notes the end. */
static inline void
dock_done(void *user, struct article *article, const struct err *err)
{
    struct dock *t = user;

    t->n_done++;
    t->article = article;
    if (err)
        t->err = *err;
}

/* Starts a job with those scripts. */
static inline void
dock_start(struct dock *t, const char *fetch, const char *parse)
{
    dock_program("gutread-fetch", fetch);
    dock_program("gutread-parse", parse);
    t->job = job_start(&t->loop, &t->source, &t->opts, dock_done, t);
}

/*
 * Runs a job to its end with those scripts.
 */
static inline void
dock_play(struct dock *t, const char *fetch, const char *parse)
{
    t->n_done = t->n_told = 0;
    article_free(t->article);
    t->article = NULL;
    t->err = (struct err){0};
    dock_start(t, fetch, parse);
    assert_int_equal(t->n_told, 0);
    uv_run(&t->loop, UV_RUN_DEFAULT);
    assert_int_equal(t->n_done, 1);
}

#define ON_DOCK(test)                                                          \
    cmocka_unit_test_setup_teardown(test, dock_set_up, dock_tear_down)

#endif
