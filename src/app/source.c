/* SPDX-License-Identifier: ISC */
/*
 * source - what an argument or a link means
 *
 * The key of a file is the real path of its folder and its own name: a link to
 * a file is another article than the file, but "./a.md" and "../b/a.md" are
 * one, and stay so when the file is deleted.
 */
#include "app/source.h"

#include "base/buf.h"
#include "base/file.h"
#include "base/mem.h"
#include "model/plate.h"
#include "model/url.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char *
copy_text(const char *text)
{
    return mem_copy_text(text, strlen(text));
}

/*
 * Returns the real path of the folder, owned, or path itself when there is none.
 */
static char *
real_folder(const char *path)
{
    char *real = realpath(path, NULL);

    return real ? real : copy_text(path);
}

/*
 * Returns the source of that kind at place, which is taken.
 */
static struct source
make(enum source_kind kind, char *place)
{
    struct source s = {.kind = kind, .place = place};

    if (kind == SOURCE_FILE) {
        char *folder = file_folder(place);
        char *real = real_folder(folder);
        s.key = file_join(real, file_name(place));
        free(real);
        free(folder);
    } else if (kind == SOURCE_FOLDER) {
        s.key = real_folder(place);
    } else {
        s.key = copy_text(place);
    }
    if (kind == SOURCE_WEB)
        s.plate = plate_text(str_of(place));
    return s;
}

/*
 * Tells whether what is no file reads like a page of the web without "https://":
 * "www.example.org", "example.org/page".
 */
static bool
is_host(struct str path)
{
    const size_t end = str_find(path, STR("/"), 0);
    const size_t dot = str_find(path, STR("."), 0);

    return str_starts_nocase(path, STR("www.")) ||
           (end < path.len && dot > 0 && dot + 1 < end);
}

/*
 * Makes the source of a path that an argument gave.
 */
static bool
parse_path(const char *path, struct source *out, struct err *err)
{
    struct stat st;

    if (stat(path, &st) != 0) {
        if (errno == ENOENT && strstr(path, "://"))
            return err_set(err, ERR_NOT_FOUND,
                "only http, https and file addresses are known");
        if (errno == ENOENT && is_host(str_of(path)))
            return err_set(err, ERR_NOT_FOUND,
                "%s; for a page of the web put https:// before it",
                strerror(errno));
        return err_set_errno(err, errno, NULL);
    }
    if (access(path, R_OK) != 0)
        return err_set_errno(err, errno, NULL);
    *out = make(
        S_ISDIR(st.st_mode) ? SOURCE_FOLDER : SOURCE_FILE, copy_text(path));
    return true;
}

bool
source_parse_web(struct str address, struct source *out_source, struct err *err)
{
    struct buf text = {0};
    bool ok =
        url_is_web(address) && url_resolve((struct str){0}, address, &text);

    if (ok)
        *out_source = make(SOURCE_WEB, buf_take(&text));
    else
        err_set(err, ERR_BAD_DATA, "not an address");
    buf_done(&text);
    return ok;
}

bool
source_parse(const char *argument, struct source *out_source, struct err *err)
{
    const struct str s = str_of(argument);
    struct buf text = {0};
    bool ok = true;

    if (strcmp(argument, "-") == 0) {
        *out_source = make(SOURCE_STDIN, copy_text("-"));
    } else if (url_is_web(s)) {
        ok = source_parse_web(s, out_source, err);
    } else if (str_starts_nocase(s, STR("file:"))) {
        ok = url_file_path(s, &text)
                 ? parse_path(text.ptr, out_source, err)
                 : err_set(err, ERR_NOT_FOUND, "names no file of this machine");
    } else {
        ok = parse_path(argument, out_source, err);
    }
    buf_done(&text);
    return ok;
}

/*
 * Appends the path that a relative reference means, seen from the article at
 * from; false when no path can be that.
 */
