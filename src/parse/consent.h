/* SPDX-License-Identifier: ISC */
/*
 * consent - what asks for leave to watch the reader
 */
#ifndef PARSE_CONSENT_H
#define PARSE_CONSENT_H

#include "census.h"

/*
 * Drops boxes that ask for consent to cookies, and adds up again. Linear time.
 */
void consent_drop(struct census *c);

#endif
