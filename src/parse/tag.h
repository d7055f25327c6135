/* SPDX-License-Identifier: ISC */
/*
 * tag - finds the tags in HTML text
 *
 * Steps from tag to tag as the tokenizer of the HTML standard (13.2.5) does,
 * over comments and the text of scripts, without decoding anything; and knows
 * what the rules for trees (13.2.6) say of names.
 */
#ifndef PARSE_TAG_H
#define PARSE_TAG_H

#include "base/str.h"

#include <stdbool.h>
#include <stdint.h>

/* What the rules say of a name: a set of these. */
enum {
    TAG_IS_VOID = 1 << 0,
    TAG_IS_RAW = 1 << 1,     /* what it holds is text up to its end tag */
    TAG_IS_FORMAT = 1 << 2,  /* its end tag reaches over block elements */
    TAG_IS_SPECIAL = 1 << 3, /* end tags of unknown names stop here */
    TAG_IS_SCOPE = 1 << 4,   /* no end tag but a table's reaches over it */
    TAG_ENDS_P = 1 << 5,     /* its start tag ends a paragraph */
    TAG_IS_FOREIGN = 1 << 6, /* in it <x/> is closed and CDATA is known */
    TAG_IS_SINGLE = 1 << 7,  /* one is open always, more have no meaning */
    TAG_IS_BLOCK = 1 << 8,   /* white space beside its tags is not shown */
};

enum {
    TAG_BLOCK = TAG_IS_SPECIAL | TAG_ENDS_P | TAG_IS_BLOCK,
    TAG_WALL = TAG_IS_SPECIAL | TAG_IS_SCOPE,
    TAG_PAGE = TAG_IS_SINGLE | TAG_IS_BLOCK,
    TAG_CELL = TAG_WALL | TAG_IS_BLOCK,
    TAG_CELLS = TAG_IS_SPECIAL | TAG_IS_BLOCK,
};

