/* SPDX-License-Identifier: ISC */
/*
 * answer - what gutread-parse answered
 */
#ifndef APP_ANSWER_H
#define APP_ANSWER_H

#include "base/err.h"
#include "child.h"
#include "model/article.h"
#include "model/feed.h"

#include <stdbool.h>
#include <stddef.h>

/* What a document was; at most one of the two. */
struct answer {
    struct article *article; /* owned, or NULL */
    struct feed *feed;       /* owned, or NULL */
};

/*
 * Returns how many bytes the answer to a source of max_size bytes may take.
 */
size_t answer_max_size(size_t max_size);

/*
 * Decodes and checks what the parser, which has ended, answered. False, and why,
 * where it failed or made no sense.
 */
bool answer_read(const struct child *parser, struct answer *out_answer,
    struct err *err) __attribute__((warn_unused_result));

/*
 * Frees what the answer owns and leaves it empty.
 */
void answer_done(struct answer *a);

#endif
