/* SPDX-License-Identifier: ISC */
/*
 * transplant - a copy of a damaged file that knows its tables again
 *
 * When the first page of a file cannot be read, nothing in it can. But which
 * tables a library has, and where they begin, is the same in all libraries of
 * its version, and in later ones, which only have more: SQLite keeps the
 * beginnings of all tables at the front of a file of this kind, in the order in
 * which they were made. So the pages of a new library that say so are put into a
 * copy of the damaged file.
 */
#ifndef STORE_TRANSPLANT_H
#define STORE_TRANSPLANT_H

#include <stdbool.h>

/*
 * Writes a copy of the file at damaged, with what the file at new knows of its
 * tables. All of new must be in that file, nothing in its log, and the pages of
 * both be of one size. False when it could not be written.
 */
bool transplant_write(const char *damaged, const char *new, const char *copy)
    __attribute__((warn_unused_result));

#endif
