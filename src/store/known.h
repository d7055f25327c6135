/* SPDX-License-Identifier: ISC */
/*
 * known - what the library has of a page that came
 *
 * It is the same page when the address that was asked for still leads where it
 * did, when it says the same as before, or when its title is the same and the
 * host that it came from stayed.
 */
#ifndef STORE_KNOWN_H
#define STORE_KNOWN_H

#include "base/err.h"
#include "base/str.h"
#include "model/article.h"
#include "store/db.h"

#include <stdbool.h>
#include <stdint.h>

/* A page and the way on which it came. */
struct known_page {
    struct str asked, final; /* where it was looked for, and found */
    const struct article *article;
};

struct known {
    int64_t id;     /* 0: nothing, or it was deleted */
    uint32_t words; /* of the text that is kept */
    bool has_text;  /* else it is only noted */
    bool is_same;   /* page; only with a text */
    bool is_named;  /* it is called by the address that was asked for */
};

/*
 * Finds what is known by the address that was asked for.
 */
bool known_find(struct db *db, const struct known_page *page,
    struct known *out_known, struct err *err)
    __attribute__((warn_unused_result));

#endif
