/* SPDX-License-Identifier: ISC */
/*
 * vault - opens the file of the library
 *
 * What a file is, is asked before anything of it is changed: its application
 * and its version stand in its first page. SQLite keeps changes in a log beside
 * the file (WAL), so that readers see the library as it was when they began.
 *
 * Damage that is found while the library is in use is noted by an empty file
 * beside it, since nothing can be trusted to be written into it; who opens the
 * library next mends it. The new file is made beside the damaged one and takes
 * its place when it is whole, so that a kill on the way costs nothing but time.
 */
#include "store/vault.h"

#include "base/file.h"
#include "base/mem.h"
#include "connection.h"
#include "index.h"
#include "query.h"
#include "rescue.h"
#include "schema.h"
#include "squeeze.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

/* What a file turned out to be. */
enum state {
    STATE_FAILED,
    STATE_FRESH, /* nothing is in it yet */
    STATE_OURS,
    STATE_NEWER,
    STATE_DAMAGED,
};

static void
say(struct db *db, const char *notice)
{
    free(db->notice);
    db->notice = mem_copy_text(notice, strlen(notice));
}

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

/*
 * Makes the file if there is none, so that nobody else may read it from the
 * start. Returns false when it may not be written; that is no failure yet.
 *
 * A file that is there is never opened here: to close it would give up all locks
 * that this process has on it, as POSIX has it, also those of another thread's
 * connection, and then another program would take itself for the last one and
 * remove the log.
 */
static bool
make_file(const char *path)
{
    int fd = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    struct stat st;

    if (fd >= 0) {
        close(fd);
        return true;
    }
    if (errno != EEXIST)
        return false;
    if (stat(path, &st) == 0 && (st.st_mode & 077) && chmod(path, 0600) != 0) {
        /* The file of somebody else who lets us write it. */
    }
    return faccessat(AT_FDCWD, path, R_OK | W_OK, AT_EACCESS) == 0;
}

/* Finds out what the open file is, without changing it. */
static enum state
look(struct db *db, struct err *err)
{
    struct err reason;
    struct query q =
        query_begin(db, "SELECT (SELECT * FROM pragma_application_id),"
                        " (SELECT * FROM pragma_user_version),"
                        " (SELECT count(*) FROM sqlite_schema)");
    int64_t application = 0, version = 0, n_tables = 0, n_states = 0;

    if (query_next(&q)) {
        application = query_number(&q, 0);
        version = query_number(&q, 1);
        n_tables = query_number(&q, 2);
    }
    if (!query_end(&q, &reason)) {
        *err = reason;
        return reason.code == ERR_BAD_DATA ? STATE_DAMAGED : STATE_FAILED;
    }
    if (application == 0 && version == 0 && n_tables == 0)
        return STATE_FRESH;
    if (application != SCHEMA_APPLICATION) {
        err_set(
            err, ERR_DENIED, "'%s' is a database of another program", db->path);
        return STATE_FAILED;
    }
    if (version > schema_version())
        return STATE_NEWER;
    if (!query_read_number(
            db, "SELECT count(*) FROM state", &n_states, &reason)) {
        *err = reason;
        return reason.code == ERR_BAD_DATA ? STATE_DAMAGED : STATE_FAILED;
    }
    if (n_states > 0)
        return STATE_OURS;
    err_set(err, ERR_BAD_DATA, "the library is damaged");
    return STATE_DAMAGED;
}

