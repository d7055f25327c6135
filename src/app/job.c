/* SPDX-License-Identifier: ISC */
/*
 * job - one load, from a source to an article
 *
 * A job is four handles: a timer that starts it in the next turn, the program,
 * and the two pipes that it writes to; and, for a page of the web, a download,
 * which counts as one more. Each is closed as soon as it has nothing more to
 * tell. The job is over when the last one is closed, in whatever order
 * that happens; a job that fails early just has fewer handles to wait for, and
 * one that is canceled closes them sooner. The program stays open until it has
 * ended, also after it was killed, so that none is left as a zombie.
 */
#include "app/job.h"

#include "app/install.h"
#include "base/buf.h"
#include "base/file.h"
#include "base/mem.h"
#include "download.h"
#include "model/codec.h"

#include <assert.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <uv.h>

enum {
    CHUNK = 64 * 1024,    /* is read at once */
    MAX_COMPLAINT = 1024, /* bytes of the program's standard error */
    MAX_ARGS = 10,
    MAX_GROWTH = 128, /* bytes of an encoded article for one of its source */
};

struct job {
    uv_timer_t start;
    uv_process_t program;
    uv_pipe_t answer;          /* standard output */
    uv_pipe_t complaint;       /* standard error */
    unsigned n_open;           /* handles not closed yet, and the download */
    struct download *download; /* NULL: there is none (any more) */

    struct source source;
    char *args[MAX_ARGS]; /* owned; the first is the program's path */
    unsigned n_args;
    size_t max_encoded;
    struct download_opts web;
    char *user_agent; /* owned, or NULL */
    bool has_base, is_offline;
    struct job_progress progress;

    struct buf encoded;
    struct buf reason;
    int64_t status;
    int term_signal; /* 0: it ended by itself */
    bool is_canceled;
    struct err err; /* set as soon as the job cannot succeed */

    job_done_fn done;
    job_progress_fn on_progress;
    void *user;
};

/*
 * Returns how many bytes an article made of a source of that size may take.
 */
static size_t
find_max_encoded(size_t max_size)
{
    const size_t limit = (size_t)ARTICLE_MAX_BLOCKS * sizeof(struct block) +
                         (size_t)ARTICLE_MAX_SPANS * sizeof(struct span) +
                         (size_t)ARTICLE_MAX_ANCHORS * sizeof(struct anchor) +
                         (size_t)ARTICLE_MAX_LINKS * sizeof(struct text_ref) +
                         (size_t)ARTICLE_MAX_TEXT + CHUNK;

    if (max_size >= (limit - CHUNK) / MAX_GROWTH)
        return limit;
    return max_size * MAX_GROWTH + CHUNK;
}

/*
 * Sets err from how the program ended, which was not with status 0.
 */
static void
explain_end(const struct job *job, struct err *err)
{
    struct str rest = buf_str(&job->reason);
    struct str line = str_trim(str_next_line(&rest));
    const struct str name = STR("gutread-parse: ");

    if (str_starts(line, name))
        line = str_slice(line, name.len, line.len);
    if (job->term_signal == SIGXCPU)
        err_set(
            err, ERR_TIMEOUT, "this document took the parser too much time");
    else if (job->term_signal == SIGKILL)
        err_set(err, ERR_TOO_LARGE,
            "the parser was killed: this document took too much time or "
            "memory");
    else if (job->term_signal != 0)
        err_set(err, ERR_BAD_DATA, "the parser crashed on this document: %s",
            strsignal(job->term_signal));
    else if (job->status == MEM_EXIT_STATUS)
        err_set(err, ERR_TOO_LARGE, "this document is too large");
    else if (line.len > 0)
        err_set(err, ERR_BAD_DATA, "%.*s", STR_ARG(line));
    else
        err_set(err, ERR_BAD_DATA, "the parser failed with status %d",
            (int)job->status);
}

/*
 * Returns the article that the program sent; or NULL, and why in job->err.
 */
static struct article *
read_article(struct job *job)
{
    if (job->err.code != ERR_NONE)
        return NULL;
    if (job->term_signal != 0 || job->status != 0) {
        explain_end(job, &job->err);
        return NULL;
    }
    struct article *article =
        codec_decode(job->encoded.ptr, job->encoded.len, &job->err);
    if (!article)
        err_wrap(&job->err, "the parser made no sense");
    return article;
}

static void
free_job(struct job *job)
{
    for (unsigned i = 0; i < MAX_ARGS; i++)
        free(job->args[i]);
    free(job->user_agent);
    source_done(&job->source);
    buf_done(&job->encoded);
    buf_done(&job->reason);
    free(job);
}

/*
 * Ends the job when nothing of it is open any more.
 */
