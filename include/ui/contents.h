/* SPDX-License-Identifier: ISC */
/*
 * contents - the table of contents as a panel
 *
 * Not a view but a part of one: the reader gives it a place beside the text, or
 * over it, and tells it which section is being read. That section is marked and
 * kept in sight. With the focus the panel has a selection of its own; what is
 * picked goes to a function. Opening, closing and going between panel and text
 * are the reader's affair: those actions are ignored here.
 *
 * The article and its outline are borrowed: contents_done() before they die.
 */
#ifndef UI_CONTENTS_H
#define UI_CONTENTS_H

#include "layout/outline.h"
#include "layout/theme.h"
#include "model/article.h"
#include "ui/list.h"

/*
 * Is told that section s was picked.
 */
typedef view_reaction (*contents_pick_fn)(void *user, section_ix s);

struct contents {
    struct list list;
    const struct article *article;
    const struct outline *outline;
    section_ix *sections; /* owned: of each row */
    uint32_t n_sections;
    section_ix here; /* being read, or SECTION_NONE */
    int number_cols; /* of the column of numbers, with a blank behind them */
    int title_cols;  /* of the widest title, indented */
    bool has_focus;
    contents_pick_fn pick;
    void *user;
};

/*
 * Prepares the contents of the article; contents_done() releases them.
 */
void contents_init(struct contents *p, const struct theme *theme,
    const struct article *article, const struct outline *outline,
    contents_pick_fn pick, void *user);

/*
 * Frees what the panel owns and leaves it empty. Zeroed is allowed.
 */
void contents_done(struct contents *p);

/*
 * Returns how many sections the contents list.
 */
uint32_t contents_count(const struct contents *p);

/*
 * Notes that section s is being read: it, or the one around it that is in the
 * contents, is marked and, unless the panel has the focus, brought into view.
 * Returns whether another section is marked than before.
 */
bool contents_show(struct contents *p, section_ix s);

/*
 * Gives the keys to the panel or takes them away, which a zeroed one allows.
 * The selection begins at the section being read; a filter ends with the focus.
 */
void contents_focus(struct contents *p, bool has_focus);

/*
 * Do what the functions of ui/list.h do. A click picks at once. An
 * action or key is only for a panel that has the focus.
 */
view_reaction contents_act(
    struct contents *p, enum action action, unsigned count);
view_reaction contents_key(struct contents *p, keymap_key key);
view_reaction contents_paste(struct contents *p, struct str text);
view_reaction contents_mouse(
    struct contents *p, const struct view_mouse *mouse);

/*
 * Draws the panel over whatever is in area.
 */
void contents_draw(struct contents *p, struct canvas *c, struct rect area);

#endif
