/* SPDX-License-Identifier: ISC */
/*
 * library - everything that was read, or is to be
 *
 * Of a page the article is kept, and what it was made of; of a file only that it
 * was read, and what is known of it, since the file itself is there.
 *
 * A page is known by the address that it came from in the end and by those that
 * led there, none of which is written down with a password; a file by its path.
 * A file that is at another path now, with the same text, and no longer at its
 * old one, is the same item.
 *
 * What is deleted can be had back until the library is closed.
 *
 * Every function here can fail as files fail, and says so in err. Times are
 * seconds of Unix time and come from the caller.
 */
#ifndef STORE_LIBRARY_H
#define STORE_LIBRARY_H

#include "base/buf.h"
#include "base/err.h"
#include "model/article.h"
#include "store/db.h"
#include "store/item.h"

#include <stdbool.h>
#include <stdint.h>

/* A page as it came. */
struct library_page {
    struct str asked; /* the address that led to it */
    const struct item_head *head;
    const struct article *article;
    struct str body; /* what the article was made of; empty: is not kept */
    bool is_wanted;  /* by a person, who sees what it has */
};

/* What is known of a page that is not here yet. */
struct library_note {
    struct str url, title, excerpt; /* the last two may be empty */
};

/*
 * Keeps a page, or another edition of it, unless that would be a loss
 * (store/loss.h): then what is kept stays. out_id tells which item that is.
 */
bool library_put_page(struct db *db, const struct library_page *page,
    int64_t *out_id, struct err *err) __attribute__((warn_unused_result));

/*
 * Notes that there is a file at that absolute path with that article.
 */
bool library_put_file(struct db *db, struct str path, const struct article *a,
    int64_t now, int64_t *out_id, struct err *err)
    __attribute__((warn_unused_result));

/*
 * Notes a page of which no more is known; what is known already is not changed.
 */
bool library_put_note(struct db *db, const struct library_note *note,
    int64_t now, int64_t *out_id, struct err *err)
    __attribute__((warn_unused_result));

/*
 * Says that the server has nothing newer than what is kept: only the dates, and
 * the fields of head that are not empty, change.
 */
bool library_confirm(struct db *db, int64_t id, const struct item_head *head,
    struct err *err) __attribute__((warn_unused_result));

/*
 * Keeps another article in the place of the one that item id has, made of the
 * same page.
 */
bool library_replace(struct db *db, int64_t id, const struct article *a,
    struct err *err) __attribute__((warn_unused_result));

/*
 * Finds the item of an address or a path; false and ERR_NOT_FOUND when there is
 * none. A fragment behind the address does not count.
 */
bool library_find(struct db *db, struct str place, int64_t *out_id,
    struct err *err) __attribute__((warn_unused_result));

/*
 * Returns the article of an item, owned; NULL and ERR_NOT_FOUND when none is
 * kept, ERR_BAD_DATA when it is one of another version of the program, and has
 * to be made again of library_body().
 */
struct article *library_article(struct db *db, int64_t id, struct err *err)
    __attribute__((warn_unused_result));

/*
 * Appends the page that the article of an item was made of, and its head's
 * fields to head_texts, which out_head borrows from; ERR_NOT_FOUND when it is
 * not kept. body may be NULL when only the head is wanted.
 */
bool library_body(struct db *db, int64_t id, struct buf *body,
    struct buf *head_texts, struct item_head *out_head, struct err *err)
    __attribute__((warn_unused_result));

/*
 * Says that the item is being read now.
 */
bool library_read(struct db *db, int64_t id, int64_t now, struct err *err)
    __attribute__((warn_unused_result));

/* What a person can say of an item; each has a list (store/lists.h). */
enum library_shelf {
    LIBRARY_SAVED,    /* to be read later; never pruned */
    LIBRARY_ARCHIVED, /* saved, and done with */
    LIBRARY_FAVORITE,
    LIBRARY_SHELVES
};

/*
 * Puts the item on a shelf or takes it off. What is archived is saved, too;
 * what is not saved any more is not archived.
 */
bool library_shelve(struct db *db, int64_t id, enum library_shelf shelf,
    bool is_on, int64_t now, struct err *err)
    __attribute__((warn_unused_result));

/*
 * Tells whether an item is on that shelf.
 */
bool library_is_on(const struct item *item, enum library_shelf shelf);

/*
 * Takes the item out of the library, and puts it back as it was; ERR_NOT_FOUND
 * when it is not deleted.
 */
bool library_delete(struct db *db, int64_t id, int64_t now, struct err *err)
    __attribute__((warn_unused_result));
bool library_undelete(struct db *db, int64_t id, struct err *err)
    __attribute__((warn_unused_result));

/*
 * Forgets for good what this connection has deleted, and what others did that
 * were killed a day ago or earlier. To be called before the library is closed.
 */
bool library_purge(struct db *db, int64_t now, struct err *err)
    __attribute__((warn_unused_result));

/*
 * Makes some of the index anew where another version of gutread made it, for
 * which words were something else: of some fifty texts, in a change that takes
 * about a tenth of a second. *out_is_done tells whether that was all. Until it is,
 * a text is found by the words of before.
 */
bool library_renew(struct db *db, bool *out_is_done, struct err *err)
    __attribute__((warn_unused_result));

/*
 * Returns how many bytes the texts, articles and pages take.
 */
int64_t library_size(struct db *db);

#endif
