/* SPDX-License-Identifier: ISC */
/*
 * seek - looks for words in the library while they are typed
 *
 * What the thread writes (db, fresh titles, hits) is looked at by the loop only
 * when no work is on its way.
 */
#include "seek.h"

#include "base/buf.h"
#include "base/mem.h"
#include "store/vault.h"

#include <stdlib.h>
#include <string.h>
#include <uv.h>

enum {
    N_HITS = 50,
    FIRST_MS = 30 /* until the first screen is there, which goes first */
};

struct seek {
    uv_timer_t first; /* begins to read the titles */
    uv_work_t work;
    uv_loop_t *loop;
    char *path; /* owned */
    seek_fn fn; /* or NULL */
    void *user;
    struct titles *titles; /* owned, or NULL */
    int64_t *ids;          /* owned: room for all of them */
    unsigned n_changes;    /* of the library that the titles should be of */
    bool wants_titles;     /* again */
    struct buf wanted;     /* words to be looked for next, with wants_words */
    bool wants_words, is_busy, has_hits;
    struct hits hits;    /* that nobody has taken, with has_hits */
    struct buf hits_for; /* the words that they have */
    struct err failure;  /* of the work that was done last */
    bool is_closed;      /* the timer */
    atomic_bool is_canceled;
    /* The thread's while it works: */
    struct db *db;
    bool is_reading; /* titles */
    struct titles *fresh;
    struct buf words;
    struct hits found;
    struct err why; /* it failed */
};

static void
work(uv_work_t *handle)
{
    struct seek *s = handle->data;
    const struct hits_ask ask = {buf_str(&s->words), N_HITS, true};

    s->why.code = ERR_NONE;
    if (s->db && db_has_moved(s->db)) {
        db_close(s->db);
        s->db = NULL;
    }
    if (!s->db)
        s->db = vault_open(s->path, &s->why);
    if (!s->db)
        return;
    if (s->is_reading)
        s->fresh = titles_load(s->db, &s->is_canceled, &s->why);
    if (!s->is_canceled && s->words.len > 0 &&
        !hits_find(s->db, &ask, &s->found, &s->why))
        hits_done(&s->found);
}

static void
free_seek(struct seek *s)
{
    if (s->is_busy || !s->is_closed)
        return;
    db_close(s->db);
    titles_free(s->titles);
    titles_free(s->fresh);
    hits_done(&s->found);
    hits_done(&s->hits);
    buf_done(&s->hits_for);
    buf_done(&s->words);
    buf_done(&s->wanted);
    free(s->ids);
    free(s->path);
    free(s);
}

static void start_work(struct seek *s);

/* Takes what the thread has made. */
static void
take_made(struct seek *s)
{
    struct buf old = s->hits_for;

    s->failure = s->why;
    if (s->fresh) {
        titles_free(s->titles);
        free(s->ids);
        s->titles = s->fresh;
        s->fresh = NULL;
        s->ids = mem_alloc((titles_count(s->titles) + 1) * sizeof *s->ids);
    }
    if (s->words.len == 0)
        return;
    hits_done(&s->hits);
    s->hits = s->found;
    s->hits_for = s->words;
    s->has_hits = true;
    s->found = (struct hits){0};
    s->words = old;
}

static void
take_work(uv_work_t *handle, int status)
{
    struct seek *s = handle->data;

    (void)status;
    s->is_busy = false;
    if (s->is_canceled) {
        free_seek(s);
        return;
    }
    take_made(s);
    start_work(s);
    if (s->fn)
        s->fn(s->user);
}

/* Has done what is wanted, unless the thread is at work. */
static void
start_work(struct seek *s)
{
    if (s->is_busy || !(s->wants_titles || s->wants_words))
        return;
    buf_cut(&s->words, 0);
    if (s->wants_words)
        buf_add_str(&s->words, buf_str(&s->wanted));
    s->is_reading = s->wants_titles;
    s->wants_titles = s->wants_words = false;
    s->is_busy = true;
    if (uv_queue_work(s->loop, &s->work, work, take_work) != 0)
        mem_exhausted();
}

static void
begin(uv_timer_t *timer)
{
    start_work(timer->data);
}

static void
note_closed(uv_handle_t *handle)
{
    struct seek *s = handle->data;

    s->is_closed = true;
    free_seek(s);
}

struct seek *
seek_start(uv_loop_t *loop, const char *path, unsigned n_changes)
{
    struct seek *s = mem_alloc_zero(1, sizeof *s);

    s->loop = loop;
    s->path = mem_copy_text(path, strlen(path));
    s->work.data = s;
    s->n_changes = n_changes;
    s->wants_titles = true;
    uv_timer_init(loop, &s->first);
    s->first.data = s;
    uv_timer_start(&s->first, begin, FIRST_MS, 0);
    return s;
}

void
seek_tell(struct seek *s, unsigned n_changes, seek_fn fn, void *user)
{
    s->fn = fn;
    s->user = user;
    if (s->n_changes != n_changes)
        s->wants_titles = true;
    s->n_changes = n_changes;
    start_work(s);
}

void
seek_leave(struct seek *s, const void *user)
{
    if (s && s->user == user) {
        s->fn = NULL;
        s->user = NULL;
    }
}

void
seek_words(struct seek *s, struct str words)
{
    buf_cut(&s->wanted, 0);
    buf_add_str(&s->wanted, words);
    s->wants_words = words.len > 0;
    start_work(s);
}

const struct titles *
seek_titles(const struct seek *s)
{
    return s->titles;
}

const int64_t *
seek_filter(struct seek *s, struct str words, uint32_t *out_n)
{
    *out_n = s->titles ? titles_filter(s->titles, words, s->ids) : 0;
    return s->ids;
}

bool
seek_take_hits(struct seek *s, struct str words, struct hits *out_hits)
{
    if (!s->has_hits || !str_eq(buf_str(&s->hits_for), words))
        return false;
    *out_hits = s->hits;
    s->hits = (struct hits){0};
    s->has_hits = false;
    return true;
}

const char *
seek_failure(const struct seek *s)
{
    return s->failure.code != ERR_NONE ? s->failure.text : NULL;
}

bool
seek_is_busy(const struct seek *s)
{
    return s->is_busy;
}

void
seek_cancel(struct seek *s)
{
    if (!s)
        return;
    s->is_canceled = true;
    s->fn = NULL;
    uv_close((uv_handle_t *)&s->first, note_closed);
}