static bool
add_path(const struct source *from, struct str ref, struct buf *out)
{
    struct str path = str_slice(ref, 0, str_find(ref, STR("?"), 0));
    struct buf name = {0};

    while (str_starts(path, STR("./")))
        path = str_slice(path, 2, path.len);
    url_add_decoded(&name, path);
    bool ok = name.len > 0 && !memchr(name.ptr, '\0', name.len);
    if (ok && name.ptr[0] != '/' && from->kind != SOURCE_STDIN) {
        char *folder = from->kind == SOURCE_FILE ? file_folder(from->place)
                                                 : copy_text(from->place);
        if (strcmp(folder, ".") != 0)
            buf_add_format(out, "%s/", folder);
        free(folder);
    }
    if (ok)
        buf_add_str(out, buf_str(&name));
    buf_done(&name);
    return ok;
}

/*
 * Appends the address or path that the link means and returns its kind; adds
 * nothing and returns SOURCE_NONE when gutread does not read it.
 */
static enum source_kind
resolve(const struct source *from, struct str link, struct buf *out)
{
    const bool is_web = from->kind == SOURCE_WEB;

    if (is_web || url_is_web(link)) {
        struct str base = is_web ? str_of(from->place) : (struct str){0};
        if (url_resolve(base, link, out) && url_is_web(buf_str(out)))
            return SOURCE_WEB;
        return SOURCE_NONE;
    }
    bool is_path = str_eq_nocase(url_scheme(link), STR("file"))
                       ? url_file_path(link, out)
                       : url_scheme(link).len == 0 && add_path(from, link, out);
    if (!is_path)
        return SOURCE_NONE;

    struct stat st;
    bool is_folder = stat(out->ptr, &st) == 0 && S_ISDIR(st.st_mode);
    return is_folder ? SOURCE_FOLDER : SOURCE_FILE;
}

bool
source_follow(
    const struct source *from, struct str link, struct source *out_source)
{
    const struct str target = url_without_fragment(link);
    struct buf place = {0};
    enum source_kind kind = SOURCE_NONE;

    if (target.len > 0 && (from->kind != SOURCE_ENTRY || url_is_web(target)))
        kind = resolve(from, target, &place);
    if (kind != SOURCE_NONE)
        *out_source = make(kind, buf_take(&place));
    buf_done(&place);
    return kind != SOURCE_NONE;
}

struct source
source_make_entry(const struct source *feed, struct str url, struct str key)
{
    struct buf text = {0};

    if (url_is_web(url) && url_resolve((struct str){0}, url, &text))
        return make(SOURCE_WEB, buf_take(&text));
    buf_add_format(&text, "%s\n%.*s", feed->key, STR_ARG(key));
    return (struct source){
        .kind = SOURCE_ENTRY,
        .place = copy_text(feed->place),
        .key = buf_take(&text),
    };
}

struct source
source_make_twin(const struct source *feed, struct str url, struct str key)
{
    struct source twin = source_make_entry(feed, url, key);
    struct buf text = {0};

    if (twin.kind == SOURCE_WEB) {
        buf_add_format(&text, "%s\n%.*s", twin.key, STR_ARG(key));
        free(twin.key);
        twin.key = buf_take(&text);
    }
    return twin;
}

bool
source_open(const struct source *s, int *out_fd, struct err *err)
{
    struct stat st;
    int fd = -1;

    if (s->kind == SOURCE_WEB)
        return err_set(
            err, ERR_IO, "a page of the web cannot be opened as a file");
    if (s->kind == SOURCE_ENTRY)
        return err_set(err, ERR_IO,
            "this entry of a feed has neither text nor a page of its own");
    if (s->kind == SOURCE_STDIN)
        fd = fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
    else
        fd = open(s->place, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
    if (fd < 0)
        return err_set_errno(err, errno, NULL);
    if (fstat(fd, &st) == 0 && S_ISDIR(st.st_mode)) {
        close(fd);
        return err_set_errno(err, EISDIR, NULL);
    }
    if (s->kind == SOURCE_FILE && isatty(fd)) {
        close(fd); /* a link to it would take the keys from the screen */
        return err_set(err, ERR_IO, "a terminal, not an article");
    }
    *out_fd = fd;
    return true;
}

/*
 * Tells whether the name is one of an article.
 */
static bool
is_article_name(const char *name)
{
    static const char *const suffixes[] = {
        ".md", ".markdown", ".html", ".htm", ".xhtml", ".txt"};
    const char *dot = strrchr(name, '.');

    if (!dot || name[0] == '.')
        return false;
    for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes; i++)
        if (str_eq_nocase(str_of(dot), str_of(suffixes[i])))
            return true;
    return false;
}

