/* SPDX-License-Identifier: ISC */
/*
 * fields - an object of JSON, written field by field
 *
 * What was written last tells whether a comma is missing.
 */
#include "fields.h"

#include "base/utf8.h"

#include <inttypes.h>
#include <time.h>

/* Parts the value that comes from the one before. */
static void
part(struct buf *out)
{
    char last = out->len > 0 ? out->ptr[out->len - 1] : '\n';

    if (last != '{' && last != '[' && last != '\n' && last != ' ')
        buf_add_text(out, ", ");
}

void
fields_open(struct buf *out, char bracket)
{
    part(out);
    buf_add_char(out, bracket);
}

void
fields_close(struct buf *out, char bracket)
{
    buf_add_char(out, bracket);
}

static void
add_string(struct buf *out, struct str text)
{
    struct buf clean = {0};

    utf8_add_clean(&clean, text);
    buf_add_char(out, '"');
    for (size_t i = 0; i < clean.len; i++) {
        char c = clean.ptr[i];
        if (c == '\n') {
            buf_add_text(out, "\\n");
            continue;
        }
        if (c == '"' || c == '\\')
            buf_add_char(out, '\\');
        buf_add_char(out, c);
    }
    buf_add_char(out, '"');
    buf_done(&clean);
}

void
fields_add_name(struct buf *out, const char *name)
{
    part(out);
    if (!name)
        return;
    add_string(out, str_of(name));
    buf_add_text(out, ": ");
}

void
fields_add_text(struct buf *out, const char *name, struct str text)
{
    fields_add_name(out, name);
    if (text.len > 0)
        add_string(out, text);
    else
        buf_add_text(out, "null");
}

void
fields_add_number(struct buf *out, const char *name, int64_t number)
{
    fields_add_name(out, name);
    buf_add_format(out, "%" PRId64, number);
}

void
fields_add_flag(struct buf *out, const char *name, bool is_set)
{
    fields_add_name(out, name);
    buf_add_text(out, is_set ? "true" : "false");
}

void
fields_add_time(struct buf *out, const char *name, int64_t seconds)
{
    char text[32] = "";
    time_t t = (time_t)seconds;
    struct tm tm;

    if (seconds > 0 && gmtime_r(&t, &tm) &&
        strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &tm) == 0)
        text[0] = '\0';
    fields_add_text(out, name, str_of(text));
}
