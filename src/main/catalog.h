/* SPDX-License-Identifier: ISC */
/*
 * catalog - what is in the library, printed
 *
 * A line for each item, its title and its place; in JSON an object.
 */
#ifndef MAIN_CATALOG_H
#define MAIN_CATALOG_H

#include "base/buf.h"
#include "cabinet.h"
#include "store/item.h"

#include <stdbool.h>
#include <stdint.h>

/*
 * Prints the lists that the operands name, or everything: see --list.
 */
bool catalog_list(struct cabinet *c);

/*
 * Prints what is found for the words of --search, best first.
 */
bool catalog_search(struct cabinet *c);

/*
 * Prints one item by its number.
 */
bool catalog_show(struct cabinet *c, int64_t id);

/*
 * Appends the object that stands for an item, without a line end.
 */
void catalog_add_object(
    struct cabinet *c, const struct item *item, struct buf *out);

#endif
