/* SPDX-License-Identifier: ISC */
/*
 * pulse - a timer for what is shown only for a while
 *
 * A libuv timer whose memory goes when its handle is closed.
 */
#include "ui/pulse.h"

#include "base/mem.h"

#include <stdlib.h>
#include <uv.h>

struct pulse {
    uv_timer_t timer;
    pulse_fn fn;
    void *user;
};

static void
beat(uv_timer_t *timer)
{
    struct pulse *p = timer->data;
    p->fn(p->user);
}

struct pulse *
pulse_start(
    struct uv_loop_s *loop, uint64_t milliseconds, pulse_fn fn, void *user)
{
    struct pulse *p = mem_alloc_zero(1, sizeof *p);
    p->fn = fn;
    p->user = user;
    p->timer.data = p;
    uv_timer_init(loop, &p->timer);
    uv_timer_start(&p->timer, beat, milliseconds, milliseconds);
    return p;
}

static void
close_timer(uv_handle_t *handle)
{
    free(handle->data);
}

void
pulse_cancel(struct pulse *p)
{
    if (p)
        uv_close((uv_handle_t *)&p->timer, close_timer);
}
