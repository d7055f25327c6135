/* SPDX-License-Identifier: ISC */
/*
 * element - the elements and attributes of HTML that mean something here
 *
 * One table says of every element whether it parts paragraphs, is part of one,
 * or is not shown, which block it makes, and which roles its text has. What is
 * not in the table is ELEMENT_OTHER: unknown, so its text stays and nothing
 * else. parse/flow.h gives the rest of the meaning.
 */
#ifndef PARSE_ELEMENT_H
#define PARSE_ELEMENT_H

#include "base/str.h"
#include "model/article.h"

#include <stdbool.h>
#include <stdint.h>

enum element_layout {
    ELEMENT_INLINE, /* part of a paragraph */
    ELEMENT_BLOCK,  /* ends the paragraph before it and the one in it */
    ELEMENT_VOID,   /* has no content */
    ELEMENT_HIDDEN, /* neither it nor its content is shown */
};

/*
 * X(constant, name, layout, block or BLOCK_DOC for none, roles), but for the
 * first sorted by name.
 */
#define ELEMENTS(X)                                                            \
    X(ELEMENT_OTHER, "", INLINE, DOC, 0)                                       \
    X(ELEMENT_A, "a", INLINE, DOC, 0)                                          \
    X(ELEMENT_ADDRESS, "address", BLOCK, DOC, ROLE_EM)                         \
    X(ELEMENT_ANNOTATION, "annotation", HIDDEN, DOC, 0)                        \
    X(ELEMENT_ANNOTATION_XML, "annotation-xml", HIDDEN, DOC, 0)                \
    X(ELEMENT_AREA, "area", VOID, DOC, 0)                                      \
    X(ELEMENT_ARTICLE, "article", BLOCK, DOC, 0)                               \
    X(ELEMENT_ASIDE, "aside", BLOCK, DOC, 0)                                   \
    X(ELEMENT_AUDIO, "audio", INLINE, DOC, 0)                                  \
    X(ELEMENT_B, "b", INLINE, DOC, ROLE_STRONG)                                \
    X(ELEMENT_BASE, "base", HIDDEN, DOC, 0)                                    \
    X(ELEMENT_BLOCKQUOTE, "blockquote", BLOCK, QUOTE, 0)                       \
    X(ELEMENT_BODY, "body", BLOCK, DOC, 0)                                     \
    X(ELEMENT_BR, "br", VOID, DOC, 0)                                          \
    X(ELEMENT_CAPTION, "caption", BLOCK, CAPTION, 0)                           \
    X(ELEMENT_CENTER, "center", BLOCK, DOC, 0)                                 \
    X(ELEMENT_CITE, "cite", INLINE, DOC, ROLE_EM)                              \
    X(ELEMENT_CODE, "code", INLINE, DOC, ROLE_CODE)                            \
    X(ELEMENT_COL, "col", HIDDEN, DOC, 0)                                      \
    X(ELEMENT_COLGROUP, "colgroup", HIDDEN, DOC, 0)                            \
    X(ELEMENT_DATALIST, "datalist", HIDDEN, DOC, 0)                            \
    X(ELEMENT_DD, "dd", BLOCK, DEFINITION, 0)                                  \
    X(ELEMENT_DEL, "del", INLINE, DOC, ROLE_STRIKE)                            \
    X(ELEMENT_DETAILS, "details", BLOCK, DETAILS, 0)                           \
    X(ELEMENT_DFN, "dfn", INLINE, DOC, ROLE_EM)                                \
    X(ELEMENT_DIALOG, "dialog", BLOCK, DOC, 0)                                 \
    X(ELEMENT_DIR, "dir", BLOCK, LIST, 0)                                      \
    X(ELEMENT_DIV, "div", BLOCK, DOC, 0)                                       \
    X(ELEMENT_DL, "dl", BLOCK, TERMS, 0)                                       \
    X(ELEMENT_DT, "dt", BLOCK, TERM, 0)                                        \
    X(ELEMENT_EM, "em", INLINE, DOC, ROLE_EM)                                  \
    X(ELEMENT_EMBED, "embed", VOID, DOC, 0)                                    \
    X(ELEMENT_FIELDSET, "fieldset", BLOCK, DOC, 0)                             \
    X(ELEMENT_FIGCAPTION, "figcaption", BLOCK, CAPTION, 0)                     \
    X(ELEMENT_FIGURE, "figure", BLOCK, FIGURE, 0)                              \
    X(ELEMENT_FOOTER, "footer", BLOCK, DOC, 0)                                 \
    X(ELEMENT_FORM, "form", BLOCK, DOC, 0)                                     \
    X(ELEMENT_FRAME, "frame", VOID, DOC, 0)                                    \
    X(ELEMENT_FRAMESET, "frameset", BLOCK, DOC, 0)                             \
    X(ELEMENT_H1, "h1", BLOCK, HEADING, 0)                                     \
    X(ELEMENT_H2, "h2", BLOCK, HEADING, 0)                                     \
    X(ELEMENT_H3, "h3", BLOCK, HEADING, 0)                                     \
    X(ELEMENT_H4, "h4", BLOCK, HEADING, 0)                                     \
    X(ELEMENT_H5, "h5", BLOCK, HEADING, 0)                                     \
    X(ELEMENT_H6, "h6", BLOCK, HEADING, 0)                                     \
    X(ELEMENT_HEAD, "head", HIDDEN, DOC, 0)                                    \
    X(ELEMENT_HEADER, "header", BLOCK, DOC, 0)                                 \
    X(ELEMENT_HGROUP, "hgroup", BLOCK, DOC, 0)                                 \
    X(ELEMENT_HR, "hr", VOID, RULE, 0)                                         \
    X(ELEMENT_HTML, "html", BLOCK, DOC, 0)                                     \
    X(ELEMENT_I, "i", INLINE, DOC, ROLE_EM)                                    \
    X(ELEMENT_IFRAME, "iframe", INLINE, DOC, 0)                                \
    X(ELEMENT_IMG, "img", VOID, DOC, ROLE_IMAGE)                               \
    X(ELEMENT_INPUT, "input", VOID, DOC, 0)                                    \
    X(ELEMENT_INS, "ins", INLINE, DOC, ROLE_INSERT)                            \
    X(ELEMENT_KBD, "kbd", INLINE, DOC, ROLE_KBD)                               \
    X(ELEMENT_LEGEND, "legend", BLOCK, DOC, ROLE_STRONG)                       \
    X(ELEMENT_LI, "li", BLOCK, ITEM, 0)                                        \
    X(ELEMENT_LINK, "link", HIDDEN, DOC, 0)                                    \
    X(ELEMENT_LISTING, "listing", BLOCK, CODE, 0)                              \
    X(ELEMENT_MAIN, "main", BLOCK, DOC, 0)                                     \
    X(ELEMENT_MARK, "mark", INLINE, DOC, ROLE_MARK)                            \
    X(ELEMENT_MENU, "menu", BLOCK, LIST, 0)                                    \
    X(ELEMENT_META, "meta", HIDDEN, DOC, 0)                                    \
    X(ELEMENT_NAV, "nav", BLOCK, DOC, 0)                                       \
    X(ELEMENT_NOEMBED, "noembed", HIDDEN, DOC, 0)                              \
    X(ELEMENT_NOFRAMES, "noframes", BLOCK, DOC, 0)                             \
    X(ELEMENT_OBJECT, "object", INLINE, DOC, 0)                                \
    X(ELEMENT_OL, "ol", BLOCK, LIST, 0)                                        \
    X(ELEMENT_P, "p", BLOCK, DOC, 0)                                           \
    X(ELEMENT_PARAM, "param", HIDDEN, DOC, 0)                                  \
    X(ELEMENT_PLAINTEXT, "plaintext", BLOCK, CODE, 0)                          \
    X(ELEMENT_PRE, "pre", BLOCK, CODE, 0)                                      \
    X(ELEMENT_Q, "q", INLINE, DOC, 0)                                          \
    X(ELEMENT_RP, "rp", HIDDEN, DOC, 0)                                        \
    X(ELEMENT_RT, "rt", INLINE, DOC, 0)                                        \
    X(ELEMENT_S, "s", INLINE, DOC, ROLE_STRIKE)                                \
    X(ELEMENT_SAMP, "samp", INLINE, DOC, ROLE_CODE)                            \
    X(ELEMENT_SCRIPT, "script", HIDDEN, DOC, 0)                                \
    X(ELEMENT_SEARCH, "search", BLOCK, DOC, 0)                                 \
    X(ELEMENT_SECTION, "section", BLOCK, DOC, 0)                               \
    X(ELEMENT_SELECT, "select", HIDDEN, DOC, 0)                                \
    X(ELEMENT_SMALL, "small", INLINE, DOC, 0)                                  \
    X(ELEMENT_SOURCE, "source", VOID, DOC, 0)                                  \
    X(ELEMENT_STRIKE, "strike", INLINE, DOC, ROLE_STRIKE)                      \
    X(ELEMENT_STRONG, "strong", INLINE, DOC, ROLE_STRONG)                      \
    X(ELEMENT_STYLE, "style", HIDDEN, DOC, 0)                                  \
    X(ELEMENT_SUB, "sub", INLINE, DOC, ROLE_SUB)                               \
    X(ELEMENT_SUMMARY, "summary", BLOCK, SUMMARY, 0)                           \
    X(ELEMENT_SUP, "sup", INLINE, DOC, ROLE_SUP)                               \
    X(ELEMENT_SVG, "svg", HIDDEN, DOC, 0)                                      \
    X(ELEMENT_TABLE, "table", BLOCK, TABLE, 0)                                 \
    X(ELEMENT_TBODY, "tbody", BLOCK, DOC, 0)                                   \
    X(ELEMENT_TD, "td", BLOCK, CELL, 0)                                        \
    X(ELEMENT_TEMPLATE, "template", HIDDEN, DOC, 0)                            \
    X(ELEMENT_TEXTAREA, "textarea", HIDDEN, DOC, 0)                            \
    X(ELEMENT_TFOOT, "tfoot", BLOCK, DOC, 0)                                   \
    X(ELEMENT_TH, "th", BLOCK, CELL, 0)                                        \
    X(ELEMENT_THEAD, "thead", BLOCK, DOC, 0)                                   \
    X(ELEMENT_TITLE, "title", HIDDEN, DOC, 0)                                  \
    X(ELEMENT_TR, "tr", BLOCK, ROW, 0)                                         \
    X(ELEMENT_TRACK, "track", HIDDEN, DOC, 0)                                  \
    X(ELEMENT_TT, "tt", INLINE, DOC, ROLE_CODE)                                \
    X(ELEMENT_U, "u", INLINE, DOC, ROLE_INSERT)                                \
    X(ELEMENT_UL, "ul", BLOCK, LIST, 0)                                        \
    X(ELEMENT_VAR, "var", INLINE, DOC, ROLE_EM)                                \
    X(ELEMENT_VIDEO, "video", INLINE, DOC, 0)                                  \
    X(ELEMENT_WBR, "wbr", VOID, DOC, 0)                                        \
    X(ELEMENT_XMP, "xmp", BLOCK, CODE, 0)

