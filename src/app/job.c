/* SPDX-License-Identifier: ISC */
/*
 * job - one load, from a source to an article
 *
 * A job has up to three parts at a time: a timer that starts it in the next
 * turn, the download of a page, and the parser; it is over when none is left,
 * in whatever order they end. A job that is canceled just has them end sooner.
 * A page that only leads to another one is downloaded, parsed, and then the
 * other one is.
 */
#include "app/job.h"

#include "answer.h"
#include "arrived.h"
#include "base/buf.h"
#include "base/file.h"
#include "base/mem.h"
#include "child.h"
#include "download.h"
#include "model/plate.h"
#include "model/url.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <uv.h>

enum {
    PATIENCE = 120, /* seconds; the system is to end it sooner, by its time */
};

struct job {
    uv_timer_t start;
    struct child parser;
    struct download *download; /* NULL: there is none (any more) */
    unsigned n_open;           /* parts that are there */

    struct source source;
    const char *elsewhere; /* where the page led, NULL: it did not */
    struct job_opts opts;  /* with the strings in texts */
    char **texts;          /* owned, for opts and progress */
    uint32_t n_texts, cap_texts;
    size_t max_encoded;
    struct job_progress progress;
    struct arrived arrived;
    bool is_exposed;     /* the way led from https to http */
    bool has_named_feed; /* the source is the feed that a page named */

    struct answer answer;
    bool is_canceled;
    struct err err; /* set as soon as the job cannot succeed */

    job_done_fn done;
    void *user;
};

static void
free_job(struct job *job)
{
    arrived_done(&job->arrived);
    child_done(&job->parser);
    for (uint32_t i = 0; i < job->n_texts; i++)
        free(job->texts[i]);
    free(job->texts);
    source_done(&job->source);
    free(job);
}

/*
 * Ends the job when nothing of it is left.
 */
static void
note_end(struct job *job)
{
    if (--job->n_open > 0)
        return;
    const job_done_fn done = job->done;
    void *const user = job->user;
    const job_feed_fn take_feed = job->opts.feed;
    struct answer answer = job->answer;
    struct err err = job->err;
    const bool is_canceled = job->is_canceled;
    if (job->has_named_feed && err.code != ERR_NONE)
        err_wrap(&err, "the feed that it names, '%s'", job->source.place);
    free_job(job);
    if (is_canceled) {
        answer_done(&answer);
    } else if (answer.feed && take_feed) {
        take_feed(user, answer.feed);
    } else {
        if (answer.feed)
            err_set(&err, ERR_BAD_DATA, "this is a feed, not an article");
        feed_free(answer.feed);
        done(user, answer.article, answer.article ? NULL : &err);
    }
}

static void
on_close(uv_handle_t *handle)
{
    note_end(handle->data);
}

static void
on_answer(void *user)
{
    struct job *job = user;

    if (job->parser.answer.len <= job->max_encoded || job->err.code != ERR_NONE)
        return;
    err_set(&job->err, ERR_UNPARSED,
        "the parser made more of this document than an article can be");
    child_kill(&job->parser);
}

/*
 * Takes the text, which lives as long as the job then.
 */
static const char *
keep_text(struct job *job, char *text)
{
    MEM_GROW(job->texts, job->cap_texts, job->n_texts + 1);
    job->texts[job->n_texts] = text;
    return job->texts[job->n_texts++];
}

static void fetch(struct job *job, const char *url);
static void load(struct job *job);

/*
 * Forgets the page, so that another one can be loaded.
 */
static void
leave_page(struct job *job)
{
    answer_done(&job->answer);
    arrived_done(&job->arrived);
    job->progress = (struct job_progress){0};
}

/*
 * Leaves the page for the one that it leads to, which is of the web as itself.
 * Returns false when it leads nowhere or was led to.
 */
static bool
follow(struct job *job)
{
    const struct str url = article_fact(job->answer.article, FACT_ELSEWHERE);

    if (!job->arrived.url || job->elsewhere || job->opts.is_full_page ||
        !url_is_web(url))
        return false;
    job->elsewhere = keep_text(job, mem_copy_text(url.ptr, url.len));
    job->is_exposed |=
        str_starts_nocase(str_of(job->arrived.url), STR("https:")) &&
        !str_starts_nocase(url, STR("https:"));
    leave_page(job);
    fetch(job, job->elsewhere);
    return true;
}

/*
 * Leaves the page for the feed that it names. Sets err when it names none, or
 * something that is no feed.
 */
