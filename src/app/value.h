/* SPDX-License-Identifier: ISC */
/*
 * value - the value of an option, read from text
 *
 * By the same code, wherever the text comes from: the table, the config file or
 * the command line.
 */
#ifndef APP_VALUE_H
#define APP_VALUE_H

#include "app/options.h"

/* What was read; the kind of the option says which of these. */
struct value {
    bool is_yes;
    int number; /* also the index of a choice; -1: not given */
    size_t size;
    struct str text; /* borrowed; NULL: not given */
};

/*
 * Reads the text as a value that the row allows; err says what it is not.
 */
bool value_read(const struct options_row *row, struct str text,
    struct value *out, struct err *err) __attribute__((warn_unused_result));

/*
 * Appends the value in the field at place, so that it can be read back; nothing
 * when none was given.
 */
void value_add(
    const struct options_row *row, const void *place, struct buf *out);

#endif
