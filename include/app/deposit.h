/* SPDX-License-Identifier: ISC */
/*
 * deposit - articles that are kept
 *
 * What was read or brought along goes into the library in the background
 * (app/memory.h), by its source. Nothing happens where it cannot be kept, and
 * nobody hears when that fails: reading goes on.
 */
#ifndef APP_DEPOSIT_H
#define APP_DEPOSIT_H

#include "app/receipt.h"
#include "app/source.h"
#include "model/article.h"

struct memory;

/*
 * Notes that article a, of source s, is being read, and keeps it when it is a
 * page that receipt lets be kept, or one that a person wants to be: it is saved,
 * or a favorite, and receipt lets it be saved. receipt is left empty.
 */
void deposit_keep(struct memory *m, const struct source *s,
    const struct article *a, struct receipt *receipt);

/*
 * Keeps what is shown of a page that a person wants to be kept, where nothing is
 * yet because its server wants no copies; the page itself is to follow.
 */
void deposit_hold(
    struct memory *m, const struct source *s, const struct article *a);

/*
 * Notes that what is kept is being read.
 */
void deposit_read(struct memory *m, const struct source *s);

/*
 * Keeps another edition of what is being read, or with a NULL article notes
 * that the one that is kept is still good. receipt is left empty.
 */
void deposit_renew(struct memory *m, const struct source *s,
    const struct article *a, struct receipt *receipt);

/*
 * Keeps an article that was made again of the page that is kept.
 */
void deposit_remake(
    struct memory *m, const struct source *s, const struct article *a);

#endif
