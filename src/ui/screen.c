/* SPDX-License-Identifier: ISC */
/*
 * screen - the terminal
 *
 * A copy of the last canvas is kept, so that only cells that changed go to
 * ncurses, which then sends only what differs on the terminal. Color pairs are
 * allocated when a cell first needs them.
 *
 * The terminal is opened once more for reading. Its descriptor is ours alone:
 * libuv makes it non-blocking, and that must not reach the shell, which shares
 * standard input with us. Keys are read through a pad, because reading from a
 * window would draw it.
 *
 * Bracketed paste and the clipboard are not in every terminfo and are asked for
 * in our own words; not on the console of Linux, which would print them.
 */
#include "ui/screen.h"

#include "base/file.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "retreat.h"
#include "screenkeys.h"

#include <curses.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <term.h>
#include <termios.h>
#include <unistd.h>

#define PASTE_ON STR("\033[?2004h")
/* The cursor once more: libvterm hides it again when the other screen ends. */
#define PASTE_OFF STR("\033[?2004l\033[?25h")
#define WAY_OUT   "try 'gutread --format=text FILE | less'"

enum {
    ESCAPE_MS = 25,
    COPY_MAX = 48 << 10, /* bytes; xterm takes 100,000 characters of base64 */
    CELL_POINTS = CCHARW_MAX,
    MAX_COLS = 2000, /* more than a terminal has; the rest stays empty */
    MAX_ROWS = 1000,
};

static struct {
    FILE *input;         /* NULL: was never open */
    struct cell *shadow; /* what ncurses was told last */
    int shadow_cols, shadow_rows;
    int n_colors;
    struct screenkeys keys;
    bool is_open;
    bool is_paused;
    bool has_italic;
    bool is_emulator; /* knows what no terminal of hardware does */
    bool has_mouse;
    struct termios before; /* modes of the terminal */
    struct buf way_out;    /* what gives it back, for retreat */
} screen;

static void
write_out(struct str bytes)
{
    struct err err;
    if (!file_write_fd(STDOUT_FILENO, bytes, &err)) {
        /* A terminal that is gone is noticed where it is read. */
    }
}

static void
enter_modes(void)
{
    if (screen.is_emulator)
        write_out(PASTE_ON);
    mousemask(screen.has_mouse
                  ? BUTTON1_PRESSED | BUTTON4_PRESSED | BUTTON5_PRESSED
                  : 0,
        NULL);
}

static void
leave_modes(void)
{
    mousemask(0, NULL);
    endwin();
    if (screen.is_emulator)
        write_out(PASTE_OFF);
    retreat_note(false);
}

/* Tells whether what was looked for in the description of the terminal is there. */
static bool
knows(const char *found)
{
    return found && found != (const char *)-1;
}

/* Appends what was found, if it is there, without what only slow terminals need. */
static void
add_string(struct buf *out, const char *found)
{
    const struct str text = str_of(knows(found) ? found : NULL);

    buf_add_str(out, str_slice(text, 0, str_find(text, STR("$<"), 0)));
}

/* Notes how the terminal is to be given back: where it has no other screen, with
 * the cursor below what was drawn. */
static void
prepare_way_out(void)
{
    struct buf *out = &screen.way_out;
    const char *move = tigetstr("cup"), *leave = tigetstr("rmcup");
    struct winsize size = {0};

    buf_cut(out, 0);
    add_string(out, tigetstr("sgr0"));
    add_string(out, tigetstr("op"));
    if (knows(leave))
        add_string(out, leave);
    else if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_row > 0)
        add_string(out, tiparm(move, size.ws_row - 1, 0));
    add_string(out, tigetstr("rmkx"));
    add_string(out, tigetstr("cnorm"));
    if (screen.is_emulator)
        buf_add_text(out, "\033[?2004l");
    if (knows(tigetstr("kmous")))
        buf_add_text(out, "\033[?1006l\033[?1000l"); /* as ncurses has it on */
}

void
screen_close(void)
{
    screen.is_open = false;
    retreat_now();
}

/* Checks that ncurses can have a window of the terminal's size. */
static bool
check_size(struct err *err)
{
    struct winsize size;
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 ||
        (size.ws_col <= SHRT_MAX && size.ws_row <= SHRT_MAX &&
            size.ws_col * size.ws_row <= MAX_COLS * MAX_ROWS))
        return true;
    return err_set(err, ERR_IO,
        "the terminal says that it has %u columns and %u rows; try 'stty "
        "cols 80 rows 24'",
        size.ws_col, size.ws_row);
}

/* Checks that the terminal can be drawn on at all. */
static bool
check_terminal(const char *term, struct err *err)
{
    int found = 0;
    if (!term || !*term)
        return err_set(err, ERR_IO, "TERM is not set; " WAY_OUT);
    if (setupterm(term, STDOUT_FILENO, &found) != OK)
        return err_set(err, ERR_IO,
            "TERM is '%s', a terminal that is not known here; " WAY_OUT, term);
    const bool can_move = knows(tigetstr("cup"));
    screen.is_emulator = !str_starts(str_of(term), STR("linux"));
    if (can_move)
        prepare_way_out();
    del_curterm(cur_term);
    if (!can_move)
        return err_set(err, ERR_IO,
            "TERM is '%s', a terminal that cannot move its cursor; " WAY_OUT,
            term);
    return true;
}

