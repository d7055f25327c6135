/* SPDX-License-Identifier: ISC */
/*
 * replay - runs a fuzz target once for every file of its corpus
 *
 *      fuzz_NAME FOLDER
 *
 * Takes the place of libFuzzer in builds without it: prints TAP, and a file that
 * breaks the target ends the program with what broke.
 */
#include "base/buf.h"
#include "base/err.h"
#include "base/file.h"
#include "base/mem.h"

#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

static int
is_visible(const struct dirent *entry)
{
    return entry->d_name[0] != '.';
}

/*
 * Runs the target with a file. The copy has exactly the size of the file, so
 * that a sanitizer sees who reads behind its end.
 */
static bool
replay_file(const char *folder, const char *name)
{
    struct buf text = {0};
    struct err err;
    char *path = file_join(folder, name);
    const bool ok = file_read(path, SIZE_MAX - 1, &text, &err);

    if (ok) {
        uint8_t *bytes = mem_alloc(text.len);
        if (text.len > 0)
            memcpy(bytes, text.ptr, text.len);
        LLVMFuzzerTestOneInput(bytes, text.len);
        free(bytes);
    } else {
        printf("# %s\n", err.text);
    }
    buf_done(&text);
    free(path);
    return ok;
}

int
main(int argc, char **argv)
{
    struct dirent **entries = NULL;
    const int n =
        argc == 2 ? scandir(argv[1], &entries, is_visible, alphasort) : -1;
    bool ok = n > 0;

    if (n <= 0) {
        printf("1..1\nnot ok 1 - there is a corpus\n");
        return 1;
    }
    printf("1..%d\n", n);
    for (int i = 0; i < n; i++) {
        fflush(stdout); /* a target that breaks does not come back */
        const bool is_read = replay_file(argv[1], entries[i]->d_name);
        printf(
            "%sok %d - %s\n", is_read ? "" : "not ", i + 1, entries[i]->d_name);
        ok = ok && is_read;
        free(entries[i]);
    }
    free(entries);
    return !ok;
}
