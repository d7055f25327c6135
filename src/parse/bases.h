/* SPDX-License-Identifier: ISC */
/*
 * bases - what addresses in a document of XML are seen from
 *
 * The values of xml:base that are in force, one seen from another. A zeroed
 * struct bases has none.
 */
#ifndef PARSE_BASES_H
#define PARSE_BASES_H

#include "base/buf.h"
#include "base/str.h"

#include <stdint.h>

enum {
    BASES_MAX = 16 /* in force at once; more are not looked at */
};

struct bases {
    struct {
        uint32_t depth; /* of the element that has it */
        struct buf url;
    } all[BASES_MAX];
    uint32_t n;
};

/*
 * Takes in that the element at depth has base; the first is seen from document,
 * which may be empty.
 */
void bases_enter(
    struct bases *b, uint32_t depth, struct str base, struct str document);

/*
 * Forgets what the elements at depth and below have; 0 is all.
 */
void bases_leave(struct bases *b, uint32_t depth);

/*
 * Returns the base that is in force, empty if there is none.
 */
struct str bases_top(const struct bases *b);

#endif
