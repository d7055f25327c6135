/* SPDX-License-Identifier: ISC */
/*
 * repair - a damaged library is mended
 *
 * Who mends has the note locked, and takes it away at the end; who has waited for
 * the lock finds that it is nobody's note any more.
 */
#include "repair.h"

#include "base/buf.h"
#include "base/mem.h"
#include "connection.h"
#include "query.h"
#include "rescue.h"
#include "squeeze.h"
#include "standing.h"
#include "swap.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

static void
remove_file(const char *path)
{
    static const char *const suffixes[] = {"", "-wal", "-shm"};

    for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes; i++) {
        char *name = connection_beside(path, suffixes[i]);
        unlink(name);
        free(name);
    }
}

/* Fills a new library at path with what can be read of the damaged one; all of it
 * is in the file then, and nothing in a log. */
static bool
make_anew(const char *path, const char *damaged, struct err *err)
{
    struct db new = {.path = mem_copy_text(path, strlen(path))};
    char *log = connection_beside(path, "-wal");

    remove_file(path);
    bool ok = (connection_make(path) || err_set_errno(err, errno, path)) &&
              connection_open(&new, SQLITE_OPEN_READWRITE, err) &&
              standing_raise(&new, STANDING_FRESH, err) &&
              rescue_copy(&new, damaged, err);
    connection_close(&new, true);
    if (ok && access(log, F_OK) == 0)
        ok = err_set(err, ERR_IO, "the disk does not take what is stored");
    squeeze_free(new.squeeze);
    free(new.path);
    free(log);
    return ok;
}

/* Opens the library that is in the place of a damaged one. */
static bool
open_mended(struct db *db, const char *aside, struct err *err)
{
    struct buf notice = {0};

    connection_close(db, false);
    db->is_damaged = false;
    if (!connection_open(db, SQLITE_OPEN_READWRITE, err) ||
        !standing_raise(db, STANDING_OURS, err))
        return false;
    buf_add_format(&notice,
        "the library was damaged: what could be read of it (%lld) is in a new "
        "one, the old one is '%s'",
        (long long)query_find_number(db, "SELECT count(*) FROM item", 0),
        aside);
    connection_say(db, notice.ptr);
    buf_done(&notice);
    return true;
}

/* Finishes what was decided, maybe by another program that was killed. */
static bool
finish(struct db *db, int note, struct err *err)
{
    char *aside = NULL;
    const bool ok =
        swap_finish(db->path, note, &aside, err) && open_mended(db, aside, err);

    free(aside);
    return ok || err_wrap(err, "the library is damaged and cannot be mended");
}

/*
 * Opens what is damaged and keeps others from writing to it, as they do not know
 * yet that nobody will read that. What is too damaged for this, nobody writes.
 */
static bool
hold(struct db *db, struct err *err)
{
    struct err unused;
    int code = SQLITE_OK;

    if (connection_open(db, SQLITE_OPEN_READWRITE, &unused))
        code = sqlite3_exec(db->handle, "BEGIN IMMEDIATE", NULL, NULL, NULL);
    if ((code & 0xFF) == SQLITE_BUSY)
        return connection_fail(db, code, err);
    if (code != SQLITE_OK)
        connection_close(db, false);
    return true;
}

/*
 * Makes a new library of what can be read of the damaged one, which is moved
 * aside.
 */
static bool
mend(struct db *db, int note, struct err *err)
{
    char *new = connection_beside(db->path, "-new");
    const bool ok = hold(db, err) && make_anew(new, db->path, err) &&
                    swap_stage(db->path, err);

    if (!ok) {
        connection_close(db, false);
        remove_file(new);
        err_wrap(err, "the library is damaged and cannot be mended");
    }
    free(new);
    return ok && finish(db, note, err);
}

/* Waits until nobody else mends the library, and opens its note, locked. */
static int
lock_note(const char *path, struct err *err)
{
    char *note = connection_note(path);
    const int fd = open(note, O_RDWR | O_CREAT | O_CLOEXEC, 0600);

    if (fd < 0)
        err_set_errno(err, errno, note);
    while (fd >= 0 && flock(fd, LOCK_EX) != 0 && errno == EINTR)
        ;
    free(note);
    return fd;
}

static void
remove_note(const char *path)
{
    char *note = connection_note(path);

    unlink(note);
    free(note);
}

bool
repair_mend(struct db *db, struct err *err)
{
    const int fd = lock_note(db->path, err);
    struct stat st;
    bool ok;

    if (fd < 0)
        return false;
    connection_close(db, false);
    db->is_damaged = false;
    const bool is_gone = fstat(fd, &st) == 0 && st.st_nlink == 0;
    if (!is_gone && swap_is_staged(db->path))
        ok = finish(db, fd, err);
    else if ((is_gone || swap_is_finished(db->path, fd)) &&
             standing_open(db, err) == STANDING_OURS)
        ok = standing_raise(db, STANDING_OURS, err);
    else
        ok = !is_gone && mend(db, fd, err);
    if (ok && !is_gone)
        remove_note(db->path);
    close(fd);
    /* It was mended by another program, and is damaged again. */
    return ok || (is_gone && repair_mend(db, err));
}

bool
repair_is_due(const char *path)
{
    char *note = connection_note(path);
    const bool is_due = access(note, F_OK) == 0 || swap_is_staged(path);

    free(note);
    return is_due;
}
