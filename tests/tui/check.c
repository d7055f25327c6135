/* SPDX-License-Identifier: ISC */
/*
 * check - the commands of a screen script that say how it must be
 */
#include "drive.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

static bool
has_text(struct drive *d, const void *user)
{
    char *text = grid_text(&d->grid);
    bool found = strstr(text, user) != NULL;
    free(text);
    return found;
}

bool
check_wait(struct drive *d, const struct command *c)
{
    return drive_until(d, has_text, c->words[1]) ||
           drive_fail(d, "it is not on the screen");
}

static bool
lacks_text(struct drive *d, const void *user)
{
    return !has_text(d, user);
}

bool
check_absent(struct drive *d, const struct command *c)
{
    return (drive_settle(d) && drive_until(d, lacks_text, c->words[1])) ||
           drive_fail(d, "it is on the screen");
}

bool
check_settle(struct drive *d, const struct command *c)
{
    (void)c;
    return drive_finish(d) || drive_fail(d, "the program is always busy");
}

/* Returns the length of a line without the blanks at its end. */
static size_t
line_len(const char *line)
{
    size_t len = strcspn(line, "\n");
    while (len > 0 && line[len - 1] == ' ')
        len--;
    return len;
}

static const char *
next_line(const char *line)
{
    line += strcspn(line, "\n");
    return *line ? line + 1 : line;
}

static bool
is_same_line(const char *a, const char *b)
{
    size_t len = line_len(a);
    return len == line_len(b) && strncmp(a, b, len) == 0;
}

/* The line that stands for any number of lines. */
static bool
is_gap(const char *line)
{
    return line_len(line) == 3 && strncmp(line, "...", 3) == 0;
}

/*
 * Tells whether the lines are the wanted ones. After a gap the first place
 * that fits is taken, and when the rest does not fit, the next one.
 */
static bool
is_match(const char *wanted, const char *lines)
{
    const char *after_gap = NULL, *again = NULL;

    while (*lines) {
        if (is_gap(wanted)) {
            wanted = after_gap = next_line(wanted);
            again = lines;
        } else if (*wanted && is_same_line(wanted, lines)) {
            wanted = next_line(wanted);
            lines = next_line(lines);
        } else if (after_gap) {
            wanted = after_gap;
            lines = again = next_line(again);
        } else {
            return false;
        }
    }
    while (is_gap(wanted) || (*wanted && line_len(wanted) == 0))
        wanted = next_line(wanted);
    return *wanted == '\0';
}

static bool
has_screen(struct drive *d, const void *user)
{
    char *text = grid_text(&d->grid);
    bool found = is_match(user, text);
    free(text);
    return found;
}

/* Says which row differs first; with gaps there is no telling. */
static bool
fail_screen(struct drive *d, const char *wanted)
{
    char *text = grid_text(&d->grid);
    const char *line = text;
    unsigned row = 0;

    for (; *wanted && !is_gap(wanted) && is_same_line(wanted, line); row++) {
        wanted = next_line(wanted);
        line = next_line(line);
    }
    free(text);
    return drive_fail(
        d, "row %u should be\n%.*s", row, (int)line_len(wanted), wanted);
}

bool
check_screen(struct drive *d, const struct command *c)
{
    return drive_until(d, has_screen, c->block) || fail_screen(d, c->block);
}

struct row_text {
    int row;
    const char *text;
};

static bool
has_row(struct drive *d, const void *user)
{
    const struct row_text *wanted = user;
    char *text = grid_row(&d->grid, wanted->row);
    bool found = is_same_line(text, wanted->text);
    free(text);
    return found;
}

bool
check_row(struct drive *d, const struct command *c)
{
    char *end;
    struct row_text wanted = {
        .row = (int)strtol(c->words[1], &end, 10), .text = c->words[2]};

    if (*end != '\0' || wanted.row < 0 || wanted.row >= d->rows)
        return drive_fail(d, "there is no row %s", c->words[1]);
    return drive_until(d, has_row, &wanted) ||
           drive_fail(d, "the row is something else");
}

struct place {
    int col, row;
    const char *style;
};

static bool
has_style(struct drive *d, const void *user)
{
    const struct place *p = user;
    bool is_known;
    return grid_has_style(&d->grid, p->col, p->row, p->style, &is_known);
}

