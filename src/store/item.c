/* SPDX-License-Identifier: ISC */
/*
 * item - something to read, as the library knows it
 */
#include "store/item.h"

#include "base/utf8.h"
#include "model/plate.h"

#include <stdlib.h>

void
item_add_place(const struct item *item, struct buf *out)
{
    const size_t start = out->len;

    if (item->kind == ITEM_FILE)
        utf8_add_clean(out, item->place);
    else
        plate_add(out, item->place);
    buf_replace(out, start, '\n', ' ');
}

void
item_list_empty(struct item_list *list)
{
    list->n_items = 0;
    arena_done(&list->texts);
}

void
item_list_done(struct item_list *list)
{
    free(list->items);
    arena_done(&list->texts);
    *list = (struct item_list){0};
}
