/* SPDX-License-Identifier: ISC */
/*
 * entity - the entities of HTML that are left in text
 */
#ifndef PARSE_ENTITY_H
#define PARSE_ENTITY_H

#include "base/buf.h"

/*
 * Appends text with the entities replaced that content systems leave in values
 * by escaping them twice: numbers and the usual names.
 */
void entity_add(struct buf *out, struct str text);

#endif
