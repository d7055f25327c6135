/* SPDX-License-Identifier: ISC */
/*
 * mathml - a formula that is drawn, as text
 *
 * The elements are walked once, by functions that call each other: how deep
 * they nest is limited before they are parsed (parse/nesting.h). What is more
 * than one sign gets brackets where a line of text needs them; blanks come from
 * what signs are: "=" and "+" have one on either side, "," has one behind it, a
 * name has one before it.
 */
#include "mathml.h"

#include "base/utf8.h"
#include "node.h"

enum shape {
    SHAPE_PLAIN, /* children one after the other */
    SHAPE_TOKEN,
    SHAPE_FRACTION,
    SHAPE_SUP,
    SHAPE_SUB,
    SHAPE_BOTH, /* below, then above */
    SHAPE_OVER,
    SHAPE_ROOT,
    SHAPE_POWER_ROOT,
    SHAPE_FENCED,
    SHAPE_TABLE,
    SHAPE_ROW,
    SHAPE_SPACE,
    SHAPE_FIRST, /* only the first child is shown */
    SHAPE_HIDDEN,
};

/* How the last thing in the text stands to what comes. */
enum end {
    END_OPEN, /* nothing, a sign that begins something, or a blank */
    END_SIGN,
    END_NAME,   /* of more than one letter */
    END_SCRIPT, /* small, above or below */
};

struct writer {
    struct buf *out;
    size_t start; /* of the formula in out */
    enum end end;
    unsigned n_scripts; /* open: small things are written without blanks */
};

static enum shape
shape_of(const GumboNode *node)
{
    static const struct {
        struct str name;
        enum shape shape;
    } shapes[] = {
        {STR_INIT("mi"), SHAPE_TOKEN},
        {STR_INIT("mn"), SHAPE_TOKEN},
        {STR_INIT("mo"), SHAPE_TOKEN},
        {STR_INIT("ms"), SHAPE_TOKEN},
        {STR_INIT("mtext"), SHAPE_TOKEN},
        {STR_INIT("mfrac"), SHAPE_FRACTION},
        {STR_INIT("msup"), SHAPE_SUP},
        {STR_INIT("msub"), SHAPE_SUB},
        {STR_INIT("msubsup"), SHAPE_BOTH},
        {STR_INIT("munder"), SHAPE_SUB},
        {STR_INIT("mover"), SHAPE_OVER},
        {STR_INIT("munderover"), SHAPE_BOTH},
        {STR_INIT("msqrt"), SHAPE_ROOT},
        {STR_INIT("mroot"), SHAPE_POWER_ROOT},
        {STR_INIT("mfenced"), SHAPE_FENCED},
        {STR_INIT("mtable"), SHAPE_TABLE},
        {STR_INIT("mtr"), SHAPE_ROW},
        {STR_INIT("mlabeledtr"), SHAPE_ROW},
        {STR_INIT("mspace"), SHAPE_SPACE},
        {STR_INIT("semantics"), SHAPE_FIRST},
        {STR_INIT("maction"), SHAPE_FIRST},
        {STR_INIT("mphantom"), SHAPE_HIDDEN},
        {STR_INIT("annotation"), SHAPE_HIDDEN},
        {STR_INIT("annotation-xml"), SHAPE_HIDDEN},
    };
    struct str name = node_name(node);

    for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++)
        if (str_eq_nocase(name, shapes[i].name))
            return shapes[i].shape;
    return SHAPE_PLAIN;
}

/*
 * Returns node without what is only around it: the one element in it that is
 * more than a blank.
 */
static const GumboNode *
unwrap(const GumboNode *node)
{
    while (node && shape_of(node) == SHAPE_PLAIN) {
        const GumboVector *children = &node->v.element.children;
        const GumboNode *found = NULL;
        for (unsigned i = 0; i < children->length; i++) {
            const GumboNode *child = children->data[i];
            if (child->type != GUMBO_NODE_ELEMENT ||
                shape_of(child) == SHAPE_SPACE)
                continue;
            if (found)
                return node;
            found = child;
        }
        if (!found)
            return node;
        node = found;
    }
    return node;
}

/*
 * Returns the token that is all of node, or NULL.
 */
static const GumboNode *
only_token(const GumboNode *node)
{
    node = unwrap(node);
    return node && shape_of(node) == SHAPE_TOKEN ? node : NULL;
}

static uint32_t
first_cp(struct str s)
{
    uint32_t cp = 0;

    if (s.len > 0)
        utf8_decode(s.ptr, s.len, &cp);
    return cp;
}

