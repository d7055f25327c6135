/* SPDX-License-Identifier: ISC */
/*
 * browser - opens addresses in another program
 *
 * $BROWSER may name several programs, parted by colons; the first that can be
 * started is taken. A command is cut at blanks, without quotes: it is the
 * person's own, but the address is not, so nothing that a shell would read is
 * made of both.
 *
 * Programs that stay (a browser started for the first time) run in a session of
 * their own and outlive us. One that nobody asks about any more keeps its handle
 * until it has ended: without, it would stay as a zombie for as long as we run.
 */
#include "ui/browser.h"

#include "base/buf.h"
#include "base/file.h"
#include "base/mem.h"
#include "model/url.h"

#include <stdlib.h>
#include <uv.h>

enum {
    MAX_WORDS = 32
};

struct browser {
    uv_process_t process;
    char *name; /* of the program, without its folder */
    bool has_ended, is_forgotten;
    browser_fail_fn fail;
    void *user;
};

bool
browser_is_safe(struct str address)
{
    return url_is_web(address);
}

bool
browser_may_open(struct str address)
{
    static const struct str schemes[] = {
        STR_INIT("http"),
        STR_INIT("https"),
        STR_INIT("mailto"),
        STR_INIT("gemini"),
        STR_INIT("ftp"),
        STR_INIT("magnet"),
    };
    const struct str scheme = url_scheme(address);

    for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++)
        if (str_eq_nocase(scheme, schemes[i]))
            return !url_is_risky_mail(address);
    return false;
}

unsigned
browser_add_words(struct buf *out, struct str command, struct str address)
{
    struct str rest = command, word;
    bool has_address = false;
    unsigned n = 0;

    while (n < MAX_WORDS && (word = str_next_word(&rest)).len > 0) {
        size_t at = str_find(word, STR("%s"), 0);
        if (n > 0 && at < word.len) {
            buf_add_str(out, str_slice(word, 0, at));
            buf_add_str(out, address);
            word = str_slice(word, at + 2, word.len);
            has_address = true;
        }
        buf_add_str(out, word);
        buf_add_char(out, '\0');
        n++;
    }
    if (n > 0 && !has_address) {
        buf_add_str(out, address);
        buf_add_char(out, '\0');
        n++;
    }
    return n;
}

static void
close_process(uv_handle_t *handle)
{
    struct browser *b = handle->data;
    free(b->name);
    free(b);
}

static void
take_exit(uv_process_t *process, int64_t status, int number)
{
    struct browser *b = process->data;
    struct err err;
    b->has_ended = true;
    if (b->is_forgotten)
        uv_close((uv_handle_t *)process, close_process);
    if (b->fail && number != 0) {
        err_set(&err, ERR_IO, "%s: ended by signal %d", b->name, number);
        b->fail(b->user, &err);
    } else if (b->fail && status != 0) {
        err_set(&err, ERR_IO, "%s: exit status %d", b->name, (int)status);
        b->fail(b->user, &err);
    }
}

/* Starts the words of a command, NUL behind each. */
static struct browser *
start_words(struct uv_loop_s *loop, char *words, unsigned n, struct err *err)
{
    char *argv[MAX_WORDS + 2];
    for (unsigned i = 0; i < n; i++) {
        argv[i] = words;
        words += strlen(words) + 1;
    }
    argv[n] = NULL;

    struct browser *b = mem_alloc_zero(1, sizeof *b);
    uv_stdio_container_t none[3] = {
        {.flags = UV_IGNORE}, {.flags = UV_IGNORE}, {.flags = UV_IGNORE}};
    uv_process_options_t options = {
        .file = argv[0],
        .args = argv,
        .flags = UV_PROCESS_DETACHED,
        .stdio = none,
        .stdio_count = 3,
        .exit_cb = take_exit,
    };
    b->name = mem_copy_text(file_name(argv[0]), strlen(file_name(argv[0])));
    b->process.data = b;
    int failure = uv_spawn(loop, &b->process, &options);
    if (failure == 0)
        return b;
    err_set(err, failure == UV_ENOENT ? ERR_NOT_FOUND : ERR_IO, "%s: %s",
        b->name, uv_strerror(failure));
    uv_close((uv_handle_t *)&b->process, close_process);
    return NULL;
}

static struct browser *
start_command(struct uv_loop_s *loop, struct str command, struct str address,
    struct err *err)
{
    struct buf words = {0};
    struct browser *b = NULL;
    unsigned n = browser_add_words(&words, command, address);
    if (n > 0)
        b = start_words(loop, words.ptr, n, err);
    else
        err_set(err, ERR_NOT_FOUND, "no browser is set");
    buf_done(&words);
    return b;
}

/*
 * Starts the command, or if there is none one of $BROWSER, or xdg-open.
 */
static struct browser *
start_any(struct uv_loop_s *loop, const char *command, struct str address,
    struct err *err)
{
    const char *variable = getenv("BROWSER");
    struct browser *b = NULL;

    if (command && *command)
        return start_command(loop, str_of(command), address, err);
    if (!variable || !*variable)
        return start_command(loop, STR("xdg-open"), address, err);

    struct str rest = str_of(variable);
    struct err first;
    bool has_failed = false;
    while (!b && rest.len > 0) {
        size_t colon = str_find(rest, STR(":"), 0);
        struct err why;
        b = start_command(loop, str_slice(rest, 0, colon), address, &why);
        if (!b && !has_failed)
            first = why;
        has_failed = true;
        rest = str_slice(rest, colon + 1, rest.len);
    }
    if (!b)
        *err = first;
    return b;
}

struct browser *
browser_open(struct uv_loop_s *loop, const char *command, struct str address,
    struct err *err)
{
    struct buf clean = {0};
    struct browser *b = NULL;

    if (browser_may_open(address) &&
        url_resolve((struct str){0}, address, &clean) &&
        browser_may_open(buf_str(&clean)))
        b = start_any(loop, command, buf_str(&clean), err);
    else
        err_set(err, ERR_BAD_DATA, "'%.*s' is no address that is opened here",
            STR_ARG(address));
    buf_done(&clean);
    return b;
}

void
browser_on_fail(struct browser *b, browser_fail_fn fail, void *user)
{
    b->fail = fail;
    b->user = user;
}

void
browser_forget(struct browser *b)
{
    if (!b)
        return;
    b->fail = NULL;
    b->is_forgotten = true;
    if (b->has_ended)
        uv_close((uv_handle_t *)&b->process, close_process);
    else
        uv_unref((uv_handle_t *)&b->process);
}

static void
close_forgotten(uv_handle_t *handle, void *user)
{
    (void)user;
    if (handle->type == UV_PROCESS && !uv_is_closing(handle) &&
        ((uv_process_t *)handle)->exit_cb == take_exit)
        uv_close(handle, close_process);
}

void
browser_leave(struct uv_loop_s *loop)
{
    uv_walk(loop, close_forgotten, NULL);
}
