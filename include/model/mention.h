/* SPDX-License-Identifier: ISC */
/*
 * mention - addresses of the web in what people write
 *
 * In prose an address ends at a blank, but the full stop behind it, or the
 * bracket around it, is not its own. What counts as its end is what GitHub takes
 * for it where it makes links of bare addresses.
 *
 *      struct str text = STR("See https://a.org/x_(y), or <http://b.org>."), url;
 *      while ((url = mention_next(&text)).len > 0)
 *              ...                     https://a.org/x_(y), then http://b.org
 */
#ifndef MODEL_MENTION_H
#define MODEL_MENTION_H

#include "base/str.h"

/*
 * Cuts off *text what ends with the next address of the web that names a host,
 * and returns that address, a part of *text. Empty when there is none left.
 * Linear time.
 */
struct str mention_next(struct str *text);

#endif
