/* SPDX-License-Identifier: ISC */
/*
 * gutread-parse - bytes on standard input, an article on standard output
 *
 * The article comes encoded as model/codec.h says, and a feed, where that is
 * what the bytes are, as model/parcel.h; gutread starts this program
 * for every document, so that a parser that crashes or hangs does not take the
 * reader with it. Before it reads a byte it gives up all but its standard
 * descriptors, some memory, some time and the loading of libraries
 * (base/sandbox.h). The only question asked of the bytes then is whether they
 * are UTF-8: if not, the library that guesses what they are is loaded, which
 * would cost every other document its time. Before anything else is done with
 * them that is given up, too.
 */
#include "base/buf.h"
#include "base/file.h"
#include "base/sandbox.h"
#include "base/utf8.h"
#include "model/codec.h"
#include "model/parcel.h"
#include "parse/charset.h"
#include "parse/parse.h"

#include <getopt.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#define NAME "gutread-parse"

enum {
    STATUS_BAD = 1,   /* it is no text, or cannot be read */
    STATUS_USAGE = 2, /* the command line is wrong */
    MAX_SIZE = 64 << 20
};

static const char usage[] =
    "Usage: " NAME " [OPTION]...\n"
    "Read a document on standard input, write an encoded article, or feed, on\n"
    "standard output, for gutread to read.\n"
    "\n"
    "  --type=TYPE      it is markdown, html, text, feed or bookmarks\n"
    "  --name=FILE      the name that it has as a file\n"
    "  --base-url=URL   the address that its links are relative to\n"
    "  --content-type=T its type as HTTP says it\n"
    "  --note=TEXT      what its reader should know\n"
    "  --failure=TEXT   why a server sent this instead of what was asked for\n"
    "  --cut=TEXT       why its end is missing\n"
    "  --max-size=N     refuse more than N bytes (default 64 MiB)\n"
    "  --full-page      leave nothing out\n"
    "  --require-sandbox\n"
    "                   refuse where the sandbox is not whole\n"
    "  --sandbox        say which parts of the sandbox work here\n"
    "  --help           say this\n"
    "  --version        say what does the work\n";

static const char version[] =
    NAME " " GUTREAD_VERSION "\nwith " PARSE_LIBRARIES "\n";

struct args {
    struct parse_opts opts;
    size_t max_size;
    bool needs_sandbox, is_question, is_help, is_version;
};

static bool
complain(const char *what, const char *value)
{
    fprintf(stderr, NAME ": %s '%s'; see " NAME " --help\n", what, value);
    return false;
}

static bool
read_size(const char *value, size_t *out_size)
{
    char *end;
    uintmax_t size = strtoumax(value, &end, 10);

    if (*value < '0' || *value > '9' || *end || size > SIZE_MAX)
        return complain("not a number of bytes:", value);
    *out_size = (size_t)size;
    return true;
}

static bool
read_option(struct args *args, int option, const char *value)
{
    switch (option) {
    case 't':
        args->opts.type = sniff_find(str_of(value));
        if (args->opts.type == SNIFF_UNKNOWN)
            return complain("unknown type", value);
        return true;
    case 'n':
        args->opts.name = str_of(value);
        return true;
    case 'b':
        args->opts.base_url = str_of(value);
        return true;
    case 'c':
        args->opts.content_type = str_of(value);
        return true;
    case 'o':
        args->opts.note = str_of(value);
        return true;
    case 'x':
        args->opts.failure = str_of(value);
        return true;
    case 'e':
        args->opts.cut = str_of(value);
        return true;
    case 'm':
        return read_size(value, &args->max_size);
    case 'f':
        args->opts.is_full_page = true;
        return true;
    case 'r':
        args->needs_sandbox = true;
        return true;
    case 's':
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
        {"type", required_argument, NULL, 't'},
        {"name", required_argument, NULL, 'n'},
        {"base-url", required_argument, NULL, 'b'},
        {"content-type", required_argument, NULL, 'c'},
        {"note", required_argument, NULL, 'o'},
        {"failure", required_argument, NULL, 'x'},
        {"cut", required_argument, NULL, 'e'},
        {"max-size", required_argument, NULL, 'm'},
        {"full-page", no_argument, NULL, 'f'},
        {"require-sandbox", no_argument, NULL, 'r'},
        {"sandbox", no_argument, NULL, 's'},
        {"help", no_argument, NULL, 'h'},
        {"version", no_argument, NULL, 'v'},
        {NULL, 0, NULL, 0},
    };
    int option;

    while ((option = getopt_long(argc, argv, "", options, NULL)) != -1)
        if (!read_option(args, option, optarg))
            return false;
    if (optind < argc)
        return complain("unexpected argument", argv[optind]);
    return true;
}

static bool
write_article(const struct args *args, struct buf *bytes, struct err *err)
{
    struct buf encoded = {0};
    struct parse_result result = {0};

    if (!parse_document(bytes, &args->opts, &result, err))
        return false;
    if (result.feed)
        parcel_encode(result.feed, &encoded);
    else
        codec_encode(result.article, &encoded);
    article_free(result.article);
    feed_free(result.feed);
    const bool is_done = file_write_fd(STDOUT_FILENO, buf_str(&encoded), err);
    buf_done(&encoded);
    return is_done;
}

static bool
write_parts(unsigned parts, struct err *err)
{
    struct buf words = {0};

    sandbox_add_words(SANDBOX_PARSER, parts, &words);
    buf_add_char(&words, '\n');
    const bool is_done = file_write_fd(STDOUT_FILENO, buf_str(&words), err);
    buf_done(&words);
    return is_done;
}

/*
 * Enters a sandbox, and takes its parts from those that hold. Returns false
 * when not all do but all must.
 */
static bool
enter(const struct args *args, enum sandbox_role role, unsigned *parts,
    struct err *err)
{
    *parts &= sandbox_enter(role, args->max_size, SANDBOX_ALL);
    return !args->needs_sandbox || sandbox_check(role, *parts, err);
}

/*
 * Enters the sandbox, and does there what the arguments say.
 */
static bool
work(const struct args *args, struct err *err)
{
    unsigned parts = SANDBOX_ALL;
    void *library = NULL;
    struct buf bytes = {0};
    bool is_done = false;

    if (!enter(args, SANDBOX_LOADER, &parts, err))
        return false;
    if (!args->is_question &&
        !file_read_fd(STDIN_FILENO, args->max_size, &bytes, err))
        goto out;
    library = charset_load(buf_str(&bytes));
    if (!enter(args, SANDBOX_PARSER, &parts, err))
        goto out;
    is_done = args->is_question ? write_parts(parts, err)
                                : write_article(args, &bytes, err);
out:
    charset_unload(library);
    buf_done(&bytes);
    return is_done;
}

int
main(int argc, char **argv)
{
    struct args args = {.max_size = MAX_SIZE};
    struct err err = {0};

    utf8_start();
    if (!read_args(argc, argv, &args))
        return STATUS_USAGE;
    if (args.is_help || args.is_version) {
        fputs(args.is_help ? usage : version, stdout);
        return EXIT_SUCCESS;
    }
    if (!work(&args, &err)) {
        fprintf(stderr, NAME ": %s\n", err.text);
        return STATUS_BAD;
    }
    return EXIT_SUCCESS;
}
