/* SPDX-License-Identifier: ISC */
/*
 * subscribing - feeds, without a screen
 */
#ifndef MAIN_SUBSCRIBING_H
#define MAIN_SUBSCRIBING_H

#include "app/rounds.h"
#include "cabinet.h"

#include <stdbool.h>

/*
 * Subscribes to the feed at the address of --subscribe, or to the one that the
 * page there names, and takes in what it has.
 */
bool subscribing_add(struct cabinet *c);

/*
 * Ends the subscription to the feed at the address of --unsubscribe.
 */
bool subscribing_remove(struct cabinet *c);

/*
 * Asks all feeds for what is new (app/rounds.h), or with is_first only those that
 * were never asked, says of each what there is, and tells how many that were.
 */
bool subscribing_refresh(
    struct cabinet *c, bool is_first, struct rounds_count *out_count);

#endif
