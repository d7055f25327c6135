/* SPDX-License-Identifier: ISC */
/*
 * channel - reads feeds in XML: Atom and RSS, all versions of both
 */
#ifndef PARSE_CHANNEL_H
#define PARSE_CHANNEL_H

#include "base/err.h"
#include "base/str.h"
#include "desk.h"

#include <stdbool.h>

/*
 * Reads the XML, valid UTF-8 whatever it says of itself, to the desk. With
 * is_mended it has gone through parse/mend.h, and text may have entities of HTML.
 * False, and why, where it is not well-formed or has a DOCTYPE; then the desk may
 * have a part of it.
 */
bool channel_read(struct desk *d, struct str xml, bool is_mended,
    struct err *err) __attribute__((warn_unused_result));

#endif
