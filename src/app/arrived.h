/* SPDX-License-Identifier: ISC */
/*
 * arrived - what the parser is to know of a page of the web
 *
 * Zeroed is valid and empty.
 */
#ifndef APP_ARRIVED_H
#define APP_ARRIVED_H

#include "child.h"
#include "download.h"

#include <stdbool.h>

/* Texts are owned or NULL. */
struct arrived {
    char *url, *type;
    char *failure; /* what its status of HTTP means */
    char *cut;     /* why it is not whole */
};

/*
 * Notes what came, with a reply, in the place of what was noted.
 */
void arrived_put(struct arrived *a, const struct download_result *result);

/*
 * Adds that to the arguments of the parser; but the address, when it has
 * another base.
 */
void arrived_add(const struct arrived *a, bool has_base, struct child *parser);

/*
 * Frees what a owns and leaves it empty.
 */
void arrived_done(struct arrived *a);

#endif
