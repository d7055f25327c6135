/* SPDX-License-Identifier: ISC */
/*
 * said - what a page says of itself, and how well it is known
 */
#include "said.h"

void
said_put(struct said *s, enum slot slot, uint8_t rank, struct str text)
{
    text = str_trim(text);
    if (text.len == 0 || s->ranks[slot] >= rank)
        return;
    s->ranks[slot] = rank;
    s->slots[slot].len = 0;
    buf_add_str(&s->slots[slot], text);
}

struct str
said_in(const struct said *s, enum slot slot)
{
    return buf_str(&s->slots[slot]);
}

void
said_done(struct said *s)
{
    for (size_t i = 0; i < SLOT_COUNT; i++)
        buf_done(&s->slots[i]);
    *s = (struct said){0};
}