static void
follow_to_feed(struct job *job)
{
    const struct str link = article_fact(job->answer.article, FACT_FEED);
    struct source feed = {0};

    if (job->has_named_feed)
        err_set(&job->err, ERR_BAD_DATA, "this is no feed");
    else if (link.len == 0)
        err_set(&job->err, ERR_NOT_FOUND,
            "this page names no feed (give the feed's own address)");
    else if (!source_follow(&job->source, link, &feed))
        err_set(&job->err, ERR_BAD_DATA,
            "this page names '%.*s' as its feed, which is no address",
            STR_ARG(link));
    leave_page(job);
    if (feed.kind == SOURCE_NONE)
        return;
    source_done(&job->source);
    job->source = feed;
    job->has_named_feed = true;
    job->opts.type = job->opts.base_url = NULL; /* were those of the page */
    load(job);
}

/*
 * Takes the answer of the parser.
 */
static void
on_parser_end(void *user)
{
    struct job *job = user;
    struct child *parser = &job->parser;

    if (job->err.code == ERR_NONE && !job->is_canceled &&
        !answer_read(parser, &job->answer, &job->err)) {
        /* It is told with the end. */
    }
    child_done(parser);
    if (job->answer.article && !follow(job) && job->opts.wants_feed)
        follow_to_feed(job);
    note_end(job);
}

/*
 * Returns how many seconds the parser may take for what comes from the
 * descriptor; 0 when nobody knows how long that will take to come.
 */
static unsigned
find_patience(const struct job *job, int fd)
{
    struct stat st;

    if (fstat(fd, &st) != 0 || !S_ISREG(st.st_mode))
        return 0;
    return job->opts.patience > 0 ? job->opts.patience : PATIENCE;
}

/*
 * Has what comes from the descriptor, which is taken, parsed.
 */
static void
parse(struct job *job, int fd)
{
    static const struct child_ops ops = {on_answer, on_parser_end};
    const struct job_opts *o = &job->opts;
    const struct child_opts how = {
        .name = "gutread-parse",
        .in = fd,
        .out = -1,
        .has_one_answer = true,
        .patience = find_patience(job, fd),
    };
    struct child *parser = &job->parser;

    child_add_arg(parser, "--max-size=%zu", o->max_size);
    if (o->type)
        child_add_arg(parser, "--type=%s", o->type);
    if (o->base_url)
        child_add_arg(parser, "--base-url=%s", o->base_url);
    if (o->content_type)
        child_add_arg(parser, "--content-type=%s", o->content_type);
    else if (job->source.kind == SOURCE_FILE)
        child_add_arg(parser, "--name=%s", file_name(job->source.place));
    arrived_add(&job->arrived, o->base_url != NULL, parser);
    if (job->is_exposed)
        child_add_arg(parser, "--note=" JOB_EXPOSED);
    if (o->needs_sandbox)
        child_add_arg(parser, "--require-sandbox");
    if (o->is_full_page)
        child_add_arg(parser, "--full-page");
    job->n_open++;
    if (!child_start(parser, job->start.loop, &how, &ops, job, &job->err)) {
        /* It is told with the end. */
    }
    close(fd);
}

static void
tell_progress(struct job *job, enum job_phase phase)
{
    job->progress.phase = phase;
    job->progress.is_exposed = job->is_exposed;
    if (job->opts.progress && !job->is_canceled)
        job->opts.progress(job->user, &job->progress);
}

static void
on_redirect(void *user, struct str url)
{
    struct job *job = user;

    job->progress.host = str_of(keep_text(job, plate_host(url)));
    tell_progress(job, JOB_CONNECTING);
}

