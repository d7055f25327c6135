/* SPDX-License-Identifier: ISC */
/*
 * schema - the tables of the library, and how they became what they are
 *
 * The version of a database is the number of migrations that it has been
 * through. A migration that was released never changes; what is new is a new
 * one behind it.
 */
#ifndef STORE_SCHEMA_H
#define STORE_SCHEMA_H

#include "base/err.h"
#include "store/db.h"

/* What tells a library from the databases of others: "gutr". */
#define SCHEMA_APPLICATION 0x67757472

/*
 * Returns the version that this program makes.
 */
int schema_version(void);

/*
 * Brings the database from whatever version it has to version, which must not
 * be below, in one transaction.
 */
bool schema_migrate(struct db *db, int version, struct err *err)
    __attribute__((warn_unused_result));

#endif
