/* SPDX-License-Identifier: ISC */
/*
 * vault - opens the file of the library
 *
 * One SQLite database, opened, brought up to date and kept whole:
 *
 *   - a file that is not there is made, readable by its owner only;
 *   - an older one is brought up to date, in one transaction;
 *   - one of a newer version of the program is opened for reading and not
 *     changed in any way;
 *   - so is one that may not be written, or for which the disk has no room, if
 *     it need not be brought up to date;
 *   - a damaged one is moved aside, and what can be read of it goes into a new
 *     one. Damage that is found later is mended when the file is opened next.
 *
 * What a person should know of that is db_notice().
 */
#ifndef STORE_VAULT_H
#define STORE_VAULT_H

#include "base/err.h"
#include "store/db.h"

/*
 * Opens the library at path, owned (db_close()). The folders on the way are
 * made. NULL and err when there is no library to be had: no room for a new
 * one, a folder in its place, the file of another program.
 */
struct db *vault_open(const char *path, struct err *err)
    __attribute__((warn_unused_result));

/*
 * Tells whether the library at path would be mended if it was opened, as far as
 * that can be told from its beginning; changes nothing.
 */
bool vault_is_damaged(const char *path);

#endif