/*
 * Tells whether the entry of the open folder is a file, or a link to one.
 */
static bool
is_file(DIR *folder, const struct dirent *entry)
{
    struct stat st;

    return entry->d_type == DT_REG ||
           (fstatat(dirfd(folder), entry->d_name, &st, 0) == 0 &&
               S_ISREG(st.st_mode));
}

static bool
is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/*
 * Compares names as people number things: a run of digits counts as a number of
 * any length, letters of either case are equal.
 */
static int
compare_natural(const char *a, const char *b)
{
    while (*a && *b) {
        if (is_digit(*a) && is_digit(*b)) {
            while (*a == '0' && is_digit(a[1]))
                a++;
            while (*b == '0' && is_digit(b[1]))
                b++;
            size_t n_a = strspn(a, "0123456789");
            size_t n_b = strspn(b, "0123456789");
            int order = n_a != n_b ? (n_a < n_b ? -1 : 1) : memcmp(a, b, n_a);
            if (order != 0)
                return order;
            a += n_a;
            b += n_b;
        } else if (str_lower(*a) != str_lower(*b)) {
            return (unsigned char)str_lower(*a) - (unsigned char)str_lower(*b);
        } else {
            a++;
            b++;
        }
    }
    return (unsigned char)*a - (unsigned char)*b;
}

static int
compare_items(const void *a, const void *b)
{
    const struct source *x = a, *y = b;
    int order = compare_natural(file_name(x->place), file_name(y->place));

    return order != 0 ? order : strcmp(x->place, y->place);
}

bool
source_read_folder(const char *path, struct source_list *list, struct err *err)
{
    DIR *folder = opendir(path);
    if (!folder)
        return err_set_errno(err, errno, NULL);

    const uint32_t first = list->n_items;
    const struct dirent *entry;
    char *real = real_folder(path);
    while ((entry = readdir(folder))) {
        if (!is_article_name(entry->d_name) || !is_file(folder, entry))
            continue;
        MEM_GROW(list->items, list->cap_items, list->n_items + 1);
        list->items[list->n_items++] = (struct source){
            .kind = SOURCE_FILE,
            .place = file_join(path, entry->d_name),
            .key = file_join(real, entry->d_name),
        };
    }
    free(real);
    closedir(folder);
    if (list->n_items > first)
        qsort(list->items + first, list->n_items - first, sizeof *list->items,
            compare_items);
    return true;
}

const char *
source_label(const struct source *s)
{
    if (s->kind == SOURCE_STDIN)
        return "standard input";
    if (s->kind == SOURCE_FILE)
        return file_name(s->place);
    if (s->plate)
        return s->plate;
    return s->place ? s->place : "";
}

int
source_compare(const struct source *a, const struct source *b)
{
    if (a->kind != b->kind)
        return a->kind < b->kind ? -1 : 1;
    return str_compare(str_of(a->key), str_of(b->key));
}

bool
source_eq(const struct source *a, const struct source *b)
{
    return source_compare(a, b) == 0;
}

struct source
source_copy(const struct source *s)
{
    return (struct source){
        .kind = s->kind,
        .place = s->place ? copy_text(s->place) : NULL,
        .plate = s->plate ? copy_text(s->plate) : NULL,
        .key = s->key ? copy_text(s->key) : NULL,
    };
}

void
source_done(struct source *s)
{
    free(s->place);
    free(s->plate);
    free(s->key);
    *s = (struct source){0};
}

void
source_list_done(struct source_list *list)
{
    for (uint32_t i = 0; i < list->n_items; i++)
        source_done(&list->items[i]);
    free(list->items);
    *list = (struct source_list){0};
}
