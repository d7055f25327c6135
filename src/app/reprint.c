/* SPDX-License-Identifier: ISC */
/*
 * reprint - a page of the library, to be made into an article again
 *
 * The page is in memory that has only a descriptor, and the name that the kernel
 * gives it.
 */
#include "app/reprint.h"

#include "base/file.h"
#include "store/library.h"

#include <stdio.h>
#include <sys/mman.h>
#include <unistd.h>

/* Puts bytes into memory with a descriptor; -1 when there is none. */
static int
open_bytes(struct str bytes)
{
    struct err unused;
    int fd = memfd_create("page", MFD_CLOEXEC);

    if (fd >= 0 && !file_write_fd(fd, bytes, &unused)) {
        close(fd);
        return -1;
    }
    return fd;
}

bool
reprint_open(struct reprint *r, struct db *db, int64_t id, struct err *err)
{
    struct buf body = {0}, texts = {0};
    struct item_head head;
    int fd = -1;
    bool ok = library_body(db, id, &body, &texts, &head, err);

    if (ok && (fd = open_bytes(buf_str(&body))) < 0)
        ok = err_set(err, ERR_IO, "there is no memory for its page");
    if (ok) {
        *r = (struct reprint){.is_open = true, .fd = fd};
        snprintf(r->path, sizeof r->path, "/proc/self/fd/%d", fd);
        r->source = (struct source){
            .kind = SOURCE_FILE, .place = r->path, .key = r->path};
        buf_add_str(&r->url, head.final);
        buf_add_str(&r->type, head.type.len > 0 ? head.type : STR("text/html"));
        buf_end(&r->url);
    }
    buf_done(&body);
    buf_done(&texts);
    return ok;
}

void
reprint_add_opts(const struct reprint *r, struct job_opts *opts)
{
    opts->base_url = r->url.len > 0 ? r->url.ptr : NULL;
    opts->content_type = r->type.ptr;
}

void
reprint_close(struct reprint *r)
{
    if (r->is_open)
        close(r->fd);
    buf_done(&r->url);
    buf_done(&r->type);
    *r = (struct reprint){0};
}
