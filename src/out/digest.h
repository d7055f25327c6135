/* SPDX-License-Identifier: ISC */
/*
 * digest - a feed as an article
 *
 * One section an entry: its title, which leads to its page; who and when; what
 * it is about. So a feed is written by what writes articles.
 */
#ifndef OUT_DIGEST_H
#define OUT_DIGEST_H

#include "model/feed.h"

/*
 * Returns the article, owned. Section i of its outline is entry i of the feed.
 */
struct article *digest_new(const struct feed *f);

#endif
