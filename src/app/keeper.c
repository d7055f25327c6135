/* SPDX-License-Identifier: ISC */
/*
 * keeper - writes the library on a thread of its own
 *
 * One mutex guards what both threads see: the queue, what is done, and whether
 * the end has come. A batch belongs to the thread from the moment it is taken
 * off the queue, and to the loop's when it is put to what is done.
 *
 * A change that cannot be ended because another program is busy with the library
 * is tried again; when nothing can be written, because the disk is full, every
 * task fails by itself, and the next one tries anew.
 *
 * While there is nothing to write, what another version of gutread has left to be
 * renewed is, little by little, and what is more than the library may have goes. Here it is also found out whether others have
 * changed the library, since this connection alone can tell that from what is
 * written here.
 */
#include "app/keeper.h"

#include "base/mem.h"
#include "store/library.h"
#include "store/prune.h"
#include "store/vault.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <uv.h>

enum {
    N_TRIES = 3,      /* of a change, while another program is busy */
    N_LOOKS = 5,      /* for what others have changed, each after a rest */
    REST_AFTER = 200, /* milliseconds without anything to write */
    PRUNE_MS = 100    /* that are given to pruning after such a rest, and at the
                      end; what they do not do is done the next time */
};

/* A task on its way. */
struct errand {
    struct keeper_task task;
    struct errand *next;
    struct err err; /* why it was not done; its code is ERR_NONE when it was */
    uint64_t due;   /* nanoseconds of uv_hrtime() */
};

/* First in, first out. */
struct chain {
    struct errand *first, *last;
};

struct keeper {
    uv_thread_t thread;
    uv_mutex_t mutex;
    uv_cond_t wake;
    uv_async_t async; /* tells the loop that something is done */
    char *path;       /* owned */
    keeper_notice_fn notice;
    void *user;
    void (*on_news)(void *user); /* or NULL */
    void *news_user;
    struct db *db;    /* the thread's, as is */
    bool has_opened;  /* once at least */
    bool is_renewing; /* there may be something to be renewed */
    /* Under the mutex: */
    struct chain queue, done;
    char *news;       /* owned: what a person should know, or NULL */
    int64_t max_size; /* 0: any */
    bool is_pruning;  /* there may be more than that */
    int n_looks;      /* for what others have changed, that are to come */
    bool has_changed; /* by others, and nobody was told yet */
    bool is_closing;
    bool is_refused; /* that nothing is remembered was said already */
};

static void
push(struct chain *c, struct errand *e)
{
    e->next = NULL;
    if (c->last)
        c->last->next = e;
    else
        c->first = e;
    c->last = e;
}

static void
append(struct chain *c, struct chain *more)
{
    if (!more->first)
        return;
    if (c->last)
        c->last->next = more->first;
    else
        c->first = more->first;
    c->last = more->last;
    *more = (struct chain){0};
}

static void
free_errand(struct errand *e)
{
    if (e->task.free)
        e->task.free(e->task.data);
    free(e);
}

static void
free_chain(struct chain *c)
{
    for (struct errand *e = c->first, *next; e; e = next) {
        next = e->next;
        free_errand(e);
    }
    *c = (struct chain){0};
}

/* Says something to a person, once the loop turns. Takes the mutex. */
static void
tell(struct keeper *k, const char *text)
{
    uv_mutex_lock(&k->mutex);
    free(k->news);
    k->news = mem_copy_text(text, strlen(text));
    uv_mutex_unlock(&k->mutex);
    uv_async_send(&k->async);
}

/* Says that the library is not what it was, once the loop turns. Takes the
 * mutex. */
static void
tell_news(struct keeper *k)
{
    uv_mutex_lock(&k->mutex);
    k->has_changed = true;
    uv_mutex_unlock(&k->mutex);
    uv_async_send(&k->async);
}

/* Opens the library, if it is not open; false and err when it cannot be. */
static bool
open_library(struct keeper *k, struct err *err)
{
    if (k->db && (db_is_damaged(k->db) || db_has_moved(k->db))) {
        db_close(k->db);
        k->db = NULL;
    }
    if (k->db)
        return true;
    k->db = vault_open(k->path, err);
    if (k->db && db_notice(k->db))
        tell(k, db_notice(k->db));
    if (k->db && k->has_opened)
        tell_news(k); /* it is another file */
    k->has_opened = k->has_opened || k->db;
    return k->db != NULL;
}