bool
check_style(struct drive *d, const struct command *c)
{
    struct place p = {0};

    if (!drive_pair(d, c->words[1], ',', &p.col, &p.row))
        return false;
    if (p.col >= d->cols || p.row >= d->rows)
        return drive_fail(d, "the place is not on the screen");
    for (size_t i = 2; i < c->n_words; i++) {
        bool is_known;
        p.style = c->words[i];
        grid_has_style(&d->grid, p.col, p.row, p.style, &is_known);
        if (!is_known)
            return drive_fail(d, "there is no style %s", p.style);
        if (!drive_until(d, has_style, &p))
            return drive_fail(d, "the style is not %s", p.style);
    }
    return true;
}

static bool
has_cursor(struct drive *d, const void *user)
{
    const struct place *p = user;
    int col, row;

    if (!p)
        return d->grid.is_cursor_hidden;
    grid_cursor(&d->grid, &col, &row);
    return !d->grid.is_cursor_hidden && col == p->col && row == p->row;
}

bool
check_cursor(struct drive *d, const struct command *c)
{
    struct place p = {0};

    if (strcmp(c->words[1], "hidden") == 0)
        return drive_until(d, has_cursor, NULL) ||
               drive_fail(d, "the cursor is shown");
    if (!drive_pair(d, c->words[1], ',', &p.col, &p.row))
        return false;
    if (drive_until(d, has_cursor, &p))
        return true;
    if (d->grid.is_cursor_hidden)
        return drive_fail(d, "the cursor is hidden");
    grid_cursor(&d->grid, &p.col, &p.row);
    return drive_fail(d, "the cursor is at %d,%d", p.col, p.row);
}

static bool
has_title(struct drive *d, const void *user)
{
    return strcmp(d->grid.title, user) == 0;
}

bool
check_title(struct drive *d, const struct command *c)
{
    return drive_until(d, has_title, c->words[1]) ||
           drive_fail(d, "the window's title is '%s'", d->grid.title);
}

static bool
has_ended(struct drive *d, const void *user)
{
    (void)user;
    return d->tty.has_ended;
}

bool
check_exit(struct drive *d, const struct command *c)
{
    char *end;
    long wanted = strtol(c->words[1], &end, 10);

    if (*end != '\0')
        return drive_fail(d, "not a number");
    if (!drive_until(d, has_ended, NULL))
        return drive_fail(d, "the program has not ended");
    drive_settle(d); /* its last words may still be on their way */
    if (WIFSIGNALED(d->tty.status))
        return drive_fail(
            d, "it was killed by %s", strsignal(WTERMSIG(d->tty.status)));
    if (WEXITSTATUS(d->tty.status) != wanted)
        return drive_fail(d, "its status is %d", WEXITSTATUS(d->tty.status));
    return true;
}

bool
check_killed(struct drive *d, const struct command *c)
{
    int wanted = drive_signal(d, c->words[1]);

    if (wanted == 0)
        return false;
    if (!drive_until(d, has_ended, NULL))
        return drive_fail(d, "the program has not ended");
    drive_settle(d);
    if (!WIFSIGNALED(d->tty.status))
        return drive_fail(
            d, "it ended with status %d", WEXITSTATUS(d->tty.status));
    if (WTERMSIG(d->tty.status) != wanted)
        return drive_fail(
            d, "it was killed by %s", strsignal(WTERMSIG(d->tty.status)));
    return true;
}

static bool
is_stopped(struct drive *d, const void *user)
{
    (void)user;
    return d->tty.is_stopped;
}

bool
check_suspended(struct drive *d, const struct command *c)
{
    (void)c;
    return drive_until(d, is_stopped, NULL) ||
           drive_fail(d, "the program is not suspended");
}

static bool
is_restored(struct drive *d, const void *user)
{
    (void)user;
    return !grid_fault(&d->grid) && tty_is_restored(&d->tty);
}

bool
check_restored(struct drive *d, const struct command *c)
{
    (void)c;
    if (d->tty.slave < 0)
        return drive_fail(d, "there is no terminal after a hangup");
    if (drive_until(d, is_restored, NULL))
        return true;
    const char *fault = grid_fault(&d->grid);
    return drive_fail(d, "%s", fault ? fault : "the tty's modes differ");
}
