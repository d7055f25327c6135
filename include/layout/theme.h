/* SPDX-License-Identifier: ISC */
/*
 * theme - what each part of an article looks like
 *
 * A theme gives attributes and colors to theme keys. Keys name parts of an
 * article (from the layout) and parts of the screen (from the views); spans add
 * the looks of their roles. Everything is readable without any color: colors
 * only add. Colors are numbers of the 256-color palette; fewer are made by
 * theme_reduce().
 */
#ifndef LAYOUT_THEME_H
#define LAYOUT_THEME_H

#include "model/article.h"

#include <stdbool.h>
#include <stdint.h>

#define THEME_COLOR_DEFAULT (-1)

enum {
    THEME_BOLD = 1 << 0,
    THEME_DIM = 1 << 1,
    THEME_ITALIC = 1 << 2,
    THEME_UNDERLINE = 1 << 3,
    THEME_REVERSE = 1 << 4,
    THEME_STRIKE = 1 << 5,
};

struct attrs {
    int16_t fg, bg; /* 0 to 255, or THEME_COLOR_DEFAULT */
    uint16_t bits;  /* set of THEME_ bits */
};

/* X(constant, name in theme files, fg, bg, bits) of the default theme */
#define THEME_KEYS(X)                                                          \
    X(THEME_TEXT, "text", -1, -1, 0)                                           \
    X(THEME_TITLE, "title", -1, -1, THEME_BOLD)                                \
    X(THEME_BYLINE, "byline", 8, -1, 0)                                        \
    X(THEME_NOTICE, "notice", 3, -1, 0)                                        \
    X(THEME_HEADING1, "heading1", 4, -1, THEME_BOLD)                           \
    X(THEME_HEADING2, "heading2", 4, -1, THEME_BOLD)                           \
    X(THEME_HEADING3, "heading3", 6, -1, THEME_BOLD)                           \
    X(THEME_HEADING4, "heading4", 6, -1, THEME_ITALIC)                         \
    X(THEME_MARKER, "marker", 4, -1, 0)                                        \
    X(THEME_QUOTE, "quote", -1, -1, THEME_ITALIC)                              \
    X(THEME_BAR, "bar", 8, -1, 0)                                              \
    X(THEME_CODE, "code", 2, -1, 0)                                            \
    X(THEME_RULE, "rule", 8, -1, 0)                                            \
    X(THEME_BORDER, "border", 8, -1, 0)                                        \
    X(THEME_TABLE_HEAD, "table-head", -1, -1, THEME_BOLD)                      \
    X(THEME_CAPTION, "caption", 8, -1, THEME_ITALIC)                           \
    X(THEME_TERM, "term", -1, -1, THEME_BOLD)                                  \
    X(THEME_FOLD, "fold", 5, -1, 0)                                            \
    X(THEME_ADDRESS, "address", 8, -1, 0)                                      \
    X(THEME_FOOT, "foot", 4, -1, 0)                                            \
    X(THEME_LINK, "link", 4, -1, THEME_UNDERLINE)                              \
    X(THEME_IMAGE, "image", 5, -1, THEME_ITALIC)                               \
    X(THEME_KEY_CAP, "key-cap", -1, -1, THEME_REVERSE)                         \
    X(THEME_MARKED, "marked", 0, 3, 0)                                         \
    X(THEME_MATCH, "match", 0, 3, 0)                                           \
    X(THEME_MATCH_HERE, "match-here", 0, 11, THEME_BOLD)                       \
    X(THEME_FOCUS, "focus", -1, -1, THEME_REVERSE)                             \
    X(THEME_STATUS, "status", -1, -1, THEME_REVERSE)                           \
    X(THEME_STATUS_ERROR, "status-error", 1, -1, THEME_REVERSE | THEME_BOLD)   \
    X(THEME_PANEL, "panel", -1, -1, 0)                                         \
    X(THEME_PANEL_HERE, "panel-here", -1, -1, THEME_BOLD | THEME_REVERSE)      \
    X(THEME_HINT, "hint", 0, 11, THEME_BOLD)

enum theme_key {
#define X(constant, name, fg, bg, bits) constant,
    THEME_KEYS(X)
#undef X
    THEME_KEY_COUNT
};

struct theme {
    struct attrs keys[THEME_KEY_COUNT];
};

/*
 * Returns the built-in theme.
 */
const struct theme *theme_default(void);

/*
 * Returns how a run looks: the key's attributes, with those of its roles and,
 * if is_link, those of a link on top.
 */
struct attrs theme_attrs(
    const struct theme *t, enum theme_key key, uint32_t roles, bool is_link);

/*
 * Returns attrs over under: a color that is not default and every bit of over
 * win.
 */
struct attrs theme_over(struct attrs under, struct attrs over);

/*
 * Returns attrs for a terminal with only n_colors colors (256, 16, 8, 0). Where
 * a background cannot be had, reverse stands for it.
 */
struct attrs theme_reduce(struct attrs attrs, int n_colors);

#endif
