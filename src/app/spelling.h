/* SPDX-License-Identifier: ISC */
/*
 * spelling - the name that was meant
 *
 * Candidates are tried one by one; the nearest stays.
 *
 *      struct spelling s = spelling_begin(STR("mesure"));
 *      spelling_try(&s, "measure");
 *      return spelling_fail(&s, "unknown key", "", err);
 */
#ifndef APP_SPELLING_H
#define APP_SPELLING_H

#include "base/err.h"
#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>

struct spelling {
    struct str word;
    const char *best; /* borrowed; NULL: nothing is near */
    size_t limit;     /* mistakes that a better one must stay below */
};

/*
 * Returns a search for what word was meant to be. One mistake in three letters
 * is forgiven: a letter too many, too few, wrong, or two exchanged.
 */
struct spelling spelling_begin(struct str word);

/*
 * Keeps the candidate when it is nearer than all before it.
 */
void spelling_try(struct spelling *s, const char *candidate);

/*
 * Sets err to "what 'word' (did you mean 'best'?)", with mark before the names,
 * and returns false.
 */
bool spelling_fail(const struct spelling *s, const char *what, const char *mark,
    struct err *err);

#endif