static bool
is_one_of(uint32_t cp, const char *set)
{
    for (struct str s = str_of(set); s.len > 0;) {
        uint32_t each;
        size_t n = utf8_decode(s.ptr, s.len, &each);
        if (each == cp)
            return true;
        s = str_slice(s, n, s.len);
    }
    return false;
}

static void
put(struct writer *w, struct str s, enum end end)
{
    buf_add_str(w->out, s);
    w->end = end;
}

static void
put_blank(struct writer *w)
{
    if (w->out->len > w->start && w->out->ptr[w->out->len - 1] != ' ')
        buf_add_char(w->out, ' ');
    w->end = END_OPEN;
}

static void
put_operator(struct writer *w, struct str text)
{
    uint32_t cp = first_cp(text);

    if (cp >= 0x2061 && cp <= 0x2064) /* invisible */
        return;
    if (is_one_of(cp, "([{⟨⌊⌈|‖∑∏∫∮√∂∇∀∃¬")) {
        if (w->end == END_SCRIPT || (w->end == END_NAME && cp != '('))
            put_blank(w);
        bool is_close = is_one_of(cp, "|‖") && w->end != END_OPEN;
        put(w, text, is_close ? END_SIGN : END_OPEN);
    } else if (is_one_of(cp, ")]}⟩⌋⌉!′″.")) {
        put(w, text, END_SIGN);
    } else if (is_one_of(cp, ",;:")) {
        put(w, text, END_OPEN);
        put_blank(w);
    } else if (is_one_of(cp, "+-−±∓/") && w->end == END_OPEN) {
        put(w, text, END_OPEN); /* a sign before a number */
    } else if (cp == '/') {
        put(w, text, END_OPEN);
    } else if (w->n_scripts > 0) {
        put(w, text, END_OPEN);
    } else {
        put_blank(w);
        buf_add_str(w->out, text);
        put_blank(w);
    }
}

static void
put_token(struct writer *w, const GumboNode *node)
{
    struct str text = node_first_text(node), name = node_name(node);
    bool is_long = utf8_cols(text) > 1;

    if (text.len == 0)
        return;
    if (str_eq_nocase(name, STR("mo")) && !(is_long && text.ptr[0] >= 'A')) {
        put_operator(w, text);
        return;
    }
    if (w->end != END_OPEN)
        put_blank(w);
    if (is_one_of(first_cp(text), "∂∇∆"))
        put(w, text, END_OPEN);
    else
        put(w, text, is_long ? END_NAME : END_SIGN);
}

static void put_node(struct writer *w, const GumboNode *node);

/*
 * Puts the children of node one after the other, with a sign between them.
 */
static void
put_children(struct writer *w, const GumboNode *node, struct str sign)
{
    const GumboVector *children = &node->v.element.children;
    bool is_first = true;

    for (unsigned i = 0; i < children->length; i++) {
        const GumboNode *child = children->data[i];
        if (child->type != GUMBO_NODE_ELEMENT)
            continue;
        if (!is_first && sign.len > 0) {
            put(w, str_trim(sign), END_OPEN);
            put_blank(w);
        }
        is_first = false;
        put_node(w, child);
    }
}

static bool
is_sign(const GumboNode *node, const char *set)
{
    const GumboNode *token = only_token(node);

    return token && is_one_of(first_cp(node_first_text(token)), set);
}

/*
 * Tells whether a node reads as one thing without brackets: a sign, something
 * with an exponent, what has brackets already.
 */
static bool
is_whole(const GumboNode *node)
{
    node = unwrap(node);
    if (shape_of(node) != SHAPE_PLAIN)
        return shape_of(node) != SHAPE_FRACTION;
    const GumboNode *first = node_element(node, 0), *last = first;
    for (const GumboNode *n = first; n; n = node_after(n))
        last = n;
    if (!first || !is_sign(first, "([{") || !is_sign(last, ")]}"))
        return false;
    for (const GumboNode *n = node_after(first); n != last; n = node_after(n))
        if (is_sign(n, "()[]{}"))
            return false;
    return true;
}

/*
 * Puts a node, in brackets if it needs them. NULL is allowed.
 */
static void
put_group(struct writer *w, const GumboNode *node)
{
    if (!node)
        return;
    bool has_brackets = !is_whole(node);
    if (has_brackets)
        put(w, STR("("), END_OPEN);
    put_node(w, node);
    if (has_brackets)
        put(w, STR(")"), END_SIGN);
}

static void
put_script(struct writer *w, const GumboNode *node, bool is_above)
{
    const GumboNode *token = only_token(node);

    if (!node)
        return;
    put(w, is_above ? STR("^") : STR("_"), END_OPEN);
    w->n_scripts++;
    if (token)
        put_token(w, token);
    else {
        put(w, STR("("), END_OPEN);
        put_node(w, node);
        put(w, STR(")"), END_OPEN);
    }
    w->n_scripts--;
    w->end = END_SCRIPT;
}

