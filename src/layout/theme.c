/* SPDX-License-Identifier: ISC */
/*
 * theme - what each part of an article looks like
 *
 * Looks are put on top of one another: the key of the run first, then the roles
 * from the most general to the most particular, then the link. Emphasis inside
 * italics is set upright, as in print.
 *
 * Fewer colors: of 256, those above 15 go to the nearest of the 16 by distance
 * in RGB, with the values that xterm gives them. Of 16, the bright eight go to
 * their dark relatives with bold; bright black, which would vanish on a black
 * ground, becomes dim.
 */
#include "layout/theme.h"

enum {
    BRIGHT_BLACK = 8,
    FIRST_CUBE = 16,
    FIRST_GRAY = 232,
};

struct rgb {
    int red, green, blue;
};

static const struct theme built_in = {{
#define X(constant, name, fg, bg, bits) [constant] = {fg, bg, bits},
    THEME_KEYS(X)
#undef X
}};

const struct theme *
theme_default(void)
{
    return &built_in;
}

struct attrs
theme_over(struct attrs under, struct attrs over)
{
    if (over.fg != THEME_COLOR_DEFAULT)
        under.fg = over.fg;
    if (over.bg != THEME_COLOR_DEFAULT)
        under.bg = over.bg;
    under.bits |= over.bits;
    return under;
}

/* What a role adds by itself, and the key whose look it adds. */
static const struct role_look {
    uint32_t role;
    uint16_t bits;
    enum theme_key key; /* THEME_TEXT: none */
} role_looks[] = {
    {ROLE_STRONG, THEME_BOLD, THEME_TEXT},
    {ROLE_STRIKE, THEME_STRIKE, THEME_TEXT},
    {ROLE_INSERT, THEME_UNDERLINE, THEME_TEXT},
    {ROLE_CODE, 0, THEME_CODE},
    {ROLE_KBD, 0, THEME_KEY_CAP},
    {ROLE_IMAGE, 0, THEME_IMAGE},
    {ROLE_MARK, 0, THEME_MARKED},
};

struct attrs
theme_attrs(
    const struct theme *t, enum theme_key key, uint32_t roles, bool is_link)
{
    struct attrs attrs = t->keys[key];
    size_t n_looks = sizeof role_looks / sizeof role_looks[0];

    if (roles & ROLE_EM)
        attrs.bits ^= THEME_ITALIC;
    for (size_t i = 0; i < n_looks; i++) {
        const struct role_look *look = &role_looks[i];
        if (!(roles & look->role))
            continue;
        attrs.bits |= look->bits;
        if (look->key != THEME_TEXT)
            attrs = theme_over(attrs, t->keys[look->key]);
    }
    return is_link ? theme_over(attrs, t->keys[THEME_LINK]) : attrs;
}

/*
 * Returns what xterm shows for a color of the 256.
 */
static struct rgb
rgb_of(int color)
{
    static const struct rgb basic[FIRST_CUBE] = {
        {0, 0, 0},
        {205, 0, 0},
        {0, 205, 0},
        {205, 205, 0}, //
        {0, 0, 238},
        {205, 0, 205},
        {0, 205, 205},
        {229, 229, 229}, //
        {127, 127, 127},
        {255, 0, 0},
        {0, 255, 0},
        {255, 255, 0}, //
        {92, 92, 255},
        {255, 0, 255},
        {0, 255, 255},
        {255, 255, 255},
    };
    static const int steps[6] = {0, 95, 135, 175, 215, 255};

    if (color < FIRST_CUBE)
        return basic[color];
    if (color >= FIRST_GRAY) {
        int gray = 8 + 10 * (color - FIRST_GRAY);
        return (struct rgb){gray, gray, gray};
    }
    color -= FIRST_CUBE;
    return (struct rgb){
        steps[color / 36], steps[color / 6 % 6], steps[color % 6]};
}

static int16_t
nearest_of_16(int16_t color)
{
    struct rgb wanted = rgb_of(color);
    int best = 0, best_distance = -1;

    for (int i = 0; i < FIRST_CUBE; i++) {
        struct rgb rgb = rgb_of(i);
        int red = rgb.red - wanted.red, green = rgb.green - wanted.green;
        int blue = rgb.blue - wanted.blue;
        int distance = red * red + green * green + blue * blue;
        if (best_distance < 0 || distance < best_distance) {
            best = i;
            best_distance = distance;
        }
    }
    return (int16_t)best;
}

static struct attrs
reduce_to_8(struct attrs attrs)
{
    if (attrs.fg == BRIGHT_BLACK) {
        attrs.fg = THEME_COLOR_DEFAULT;
        attrs.bits |= THEME_DIM;
    } else if (attrs.fg > BRIGHT_BLACK) {
        attrs.fg = (int16_t)(attrs.fg - BRIGHT_BLACK);
        attrs.bits |= THEME_BOLD;
    }
    if (attrs.bg >= BRIGHT_BLACK)
        attrs.bg = (int16_t)(attrs.bg - BRIGHT_BLACK);
    return attrs;
}

struct attrs
theme_reduce(struct attrs attrs, int n_colors)
{
    if (n_colors >= 256)
        return attrs;
    if (n_colors < 8) {
        if (attrs.bg != THEME_COLOR_DEFAULT)
            attrs.bits |= THEME_REVERSE;
        attrs.fg = attrs.bg = THEME_COLOR_DEFAULT;
        return attrs;
    }

    if (attrs.fg >= FIRST_CUBE)
        attrs.fg = nearest_of_16(attrs.fg);
    if (attrs.bg >= FIRST_CUBE)
        attrs.bg = nearest_of_16(attrs.bg);
    if (n_colors < 16)
        attrs = reduce_to_8(attrs);
    if (attrs.fg == attrs.bg && attrs.fg != THEME_COLOR_DEFAULT)
        attrs.fg = THEME_COLOR_DEFAULT;
    return attrs;
}
