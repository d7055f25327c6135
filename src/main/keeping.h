/* SPDX-License-Identifier: ISC */
/*
 * keeping - what is put into the library by hand, and taken out of it
 */
#ifndef MAIN_KEEPING_H
#define MAIN_KEEPING_H

#include "app/harvest.h"
#include "cabinet.h"

#include <stdbool.h>
#include <stdint.h>

/*
 * Loads what the operands name, and saves it to be read later.
 */
bool keeping_save(struct cabinet *c);

/*
 * Takes what the operands name out of the library.
 */
bool keeping_remove(struct cabinet *c);

/*
 * Makes every article that is kept again, of the page that it was made of.
 */
bool keeping_reextract(struct cabinet *c);

/*
 * Keeps a page that was loaded, which is no failure, and tells which item it is.
 */
bool keeping_put(struct cabinet *c, const struct harvest_result *r,
    int64_t *out_id, struct err *err) __attribute__((warn_unused_result));

#endif