/*
 * Puts a fraction, or one number over another where there is no line between
 * them.
 */
static void
put_fraction(struct writer *w, const GumboNode *node)
{
    bool has_line = first_cp(node_attr(node, "linethickness")) != '0';

    if (w->end != END_OPEN)
        put_blank(w);
    put_group(w, node_element(node, 0));
    put(w, has_line ? STR("/") : STR("; "), END_OPEN);
    put_group(w, node_element(node, 1));
    w->end = END_SCRIPT;
}

/*
 * Returns the combining character for an accent over a letter, "" if it is
 * none.
 */
static const char *
accent_of(const GumboNode *over)
{
    static const struct {
        const char *set, *mark;
    } accents[] = {
        {"˙", "\u0307"},
        {"¨", "\u0308"},
        {"^ˆ", "\u0302"},
        {"¯‾_", "\u0304"},
        {"~˜", "\u0303"},
        {"→⃗", "\u20D7"},
    };
    const GumboNode *token = only_token(over);
    uint32_t cp = token ? first_cp(node_first_text(token)) : 0;

    for (size_t i = 0; cp != 0 && i < sizeof accents / sizeof *accents; i++)
        if (is_one_of(cp, accents[i].set))
            return accents[i].mark;
    return "";
}

static void
put_over(struct writer *w, const GumboNode *node)
{
    const GumboNode *base = node_element(node, 0),
                    *over = node_element(node, 1);
    const char *accent = only_token(base) ? accent_of(over) : "";

    if (base)
        put_node(w, base);
    if (*accent)
        buf_add_text(w->out, accent);
    else
        put_script(w, over, true);
}

static void
put_root(struct writer *w, const GumboNode *node)
{
    bool is_token = !node_element(node, 1) && only_token(node_element(node, 0));

    if (w->end == END_NAME || w->end == END_SCRIPT)
        put_blank(w);
    put(w, is_token ? STR("√") : STR("√("), END_OPEN);
    put_children(w, node, (struct str){0});
    put(w, is_token ? STR("") : STR(")"), END_SIGN);
}

static void
put_fenced(struct writer *w, const GumboNode *node)
{
    struct str open = node_attr(node, "open"), close = node_attr(node, "close");

    put(w, open.len > 0 ? open : STR("("), END_OPEN);
    put_children(w, node, STR(", "));
    put(w, close.len > 0 ? close : STR(")"), END_SIGN);
}

static void
put_scripts(struct writer *w, const GumboNode *node, enum shape shape)
{
    const GumboNode *base = node_element(node, 0);

    if (base && (only_token(base) || shape_of(base) != SHAPE_PLAIN))
        put_node(w, base);
    else
        put_group(w, base);
    if (shape != SHAPE_SUP)
        put_script(w, node_element(node, 1), false);
    if (shape != SHAPE_SUB)
        put_script(w, node_element(node, shape == SHAPE_SUP ? 1 : 2), true);
}

static void
put_node(struct writer *w, const GumboNode *node)
{
    enum shape shape = shape_of(node);

    switch (shape) {
    case SHAPE_TOKEN:
        put_token(w, node);
        break;
    case SHAPE_FRACTION:
        put_fraction(w, node);
        break;
    case SHAPE_SUP:
    case SHAPE_SUB:
    case SHAPE_BOTH:
        put_scripts(w, node, shape);
        break;
    case SHAPE_OVER:
        put_over(w, node);
        break;
    case SHAPE_ROOT:
        put_root(w, node);
        break;
    case SHAPE_POWER_ROOT:
        put_group(w, node_element(node, 0));
        put(w, STR("^(1/"), END_OPEN);
        if (node_element(node, 1))
            put_group(w, node_element(node, 1));
        put(w, STR(")"), END_SCRIPT);
        break;
    case SHAPE_FENCED:
        put_fenced(w, node);
        break;
    case SHAPE_TABLE:
        put_children(w, node, STR("; "));
        break;
    case SHAPE_ROW:
        put_children(w, node, STR(" "));
        break;
    case SHAPE_SPACE:
        put_blank(w);
        break;
    case SHAPE_FIRST:
        if (node_element(node, 0))
            put_node(w, node_element(node, 0));
        break;
    case SHAPE_HIDDEN:
        break;
    case SHAPE_PLAIN:
        put_children(w, node, (struct str){0});
        break;
    }
}

void
mathml_add(struct buf *out, const GumboNode *math)
{
    struct writer w = {.out = out, .start = out->len};

    put_children(&w, math, (struct str){0});
}
