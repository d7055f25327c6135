/* SPDX-License-Identifier: ISC */
/*
 * swap - the new library takes the place of the damaged one
 *
 * SQLite believes whatever log it finds beside a file. So the old one has to be
 * away, and that on the disk, before the new file comes; and what cannot be
 * moved stops all of it.
 *
 * The note tells apart what comes first from what comes last: it has a path only
 * when a file was staged, and that is gone only when it is in its place.
 */
#include "swap.h"

#include "base/buf.h"
#include "base/file.h"
#include "connection.h"
#include "rescue.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

/* Has the file at path, or the names in the folder at path, on the disk. */
static bool
sync_path(const char *path, struct err *err)
{
    const int fd = open(path, O_RDONLY | O_CLOEXEC);
    bool ok = fd >= 0 && (fsync(fd) == 0 || errno == EINVAL);

    if (!ok)
        err_set_errno(err, errno, path);
    if (fd >= 0)
        close(fd);
    return ok;
}

static bool
sync_folder(const char *path, struct err *err)
{
    char *folder = file_folder(path);
    const bool ok = sync_path(folder, err);

    free(folder);
    return ok;
}

/* Renames a file for good. */
static bool
move_file(const char *from, const char *to, struct err *err)
{
    return (rename(from, to) == 0 || err_set_errno(err, errno, from)) &&
           sync_folder(to, err);
}

bool
swap_stage(const char *path, struct err *err)
{
    char *new = connection_beside(path, "-new");
    char *staged = connection_beside(path, "-mended");
    const bool ok = sync_path(new, err) && move_file(new, staged, err);

    free(new);
    free(staged);
    return ok;
}

bool
swap_is_staged(const char *path)
{
    char *staged = connection_beside(path, "-mended");
    const bool is_staged = access(staged, F_OK) == 0;

    free(staged);
    return is_staged;
}

/* Returns the path that the note has, owned; NULL when it has none. */
static char *
read_note(int note)
{
    char path[PATH_MAX];
    const ssize_t len = pread(note, path, sizeof path, 0);
    struct buf text = {0};

    if (len <= 0)
        return NULL;
    buf_add_str(&text, (struct str){path, (size_t)len});
    return buf_take(&text);
}

/* Returns where the damaged file goes, owned, and notes it for who goes on. */
static char *
choose_aside(const char *path, int note, struct err *err)
{
    char *aside = read_note(note);

    if (aside)
        return aside;
    aside = rescue_name(path, time(NULL));
    const ssize_t len = (ssize_t)strlen(aside);
    if (pwrite(note, aside, (size_t)len, 0) == len && fsync(note) == 0)
        return aside;
    err_set_errno(err, errno, path);
    free(aside);
    return NULL;
}

/*
 * Moves the log aside. One that is there already is what the library had when the
 * new one was made; what has come since is worth nothing.
 */
static bool
move_log(const char *path, const char *aside, struct err *err)
{
    char *from = connection_beside(path, "-wal");
    char *to = connection_beside(aside, "-wal");
    bool ok;

    if (access(to, F_OK) == 0)
        ok = unlink(from) == 0 || errno == ENOENT;
    else
        ok = rename(from, to) == 0 || errno == ENOENT;
    if (!ok)
        err_set_errno(err, errno, from);
    free(from);
    free(to);
    return ok;
}

static bool
remove_index(const char *path, struct err *err)
{
    char *index = connection_beside(path, "-shm");
    const bool ok = unlink(index) == 0 || errno == ENOENT ||
                    err_set_errno(err, errno, index);

    free(index);
    return ok;
}

/* Gives the damaged file its other name; where no file can have two, it has no
 * more than that for a moment. */
static bool
set_aside(const char *path, const char *aside, struct err *err)
{
    return link(path, aside) == 0 || errno == EEXIST ||
           rename(path, aside) == 0 || err_set_errno(err, errno, aside);
}

bool
swap_finish(const char *path, int note, char **out_aside, struct err *err)
{
    char *staged = connection_beside(path, "-mended");
    char *aside = choose_aside(path, note, err);
    const bool ok = aside && set_aside(path, aside, err) &&
                    move_log(path, aside, err) && remove_index(path, err) &&
                    sync_folder(path, err) && move_file(staged, path, err);

    free(staged);
    if (ok)
        *out_aside = aside;
    else
        free(aside);
    return ok;
}

bool
swap_is_finished(const char *path, int note)
{
    char *aside = read_note(note);
    const bool is_finished = aside && !swap_is_staged(path);

    free(aside);
    return is_finished;
}