static void
on_head(void *user, const struct reply *reply)
{
    struct job *job = user;

    job->progress.n_total = reply->length;
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
 * Keeps what the parser is to know, and tells whoever keeps pages. To where a
 * page leads, nothing has moved: it may lead elsewhere the next time.
 */
static void
take_reply(struct job *job, const struct download_result *result)
{
    struct reply reply = *result->reply;

    if (job->elsewhere) {
        reply.lasting = job->source.place;
        reply.is_moved = false;
    }
    job->is_exposed |= reply.is_exposed;
    arrived_put(&job->arrived, result);
    if (reply.retry_at > 0 && job->opts.busy)
        job->opts.busy(job->user, reply.retry_at);
    if (!result->err && job->opts.reply)
        job->opts.reply(job->user, &reply, result->fd);
}

/*
 * Tells whether what came is to be parsed. A page that came with a failure, or
 * not whole, is: there may be something in it; but no feed.
 */
static bool
is_to_be_parsed(const struct job *job, const struct download_result *result)
{
    const bool is_failure = result->reply && result->reply->failure;

    return result->fd >= 0 && !job->is_canceled &&
           !(job->opts.needs_feed && is_failure);
}

/*
 * Says why there is nothing to be parsed.
 */
static void
explain(struct job *job, const struct err *err)
{
    if (!err)
        err_set(&job->err, ERR_UNCHANGED, "the page has not changed");
    else if (err->code == ERR_GONE && job->opts.needs_feed)
        err_set(&job->err, ERR_GONE,
            "HTTP 410: the feed is gone for good; it is not asked any more");
    else
        job->err = *err;
}

/*
 * Takes the end of the download.
 */
static void
on_download(void *user, const struct download_result *result)
{
    struct job *job = user;

    job->download = NULL;
    if (result->reply && !job->is_canceled)
        take_reply(job, result);
    if (is_to_be_parsed(job, result)) {
        parse(job, result->fd);
        tell_progress(job, JOB_PARSING);
    } else {
        explain(job, result->err);
        if (result->fd >= 0)
            close(result->fd);
    }
    note_end(job);
}

static void
fetch(struct job *job, const char *url)
{
    static const struct download_ops ops = {
        on_redirect, on_head, on_bytes, on_download};
    const struct job_opts *o = &job->opts;
    const bool is_asked_for = url == job->source.place;
    const struct download_opts how = {
        .timeout = o->timeout,
        .max_size = o->max_size,
        .patience = o->patience,
        .needs_sandbox = o->needs_sandbox,
        .user_agent = o->user_agent,
        .etag = is_asked_for ? o->etag : NULL,
        .since = is_asked_for ? o->since : NULL,
    };

    if (o->is_offline) {
        err_set(&job->err, ERR_OFFLINE,
            "nothing is loaded from the web with --offline");
        return;
    }
    /* What a page names itself may be on any server. */
    char *address =
        is_asked_for && o->address ? o->address(o->address_user, url) : NULL;
    job->n_open++;
    job->progress.host = str_of(keep_text(job, plate_host(str_of(url))));
    job->download = download_start(
        job->start.loop, address ? address : url, &how, &ops, job);
    free(address);
    tell_progress(job, JOB_CONNECTING);
}

/*
 * Loads what the source is.
 */
static void
load(struct job *job)
{
    int fd;

    if (job->source.kind == SOURCE_WEB)
        fetch(job, job->source.place);
    else if (source_open(&job->source, &fd, &job->err))
        parse(job, fd);
}

static void
on_start(uv_timer_t *timer)
{
    struct job *job = timer->data;

    uv_close((uv_handle_t *)timer, on_close);
    load(job);
}

static const char *
keep_option(struct job *job, const char *text)
{
    return text ? keep_text(job, mem_copy_text(text, strlen(text))) : NULL;
}

struct job *
job_start(uv_loop_t *loop, const struct source *source,
    const struct job_opts *opts, job_done_fn done, void *user)
{
    struct job *job = mem_alloc_zero(1, sizeof *job);

    job->source = source_copy(source);
    job->max_encoded = answer_max_size(opts->max_size);
    job->done = done;
    job->user = user;
    job->opts = *opts;
    job->opts.type = keep_option(job, opts->type);
    job->opts.base_url = keep_option(job, opts->base_url);
    job->opts.content_type = keep_option(job, opts->content_type);
    job->opts.user_agent = keep_option(job, opts->user_agent);
    job->opts.etag = keep_option(job, opts->etag);
    job->opts.since = keep_option(job, opts->since);

    job->start.data = job;
    job->n_open = 1;
    uv_timer_init(loop, &job->start);
    uv_timer_start(&job->start, on_start, 0, 0);
    return job;
}

void
job_cancel(struct job *job)
{
    if (!job || job->is_canceled)
        return;
    job->is_canceled = true;
    if (!uv_is_closing((uv_handle_t *)&job->start))
        uv_close((uv_handle_t *)&job->start, on_close);
    download_stop(job->download);
    child_kill(&job->parser);
}

struct job_opts
job_options(const struct options *o, struct buf *type)
{
    options_add_value(o, options_find(STR("type")), type);
    return (struct job_opts){
        .type = type->len > 0 ? type->ptr : NULL,
        .base_url = o->base_url,
        .is_full_page = o->full_page,
        .max_size = o->max_size,
        .timeout = (unsigned)o->timeout,
        .user_agent = o->user_agent,
        .is_offline = o->offline,
        .is_anew = o->no_cache,
        .needs_sandbox = o->require_sandbox,
        .wants_feed = o->feed,
    };
}
