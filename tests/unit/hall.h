/* SPDX-License-Identifier: ISC */
/*
 * hall - a library with the loop and the canvas that its views need
 *
 * For the tests of what the screen shows of a library: an attic at the place
 * where gutread looks for its own, a memory, and a shelf with one bundled
 * article, "Welcome".
 */
#ifndef UNIT_HALL_H
#define UNIT_HALL_H

#include "attic.h"

#include "app/memory.h"
#include "app/shelf.h"
#include "ui/canvas.h"

#include <string.h>
#include <uv.h>

struct hall {
    struct attic *attic;
    uv_loop_t loop;
    struct memory *memory;
    struct shelf *bundled;
    char notice[300];
};

static inline void
hall_note(void *user, const char *notice)
{
    struct hall *h = user;

    snprintf(h->notice, sizeof h->notice, "%s", notice);
}

/* Makes an empty library, open in hall->attic. */
static inline int
hall_setup(void **state)
{
    struct hall *h = mem_alloc_zero(1, sizeof *h);
    void *attic;
    char path[] = "/b/welcome.md";
    struct source source = {.kind = SOURCE_FILE, .place = path, .key = path};
    struct err err;

    if (attic_prepare(&attic) != 0)
        return -1;
    h->attic = attic;
    char *folder = file_join(h->attic->folder, "gutread");
    free(h->attic->path);
    h->attic->path = file_join(folder, "library.db");
    free(folder);
    setenv("XDG_DATA_HOME", h->attic->folder, 1);
    attic_open(h->attic);
    uv_loop_init(&h->loop);
    h->bundled = shelf_new();
    shelf_id id = shelf_add(h->bundled, &source, &err);
    shelf_note_title(h->bundled, id, STR("Welcome"));
    *state = h;
    return 0;
}

/* Opens the memory, when the library has what it is to have. */
static inline void
hall_open(struct hall *h)
{
    h->memory = memory_open(&h->loop, hall_note, h);
}

static inline int
hall_teardown(void **state)
{
    struct hall *h = *state;
    void *attic = h->attic;
    char *folder = file_folder(h->attic->path);
    static const char *const names[] = {
        "library.db", "library.db-wal", "library.db-shm"};

    memory_close(h->memory);
    uv_run(&h->loop, UV_RUN_DEFAULT);
    if (uv_loop_close(&h->loop) != 0)
        return -1;
    shelf_free(h->bundled);
    db_close(h->attic->db);
    h->attic->db = NULL;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        char *path = file_join(folder, names[i]);
        unlink(path);
        free(path);
    }
    rmdir(folder);
    free(folder);
    free(h);
    return attic_teardown(&attic);
}

/* Has everything written that was told to the memory, and closes it. */
static inline void
hall_close(struct hall *h)
{
    memory_close(h->memory);
    h->memory = NULL;
    uv_run(&h->loop, UV_RUN_DEFAULT);
}

/* Returns what a canvas shows, owned. */
static inline char *
hall_text(const struct canvas *c)
{
    struct buf out = {0};

    canvas_add_text(c, &out);
    return buf_take(&out);
}

#endif
