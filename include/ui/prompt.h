/* SPDX-License-Identifier: ISC */
/*
 * prompt - a line of text, or a yes or no, asked in the status bar
 *
 * The prompt is a view on the stack above the one that asks, which hears of
 * every change and of the end through functions. It closes itself.
 */
#ifndef UI_PROMPT_H
#define UI_PROMPT_H

#include "ui/entry.h"
#include "ui/view.h"

enum {
    PROMPT_MAX_PAST = 64
};

/* What was entered before, oldest first; belongs to who asks. */
struct prompt_past {
    char *lines[PROMPT_MAX_PAST]; /* owned */
    uint32_t n_lines;
};

/*
 * All are called with the user of prompt_new(); text lives until they return.
 */
struct prompt_ops {
    /* Is told what is typed now; or NULL. */
    void (*change)(void *user, struct str text);

    /* Is told the text when Enter was pressed. */
    void (*enter)(void *user, struct str text);

    /* Is told that the prompt was left without an answer; or NULL. */
    void (*leave)(void *user);

    /* Appends a remark on text that stands at the right, and returns whether
     * it is about a fault; or NULL. */
    bool (*remark)(void *user, struct str text, struct buf *out);

    /* Appends what Tab makes of text, and returns whether it is anything else;
     * or NULL. */
    bool (*complete)(void *user, struct str text, struct buf *out);
};

/*
 * Returns a view, owned, that asks for a line of text. label is copied; past is
 * borrowed, gets the line that is entered, and is gone through with Up and
 * Down; NULL for none. The view is left with Esc, C-c, C-g, or Backspace when
 * nothing is typed.
 */
struct view *prompt_new(const char *label, struct prompt_past *past,
    const struct theme *theme, const struct prompt_ops *ops, void *user);

/*
 * Puts text, made clean, into a prompt that was just made, as if it was typed.
 */
void prompt_put(struct view *prompt, struct str text);

/*
 * Frees the lines and leaves none.
 */
void prompt_past_done(struct prompt_past *past);

/*
 * Returns the line entered last, borrowed, or NULL.
 */
const char *prompt_last(const struct prompt_past *past);

/*
 * Is told the answer.
 */
typedef void (*prompt_answer_fn)(void *user, bool is_yes);

/*
 * Returns a view, owned, that asks question, which is copied, and takes y for a
 * yes and any other key for a no.
 */
struct view *prompt_ask(const char *question, const struct theme *theme,
    prompt_answer_fn answer, void *user);

#endif
