/* SPDX-License-Identifier: ISC */
/*
 * study - a memory with the loop that it needs, for the tests of what it keeps
 */
#ifndef UNIT_STUDY_H
#define UNIT_STUDY_H

#include "app/memory.h"
#include "app/receipt.h"
#include "attic.h"

#include <string.h>
#include <uv.h>

#define STUDY_TEXT                                                             \
    "The heron stands in the water.\n"                                         \
    "It waits for a fish that is not careful.\n"                               \
    "Then it flies away.\n"

/* A memory with the loop that it needs, and what it has said. */
struct study {
    uv_loop_t loop;
    struct memory *memory;
    char notice[300];
};

static inline void
study_note(void *user, const char *notice)
{
    struct study *d = user;

    snprintf(d->notice, sizeof d->notice, "%s", notice);
}

static inline void
study_open(struct study *d)
{
    d->notice[0] = '\0';
    uv_loop_init(&d->loop);
    d->memory = memory_open(&d->loop, study_note, d);
}

static inline void
study_close(struct study *d)
{
    memory_close(d->memory);
    uv_run(&d->loop, UV_RUN_DEFAULT);
    assert_int_equal(uv_loop_close(&d->loop), 0);
}

static inline void
study_reopen(struct study *d)
{
    study_close(d);
    study_open(d);
}

static inline int
study_setup(void **state)
{
    if (attic_prepare(state) != 0)
        return -1;
    struct attic *at = *state;
    return setenv("XDG_DATA_HOME", at->folder, 1);
}

static inline int
study_teardown(void **state)
{
    static const char *const names[] = {
        "library.db", "library.db-wal", "library.db-shm"};
    struct attic *at = *state;
    char *folder = file_join(at->folder, "gutread");

    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        char *path = file_join(folder, names[i]);
        unlink(path);
        free(path);
    }
    rmdir(folder);
    free(folder);
    return attic_teardown(state);
}

static inline struct source
study_source(void)
{
    return source_make_entry(
        &(struct source){0}, STR("https://herons.example/a"), STR("a"));
}

/* Returns what a server said of a page that has the text. */
static inline struct receipt
study_receipt(const char *etag, bool may_keep)
{
    const struct reply reply = {
        .url = "https://herons.example/a",
        .type = "text/plain",
        .etag = etag,
        .fresh_until = 4711,
        .may_keep = may_keep,
    };
    struct receipt receipt = {0};

    receipt_put(&receipt, &reply, -1);
    return receipt;
}

#endif
