/* SPDX-License-Identifier: ISC */
/*
 * keymap - from keys to actions
 *
 * A list of sequences that is searched from end to end: sixty short ones are
 * compared faster than anything cleverer would be built. Of equal sequences
 * only the last one bound is kept, and none begins another, so a lookup has one
 * answer. Whoever binds works on a copy, which takes the place of the list when
 * all went well.
 */
#include "app/keymap.h"

#include "base/mem.h"
#include "base/utf8.h"

#include <assert.h>
#include <stdlib.h>

enum {
    MODIFIERS = KEYMAP_CTRL | KEYMAP_ALT
};

/* Blanks part sequences, '<' begins a name, and in the config file a comment
 * begins at a semicolon: so these characters have names as well. */
static const struct {
    keymap_key key;
    const char *name;
} names[] = {
#define X(constant, name) {constant, name},
    KEYMAP_NAMES(X)
#undef X
        {' ', "Space"},
    {'<', "lt"},
    {';', "Semicolon"},
};

/*
 * Returns the name of a key without modifiers, or NULL for one that is written
 * as it is.
 */
static const char *
name_of(keymap_key key)
{
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (names[i].key == key)
            return names[i].name;
    }
    return NULL;
}

/*
 * Returns the key that Ctrl makes of key, as terminals send it: letters have no
 * case, and some are other keys. 0 when terminals cannot tell.
 */
static keymap_key
with_ctrl(keymap_key key)
{
    if (key > KEYMAP_NAMED)
        return key | KEYMAP_CTRL;
    if (key >= 'A' && key <= 'Z')
        key += 'a' - 'A';
    switch (key) {
    case 'i':
        return KEYMAP_TAB;
    case 'm':
        return KEYMAP_ENTER;
    case '[':
        return KEYMAP_ESCAPE;
    case '@':
        key = ' ';
        break;
    }
    bool exists =
        (key >= 'a' && key <= 'z') || (key >= '\\' && key <= '_') || key == ' ';
    return exists ? key | KEYMAP_CTRL : 0;
}

/*
 * Finds the key with a name as it stands in angle brackets, or the character
 * that a modifier stands before. 0 when there is none.
 */
static keymap_key
find_named(struct str name, bool has_modifier)
{
    uint32_t cp = 0;

    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (str_eq_nocase(name, str_of(names[i].name)))
            return names[i].key;
    }
    if (has_modifier && utf8_decode(name.ptr, name.len, &cp) == name.len)
        return cp;
    return 0;
}

/*
 * Reads what follows a '<' off *rest.
 */
static bool
read_named(struct str *rest, keymap_key *out_key, struct err *err)
{
    const struct str whole = *rest;
    uint32_t modifiers = 0;

    for (;;) {
        if (str_starts_nocase(*rest, STR("C-")))
            modifiers |= KEYMAP_CTRL;
        else if (str_starts_nocase(*rest, STR("A-")))
            modifiers |= KEYMAP_ALT;
        else
            break;
        *rest = str_slice(*rest, 2, rest->len);
    }
    /* The name has at least one character: Alt and '>' is <A->>. */
    size_t end = str_find(*rest, STR(">"), 1);
    if (end >= rest->len)
        return err_set(err, ERR_BAD_DATA,
            "'<%.*s' is no key; '<' itself is <lt>", STR_ARG(whole));

    struct str name = str_slice(*rest, 0, end);
    *rest = str_slice(*rest, end + 1, rest->len);
    keymap_key key = find_named(name, modifiers != 0);
    if (key && (modifiers & KEYMAP_CTRL))
        key = with_ctrl(key);
    if (!key)
        return err_set(err, ERR_BAD_DATA, "there is no key '<%.*s'",
            (int)(whole.len - rest->len), whole.ptr);
    *out_key = key | (modifiers & KEYMAP_ALT);
    return true;
}

/*
 * Reads one key off *rest, which is clean text and not empty.
 */
static bool
read_key(struct str *rest, keymap_key *out_key, struct err *err)
{
    uint32_t cp = 0;
    size_t len = utf8_decode(rest->ptr, rest->len, &cp);

    *rest = str_slice(*rest, len, rest->len);
    if (cp == '<')
        return read_named(rest, out_key, err);
    *out_key = cp;
    return true;
}

/*
 * Reads a sequence of keys, which has no blanks and is not empty.
 */
static bool
read_sequence(struct str text, struct keymap_binding *b, struct err *err)
{
    struct str rest = text;

    if (!utf8_is_clean(text))
        return err_set(err, ERR_BAD_DATA, "'%.*s' is no key", STR_ARG(text));
    if (text.ptr[0] >= '0' && text.ptr[0] <= '9')
        return err_set(err, ERR_BAD_DATA,
            "'%.*s' begins with a digit, which is typed for a count",
            STR_ARG(text));
    while (rest.len > 0) {
        if (b->n_keys == KEYMAP_MAX_KEYS)
            return err_set(err, ERR_BAD_DATA, "'%.*s' has more than %d keys",
                STR_ARG(text), KEYMAP_MAX_KEYS);
        if (!read_key(&rest, &b->keys[b->n_keys], err))
            return false;
        b->n_keys++;
    }
    return true;
}

/*
 * Tells whether the first n keys of both are the same.
 */
