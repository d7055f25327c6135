/* SPDX-License-Identifier: ISC */
/*
 * ornament - what stands in a text for the screen of a browser only
 *
 * The words are class names of widespread software, each of which means one
 * thing: Sphinx, MkDocs, Docusaurus and their like put signs into headings,
 * Pygments, Rouge, Chroma and highlight.js number lines, ai2html lays words over
 * drawings, MathJax draws formulas beside the script that holds their source.
 */
#include "ornament.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "node.h"

enum {
    MAX_GUTTER = 1 << 16, /* bytes of numbers beside one piece of code */
    MAX_SIGN = 40         /* bytes of a sign beside a heading */
};

enum what {
    WHAT_EDIT,   /* leads to the source of a section */
    WHAT_ICON,   /* its text is the name of a picture, or stands in one */
    WHAT_NUMBER, /* of a line */
    WHAT_DRAWN,  /* a formula that a script behind it holds */
    WHAT_NONE
};

static enum what
look_up(struct str word)
{
    static const struct {
        struct str word;
        enum what what;
    } words[] = {
        {STR_INIT("mw-editsection"), WHAT_EDIT},
        {STR_INIT("material-icons"), WHAT_ICON},
        {STR_INIT("material-icons-outlined"), WHAT_ICON},
        {STR_INIT("material-icons-round"), WHAT_ICON},
        {STR_INIT("material-symbols-outlined"), WHAT_ICON},
        {STR_INIT("material-symbols-rounded"), WHAT_ICON},
        {STR_INIT("material-symbols-sharp"), WHAT_ICON},
        {STR_INIT("g-aiAbs"), WHAT_ICON},
        {STR_INIT("lineno"), WHAT_NUMBER},
        {STR_INIT("linenos"), WHAT_NUMBER},
        {STR_INIT("linenumber"), WHAT_NUMBER},
        {STR_INIT("line-number"), WHAT_NUMBER},
        {STR_INIT("line-numbers"), WHAT_NUMBER},
        {STR_INIT("line-numbers-rows"), WHAT_NUMBER},
        {STR_INIT("hljs-ln-numbers"), WHAT_NUMBER},
        {STR_INIT("react-syntax-highlighter-line-number"), WHAT_NUMBER},
        {STR_INIT("ln"), WHAT_NUMBER},
        {STR_INIT("lnt"), WHAT_NUMBER},
        {STR_INIT("gutter"), WHAT_NUMBER},
        {STR_INIT("rouge-gutter"), WHAT_NUMBER},
        {STR_INIT("blob-num"), WHAT_NUMBER},
        {STR_INIT("MathJax_Preview"), WHAT_DRAWN},
        {STR_INIT("MathJax"), WHAT_DRAWN},
        {STR_INIT("MathJax_Display"), WHAT_DRAWN},
        {STR_INIT("MathJax_CHTML"), WHAT_DRAWN},
        {STR_INIT("MathJax_SVG"), WHAT_DRAWN},
        {STR_INIT("MathJax_SVG_Display"), WHAT_DRAWN},
        {STR_INIT("mjx-chtml"), WHAT_DRAWN},
    };

    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_eq(word, words[i].word))
            return words[i].what;
    return WHAT_NONE;
}

