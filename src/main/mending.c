/* SPDX-License-Identifier: ISC */
/*
 * mending - a damaged library, before anything else is done with it
 */
#include "mending.h"

#include "app/memory.h"
#include "base/mem.h"
#include "complaint.h"
#include "store/vault.h"

#include <stdlib.h>
#include <string.h>

bool
mending_tell(const char *path)
{
    const bool is_damaged = vault_is_damaged(path);

    if (is_damaged)
        complaint_say("the library is damaged; it is mended now, which takes "
                      "minutes when it is large");
    return is_damaged;
}

char *
mending_run(void)
{
    char *path = memory_path(), *told = NULL;
    struct err err;

    if (path && mending_tell(path)) {
        struct db *db = vault_open(path, &err);
        const char *notice = db ? db_notice(db) : err.text;
        if (notice)
            told = mem_copy_text(notice, strlen(notice));
        db_close(db);
    }
    free(path);
    return told;
}
