/* SPDX-License-Identifier: ISC */
/*
 * ledger - bookmarks as they are found
 *
 * What the readers of each kind of file have in common: an entry that is being
 * put together, and the list that it goes to.
 */
#ifndef PARSE_LEDGER_H
#define PARSE_LEDGER_H

#include "base/buf.h"
#include "base/str.h"
#include "model/collect.h"

#include <stdint.h>

/* One entry; all owned, and kept from one to the next. */
struct ledger_entry {
    struct buf url, title, excerpt, tags;
    int64_t added_at; /* 0: unknown */
    const char
        *what; /* "feed", "page", "done" or "star"; NULL: none was begun */
};

struct ledger {
    struct collect *collect;
    struct ledger_entry entry;
    uint32_t n_refused; /* entries without such an address */
};

/*
 * Adds the entry, if its address is one of the web, else a note that it is left
 * out, and begins anew.
 */
void ledger_finish(struct ledger *l);

/*
 * Adds tags, which are parted by the character separator, to the entry.
 */
void ledger_add_tags(struct ledger *l, struct str tags, char separator);

/*
 * Returns the number of seconds that text says, 0 if it is none.
 */
int64_t ledger_seconds(struct str text);

/*
 * Adds the last note, and frees what the entry owns.
 */
void ledger_done(struct ledger *l);

/*
 * Reads OPML and HTML: outlines with addresses, links, and what stands around
 * them.
 */
void ledger_read_markup(struct ledger *l, struct str text);

#endif
