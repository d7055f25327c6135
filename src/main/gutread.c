/* SPDX-License-Identifier: ISC */
/*
 * gutread - reads articles in a terminal
 *
 * Options and config first, the articles on a shelf next, and then the shelf is
 * read on the screen (ui/session.h) or written to standard output (dump.h).
 * Documents are parsed by another program, gutread-parse (app/job.h).
 */
#include "app/config.h"
#include "app/keymap.h"
#include "app/options.h"
#include "app/shelf.h"
#include "base/utf8.h"
#include "complaint.h"
#include "dump.h"
#include "gather.h"
#include "look.h"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>
#include <uv.h>

enum {
    STATUS_DONE = 0,
    STATUS_FAILED = 1, /* a source, a name, or writing */
    STATUS_USAGE = 2   /* the command line */
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
 * Reads what the operands name, or the bundled articles, the way that the
 * options ask for.
 */
static int
read_articles(const struct options *o, const struct job_opts *jobs)
{
    const struct out_opts look = look_at(o);
    struct shelf *shelf = shelf_new();
    struct err err;
    bool ok;

    if (o->n_operands > 0) {
        ok = gather_operands(shelf, o, jobs, &err);
    } else {
        ok = gather_bundled(shelf, &err);
        if (!ok)
            complaint_say(err.text);
    }
    if (shelf_count(shelf) > 0 && o->n_operands > 0)
        ok = dump_shelf(shelf, jobs, &look) && ok;
    else if (shelf_count(shelf) > 0)
        ok = dump_list(shelf, jobs, look.format) && ok;
    shelf_free(shelf);
    return ok ? STATUS_DONE : STATUS_FAILED;
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

    if (!name || o->n_operands > 0)
        return true;
    return err_set(err, ERR_BAD_DATA,
        "option '--%s' needs a SOURCE ('-' is standard input)", name);
}

/*
 * Does what the command line says.
 */
static int
run(struct options *o, struct keymap *m, int argc, char **argv)
{
    struct buf text = {0};
    struct err err;

    if (!options_parse(o, argc, argv, &err) || !check_usage(o, &err)) {
        complaint_say(err.text);
        complaint_say("try 'gutread --help'");
        return STATUS_USAGE;
    }
    if (o->help) {
        options_add_help(&text);
        return print(&text);
    }
    if (o->version) {
        buf_add_text(
            &text, "gutread " GUTREAD_VERSION "\nwith " GUTREAD_LIBRARIES "\n");
        return print(&text);
    }
    if (!config_load(o, m, &err)) {
        complaint_say(err.text);
        if (o->config && err.code != ERR_BAD_DATA)
            return STATUS_FAILED;
    }
    if (o->print_config || o->print_keys) {
        if (o->print_config)
            config_add_options(o, &text);
        if (o->print_keys)
            config_add_keys(m, &text);
        return print(&text);
    }

    options_add_value(o, options_find(STR("type")), &text);
    const struct job_opts jobs = {
        .type = text.len > 0 ? text.ptr : NULL,
        .base_url = o->base_url,
        .is_full_page = o->full_page,
        .max_size = o->max_size,
    };
    int status = read_articles(o, &jobs);
    buf_done(&text);
    return status;
}

int
main(int argc, char **argv)
{
    struct options o;
    struct keymap m;

    claim_descriptors();
    utf8_start();
    options_init(&o);
    keymap_init(&m);
    int status = run(&o, &m, argc, argv);
    keymap_done(&m);
    options_done(&o);
    return status;
}
