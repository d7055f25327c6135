/* SPDX-License-Identifier: ISC */
/*
 * file - files and the paths where they live
 */
#include "base/file.h"

#include "base/mem.h"
#include "base/size.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* What is read from a descriptor at once. */
enum {
    CHUNK = 64 * 1024
};

/*
 * Waits until fd, which does not block, is ready for events. Returns false when
 * that cannot be waited for.
 */
static bool
wait_ready(int fd, short events)
{
    struct pollfd p = {.fd = fd, .events = events};

    return poll(&p, 1, -1) >= 0 || errno == EINTR;
}

/*
 * Makes room at once for a file that says how large it is, so that its text is
 * not moved as it comes.
 */
static void
reserve_file(int fd, size_t limit, struct buf *out)
{
    struct stat st;

    if (fstat(fd, &st) == 0 && S_ISREG(st.st_mode) &&
        (uintmax_t)st.st_size <= limit)
        buf_reserve(out, (size_t)st.st_size + CHUNK);
}

bool
file_read_fd(int fd, size_t limit, struct buf *out, struct err *err)
{
    const size_t start = out->len;

    reserve_file(fd, limit, out);
    for (;;) {
        ssize_t n = read(fd, buf_reserve(out, CHUNK), CHUNK);
        if (n < 0) {
            if (errno == EINTR || (errno == EAGAIN && wait_ready(fd, POLLIN)))
                continue;
            int reason = errno;
            buf_cut(out, start);
            return err_set(err, ERR_IO, "%s", strerror(reason));
        }
        if (n == 0)
            break;
        out->len += (size_t)n;
        if (out->len - start > limit) {
            char words[SIZE_TEXT];
            buf_cut(out, start);
            return err_set(
                err, ERR_TOO_LARGE, "larger than %s", size_write(words, limit));
        }
    }
    buf_end(out);
    return true;
}

bool
file_read(const char *path, size_t limit, struct buf *out, struct err *err)
{
    struct stat st;
    bool ok = false;
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);

    if (fd < 0)
        return err_set_errno(err, errno, path);
    if (fstat(fd, &st) != 0) {
        err_set_errno(err, errno, path);
    } else if (S_ISDIR(st.st_mode)) {
        err_set_errno(err, EISDIR, path);
    } else {
        ok = file_read_fd(fd, limit, out, err) || err_wrap(err, "%s", path);
    }
    close(fd);
    return ok;
}

bool
file_write_fd(int fd, struct str s, struct err *err)
{
    while (s.len > 0) {
        ssize_t n = write(fd, s.ptr, s.len);
        if (n < 0) {
            if (errno == EINTR || (errno == EAGAIN && wait_ready(fd, POLLOUT)))
                continue;
            enum err_code code = errno == EPIPE ? ERR_CLOSED : ERR_IO;
            return err_set(err, code, "%s", strerror(errno));
        }
        s = str_slice(s, (size_t)n, s.len);
    }
    return true;
}

char *
file_xdg(enum file_kind kind, const char *name)
{
    static const struct {
        const char *variable, *fallback; /* below $HOME */
    } kinds[] = {
        [FILE_CONFIG] = {"XDG_CONFIG_HOME", ".config"},
        [FILE_DATA] = {"XDG_DATA_HOME", ".local/share"},
        [FILE_CACHE] = {"XDG_CACHE_HOME", ".cache"},
        [FILE_STATE] = {"XDG_STATE_HOME", ".local/state"},
    };
    const char *folder = getenv(kinds[kind].variable);
    const char *home = getenv("HOME");
    struct buf path = {0};

    if (folder && folder[0] == '/')
        buf_add_text(&path, folder);
    else if (home && home[0] == '/')
        buf_add_format(&path, "%s/%s", home, kinds[kind].fallback);
    else
        return NULL;
    buf_add_format(&path, "/gutread/%s", name);
    return buf_take(&path);
}

char *
file_join(const char *folder, const char *name)
{
    struct buf path = {0};

    if (name[0] != '/') {
        buf_add_text(&path, folder);
        if (!str_ends(buf_str(&path), STR("/")))
            buf_add_char(&path, '/');
    }
    buf_add_text(&path, name);
    return buf_take(&path);
}

char *
file_folder(const char *path)
{
    const char *slash = strrchr(path, '/');

    if (!slash)
        return mem_copy_text(".", 1);
    return mem_copy_text(path, slash > path ? (size_t)(slash - path) : 1);
}

const char *
file_name(const char *path)
{
    const char *slash = strrchr(path, '/');

    return slash ? slash + 1 : path;
}
