/* SPDX-License-Identifier: ISC */
/*
 * download - one run of gutread-fetch
 *
 * Three handles: the program and the pipes for what it tells on descriptor 3
 * and on standard error. As with a job, it is over when the last is closed, and
 * the one of the program is closed only when that has ended, so that it does
 * not stay as a zombie. What it tells is lines; the head of gutread-fetch.c
 * says which.
 */
#include "download.h"

#include "app/install.h"
#include "base/buf.h"
#include "base/mem.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <uv.h>

enum {
    CHUNK = 4096,
    MAX_LINES = 64 * 1024, /* bytes told without an end of line */
    MAX_ARGS = 8,
    HEAD_FD = 3
};

struct download {
    uv_process_t program;
    uv_pipe_t told;      /* descriptor 3 */
    uv_pipe_t complaint; /* standard error */
    unsigned n_open;     /* handles not closed yet */
    int body;            /* the end to read from, until it is handed over; -1 */

    char *args[MAX_ARGS]; /* owned; the first is the program's path */
    const char *url;      /* the last of them */
    struct buf lines;     /* told and not read yet */
    struct buf reason;
    char *final_url, *type; /* owned, or NULL */
    uint64_t length;
    long http_status;
    bool is_exposed, has_head;

    int64_t status;
    int term_signal;
    bool is_stopped;
    struct err err; /* set as soon as it cannot succeed */

    const struct download_ops *ops;
    void *user;
};

/*
 * Sets err from what the program wrote before it failed.
 */
static void
explain_end(const struct download *d, struct err *err)
{
    struct buf prefix = {0};
    struct str rest = buf_str(&d->reason);
    struct str line = str_trim(str_next_line(&rest));

    buf_add_format(&prefix, "gutread-fetch: '%s': ", d->url);
    if (str_starts(line, buf_str(&prefix)))
        line = str_slice(line, prefix.len, line.len);
    if (d->term_signal == SIGPIPE)
        err_set(err, ERR_CLOSED, "nobody read on");
    else if (d->term_signal != 0)
        err_set(err, ERR_IO, "gutread-fetch was ended: %s",
            strsignal(d->term_signal));
    else if (line.len > 0)
        err_set(err, ERR_IO, "%.*s", STR_ARG(line));
    else
        err_set(err, ERR_CLOSED, "gutread-fetch ended with status %d",
            (int)d->status);
    buf_done(&prefix);
}

/*
 * Returns true for success; else sets why there is none.
 */
static bool
explain(const struct download *d, struct err *err)
{
    if (d->is_stopped)
        return err_set(err, ERR_CANCELED, "stopped");
    if (d->err.code != ERR_NONE) {
        *err = d->err;
        return false;
    }
    if (d->status != 0 || d->term_signal != 0) {
        explain_end(d, err);
        return false;
    }
    if (!d->has_head)
        return err_set(err, ERR_BAD_DATA, "the server sent no page");
    return true;
}

static void
free_download(struct download *d)
{
    for (unsigned i = 0; i < MAX_ARGS; i++)
        free(d->args[i]);
    if (d->body >= 0)
        close(d->body);
    buf_done(&d->lines);
    buf_done(&d->reason);
    free(d->final_url);
    free(d->type);
    free(d);
}

static void
on_close(uv_handle_t *handle)
{
    struct download *d = handle->data;
    struct err err;

    if (--d->n_open > 0)
        return;
    void (*const done)(void *, const struct err *) = d->ops->done;
    void *const user = d->user;
    const bool ok = explain(d, &err);
    free_download(d);
    done(user, ok ? NULL : &err);
}

static void
close_handle(void *handle)
{
    uv_handle_t *h = handle;

    if (h->type != UV_UNKNOWN_HANDLE && !uv_is_closing(h))
        uv_close(h, on_close);
}

/*
 * Ends whatever goes on; on_exit_of_program() closes the handle of a program
 * that still runs.
 */
