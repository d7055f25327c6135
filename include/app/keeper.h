/* SPDX-License-Identifier: ISC */
/*
 * keeper - writes the library on a thread of its own
 *
 * Who has the screen must not wait for a disk. What is to be written is handed
 * over as a task and is done later, in the order in which it came; many that
 * come together are one change of the library, with one sync. What is read, is
 * read by the caller over a connection of its own.
 *
 *      caller: keeper_add(task) ──► queue ──► thread: begin, work, work, end
 *              task.told ◄───────── loop ◄─── done
 *
 * A task is the caller's until it is added; then work sees it on the thread,
 * told on the loop's, never both at a time, and nobody else.
 *
 * A patient task, such as the place of reading, waits for up to KEEPER_PATIENCE
 * milliseconds for others, and gives way to a newer one of the same key.
 */
#ifndef APP_KEEPER_H
#define APP_KEEPER_H

#include "base/err.h"
#include "store/db.h"

#include <stdbool.h>
#include <stdint.h>

struct uv_loop_s;
struct keeper;

enum {
    KEEPER_PATIENCE = 500 /* milliseconds */
};

struct keeper_task {
    /* Writes what data says, within a change of the library. May be called
     * again when the change could not be ended. */
    bool (*work)(struct db *db, void *data, struct err *err);
    /* Is told on the loop's thread how that went, err being NULL when it is on
     * the disk; or NULL. Not after keeper_close(). */
    void (*told)(void *data, const struct err *err);
    /* Frees data; or NULL. */
    void (*free)(void *data);
    void *data;      /* taken */
    uint64_t key;    /* 0, or: replaces a waiting task with this key */
    bool is_patient; /* can wait for others */
};

/*
 * Is told, on the loop's thread, what a person should know of the library: how
 * it was opened, and that nothing is remembered any more; each once.
 */
typedef void (*keeper_notice_fn)(void *user, const char *notice);

/*
 * Starts the thread, which opens the library at path. Owned (keeper_close()).
 * notice may be NULL.
 */
struct keeper *keeper_open(struct uv_loop_s *loop, const char *path,
    keeper_notice_fn notice, void *user);

/*
 * Hands a task over, of which a copy is kept. Never waits.
 */
void keeper_add(struct keeper *k, const struct keeper_task *task);

/*
 * Has the library pruned to so many bytes, a little at a time, while there is
 * nothing to write and when the keeper is closed, which does not wait for all.
 */
void keeper_limit(struct keeper *k, int64_t max_size);

/*
 * Calls fn(user), on the loop's thread, when keeper_look() has found that others
 * have changed the library: what the keeper itself writes is no news.
 */
void keeper_on_news(struct keeper *k, void (*fn)(void *user), void *user);

/*
 * Has the thread look whether others have changed the library, a few times in
 * the next second: there may be signs of a change before it can be seen.
 */
void keeper_look(struct keeper *k);

/*
 * Writes everything that was added, ends the thread and waits for that; the
 * loop must turn once more before it is closed. What cannot be written is lost.
 * NULL is allowed.
 */
void keeper_close(struct keeper *k);

#endif