/* Opens the file for reading alone, even where no log can be made. */
static bool
open_readable(struct db *db, const char *notice, struct err *err)
{
    struct err reason;
    char *path = db->path;

    say(db, notice);
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
    switch (look(db, err)) {
    case STATE_FRESH:
        return err_set(
            err, ERR_NOT_FOUND, "there is nothing in '%s'", db->path);
    case STATE_NEWER:
        say(db, newer);
        return true;
    case STATE_OURS:
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

/* Makes the open file a library of this version. */
static bool
bring_up_to_date(struct db *db, enum state state, struct err *err)
{
    int64_t version = 0;
    int code = SQLITE_OK;

    if (state == STATE_FRESH)
        code = sqlite3_exec(
            db->handle, "PRAGMA auto_vacuum = INCREMENTAL", NULL, NULL, NULL);
    if (code == SQLITE_OK)
        code = sqlite3_exec(
            db->handle, "PRAGMA journal_mode = WAL", NULL, NULL, NULL);
    /* Another program that has it open has made it so already. */
    if (code != SQLITE_OK && (code & 0xFF) != SQLITE_BUSY)
        return connection_fail(db, code, err);
    db->is_writable = true;
    if (!query_read_number(db, "PRAGMA user_version", &version, err))
        return false;
    if (version < schema_version() &&
        !schema_migrate(db, schema_version(), err))
        return false;
    return state != STATE_FRESH || index_note_version(db, err);
}

/* Returns path with suffix behind it, owned. */
static char *
beside(const char *path, const char *suffix)
{
    struct buf name = {0};

    buf_add_format(&name, "%s%s", path, suffix);
    return buf_take(&name);
}

/* Moves or takes away what SQLite keeps beside a file. */
static void
move_logs(const char *from, const char *to)
{
    char *log = beside(from, "-wal"), *index = beside(from, "-shm");
    char *aside = beside(to, "-wal");

    if (rename(log, aside) != 0) {
        /* There was none. */
    }
    unlink(index);
    free(log);
    free(index);
    free(aside);
}

static void
remove_file(const char *path)
{
    static const char *const suffixes[] = {"", "-wal", "-shm"};

    for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes; i++) {
        char *name = beside(path, suffixes[i]);
        unlink(name);
        free(name);
    }
}

/* Fills a new library at path with what can be read of the damaged one. */
static bool
make_anew(const char *path, const char *damaged, int64_t *out_n_items,
    struct err *err)
{
    struct db new = {.path = mem_copy_text(path, strlen(path))};

    remove_file(path);
    bool ok = (make_file(path) || err_set_errno(err, errno, path)) &&
              connection_open(&new, SQLITE_OPEN_READWRITE, err) &&
              bring_up_to_date(&new, STATE_FRESH, err) &&
              rescue_copy(&new, damaged, out_n_items, err);
    connection_close(&new, true);
    squeeze_free(new.squeeze);
    free(new.path);
    return ok;
}

/* Puts the new file in the place of the damaged one, which goes aside. */
static bool
take_place(
    const char *new, const char *path, const char *aside, struct err *err)
{
    if (link(path, aside) != 0 && rename(path, aside) != 0)
        return err_set_errno(err, errno, aside);
    move_logs(path, aside);
    return rename(new, path) == 0 || err_set_errno(err, errno, path);
}

/*
 * Makes a new library of what can be read of the damaged one, which is moved
 * aside.
 */
static bool
mend(struct db *db, struct err *err)
{
    char *aside = rescue_name(db->path, time(NULL));
    char *new = beside(db->path, "-new");
    int64_t n_items = 0;

    connection_close(db, false);
    bool ok = make_anew(new, db->path, &n_items, err) &&
              take_place(new, db->path, aside, err);
    if (ok) {
        struct buf notice = {0};
        buf_add_format(&notice,
            "the library was damaged: what could be read of it (%lld) is in a "
            "new one, the old one is '%s'",
            (long long)n_items, aside);
        say(db, notice.ptr);
        buf_done(&notice);
        db->is_damaged = false;
        ok = connection_open(db, SQLITE_OPEN_READWRITE, err) &&
             bring_up_to_date(db, STATE_OURS, err);
    } else {
        remove_file(new);
        err_wrap(err, "the library is damaged and cannot be mended");
    }
    free(aside);
    free(new);
    return ok;
}

/* Opens the file for writing and finds out what it is. */
static enum state
open_and_look(struct db *db, const char *note, struct err *err)
{
    enum state state = STATE_FAILED;

    if (connection_open(db, SQLITE_OPEN_READWRITE, err))
        state = look(db, err);
    else if (err->code == ERR_BAD_DATA)
        state = STATE_DAMAGED;
    if (state == STATE_OURS && access(note, F_OK) == 0)
        state = STATE_DAMAGED;
    return state;
}

/*
 * Mends the library, or waits for another program that does.
 */
static bool
mend_alone(struct db *db, const char *note, struct err *err)
{
    struct stat st;
    int fd = open(note, O_RDWR | O_CREAT | O_CLOEXEC, 0600);

    if (fd < 0)
        return err_set_errno(err, errno, note);
    while (flock(fd, LOCK_EX) != 0 && errno == EINTR)
        ;
    bool ok;
    connection_close(db, false);
    db->is_damaged = false;
    if (fstat(fd, &st) == 0 && st.st_nlink == 0 &&
        open_and_look(db, note, err) == STATE_OURS)
        ok = bring_up_to_date(db, STATE_OURS, err);
    else
        ok = mend(db, err);
    if (ok)
        unlink(note);
    close(fd);
    return ok;
}

/* Opens a file that may be written. */
static bool
open_writable(struct db *db, struct err *err)
{
    char *note = connection_note(db->path);
    enum state state = open_and_look(db, note, err);
    bool ok = false;

    if (state == STATE_FRESH || state == STATE_OURS) {
        ok = bring_up_to_date(db, state, err);
        if (!ok && (err->code == ERR_BAD_DATA || db->is_damaged))
            state = STATE_DAMAGED;
        else if (!ok)
            state = STATE_FAILED;
    }
    if (state == STATE_FAILED &&
        (err->code == ERR_IO || err->code == ERR_DENIED))
        ok = read_anyway(db, err);
    if (state == STATE_DAMAGED)
        ok = mend_alone(db, note, err);
    if (state == STATE_NEWER) {
        connection_close(db, false);
        ok = open_readable(db, newer, err);
    }
    free(note);
    return ok;
}

bool
vault_is_damaged(const char *path)
{
    struct db db = {.path = mem_copy_text(path, strlen(path))};
    char *note = connection_note(path);
    struct stat st;
    struct err err;
    bool is_damaged = false;

    if (stat(path, &st) == 0 && S_ISREG(st.st_mode) && st.st_size > 0) {
        is_damaged = access(note, F_OK) == 0;
        if (connection_open(&db, SQLITE_OPEN_READONLY, &err))
            is_damaged = is_damaged || look(&db, &err) == STATE_DAMAGED;
        else
            is_damaged = is_damaged || err.code == ERR_BAD_DATA;
        connection_close(&db, false);
        squeeze_free(db.squeeze);
    }
    free(db.path);
    free(note);
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
    else if (make_file(path))
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