static bool
begins(const struct keymap_binding *b, const keymap_key *keys, uint32_t n)
{
    return b->n_keys >= n && memcmp(b->keys, keys, n * sizeof *keys) == 0;
}

static void
add_sequence(const struct keymap_binding *b, struct buf *out)
{
    for (uint32_t i = 0; i < b->n_keys; i++)
        keymap_add_key(b->keys[i], out);
}

/*
 * Says that the sequence a cannot be bound because of b, which begins it or is
 * begun by it.
 */
static bool
refuse(const struct keymap_binding *a, const struct keymap_binding *b,
    struct err *err)
{
    struct buf one = {0};
    struct buf other = {0};

    add_sequence(a, &one);
    add_sequence(b, &other);
    err_set(err, ERR_BAD_DATA, "'%s' begins%s '%s', the key of %s", one.ptr,
        a->n_keys > b->n_keys ? " with" : "", other.ptr,
        action_row(b->action)->name);
    buf_done(&one);
    buf_done(&other);
    return false;
}

/*
 * Adds the binding, takes away an equal one.
 */
static bool
add_binding(struct keymap *m, const struct keymap_binding *new, struct err *err)
{
    uint32_t kept = 0;

    for (uint32_t i = 0; i < m->n_bindings; i++) {
        const struct keymap_binding *b = &m->bindings[i];
        const uint32_t n = b->n_keys < new->n_keys ? b->n_keys : new->n_keys;
        const bool is_same = begins(b, new->keys, n);
        if (is_same && b->n_keys != new->n_keys)
            return refuse(new, b, err);
        if (!is_same)
            m->bindings[kept++] = *b;
    }
    m->n_bindings = kept;
    MEM_GROW(m->bindings, m->cap_bindings, m->n_bindings + 1);
    m->bindings[m->n_bindings++] = *new;
    return true;
}

bool
keymap_bind(
    struct keymap *m, enum action action, struct str keys, struct err *err)
{
    struct keymap next = {.n_bindings = m->n_bindings};
    struct str word = {0};

    MEM_GROW(next.bindings, next.cap_bindings, m->n_bindings + 1);
    if (m->n_bindings > 0)
        memcpy(next.bindings, m->bindings, m->n_bindings * sizeof *m->bindings);
    while ((word = str_next_word(&keys)).len > 0) {
        struct keymap_binding b = {.action = action};
        if (!read_sequence(word, &b, err) || !add_binding(&next, &b, err)) {
            keymap_done(&next);
            return false;
        }
    }
    keymap_done(m);
    *m = next;
    return true;
}

void
keymap_unbind(struct keymap *m, enum action action)
{
    uint32_t kept = 0;

    for (uint32_t i = 0; i < m->n_bindings; i++) {
        if (m->bindings[i].action != action)
            m->bindings[kept++] = m->bindings[i];
    }
    m->n_bindings = kept;
}

/*
 * Binds keys of a table of the program, which has no mistakes.
 */
static void
bind_own(struct keymap *m, enum action action, const char *keys)
{
    struct err err = {0};
    const bool ok = keymap_bind(m, action, str_of(keys), &err);

    assert(ok);
    (void)ok;
}

void
keymap_init(struct keymap *m)
{
    *m = (struct keymap){0};
    for (enum action a = ACTION_NONE + 1; a < ACTION_COUNT; a++)
        bind_own(m, a, action_row(a)->keys);
}

void
keymap_done(struct keymap *m)
{
    free(m->bindings);
    *m = (struct keymap){0};
}

bool
keymap_use(struct keymap *m, struct str name)
{
    const bool is_less = str_eq(name, STR("less"));

    if (!is_less && !str_eq(name, STR("gutread")))
        return false;
    keymap_done(m);
    keymap_init(m);
    if (is_less) {
#define X(action, keys) bind_own(m, action, keys);
        KEYMAP_LESS(X)
#undef X
    }
    return true;
}

enum keymap_match
keymap_find(const struct keymap *m, const keymap_key *keys, uint32_t n,
    enum action *out_action)
{
    for (uint32_t i = 0; i < m->n_bindings; i++) {
        const struct keymap_binding *b = &m->bindings[i];
        if (!begins(b, keys, n))
            continue;
        if (b->n_keys > n)
            return KEYMAP_PREFIX;
        *out_action = b->action;
        return KEYMAP_ACTION;
    }
    return KEYMAP_NOTHING;
}

void
keymap_add_keys(
    const struct keymap *m, enum action action, uint32_t max, struct buf *out)
{
    uint32_t n = 0;

    for (uint32_t i = 0; i < m->n_bindings; i++) {
        if (m->bindings[i].action != action || (max > 0 && n == max))
            continue;
        if (n++ > 0)
            buf_add_char(out, ' ');
        add_sequence(&m->bindings[i], out);
    }
}

void
keymap_add_key(keymap_key key, struct buf *out)
{
    const keymap_key plain = key & ~(keymap_key)MODIFIERS;
    const char *name = name_of(plain);

    if (plain == key && !name) {
        utf8_add_cp(out, key);
        return;
    }
    buf_add_char(out, '<');
    if (key & KEYMAP_CTRL)
        buf_add_text(out, "C-");
    if (key & KEYMAP_ALT)
        buf_add_text(out, "A-");
    if (name)
        buf_add_text(out, name);
    else
        utf8_add_cp(out, plain);
    buf_add_char(out, '>');
}
