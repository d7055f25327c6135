/* SPDX-License-Identifier: ISC */
/*
 * replay - runs a fuzz target once for every file of its corpus
 *
 *      fuzz_NAME CORPUS [FOLDER END]
 *
 * and for every file in or below FOLDER whose name has that END. Takes the
 * place of libFuzzer in builds without it: prints TAP, and a file that breaks
 * the target ends the program with what broke.
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

struct count {
    unsigned n_files, n_failed;
};

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
replay_file(const char *path)
{
    struct buf text = {0};
    struct err err;
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
    return ok;
}

/*
 * Replays the files of the folder, and those in folders below, whose names have
 * that end.
 */
static void
replay_folder(const char *folder, struct str end, struct count *count)
{
    struct dirent **entries = NULL;
    const int n = scandir(folder, &entries, is_visible, alphasort);

    for (int i = 0; i < n; i++) {
        char *path = file_join(folder, entries[i]->d_name);
        if (entries[i]->d_type == DT_DIR) {
            replay_folder(path, end, count);
        } else if (str_ends(str_of(path), end)) {
            fflush(stdout); /* a target that breaks does not come back */
            const bool is_read = replay_file(path);
            printf("%sok %u - %s\n", is_read ? "" : "not ", ++count->n_files,
                entries[i]->d_name);
            count->n_failed += !is_read;
        }
        free(path);
        free(entries[i]);
    }
    free(entries);
}

int
main(int argc, char **argv)
{
    struct count count = {0};

    if (argc > 1)
        replay_folder(argv[1], STR(""), &count);
    if (count.n_files == 0) {
        printf("1..1\nnot ok 1 - there is a corpus\n");
        return 1;
    }
    if (argc > 3)
        replay_folder(argv[2], str_of(argv[3]), &count);
    printf("1..%u\n", count.n_files);
    return count.n_failed > 0;
}
