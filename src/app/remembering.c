/* SPDX-License-Identifier: ISC */
/*
 * remembering - the state of a memory, which its parts share
 */
#include "remembering.h"

#include "base/mem.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

/* Returns the name of an entry: its feed, '#' in the place of the end of the
 * line, and how the feed calls it. */
static char *
make_entry_place(const char *key)
{
    char *place = mem_copy_text(key, strlen(key));
    char *end = strchr(place, '\n');

    if (end)
        *end = '#';
    return place;
}

/* Returns the name that the library has for a source; NULL for none. */
char *
remembering_place(const struct source *s)
{
    switch (s->kind) {
    case SOURCE_WEB:
        return mem_copy_text(s->place, strlen(s->place));
    case SOURCE_ENTRY:
        return make_entry_place(s->key);
    case SOURCE_FILE:
        return s->key[0] == '/' ? mem_copy_text(s->key, strlen(s->key)) : NULL;
    default:
        return NULL;
    }
}

bool
remembering_can_write(struct memory *m)
{
    if (!m->keeper)
        m->fn(m->user, "the library cannot be changed now");
    return m->keeper != NULL;
}

struct wish *
remembering_item_wish(struct memory *m, int64_t id)
{
    if (!remembering_can_write(m))
        return NULL;
    struct wish *w = mem_alloc_zero(1, sizeof *w);
    w->memory = m;
    w->id = id;
    w->is_asked_for = true;
    w->now = time(NULL);
    return w;
}

struct wish *
remembering_wish(struct memory *m, const struct source *s)
{
    char *place = m->keeper ? remembering_place(s) : NULL;
    if (!place)
        return NULL;

    struct wish *w = mem_alloc_zero(1, sizeof *w);
    w->memory = m;
    w->place = place;
    w->kind = s->kind;
    w->now = time(NULL);
    return w;
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
    ((struct wish *)data)->memory->n_waiting--;
    wish_free(data);
}

void
remembering_add(struct wish *w,
    bool (*work)(struct db *db, void *data, struct err *err), uint64_t key,
    bool is_patient)
{
    const struct keeper_task task = {
        .work = work,
        .told = hear,
        .free = forget,
        .data = w,
        .key = key,
        .is_patient = is_patient,
    };

    w->memory->n_waiting++;
    keeper_add(w->memory->keeper, &task);
}
