/* SPDX-License-Identifier: ISC */
/*
 * gutread - reads articles in a terminal
 *
 * Options first, then the config file, then what they ask for: something to
 * print, or articles to read (reading.h), on the screen (ui/session.h) or by
 * writing them (dump.h). No document is parsed here; that is what gutread-parse
 * is for (app/job.h).
 */
#include "about.h"
#include "app/config.h"
#include "app/keymap.h"
#include "app/options.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "command.h"
#include "complaint.h"
#include "dump.h"
#include "model/plate.h"
#include "model/url.h"
#include "reading.h"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>
#include <uv.h>

enum {
    STATUS_DONE = 0,
    STATUS_FAILED = 1,   /* a source, a name, or writing */
    STATUS_USAGE = 2,    /* the command line */
    MIN_DESCRIPTORS = 30 /* that are free */
};

/*
 * Makes sure that nothing opened later takes the place of a closed standard
 * descriptor, and that no program that is started gets any other.
 */
static void
claim_descriptors(void)
{
    for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
        if (fcntl(fd, F_GETFD) < 0)
            open("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY);
    uv_disable_stdio_inheritance();
}

/*
 * Tells whether there may be as many descriptors as it takes to load some
 * articles at a time. libuv, which takes the first ones, aborts without.
 */
static bool
has_descriptors(void)
{
    int fds[MIN_DESCRIPTORS];
    unsigned n = 0;

    for (; n < MIN_DESCRIPTORS; n++) {
        fds[n] = fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
        if (fds[n] < 0)
            break;
    }
    for (unsigned i = 0; i < n; i++)
        close(fds[i]);
    if (n < MIN_DESCRIPTORS)
        complaint_say("too few file descriptors are allowed; try 'ulimit -n "
                      "256'");
    return n == MIN_DESCRIPTORS;
}

/*
 * Writes the text, which is taken.
 */
static int
print(struct buf *text)
{
    bool ok = dump_text(buf_str(text));

    buf_done(text);
    return ok ? STATUS_DONE : STATUS_FAILED;
}

/*
 * Tells whether links can be seen from url: a page of the web or a file.
 */
static bool
is_base(struct str url)
{
    struct buf path = {0};
    bool is_known =
        (url_is_web(url) && url_host(url).len > 0) || url_file_path(url, &path);

    buf_done(&path);
    return is_known;
}

static bool
refuse_base(const char *base_url, struct err *err)
{
    char *shown = plate_text(str_of(base_url)); /* without a password */

    err_set(err, ERR_BAD_DATA,
        "option '--base-url' needs an http, https or file address, as in "
        "'https://example.org/', not '%s'",
        shown);
    free(shown);
    return false;
}

/*
 * Checks what no option can check alone.
 */
static bool
check_usage(const struct options *o, struct err *err)
{
    const char *name = o->toc       ? "toc"
                       : o->faq     ? "faq"
                       : o->section ? "section"
                       : o->prev    ? "prev"
                       : o->next    ? "next"
                                    : NULL;

    if (o->reading_list && (o->n_operands > 0 || o->prev || o->next))
        return err_set(err, ERR_BAD_DATA,
            "option '--reading-list' without '--save' or '--remove' reads what "
            "is on the list, and takes no %s",
            o->prev   ? "'--prev'"
            : o->next ? "'--next'"
                      : "SOURCE");
    if (name && options_is_home(o))
        return err_set(err, ERR_BAD_DATA,
            "option '--%s' needs a SOURCE ('-' is standard input)", name);
    if (o->base_url && !is_base(str_of(o->base_url)))
        return refuse_base(o->base_url, err);
    return true;
}

/*
 * Says what is wrong with the command line.
 */
static int
refuse(const struct err *err)
{
    struct buf line = {0};

    buf_add_format(&line, "%s; see 'gutread --help'", err->text);
    complaint_say(line.ptr);
    buf_done(&line);
    return STATUS_USAGE;
}

/*
 * Does what the command line says.
 */
static int
run(struct options *o, struct keymap *m, int argc, char **argv)
{
    struct buf text = {0};
    struct err err;

    if (!options_parse(o, argc, argv, &err))
        return refuse(&err);
    if (o->help) {
        options_add_help(&text);
        return print(&text);
    }
    if (o->version) {
        about_add(&text);
        return print(&text);
    }

    struct err mistake = {0};
    if (!config_load(o, m, &mistake)) {
        if (o->config && mistake.code != ERR_BAD_DATA)
            return refuse(&mistake);
        complaint_say(mistake.text);
    }
    if (o->print_config || o->print_keys) {
        if (o->print_config)
            config_add_options(o, &text);
        if (o->print_keys)
            config_add_keys(m, &text);
        return print(&text);
    }

    if (command_is_asked(o)) {
        if (!command_check(o, &err))
            return refuse(&err);
        return command_run(o) ? STATUS_DONE : STATUS_FAILED;
    }
    if (!check_usage(o, &err))
        return refuse(&err);
    bool ok = reading_run(o, m, mistake.code == ERR_NONE ? NULL : mistake.text);
    return ok ? STATUS_DONE : STATUS_FAILED;
}

static void *
resize(void *ptr, size_t size)
{
    return mem_resize(ptr, size, 1);
}

/*
 * Lets the loop get its memory where all get theirs: it ends the program
 * without a word when there is none.
 */
static bool
share_memory(void)
{
    return uv_replace_allocator(mem_alloc, resize, mem_alloc_zero, free) == 0;
}

int
main(int argc, char **argv)
{
    struct options o;
    struct keymap m;

    if (!share_memory())
        return STATUS_FAILED;
    claim_descriptors();
    if (!has_descriptors())
        return STATUS_FAILED;
    utf8_start();
    options_init(&o);
    keymap_init(&m);
    int status = run(&o, &m, argc, argv);
    keymap_done(&m);
    options_done(&o);
    return status;
}
