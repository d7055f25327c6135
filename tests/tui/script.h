/* SPDX-License-Identifier: ISC */
/*
 * script - a screen script, taken apart into commands
 *
 * A script is lines. A line is words parted by blanks; the first word is the
 * command. A word may be in double quotes, where \n \t \e \xHH \" and \\ mean
 * what they mean in C, or in single quotes, where everything means itself.
 * Lines that begin with # and empty lines are nothing. A line whose last word
 * is << is followed by a block of lines, which ends before the line >>:
 *
 *      file notes.md <<
 *      # Notes
 *      >>
 *
 * What the commands mean is not known here; see drive.c.
 */
#ifndef TUI_SCRIPT_H
#define TUI_SCRIPT_H

#include <stdbool.h>
#include <stddef.h>

struct script {
    char *text;
    char *at;     /* the rest that was not read yet */
    unsigned row; /* 1-based, of the line read last */
};

struct command {
    unsigned row; /* 1-based, of its first line */
    char **words; /* words[0] is the command's name */
    size_t n_words;
    char *block; /* its lines, each with its '\n'; NULL if it has none */
};

enum script_step {
    SCRIPT_COMMAND,
    SCRIPT_END,
    SCRIPT_FAULT
};

/*
 * Reads the file into an empty script. Returns false, with errno set, when it
 * cannot be read.
 */
bool script_open(struct script *s, const char *path);

/*
 * Reads the next command into c, which command_done() releases. SCRIPT_FAULT
 * means that line s->row is malformed; *out_why then says how, and there is
 * nothing to release.
 */
enum script_step script_next(
    struct script *s, struct command *c, const char **out_why);

/*
 * Releases the words and the block, and leaves the command empty.
 */
void command_done(struct command *c);

/*
 * Frees the text and leaves the script empty.
 */
void script_close(struct script *s);

#endif
