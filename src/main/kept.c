/* SPDX-License-Identifier: ISC */
/*
 * kept - what the library has of a page that the web does not give
 */
#include "kept.h"

#include "base/file.h"
#include "store/library.h"
#include "store/vault.h"

#include <stdlib.h>
#include <unistd.h>

struct article *
kept_find(const char *url, const struct err *err)
{
    char *path = file_xdg(FILE_DATA, "library.db");
    struct article *a = NULL;
    struct db *db = NULL;
    struct err unused;
    int64_t id;

    /* Reading makes no library where there is none. */
    if (path && (err->code == ERR_OFFLINE || err->code == ERR_TIMEOUT) &&
        access(path, R_OK) == 0)
        db = vault_open(path, &unused);
    if (db && library_find(db, str_of(url), &id, &unused))
        a = library_article(db, id, &unused);
    db_close(db);
    free(path);
    return a;
}
