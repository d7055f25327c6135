/* SPDX-License-Identifier: ISC */
/*
 * course - a reading list of the library, to be read
 */
#ifndef MAIN_COURSE_H
#define MAIN_COURSE_H

#include "app/shelf.h"
#include "base/err.h"

#include <stdbool.h>

/*
 * Puts the sources of what is on the reading list called name on the shelf, in
 * its order; out_next is where reading goes on, as lists_find_next() has it.
 */
bool course_add(struct shelf *shelf, const char *name, shelf_id *out_next,
    struct err *err) __attribute__((warn_unused_result));

#endif
