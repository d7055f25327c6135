/* SPDX-License-Identifier: ISC */
/*
 * plate - an address as a person is to see it
 *
 * What stands before the host in an address (a name and a password) looks like
 * a host and is none, so it is not shown. A host in other letters than ASCII is
 * shown in them where each of its parts is written in one script, or in a mix
 * that a language has; where letters of other scripts stand among those of
 * Latin, all look like Latin ones or pass for signs, the part is shown in
 * Punycode (RFC 3492), in which nothing looks like anything else. The rules are
 * those of "highly restrictive" in Unicode's security mechanisms (UTS 39). A
 * host is shown as it is asked: wide letters and dots are those of ASCII (UTS
 * 46), and an address of IPv4 is four numbers, however it was written.
 *
 * For eyes only: what is opened, copied or fetched is the address itself.
 */
#ifndef MODEL_PLATE_H
#define MODEL_PLATE_H

#include "base/buf.h"
#include "base/str.h"

/*
 * Appends the address as it is to be shown, clean and in one line.
 */
void plate_add(struct buf *out, struct str url);

/*
 * Appends the same, for a line in which the end may be cut off after cols cells:
 * of a host that ends behind them the start is left out, as its end is what tells
 * who is asked.
 */
void plate_add_within(struct buf *out, struct str url, size_t cols);

/*
 * Returns only the host of the address, shown so, with its port if it has one,
 * owned; empty when it has no host.
 */
char *plate_host(struct str url);

/*
 * Returns what plate_add() appends, owned.
 */
char *plate_text(struct str url);

#endif