static bool
open_input(struct err *err)
{
    int fd = open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY);
    const char *name = fd < 0 ? ttyname(STDOUT_FILENO) : NULL;
    if (name)
        fd = open(name, O_RDWR | O_CLOEXEC | O_NOCTTY);
    screen.input = fd < 0 ? NULL : fdopen(fd, "r");
    if (screen.input && tcgetattr(fd, &screen.before) == 0)
        return true;
    if (screen.input)
        fclose(screen.input);
    else if (fd >= 0)
        close(fd);
    return err_set(err, ERR_IO, "there is no terminal to type on; " WAY_OUT);
}

static bool
wants_color(enum options_when when)
{
    const char *no_color = getenv("NO_COLOR");
    if (when == OPTIONS_AUTO)
        return !no_color || !*no_color;
    return when == OPTIONS_ALWAYS;
}

static void
start_colors(enum options_when when)
{
    screen.n_colors = 0;
    if (!wants_color(when) || !has_colors() || start_color() != OK)
        return;
    use_default_colors();
    static const int depths[] = {256, 16, 8};
    for (size_t i = 0; i < sizeof depths / sizeof *depths; i++) {
        if (COLORS >= depths[i]) {
            screen.n_colors = depths[i];
            return;
        }
    }
}

/*
 * Starts ncurses. Where it finds the default action for SIGTSTP it takes charge
 * of that signal, and ignores it while it draws: one that came then, for a
 * thread that works in the background as well, would be lost.
 */
static bool
start_curses(const char *term)
{
    struct sigaction ours = {.sa_handler = SIG_IGN}, before;

    use_env(FALSE); /* it would believe any COLUMNS; see choose_side() */
    use_tioctl(TRUE);
    sigaction(SIGTSTP, &ours, &before);
    bool ok = newterm(term, stdout, screen.input) != NULL;
    sigaction(SIGTSTP, &before, NULL);
    /* As long as it has never come back from a pause ncurses 6.4 writes out what
     * it has at each move of the cursor: a screen in a hundred pieces. */
    if (ok && endwin() == OK)
        doupdate();
    return ok;
}

bool
screen_open(const struct screen_opts *opts, struct err *err)
{
    const char *term = getenv("TERM");
    if (!check_terminal(term, err) || !check_size(err) || !open_input(err))
        return false;
    mem_on_exhausted(screen_close);
    retreat_prepare(buf_str(&screen.way_out), screen_fd(), &screen.before);
    if (!start_curses(term)) {
        fclose(screen.input);
        return err_set(
            err, ERR_IO, "TERM is '%s', which cannot be used; " WAY_OUT, term);
    }

    retreat_note(true);
    screen.is_open = true;
    atexit(screen_close);
    raw();
    noecho();
    nonl();
    set_escdelay(ESCAPE_MS);
    mouseinterval(0);
    WINDOW *pad = newpad(1, 1);
    if (!pad)
        mem_exhausted(); /* nobody could type anything */
    nodelay(pad, TRUE);
    keypad(pad, TRUE);
    screenkeys_init(&screen.keys, pad);

    screen.has_italic = knows(tigetstr("sitm"));
    screen.has_mouse = opts->has_mouse;
    start_colors(opts->color);
    enter_modes();
    return true;
}

int
screen_fd(void)
{
    return fileno(screen.input);
}

bool
screen_read(struct event *out_event)
{
    return screen.is_open && !screen.is_paused &&
           screenkeys_read(&screen.keys, out_event);
}

bool
screen_is_lost(void)
{
    struct pollfd p = {.fd = screen_fd(), .events = POLLIN};
    int n_bytes = 0;
    if (poll(&p, 1, 0) <= 0)
        return false;
    if (p.revents & (POLLHUP | POLLERR | POLLNVAL))
        return true;
    return ioctl(p.fd, FIONREAD, &n_bytes) != 0 || n_bytes == 0;
}

/*
 * Returns a side of the window: as long as the terminal says, or else a variable,
 * or else as it is.
 */
static int
choose_side(int said, const char *variable, int now, int most)
{
    const char *text = getenv(variable);
    long side = said > 0 ? said : text ? strtol(text, NULL, 10) : 0;

    if (side <= 0)
        side = now;
    return side < most ? (int)side : most;
}

void
screen_measure(int *out_cols, int *out_rows)
{
    struct winsize size;

    if (screen.is_open) {
        if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0)
            size = (struct winsize){0};
        int cols = choose_side(size.ws_col, "COLUMNS", COLS, MAX_COLS);
        int rows = choose_side(size.ws_row, "LINES", LINES, MAX_ROWS);
        if (is_term_resized(rows, cols))
            resizeterm(rows, cols);
    }
    *out_cols = COLS;
    *out_rows = LINES;
}

