/* SPDX-License-Identifier: ISC */
/*
 * connection - what a struct db is made of
 *
 * Every change is synced to the disk when it ends (synchronous = FULL): changes
 * are few, since they come in batches, and they are made on a thread of their
 * own, so that a sync costs nobody's time; in return what was said to be saved
 * survives a loss of power. Cells are checked as they are read, since the file
 * may be damaged, and its schema is not trusted with anything that is unsafe.
 */
#include "connection.h"

#include "base/buf.h"
#include "base/mem.h"
#include "score.h"
#include "squeeze.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
    BUSY_PATIENCE = 2000, /* milliseconds that who writes waits for others */
    CACHE_SIZE = 16000,   /* kilobytes of pages kept in memory */
    LOG_SIZE = 16 << 20   /* bytes of the log that are kept when it is empty */
};

static enum err_code
code_of(int code)
{
    switch (code & 0xFF) {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return ERR_BAD_DATA;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return ERR_DENIED;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return ERR_TIMEOUT;
    case SQLITE_TOOBIG:
        return ERR_TOO_LARGE;
    default:
        return ERR_IO;
    }
}

bool
connection_fail(struct db *db, int code, struct err *err)
{
    switch (code & 0xFF) {
    case SQLITE_NOMEM:
        mem_exhausted();
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        db->is_damaged = true;
        return err_set(err, ERR_BAD_DATA,
            "the library is damaged; it is mended when gutread starts next");
    case SQLITE_ERROR:
        /* A table is missing, or has other columns. */
        return err_set(
            err, ERR_BAD_DATA, "the library is not what it should be");
    case SQLITE_CONSTRAINT:
        /* What a row refers to: another program has forgotten it for good. */
        return err_set(err, ERR_NOT_FOUND, "it is not in the library any more");
    case SQLITE_FULL:
        return err_set(err, ERR_IO, "there is no room left on the disk");
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return err_set(
            err, ERR_TIMEOUT, "another program is busy with the library");
    case SQLITE_READONLY:
        return err_set(err, ERR_DENIED, "the library may not be written");
    case SQLITE_IOERR:
        return err_set(err, ERR_IO,
            sqlite3_system_errno(db->handle) == ENOSPC
                ? "there is no room left on the disk"
                : "the disk does not take or give what is stored");
    default:
        return err_set(err, code_of(code), "%s", sqlite3_errstr(code));
    }
}

sqlite3_stmt *
connection_prepare(struct db *db, const char *sql, int *out_code)
{
    struct connection_statement *s = db->statements;

    for (uint32_t i = 0; i < db->n_statements; i++, s++) {
        if (s->sql != sql || s->is_busy)
            continue;
        s->is_busy = true;
        return s->stmt;
    }

    sqlite3_stmt *stmt;
    int code = sqlite3_prepare_v3(
        db->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &stmt, NULL);
    if (code != SQLITE_OK) {
        *out_code = code;
        return NULL;
    }
    MEM_GROW(db->statements, db->cap_statements, db->n_statements + 1);
    db->statements[db->n_statements++] =
        (struct connection_statement){sql, stmt, true};
    return stmt;
}

void
connection_give_back(struct db *db, sqlite3_stmt *stmt)
{
    sqlite3_reset(stmt);
    sqlite3_clear_bindings(stmt);
    for (uint32_t i = 0; i < db->n_statements; i++)
        if (db->statements[i].stmt == stmt)
            db->statements[i].is_busy = false;
}

bool
connection_open(struct db *db, int flags, struct err *err)
{
    int code = sqlite3_open_v2(db->path, &db->handle,
        flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL);

    if (code != SQLITE_OK) {
        connection_fail(db, code, err);
        sqlite3_close(db->handle);
        db->handle = NULL;
        return false;
    }
    sqlite3_busy_timeout(db->handle, BUSY_PATIENCE);
    sqlite3_db_config(db->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
    sqlite3_db_config(db->handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
    sqlite3_db_config(db->handle, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
    sqlite3_db_config(db->handle, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
    sqlite3_db_config(db->handle, SQLITE_DBCONFIG_ENABLE_FKEY, 1, NULL);

    char *settings = sqlite3_mprintf("PRAGMA cell_size_check = ON;"
                                     "PRAGMA synchronous = FULL;"
                                     "PRAGMA temp_store = MEMORY;"
                                     "PRAGMA cache_size = -%d;"
                                     "PRAGMA journal_size_limit = %d;",
        CACHE_SIZE, LOG_SIZE);
    code = settings ? sqlite3_exec(db->handle, settings, NULL, NULL, NULL)
                    : SQLITE_NOMEM;
    sqlite3_free(settings);
    if (code == SQLITE_OK)
        code = score_register(db->handle);
    if (code == SQLITE_OK)
        return true;
    connection_fail(db, code, err);
    connection_close(db, false);
    return false;
}

void
connection_say(struct db *db, const char *notice)
{
    free(db->notice);
    db->notice = mem_copy_text(notice, strlen(notice));
}

bool
connection_make(const char *path)
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

char *
connection_beside(const char *path, const char *suffix)
{
    struct buf name = {0};

    buf_add_format(&name, "%s%s", path, suffix);
    return buf_take(&name);
}

char *
connection_note(const char *path)
{
    return connection_beside(path, "-damaged");
}

bool
connection_has_moved(const struct db *db)
{
    int has_moved = 0;

    return db->handle &&
           sqlite3_file_control(db->handle, "main", SQLITE_FCNTL_HAS_MOVED,
               &has_moved) == SQLITE_OK &&
           has_moved;
}

/* Writes the note; what it may still say of an older damage is over. */
static void
note_damage(const char *path)
{
    char *note = connection_note(path);
    int fd = open(note, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);

    if (fd >= 0)
        close(fd);
    free(note);
}

void
connection_close(struct db *db, bool is_merged)
{
    for (uint32_t i = 0; i < db->n_statements; i++)
        sqlite3_finalize(db->statements[i].stmt);
    free(db->statements);
    db->statements = NULL;
    db->n_statements = db->cap_statements = 0;
    if (db->handle && !is_merged)
        sqlite3_db_config(
            db->handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
    const bool is_noted = db->handle && db->is_damaged && db->is_writable &&
                          !connection_has_moved(db);
    sqlite3_close(db->handle);
    if (is_noted)
        note_damage(db->path);
    db->handle = NULL;
    db->depth = 0;
}

void
connection_free(struct db *db)
{
    squeeze_free(db->squeeze);
    free(db->path);
    free(db->notice);
    free(db);
}
