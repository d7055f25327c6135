/* SPDX-License-Identifier: ISC */
/*
 * install - where the parts of the program are
 */
#include "app/install.h"

#include "base/buf.h"
#include "base/file.h"

#include <limits.h>
#include <stdlib.h>
#include <unistd.h>
#include <uv.h>

/*
 * Returns the folder of the running program, owned; NULL when the system does
 * not tell.
 */
static char *
find_own_folder(void)
{
    char path[PATH_MAX];
    size_t len = sizeof path;

    return uv_exepath(path, &len) == 0 ? file_folder(path) : NULL;
}

/*
 * Returns folder, below and name joined, owned, if that is a file of which
 * mode (as of access()) is allowed; else, or when folder is NULL, NULL.
 */
static char *
find_below(const char *folder, const char *below, const char *name, int mode)
{
    if (!folder || !folder[0])
        return NULL;

    char *parent = file_join(folder, below);
    char *path = file_join(parent, name);
    free(parent);
    if (access(path, mode) != 0) {
        free(path);
        path = NULL;
    }
    return path;
}

char *
install_find_program(const char *name)
{
    char *path = find_below(getenv("GUTREAD_LIBEXEC"), "", name, X_OK);

    if (!path) {
        char *own = find_own_folder();
        path = find_below(own, "", name, X_OK);
        free(own);
    }
    if (!path)
        path = find_below(INSTALL_LIBEXECDIR, "", name, X_OK);
    return path;
}

char *
install_find_articles(void)
{
    static const char name[] = "welcome.md";
    char *welcome =
        find_below(getenv("GUTREAD_DATADIR"), "articles", name, R_OK);

    if (!welcome) {
        char *own = find_own_folder();
        welcome = find_below(own, "../data/articles", name, R_OK);
        free(own);
    }
    if (!welcome)
        welcome = find_below(INSTALL_DATADIR, "articles", name, R_OK);
    if (!welcome)
        return NULL;

    char *plain = realpath(welcome, NULL); /* without "build/.." */
    char *folder = file_folder(plain ? plain : welcome);
    free(plain);
    free(welcome);
    return folder;
}
