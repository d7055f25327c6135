/* SPDX-License-Identifier: ISC */
/*
 * row - an item as lists show it
 */
#include "row.h"

#include "base/mem.h"

/* Returns what to call an item without a title: its place. */
static struct str
name_of(const struct item *item, struct arena *texts)
{
    struct buf name = {0};

    item_add_place(item, &name);
    while (name.len > 1 && name.ptr[name.len - 1] == '/')
        buf_cut(&name, name.len - 1);
    const struct str kept = query_copy(buf_str(&name), texts);
    buf_done(&name);
    return kept;
}

struct item *
row_add(struct item_list *page, struct query *q)
{
    MEM_GROW(page->items, page->cap_items, page->n_items + 1);
    struct item *item = &page->items[page->n_items++];

    *item = (struct item){
        .id = query_number(q, 0),
        .kind = (enum item_kind)query_number(q, 1),
        .place = query_copy(query_text(q, 2), &page->texts),
        .title = query_keep(q, 3, &page->texts),
        .byline = query_keep(q, 4, &page->texts),
        .site = query_keep(q, 5, &page->texts),
        .published = query_keep(q, 6, &page->texts),
        .excerpt = query_keep(q, 7, &page->texts),
        .words = (uint32_t)query_number(q, 8),
        .progress = (unsigned)query_number(q, 9),
        .added_at = query_number(q, 10),
        .read_at = query_number(q, 11),
        .saved_at = query_number(q, 12),
        .is_finished = query_number(q, 13) != 0,
        .is_saved = query_number(q, 14) != 0,
        .is_archived = query_number(q, 15) != 0,
        .is_favorite = query_number(q, 16) != 0,
        .has_text = query_number(q, 17) != 0,
        .is_new = query_number(q, 18) != 0,
    };
    if (item->title.len == 0)
        item->title = name_of(item, &page->texts);
    return item;
}
