/* SPDX-License-Identifier: ISC */
/*
 * date - the day and time that a text means
 */
#ifndef PARSE_DATE_H
#define PARSE_DATE_H

#include "base/buf.h"
#include "base/str.h"

/*
 * Appends the date in s as ISO 8601 has it, "2025-07-05" or with a time behind
 * 'T', or s itself, trimmed, when it is written in no way that is known: ISO
 * 8601 and what resembles it, "5 July 2025", "July 5th, 2025", and those of
 * mail (RFC 5322).
 */
void date_add(struct buf *out, struct str s);

#endif
