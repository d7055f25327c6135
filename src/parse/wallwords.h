/* SPDX-License-Identifier: ISC */
/*
 * wallwords - what pages say that keep their article to themselves
 */
#ifndef PARSE_WALLWORDS_H
#define PARSE_WALLWORDS_H

#include "base/buf.h"

#include <stdbool.h>

/*
 * Appends text as phrases are written: folded, with single blanks and plain
 * apostrophes.
 */
void wallwords_add(struct buf *out, struct str text);

/*
 * Each tells whether a text that wallwords_add() made holds a phrase of its
 * kind: a title of a page that wants a proof or an agreement, or a line that
 * says what has to be done first; or, for consent, speaks of hardly anything but
 * cookies; or, to ask for it, is a part of a page that speaks of them and of what
 * they are for.
 */
bool wallwords_entitle_challenge(struct str text);
bool wallwords_challenge(struct str text);
bool wallwords_entitle_consent(struct str text);
bool wallwords_consent(struct str text);
bool wallwords_ask_consent(struct str text);
bool wallwords_log_in(struct str text);
bool wallwords_need_script(struct str text);
bool wallwords_pay(struct str text);

#endif
