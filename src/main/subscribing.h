/* SPDX-License-Identifier: ISC */
/*
 * subscribing - feeds, without a screen
 */
#ifndef MAIN_SUBSCRIBING_H
#define MAIN_SUBSCRIBING_H

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
 * Asks all feeds for what is new, and says of each what there is. Those that
 * failed before wait longer each time, unless everything is asked for.
 */
bool subscribing_refresh(struct cabinet *c, bool is_everything);

#endif