static bool
is_blank(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

bool
ornament_is_gutter(const GumboNode *node)
{
    struct buf text = {0};
    bool is_gutter = true;

    node_add_text(node, MAX_GUTTER, &text);
    for (size_t i = 0; i < text.len && is_gutter; i++)
        is_gutter =
            is_blank(text.ptr[i]) || (text.ptr[i] >= '0' && text.ptr[i] <= '9');
    buf_done(&text);
    return is_gutter;
}

bool
ornament_is_icon(struct str s)
{
    bool has_icon = false;

    while (s.len > 0) {
        uint32_t cp;
        size_t n = utf8_decode(s.ptr, s.len, &cp);
        if (cp >= 0xE000 && cp <= 0xF8FF)
            has_icon = true;
        else if (cp > ' ' && cp != 0xA0)
            return false;
        s = str_slice(s, n, s.len);
    }
    return has_icon;
}

/*
 * Tells whether the source of a formula follows the element that shows it, as
 * MathJax 2 leaves it: a preview, what it has drawn, the script.
 */
static bool
precedes_source(const GumboNode *node)
{
    for (unsigned i = 0; i < 2 && (node = node_after(node)); i++)
        if (node_is(node, GUMBO_TAG_SCRIPT))
            return str_starts(node_attr(node, "type"), STR("math/tex"));
    return false;
}

/*
 * Tells whether a node is a heading or a term.
 */
static bool
is_title(const GumboNode *node)
{
    return node->type == GUMBO_NODE_ELEMENT &&
           ((node->v.element.tag >= GUMBO_TAG_H1 &&
                node->v.element.tag <= GUMBO_TAG_H6) ||
               node->v.element.tag == GUMBO_TAG_DT);
}

/*
 * Tells whether s says nothing: no letter and no digit, or one of the phrases
 * that stand there for those who do not see the sign.
 */
static bool
is_sign(struct str s)
{
    static const struct str phrases[] = {STR_INIT("link to this heading"),
        STR_INIT("permalink"), STR_INIT("permanent link"), STR_INIT("anchor"),
        STR_INIT("direct link"), STR_INIT("copy link"), STR_INIT("link")};
    bool is_sign = true;

    s = str_trim(s);
    for (size_t i = 0; i < sizeof phrases / sizeof *phrases; i++)
        if (str_eq_nocase(s, phrases[i]))
            return true;
    for (struct str rest = s; rest.len > 0 && is_sign;) {
        uint32_t cp;
        size_t n = utf8_decode(rest.ptr, rest.len, &cp);
        is_sign = (cp < 0x80 && !(cp >= '0' && cp <= '9') &&
                      !((cp | 0x20) >= 'a' && (cp | 0x20) <= 'z')) ||
                  cp == 0xA0 || cp == 0xA7 || cp == 0xB6 ||
                  (cp >= 0x2000 && cp <= 0x2BFF) || cp == 0xFE0F ||
                  (cp >= 0xE000 && cp <= 0xF8FF) || cp == 0x1F517;
        rest = str_slice(rest, n, rest.len);
    }
    return is_sign;
}

/*
 * Tells whether a link is the sign beside a heading from which its address can
 * be copied, or that address.
 */
static bool
is_permalink(const GumboNode *node, const struct attrs *attrs)
{
    struct str href = element_attr(attrs, ATTR_HREF);
    size_t hash = str_find(href, STR("#"), 0);
    struct buf text = {0};

    if (!is_title(node->parent) || hash == href.len)
        return false;
    for (const GumboNode *n = node; n; n = node_next(n, node, true))
        if (node_is(n, GUMBO_TAG_IMG))
            return false;
    node_add_text(node, MAX_SIGN, &text);
    bool is_permalink =
        is_sign(buf_str(&text)) ||
        str_eq(str_trim(buf_str(&text)), str_slice(href, hash, href.len));
    buf_done(&text);
    return is_permalink;
}

bool
ornament_is(const GumboNode *node, const struct attrs *attrs)
{
    struct str classes = element_attr(attrs, ATTR_CLASS);

    if (node->v.element.tag == GUMBO_TAG_A && is_permalink(node, attrs))
        return true;
    for (;;) {
        struct str word = str_next_word(&classes);
        if (word.len == 0)
            return false;
        switch (look_up(word)) {
        case WHAT_EDIT:
        case WHAT_ICON:
            return true;
        case WHAT_NUMBER:
            if (ornament_is_gutter(node))
                return true;
            break;
        case WHAT_DRAWN:
            if (precedes_source(node))
                return true;
            break;
        case WHAT_NONE:
            break;
        }
    }
}
