/* SPDX-License-Identifier: ISC */
/*
 * download - one run of gutread-fetch
 *
 * What the program tells on its descriptor for answers is lines; the head of
 * gutread-fetch.c says which.
 */
#include "download.h"

#include "base/buf.h"
#include "base/file.h"
#include "base/mem.h"
#include "child.h"
#include "model/url.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

enum {
    MAX_LINES = 64 * 1024, /* bytes told without an end of line */
    MAX_TOLD = 1 << 20,    /* lines; ten a second, for a day */
    MAX_REDIRECTS = 64,    /* more than gutread-fetch follows */
    TIMEOUT = 30,          /* seconds; what gutread-fetch thinks */
    GRACE = 60,            /* more of them, for a system that is busy */
};

/* What is told as text. */
enum text {
    TEXT_URL,
    TEXT_MOVED,
    TEXT_TYPE,
    TEXT_ETAG,
    TEXT_MODIFIED,
    TEXT_FAILURE,
    N_TEXTS
};

struct download {
    struct child child;
    int body; /* where the page goes, -1 before and behind */

    char *url;            /* owned, without a password */
    char *lasting;        /* owned: with it, where to ask the next time */
    char *texts[N_TEXTS]; /* owned, or NULL */
    struct reply reply;   /* borrows texts */
    size_t max_size;
    uint32_t n_told, n_redirects;
    bool has_head, is_cut, is_stopped;
    enum err_code failure; /* what it means when the program fails */
    struct err err;        /* set as soon as it cannot succeed */

    const struct download_ops *ops;
    void *user;
};

/*
 * Sets err to how the program failed, without the address that it names.
 */
static bool
explain_end(const struct download *d, struct err *err)
{
    struct buf quoted = {0};
    struct str reason = child_reason(&d->child);

    if (!child_explain(&d->child, "gutread-fetch", err))
        return false;
    buf_add_format(&quoted, "'%s': ", d->url);
    if (str_starts(reason, buf_str(&quoted)))
        reason = str_slice(reason, quoted.len, reason.len);
    buf_done(&quoted);
    return err_set(err, d->failure, "%.*s", STR_ARG(reason));
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
    if (!child_is_ok(&d->child))
        return explain_end(d, err);
    if (!d->has_head)
        return err_set(err, ERR_BAD_DATA, "the server sent no page");
    const off_t size = lseek(d->body, 0, SEEK_END);
    if (size < 0 || (uintmax_t)size > d->max_size)
        return err_set(err, ERR_BAD_DATA,
            "gutread-fetch made more of this page than it may");
    return true;
}

/*
 * Hands over the page from its start, if it is one, whole or not.
 */
static int
take_body(struct download *d, bool ok)
{
    const int body = d->body;
    const bool is_wanted = ok || d->reply.failure || d->is_cut;

    if (d->is_stopped || !d->has_head || !is_wanted || d->reply.is_same ||
        lseek(body, 0, SEEK_END) < (d->reply.failure ? 1 : 0) ||
        lseek(body, 0, SEEK_SET) != 0)
        return -1;
    d->body = -1;
    return body;
}

static void
on_end(void *user)
{
    struct download *d = user;
    struct err err;
    const bool ok = explain(d, &err);
    const struct download_result result = {
        .reply = d->has_head ? &d->reply : NULL,
        .err = ok ? NULL : &err,
        .fd = take_body(d, ok),
    };

    d->ops->done(d->user, &result);
    child_done(&d->child);
    if (d->body >= 0)
        close(d->body);
    for (unsigned i = 0; i < N_TEXTS; i++)
        free(d->texts[i]);
    free(d->url);
    free(d->lasting);
    free(d);
}

static uint64_t
read_number(struct str text)
{
    uint64_t number = 0;

    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] < '0' || text.ptr[i] > '9' || number > INT64_MAX / 20)
            return 0;
        number = number * 10 + (uint64_t)(text.ptr[i] - '0');
    }
    return number;
}

/*
 * Takes in a line whose value is text. Returns false when it is none of them.
 */
static bool
read_text(struct download *d, struct str name, struct str value)
{
    static const struct str names[N_TEXTS] = {
        [TEXT_URL] = STR_INIT("url"),
        [TEXT_MOVED] = STR_INIT("moved"),
        [TEXT_TYPE] = STR_INIT("type"),
        [TEXT_ETAG] = STR_INIT("etag"),
        [TEXT_MODIFIED] = STR_INIT("modified"),
        [TEXT_FAILURE] = STR_INIT("failure"),
    };
    unsigned i = 0;

    while (i < N_TEXTS && !str_eq(name, names[i]))
        i++;
    if (i == N_TEXTS)
        return false;
    free(d->texts[i]);
    d->texts[i] = mem_copy_text(value.ptr, value.len);
    return true;
}

/*
 * Takes in where the page is from now on. The program leaves out what stood
 * before the host.
 */
static void
note_move(struct download *d, const char *url)
{
    struct buf text = {0};

    url_add_login(&text, str_of(url), str_of(d->lasting));
    free(d->lasting);
    d->lasting = buf_take(&text);
    d->reply.is_moved = true;
}