/* Does every task of the batch in one change; false when that was undone. */
static bool
try_batch(struct keeper *k, struct chain *batch, struct err *err)
{
    if (!open_library(k, err) || !db_begin(k->db, err))
        return false;
    for (struct errand *e = batch->first; e; e = e->next) {
        e->err.code = ERR_NONE;
        if (!db_begin(k->db, &e->err))
            continue;
        bool ok = e->task.work(k->db, e->task.data, &e->err);
        if (db_end(k->db, ok, &e->err))
            e->err.code = ERR_NONE;
    }
    return db_end(k->db, true, err);
}

static void
fail_batch(struct keeper *k, struct chain *batch, const struct err *err)
{
    for (struct errand *e = batch->first; e; e = e->next)
        e->err = *err;
    if (k->is_refused || err->code == ERR_DENIED)
        return; /* the notice of the library says so */
    struct err notice = *err;
    k->is_refused = true;
    err_wrap(&notice, "nothing is remembered");
    tell(k, notice.text);
}

/* Does a batch, and says how that went. */
static void
do_batch(struct keeper *k, struct chain *batch)
{
    struct err err = {0};

    for (int i = 0; i < N_TRIES; i++) {
        if (try_batch(k, batch, &err)) {
            k->is_refused = false;
            break;
        }
        if (err.code != ERR_TIMEOUT || i == N_TRIES - 1) {
            fail_batch(k, batch, &err);
            break;
        }
    }
    uv_mutex_lock(&k->mutex);
    append(&k->done, batch);
    uv_mutex_unlock(&k->mutex);
    uv_async_send(&k->async);
}

/*
 * Waits until there is a batch to be done, and takes it, or an empty one when
 * there is time for something else; false at the end. The mutex is held.
 */
static bool
take_batch(struct keeper *k, struct chain *out)
{
    for (;;) {
        uint64_t now = uv_hrtime(), due = UINT64_MAX;
        for (struct errand *e = k->queue.first; e; e = e->next)
            if (e->due < due)
                due = e->due;
        if (k->queue.first && (k->is_closing || due <= now)) {
            *out = k->queue;
            k->queue = (struct chain){0};
            return true;
        }
        if (k->is_closing)
            return false;
        if (!k->queue.first && !k->is_renewing && !k->is_pruning &&
            k->n_looks == 0)
            uv_cond_wait(&k->wake, &k->mutex);
        else if (!k->queue.first) {
            if (uv_cond_timedwait(&k->wake, &k->mutex,
                    (uint64_t)REST_AFTER * 1000000) == UV_ETIMEDOUT)
                return true;
        } else
            uv_cond_timedwait(&k->wake, &k->mutex, due - now);
    }
}

/* Looks whether others have changed the library, if that is wanted. */
static void
look(struct keeper *k)
{
    struct err unused;

    uv_mutex_lock(&k->mutex);
    k->n_looks -= k->n_looks > 0;
    uv_mutex_unlock(&k->mutex);
    if (k->db && open_library(k, &unused) && db_has_news(k->db))
        tell_news(k);
}

/* Renews a little of the library; a failure leaves it to another day. */
static void
renew(struct keeper *k)
{
    struct err unused;
    bool is_done = false;

    k->is_renewing = k->db && db_is_writable(k->db) &&
                     library_renew(k->db, &is_done, &unused) && !is_done;
}

/* Prunes a little of the library; a failure leaves it to another day. */
static void
prune(struct keeper *k)
{
    struct err unused;
    bool is_done = false;

    uv_mutex_lock(&k->mutex);
    const int64_t max_size = k->max_size;
    uv_mutex_unlock(&k->mutex);
    bool ok = max_size > 0 && k->db && db_is_writable(k->db) &&
              prune_run(k->db, max_size, PRUNE_MS, &is_done, &unused);
    uv_mutex_lock(&k->mutex);
    k->is_pruning = ok && !is_done;
    uv_mutex_unlock(&k->mutex);
}

/* Does what there is time for while there is nothing to write. */
static void
rest(struct keeper *k)
{
    uv_mutex_lock(&k->mutex);
    const bool is_pruning = k->is_pruning;
    uv_mutex_unlock(&k->mutex);
    look(k);
    if (k->is_renewing)
        renew(k);
    else if (is_pruning)
        prune(k);
}

