/* SPDX-License-Identifier: ISC */
/*
 * order - how a list of the library is sorted
 */
#ifndef UI_ORDER_H
#define UI_ORDER_H

#include "rows.h"

enum order {
    ORDER_NEWEST, /* as lists are */
    ORDER_OLDEST,
    ORDER_TITLE,
    ORDER_SHORTEST,
    ORDER_COUNT
};

/*
 * Sorts rows of items that are in the order of their list; what cannot be read
 * stays last.
 */
void order_apply(enum order order, struct rows *rows, struct db *db);

/*
 * Returns what an order is called; nothing for the usual one.
 */
const char *order_name(enum order order);

#endif
