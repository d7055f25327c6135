/* SPDX-License-Identifier: ISC */
/*
 * weave - nested elements from the flat spans of a leaf
 *
 * Of the elements that begin at a span the one that goes farthest is opened
 * first, so that few have to be cut in two. An element never goes farther than
 * the one around it; what is left of it is opened again behind that.
 *
 * How far an element goes is looked for once and remembered: a span inside a
 * known run need not look again, which keeps this linear.
 */
#include "weave.h"

#include <assert.h>

static const uint32_t roles[] = {
#define X(constant, role, tag) role,
    WEAVE_ELEMENTS(X)
#undef X
};

const char *
weave_tag(enum weave_element element)
{
    static const char *const tags[] = {
#define X(constant, role, tag) tag,
        WEAVE_ELEMENTS(X)
#undef X
    };

    return tags[element];
}

uint32_t
weave_elements(const struct span *span)
{
    uint32_t has = span->roles;
    uint32_t set = 0;

    if (has & (ROLE_NOTE_REF | ROLE_NOTE_BACK))
        has &= ~(uint32_t)ROLE_SUP;
    else if (span->link != LINK_NONE)
        set = 1u << WEAVE_LINK;
    for (unsigned e = WEAVE_LINK + 1; e < WEAVE_ELEMENT_COUNT; e++)
        if (has & roles[e])
            set |= 1u << e;
    return set;
}

struct weave
weave_begin(const struct article *a, block_ix b)
{
    const struct block *block = &a->blocks[b];

    return (struct weave){
        .a = a,
        .next = block->first_span,
        .end = block->first_span + block->n_spans,
    };
}

/*
 * Returns where the run of spans ends that has the element and the next span.
 */
static uint32_t
find_run_end(struct weave *w, enum weave_element element)
{
    const struct span *spans = w->a->spans;
    uint32_t at = w->next;

    if (w->run_ends[element] > at)
        return w->run_ends[element];
    do {
        at++;
    } while (at < w->end && (weave_elements(&spans[at]) & 1u << element) &&
             (element != WEAVE_LINK || spans[at].link == spans[at - 1].link));
    w->run_ends[element] = at;
    return at;
}

/*
 * Opens that element of the set which goes farthest.
 */
static void
open_widest(struct weave *w, uint32_t set)
{
    unsigned widest = WEAVE_ELEMENT_COUNT;
    uint32_t until = 0;

    for (unsigned e = 0; e < WEAVE_ELEMENT_COUNT; e++) {
        if (!(set & 1u << e))
            continue;
        uint32_t run_end = find_run_end(w, e);
        if (run_end > until) {
            until = run_end;
            widest = e;
        }
    }
    assert(widest < WEAVE_ELEMENT_COUNT);

    if (w->n_open > 0 && until > w->ends[w->n_open - 1])
        until = w->ends[w->n_open - 1];
    w->elements[w->n_open] = (uint8_t)widest;
    w->ends[w->n_open++] = until;
    w->open |= 1u << widest;
    w->element = widest;
    w->span = w->next;
    w->until = until;
}

enum weave_step
weave_next(struct weave *w)
{
    if (w->n_open > 0 && w->ends[w->n_open - 1] <= w->next) {
        w->element = w->elements[--w->n_open];
        w->open &= ~(1u << w->element);
        return WEAVE_CLOSE;
    }
    if (w->next >= w->end)
        return WEAVE_END;

    uint32_t set = weave_elements(&w->a->spans[w->next]) & ~w->open;
    if (set != 0) {
        open_widest(w, set);
        return WEAVE_OPEN;
    }
    w->span = w->next++;
    return WEAVE_TEXT;
}
