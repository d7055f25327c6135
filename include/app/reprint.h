/* SPDX-License-Identifier: ISC */
/*
 * reprint - a page of the library, to be made into an article again
 *
 * An article that another version of the program has kept may not be readable
 * any more; the page that it was made of always is. A reprint holds that page,
 * as a source that a job can load.
 *
 *      struct reprint page;
 *      if (reprint_open(&page, db, id, &err)) {
 *          reprint_add_opts(&page, &opts);
 *          job_start(loop, &page.source, &opts, done, user);
 *          ... and when that is done
 *          reprint_close(&page);
 *      }
 */
#ifndef APP_REPRINT_H
#define APP_REPRINT_H

#include "app/job.h"
#include "app/source.h"
#include "base/buf.h"
#include "store/db.h"

#include <stdbool.h>
#include <stdint.h>

/* Zeroed is valid and not open; one that is open stays where it is. */
struct reprint {
    bool is_open;
    struct source source; /* that has the page, borrowed from here */
    int fd;               /* owned: of its bytes */
    char path[32];        /* by which the source has them */
    struct buf url, type; /* the page's */
};

/*
 * Opens the page that is kept of the item id; ERR_NOT_FOUND when none is.
 */
bool reprint_open(struct reprint *r, struct db *db, int64_t id, struct err *err)
    __attribute__((warn_unused_result));

/*
 * Has a job take the source for what came from the web; opts borrows from r.
 */
void reprint_add_opts(const struct reprint *r, struct job_opts *opts);

/*
 * Forgets the page, when no job needs it any more. What is not open may be
 * closed.
 */
void reprint_close(struct reprint *r);

#endif
