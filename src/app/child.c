/* SPDX-License-Identifier: ISC */
/*
 * child - a program that answers through a pipe
 *
 * Four handles: the program, the pipes that it writes to, and a clock. Each is
 * closed as soon as it has nothing more to tell, in whatever order that happens;
 * then the clock is, and that is the end. The handle of the program stays open
 * until it has ended, also after it was killed, so that none is left as a
 * zombie.
 *
 * The clock counts ticks rather than time: where this program itself was stopped
 * for an hour only one of them has passed.
 */
#include "child.h"

#include "app/install.h"
#include "base/file.h"
#include "base/mem.h"

#include <assert.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    ANSWER,
    COMPLAINT,
    CHUNK = 64 * 1024,    /* is read at once */
    MAX_COMPLAINT = 4096, /* bytes; the rest is not kept */
    MAX_NOISE = 4 << 20,  /* bytes of complaints; more has no end */
    MAX_TICKS = 8         /* without an answer */
};

void
child_add_arg(struct child *c, const char *fmt, ...)
{
    char *text = NULL;
    va_list args;

    if (c->n_args == 0)
        c->n_args = 1;
    assert(c->n_args < CHILD_MAX_ARGS);
    va_start(args, fmt);
    if (vasprintf(&text, fmt, args) < 0)
        mem_exhausted();
    va_end(args);
    c->args[c->n_args++] = text;
}

static void on_close(uv_handle_t *handle);

static void
close_handle(void *handle)
{
    uv_handle_t *h = handle;

    if (!uv_is_closing(h))
        uv_close(h, on_close);
}

static void
on_close(uv_handle_t *handle)
{
    struct child *c = handle->data;

    c->n_open--;
    if (c->n_open == 1)
        close_handle(&c->clock);
    else if (c->n_open == 0)
        c->ops->end(c->user);
}

static void
on_tick(uv_timer_t *clock)
{
    struct child *c = clock->data;

    if (++c->n_ticks < MAX_TICKS)
        return;
    c->is_late = true;
    child_kill(c);
}

static void
on_exit_of_program(uv_process_t *program, int64_t status, int term_signal)
{
    struct child *c = program->data;

    c->status = status;
    c->term_signal = term_signal;
    close_handle(program);
}

static void
reserve(uv_handle_t *handle, size_t suggested, uv_buf_t *out)
{
    struct child *c = handle->data;
    bool is_answer = handle == (uv_handle_t *)&c->pipes[ANSWER];
    (void)suggested;

    *out = uv_buf_init(
        buf_reserve(is_answer ? &c->answer : &c->complaint, CHUNK), CHUNK);
}

static void
on_answer(uv_stream_t *stream, ssize_t n, const uv_buf_t *chunk)
{
    struct child *c = stream->data;
    (void)chunk;

    if (n < 0) {
        close_handle(stream);
        return;
    }
    c->answer.len += (size_t)n;
    if (!c->has_one_answer)
        c->n_ticks = 0;
    if (c->ops->answer)
        c->ops->answer(c->user);
}

static void
on_complaint(uv_stream_t *stream, ssize_t n, const uv_buf_t *chunk)
{
    struct child *c = stream->data;
    (void)chunk;

    if (n < 0) {
        close_handle(stream);
        return;
    }
    c->complaint.len += (size_t)n;
    if (c->complaint.len > MAX_COMPLAINT)
        c->complaint.len = MAX_COMPLAINT;
    c->n_complained += (size_t)n;
    c->is_noisy = c->n_complained > MAX_NOISE;
    if (c->is_noisy)
        child_kill(c);
}

/*
 * Returns 0 or an error of libuv.
 */
static int
spawn(struct child *c, uv_loop_t *loop, const struct child_opts *opts)
{
    char *no_environment[] = {NULL};
    const uv_stdio_container_t
        nothing = {.flags = UV_IGNORE},
        answer = {.flags = UV_CREATE_PIPE | UV_WRITABLE_PIPE,
            .data.stream = (uv_stream_t *)&c->pipes[ANSWER]},
        complaint = {.flags = UV_CREATE_PIPE | UV_WRITABLE_PIPE,
            .data.stream = (uv_stream_t *)&c->pipes[COMPLAINT]},
        in = {.flags = UV_INHERIT_FD, .data.fd = opts->in},
        out = {.flags = UV_INHERIT_FD, .data.fd = opts->out};
    uv_stdio_container_t stdio[] = {
        opts->in >= 0 ? in : nothing,
        opts->out >= 0 ? out : answer,
        complaint,
        answer,
    };
    const uv_process_options_t options = {
        .exit_cb = on_exit_of_program,
        .file = c->args[0],
        .args = c->args,
        .env = opts->has_environment ? NULL : no_environment,
        .stdio = stdio,
        .stdio_count = opts->out >= 0 ? CHILD_ANSWER_FD + 1 : CHILD_ANSWER_FD,
    };

    int status = uv_spawn(loop, &c->program, &options);
    if (status == 0)
        status =
            uv_read_start((uv_stream_t *)&c->pipes[ANSWER], reserve, on_answer);
    if (status == 0)
        status = uv_read_start(
            (uv_stream_t *)&c->pipes[COMPLAINT], reserve, on_complaint);
    return status;
}

