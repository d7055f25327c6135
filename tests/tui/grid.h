/* SPDX-License-Identifier: ISC */
/*
 * grid - what a person would see on the terminal, and how the keys arrive
 *
 * The terminal is libvterm: bytes of the program go in with grid_write(), and
 * text, styles and modes are read back. What a terminal sends (keys, mouse
 * reports, pasted text, answers to questions) comes out of it too, in the form
 * that the program asked for, through the function given to grid_init(): an
 * arrow is \033[A or \033OA, and a click is nothing at all unless the program
 * switched the mouse on. So a program that asks for the wrong thing fails.
 *
 * Columns and rows count from 0. libvterm measures with its own tables, which
 * agree with wcwidth() for everything but a few emoji sequences.
 */
#ifndef TUI_GRID_H
#define TUI_GRID_H

#include <stdbool.h>
#include <stddef.h>
#include <vterm.h>

/*
 * Takes what the terminal says to the program; bytes live until it returns.
 */
typedef void grid_reply_fn(void *user, const char *bytes, size_t len);

struct grid {
    VTerm *vt;
    VTermScreen *screen;
    grid_reply_fn *reply;
    void *user;
    int cols, rows;
    bool is_alternate, is_cursor_hidden;
    int mouse;       /* VTERM_PROP_MOUSE_ */
    char title[256]; /* of the window, as far as it fits */
    bool is_probing; /* replies go to probe, see grid_fault() */
    char probe[32];
    size_t n_probe;
    char held[512]; /* a sequence that has not ended yet, see grid_write() */
    size_t n_held;
};

/*
 * Makes an empty terminal of that size in g, which must stay where it is until
 * grid_done(). reply(user, ...) is called from within the functions below.
 */
void grid_init(
    struct grid *g, int cols, int rows, grid_reply_fn *reply, void *user);

/*
 * Frees the terminal. Allowed on zeroes.
 */
void grid_done(struct grid *g);

/*
 * Takes the new size; telling the program is for the caller.
 */
void grid_resize(struct grid *g, int cols, int rows);

/*
 * Feeds output of the program.
 */
void grid_write(struct grid *g, const char *bytes, size_t len);

/*
 * Returns the text of a row as UTF-8 without the blanks at its end, owned.
 */
char *grid_row(const struct grid *g, int row);

/*
 * Returns all rows, each with a '\n', without the empty rows at the end, owned.
 */
char *grid_text(const struct grid *g);

/*
 * Finds out whether the cell has a style: bold, italic, underline, blink,
 * reverse, strike, plain (none of them), fg=C or bg=C where C is default, a
 * number of the palette or #rrggbb; any of them after a ! for its opposite.
 * Sets *out_known to false when style is none of these.
 */
bool grid_has_style(
    const struct grid *g, int col, int row, const char *style, bool *out_known);

/*
 * Says where the cursor is.
 */
void grid_cursor(const struct grid *g, int *out_col, int *out_row);

/*
 * Returns what a program left behind that it should have put back (alternate
 * screen, hidden cursor, mouse, bracketed paste, keypad, colors), or NULL.
 */
const char *grid_fault(struct grid *g);

#endif