/* The thread. */
static void
run(void *arg)
{
    struct keeper *k = arg;
    struct chain batch = {0};
    struct err unused;

    if (!open_library(k, &unused)) {
        /* Who has something to write hears why it cannot be. */
    }
    k->is_renewing = k->db != NULL;
    uv_mutex_lock(&k->mutex);
    while (take_batch(k, &batch)) {
        uv_mutex_unlock(&k->mutex);
        if (batch.first)
            do_batch(k, &batch);
        else
            rest(k);
        batch = (struct chain){0};
        uv_mutex_lock(&k->mutex);
    }
    uv_mutex_unlock(&k->mutex);
    if (k->db && db_is_writable(k->db) &&
        !library_purge(k->db, time(NULL), &unused)) {
        /* What is deleted goes another day. */
    }
    prune(k);
    db_close(k->db);
}

/* Tells, on the loop's thread, what was done. */
static void
report(uv_async_t *async)
{
    struct keeper *k = async->data;

    uv_mutex_lock(&k->mutex);
    struct chain done = k->done;
    char *news = k->news;
    const bool has_changed = k->has_changed;
    k->has_changed = false;
    k->done = (struct chain){0};
    k->news = NULL;
    uv_mutex_unlock(&k->mutex);
    for (struct errand *e = done.first; e; e = e->next)
        if (e->task.told)
            e->task.told(
                e->task.data, e->err.code == ERR_NONE ? NULL : &e->err);
    free_chain(&done);
    if (has_changed && k->on_news)
        k->on_news(k->news_user);
    if (news && k->notice)
        k->notice(k->user, news);
    free(news);
}

struct keeper *
keeper_open(struct uv_loop_s *loop, const char *path, keeper_notice_fn notice,
    void *user)
{
    struct keeper *k = mem_alloc_zero(1, sizeof *k);

    k->path = mem_copy_text(path, strlen(path));
    k->notice = notice;
    k->user = user;
    k->async.data = k;
    /* These fail for lack of memory only. */
    if (uv_mutex_init(&k->mutex) != 0 || uv_cond_init(&k->wake) != 0 ||
        uv_async_init(loop, &k->async, report) != 0 ||
        uv_thread_create(&k->thread, run, k) != 0)
        mem_exhausted();
    /* A loop ends when there is nothing else to do. */
    uv_unref((uv_handle_t *)&k->async);
    return k;
}

/* Takes the waiting task with that key off the queue. */
static void
drop_older(struct keeper *k, uint64_t key)
{
    struct chain kept = {0};
    struct errand *old = NULL;

    for (struct errand *e = k->queue.first, *next; e; e = next) {
        next = e->next;
        if (e->task.key == key)
            old = e;
        else
            push(&kept, e);
    }
    k->queue = kept;
    if (old)
        free_errand(old);
}

void
keeper_add(struct keeper *k, const struct keeper_task *task)
{
    struct errand *e = mem_alloc_zero(1, sizeof *e);

    e->task = *task;
    e->due = uv_hrtime();
    if (task->is_patient)
        e->due += (uint64_t)KEEPER_PATIENCE * 1000000;
    uv_mutex_lock(&k->mutex);
    if (task->key != 0)
        drop_older(k, task->key);
    push(&k->queue, e);
    uv_cond_signal(&k->wake);
    uv_mutex_unlock(&k->mutex);
}

void
keeper_on_news(struct keeper *k, void (*fn)(void *user), void *user)
{
    k->on_news = fn;
    k->news_user = user;
}

void
keeper_look(struct keeper *k)
{
    uv_mutex_lock(&k->mutex);
    k->n_looks = N_LOOKS;
    uv_cond_signal(&k->wake);
    uv_mutex_unlock(&k->mutex);
}

static void
free_keeper(uv_handle_t *handle)
{
    struct keeper *k = handle->data;

    uv_mutex_destroy(&k->mutex);
    uv_cond_destroy(&k->wake);
    free(k->news);
    free(k->path);
    free(k);
}

void
keeper_limit(struct keeper *k, int64_t max_size)
{
    uv_mutex_lock(&k->mutex);
    k->max_size = max_size;
    k->is_pruning = true;
    uv_cond_signal(&k->wake);
    uv_mutex_unlock(&k->mutex);
}

void
keeper_close(struct keeper *k)
{
    if (!k)
        return;
    uv_mutex_lock(&k->mutex);
    k->is_closing = true;
    uv_cond_signal(&k->wake);
    uv_mutex_unlock(&k->mutex);
    uv_thread_join(&k->thread);
    free_chain(&k->done);
    uv_close((uv_handle_t *)&k->async, free_keeper);
}
