/* SPDX-License-Identifier: ISC */
/*
 * seek - looks for words in the library while they are typed
 *
 * Titles are filtered and sorted at once, with every key. To read all titles,
 * and to look into all texts, takes longer than a key may: that is done on a
 * thread, which has a connection of its own, for one thing at a time; words that
 * come meanwhile replace those that wait.
 *
 * One seek is shared by all views of the library; only one of them looks for
 * something at a time, and is told.
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
 * come, or that this has failed.
 */
typedef void (*seek_fn)(void *user);

/*
 * Begins, in a moment, to read the titles of the library at path, in the state
 * of that number of changes. Owned (seek_cancel()).
 */
struct seek *seek_start(
    struct uv_loop_s *loop, const char *path, unsigned n_changes);

/*
 * Has fn told from now on, and reads the titles again if the library has changed
 * since; until then the old ones are used.
 */
void seek_tell(struct seek *s, unsigned n_changes, seek_fn fn, void *user);

/*
 * Has user, if it is the one, told no more.
 */
void seek_leave(struct seek *s, const void *user);

/*
 * Looks for the words in all texts.
 */
void seek_words(struct seek *s, struct str words);

/*
 * Returns the titles, borrowed until the loop turns; NULL as long as they are not
 * there.
 */
const struct titles *seek_titles(const struct seek *s);

/*
 * Returns the items whose titles have the words, newest first, borrowed until
 * the next call; none as long as the titles are not there. *out_n tells how many.
 */
const int64_t *seek_filter(struct seek *s, struct str words, uint32_t *out_n);

/*
 * Moves the hits that came last to out_hits; false when none came since, or they
 * are not those of these words.
 */
bool seek_take_hits(struct seek *s, struct str words, struct hits *out_hits);

/*
 * Returns why what was done last has failed, NULL when it has not; then there
 * are the titles from before, and no hits.
 */
const char *seek_failure(const struct seek *s);

/*
 * Tells whether it still looks.
 */
bool seek_is_busy(const struct seek *s);

/*
 * Ends it: nobody is told any more. It goes when the loop turns next, and has to
 * turn until what is on its way has ended. NULL is allowed.
 */
void seek_cancel(struct seek *s);

#endif
