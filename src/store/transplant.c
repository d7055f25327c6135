/* SPDX-License-Identifier: ISC */
/*
 * transplant - a copy of a damaged file that knows its tables again
 *
 * The first page is the root of the tree with the schema (sqlite.org,
 * fileformat2.html, 1.6): its cells and its header name the pages with the rows,
 * which go behind the end of the copy, since elsewhere is what is to be saved.
 * The map of an auto-vacuumed file is not right then, but only needed to write.
 */
#include "transplant.h"

#include "base/file.h"

#include <fcntl.h>
#include <stdint.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
    MAX_PAGE = 32768,
    HEADER = 100,   /* bytes of the file before the root of the schema */
    INTERIOR = 0x05 /* the kind of a page that names others */
};

/* A file that is made, and the page size of both. */
struct transplant {
    int from, to;
    size_t len;
    uint32_t n_pages; /* of the copy */
};

static uint32_t
get(const uint8_t *bytes, int n)
{
    uint32_t number = 0;

    for (int i = 0; i < n; i++)
        number = number << 8 | bytes[i];
    return number;
}

static void
put(uint8_t *bytes, uint32_t number)
{
    for (int i = 0; i < 4; i++)
        bytes[i] = (uint8_t)(number >> (24 - 8 * i));
}

/* Puts the page that a pointer names behind the end, and names it there. */
static bool
move_page(struct transplant *t, uint8_t *pointer)
{
    uint8_t page[MAX_PAGE];
    const uint32_t number = get(pointer, 4);

    if (number == 0 ||
        pread(t->from, page, t->len, (off_t)(number - 1) * (off_t)t->len) !=
            (ssize_t)t->len)
        return false;
    put(pointer, ++t->n_pages);
    return page[0] != INTERIOR &&
           pwrite(t->to, page, t->len,
               (off_t)(t->n_pages - 1) * (off_t)t->len) == (ssize_t)t->len;
}

/* Puts all pages of the schema into the copy. */
static bool
put_schema(struct transplant *t)
{
    uint8_t page[MAX_PAGE], *root = page + HEADER;

    if (pread(t->from, page, t->len, 0) != (ssize_t)t->len)
        return false;
    if (root[0] == INTERIOR) {
        const uint32_t n_cells = get(root + 3, 2);
        if (HEADER + 12 + 2 * (size_t)n_cells > t->len)
            return false;
        for (uint32_t i = 0; i < n_cells; i++) {
            const uint32_t at = get(root + 12 + 2 * (size_t)i, 2);
            if (at + 4 > t->len || !move_page(t, page + at))
                return false;
        }
        if (!move_page(t, root + 8))
            return false;
    }
    put(page + 28, t->n_pages);
    return pwrite(t->to, page, t->len, 0) == (ssize_t)t->len;
}

static bool
copy_bytes(int from, int to)
{
    char bytes[64 * 1024];
    struct err unused;
    ssize_t n;

    while ((n = read(from, bytes, sizeof bytes)) > 0)
        if (!file_write_fd(to, (struct str){bytes, (size_t)n}, &unused))
            return false;
    return n == 0;
}

/* Finds out how large the pages of the new file are, and how many the copy has. */
static bool
measure(struct transplant *t)
{
    uint8_t header[HEADER];
    struct stat st;

    if (pread(t->from, header, HEADER, 0) != HEADER || fstat(t->to, &st) != 0)
        return false;
    t->len = get(header + 16, 2);
    if (t->len < 512 || t->len > MAX_PAGE || (size_t)st.st_size < 2 * t->len)
        return false;
    t->n_pages = (uint32_t)((size_t)st.st_size / t->len);
    return true;
}

bool
transplant_write(const char *damaged, const char *new, const char *copy)
{
    const int old = open(damaged, O_RDONLY | O_CLOEXEC);
    struct transplant t = {
        .from = open(new, O_RDONLY | O_CLOEXEC),
        .to = open(
            copy, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600),
    };
    bool ok = old >= 0 && t.from >= 0 && t.to >= 0 && copy_bytes(old, t.to) &&
              measure(&t) && put_schema(&t);

    if (old >= 0)
        close(old);
    if (t.from >= 0)
        close(t.from);
    if (t.to >= 0)
        close(t.to);
    return ok;
}
