/* SPDX-License-Identifier: ISC */
/*
 * shelving - what is said and asked where an article is put away
 *
 * Names are typed, parted by commas. Those that there are already and begin with
 * the one that is being typed stand beside it, and Tab takes what they share;
 * before anything is typed, it takes the list that was used last.
 */
#include "shelving.h"

#include "app/filing.h"
#include "app/memory.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "ui/entry.h"
#include "ui/prompt.h"

const char *
shelving_said(enum library_shelf shelf, bool is_on)
{
    static const char *const said[LIBRARY_SHELVES][2] = {
        [LIBRARY_SAVED] = {"no longer saved for later", "saved for later"},
        [LIBRARY_ARCHIVED] = {"back from the archive", "archived"},
        [LIBRARY_FAVORITE] = {"no longer a favorite", "a favorite now"},
    };

    return said[shelf][is_on];
}

/* Adds a name and what parts it from one that follows. */
static void
add_name(struct buf *out, struct str name)
{
    buf_add_str(out, name);
    buf_add_text(out, ", ");
}

/* Returns the name that is being typed: what is behind the last comma. */
static struct str
typed_name(struct str text)
{
    size_t start = text.len;

    while (start > 0 && text.ptr[start - 1] != ',')
        start--;
    while (start < text.len && text.ptr[start] == ' ')
        start++;
    return str_slice(text, start, text.len);
}

/* Tells whether name begins with start, whatever the case and the accents. */
static bool
begins(struct str name, struct str start)
{
    struct buf folded = {0}, wanted = {0};

    if (str_starts(name, start))
        return true;
    utf8_add_folded(&folded, name);
    utf8_add_folded(&wanted, start);
    bool is_so = str_starts(buf_str(&folded), buf_str(&wanted));
    buf_done(&folded);
    buf_done(&wanted);
    return is_so;
}

/* Who puts several articles on one list need not say again which. */
static void
put_last_used_first(struct name *names, uint32_t n)
{
    uint32_t last = 0;

    for (uint32_t i = 1; i < n; i++)
        if (names[i].used > names[last].used)
            last = i;
    for (; last > 0; last--) {
        struct name name = names[last];
        names[last] = names[last - 1];
        names[last - 1] = name;
    }
}

/* Puts those first that begin with the name being typed, and are not before it,
 * and returns how many these are. */
static uint32_t
find_names(const struct shelving *s, struct str text, struct names *names)
{
    struct db *db = memory_db(tui_memory(s->tui));
    const struct str typed = typed_name(text);
    const struct str before = str_slice(text, 0, text.len - typed.len);
    struct err unused;
    uint32_t n = 0;

    if (!db || !names_load(db, s->kind, 0, names, &unused))
        return 0;
    for (uint32_t i = 0; i < names->n_items; i++) {
        const struct name item = names->items[i];
        if (begins(item.name, typed) && !names_has(before, item.name))
            names->items[n++] = item;
    }
    if (typed.len == 0)
        put_last_used_first(names->items, n);
    return n;
}

static bool
add_remark(void *user, struct str text, struct buf *out)
{
    struct names names = {0};
    const uint32_t n = find_names(user, text, &names);

    for (uint32_t i = 0; i < n; i++)
        buf_add_format(
            out, "%s%.*s", i > 0 ? "  " : "", STR_ARG(names.items[i].name));
    names_done(&names);
    return false;
}

/* Cuts a name to what it begins with in common with another. */
static struct str
share(struct str name, struct str other)
{
    size_t len = 0;

    while (len < name.len && len < other.len && name.ptr[len] == other.ptr[len])
        len++;
    while (len > 0 && len < name.len && (name.ptr[len] & 0xc0) == 0x80)
        len--; /* whole characters */
    return str_slice(name, 0, len);
}

static bool
complete(void *user, struct str text, struct buf *out)
{
    const struct str typed = typed_name(text);
    struct names names = {0};
    uint32_t n = find_names(user, text, &names);
    struct str whole = n > 0 ? names.items[0].name : typed;

    if (typed.len == 0 && n > 0 && names.items[0].used > 0)
        n = 1;
    for (uint32_t i = 1; i < n; i++)
        whole = share(whole, names.items[i].name);
    if (!begins(whole, typed))
        whole = typed; /* they differ in their case */
    buf_add_str(out, str_slice(text, 0, text.len - typed.len));
    if (n == 1)
        add_name(out, whole);
    else
        buf_add_str(out, whole);
    names_done(&names);
    return !str_eq(buf_str(out), text);
}

/* Says what was written. */
static void
say_names(const struct shelving *s, struct str text)
{
    const bool is_list = s->kind == NAMES_READING;
    struct buf said = {0};

    while (text.len > 0) {
        struct str name = names_next(&text);
        if (name.len == 0 || names_has(buf_str(&said), name))
            continue;
        buf_add_text(&said, said.len > 0 ? ", " : "");
        buf_add_str(&said, name);
    }
    if (said.len > 0)
        tui_notice(
            s->tui, "%s: %s", is_list ? "reading lists" : "tagged", said.ptr);
    else
        tui_notice(s->tui, is_list ? "on no reading list" : "no tags");
    buf_done(&said);
}

static void
take_names(void *user, struct str text)
{
    const struct shelving *s = user;
    struct memory *m = tui_memory(s->tui);

    if (!(s->id != 0 ? filing_name(m, s->kind, s->id, text)
                     : filing_name_source(m, s->source, s->kind, text)))
        return;
    say_names(s, text);
    if (s->kind == NAMES_READING && names_has_any(text) && s->saved)
        s->saved(s->user);
}

/*
 * Appends the names that the article has. The line is to have them all, since
 * what it has not is taken away: where it cannot, that is said instead.
 */
static bool
add_names(const struct shelving *s, struct buf *out)
{
    struct db *db = memory_db(tui_memory(s->tui));
    struct names names = {0};
    struct err err;
    bool ok = true;

    if (db && s->id != 0 && !names_load(db, s->kind, s->id, &names, &err)) {
        tui_error(s->tui, "%s", err.text);
        ok = false;
    }
    for (uint32_t i = 0; ok && i < names.n_items; i++)
        add_name(out, names.items[i].name);
    names_done(&names);
    if (ok && out->len > ENTRY_MAX_BYTES) {
        tui_error(s->tui, "it has more of them than there is room for here");
        ok = false;
    }
    return ok;
}

void
shelving_ask_names(struct shelving *s)
{
    static const struct prompt_ops ops = {
        .enter = take_names, .remark = add_remark, .complete = complete};
    struct buf text = {0};

    if (add_names(s, &text)) {
        struct view *prompt = prompt_new(
            s->kind == NAMES_READING ? "Reading lists: " : "Tags: ", NULL,
            tui_theme(s->tui), &ops, s);
        prompt_put(prompt, buf_str(&text));
        tui_push(s->tui, prompt);
    }
    buf_done(&text);
}

static void
take_name(void *user, struct str text)
{
    const struct shelving *s = user;

    filing_rename(tui_memory(s->tui), s->kind, s->id, text);
}

void
shelving_ask_name(struct shelving *s, struct str name)
{
    static const struct prompt_ops ops = {.enter = take_name};
    struct view *prompt =
        prompt_new("Name: ", NULL, tui_theme(s->tui), &ops, s);

    prompt_put(prompt, name);
    tui_push(s->tui, prompt);
}
