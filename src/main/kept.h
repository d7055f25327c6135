/* SPDX-License-Identifier: ISC */
/*
 * kept - what the library has of a page that the web does not give
 */
#ifndef MAIN_KEPT_H
#define MAIN_KEPT_H

#include "app/job.h"
#include "base/err.h"
#include "model/article.h"
#include "store/db.h"

#include <stdint.h>

/*
 * Returns the article that is kept of the item id, owned, as library_article()
 * does. What is kept as no article any more is made into one again, as opts say.
 */
struct article *kept_article(
    struct db *db, int64_t id, const struct job_opts *opts, struct err *err);

/*
 * Returns the article that is kept of the page at url, owned, when err says that
 * nobody could be asked for it: the network is not there, or not wanted. NULL
 * when that is not why, or none is kept.
 */
struct article *kept_find(
    const char *url, const struct job_opts *opts, const struct err *err);

/*
 * Returns the address, owned, at which the page at url is asked for when the
 * library knows more of that; it is what struct job_opts calls address, for who
 * has no library open.
 */
char *kept_address(void *unused, const char *url);

#endif
