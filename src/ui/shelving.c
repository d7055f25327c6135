/* SPDX-License-Identifier: ISC */
/*
 * shelving - what is said and asked where an article is put away
 *
 * Names are typed, parted by commas. Those that there are already and begin with
 * the one that is being typed stand beside it, and Tab takes what they share.
 */
#include "shelving.h"

#include "app/filing.h"
#include "app/memory.h"
#include "base/buf.h"
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

static bool
has_name(struct str text, struct str name)
{
    while (text.len > 0)
        if (str_eq(names_next(&text), name))
            return true;
    return false;
}

/* Puts those first that begin with the name being typed, and are not there yet,
 * and returns how many these are. */
static uint32_t
find_names(const struct shelving *s, struct str text, struct names *names)
{
    struct db *db = memory_db(tui_memory(s->tui));
    const struct str typed = typed_name(text);
    struct err unused;
    uint32_t n = 0;

    if (!db || !names_load(db, s->kind, 0, names, &unused))
        return 0;
    for (uint32_t i = 0; i < names->n_items; i++) {
        const struct name item = names->items[i];
        if (str_starts(item.name, typed) && !has_name(text, item.name))
            names->items[n++] = item;
    }
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
    const uint32_t n = find_names(user, text, &names);
    struct str whole = n > 0 ? names.items[0].name : typed;

    for (uint32_t i = 1; i < n; i++)
        whole = share(whole, names.items[i].name);
    buf_add_str(out, str_slice(text, 0, text.len - typed.len));
    if (n == 1)
        add_name(out, whole);
    else
        buf_add_str(out, whole);
    names_done(&names);
    return n == 1 || whole.len > typed.len;
}

static void
take_names(void *user, struct str text)
{
    const struct shelving *s = user;
    const bool is_list = s->kind == NAMES_READING;
    struct memory *m = tui_memory(s->tui);

    if (!(s->id != 0 ? filing_name(m, s->kind, s->id, text)
                     : filing_name_source(m, s->source, s->kind, text)))
        return;
    while (str_ends(text, STR(",")) || str_ends(text, STR(" ")))
        text.len--;
    if (text.len == 0) {
        tui_notice(s->tui, is_list ? "on no reading list" : "no tags");
        return;
    }
    tui_notice(s->tui, "%s: %.*s", is_list ? "reading lists" : "tagged",
        STR_ARG(text));
    if (is_list && s->saved)
        s->saved(s->user);
}

void
shelving_ask_names(struct shelving *s)
{
    static const struct prompt_ops ops = {
        .enter = take_names, .remark = add_remark, .complete = complete};
    struct db *db = memory_db(tui_memory(s->tui));
    struct view *prompt = prompt_new(
        s->kind == NAMES_READING ? "Reading lists: " : "Tags: ", NULL,
        tui_theme(s->tui), &ops, s);
    struct names names = {0};
    struct buf text = {0};
    struct err unused;

    if (db && s->id != 0 && names_load(db, s->kind, s->id, &names, &unused))
        for (uint32_t i = 0; i < names.n_items; i++)
            add_name(&text, names.items[i].name);
    prompt_put(prompt, buf_str(&text));
    tui_push(s->tui, prompt);
    buf_done(&text);
    names_done(&names);
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
