/* SPDX-License-Identifier: ISC */
/*
 * complaint - what gutread says on standard error
 *
 * A line is one write, so that those of several programs do not mix.
 */
#include "complaint.h"

#include "base/buf.h"
#include "base/file.h"
#include "base/utf8.h"
#include "model/plate.h"

#include <string.h>
#include <unistd.h>

/*
 * Writes what line holds, and an end of line, and frees it.
 */
static void
write_line(struct buf *line)
{
    struct buf clean = {0};
    struct err ignored;

    utf8_add_clean(&clean, buf_str(line));
    buf_replace(&clean, 0, '\n', '?');
    buf_add_char(&clean, '\n');
    if (!file_write_fd(STDERR_FILENO, buf_str(&clean), &ignored)) {
        /* There is nobody left to complain to. */
    }
    buf_done(&clean);
    buf_done(line);
}

void
complaint_say(const char *reason)
{
    struct buf line = {0};

    buf_add_format(&line, "gutread: %s", reason);
    write_line(&line);
}

void
complaint_about(const char *place, const char *reason)
{
    struct buf line = {0};

    buf_add_text(&line, "gutread: '");
    if (strstr(place, "://"))
        plate_add(&line, str_of(place)); /* without a password */
    else
        buf_add_text(&line, place);
    buf_add_format(&line, "': %s", reason);
    write_line(&line);
}
