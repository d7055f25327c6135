/* SPDX-License-Identifier: ISC */
/*
 * script - a screen script, taken apart into commands
 *
 * The file is read whole; lines are cut out of it in place and words copied.
 * Running out of memory ends the program: this is a test.
 */
#include "script.h"

#include <ctype.h>
#include <err.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

bool
script_open(struct script *s, const char *path)
{
    FILE *file = fopen(path, "rbe");
    if (!file)
        return false;

    char *text = NULL;
    size_t cap = 0;
    ssize_t len = getdelim(&text, &cap, '\0', file);
    bool is_bad = ferror(file) != 0;
    fclose(file);
    if (is_bad) {
        free(text);
        return false;
    }
    if (len < 0) {
        free(text);
        text = strdup("");
        if (!text)
            err(2, "script");
    }
    *s = (struct script){.text = text, .at = text};
    return true;
}

void
script_close(struct script *s)
{
    free(s->text);
    *s = (struct script){0};
}

void
command_done(struct command *c)
{
    for (size_t i = 0; i < c->n_words; i++)
        free(c->words[i]);
    free(c->words);
    free(c->block);
    *c = (struct command){0};
}

/* Cuts the next line off the text; NULL at the end. */
static char *
next_line(struct script *s)
{
    if (*s->at == '\0')
        return NULL;
    char *line = s->at;
    char *end = strchr(line, '\n');
    if (end) {
        *end = '\0';
        s->at = end + 1;
    } else {
        s->at = line + strlen(line);
    }
    s->row++;
    return line;
}

static char *
read_escape(char *from, char **to)
{
    static const char names[] = "nte0";
    static const char values[] = "\n\t\033";
    const char *name = strchr(names, *from);

    if (*from == 'x' && isxdigit((unsigned char)from[1]) &&
        isxdigit((unsigned char)from[2])) {
        char digits[3] = {from[1], from[2], '\0'};
        *(*to)++ = (char)strtol(digits, NULL, 16);
        return from + 3;
    }
    if (name)
        *(*to)++ = values[name - names];
    else
        *(*to)++ = *from;
    return from + 1;
}

/* Copies the word at from to to; returns the end of it, NULL if it has none. */
static char *
read_word(char *from, char *to)
{
    char quote = '\0';

    for (; *from;) {
        if (!quote && (*from == ' ' || *from == '\t'))
            break;
        if (quote ? *from == quote : (*from == '"' || *from == '\'')) {
            if (quote)
                quote = '\0';
            else
                quote = *from;
            from++;
        } else if (quote == '"' && *from == '\\' && from[1]) {
            from = read_escape(from + 1, &to);
        } else {
            *to++ = *from++;
        }
    }
    *to = '\0';
    return quote ? NULL : from;
}

static void
add_word(struct command *c, const char *word)
{
    char **grown = realloc(c->words, (c->n_words + 2) * sizeof(*grown));
    char *copy = strdup(word);
    if (!grown || !copy)
        err(2, "script");
    c->words = grown;
    c->words[c->n_words++] = copy;
    c->words[c->n_words] = NULL; /* the list is an argv as it is */
}

static bool
read_words(char *line, struct command *c)
{
    char *word = malloc(strlen(line) + 1);
    if (!word)
        err(2, "script");
    for (;;) {
        line += strspn(line, " \t");
        if (*line == '\0')
            break;
        line = read_word(line, word);
        if (!line)
            break;
        add_word(c, word);
    }
    free(word);
    return line != NULL;
}

/* Takes the lines up to >>; false when there is no such line. */
static bool
read_block(struct script *s, struct command *c)
{
    char *block = NULL;
    size_t len = 0;
    FILE *out = open_memstream(&block, &len);
    if (!out)
        err(2, "script");

    char *line;
    while ((line = next_line(s))) {
        if (strcmp(line, ">>") == 0)
            break;
        fprintf(out, "%s\n", line);
    }
    fclose(out);
    c->block = block;
    return line != NULL;
}

enum script_step
script_next(struct script *s, struct command *c, const char **out_why)
{
    char *line;
    do {
        line = next_line(s);
        if (!line)
            return SCRIPT_END;
        line += strspn(line, " \t");
    } while (*line == '\0' || *line == '#');

    *c = (struct command){.row = s->row};
    const char *why = NULL;
    if (!read_words(line, c)) {
        why = "a quote is not closed";
    } else if (strcmp(c->words[c->n_words - 1], "<<") == 0) {
        free(c->words[--c->n_words]);
        c->words[c->n_words] = NULL;
        if (c->n_words == 0)
            why = "a block without a command";
        else if (!read_block(s, c))
            why = "a block without >>";
    }
    if (!why)
        return SCRIPT_COMMAND;
    s->row = c->row;
    command_done(c);
    *out_why = why;
    return SCRIPT_FAULT;
}
