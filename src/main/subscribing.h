/* SPDX-License-Identifier: ISC */
/*
 * subscribing - feeds, without a screen
 */
#ifndef MAIN_SUBSCRIBING_H
#define MAIN_SUBSCRIBING_H

#include "cabinet.h"

#include <stdbool.h>
#include <stdint.h>

/*
 * Subscribes to the feed at the address of --subscribe, or to the one that the
 * page there names, and takes in what it has.
 */
bool subscribing_add(struct cabinet *c);

/*
 * Ends the subscription to the feed at the address of --unsubscribe.
 */
bool subscribing_remove(struct cabinet *c);

/* How many feeds were asked, and how many of these could not be had. */
struct subscribing_count {
    uint32_t n_asked, n_failed;
};

/*
 * Asks all feeds for what is new, and says of each what there is. Those that
 * failed before wait longer each time.
 */
bool subscribing_refresh(
    struct cabinet *c, struct subscribing_count *out_count);

#endif