static void
end_head(struct download *d)
{
    struct reply *r = &d->reply;

    if (d->has_head)
        return;
    if (d->texts[TEXT_MOVED])
        note_move(d, d->texts[TEXT_MOVED]);
    r->lasting = d->lasting;
    r->url = d->texts[TEXT_URL];
    r->type = d->texts[TEXT_TYPE];
    r->etag = d->texts[TEXT_ETAG];
    r->modified = d->texts[TEXT_MODIFIED];
    r->failure = d->texts[TEXT_FAILURE];
    r->is_same = r->status == 304;
    if (r->status == 410)
        d->failure = ERR_GONE;
    d->has_head = true;
    if (!r->failure && !r->is_same)
        d->ops->head(d->user, r);
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
    struct reply *r = &d->reply;

    if (line.len == 0)
        end_head(d);
    else if (str_eq(name, STR("cut")))
        d->is_cut = true;
    else if (str_eq(name, STR("offline")))
        d->failure = ERR_OFFLINE;
    else if (str_eq(name, STR("timeout")))
        d->failure = ERR_TIMEOUT;
    else if (str_eq(name, STR("progress")) && d->has_head && !r->failure)
        d->ops->progress(d->user, read_number(value));
    else if (d->has_head || read_text(d, name, value))
        return;
    else if (str_eq(name, STR("downgrade")) || str_eq(name, STR("redirect"))) {
        r->is_exposed |= str_eq(name, STR("downgrade"));
        d->n_redirects++;
        d->ops->redirect(d->user, value);
    } else if (str_eq(name, STR("status")))
        r->status = (unsigned)read_number(value);
    else if (str_eq(name, STR("fresh")))
        r->fresh_until = (int64_t)read_number(value);
    else if (str_eq(name, STR("retry")))
        r->retry_at = (int64_t)read_number(value);
    else if (str_eq(name, STR("must-ask")))
        r->must_ask = true;
    else if (str_eq(name, STR("no-store")))
        r->may_keep = false;
    else if (str_eq(name, STR("length")))
        r->length = read_number(value);
}

/*
 * Tells whether the program tells more than it can have to tell; rest is the
 * beginning of a line.
 */
static bool
is_babble(const struct download *d, struct str rest)
{
    return rest.len > MAX_LINES || d->n_told > MAX_TOLD ||
           d->n_redirects > MAX_REDIRECTS;
}

/*
 * Takes in the lines that are complete.
 */
static void
on_lines(void *user)
{
    struct download *d = user;
    struct buf *lines = &d->child.answer;
    struct str rest = buf_str(lines);

    while (!d->is_stopped) {
        const size_t end = str_find(rest, STR("\n"), 0);
        if (end == rest.len)
            break;
        read_line(d, str_slice(rest, 0, end));
        d->n_told++;
        rest = str_slice(rest, end + 1, rest.len);
    }
    if (rest.len > 0)
        memmove(lines->ptr, rest.ptr, rest.len);
    lines->len = rest.len;
    if (is_babble(d, rest) && d->err.code == ERR_NONE) {
        err_set(&d->err, ERR_BAD_DATA, "gutread-fetch made no sense");
        child_kill(&d->child);
    }
}

/*
 * Returns how many seconds the program may be silent: to connect and to get the
 * next byte, it has its own limits.
 */
static unsigned
find_patience(const struct download_opts *opts)
{
    const unsigned timeout = opts->timeout > 0 ? opts->timeout : TIMEOUT;

    return opts->patience > 0 ? opts->patience : 2 * timeout + GRACE;
}

/*
 * Returns a descriptor from which text can be read, -1 when there is no memory.
 */
static int
open_text(struct str text)
{
    struct err unused;
    int fd = memfd_create("password", MFD_CLOEXEC);

    if (fd < 0 ||
        (file_write_fd(fd, text, &unused) && lseek(fd, 0, SEEK_SET) == 0))
        return fd;
    close(fd);
    return -1;
}

static void
fill_args(struct download *d, const struct download_opts *opts)
{
    struct child *c = &d->child;

    child_add_arg(c, "--max-size=%zu", opts->max_size);
    if (opts->timeout > 0)
        child_add_arg(c, "--timeout=%u", opts->timeout);
    if (opts->user_agent)
        child_add_arg(c, "--user-agent=%s", opts->user_agent);
    if (opts->needs_sandbox)
        child_add_arg(c, "--require-sandbox");
    if (opts->etag)
        child_add_arg(c, "--etag=%s", opts->etag);
    if (opts->since)
        child_add_arg(c, "--since=%s", opts->since);
    if (url_password(str_of(d->lasting)).len > 0)
        child_add_arg(c, "--password");
    child_add_arg(c, "--");
    child_add_arg(c, "%s", d->url);
}

struct download *
download_start(uv_loop_t *loop, const char *url,
    const struct download_opts *opts, const struct download_ops *ops,
    void *user)
{
    static const struct child_ops child_ops = {on_lines, on_end};
    struct download *d = mem_alloc_zero(1, sizeof *d);
    const struct str password = url_password(str_of(url));
    struct buf public = {0};

    d->ops = ops;
    d->user = user;
    d->max_size = opts->max_size;
    url_add_public(&public, str_of(url));
    d->url = buf_take(&public);
    d->lasting = mem_copy_text(url, strlen(url));
    d->reply.may_keep = true;
    d->failure = ERR_IO;
    d->body = memfd_create("page", MFD_CLOEXEC);
    const int in = password.len > 0 ? open_text(password) : -1;
    const int number = errno;
    fill_args(d, opts);
    const struct child_opts how = {
        .name = "gutread-fetch",
        .in = in,
        .out = d->body,
        .has_environment = true,
        .patience = find_patience(opts),
    };
    const bool has_started =
        child_start(&d->child, loop, &how, &child_ops, d, &d->err);
    if (in >= 0)
        close(in);
    if (has_started && (d->body < 0 || (password.len > 0 && in < 0))) {
        err_set_errno(&d->err, number, "no memory for the page");
        child_kill(&d->child);
    }
    return d;
}

void
download_stop(struct download *d)
{
    if (!d || d->is_stopped)
        return;
    d->is_stopped = true;
    child_kill(&d->child);
}
