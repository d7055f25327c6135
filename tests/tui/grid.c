/* SPDX-License-Identifier: ISC */
/*
 * grid - what a person would see on the terminal, and how the keys arrive
 *
 * libvterm tells some modes by callback (alternate screen, cursor, mouse).
 * Others it keeps to itself; those are probed: a key is pressed and the bytes
 * that come out are looked at instead of being sent.
 */
#include "grid.h"

#include <err.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int
note_property(VTermProp prop, VTermValue *value, void *user)
{
    struct grid *g = user;

    switch (prop) {
    case VTERM_PROP_ALTSCREEN:
        g->is_alternate = value->boolean != 0;
        break;
    case VTERM_PROP_CURSORVISIBLE:
        g->is_cursor_hidden = value->boolean == 0;
        break;
    case VTERM_PROP_MOUSE:
        g->mouse = value->number;
        break;
    case VTERM_PROP_TITLE:
        snprintf(g->title, sizeof(g->title), "%s", value->string);
        break;
    default:
        break;
    }
    return 1;
}

static void
pass_reply(const char *bytes, size_t len, void *user)
{
    struct grid *g = user;

    if (!g->is_probing) {
        g->reply(g->user, bytes, len);
        return;
    }
    for (size_t i = 0; i < len && g->n_probe + 1 < sizeof(g->probe); i++)
        g->probe[g->n_probe++] = bytes[i];
    g->probe[g->n_probe] = '\0';
}

static const VTermScreenCallbacks callbacks = {.settermprop = note_property};

void
grid_init(struct grid *g, int cols, int rows, grid_reply_fn *reply, void *user)
{
    *g =
        (struct grid){.reply = reply, .user = user, .cols = cols, .rows = rows};
    g->vt = vterm_new(rows, cols);
    if (!g->vt)
        errx(2, "no terminal of %d by %d", cols, rows);
    vterm_set_utf8(g->vt, 1);
    vterm_output_set_callback(g->vt, pass_reply, g);
    g->screen = vterm_obtain_screen(g->vt);
    vterm_screen_set_callbacks(g->screen, &callbacks, g);
    vterm_screen_enable_altscreen(g->screen, 1);
    vterm_screen_reset(g->screen, 1);
}

void
grid_done(struct grid *g)
{
    if (g->vt)
        vterm_free(g->vt);
    *g = (struct grid){0};
}

void
grid_resize(struct grid *g, int cols, int rows)
{
    g->cols = cols;
    g->rows = rows;
    vterm_set_size(g->vt, rows, cols);
}

/* Takes the unfinished sequence as it is. */
static void
let_go(struct grid *g, FILE *out)
{
    fwrite(g->held, 1, g->n_held, out);
    g->n_held = 0;
}

/* Writes every mode of "ESC [ ? 1006 ; 1000 h" in a sequence of its own. */
static void
split_modes(struct grid *g, char final, FILE *out)
{
    size_t from = 3;
    for (size_t i = from; i <= g->n_held; i++) {
        if (i < g->n_held && g->held[i] != ';')
            continue;
        fprintf(out, "\033[?%.*s%c", (int)(i - from), g->held + from, final);
        from = i + 1;
    }
    g->n_held = 0;
}

/* Tells whether c goes on with what is held: modes, or an ESC ] string. */
static bool
is_held(const struct grid *g, char c)
{
    switch (g->n_held) {
    case 0:
        return c == '\033';
    case 1:
        return c == '[' || c == ']';
    case 2:
        return c == '?' || g->held[1] == ']';
    default:
        return g->held[1] == ']' || c == ';' || (c >= '0' && c <= '9');
    }
}

static bool
is_end_of_string(const struct grid *g, char c)
{
    return g->n_held > 2 && g->held[1] == ']' &&
           (c == '\a' || (c == '\\' && g->held[g->n_held - 1] == '\033'));
}

/*
 * libvterm before 0.2 knows only the first of several modes that are set at
 * once, as ncurses does with the mouse, and loses the start of a title that
 * comes in two pieces. So sequences of these two kinds wait for their end.
 */
void
grid_write(struct grid *g, const char *bytes, size_t len)
{
    char *text = NULL;
    size_t n_text = 0;
    FILE *out = open_memstream(&text, &n_text);
    if (!out)
        err(2, "grid");

    for (size_t i = 0; i < len; i++) {
        char c = bytes[i];
        bool is_mode = g->n_held > 3 && g->held[1] == '[';
        if (is_mode && (c == 'h' || c == 'l')) {
            split_modes(g, c, out);
            continue;
        }
        bool is_end = is_end_of_string(g, c);
        if (g->n_held == sizeof(g->held) || !is_held(g, c))
            let_go(g, out);
        if (is_held(g, c))
            g->held[g->n_held++] = c;
        else
            fputc(c, out);
        if (is_end)
            let_go(g, out);
    }
    fclose(out);
    vterm_input_write(g->vt, text, n_text);
    free(text);
}

static void
put_utf8(FILE *out, uint32_t c)
{
    if (c < 0x80) {
        fputc((int)c, out);
        return;
    }
    int more = c < 0x800 ? 1 : c < 0x10000 ? 2 : 3;
    static const int heads[] = {0, 0xC0, 0xE0, 0xF0};
    fputc(heads[more] | (int)(c >> (6 * more)), out);
    while (more-- > 0)
        fputc(0x80 | (int)(c >> (6 * more) & 0x3F), out);
}

