/* SPDX-License-Identifier: ISC */
/*
 * date - the day and time that a text means
 */
#ifndef PARSE_DATE_H
#define PARSE_DATE_H

#include "base/buf.h"
#include "base/str.h"

#include <stdbool.h>

/* What "3/4/2025" means. */
enum date_order {
    DATE_ORDER_UNKNOWN,
    DATE_DAY_FIRST,
    DATE_MONTH_FIRST
};

/*
 * Appends the date in s as ISO 8601 has it, "2025-07-05" or with a time behind
 * 'T', and returns true if it is written in a way that is known: ISO 8601 and
 * what resembles it, "5 July 2025" and "July 5th, 2025" in many languages,
 * "5.7.2025", and those of mail (RFC 5322). Of what else it is, "last summer",
 * s itself is appended, trimmed; nothing of a day that cannot be, "30 February".
 */
bool date_add(struct buf *out, struct str s);

/*
 * Finds the first date that is written in s, a line of text. Numbers alone with
 * the year last are one only if order tells what they mean, or nothing else is
 * possible. Returns false if there is none; else out_date is that part of s,
 * and the day, without a time, is appended to out.
 */
bool date_find(
    struct str s, enum date_order order, struct str *out_date, struct buf *out);

/*
 * Returns the order in which those who write a language ("en-US", "de_AT") put
 * day and month.
 */
enum date_order date_order_of(struct str lang);

#endif
