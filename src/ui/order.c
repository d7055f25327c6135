/* SPDX-License-Identifier: ISC */
/*
 * order - how a list of the library is sorted
 */
#include "order.h"

#include "base/mem.h"

#include <stdlib.h>

static void
sort(struct rows *rows, const struct titles *titles, enum titles_order order)
{
    int64_t *ids = mem_alloc_zero((size_t)rows->n_items + 1, sizeof *ids);

    for (uint32_t i = 0; i < rows->n_items; i++)
        ids[i] = rows->items[i].id;
    titles_sort(titles, order, ids, rows->n_items);
    for (uint32_t i = 0; i < rows->n_items; i++)
        rows->items[i].id = ids[i];
    free(ids);
}

bool
order_needs_titles(enum order order)
{
    return order == ORDER_TITLE || order == ORDER_SHORTEST;
}

void
order_apply(enum order order, struct rows *rows, const struct titles *titles)
{
    if (order == ORDER_OLDEST)
        rows_turn(rows);
    else if (order == ORDER_TITLE && titles)
        sort(rows, titles, TITLES_BY_NAME);
    else if (order == ORDER_SHORTEST && titles)
        sort(rows, titles, TITLES_BY_LENGTH);
}

const char *
order_name(enum order order, bool is_reading)
{
    static const char *const names[] = {
        "", "oldest first", "by title", "shortest first"};

    return is_reading && order == ORDER_OLDEST ? "last first" : names[order];
}
