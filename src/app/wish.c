/* SPDX-License-Identifier: ISC */
/*
 * wish - something that the library is to remember, on its way there
 */
#include "wish.h"

#include "base/mem.h"
#include "remembering.h"
#include "store/library.h"

#include <stdlib.h>
#include <time.h>

static struct wish *
make(struct memory *m, size_t size)
{
    struct wish *w = mem_alloc_zero(1, size);

    w->memory = m;
    w->now = time(NULL);
    return w;
}

void *
wish_about(struct memory *m, const struct source *s, size_t size)
{
    char *place = m->keeper ? remembering_place(s) : NULL;

    if (!place)
        return NULL;
    struct wish *w = make(m, size);
    w->place = place;
    return w;
}

void *
wish_about_item(struct memory *m, int64_t id, size_t size)
{
    if (!remembering_can_write(m))
        return NULL;
    struct wish *w = make(m, size);
    w->id = id;
    w->is_asked_for = true;
    return w;
}

bool
wish_find(struct db *db, const struct wish *w, int64_t *out_id, struct err *err)
{
    if (w->id == 0)
        return library_find(db, str_of(w->place), out_id, err);
    *out_id = w->id;
    return true;
}

static void
hear(void *data, const struct err *err)
{
    const struct wish *w = data;
    struct memory *m = w->memory;

    m->n_changes += err == NULL;
    if (!err && m->on_change)
        m->on_change(m->change_user);
    else if (err && w->is_asked_for)
        m->fn(m->user, err->text);
}

/* On the loop's thread, as all that is told. */
static void
forget(void *data)
{
    struct wish *w = data;

    w->memory->n_waiting--;
    if (w->drop)
        w->drop(w);
    buf_done(&w->text);
    free(w->place);
    free(w);
}

bool
wish_add(struct wish *w, wish_fn work)
{
    if (!w)
        return false;
    const struct keeper_task task = {
        .work = work,
        .told = hear,
        .free = forget,
        .data = w,
        .key = w->key,
        .is_patient = w->is_patient,
    };

    w->memory->n_waiting++;
    keeper_add(w->memory->keeper, &task);
    return true;
}
