/* SPDX-License-Identifier: ISC */
/*
 * cloak - mail addresses that are hidden from robots
 */
#ifndef PARSE_CLOAK_H
#define PARSE_CLOAK_H

#include "base/buf.h"

/*
 * Appends the address that the value of data-cfemail stands for: bytes in
 * hexadecimal, of which the first is the key to the others (Cloudflare's email
 * obfuscation). Returns false, and appends nothing, when it is none.
 */
bool cloak_lift(struct str value, struct buf *out)
    __attribute__((warn_unused_result));

#endif
