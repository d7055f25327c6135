/* SPDX-License-Identifier: ISC */
/*
 * jsonfeed - reads feeds in JSON (jsonfeed.org, versions 1 and 1.1)
 */
#ifndef PARSE_JSONFEED_H
#define PARSE_JSONFEED_H

#include "base/err.h"
#include "base/str.h"
#include "desk.h"

#include <stdbool.h>

/*
 * Reads the JSON, valid UTF-8, to the desk. One that was cut off is read up to
 * its last whole entry, and a note says so. False, and why, where it is no JSON
 * at all or no feed.
 */
bool jsonfeed_read(struct desk *d, struct str json, struct err *err)
    __attribute__((warn_unused_result));

#endif
