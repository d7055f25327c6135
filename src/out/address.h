/* SPDX-License-Identifier: ISC */
/*
 * address - addresses that may leave the house
 *
 * What an article holds as addresses is clean text, but where it goes each one
 * is a command: to a terminal that follows links, to a browser that runs
 * scripts. So only known schemes go out, and of those only bytes that an
 * address is made of; everything else is percent-encoded.
 */
#ifndef OUT_ADDRESS_H
#define OUT_ADDRESS_H

#include "base/buf.h"
#include "base/str.h"

#include <stdbool.h>

/*
 * Appends url for a link that a terminal shows and follows, without a name and a
 * password before its host. Returns false and adds nothing when it is relative,
 * has a scheme that is not known to be harmless, or is longer than terminals
 * take.
 */
bool address_add_for_terminal(struct buf *out, struct str url);

/*
 * Appends url for a link in a page, without escapes of HTML. Returns false and
 * adds nothing when it is neither relative nor of a scheme that is known to be
 * harmless there.
 */
bool address_add_for_page(struct buf *out, struct str url);

#endif
