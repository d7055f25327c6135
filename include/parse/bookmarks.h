/* SPDX-License-Identifier: ISC */
/*
 * bookmarks - what other programs have kept, from the files that they export
 *
 * OPML (subscriptions), the bookmark files of browsers and of Pinboard and
 * Pocket (HTML), the lists of Pocket and Instapaper (CSV), and addresses in
 * lines. They come out as a feed (model/feed.h), which is a list of addresses
 * with what is said of them:
 *
 *      title, url, excerpt   as they are
 *      published             when it was added, YYYY-MM-DDTHH:MM:SSZ
 *      byline                tags and folders, parted by ", "
 *      id                    what it is, and the address: "feed URL",
 *                            "page URL", "done URL" for one that was read,
 *                            or "star URL" for a favorite
 */
#ifndef PARSE_BOOKMARKS_H
#define PARSE_BOOKMARKS_H

#include "base/err.h"
#include "base/str.h"
#include "model/feed.h"

/*
 * Returns what text, valid UTF-8, has, owned; addresses that are not of the web
 * are left out; one may be there several times. NULL and ERR_BAD_DATA when there
 * is none. Linear time.
 */
struct feed *bookmarks_parse(struct str text, struct err *err)
    __attribute__((warn_unused_result));

#endif
