/* SPDX-License-Identifier: ISC */
/*
 * carry - from one version of an article to the next
 *
 * When a file changes while it is read, the place and the folds go over to the
 * new text: what was being read stays where it is on the screen, even if much
 * was put in before it.
 */
#ifndef UI_CARRY_H
#define UI_CARRY_H

#include "layout/outline.h"
#include "model/article.h"

#include <stdint.h>

/*
 * Returns the place in new that the place at in old has become: the same text,
 * or where it is gone what is nearest. Linear in the size of both.
 */
uint32_t carry_place(
    const struct article *old, const struct article *new, uint32_t at);

/* An article with its outline and folds, one byte a section. */
struct carry_folds {
    const struct article *article;
    const struct outline *outline;
    uint8_t *folded;
};

/*
 * Gives the sections of new the folds of the sections in old with the same
 * head; others keep the one they have. Sections are taken in order.
 */
void carry_folds(const struct carry_folds *old, struct carry_folds *new);

#endif
