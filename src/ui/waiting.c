/* SPDX-License-Identifier: ISC */
/*
 * waiting - what the status bar says while something is loaded
 */
#include "waiting.h"

static void
add_size(struct buf *out, uint64_t n_bytes)
{
    if (n_bytes < 1000000)
        buf_add_format(out, "%u kB", (unsigned)((n_bytes + 999) / 1000));
    else
        buf_add_format(out, "%.1f MB", (double)n_bytes / 1e6);
}

void
waiting_add_status(const struct reading *r, struct buf *left)
{
    static const char spinner[] = "|/-\\";
    const struct job_progress *p = &r->loading.progress;

    if (r->loading.n_beats == 0)
        return;
    buf_add_format(left, "%c ", spinner[r->loading.n_beats % 4]);
    if (p->host.len == 0) {
        buf_add_format(left, "loading %s", source_label(&r->loading.source));
    } else if (p->phase == JOB_CONNECTING) {
        buf_add_format(left, "waiting for %.*s", STR_ARG(p->host));
    } else {
        buf_add_format(left, "loading from %.*s: ", STR_ARG(p->host));
        if (p->n_total > 0 && p->n_bytes <= p->n_total)
            buf_add_format(left, "%u%% of ",
                (unsigned)((double)p->n_bytes * 100 / (double)p->n_total));
        add_size(left, p->n_total > 0 ? p->n_total : p->n_bytes);
    }
    buf_add_text(left, " (Esc to stop)");
}
