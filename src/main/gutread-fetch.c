/* SPDX-License-Identifier: ISC */
/*
 * gutread-fetch - an address on the command line, its page on standard output
 *
 * The only program that talks to the network. It parses nothing of a page and
 * has no screen; gutread starts it for every load (app/download.h), and so can
 * a shell:
 *
 *      gutread-fetch URL | gutread-parse --base-url=URL
 *
 * Where descriptor 3 is open, it is told there line by line what is known of
 * the page before its body, and then how much of it has come:
 *
 *      redirect URL    the server points there; any number of times
 *      downgrade URL   the same, but from https to http
 *      status N        of HTTP
 *      failure TEXT    what it means; what follows is not the page
 *      url URL         where the page is in the end
 *      moved URL       where to ask for it from now on: as far as servers led
 *                      there for good, and not from https to http
 *      type TEXT       the value of Content-Type
 *      etag TEXT       the value of ETag
 *      modified TEXT   the value of Last-Modified
 *      fresh N         until when it need not be asked for again, in seconds
 *                      since 1970
 *      retry N         before when the server, which is busy, is not to be
 *                      asked again, in seconds since 1970
 *      must-ask        when that is over it may not be shown without asking
 *      no-store        no copy may be kept
 *      length N        bytes that will come
 *                      an empty line: the end of the head
 *      progress N      bytes that came so far, at most ten times a second
 *      cut             the end of the page is missing
 *      offline         there was no way to the server
 *      timeout         it did not answer in time
 *
 * What the server does not tell has no line. Lengths are those on the way,
 * which are smaller than the page if that is compressed.
 */
#include "base/buf.h"
#include "base/file.h"
#include "base/sandbox.h"
#include "base/utf8.h"
#include "fetch/fetch.h"

#include <fcntl.h>
#include <getopt.h>
#include <inttypes.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define NAME "gutread-fetch"

enum {
    STATUS_BAD = 1,   /* the page cannot be had */
    STATUS_USAGE = 2, /* the command line is wrong */
    MAX_SIZE = 64 << 20,
    MAX_PASSWORD = 4096, /* bytes */
    TIMEOUT = 30,
    HEAD_FD = 3
};

static const char usage[] =
    "Usage: " NAME " [OPTION]... URL\n"
    "Write the page at URL on standard output. What is known of it before is\n"
    "told on descriptor 3, if that is open.\n"
    "\n"
    "  --timeout=S      give up when nothing came for S seconds (default 30)\n"
    "  --max-size=N     refuse more than N bytes (default 64 MiB)\n"
    "  --user-agent=S   the name to go by (default gutread/" GUTREAD_VERSION
    ")\n"
    "  --password       the password for URL comes on standard input, encoded\n"
    "                   as in a URL; no other user sees it there\n"
    "  --etag=S         only if the page is another one now\n"
    "  --since=DATE     only if it is newer; a date as HTTP writes it\n"
    "  --require-sandbox\n"
    "                   refuse where the sandbox is not whole\n"
    "  --sandbox        say which parts of the sandbox work here\n"
    "  --help           say this\n"
    "  --version        say what does the work\n";

struct args {
    struct fetch_opts opts;
    const char *url;
    bool has_password, needs_sandbox, is_question, is_help, is_version;
    char password[MAX_PASSWORD + 1];
};

/* Where the page goes. */
struct sink {
    bool has_head;    /* somebody listens on HEAD_FD */
    bool has_page;    /* the server gives the page that was asked for */
    bool has_started; /* something of it was written */
};

static bool
complain(const char *what, const char *value)
{
    struct err clean;

    err_set(&clean, ERR_BAD_DATA, "%s '%s'", what, value);
    fprintf(stderr, NAME ": %s; see " NAME " --help\n", clean.text);
    return false;
}

static bool
read_number(const char *value, uintmax_t max, uintmax_t *out_number)
{
    char *end;
    uintmax_t number = strtoumax(value, &end, 10);

    if (*value < '0' || *value > '9' || *end || number < 1 || number > max)
        return complain("not a number that can be meant:", value);
    *out_number = number;
    return true;
}

/*
 * Takes text that will stand in a header, where an end of line would begin
 * another one.
 */
static bool
read_text(const char *value, const char **out_text)
{
    for (const char *p = value; *p; p++)
        if ((unsigned char)*p < ' ' || *p == 0x7F)
            return complain("no control characters may be in", value);
    *out_text = value;
    return true;
}

