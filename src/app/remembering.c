/* SPDX-License-Identifier: ISC */
/*
 * remembering - the state of a memory, which its parts share
 */
#include "remembering.h"

#include "base/mem.h"

#include <string.h>

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
