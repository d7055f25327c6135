/* SPDX-License-Identifier: ISC */
/*
 * await - what is loaded while a command does nothing else
 */
#include "await.h"

#include "base/mem.h"

#include <uv.h>

void
await_begin(uv_loop_t *loop)
{
    if (uv_loop_init(loop) != 0)
        mem_exhausted();
}

void
await_end(uv_loop_t *loop)
{
    uv_run(loop, UV_RUN_DEFAULT);
    uv_loop_close(loop);
}

/* Where the one result goes. */
struct catch
{
    struct harvest_result result;
    struct err err; /* with a code: there is none */
};

static void
take(void *user, struct harvest_result *result)
{
    struct catch *c = user;

    if (result->err)
        c->err = *result->err;
    c->result = (struct harvest_result){
        .article = result->article,
        .feed = result->feed,
        .receipt = receipt_take(&result->receipt),
    };
    result->article = NULL;
    result->feed = NULL;
}

bool
await_load(const struct source *source, const struct job_opts *opts,
    struct harvest_result *out_result, struct err *err)
{
    const struct harvest_request request = {.source = source};
    struct catch c = {0};
    uv_loop_t loop;

    await_begin(&loop);
    struct harvest *h = harvest_new(&loop, opts, 1, take, &c);
    harvest_add(h, &request);
    await_end(&loop);
    harvest_cancel(h);
    if (c.err.code != ERR_NONE) {
        harvest_drop(&c.result);
        *err = c.err;
        return false;
    }
    *out_result = c.result;
    return true;
}
