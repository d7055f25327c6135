/* SPDX-License-Identifier: ISC */
/*
 * order - how a list of the library is sorted
 */
#ifndef UI_ORDER_H
#define UI_ORDER_H

#include "rows.h"
#include "store/titles.h"

enum order {
    ORDER_NEWEST, /* as lists are */
    ORDER_OLDEST,
    ORDER_TITLE,
    ORDER_SHORTEST,
    ORDER_COUNT
};

/*
 * Tells whether the order is one of what items are called or how long they are.
 */
bool order_needs_titles(enum order order);

/*
 * Sorts rows of items that are in the order of their list, and alike but for
 * their numbers; what titles, which may be NULL, does not know stays last.
 */
void order_apply(
    enum order order, struct rows *rows, const struct titles *titles);

/*
 * Returns what an order is called; nothing for the usual one, which in a reading
 * list is no order of time.
 */
const char *order_name(enum order order, bool is_reading);

#endif