static void
stop(struct download *d)
{
    close_handle(&d->told);
    close_handle(&d->complaint);
    if (uv_is_active((uv_handle_t *)&d->program))
        uv_process_kill(&d->program, SIGKILL);
    else
        close_handle(&d->program);
}

static void
on_exit_of_program(uv_process_t *program, int64_t status, int term_signal)
{
    struct download *d = program->data;

    d->status = status;
    d->term_signal = term_signal;
    close_handle(program);
}

static uint64_t
read_number(struct str text)
{
    uint64_t number = 0;

    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] < '0' || text.ptr[i] > '9' || number > UINT64_MAX / 20)
            return 0;
        number = number * 10 + (uint64_t)(text.ptr[i] - '0');
    }
    return number;
}

/*
 * Puts a copy of text in the place of what is there.
 */
static void
put_text(char **place, struct str text)
{
    free(*place);
    *place = mem_copy_text(text.ptr, text.len);
}

static void
end_head(struct download *d)
{
    const struct download_head head = {
        .url = d->final_url,
        .type = d->type,
        .length = d->length,
        .is_exposed = d->is_exposed,
    };
    const int body = d->body;

    if (d->has_head || d->http_status < 200 || d->http_status >= 300)
        return;
    d->has_head = true;
    d->body = -1;
    d->ops->head(d->user, &head, body);
}

/*
 * Takes in one line that the program told.
 */
static void
read_line(struct download *d, struct str line)
{
    const size_t end = str_find(line, STR(" "), 0);
    const struct str name = str_slice(line, 0, end);
    const struct str value = str_slice(line, end + 1, line.len);

    if (line.len == 0)
        end_head(d);
    else if (str_eq(name, STR("downgrade")))
        d->is_exposed = true;
    else if (str_eq(name, STR("status")))
        d->http_status = (long)read_number(value);
    else if (str_eq(name, STR("url")))
        put_text(&d->final_url, value);
    else if (str_eq(name, STR("type")))
        put_text(&d->type, value);
    else if (str_eq(name, STR("length")))
        d->length = read_number(value);
    else if (str_eq(name, STR("progress")) && d->has_head)
        d->ops->progress(d->user, read_number(value));
}

/*
 * Takes in the lines that are complete.
 */
static void
read_lines(struct download *d)
{
    struct str rest = buf_str(&d->lines);

    while (!d->is_stopped) {
        const size_t end = str_find(rest, STR("\n"), 0);
        if (end == rest.len)
            break;
        read_line(d, str_slice(rest, 0, end));
        rest = str_slice(rest, end + 1, rest.len);
    }
    if (rest.len > 0)
        memmove(d->lines.ptr, rest.ptr, rest.len);
    d->lines.len = rest.len;
}

static void
reserve_lines(uv_handle_t *handle, size_t suggested, uv_buf_t *out)
{
    struct download *d = handle->data;
    (void)suggested;

    *out = uv_buf_init(buf_reserve(&d->lines, CHUNK), CHUNK);
}

static void
on_lines(uv_stream_t *stream, ssize_t n, const uv_buf_t *chunk)
{
    struct download *d = stream->data;
    (void)chunk;

    if (n < 0) {
        close_handle(stream);
        return;
    }
    d->lines.len += (size_t)n;
    read_lines(d);
    if (d->lines.len > MAX_LINES) {
        err_set(&d->err, ERR_BAD_DATA, "gutread-fetch made no sense");
        stop(d);
    }
}

static void
reserve_complaint(uv_handle_t *handle, size_t suggested, uv_buf_t *out)
{
    struct download *d = handle->data;
    (void)suggested;

    *out = uv_buf_init(buf_reserve(&d->reason, CHUNK), CHUNK);
}

static void
on_complaint(uv_stream_t *stream, ssize_t n, const uv_buf_t *chunk)
{
    struct download *d = stream->data;
    (void)chunk;

    if (n < 0) {
        close_handle(stream);
        return;
    }
    d->reason.len += (size_t)n;
    if (d->reason.len > MAX_LINES)
        d->reason.len = MAX_LINES;
}