static attr_t
curses_attrs(struct attrs attrs, int *out_pair)
{
    static const struct {
        unsigned bit;
        attr_t attr;
    } bits[] = {
        {THEME_BOLD, A_BOLD}, {THEME_DIM, A_DIM},
        {THEME_UNDERLINE, A_UNDERLINE}, {THEME_REVERSE, A_REVERSE},
        {THEME_STRIKE, A_DIM}, /* ncurses has no better */
    };
    attrs = theme_reduce(attrs, screen.n_colors);
    attr_t result = A_NORMAL;
    for (size_t i = 0; i < sizeof bits / sizeof *bits; i++) {
        if (attrs.bits & bits[i].bit)
            result |= bits[i].attr;
    }
    if (attrs.bits & THEME_ITALIC)
        result |= screen.has_italic ? A_ITALIC : A_UNDERLINE;

    *out_pair = 0;
    if (screen.n_colors > 0 &&
        (attrs.fg != THEME_COLOR_DEFAULT || attrs.bg != THEME_COLOR_DEFAULT))
        *out_pair = alloc_pair(attrs.fg, attrs.bg);
    if (*out_pair < 0)
        *out_pair = 0;
    return result;
}

static void
send_cell(const struct cell *cell, int col, int row)
{
    wchar_t points[CELL_POINTS + 1] = {0};
    size_t len = strlen(cell->text), n = 0;
    for (size_t at = 0; at < len && n < CELL_POINTS; n++) {
        uint32_t cp;
        at += utf8_decode(cell->text + at, len - at, &cp);
        points[n] = (wchar_t)cp;
    }
    int pair;
    attr_t attrs = curses_attrs(cell->attrs, &pair);
    cchar_t out;
    if (setcchar(&out, points, attrs, 0, &pair) == OK)
        mvadd_wch(row, col, &out);
}

static bool
is_same_cell(const struct cell *a, const struct cell *b)
{
    return a->cols == b->cols && a->attrs.fg == b->attrs.fg &&
           a->attrs.bg == b->attrs.bg && a->attrs.bits == b->attrs.bits &&
           strcmp(a->text, b->text) == 0;
}

void
screen_draw(const struct canvas *c)
{
    if (!screen.is_open || screen.is_paused)
        return;
    size_t n_cells = (size_t)c->cols * (size_t)c->rows;
    bool is_new = !screen.shadow || c->cols != screen.shadow_cols ||
                  c->rows != screen.shadow_rows;
    if (is_new) {
        screen.shadow =
            mem_resize(screen.shadow, n_cells + 1, sizeof *screen.shadow);
        screen.shadow_cols = c->cols;
        screen.shadow_rows = c->rows;
        erase();
    }

    for (size_t i = 0; i < n_cells; i++) {
        const struct cell *cell = &c->cells[i];
        bool is_changed = is_new || !is_same_cell(cell, &screen.shadow[i]);
        screen.shadow[i] = *cell;
        if (is_changed && cell->cols > 0)
            send_cell(cell, (int)i % c->cols, (int)i / c->cols);
    }

    bool has_cursor = c->cursor_col >= 0 && c->cursor_col < c->cols &&
                      c->cursor_row >= 0 && c->cursor_row < c->rows;
    curs_set(has_cursor);
    if (has_cursor)
        move(c->cursor_row, c->cursor_col);
    refresh();
}

void
screen_forget(void)
{
    screen.shadow_cols = screen.shadow_rows = -1;
    clearok(curscr, TRUE);
}

void
screen_pause(void)
{
    if (!screen.is_open || screen.is_paused)
        return;
    screen.is_paused = true;
    leave_modes();
}

void
screen_resume(void)
{
    if (!screen.is_open)
        return;
    retreat_note(true);
    if (!screen.is_paused)
        reset_prog_mode(); /* stopped without a word: who knows what was done */
    screen.is_paused = false;
    screen_forget();
    refresh();
    enter_modes();
}

void
screen_mouse(bool is_on)
{
    screen.has_mouse = is_on;
    enter_modes();
}

static void
add_base64(struct buf *out, struct str s)
{
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                 "abcdefghijklmnopqrstuvwxyz0123456789+/";
    for (size_t i = 0; i < s.len; i += 3) {
        size_t n = s.len - i < 3 ? s.len - i : 3;
        uint32_t bits = 0;
        for (size_t j = 0; j < 3; j++) {
            bits <<= 8;
            if (j < n)
                bits |= (unsigned char)s.ptr[i + j];
        }
        for (size_t j = 0; j < 4; j++) {
            if (j <= n)
                buf_add_char(out, digits[bits >> (18 - 6 * j) & 63]);
            else
                buf_add_char(out, '=');
        }
    }
}

bool
screen_copy(struct str text)
{
    if (!screen.is_open || screen.is_paused || !screen.is_emulator ||
        text.len > COPY_MAX || !utf8_is_clean(text) ||
        (text.len > 0 && memchr(text.ptr, '\n', text.len)))
        return false; /* a shell would run what stands before a line end */
    struct buf out = {0};
    buf_add_text(&out, "\033]52;c;");
    add_base64(&out, text);
    buf_add_char(&out, '\a');
    write_out(buf_str(&out));
    buf_done(&out);
    return true;
}
