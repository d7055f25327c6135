/* SPDX-License-Identifier: ISC */
/*
 * file - files and the paths where they live
 *
 * Reads whole files with a limit, writes whole texts, and knows the folders of
 * the XDG Base Directory Specification. Paths are C strings as the system gives
 * them, of any encoding; those returned are owned (free()).
 */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include "base/buf.h"
#include "base/err.h"

#include <stdbool.h>
#include <stddef.h>

/* The kinds of XDG folders. */
enum file_kind {
    FILE_CONFIG,
    FILE_DATA,
    FILE_CACHE,
    FILE_STATE
};

/*
 * Appends what the file at path holds to out, as far as limit bytes; a larger
 * file is ERR_TOO_LARGE, a folder ERR_IO. Opens without blocking on a pipe that
 * nobody writes. out is untouched on failure.
 */
bool file_read(const char *path, size_t limit, struct buf *out, struct err *err)
    __attribute__((warn_unused_result));

/*
 * Does the same with an open descriptor, to its end.
 */
bool file_read_fd(int fd, size_t limit, struct buf *out, struct err *err)
    __attribute__((warn_unused_result));

/*
 * Writes all of s to fd, again after interrupts and short writes; waits where
 * fd does not block. A pipe without a reader is ERR_CLOSED.
 */
bool file_write_fd(int fd, struct str s, struct err *err)
    __attribute__((warn_unused_result));

/*
 * Returns the path of name in gutread's folder of that kind:
 * "$XDG_CONFIG_HOME/gutread/name", or below $HOME where the variable is not set
 * or not absolute. NULL when there is no HOME either.
 */
char *file_xdg(enum file_kind kind, const char *name);

/*
 * Returns folder and name joined by one slash; an absolute name stays as it is.
 */
char *file_join(const char *folder, const char *name);

/*
 * Returns the folder part of path without the last slash: "." for a bare name.
 */
char *file_folder(const char *path);

/*
 * Returns the part of path behind its last slash, borrowed from path.
 */
const char *file_name(const char *path);

#endif