static bool
read_option(struct args *args, int option, const char *value)
{
    uintmax_t number = 0;

    switch (option) {
    case 't':
        if (!read_number(value, FETCH_MAX_TIMEOUT, &number))
            return false;
        args->opts.timeout = (unsigned)number;
        return true;
    case 'm':
        if (!read_number(value, SIZE_MAX / 2, &number))
            return false;
        args->opts.max_size = (size_t)number;
        return true;
    case 'u':
        return read_text(value, &args->opts.user_agent);
    case 'p':
        args->has_password = true;
        return true;
    case 'e':
        return read_text(value, &args->opts.etag);
    case 's':
        return read_text(value, &args->opts.since);
    case 'r':
        args->needs_sandbox = true;
        return true;
    case 'q':
        args->is_question = true;
        return true;
    case 'h':
        args->is_help = true;
        return true;
    case 'v':
        args->is_version = true;
        return true;
    default:
        return false;
    }
}

/*
 * Reads the command line. On failure it has said what is wrong.
 */
static bool
read_args(int argc, char **argv, struct args *args)
{
    static const struct option options[] = {
        {"timeout", required_argument, NULL, 't'},
        {"max-size", required_argument, NULL, 'm'},
        {"user-agent", required_argument, NULL, 'u'},
        {"password", no_argument, NULL, 'p'},
        {"etag", required_argument, NULL, 'e'},
        {"since", required_argument, NULL, 's'},
        {"require-sandbox", no_argument, NULL, 'r'},
        {"sandbox", no_argument, NULL, 'q'},
        {"help", no_argument, NULL, 'h'},
        {"version", no_argument, NULL, 'v'},
        {NULL, 0, NULL, 0},
    };
    int option;

    while ((option = getopt_long(argc, argv, "", options, NULL)) != -1)
        if (!read_option(args, option, optarg))
            return false;
    if (args->is_help || args->is_question || args->is_version)
        return true;
    if (optind + 1 < argc)
        return complain("unexpected argument", argv[optind + 1]);
    if (optind == argc) {
        fputs(NAME ": a URL is missing; see " NAME " --help\n", stderr);
        return false;
    }
    args->url = argv[optind];
    return true;
}

/*
 * Reads the password, up to the end of its line.
 */
static bool
read_password(struct args *args)
{
    size_t n = 0;
    ssize_t got;

    if (!args->has_password)
        return true;
    while (n < MAX_PASSWORD &&
           (got = read(STDIN_FILENO, args->password + n, MAX_PASSWORD - n)) > 0)
        n += (size_t)got;
    args->password[strcspn(args->password, "\r\n")] = '\0';
    args->opts.password = args->password;
    return n < MAX_PASSWORD || complain("too long:", "--password");
}

/*
 * Appends "name value", clean and on one line, unless the value is empty.
 */
static void
add_line(struct buf *out, const char *name, const char *value)
{
    if (!*value)
        return;
    buf_add_format(out, "%s ", name);
    const size_t start = out->len;
    utf8_add_clean(out, str_of(value));
    for (size_t i = start; i < out->len; i++)
        if (out->ptr[i] == '\n')
            out->ptr[i] = ' ';
    buf_add_char(out, '\n');
}

/*
 * Writes the lines, which are freed, to whoever wants to know.
 */
static void
tell(struct sink *sink, struct buf *lines)
{
    struct err ignored;

    if (sink->has_head && !file_write_fd(HEAD_FD, buf_str(lines), &ignored))
        sink->has_head = false; /* nobody listens any more */
    buf_done(lines);
}

static void
tell_redirect(void *user, const char *url, bool is_downgrade)
{
    struct buf line = {0};

    add_line(&line, is_downgrade ? "downgrade" : "redirect", url);
    tell(user, &line);
}

static void
tell_head(void *user, const struct fetch_head *head)
{
    struct sink *sink = user;
    struct buf lines = {0};

    buf_add_format(&lines, "status %ld\n", head->status);
    add_line(&lines, "failure", head->failure);
    add_line(&lines, "url", head->url);
    add_line(&lines, "moved", head->moved);
    add_line(&lines, "type", head->type);
    add_line(&lines, "etag", head->etag);
    add_line(&lines, "modified", head->modified);
    if (head->fresh.until > 0)
        buf_add_format(&lines, "fresh %" PRId64 "\n", head->fresh.until);
    if (head->retry_at > 0)
        buf_add_format(&lines, "retry %" PRId64 "\n", head->retry_at);
    if (head->fresh.must_ask)
        buf_add_text(&lines, "must-ask\n");
    if (!head->fresh.may_keep)
        buf_add_text(&lines, "no-store\n");
    if (head->length >= 0)
        buf_add_format(&lines, "length %" PRId64 "\n", head->length);
    buf_add_char(&lines, '\n');
    sink->has_page = !*head->failure;
    tell(sink, &lines);
}

