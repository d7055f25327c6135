/* SPDX-License-Identifier: ISC */
/*
 * kept - what the library has of a page that the web does not give
 */
#include "kept.h"

#include "app/memory.h"
#include "app/reprint.h"
#include "await.h"
#include "store/feeds.h"
#include "store/library.h"
#include "store/vault.h"

#include <stdlib.h>
#include <unistd.h>

struct article *
kept_article(
    struct db *db, int64_t id, const struct job_opts *opts, struct err *err)
{
    struct article *a = library_article(db, id, err);
    struct reprint page = {0};
    struct job_opts jobs = *opts;
    struct err unused;

    if (!a && reprint_open(&page, db, id, &unused)) {
        struct harvest_result made = {0};
        reprint_add_opts(&page, &jobs);
        if (await_load(&page.source, &jobs, &made, &unused)) {
            a = made.article;
            made.article = NULL;
        }
        harvest_drop(&made);
    }
    reprint_close(&page);
    return a;
}

/* Opens the library; reading makes none where there is none. */
static struct db *
open_library(void)
{
    char *path = memory_path();
    struct db *db = NULL;
    struct err unused;

    if (path && access(path, R_OK) == 0)
        db = vault_open(path, &unused);
    free(path);
    return db;
}

char *
kept_address(void *unused, const char *url)
{
    struct buf address = {0};
    char *path = memory_path();
    /* Who reads one page does not wait for all to be mended. */
    struct db *db = path && !vault_is_damaged(path) ? open_library() : NULL;

    (void)unused;
    free(path);
    if (!db)
        return NULL;
    feeds_add_login(db, str_of(url), &address);
    db_close(db);
    return buf_take(&address);
}

struct article *
kept_find(const char *url, const struct job_opts *opts, const struct err *err)
{
    struct article *a = NULL;
    struct db *db = NULL;
    struct err unused;
    int64_t id;

    if (err->code == ERR_OFFLINE || err->code == ERR_TIMEOUT)
        db = open_library();
    if (db && library_find(db, str_of(url), &id, &unused))
        a = kept_article(db, id, opts, &unused);
    db_close(db);
    return a;
}
