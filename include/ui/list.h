/* SPDX-License-Identifier: ISC */
/*
 * list - rows to choose from
 *
 * What all views with rows share: a selection, scrolling, the mouse, and a
 * filter that narrows the rows while it is typed. It is not a view, but a part
 * of one; what a row looks like and what choosing it does is up to callbacks.
 *
 * Only rows that are on the screen are drawn; rows, and places among those that
 * the filter shows, are numbers as in ui/filter.h.
 *
 * Example:
 *
 *      struct list list = {0};
 *      list_init(&list, theme_default(), &ops, view, 12);
 *      list_act(&list, ACTION_LINE_DOWN, 3);
 *      list_draw(&list, canvas, area);
 *      list_done(&list);
 */
#ifndef UI_LIST_H
#define UI_LIST_H

#include "app/action.h"
#include "app/keymap.h"
#include "layout/theme.h"
#include "ui/canvas.h"
#include "ui/entry.h"
#include "ui/filter.h"
#include "ui/view.h"

#include <stdbool.h>
#include <stdint.h>

#define LIST_NONE UINT32_MAX /* no row is selected */

struct list_ops {
    /* Draws row into area, which is blank; is_here: it is the selected one, and
     * area is filled with the looks of the selection. */
    void (*draw)(void *user, uint32_t row, struct canvas *c, struct rect area,
        bool is_here);

    /* Appends what the filter looks for in row. NULL: there is no filter. */
    void (*add_text)(void *user, uint32_t row, struct buf *out);

    /* Is told that row was chosen; NULL for a list that is only read: then
     * nothing is selected and the keys scroll. */
    view_reaction (*enter)(void *user, uint32_t row);

    /* Tells whether row is only looked at, such as a heading: it is never
     * selected. NULL: none is. */
    bool (*is_still)(void *user, uint32_t row);
};

struct list {
    const struct theme *theme;
    const struct list_ops *ops;
    void *user;
    uint32_t here;      /* place of the selection */
    uint32_t top;       /* place of the first row on the screen */
    uint32_t wanted;    /* row that was selected last by hand */
    int lines;          /* height of a row in cells, at least 1 */
    int gap;            /* of these, how many are left empty below it */
    bool is_typing;     /* keys go to the filter */
    bool is_faded;      /* draws as if nothing was selected */
    bool is_quick;      /* one click selects and chooses */
    struct rect area;   /* of the rows, when they were drawn last */
    struct entry entry; /* the words of the filter */
    struct filter filter;
};

/*
 * Prepares a list of n_rows rows of one line each, the first selected;
 * list_done() releases it. theme, ops and user are borrowed.
 */
void list_init(struct list *l, const struct theme *theme,
    const struct list_ops *ops, void *user, uint32_t n_rows);

/*
 * Frees what the list owns and leaves it empty.
 */
void list_done(struct list *l);

/*
 * Says that there are n_rows rows now, or that their texts have changed, and
 * that row is to be selected. The filter stays.
 */
void list_reset(struct list *l, uint32_t n_rows, uint32_t row);

/*
 * Selects row and brings it into view with some rows around it. When the filter
 * hides it, it is selected once the filter is gone.
 */
void list_select(struct list *l, uint32_t row);

/*
 * Returns the selected row; LIST_NONE when the filter lets none through, or none
 * that can be selected, or the list is only read.
 */
uint32_t list_row(const struct list *l);

/*
 * Does what moves, chooses or filters; VIEW_IGNORED for all other actions.
 * ACTION_CLOSE takes the filter away, and is ignored when there is none.
 */
view_reaction list_act(struct list *l, enum action action, unsigned count);

/*
 * Takes a key for the filter while it is typed: those of ui/entry.h, <Enter> to
 * choose, <Esc> to take it away. Everything else, such as the arrow keys up and
 * down, is ignored and thus goes its usual way.
 */
view_reaction list_key(struct list *l, keymap_key key);

/*
 * Adds pasted text to the filter while it is typed; ignored otherwise.
 */
view_reaction list_paste(struct list *l, struct str text);

/*
 * Scrolls with the wheel, selects with a click and chooses with a click on what
 * is selected. Ignores what is not on a row.
 */
view_reaction list_mouse(struct list *l, const struct view_mouse *mouse);

/*
 * Tells whether rows are, or may be about to be, left out.
 */
bool list_is_filtered(const struct list *l);

/*
 * Takes the filter away; VIEW_IGNORED when there is none.
 */
view_reaction list_clear(struct list *l);

/*
 * Draws the rows into area and, while there is a filter, that in its last line,
 * with the cursor when it is being typed.
 */
void list_draw(struct list *l, struct canvas *c, struct rect area);

/*
 * Returns how a part of a row looks: as key, or as the selection when is_here.
 */
struct attrs list_attrs(const struct list *l, enum theme_key key, bool is_here);

/*
 * Appends where the selection is, "3 of 12", or how far a list without one was
 * scrolled, "40%"; nothing for an empty list.
 */
void list_add_place(const struct list *l, struct buf *out);

/*
 * What a view begins with whose keys, text and mouse are all for its list. It
 * still draws itself, and decides on the actions that the list ignores.
 */
struct list_view {
    struct view view;
    struct list list;
};

/*
 * Handlers for the view_ops of such a view: they do what the functions of the
 * list do.
 */
view_reaction list_view_key(struct view *v, keymap_key key);
view_reaction list_view_paste(struct view *v, struct str text);
view_reaction list_view_mouse(struct view *v, const struct view_mouse *mouse);

#endif
