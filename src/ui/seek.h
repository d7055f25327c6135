/* SPDX-License-Identifier: ISC */
/*
 * seek - looks for words in the library while they are typed
 *
 * Titles are filtered at once, with every key. To read all titles, and to look
 * into all texts, takes longer than a key may: that is done on a thread, which
 * has a connection of its own, for one thing at a time; words that come meanwhile
 * replace those that wait.
 */
#ifndef UI_SEEK_H
#define UI_SEEK_H

#include "base/str.h"
#include "store/hits.h"
#include "store/titles.h"

#include <stdbool.h>
#include <stdint.h>

struct seek;
struct uv_loop_s;

/*
 * Is told, on the loop's thread, that titles are there now or that hits have
 * come.
 */
typedef void (*seek_fn)(void *user);

/*
 * Begins to read the titles of the library at path. Owned (seek_cancel()).
 */
struct seek *seek_start(
    struct uv_loop_s *loop, const char *path, seek_fn fn, void *user);

/*
 * Looks for the words in all texts.
 */
void seek_words(struct seek *s, struct str words);

/*
 * Returns the items whose titles have the words, newest first, borrowed until
 * the next call; none as long as the titles are not there. *out_n tells how many.
 */
const int64_t *seek_filter(struct seek *s, struct str words, uint32_t *out_n);

/*
 * Moves the hits that came last to out_hits; false when none came since.
 */
bool seek_take_hits(struct seek *s, struct hits *out_hits);

/*
 * Tells whether it still looks.
 */
bool seek_is_busy(const struct seek *s);

/*
 * Ends it: fn is called no more. The loop must turn until what is on its way has
 * ended. NULL is allowed.
 */
void seek_cancel(struct seek *s);

#endif