enum element {
#define X(constant, name, layout, block, roles) constant,
    ELEMENTS(X)
#undef X
    ELEMENT_COUNT
};

/* X(constant, name), sorted by name. */
#define ELEMENT_ATTRS(X)                                                       \
    X(ATTR_ALIGN, "align")                                                     \
    X(ATTR_ALLOWFULLSCREEN, "allowfullscreen")                                 \
    X(ATTR_ALT, "alt")                                                         \
    X(ATTR_ARIA_HIDDEN, "aria-hidden")                                         \
    X(ATTR_ARIA_LABEL, "aria-label")                                           \
    X(ATTR_CHECKED, "checked")                                                 \
    X(ATTR_CLASS, "class")                                                     \
    X(ATTR_COLSPAN, "colspan")                                                 \
    X(ATTR_DATA, "data")                                                       \
    X(ATTR_NOTE_BACK, "data-footnote-backref")                                 \
    X(ATTR_NOTE_REF, "data-footnote-ref")                                      \
    X(ATTR_NOTES, "data-footnotes")                                            \
    X(ATTR_DATA_LANG, "data-lang")                                             \
    X(ATTR_DATA_LANGUAGE, "data-language")                                     \
    X(ATTR_SOURCEPOS, "data-sourcepos")                                        \
    X(ATTR_HEIGHT, "height")                                                   \
    X(ATTR_HIDDEN, "hidden")                                                   \
    X(ATTR_HREF, "href")                                                       \
    X(ATTR_ID, "id")                                                           \
    X(ATTR_LANG, "lang")                                                       \
    X(ATTR_NAME, "name")                                                       \
    X(ATTR_OPEN, "open")                                                       \
    X(ATTR_REL, "rel")                                                         \
    X(ATTR_REVERSED, "reversed")                                               \
    X(ATTR_ROLE, "role")                                                       \
    X(ATTR_ROWSPAN, "rowspan")                                                 \
    X(ATTR_SRC, "src")                                                         \
    X(ATTR_START, "start")                                                     \
    X(ATTR_STYLE, "style")                                                     \
    X(ATTR_TITLE, "title")                                                     \
    X(ATTR_TYPE, "type")                                                       \
    X(ATTR_VALUE, "value")                                                     \
    X(ATTR_WIDTH, "width")