static void
note_closed(struct job *job)
{
    if (--job->n_open > 0)
        return;
    const job_done_fn done = job->is_canceled ? NULL : job->done;
    void *const user = job->user;
    struct article *article = done ? read_article(job) : NULL;
    const struct err err = job->err;
    free_job(job);
    if (done)
        done(user, article, article ? NULL : &err);
}

static void
on_close(uv_handle_t *handle)
{
    note_closed(handle->data);
}

/*
 * Closes a handle of the job, unless it was never opened or is closed already.
 */
static void
close_handle(void *handle)
{
    uv_handle_t *h = handle;

    if (h->type != UV_UNKNOWN_HANDLE && !uv_is_closing(h))
        uv_close(h, on_close);
}

/*
 * Ends whatever goes on.
 */
static void
stop(struct job *job)
{
    download_stop(job->download);
    close_handle(&job->start);
    close_handle(&job->answer);
    close_handle(&job->complaint);
    if (uv_is_active((uv_handle_t *)&job->program))
        uv_process_kill(&job->program, SIGKILL); /* on_exit() closes it */
    else
        close_handle(&job->program);
}

static void
on_exit_of_program(uv_process_t *program, int64_t status, int term_signal)
{
    struct job *job = program->data;

    job->status = status;
    job->term_signal = term_signal;
    close_handle(program);
}

static void
reserve_answer(uv_handle_t *handle, size_t suggested, uv_buf_t *out)
{
    struct job *job = handle->data;
    (void)suggested;

    *out = uv_buf_init(buf_reserve(&job->encoded, CHUNK), CHUNK);
}

static void
on_answer(uv_stream_t *stream, ssize_t n, const uv_buf_t *chunk)
{
    struct job *job = stream->data;
    (void)chunk;

    if (n < 0) {
        close_handle(stream);
        return;
    }
    job->encoded.len += (size_t)n;
    if (job->encoded.len > job->max_encoded) {
        err_set(&job->err, ERR_TOO_LARGE,
            "the parser made more of this document than an article can be");
        stop(job);
    }
}

static void
reserve_complaint(uv_handle_t *handle, size_t suggested, uv_buf_t *out)
{
    struct job *job = handle->data;
    (void)suggested;

    *out = uv_buf_init(buf_reserve(&job->reason, CHUNK), CHUNK);
}

static void
on_complaint(uv_stream_t *stream, ssize_t n, const uv_buf_t *chunk)
{
    struct job *job = stream->data;
    (void)chunk;

    if (n < 0) {
        close_handle(stream);
        return;
    }
    job->reason.len += (size_t)n;
    if (job->reason.len > MAX_COMPLAINT)
        job->reason.len = MAX_COMPLAINT;
}

/*
 * Starts the program with the descriptor as its standard input.
 */
static void
start_program(struct job *job, int fd)
{
    uv_loop_t *loop = job->start.loop;
    char *no_environment[] = {NULL};
    uv_stdio_container_t stdio[] = {
        {.flags = UV_INHERIT_FD, .data.fd = fd},
        {.flags = UV_CREATE_PIPE | UV_WRITABLE_PIPE,
            .data.stream = (uv_stream_t *)&job->answer},
        {.flags = UV_CREATE_PIPE | UV_WRITABLE_PIPE,
            .data.stream = (uv_stream_t *)&job->complaint},
    };
    const uv_process_options_t options = {
        .exit_cb = on_exit_of_program,
        .file = job->args[0],
        .args = job->args,
        .env = no_environment,
        .stdio = stdio,
        .stdio_count = 3,
    };

    uv_pipe_init(loop, &job->answer, 0);
    uv_pipe_init(loop, &job->complaint, 0);
    int status = uv_spawn(loop, &job->program, &options);
    job->n_open += 3; /* a program that did not start has a handle, too */
    if (status == 0)
        status = uv_read_start(
            (uv_stream_t *)&job->answer, reserve_answer, on_answer);
    if (status == 0)
        status = uv_read_start(
            (uv_stream_t *)&job->complaint, reserve_complaint, on_complaint);
    if (status != 0) {
        err_set(&job->err, ERR_IO, "'%s' cannot be started: %s", job->args[0],
            uv_strerror(status));
        stop(job);
    }
}

/*
 * Has what comes from the descriptor, which is taken, parsed.
 */
static void
parse(struct job *job, int fd)
{
    job->args[0] = install_find_program("gutread-parse");
    if (job->args[0])
        start_program(job, fd);
    else
        err_set(&job->err, ERR_NOT_FOUND, "gutread-parse is not installed");
    close(fd);
}

/*
 * Adds "--name=value" to the arguments of the program.
 */
