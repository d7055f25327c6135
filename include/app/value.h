/* SPDX-License-Identifier: ISC */
/*
 * value - what an option can be given
 *
 * The kinds of values, how they are read from text and how they are written.
 * It is the same code wherever the text comes from: the table of options, the
 * config file or the command line.
 */
#ifndef APP_VALUE_H
#define APP_VALUE_H

#include "base/buf.h"
#include "base/err.h"
#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>

/* The kinds, each with what says which values are allowed. */
enum value_kind {
    VALUE_FLAG,   /* yes or no; nothing to say */
    VALUE_NUMBER, /* "20..500"; -1: not given */
    VALUE_SIZE,   /* bytes, "1K..1G" */
    VALUE_CHOICE, /* "text|ansi": the index of the name; -1: not given */
    VALUE_TEXT,   /* a word for people; NULL: not given */
    VALUE_LINE,   /* the same, of a text that can stand in a config file */
    VALUE_PAIR,   /* name and value, KEY=VALUE */
};

/* The types of the fields that hold them. */
#define VALUE_FLAG_TYPE   bool
#define VALUE_NUMBER_TYPE int
#define VALUE_SIZE_TYPE   size_t
#define VALUE_CHOICE_TYPE int
#define VALUE_TEXT_TYPE   char * /* owned */
#define VALUE_LINE_TYPE   char * /* owned */
#define VALUE_PAIR_TYPE   bool   /* there was one */

/* What was read; the kind says which of these. */
struct value {
    bool is_yes;
    int number; /* also the index of a choice */
    size_t size;
    struct str text; /* borrowed; NULL: not given */
};

/*
 * Reads the text as an allowed value of the kind; err says what it is not.
 */
bool value_read(enum value_kind kind, const char *allowed, struct str text,
    struct value *out, struct err *err) __attribute__((warn_unused_result));

/*
 * Stores the value in the field at place, which is of the kind's type.
 */
void value_store(enum value_kind kind, const struct value *v, void *place);

/*
 * Appends what the field at place holds so that it can be read back; nothing
 * when no value was given.
 */
void value_add(enum value_kind kind, const char *allowed, const void *place,
    struct buf *out);

#endif
