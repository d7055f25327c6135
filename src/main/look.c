/* SPDX-License-Identifier: ISC */
/*
 * look - what an article written to standard output looks like
 *
 * Colors: --color goes first, then NO_COLOR, then CLICOLOR_FORCE, then whether
 * somebody asked for ansi or looks at a terminal that has them. Without
 * --format what may be colored is ansi, and text otherwise, which never holds
 * an escape.
 */
#include "look.h"

#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum {
    PIPE_COLS = 80
};

static const char *
environment(const char *name)
{
    const char *value = getenv(name);

    return value ? value : "";
}

static bool
is_terminal(void)
{
    return isatty(STDOUT_FILENO) != 0;
}

/*
 * Tells whether TERM is of a terminal that understands escapes.
 */
static bool
has_escapes(void)
{
    const char *term = environment("TERM");

    return term[0] != '\0' && strcmp(term, "dumb") != 0;
}

static bool
may_color(const struct options *o)
{
    const char *force = environment("CLICOLOR_FORCE");

    if (o->color != OPTIONS_AUTO)
        return o->color == OPTIONS_ALWAYS;
    if (environment("NO_COLOR")[0] != '\0')
        return false;
    if (force[0] != '\0' && strcmp(force, "0") != 0)
        return true;
    return o->format == OUT_ANSI || (is_terminal() && has_escapes());
}

/*
 * Links are for who looks at them now: a pager may not know what they are.
 */
static bool
may_link(const struct options *o)
{
    if (o->hyperlinks != OPTIONS_AUTO)
        return o->hyperlinks == OPTIONS_ALWAYS;
    return is_terminal() && has_escapes() &&
           strcmp(environment("TERM"), "linux") != 0;
}

/*
 * Returns how many colors the terminal has, as far as its name tells; it need
 * not be the one that this is written to.
 */
static int
count_colors(void)
{
    const char *term = environment("TERM");

    if (environment("COLORTERM")[0] != '\0' || strstr(term, "256color") ||
        strstr(term, "direct"))
        return 256;
    return strstr(term, "16color") ? 16 : 8;
}

/*
 * Returns the columns of the terminal at standard output; 0 when it is none, or
 * does not tell.
 */
static int
count_cols(void)
{
    struct winsize size;

    return ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

static uint32_t
choose_cols(const struct options *o)
{
    const int cols = count_cols();

    if (o->width >= 0)
        return (uint32_t)o->width;
    if (cols <= 0)
        return PIPE_COLS;
    return (uint32_t)(cols < o->measure ? cols : o->measure);
}

bool
look_is_screen(const struct options *o)
{
    return is_terminal() && o->format < 0 && !o->toc && !o->faq && !o->section;
}

struct out_opts
look_at(const struct options *o)
{
    const bool has_color = may_color(o);
    enum out_format format = has_color ? OUT_ANSI : OUT_TEXT;

    if (o->format >= 0)
        format = (enum out_format)o->format;
    return (struct out_opts){
        .format = format,
        .part = o->toc   ? OUT_CONTENTS
                : o->faq ? OUT_QUESTIONS
                         : OUT_WHOLE,
        .section = str_of(o->section),
        .cols = choose_cols(o),
        .is_greedy = o->wrap == OPTIONS_GREEDY,
        .is_body = o->body,
        .is_collapsed = o->collapse,
        .has_color = has_color,
        .has_hyperlinks = may_link(o),
        .n_colors = count_colors(),
        .links = (enum layout_links)o->links,
        .theme = theme_default(),
    };
}