/*
 * Starts the program with the descriptor as its standard output. Returns 0 or
 * an error of libuv.
 */
static int
spawn(struct download *d, uv_loop_t *loop, int out)
{
    uv_stdio_container_t stdio[] = {
        {.flags = UV_IGNORE},
        {.flags = UV_INHERIT_FD, .data.fd = out},
        {.flags = UV_CREATE_PIPE | UV_WRITABLE_PIPE,
            .data.stream = (uv_stream_t *)&d->complaint},
        {.flags = UV_CREATE_PIPE | UV_WRITABLE_PIPE,
            .data.stream = (uv_stream_t *)&d->told},
    };
    const uv_process_options_t options = {
        .exit_cb = on_exit_of_program,
        .file = d->args[0],
        .args = d->args,
        .stdio = stdio,
        .stdio_count = HEAD_FD + 1,
    };

    int status = uv_spawn(loop, &d->program, &options);
    if (status == 0)
        status =
            uv_read_start((uv_stream_t *)&d->told, reserve_lines, on_lines);
    if (status == 0)
        status = uv_read_start(
            (uv_stream_t *)&d->complaint, reserve_complaint, on_complaint);
    return status;
}

static void
start_program(struct download *d, uv_loop_t *loop)
{
    int ends[2], status;

    if (pipe2(ends, O_CLOEXEC) == 0) {
        d->body = ends[0];
        status = spawn(d, loop, ends[1]);
        close(ends[1]);
        d->n_open++; /* a program that did not start has a handle, too */
    } else {
        status = uv_translate_sys_error(errno);
    }
    if (status == 0)
        return;
    err_set(&d->err, ERR_IO, "'%s' cannot be started: %s", d->args[0],
        uv_strerror(status));
    stop(d);
}

static void
fill_args(struct download *d, const char *url, const struct download_opts *opts)
{
    struct buf arg = {0};
    unsigned n = 1;

    buf_add_format(&arg, "--max-size=%zu", opts->max_size);
    d->args[n++] = buf_take(&arg);
    if (opts->timeout > 0) {
        buf_add_format(&arg, "--timeout=%u", opts->timeout);
        d->args[n++] = buf_take(&arg);
    }
    if (opts->user_agent) {
        buf_add_format(&arg, "--user-agent=%s", opts->user_agent);
        d->args[n++] = buf_take(&arg);
    }
    d->args[n++] = mem_copy_text("--", 2);
    d->args[n] = mem_copy_text(url, strlen(url));
    d->url = d->args[n];
}

struct download *
download_start(uv_loop_t *loop, const char *url,
    const struct download_opts *opts, const struct download_ops *ops,
    void *user)
{
    struct download *d = mem_alloc_zero(1, sizeof *d);

    d->ops = ops;
    d->user = user;
    d->body = -1;
    fill_args(d, url, opts);
    d->program.data = d;
    d->told.data = d;
    d->complaint.data = d;
    uv_pipe_init(loop, &d->told, 0);
    uv_pipe_init(loop, &d->complaint, 0);
    d->n_open = 2;
    d->args[0] = install_find_program("gutread-fetch");
    if (d->args[0]) {
        start_program(d, loop);
    } else {
        err_set(&d->err, ERR_NOT_FOUND, "gutread-fetch is not installed");
        stop(d);
    }
    return d;
}

void
download_stop(struct download *d)
{
    if (!d || d->is_stopped)
        return;
    d->is_stopped = true;
    stop(d);
}

struct str
download_host(const char *url)
{
    struct str s = str_of(url);

    s = str_slice(s, str_find(s, STR("://"), 0) + 3, s.len);
    s = str_slice(s, 0, s.len > 0 ? strcspn(s.ptr, "/?#") : 0);
    const size_t at = str_find(s, STR("@"), 0);
    return at < s.len ? str_slice(s, at + 1, s.len) : s;
}
