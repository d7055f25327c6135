/* SPDX-License-Identifier: ISC */
/*
 * pane - an article in a part of the screen
 *
 * The article, its outline and folds, the layout made from them, and which
 * lines of it are seen. It knows no keys and no terminal, and draws nothing
 * (ui/paint): the reader moves it, tests look at it.
 *
 * The place is what is kept: an offset into the article's text, and how many
 * lines are shown above the line it is in. Another width, another fold or other
 * neighbors make another layout, in which the line of the place is looked up.
 * Only moving changes the place, so that narrowing a window and widening it
 * again comes back to the same line.
 */
#ifndef UI_PANE_H
#define UI_PANE_H

#include "layout/layout.h"
#include "ui/places.h"

#include <stdbool.h>
#include <stdint.h>

enum {
    PANE_CONTEXT = 2 /* lines of the page before that stay on a new one */
};

struct pane {
    struct article *article; /* NULL: nothing is shown; else all is there */
    struct outline *outline;
    uint8_t *folded; /* one byte a section */
    uint32_t *words; /* before each block; one more for the end */
    struct layout *layout;
    char *prev_title, *next_title; /* at the foot; NULL: none */
    bool is_greedy;
    int cols, rows; /* of the part of the screen */
    int measure;    /* columns that a line may have */
    int text_col;   /* where lines begin in it */
    int text_cols;
    uint32_t top; /* first line that is seen */
    struct place place;
    uint32_t here; /* place that was jumped to, with has_here */
    bool has_here;
    int shift; /* columns that code is scrolled to the side */
};

/*
 * Shows the article, which is taken, from its beginning; folds are as
 * outline_default_folds() says with is_closed.
 */
void pane_open(struct pane *p, struct article *article, bool is_closed);

/*
 * Shows the article, which is taken, as the new version of the one shown: the
 * place and the folds stay.
 */
void pane_replace(struct pane *p, struct article *article, bool is_closed);

/*
 * Returns the article that is shown, now the caller's, and leaves the pane
 * without one.
 */
struct article *pane_take(struct pane *p);

/*
 * Frees everything and leaves the pane empty. Zeroed is allowed.
 */
void pane_done(struct pane *p);

/*
 * Fits the pane into cols × rows with lines of at most measure columns.
 */
void pane_resize(struct pane *p, int cols, int rows, int measure);

/*
 * Puts the titles of the neighbors at the foot; NULL for none. Returns whether
 * they have changed.
 */
bool pane_titles(struct pane *p, const char *prev, const char *next);

/*
 * Moves by n lines, down if positive, as far as there are lines. Returns
 * whether anything moved.
 */
bool pane_scroll(struct pane *p, long n);

/*
 * Returns how many lines a page is: all that are seen but for the context.
 */
long pane_page(const struct pane *p);

/*
 * Puts line at the top of the pane, as far as possible.
 */
void pane_go(struct pane *p, uint32_t line);

/*
 * Goes to a place that was kept, or noted elsewhere for the same article.
 */
void pane_return(struct pane *p, struct place place);

/*
 * Puts the line of the place at on top and notes that this is what is read now,
 * which counts where there are too few lines below for it to get to the top.
 */
void pane_jump(struct pane *p, uint32_t at);

/*
 * Brings the place at into sight, moving only when it is not; in wide code also
 * to the side.
 */
void pane_show(struct pane *p, uint32_t at);

/*
 * Returns the line that shows the byte at, or where it would be.
 */
uint32_t pane_line(const struct pane *p, uint32_t at);

/*
 * Tells whether the line is seen.
 */
bool pane_is_seen(const struct pane *p, uint32_t line);

/*
 * Tells whether there is nothing below.
 */
bool pane_is_at_end(const struct pane *p);

/*
 * Returns the innermost section of what is being read; with is_heading the
 * innermost of the contents. SECTION_NONE before the first.
 */
section_ix pane_section(const struct pane *p, bool is_heading);

/*
 * Finds the heading of the contents after what is read (step 1) or before it
 * (-1) that is not hidden; SECTION_NONE when there is none.
 */
section_ix pane_next_heading(const struct pane *p, int step);

/*
 * Returns where section s begins, as a place.
 */
uint32_t pane_section_at(const struct pane *p, section_ix s);

/*
 * Folds or unfolds section s, which must not be empty; or all of them.
 */
void pane_fold(struct pane *p, section_ix s, bool is_folded);
void pane_fold_all(struct pane *p, bool is_folded);

/*
 * Tells whether there is something in section s to be hidden.
 */
bool pane_can_fold(const struct pane *p, section_ix s);

/*
 * Opens all folds that hide the place at.
 */
void pane_reveal(struct pane *p, uint32_t at);

/*
 * Replaces the folds by those noted, if they are as many as there are sections.
 */
void pane_put_folds(struct pane *p, const uint8_t *folded, uint32_t n);

/*
 * Returns how many columns a line of code may take: it is not wrapped, so beside
 * the text it has the room up to the edge, where a mark says that it goes on.
 */
static inline int
pane_code_cols(const struct pane *p)
{
    int room = p->cols - p->text_col - 1;
    return room > p->text_cols ? room : p->text_cols;
}

/*
 * Scrolls code by n columns to the side, as far as the widest line goes.
 * Returns whether anything moved.
 */
bool pane_shift(struct pane *p, int n);

/*
 * Returns how far through the article the pane is, 0 to 100, and how many
 * minutes there are left to read; 0 only at the end.
 */
unsigned pane_percent(const struct pane *p);
uint32_t pane_minutes_left(const struct pane *p);

#endif
