/* SPDX-License-Identifier: ISC */
/*
 * marks - who wrote a page and when, as its text shows
 */
#ifndef PARSE_MARKS_H
#define PARSE_MARKS_H

#include "census.h"
#include "parse/date.h"
#include "said.h"

/* How well it is known what is put into the slots for people and days. */
enum {
    MARKS_FIRST_RANK = 2, /* below is what any mark is better than */
    MARKS_LAST_RANK = 6
};

/*
 * Puts people and days into s that are marked as such in the text (itemprop,
 * rel, time, class) or stand near the title, which is a first heading or any
 * that says title. order is what numbers of a date mean there. Nothing may have
 * been dropped from c yet but what is hidden.
 */
void marks_read(struct said *s, const struct census *c, struct str title,
    enum date_order order);

#endif