/* X(constant, name, set), sorted by name. */
#define TAGS(X)                                                                \
    X(TAG_A, "a", TAG_IS_FORMAT)                                               \
    X(TAG_ADDRESS, "address", TAG_BLOCK)                                       \
    X(TAG_APPLET, "applet", TAG_WALL)                                          \
    X(TAG_AREA, "area", TAG_IS_VOID)                                           \
    X(TAG_ARTICLE, "article", TAG_BLOCK)                                       \
    X(TAG_ASIDE, "aside", TAG_BLOCK)                                           \
    X(TAG_B, "b", TAG_IS_FORMAT)                                               \
    X(TAG_BASE, "base", TAG_IS_VOID)                                           \
    X(TAG_BIG, "big", TAG_IS_FORMAT)                                           \
    X(TAG_BLOCKQUOTE, "blockquote", TAG_BLOCK)                                 \
    X(TAG_BODY, "body", TAG_PAGE)                                              \
    X(TAG_BR, "br", TAG_IS_VOID)                                               \
    X(TAG_BUTTON, "button", TAG_IS_SPECIAL)                                    \
    X(TAG_CAPTION, "caption", TAG_CELL)                                        \
    X(TAG_CENTER, "center", TAG_BLOCK)                                         \
    X(TAG_CODE, "code", TAG_IS_FORMAT)                                         \
    X(TAG_COL, "col", TAG_IS_VOID)                                             \
    X(TAG_COLGROUP, "colgroup", TAG_CELLS)                                     \
    X(TAG_DD, "dd", TAG_BLOCK)                                                 \
    X(TAG_DETAILS, "details", TAG_BLOCK)                                       \
    X(TAG_DIR, "dir", TAG_BLOCK)                                               \
    X(TAG_DIV, "div", TAG_BLOCK)                                               \
    X(TAG_DL, "dl", TAG_BLOCK)                                                 \
    X(TAG_DT, "dt", TAG_BLOCK)                                                 \
    X(TAG_EM, "em", TAG_IS_FORMAT)                                             \
    X(TAG_EMBED, "embed", TAG_IS_VOID)                                         \
    X(TAG_FIELDSET, "fieldset", TAG_BLOCK)                                     \
    X(TAG_FIGCAPTION, "figcaption", TAG_BLOCK)                                 \
    X(TAG_FIGURE, "figure", TAG_BLOCK)                                         \
    X(TAG_FONT, "font", TAG_IS_FORMAT)                                         \
    X(TAG_FOOTER, "footer", TAG_BLOCK)                                         \
    X(TAG_FORM, "form", TAG_BLOCK)                                             \
    X(TAG_FRAME, "frame", TAG_IS_VOID)                                         \
    X(TAG_H1, "h1", TAG_BLOCK)                                                 \
    X(TAG_H2, "h2", TAG_BLOCK)                                                 \
    X(TAG_H3, "h3", TAG_BLOCK)                                                 \
    X(TAG_H4, "h4", TAG_BLOCK)                                                 \
    X(TAG_H5, "h5", TAG_BLOCK)                                                 \
    X(TAG_H6, "h6", TAG_BLOCK)                                                 \
    X(TAG_HEAD, "head", TAG_PAGE)                                              \
    X(TAG_HEADER, "header", TAG_BLOCK)                                         \
    X(TAG_HGROUP, "hgroup", TAG_BLOCK)                                         \
    X(TAG_HR, "hr", TAG_IS_VOID | TAG_ENDS_P | TAG_IS_BLOCK)                   \
    X(TAG_HTML, "html", TAG_PAGE)                                              \
    X(TAG_I, "i", TAG_IS_FORMAT)                                               \
    X(TAG_IFRAME, "iframe", TAG_IS_RAW)                                        \
    X(TAG_IMAGE, "image", TAG_IS_VOID)                                         \
    X(TAG_IMG, "img", TAG_IS_VOID)                                             \
    X(TAG_INPUT, "input", TAG_IS_VOID)                                         \
    X(TAG_KEYGEN, "keygen", TAG_IS_VOID)                                       \
    X(TAG_LI, "li", TAG_BLOCK)                                                 \
    X(TAG_LINK, "link", TAG_IS_VOID)                                           \
    X(TAG_LISTING, "listing", TAG_BLOCK)                                       \
    X(TAG_MAIN, "main", TAG_BLOCK)                                             \
    X(TAG_MARQUEE, "marquee", TAG_WALL)                                        \
    X(TAG_MATH, "math", TAG_IS_FOREIGN)                                        \
    X(TAG_MENU, "menu", TAG_BLOCK)                                             \
    X(TAG_META, "meta", TAG_IS_VOID)                                           \
    X(TAG_NAV, "nav", TAG_BLOCK)                                               \
    X(TAG_NOBR, "nobr", TAG_IS_FORMAT)                                         \
    X(TAG_NOEMBED, "noembed", TAG_IS_RAW)                                      \
    X(TAG_NOFRAMES, "noframes", TAG_IS_RAW)                                    \
    X(TAG_NOSCRIPT, "noscript", 0)                                             \
    X(TAG_OBJECT, "object", TAG_WALL)                                          \
    X(TAG_OL, "ol", TAG_BLOCK)                                                 \
    X(TAG_OPTGROUP, "optgroup", 0)                                             \
    X(TAG_OPTION, "option", 0)                                                 \
    X(TAG_P, "p", TAG_BLOCK)                                                   \
    X(TAG_PARAM, "param", TAG_IS_VOID)                                         \
    X(TAG_PLAINTEXT, "plaintext", TAG_IS_RAW)                                  \
    X(TAG_PRE, "pre", TAG_BLOCK)                                               \
    X(TAG_RP, "rp", 0)                                                         \
    X(TAG_RT, "rt", 0)                                                         \
    X(TAG_S, "s", TAG_IS_FORMAT)                                               \
    X(TAG_SCRIPT, "script", TAG_IS_RAW)                                        \
    X(TAG_SECTION, "section", TAG_BLOCK)                                       \
    X(TAG_SELECT, "select", TAG_IS_SPECIAL)                                    \
    X(TAG_SMALL, "small", TAG_IS_FORMAT)                                       \
    X(TAG_SOURCE, "source", TAG_IS_VOID)                                       \
    X(TAG_STRIKE, "strike", TAG_IS_FORMAT)                                     \
    X(TAG_STRONG, "strong", TAG_IS_FORMAT)                                     \
    X(TAG_STYLE, "style", TAG_IS_RAW)                                          \
    X(TAG_SUMMARY, "summary", TAG_BLOCK)                                       \
    X(TAG_SVG, "svg", TAG_IS_FOREIGN)                                          \
    X(TAG_TABLE, "table", TAG_CELL | TAG_ENDS_P)                               \
    X(TAG_TBODY, "tbody", TAG_CELLS)                                           \
    X(TAG_TD, "td", TAG_CELL)                                                  \
    X(TAG_TEMPLATE, "template", TAG_WALL)                                      \
    X(TAG_TEXTAREA, "textarea", TAG_IS_RAW)                                    \
    X(TAG_TFOOT, "tfoot", TAG_CELLS)                                           \
    X(TAG_TH, "th", TAG_CELL)                                                  \
    X(TAG_THEAD, "thead", TAG_CELLS)                                           \
    X(TAG_TITLE, "title", TAG_IS_RAW)                                          \
    X(TAG_TR, "tr", TAG_CELLS)                                                 \
    X(TAG_TRACK, "track", TAG_IS_VOID)                                         \
    X(TAG_TT, "tt", TAG_IS_FORMAT)                                             \
    X(TAG_U, "u", TAG_IS_FORMAT)                                               \
    X(TAG_UL, "ul", TAG_BLOCK)                                                 \
    X(TAG_WBR, "wbr", TAG_IS_VOID)                                             \
    X(TAG_XMP, "xmp", TAG_IS_RAW)

enum tag_name {
#define X(constant, name, set) constant,
    TAGS(X)
#undef X
    TAG_KNOWN, /* names from here on are hashes of unknown ones */
    TAG_NAMES = 1 << 12
};

struct tag {
    size_t start, end; /* of all of it, in the text */
    size_t attrs_end;  /* behind the last attribute that is allowed */
    uint16_t name;     /* enum tag_name */
    uint16_t set;      /* what the rules say of the name */
    bool is_end;
    bool is_self_closed; /* <x/> */
};

/*
 * Finds the next tag of html at or after offset at; false when there is none
 * before the end. attrs_end is behind the first max_attrs attributes, or where
 * the last one ends. is_foreign says that the offset is inside SVG or MathML.
 */
bool tag_find(struct str html, size_t at, uint32_t max_attrs, bool is_foreign,
    struct tag *out);

/*
 * Returns where the text that a start tag of the kind TAG_IS_RAW holds ends:
 * at its end tag or the end of html.
 */
size_t tag_skip_raw(struct str html, const struct tag *tag);

#endif
