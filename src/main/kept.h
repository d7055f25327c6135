/* SPDX-License-Identifier: ISC */
/*
 * kept - what the library has of a page that the web does not give
 */
#ifndef MAIN_KEPT_H
#define MAIN_KEPT_H

#include "base/err.h"
#include "model/article.h"

/*
 * Returns the article that is kept of the page at url, owned, when err says that
 * nobody could be asked for it: the network is not there, or not wanted. NULL
 * when that is not why, or none is kept.
 */
struct article *kept_find(const char *url, const struct err *err);

#endif
