/* SPDX-License-Identifier: ISC */
/*
 * source - what an argument or a link means
 *
 * A source says where an article comes from, not what it is: that is found out
 * by whoever parses it. Sources are compared, copied and kept in lists.
 *
 * Errors tell the reason alone ("No such file or directory"): who shows them
 * puts the source, as its user wrote it, in front.
 */
#ifndef APP_SOURCE_H
#define APP_SOURCE_H

#include "base/err.h"
#include "base/str.h"

#include <stdbool.h>
#include <stdint.h>

enum source_kind {
    SOURCE_NONE,
    SOURCE_FILE,
    SOURCE_STDIN,
    SOURCE_FOLDER,
    SOURCE_WEB,   /* http or https */
    SOURCE_ENTRY, /* of a feed, without a page of its own */
};

struct source {
    enum source_kind kind;
    char *place; /* owned: path or address, of an entry that of its feed; "-"
                    for standard input */
    char *key;   /* owned: the same for every way to write a path, so that
                    sources can be compared when the file is gone */
    char *plate; /* owned: an address as it is to be shown; NULL: it is none */
};

struct source_list {
    struct source *items; /* owned */
    uint32_t n_items, cap_items;
};

/*
 * Finds out what the argument stands for: "-", an http(s) or file address, a
 * folder, or else a file, which must exist and be readable. out_source is owned
 * (source_done()).
 */
bool source_parse(const char *argument, struct source *out_source,
    struct err *err) __attribute__((warn_unused_result));

/*
 * Makes the source of a page of the web; ERR_BAD_DATA for any other address. For
 * what was not typed: lists of feeds hold anything, and so does a library.
 */
bool source_parse_web(struct str address, struct source *out_source,
    struct err *err) __attribute__((warn_unused_result));

/*
 * Finds out where the link leads, seen from the article at from: to another
 * article on this machine (SOURCE_FILE, there or not), into a folder
 * (SOURCE_FOLDER), or to the web. Returns false when it leads elsewhere (mail,
 * an unknown scheme), stays in the article ("#name"), or when a page of the web
 * names a file. The fragment, if any, is left to url_fragment(). out_source is
 * owned.
 */
bool source_follow(
    const struct source *from, struct str link, struct source *out_source);

/*
 * Returns the source of an entry of the feed at feed, owned: its page of the web
 * at url or, when that is none, the entry that the feed knows by key.
 */
struct source source_make_entry(
    const struct source *feed, struct str url, struct str key);

/*
 * Returns the same for an entry whose page another one has as well: a page of
 * the web that is not equal to that, owned.
 */
struct source source_make_twin(
    const struct source *feed, struct str url, struct str key);

/*
 * Opens a file or standard input for reading. The descriptor is owned by the
 * caller, does not block on a pipe that has no writer, and is closed on exec.
 * A folder, an entry, a terminal that is not standard input, or the web is
 * ERR_IO.
 */
bool source_open(const struct source *s, int *out_fd, struct err *err)
    __attribute__((warn_unused_result));

/*
 * Appends the articles in the folder at path to the list: files that end in
 * .md, .markdown, .html, .htm, .xhtml or .txt, not hidden, in natural order
 * ("2" before "10"), not those of its subfolders.
 */
bool source_read_folder(const char *path, struct source_list *list,
    struct err *err) __attribute__((warn_unused_result));

/*
 * Returns a name to show until the title is known, borrowed from s.
 */
const char *source_label(const struct source *s);

/*
 * Returns a number below, equal to or above 0 as a stands before, with or
 * behind b in some order that never changes; 0 when both are the same place.
 */
int source_compare(const struct source *a, const struct source *b);

/*
 * Tells whether both are the same place.
 */
bool source_eq(const struct source *a, const struct source *b);

/*
 * Returns a copy, owned.
 */
struct source source_copy(const struct source *s);

/*
 * Frees what the source, or the list, owns and leaves it empty.
 */
void source_done(struct source *s);
void source_list_done(struct source_list *list);

#endif