enum attr_name {
#define X(constant, name) constant,
    ELEMENT_ATTRS(X)
#undef X
    ATTR_COUNT
};

/* The attributes of one element, each name at most once. */
struct attrs {
    uint32_t n;
    struct attr {
        enum attr_name name;
        struct str value; /* decoded */
    } list[ATTR_COUNT];
};

struct element_info {
    const char *name;
    uint8_t layout; /* enum element_layout */
    uint8_t block;  /* enum block_kind; BLOCK_DOC: makes no block */
    uint16_t roles;
};

/*
 * Returns what the table says of e.
 */
const struct element_info *element_info(enum element e);

/*
 * Returns the element called name, in ASCII letters of either case, or
 * ELEMENT_OTHER. Takes logarithmic time.
 */
enum element element_find(struct str name);

/*
 * Returns the attribute called name, in lower case, or ATTR_COUNT.
 */
enum attr_name element_find_attr(struct str name);

/*
 * Adds an attribute to attrs, which must not have it yet.
 */
void element_add_attr(
    struct attrs *attrs, enum attr_name name, struct str value);

/*
 * Returns the value of the attribute name: empty when there is none, and with
 * ptr NULL, so that one without a value can be told from it.
 */
struct str element_attr(const struct attrs *attrs, enum attr_name name);

/*
 * Tells whether attrs has the attribute name at all.
 */
bool element_has_attr(const struct attrs *attrs, enum attr_name name);

/*
 * Tells whether the word is among those of the class attribute.
 */
bool element_has_class(const struct attrs *attrs, struct str word);

/*
 * Returns the number that an attribute begins with, no further from 0 than a
 * billion, or fallback when it is none.
 */
int32_t element_number(
    const struct attrs *attrs, enum attr_name name, int32_t fallback);

#endif