static void
add_arg(struct job *job, const char *name, const char *value)
{
    struct buf arg = {0};

    assert(job->n_args + 1 < MAX_ARGS);
    buf_add_format(&arg, "--%s=%s", name, value);
    job->args[job->n_args++] = buf_take(&arg);
}

static void
tell_progress(struct job *job, enum job_phase phase)
{
    job->progress.phase = phase;
    if (job->on_progress && !job->is_canceled)
        job->on_progress(job->user, &job->progress);
}

static void
on_head(void *user, const struct download_head *head, int fd)
{
    struct job *job = user;

    if (head->url && !job->has_base)
        add_arg(job, "base-url", head->url);
    if (head->type)
        add_arg(job, "content-type", head->type);
    if (head->is_exposed)
        add_arg(job, "note",
            "on the way here a server led from https to http: anybody in "
            "between can have changed this page");
    parse(job, fd);
    if (job->err.code != ERR_NONE) {
        stop(job);
        return;
    }
    job->progress.n_total = head->length;
    tell_progress(job, JOB_RECEIVING);
}

static void
on_bytes(void *user, uint64_t n_bytes)
{
    struct job *job = user;

    job->progress.n_bytes = n_bytes;
    tell_progress(job, JOB_RECEIVING);
}

/*
 * Takes the end of the download. Why it failed goes before what the parser says
 * of half a page; but that nobody read on is the parser's to explain.
 */
static void
on_download(void *user, const struct err *err)
{
    struct job *job = user;

    job->download = NULL;
    if (!err) {
        tell_progress(job, JOB_PARSING);
    } else if (err->code != ERR_CANCELED && err->code != ERR_CLOSED) {
        job->err = *err;
        stop(job);
    }
    note_closed(job);
}

static void
fetch(struct job *job)
{
    static const struct download_ops ops = {on_head, on_bytes, on_download};

    if (job->is_offline) {
        err_set(&job->err, ERR_OFFLINE,
            "not loaded: nothing is, from the web, with --offline");
        return;
    }
    job->n_open++;
    job->download = download_start(
        job->start.loop, job->source.place, &job->web, &ops, job);
    tell_progress(job, JOB_CONNECTING);
}

static void
on_start(uv_timer_t *timer)
{
    struct job *job = timer->data;
    int fd;

    close_handle(timer);
    if (job->source.kind == SOURCE_WEB)
        fetch(job);
    else if (source_open(&job->source, &fd, &job->err))
        parse(job, fd);
}

/*
 * Fills the arguments of the program but its name, which is not looked for yet,
 * and what only the server knows.
 */
static void
fill_args(struct job *job, const struct job_opts *opts)
{
    char size[32];

    job->n_args = 1;
    snprintf(size, sizeof size, "%zu", opts->max_size);
    add_arg(job, "max-size", size);
    if (opts->type)
        add_arg(job, "type", opts->type);
    if (opts->base_url)
        add_arg(job, "base-url", opts->base_url);
    if (job->source.kind == SOURCE_FILE)
        add_arg(job, "name", file_name(job->source.place));
    if (opts->is_full_page)
        job->args[job->n_args++] =
            mem_copy_text("--full-page", strlen("--full-page"));
}

/*
 * Keeps of the options what a page of the web is loaded with.
 */
static void
keep_web(struct job *job, const struct job_opts *opts)
{
    if (opts->user_agent)
        job->user_agent =
            mem_copy_text(opts->user_agent, strlen(opts->user_agent));
    job->web = (struct download_opts){
        .timeout = opts->timeout,
        .max_size = opts->max_size,
        .user_agent = job->user_agent,
    };
    job->has_base = opts->base_url != NULL;
    job->is_offline = opts->is_offline;
    job->on_progress = opts->progress;
    if (job->source.kind == SOURCE_WEB)
        job->progress.host = download_host(job->source.place);
}

struct job *
job_start(uv_loop_t *loop, const struct source *source,
    const struct job_opts *opts, job_done_fn done, void *user)
{
    struct job *job = mem_alloc_zero(1, sizeof *job);

    job->source = source_copy(source);
    job->max_encoded = find_max_encoded(opts->max_size);
    job->done = done;
    job->user = user;
    fill_args(job, opts);
    keep_web(job, opts);

    job->start.data = job;
    job->program.data = job;
    job->answer.data = job;
    job->complaint.data = job;
    job->n_open = 1;
    uv_timer_init(loop, &job->start);
    uv_timer_start(&job->start, on_start, 0, 0);
    return job;
}

void
job_cancel(struct job *job)
{
    if (!job)
        return;
    job->is_canceled = true;
    stop(job);
}