char *
grid_row(const struct grid *g, int row)
{
    char *text = NULL;
    size_t len = 0;
    FILE *out = open_memstream(&text, &len);
    if (!out)
        err(2, "grid");

    VTermScreenCell cell;
    for (int col = 0; col<g->cols; col += cell.width> 1 ? cell.width : 1) {
        cell = (VTermScreenCell){0};
        VTermPos pos = {.row = row, .col = col};
        vterm_screen_get_cell(g->screen, pos, &cell);
        if (cell.chars[0] == 0 || cell.chars[0] == (uint32_t)-1)
            fputc(' ', out);
        for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL && cell.chars[i]; i++) {
            if (cell.chars[i] != (uint32_t)-1)
                put_utf8(out, cell.chars[i]);
        }
    }
    fclose(out);
    while (len > 0 && text[len - 1] == ' ')
        text[--len] = '\0';
    return text;
}

char *
grid_text(const struct grid *g)
{
    char *text = NULL;
    size_t len = 0;
    FILE *out = open_memstream(&text, &len);
    if (!out)
        err(2, "grid");
    for (int row = 0; row < g->rows; row++) {
        char *line = grid_row(g, row);
        fprintf(out, "%s\n", line);
        free(line);
    }
    fclose(out);
    while (
        len > 0 && text[len - 1] == '\n' && (len == 1 || text[len - 2] == '\n'))
        text[--len] = '\0';
    return text;
}

static bool
is_color(const VTermScreen *screen, VTermColor color, const char *name,
    bool is_default, bool *out_known)
{
    if (strcmp(name, "default") == 0)
        return is_default;
    if (name[0] == '#') {
        char text[16];
        vterm_screen_convert_color_to_rgb(screen, &color);
        snprintf(text, sizeof(text), "#%02x%02x%02x", color.rgb.red,
            color.rgb.green, color.rgb.blue);
        return !is_default && strcmp(text, name) == 0;
    }
    char *end;
    long number = strtol(name, &end, 10);
    if (end == name || *end != '\0')
        *out_known = false;
    return !is_default && VTERM_COLOR_IS_INDEXED(&color) &&
           color.indexed.idx == number;
}

bool
grid_has_style(
    const struct grid *g, int col, int row, const char *style, bool *out_known)
{
    VTermScreenCell cell = {0};
    VTermPos pos = {.row = row, .col = col};
    vterm_screen_get_cell(g->screen, pos, &cell);

    const VTermScreenCellAttrs *a = &cell.attrs;
    const struct {
        const char *name;
        bool is_on;
    } styles[] = {
        {"bold", a->bold},
        {"italic", a->italic},
        {"underline", a->underline != 0},
        {"blink", a->blink},
        {"reverse", a->reverse},
        {"strike", a->strike},
        {"plain", !a->bold && !a->italic && !a->underline && !a->blink &&
                      !a->reverse && !a->strike},
    };

    bool is_wanted = style[0] != '!';
    style += !is_wanted;
    *out_known = true;
    for (size_t i = 0; i < sizeof(styles) / sizeof(styles[0]); i++) {
        if (strcmp(styles[i].name, style) == 0)
            return styles[i].is_on == is_wanted;
    }
    if (strncmp(style, "fg=", 3) == 0)
        return is_wanted == is_color(g->screen, cell.fg, style + 3,
                                VTERM_COLOR_IS_DEFAULT_FG(&cell.fg), out_known);
    if (strncmp(style, "bg=", 3) == 0)
        return is_wanted == is_color(g->screen, cell.bg, style + 3,
                                VTERM_COLOR_IS_DEFAULT_BG(&cell.bg), out_known);
    *out_known = false;
    return false;
}

void
grid_cursor(const struct grid *g, int *out_col, int *out_row)
{
    VTermPos pos;
    vterm_state_get_cursorpos(vterm_obtain_state(g->vt), &pos);
    *out_col = pos.col;
    *out_row = pos.row;
}

/* Returns what the terminal would send for what send() does. */
static const char *
probe(struct grid *g, void (*send)(VTerm *vt))
{
    g->n_probe = 0;
    g->probe[0] = '\0';
    g->is_probing = true;
    send(g->vt);
    g->is_probing = false;
    return g->probe;
}

static void
press_up(VTerm *vt)
{
    vterm_keyboard_key(vt, VTERM_KEY_UP, VTERM_MOD_NONE);
}

static bool
has_pen(const struct grid *g)
{
    static const VTermAttr attrs[] = {
        VTERM_ATTR_BOLD, VTERM_ATTR_UNDERLINE, VTERM_ATTR_REVERSE};
    const VTermState *state = vterm_obtain_state(g->vt);
    VTermValue value;

    for (size_t i = 0; i < sizeof(attrs) / sizeof(attrs[0]); i++) {
        if (vterm_state_get_penattr(state, attrs[i], &value) && value.number)
            return true;
    }
    vterm_state_get_penattr(state, VTERM_ATTR_FOREGROUND, &value);
    if (!VTERM_COLOR_IS_DEFAULT_FG(&value.color))
        return true;
    vterm_state_get_penattr(state, VTERM_ATTR_BACKGROUND, &value);
    return !VTERM_COLOR_IS_DEFAULT_BG(&value.color);
}

const char *
grid_fault(struct grid *g)
{
    if (g->is_alternate)
        return "the alternate screen is still on";
    if (g->is_cursor_hidden)
        return "the cursor is still hidden";
    if (g->mouse != VTERM_PROP_MOUSE_NONE)
        return "the mouse is still on";
    if (probe(g, vterm_keyboard_start_paste)[0] != '\0')
        return "bracketed paste is still on";
    if (strcmp(probe(g, press_up), "\033[A") != 0)
        return "the cursor keys are still in application mode";
    if (has_pen(g))
        return "a color or style is still on";
    return NULL;
}
