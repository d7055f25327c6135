/* SPDX-License-Identifier: ISC */
/*
 * watch - tells when a file has changed
 *
 * An event starts a timer again; when it runs out, the file is compared with
 * what it was: its identity, size and time. The timer runs only after an event,
 * and no event puts it off for longer than a file that is always written to may
 * go unseen.
 * A file that is missing or empty for a moment, between two steps of an editor,
 * is waited for: its coming back is an event as well.
 */
#include "ui/watch.h"

#include "base/file.h"
#include "base/mem.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <uv.h>

enum {
    QUIET_MS = 100,  /* without a change, before one is told */
    LONGEST_MS = 500 /* that this is waited for */
};

/* What tells one version of a file from another. */
struct version {
    dev_t device;
    ino_t inode;
    off_t size;
    struct timespec time;
};

struct watch {
    uv_fs_event_t events;
    uv_timer_t timer;
    char *path;
    char *name;
    struct version version;
    uint64_t end; /* when the timer runs out, whatever comes */
    watch_fn fn;
    void *user;
    int n_open; /* handles */
};

/* Returns all zeroes when there is no such file, or nothing in it. */
static struct version
version_of(const char *path)
{
    struct stat st;
    if (stat(path, &st) != 0 || !S_ISREG(st.st_mode) || st.st_size == 0)
        return (struct version){0};
    return (struct version){st.st_dev, st.st_ino, st.st_size, st.st_mtim};
}

static void
settle(uv_timer_t *timer)
{
    struct watch *w = timer->data;
    struct version now = version_of(w->path), old = w->version;
    bool is_there = now.inode != 0;
    bool is_same = now.device == old.device && now.inode == old.inode &&
                   now.size == old.size && now.time.tv_sec == old.time.tv_sec &&
                   now.time.tv_nsec == old.time.tv_nsec;

    if (!is_there || is_same)
        return;
    w->version = now;
    w->fn(w->user);
}

static void
take_event(uv_fs_event_t *events, const char *name, int kinds, int status)
{
    struct watch *w = events->data;
    (void)kinds;
    if (status < 0 || (name && strcmp(name, w->name) != 0))
        return;
    const uint64_t now = uv_now(w->timer.loop);
    if (!uv_is_active((uv_handle_t *)&w->timer))
        w->end = now + LONGEST_MS;
    const uint64_t left = w->end > now ? w->end - now : 0;
    uv_timer_start(&w->timer, settle, left < QUIET_MS ? left : QUIET_MS, 0);
}

static void
close_handle(uv_handle_t *handle)
{
    struct watch *w = handle->data;
    if (--w->n_open > 0)
        return;
    free(w->path);
    free(w->name);
    free(w);
}

struct watch *
watch_start(struct uv_loop_s *loop, const char *path, watch_fn fn, void *user)
{
    struct watch *w = mem_alloc_zero(1, sizeof *w);
    const char *name = file_name(path);
    w->path = mem_copy_text(path, strlen(path));
    w->name = mem_copy_text(name, strlen(name));
    w->version = version_of(path);
    w->fn = fn;
    w->user = user;
    w->n_open = 2;
    w->events.data = w->timer.data = w;
    uv_timer_init(loop, &w->timer);
    uv_fs_event_init(loop, &w->events);

    char *folder = file_folder(path);
    int failure = uv_fs_event_start(&w->events, take_event, folder, 0);
    free(folder);
    if (failure == 0)
        return w;
    watch_cancel(w);
    return NULL;
}

void
watch_cancel(struct watch *w)
{
    if (!w)
        return;
    uv_close((uv_handle_t *)&w->timer, close_handle);
    uv_close((uv_handle_t *)&w->events, close_handle);
}
