/* SPDX-License-Identifier: ISC */
/*
 * job - one load, from a source to an article
 *
 * Starts gutread-parse with the source as its standard input, collects the
 * encoded article from its standard output, decodes and checks it. All of it
 * happens in the loop, nothing waits. The program gets no argument that comes
 * from a document but the name and the base address, each in one piece; it gets
 * no environment and no descriptor besides its standard three.
 *
 *      job_start --> (loop turns) --> done(article, NULL)   success
 *                                 \-> done(NULL, err)       failure
 *      job_cancel: no callback
 *
 * When done is called, all handles of the job are closed. A canceled job needs
 * some more turns of the loop to close them, so run the loop until nothing is
 * left before it is closed.
 */
#ifndef APP_JOB_H
#define APP_JOB_H

#include "app/source.h"
#include "base/err.h"
#include "model/article.h"

#include <stdbool.h>
#include <stddef.h>

struct uv_loop_s;
struct job;

struct job_opts {
    const char *type;     /* "markdown", "html", "text"; NULL: guess */
    const char *base_url; /* NULL: none */
    bool is_full_page;    /* nothing is left out */
    size_t max_size;      /* bytes of the source */
};

/*
 * Is told the result, once: the article, taken by the callee, or NULL and why,
 * without the name of the source (app/source.h). err lives until the callback
 * returns; the job itself is gone already. Never called from within job_start().
 */
typedef void (*job_done_fn)(
    void *user, struct article *article, const struct err *err);

/*
 * Starts loading source, of which a copy is kept; opts is copied, its strings
 * too. The result is valid until done is called. A failure to start is told
 * through done as well.
 */
struct job *job_start(struct uv_loop_s *loop, const struct source *source,
    const struct job_opts *opts, job_done_fn done, void *user);

/*
 * Ends the job at once: its program is killed and done is not called. NULL is
 * allowed.
 */
void job_cancel(struct job *job);

#endif
