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
    N_HITS = 50
};

struct seek {
    uv_work_t work;
    uv_loop_t *loop;
    char *path; /* owned */
    seek_fn fn;
    void *user;
    struct titles *titles; /* owned, or NULL */
    int64_t *ids;          /* owned: room for all of them */
    struct buf wanted;     /* words to be looked for next, with has_wish */
    bool has_wish, is_busy, is_canceled, has_hits;
    struct hits hits; /* that nobody has taken, with has_hits */
    /* The thread's while it works: */
    struct db *db;
    struct titles *fresh;
    struct buf words;
    struct hits found;
};

static void start_work(struct seek *s);

static void
work(uv_work_t *handle)
{
    struct seek *s = handle->data;
    const struct hits_ask ask = {buf_str(&s->words), N_HITS, true};
    struct err err;

    /* What fails finds nothing; the library says elsewhere what is wrong. */
    if (!s->db)
        s->db = vault_open(s->path, &err);
    if (!s->db)
        return;
    if (!s->titles)
        s->fresh = titles_load(s->db, &err);
    if (s->words.len > 0 && !hits_find(s->db, &ask, &s->found, &err))
        hits_done(&s->found);
}

static void
free_seek(struct seek *s)
{
    db_close(s->db);
    titles_free(s->titles);
    titles_free(s->fresh);
    hits_done(&s->found);
    hits_done(&s->hits);
    buf_done(&s->words);
    buf_done(&s->wanted);
    free(s->ids);
    free(s->path);
    free(s);
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
    if (s->fresh) {
        s->titles = s->fresh;
        s->fresh = NULL;
        s->ids = mem_alloc((titles_count(s->titles) + 1) * sizeof *s->ids);
    }
    hits_done(&s->hits);
    s->hits = s->found;
    s->found = (struct hits){0};
    s->has_hits = true;
    if (s->has_wish)
        start_work(s);
    s->fn(s->user);
}

static void
start_work(struct seek *s)
{
    buf_cut(&s->words, 0);
    buf_add_str(&s->words, buf_str(&s->wanted));
    s->has_wish = false;
    s->is_busy = true;
    if (uv_queue_work(s->loop, &s->work, work, take_work) != 0)
        mem_exhausted();
}

struct seek *
seek_start(uv_loop_t *loop, const char *path, seek_fn fn, void *user)
{
    struct seek *s = mem_alloc_zero(1, sizeof *s);

    s->loop = loop;
    s->path = mem_copy_text(path, strlen(path));
    s->fn = fn;
    s->user = user;
    s->work.data = s;
    start_work(s);
    return s;
}

void
seek_words(struct seek *s, struct str words)
{
    buf_cut(&s->wanted, 0);
    buf_add_str(&s->wanted, words);
    s->has_wish = true;
    if (!s->is_busy)
        start_work(s);
}

const int64_t *
seek_filter(struct seek *s, struct str words, uint32_t *out_n)
{
    *out_n = s->titles ? titles_filter(s->titles, words, s->ids) : 0;
    return s->ids;
}

bool
seek_take_hits(struct seek *s, struct hits *out_hits)
{
    if (!s->has_hits)
        return false;
    *out_hits = s->hits;
    s->hits = (struct hits){0};
    s->has_hits = false;
    return true;
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
    if (!s->is_busy)
        free_seek(s);
}
