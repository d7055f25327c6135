/* SPDX-License-Identifier: ISC */
/*
 * lookout - sees what other programs do with the library
 *
 * Every change goes into the log first.
 */
#include "lookout.h"

#include "app/memory.h"
#include "ui/watch.h"

#include <stdlib.h>

static void
look(void *user)
{
    memory_look(user);
}

struct watch *
lookout_start(struct uv_loop_s *loop, struct memory *memory)
{
    char *path = memory_db(memory) ? memory_log_path() : NULL;
    struct watch *w = path ? watch_start(loop, path, look, memory) : NULL;

    free(path);
    return w;
}
