/* SPDX-License-Identifier: ISC */
/*
 * places - where and how articles were read in this session
 *
 * A person reads tens of articles in a session, so a list is searched.
 */
#include "ui/places.h"

#include "base/mem.h"

#include <stdlib.h>
#include <string.h>

void
places_done(struct places *p)
{
    for (uint32_t i = 0; i < p->n_items; i++) {
        source_done(&p->items[i].source);
        free(p->items[i].folded);
    }
    for (int i = 0; i < PLACES_MARKS; i++)
        source_done(&p->marks[i].source);
    free(p->items);
    *p = (struct places){0};
}

static struct places_item *
find_item(const struct places *p, const struct source *source)
{
    for (uint32_t i = 0; i < p->n_items; i++) {
        if (source_eq(&p->items[i].source, source))
            return &p->items[i];
    }
    return NULL;
}

const struct places_item *
places_find(const struct places *p, const struct source *source)
{
    return find_item(p, source);
}

void
places_note(struct places *p, const struct source *source, struct place place,
    const uint8_t *folded, uint32_t n_folded)
{
    struct places_item *item = find_item(p, source);
    if (!item) {
        MEM_GROW(p->items, p->cap_items, p->n_items + 1);
        item = &p->items[p->n_items++];
        *item = (struct places_item){.source = source_copy(source)};
    }
    item->place = place;
    item->folded = mem_resize(item->folded, n_folded ? n_folded : 1, 1);
    if (n_folded > 0)
        memcpy(item->folded, folded, n_folded);
    item->n_folded = n_folded;
}

/* Returns which mark a key stands for, PLACES_MARKS for none. */
static uint32_t
mark_ix(uint32_t key)
{
    static const char letters[] =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    const char *at = key > 0 && key < 0x80 ? strchr(letters, (int)key) : NULL;
    return at ? (uint32_t)(at - letters) : PLACES_MARKS;
}

bool
places_is_mark(uint32_t key)
{
    return mark_ix(key) != PLACES_MARKS;
}

bool
places_mark(struct places *p, uint32_t key, const struct source *source,
    struct place place)
{
    uint32_t ix = mark_ix(key);
    if (ix == PLACES_MARKS)
        return false;
    struct source copy = source_copy(source);
    source_done(&p->marks[ix].source);
    p->marks[ix] = (struct places_mark){copy, place};
    return true;
}

const struct places_mark *
places_find_mark(const struct places *p, uint32_t key)
{
    uint32_t ix = mark_ix(key);
    if (ix == PLACES_MARKS || p->marks[ix].source.kind == SOURCE_NONE)
        return NULL;
    return &p->marks[ix];
}
