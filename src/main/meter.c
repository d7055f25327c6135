/* SPDX-License-Identifier: ISC */
/*
 * meter - a line on standard error about a page that takes long
 *
 * One write a time, so that what others say does not get in between; who calls
 * it sees to it that this is not often.
 */
#include "meter.h"

#include "base/buf.h"
#include "base/file.h"
#include "base/utf8.h"

#include <unistd.h>

enum {
    PATIENCE_MS = 1000
};

static void
write_line(struct buf *line)
{
    struct err ignored;

    if (!file_write_fd(STDERR_FILENO, buf_str(line), &ignored)) {
        /* There is nobody to tell how far it is. */
    }
    buf_done(line);
}

static void
add_size(struct buf *out, uint64_t n_bytes)
{
    if (n_bytes < 1000000)
        buf_add_format(out, "%u kB", (unsigned)((n_bytes + 999) / 1000));
    else
        buf_add_format(out, "%.1f MB", (double)n_bytes / 1e6);
}

void
meter_show(struct meter *m, const struct job_progress *p, uint64_t now)
{
    struct buf line = {0};

    if (m->start == 0)
        m->start = now;
    if (now - m->start < PATIENCE_MS || !isatty(STDERR_FILENO))
        return;
    m->is_shown = true;
    buf_add_text(&line, "\r\033[K");
    const size_t start = line.len;
    utf8_add_clean(&line, p->host);
    buf_replace(&line, start, '\n', '?');
    buf_add_text(&line, ": ");
    if (p->phase == JOB_CONNECTING)
        buf_add_text(&line, "waiting");
    else if (p->n_total > 0 && p->n_bytes <= p->n_total)
        buf_add_format(&line, "%u%% of ",
            (unsigned)((double)p->n_bytes * 100 / (double)p->n_total));
    if (p->phase != JOB_CONNECTING)
        add_size(&line, p->n_total > 0 ? p->n_total : p->n_bytes);
    write_line(&line);
}

void
meter_clear(struct meter *m)
{
    struct buf line = {0};

    if (m->is_shown) {
        buf_add_text(&line, "\r\033[K");
        write_line(&line);
    }
    *m = (struct meter){0};
}
