/* SPDX-License-Identifier: ISC */
/*
 * pen - writes lines of text for a terminal or a file
 *
 * Looks are SGR parameters (ECMA-48, 8.3.117). Where a look has less than the
 * one before, it is reset and made anew, which every terminal understands.
 * Links are OSC 8; the id makes one link of the pieces that a line end or
 * another look cuts it into.
 */
#include "pen.h"

#include "address.h"
#include "base/utf8.h"

#define SOFT_HYPHEN 0xADu

static const struct attrs plain = {THEME_COLOR_DEFAULT, THEME_COLOR_DEFAULT, 0};

struct pen
pen_begin(struct buf *out, const struct article *a, const struct out_opts *opts,
    bool has_escapes)
{
    return (struct pen){
        .out = out,
        .a = a,
        .n_colors = has_escapes && opts->has_color ? opts->n_colors : -1,
        .has_links = has_escapes && opts->has_hyperlinks,
        .attrs = plain,
        .link = LINK_NONE,
    };
}

static bool
are_equal(struct attrs l, struct attrs r)
{
    return l.fg == r.fg && l.bg == r.bg && l.bits == r.bits;
}

/*
 * Tells whether a blank of that look is not like any other.
 */
static bool
shows_on_blanks(struct attrs attrs)
{
    return attrs.bg != THEME_COLOR_DEFAULT ||
           (attrs.bits & (THEME_UNDERLINE | THEME_REVERSE | THEME_STRIKE));
}

static void
add_parameter(struct buf *out, const char *start, int number)
{
    if (out->ptr[out->len - 1] != '[')
        buf_add_char(out, ';');
    buf_add_format(out, "%s%d", start, number);
}

/*
 * Appends the parameter for a color; base is 30 for text and 40 for what is
 * behind it.
 */
static void
add_color(struct buf *out, int base, int color)
{
    if (color == THEME_COLOR_DEFAULT)
        add_parameter(out, "", base + 9);
    else if (color < 8)
        add_parameter(out, "", base + color);
    else if (color < 16)
        add_parameter(out, "", base + 60 + color - 8);
    else
        add_parameter(out, base == 30 ? "38;5;" : "48;5;", color);
}

/*
 * Lets what is written next have that look.
 */
static void
change_look(struct pen *pen, struct attrs to)
{
    static const struct {
        uint16_t bit;
        int number;
    } bits[] = {
        {THEME_BOLD, 1},
        {THEME_DIM, 2},
        {THEME_ITALIC, 3},
        {THEME_UNDERLINE, 4},
        {THEME_REVERSE, 7},
        {THEME_STRIKE, 9},
    };
    struct attrs from = pen->attrs;

    if (are_equal(from, to))
        return;
    pen->attrs = to;
    buf_add_text(pen->out, "\033[");
    if (are_equal(to, plain)) {
        buf_add_char(pen->out, 'm');
        return;
    }
    if (from.bits & ~to.bits) {
        add_parameter(pen->out, "", 0);
        from = plain;
    }
    for (size_t i = 0; i < sizeof bits / sizeof *bits; i++)
        if (to.bits & ~from.bits & bits[i].bit)
            add_parameter(pen->out, "", bits[i].number);
    if (to.fg != from.fg)
        add_color(pen->out, 30, to.fg);
    if (to.bg != from.bg)
        add_color(pen->out, 40, to.bg);
    buf_add_char(pen->out, 'm');
}

/*
 * Lets what is written next lead to where link leads.
 */
static void
change_link(struct pen *pen, link_ix to)
{
    struct buf url = {0};

    if (to != LINK_NONE && to != pen->link &&
        (to >= pen->a->n_links ||
            !address_add_for_terminal(&url, article_link(pen->a, to))))
        to = LINK_NONE;
    if (to != pen->link) {
        if (to == LINK_NONE)
            buf_add_text(pen->out, "\033]8;;\033\\");
        else
            buf_add_format(pen->out, "\033]8;id=%u;%s\033\\", to, url.ptr);
        pen->link = to;
    }
    buf_done(&url);
}

/*
 * Writes the blanks that were kept back, now that something follows them.
 */
static void
write_blanks(struct pen *pen)
{
    if (pen->n_blanks == 0)
        return;
    if (shows_on_blanks(pen->attrs))
        change_look(pen, plain);
    change_link(pen, LINK_NONE);
    buf_add_repeat(pen->out, ' ', pen->n_blanks);
    pen->n_blanks = 0;
}

void
pen_add_plain(struct buf *out, struct str text)
{
    size_t copied = 0; /* everything before it is in out */

    for (size_t i = 0; i < text.len;) {
        uint32_t cp;
        size_t len = utf8_decode(text.ptr + i, text.len - i, &cp);
        if (cp == '\n' || cp == SOFT_HYPHEN || !utf8_is_clean_cp(cp)) {
            buf_add_str(out, str_slice(text, copied, i));
            if (cp == '\n')
                buf_add_char(out, ' ');
            copied = i + len;
        }
        i += len;
    }
    buf_add_str(out, str_slice(text, copied, text.len));
}

/*
 * Tells whether text is printable ASCII, as most runs are.
 */
static bool
is_ascii(struct str text)
{
    for (size_t i = 0; i < text.len; i++)
        if (text.ptr[i] < 0x20 || text.ptr[i] > 0x7E)
            return false;
    return true;
}

void
pen_add(struct pen *pen, struct str text, struct attrs attrs, link_ix link)
{
    struct buf clean = {0};

    if (!is_ascii(text)) {
        pen_add_plain(&clean, text);
        text = buf_str(&clean);
    }
    attrs = pen->n_colors < 0 ? plain : theme_reduce(attrs, pen->n_colors);
    if (!pen->has_links)
        link = LINK_NONE;

    struct str rest = text;
    size_t n_start = 0, n_end = 0;
    if (!shows_on_blanks(attrs) && link == LINK_NONE) {
        while (n_start < rest.len && rest.ptr[n_start] == ' ')
            n_start++;
        while (
            n_start + n_end < rest.len && rest.ptr[rest.len - 1 - n_end] == ' ')
            n_end++;
    }
    rest = str_slice(rest, n_start, rest.len - n_end);
    pen->n_blanks += n_start;
    if (rest.len > 0) {
        write_blanks(pen);
        change_look(pen, attrs);
        change_link(pen, link);
        buf_add_str(pen->out, rest);
    }
    pen->n_blanks += n_end;
    buf_done(&clean);
}

void
pen_skip(struct pen *pen, size_t n_blanks)
{
    pen->n_blanks += n_blanks;
}

void
pen_end_line(struct pen *pen)
{
    pen->n_blanks = 0;
    change_link(pen, LINK_NONE);
    change_look(pen, plain);
    buf_add_char(pen->out, '\n');
}