static void
tell_progress(void *user, uint64_t n_bytes)
{
    struct buf line = {0};

    buf_add_format(&line, "progress %" PRIu64 "\n", n_bytes);
    tell(user, &line);
}

static bool
write_body(void *user, struct str bytes, struct err *err)
{
    struct sink *sink = user;

    sink->has_started = sink->has_page;
    return file_write_fd(STDOUT_FILENO, bytes, err);
}

/*
 * Tells what kind of failure it was where that makes a difference: whether what
 * was written is a part of the page, because the connection was lost and the
 * page not refused, and whether the server was there at all.
 */
static void
tell_end(struct sink *sink, const struct err *err)
{
    struct buf lines = {0};

    if (sink->has_started && (err->code == ERR_IO || err->code == ERR_TIMEOUT))
        buf_add_text(&lines, "cut\n");
    else if (err->code == ERR_OFFLINE)
        buf_add_text(&lines, "offline\n");
    else if (err->code == ERR_TIMEOUT)
        buf_add_text(&lines, "timeout\n");
    tell(sink, &lines);
}

/*
 * Says what failed. A reader that left is told nothing.
 */
static void
complain_about(const char *url, const struct err *err)
{
    struct buf line = {0};

    if (err->code == ERR_CLOSED)
        return;
    buf_add_text(&line, NAME ": '");
    utf8_add_clean(&line, str_of(url));
    buf_add_format(&line, "': %s", err->text);
    for (size_t i = 0; i < line.len; i++)
        if (line.ptr[i] == '\n')
            line.ptr[i] = '?';
    fprintf(stderr, "%s\n", line.ptr);
    buf_done(&line);
}

/*
 * Says which parts of the sandbox hold.
 */
static bool
answer(unsigned parts, struct err *err)
{
    struct buf words = {0};

    sandbox_add_words(SANDBOX_FETCHER, parts, &words);
    buf_add_char(&words, '\n');
    const bool is_done = file_write_fd(STDOUT_FILENO, buf_str(&words), err);
    buf_done(&words);
    return is_done;
}

/*
 * Enters the sandbox, and does there what the arguments say.
 */
static bool
work(const struct args *args, struct sink *sink, struct err *err)
{
    static const struct fetch_ops ops = {
        .redirect = tell_redirect,
        .head = tell_head,
        .body = write_body,
        .progress = tell_progress,
    };
    const unsigned parts =
        sandbox_enter(SANDBOX_FETCHER, args->opts.max_size, SANDBOX_ALL);

    if (args->needs_sandbox && !sandbox_check(SANDBOX_FETCHER, parts, err))
        return false;
    if (args->is_question)
        return answer(parts, err);
    return fetch_page(args->url, &args->opts, &ops, sink, err);
}

int
main(int argc, char **argv)
{
    struct args args = {.opts = {
                            .timeout = TIMEOUT,
                            .max_size = MAX_SIZE,
                            .user_agent = "gutread/" GUTREAD_VERSION,
                            .ca_file = getenv("SSL_CERT_FILE"),
                        }};
    /* Before anything is opened that could get this number. */
    struct sink sink = {.has_head = fcntl(HEAD_FD, F_GETFD) >= 0};
    struct err err = {0};

    signal(SIGPIPE, SIG_IGN);
    utf8_start();
    if (!read_args(argc, argv, &args) || !read_password(&args))
        return STATUS_USAGE;
    if (args.is_help) {
        fputs(usage, stdout);
        return EXIT_SUCCESS;
    }
    if (args.is_version) {
        printf(NAME " " GUTREAD_VERSION "\nwith %s\n", fetch_library());
        return EXIT_SUCCESS;
    }
    if (!work(&args, &sink, &err)) {
        tell_end(&sink, &err);
        complain_about(args.is_question ? "--sandbox" : args.url, &err);
        return STATUS_BAD;
    }
    return EXIT_SUCCESS;
}
