/* SPDX-License-Identifier: ISC */
/*
 * vault - opens the file of the library
 *
 * What a file is, is asked before anything of it is changed: its application
 * and its version stand in its first page. SQLite keeps changes in a log beside
 * the file (WAL), so that readers see the library as it was when they began.
 */
#include "store/vault.h"

#include "base/file.h"
#include "base/mem.h"
#include "connection.h"
#include "query.h"
#include "repair.h"
#include "schema.h"
#include "squeeze.h"
#include "standing.h"
#include "swap.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Makes the folders on the way to path, for their owner only. */
static bool
make_folders(const char *path, struct err *err)
{
    char *folder = file_folder(path);
    bool ok = true;

    for (char *slash = folder + 1; ok && *slash; slash++) {
        if (*slash != '/')
            continue;
        *slash = '\0';
        ok = mkdir(folder, 0700) == 0 || errno == EEXIST || errno == EROFS ||
             errno == EACCES;
        *slash = '/';
    }
    ok = ok && (mkdir(folder, 0700) == 0 || errno == EEXIST);
    if (!ok)
        err_set_errno(err, errno, folder);
    free(folder);
    return ok;
}

/* Opens the file for reading alone, even where no log can be made. */
static bool
open_readable(struct db *db, const char *notice, struct err *err)
{
    struct err reason;
    char *path = db->path;

    connection_say(db, notice);
    if (connection_open(db, SQLITE_OPEN_READONLY, &reason)) {
        if (query_find_number(db, "SELECT count(*) FROM sqlite_schema", -1) >=
            0)
            return true;
        connection_close(db, false);
    }

    /* Nobody can write it while it cannot be written. */
    struct buf name = {0};
    buf_add_text(&name, "file:");
    for (const char *c = path; *c; c++) {
        if (strchr("%?#", *c))
            buf_add_format(&name, "%%%02x", (unsigned char)*c);
        else
            buf_add_char(&name, *c);
    }
    buf_add_text(&name, "?immutable=1");
    db->path = buf_take(&name);
    bool ok = connection_open(db, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, err);
    free(db->path);
    db->path = path;
    return ok;
}

static const char newer[] =
    "the library was made by a newer version of gutread: it can be read, but "
    "nothing is remembered";

/* Tells whether what was opened for reading alone is a library that can be. */
static bool
check_readable(struct db *db, struct err *err)
{
    switch (standing_find(db, err)) {
    case STANDING_FRESH:
        return err_set(
            err, ERR_NOT_FOUND, "there is nothing in '%s'", db->path);
    case STANDING_NEWER:
        connection_say(db, newer);
        return true;
    case STANDING_OURS:
        return query_find_number(db, "PRAGMA user_version", -1) ==
                   schema_version() ||
               err_set(err, ERR_DENIED,
                   "the library was made by an older version of gutread, and "
                   "may not be written to be brought up to date");
    default:
        return false;
    }
}

/*
 * Opens a library for reading alone that could not be opened for writing because
 * of err: the disk is full, as a rule, or its folder may not be written. err
 * stays if it cannot be read either, or would have to be changed before.
 */
static bool
read_anyway(struct db *db, struct err *err)
{
    struct err notice = *err, unused;

    err_wrap(&notice, "nothing is remembered");
    connection_close(db, false);
    db->is_writable = false;
    return open_readable(db, notice.text, &unused) &&
           check_readable(db, &unused);
}

/* Opens a file that may be written. */
static bool
open_writable(struct db *db, struct err *err)
{
    enum standing standing = STANDING_DAMAGED;
    bool ok = false;

    do {
        /* A library whose successor is there is not even looked at. */
        if (!swap_is_staged(db->path))
            standing = standing_open(db, err);
        if (standing == STANDING_OURS && repair_is_due(db->path))
            standing = STANDING_DAMAGED;
        /* Another program may have mended it meanwhile. */
    } while (standing == STANDING_OURS && connection_has_moved(db));
    if (standing == STANDING_FRESH || standing == STANDING_OURS) {
        ok = standing_raise(db, standing, err);
        if (!ok && (err->code == ERR_BAD_DATA || db->is_damaged))
            standing = STANDING_DAMAGED;
        else if (!ok)
            standing = STANDING_FAILED;
    }
    if (standing == STANDING_FAILED &&
        (err->code == ERR_IO || err->code == ERR_DENIED))
        ok = read_anyway(db, err);
    if (standing == STANDING_DAMAGED)
        ok = repair_mend(db, err);
    if (standing == STANDING_NEWER) {
        connection_close(db, false);
        ok = open_readable(db, newer, err);
    }
    return ok;
}

bool
vault_is_damaged(const char *path)
{
    struct db db = {.path = mem_copy_text(path, strlen(path))};
    struct stat st;
    struct err err;
    bool is_damaged = false;

    if (stat(path, &st) == 0 && S_ISREG(st.st_mode) && st.st_size > 0) {
        is_damaged = repair_is_due(path);
        if (!is_damaged && connection_open(&db, SQLITE_OPEN_READONLY, &err))
            is_damaged = standing_find(&db, &err) == STANDING_DAMAGED;
        else if (!is_damaged)
            is_damaged = err.code == ERR_BAD_DATA;
        connection_close(&db, false);
        squeeze_free(db.squeeze);
    }
    free(db.path);
    return is_damaged;
}

struct db *
vault_open(const char *path, struct err *err)
{
    struct db *db = mem_alloc_zero(1, sizeof *db);
    struct stat st;
    bool ok;

    db->path = mem_copy_text(path, strlen(path));
    sqlite3_randomness(sizeof db->session, &db->session);
    db->session = (db->session & INT64_MAX) | 1;

    bool is_there = stat(path, &st) == 0;
    if (is_there && !S_ISREG(st.st_mode))
        ok = err_set(err, ERR_IO, "'%s' is no file", path);
    else if (!is_there && !make_folders(path, err))
        ok = false;
    else if (connection_make(path))
        ok = open_writable(db, err);
    else if (is_there)
        ok =
            open_readable(db,
                "the library may not be written: nothing is remembered", err) &&
            check_readable(db, err);
    else
        ok = err_set_errno(err, errno, path);
    if (ok) {
        db->version = query_find_number(db, "PRAGMA data_version", 0);
        return db;
    }
    connection_close(db, false);
    connection_free(db);
    return NULL;
}
