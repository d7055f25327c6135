/* SPDX-License-Identifier: ISC */
/*
 * maildate - dates as feeds have them
 */
#ifndef PARSE_MAILDATE_H
#define PARSE_MAILDATE_H

#include "base/buf.h"
#include "base/str.h"

/*
 * Appends the date in s as date_add() does, which must know no more than what
 * people write: years of two digits and the names of the time zones of North
 * America are understood, too, as in the mail of old (RFC 822).
 */
void maildate_add(struct buf *out, struct str s);

#endif