bool
child_start(struct child *c, uv_loop_t *loop, const struct child_opts *opts,
    const struct child_ops *ops, void *user, struct err *err)
{
    int status = UV_ENOENT;

    c->ops = ops;
    c->user = user;
    c->patience = opts->patience;
    c->has_one_answer = opts->has_one_answer;
    c->program.data = c->pipes[0].data = c->pipes[1].data = c->clock.data = c;
    uv_timer_init(loop, &c->clock);
    uv_pipe_init(loop, &c->pipes[ANSWER], 0);
    uv_pipe_init(loop, &c->pipes[COMPLAINT], 0);
    c->n_open = 3;
    c->args[0] = install_find_program(opts->name);
    if (c->args[0]) {
        status = spawn(c, loop, opts);
        c->n_open++; /* a program that did not start has a handle, too */
    }
    if (status == 0) {
        const uint64_t tick = (uint64_t)opts->patience * 1000 / MAX_TICKS;
        if (tick > 0)
            uv_timer_start(&c->clock, on_tick, tick, tick);
        return true;
    }
    child_kill(c);
    if (!c->args[0])
        return err_set(err, ERR_NOT_FOUND, "%s is not installed", opts->name);
    return err_set(err, ERR_IO, "'%s' cannot be started: %s", c->args[0],
        uv_strerror(status));
}

void
child_kill(struct child *c)
{
    if (c->n_open == 0)
        return;
    close_handle(&c->pipes[ANSWER]);
    close_handle(&c->pipes[COMPLAINT]);
    uv_timer_stop(&c->clock);
    if (c->program.type == UV_UNKNOWN_HANDLE)
        return;
    if (uv_is_active((uv_handle_t *)&c->program))
        uv_process_kill(&c->program, SIGKILL); /* its exit closes it */
    else
        close_handle(&c->program);
}

bool
child_is_ok(const struct child *c)
{
    return c->status == 0 && c->term_signal == 0;
}

struct str
child_reason(const struct child *c)
{
    struct str rest = buf_str(&c->complaint);
    struct str line = str_trim(str_next_line(&rest));
    struct str program = str_of(c->args[0] ? file_name(c->args[0]) : NULL);

    if (str_starts(line, program) &&
        str_starts(str_slice(line, program.len, line.len), STR(": ")))
        return str_slice(line, program.len + 2, line.len);
    return line;
}

/*
 * Explains a signal that ended it.
 */
static bool
explain_signal(const struct child *c, const char *who, struct err *err)
{
    if (c->is_late)
        return err_set(err, ERR_TIMEOUT,
            "%s did not answer for %u seconds and was stopped", who,
            c->patience);
    if (c->is_noisy)
        return err_set(
            err, ERR_IO, "%s complained without an end and was stopped", who);
    switch (c->term_signal) {
    case SIGXCPU:
        return err_set(
            err, ERR_TIMEOUT, "%s took too much time and was stopped", who);
    case SIGXFSZ:
        return err_set(
            err, ERR_TOO_LARGE, "%s wrote too much and was stopped", who);
    case SIGSYS:
        return err_set(
            err, ERR_DENIED, "%s was stopped: it did something forbidden", who);
    case SIGKILL:
        return err_set(err, ERR_TOO_LARGE,
            "%s was killed: it took too much time or memory", who);
    default:
        return err_set(
            err, ERR_IO, "%s crashed: %s", who, strsignal(c->term_signal));
    }
}

bool
child_explain(const struct child *c, const char *who, struct err *err)
{
    const struct str reason = child_reason(c);

    if (c->term_signal != 0)
        return explain_signal(c, who, err);
    if (c->status == MEM_EXIT_STATUS)
        return err_set(err, ERR_TOO_LARGE, "%s took too much memory", who);
    if (reason.len == 0)
        return err_set(
            err, ERR_IO, "%s failed with status %d", who, (int)c->status);
    err_set(err, ERR_BAD_DATA, "%.*s", STR_ARG(reason));
    return true;
}

void
child_done(struct child *c)
{
    assert(c->n_open == 0);
    for (unsigned i = 0; i < c->n_args || (i == 0 && c->args[0]); i++)
        free(c->args[i]);
    buf_done(&c->answer);
    buf_done(&c->complaint);
    *c = (struct child){0};
}
