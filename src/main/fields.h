/* SPDX-License-Identifier: ISC */
/*
 * fields - an object of JSON, written field by field
 *
 *      fields_open(&out, '{');
 *      fields_add_text(&out, "title", STR("x"));
 *      fields_add_flag(&out, "saved", true);
 *      fields_close(&out, '}');        {"title": "x", "saved": true}
 */
#ifndef MAIN_FIELDS_H
#define MAIN_FIELDS_H

#include "base/buf.h"

#include <stdbool.h>
#include <stdint.h>

/*
 * Opens an object ('{') or a list ('['), where a value can stand, and closes it.
 */
void fields_open(struct buf *out, char bracket);
void fields_close(struct buf *out, char bracket);

/*
 * Names the value that comes next.
 */
void fields_add_name(struct buf *out, const char *name);

/*
 * Add a field, or without a name (NULL) a value of a list. An empty text is
 * null; anything may be in it. A time is seconds of Unix time, 0 is null.
 */
void fields_add_text(struct buf *out, const char *name, struct str text);
void fields_add_number(struct buf *out, const char *name, int64_t number);
void fields_add_flag(struct buf *out, const char *name, bool is_set);
void fields_add_time(struct buf *out, const char *name, int64_t seconds);

#endif
