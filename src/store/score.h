/* SPDX-License-Identifier: ISC */
/*
 * score - how well an item of the index fits what is looked for
 */
#ifndef STORE_SCORE_H
#define STORE_SCORE_H

struct sqlite3;

/*
 * Makes the function score(words) known to a connection: higher is better. It
 * is called in a query of the index, and looks at nothing but the row that the
 * query is at. Returns a code of SQLite.
 */
int score_register(struct sqlite3 *handle);

#endif
