/* SPDX-License-Identifier: ISC */
/*
 * label - a part of the name of a host
 */
#ifndef MODEL_LABEL_H
#define MODEL_LABEL_H

#include "base/buf.h"
#include "base/str.h"

/*
 * Appends the label, valid text in lower case, as it is to be shown: as it is if
 * nobody can take it for another one, else in Punycode. Returns false, and
 * appends nothing, when it is longer than any name.
 */
bool label_add(struct buf *out, struct str text)
    __attribute__((warn_unused_result));

#endif
