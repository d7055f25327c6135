/* SPDX-License-Identifier: ISC */
/*
 * item - something to read, as the library knows it
 */
#include "store/item.h"

#include <stdlib.h>

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
