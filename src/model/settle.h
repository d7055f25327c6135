/* SPDX-License-Identifier: ISC */
/*
 * settle - an article from what a builder holds
 */
#ifndef MODEL_SETTLE_H
#define MODEL_SETTLE_H

#include "builder.h"

/*
 * Makes an article of what was built. All blocks must be closed. With is_draft
 * nothing is left out and indices stay as they are.
 */
struct article *settle_article(const struct build *b, bool is_draft);

#endif
