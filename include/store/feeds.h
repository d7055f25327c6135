/* SPDX-License-Identifier: ISC */
/*
 * feeds - what is subscribed to, and what it has published
 *
 * An entry of a feed is an item of the library: the page that it leads to or,
 * where the feed brings all of the text, that text. What is new in a feed is
 * unread until it is read, wherever it was opened from.
 *
 * A feed may say what it likes of the pages of others, so the text that it
 * brings stands for a page only where both are of the same host; else it is an
 * item of its own.
 */
#ifndef STORE_FEEDS_H
#define STORE_FEEDS_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/str.h"
#include "model/feed.h"
#include "store/db.h"

#include <stdbool.h>
#include <stdint.h>

/* A subscription. Texts are clean, on one line, and live as the list does. */
struct feeds_item {
    int64_t id;
    struct str url;
    struct str address; /* url with its password: to be asked, not told */
    struct str title;   /* or url, as it is shown */
    struct str site;    /* address of the pages that it is about, or empty */
    struct str folder;  /* where a person put it, or empty */
    struct str etag, modified; /* for asking again, or empty */
    struct str failure;        /* why it could not be had last, or empty */
    unsigned n_failures;       /* in a row */
    int64_t n_entries, n_unread;
    int64_t checked_at; /* 0: never */
    int64_t due_at;     /* when to ask again */
};

struct feeds_list {
    struct feeds_item *items; /* owned; by folder, then by title */
    uint32_t n_items, cap_items;
    struct arena texts;
};

/* What is to be subscribed to; title and folder may be empty. A password in url
 * is kept for asking this feed and told by nothing but feeds_item.address. */
struct feeds_wish {
    struct str url, title, folder;
};

/* What is known of a feed when it has been asked for. */
struct feeds_head {
    struct str moved;          /* where to ask from now on; empty: as before */
    struct str etag, modified; /* empty: unknown */
    int64_t checked_at, due_at;
};

/*
 * Subscribes to a feed and returns its number; what is subscribed to already
 * keeps its title, folder and password unless others are given.
 */
bool feeds_subscribe(struct db *db, const struct feeds_wish *wish, int64_t now,
    int64_t *out_id, struct err *err) __attribute__((warn_unused_result));

/*
 * Ends a subscription. Its entries that were neither read nor kept by a person
 * go with it.
 */
bool feeds_unsubscribe(struct db *db, int64_t feed, struct err *err)
    __attribute__((warn_unused_result));

/*
 * Finds the feed that is subscribed to at url, or ERR_NOT_FOUND. Who leaves out
 * the name that goes with a password finds it, too.
 */
bool feeds_find(struct db *db, struct str url, int64_t *out_id, struct err *err)
    __attribute__((warn_unused_result));

/*
 * Reads all subscriptions into the list.
 */
bool feeds_load(struct db *db, struct feeds_list *list, struct err *err)
    __attribute__((warn_unused_result));

/*
 * Tells whether it is time to ask for a feed again. A date from which the clock
 * was set back a day or more does not count.
 */
bool feeds_is_due(const struct feeds_item *item, int64_t now);

/*
 * Returns when a feed that was asked now is to be asked again: in an hour, or
 * not before its server said; after n_failures in a row twice as long for each;
 * never later than in a week.
 */
int64_t feeds_plan(int64_t now, int64_t not_before, unsigned n_failures);

/*
 * Appends url with the name and the password of a feed of which it is an entry's
 * page, if that is on the feed's own server: the same scheme, host and port; else
 * as it is. To be asked, not told.
 */
void feeds_add_login(struct db *db, struct str url, struct buf *out);

/*
 * Takes in what the feed has published; f is NULL when that has not changed. The
 * entries that were not known are unread, and out_n_new tells how many.
 *
 * One that has moved keeps its entries, known as before. Where there is another
 * subscription to its new address, of the same host, that one gets them and stays
 * alone; one of another host stays as it is, and so does this.
 */
bool feeds_put(struct db *db, int64_t feed, const struct feeds_head *head,
    const struct feed *f, uint32_t *out_n_new, struct err *err)
    __attribute__((warn_unused_result));

/* How a feed could not be had. */
struct feeds_failure {
    const char *why;
    int64_t now;
    int64_t not_before; /* when its server wants to be asked again; or 0 */
    bool is_gone;       /* for good: it is not asked any more */
    bool is_ours;       /* the network is not there: the feed may be asked as
                           soon as it is, and nothing is held against it */
};

/*
 * Notes that the feed could not be had, and plans when to try again.
 */
bool feeds_note_failure(struct db *db, int64_t feed,
    const struct feeds_failure *failure, struct err *err)
    __attribute__((warn_unused_result));

/*
 * Marks one entry, by its item, or all of a feed when item is 0, as read or not.
 */
bool feeds_mark(struct db *db, int64_t feed, int64_t item, bool is_read,
    struct err *err) __attribute__((warn_unused_result));

/*
 * Frees what the list owns and leaves it empty.
 */
void feeds_done(struct feeds_list *list);

#endif
