/* SPDX-License-Identifier: ISC */
/*
 * config - the config file, read and written
 *
 * inih gets the text line by line from a reader of ours: so a line that is
 * longer than inih was compiled for is told instead of cut, every message has
 * its line, and a line may be indented without going on with the one before.
 *
 * The file is read three times. The settings come first, because one of them
 * chooses the keymap; then all actions with a line under [keys] lose their
 * keys, and then get their new ones, so that the order of the lines does not
 * matter to keys that change places.
 */
#include "app/config.h"

#include "base/file.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "note.h"
#include "spelling.h"

#include <errno.h>
#include <ini.h>
#include <limits.h>
#include <stdlib.h>
#include <unistd.h>

enum {
    MAX_FILE = 1024 * 1024
};

enum phase {
    PHASE_SETTINGS,
    PHASE_UNBIND,
    PHASE_BIND
};

struct reading {
    struct options *o;
    struct keymap *m;
    struct keymap before; /* without the keys of the file */
    struct str rest;      /* of the text */
    enum phase phase;
    unsigned line;     /* from 1 */
    unsigned err_line; /* of the first mistake; UINT_MAX: there is none */
    struct err err;
};

/*
 * Keeps the mistake if it is the first in the file.
 */
static void
note_mistake(struct reading *r, unsigned line, const struct err *err)
{
    if (line < r->err_line) {
        r->err_line = line;
        r->err = *err;
    }
}

/*
 * Gives inih the next line, which must fit into size bytes; an empty one in
 * place of a line that it should not see.
 */
static char *
next_line(char *line, int size, void *user)
{
    struct reading *r = user;
    struct str text = str_next_line(&r->rest);
    struct err err = {0};

    if (!text.ptr)
        return NULL;
    r->line++;
    text = str_trim(text);
    if (str_starts(text, STR("#")) || str_starts(text, STR(";")))
        text.len = 0;
    else if (text.len >= (size_t)size)
        err_set(
            &err, ERR_BAD_DATA, "the line is longer than %d bytes", size - 1);
    else if (!utf8_is_valid(text) || str_find(text, STR("\0"), 0) < text.len)
        err_set(&err, ERR_BAD_DATA, "the line is not text in UTF-8");
    if (err.code) {
        note_mistake(r, r->line, &err);
        text.len = 0;
    }
    if (text.len > 0)
        memcpy(line, text.ptr, text.len);
    line[text.len] = '\0';
    return line;
}

/*
 * Gives the action back those of its keys that are still free.
 */
static void
restore_keys(struct reading *r, enum action action)
{
    struct buf key = {0};

    for (uint32_t i = 0; i < r->before.n_bindings; i++) {
        const struct keymap_binding *b = &r->before.bindings[i];
        enum action other;
        struct err err;
        if (b->action != action ||
            keymap_find(r->m, b->keys, b->n_keys, &other) != KEYMAP_NOTHING)
            continue;
        for (uint32_t k = 0; k < b->n_keys; k++)
            keymap_add_key(b->keys[k], &key);
        if (!keymap_bind(r->m, action, buf_str(&key), &err)) {
            /* A part of it was taken: this key is lost to the action. */
        }
        buf_cut(&key, 0);
    }
    buf_done(&key);
}

/*
 * Takes a line of the section [keys].
 */
static bool
take_keys(
    struct reading *r, const char *name, const char *keys, struct err *err)
{
    const enum action action = action_find(str_of(name));
    struct keymap alone = {0};

    if (action == ACTION_NONE) {
        struct spelling spelling = spelling_begin(str_of(name));
        for (enum action a = ACTION_NONE + 1; a < ACTION_COUNT; a++)
            spelling_try(&spelling, action_row(a)->name);
        return spelling_fail(&spelling, "unknown action", "", err);
    }
    const bool is_readable = keymap_bind(&alone, action, str_of(keys), err);
    keymap_done(&alone);
    if (!is_readable)
        return err_wrap(err, "%s", name);

    keymap_unbind(r->m, action);
    if (r->phase == PHASE_BIND &&
        !keymap_bind(r->m, action, str_of(keys), err)) {
        restore_keys(r, action);
        return err_wrap(err, "%s", name);
    }
    return true;
}

/*
 * Takes a line NAME = VALUE; what is wrong with it is noted, so inih is always
 * told that it was right.
 */
static int
take_line(void *user, const char *section, const char *name, const char *value)
{
    struct reading *r = user;
    const bool is_setting =
        section[0] == '\0' || strcmp(section, "gutread") == 0;
    const bool is_key = strcmp(section, "keys") == 0;
    struct err err = {0};
    bool ok = true;

    if (is_key && r->phase != PHASE_SETTINGS)
        ok = take_keys(r, name, value, &err);
    else if (is_setting && r->phase == PHASE_SETTINGS)
        ok = options_put_setting(
            r->o, str_of(name), str_of(value), OPTIONS_FILE, &err);
    else if (!is_key && !is_setting)
        ok = err_set(&err, ERR_BAD_DATA,
            "unknown section '[%s]', there are [gutread] and [keys]", section);
    if (!ok)
        note_mistake(r, r->line, &err);
    return 1;
}

/*
 * Reads the text once.
 */
static void
read_once(struct reading *r, struct str text, enum phase phase)
{
    r->rest = text;
    r->line = 0;
    r->phase = phase;
    const int bad_line = ini_parse_stream(next_line, r, take_line, r);
    if (bad_line < 0)
        mem_exhausted();
    if (bad_line > 0) {
        struct err err;
        err_set(&err, ERR_BAD_DATA, "neither NAME = VALUE nor [SECTION]");
        note_mistake(r, (unsigned)bad_line, &err);
    }
}

/*
 * Makes m the keymap that the options choose.
 */
static void
use_keymap(const struct options *o, struct keymap *m)
{
    struct buf name = {0};

    options_add_value(o, options_find(STR("keymap")), &name);
    keymap_use(m, buf_str(&name));
    buf_done(&name);
}

bool
config_read(struct str text, const char *name, struct options *o,
    struct keymap *m, struct err *err)
{
    struct reading r = {.o = o, .m = m, .err_line = UINT_MAX};

    read_once(&r, text, PHASE_SETTINGS);
    use_keymap(o, m);
    use_keymap(o, &r.before);
    read_once(&r, text, PHASE_UNBIND);
    read_once(&r, text, PHASE_BIND);
    keymap_done(&r.before);
    if (r.err_line == UINT_MAX)
        return true;
    return err_set(
        err, ERR_BAD_DATA, "%s:%u: %s", name, r.err_line, r.err.text);
}

/*
 * Tells whether there is nothing at path, not even something unreadable.
 */
static bool
is_missing(const char *path)
{
    return access(path, F_OK) != 0 && (errno == ENOENT || errno == ENOTDIR);
}

bool
config_load(struct options *o, struct keymap *m, struct err *err)
{
    char *own = o->config ? NULL : file_xdg(FILE_CONFIG, "config");
    const char *path = o->config ? o->config : own;
    struct buf text = {0};
    bool ok = true;

    if (path && (o->config || !is_missing(path)))
        ok = file_read(path, MAX_FILE, &text, err) || err_wrap(err, "config");
    if (ok)
        ok = config_read(
            buf_str(&text), o->config ? o->config : "config", o, m, err);
    else
        use_keymap(o, m);
    buf_done(&text);
    free(own);
    return ok;
}

/*
 * Appends what a setting is for and what it may be, as a comment.
 */
static void
add_comment(const struct options_row *row, struct buf *out)
{
    const char *allowed = row->allowed;
    struct buf text = {0};

    if (row->kind == VALUE_FLAG)
        allowed = "yes|no";
    else if (row->kind == VALUE_LINE)
        allowed = "";
    buf_add_text(&text, row->help);
    if (allowed[0] && row->initial[0])
        buf_add_format(&text, " (%s, default %s)", allowed, row->initial);
    else if (allowed[0])
        buf_add_format(&text, " (%s)", allowed);
    note_add(out, "# ", buf_str(&text));
    buf_done(&text);
}

void
config_add_options(const struct options *o, struct buf *out)
{
    buf_add_text(out, "[gutread]\n");
    for (unsigned i = 0; i < OPTIONS_COUNT; i++) {
        const struct options_row *row = options_row(i);
        struct buf value = {0};
        if (!(row->scope & OPTIONS_IN_FILE))
            continue;
        options_add_value(o, row, &value);
        buf_add_char(out, '\n');
        add_comment(row, out);
        buf_add_format(out, value.len > 0 ? "%s = %s\n" : "#%s =%s\n",
            row->name, value.len > 0 ? value.ptr : "");
        buf_done(&value);
    }
}

void
config_add_keys(const struct keymap *m, struct buf *out)
{
    enum action_group group = ACTION_GROUP_COUNT;

    buf_add_text(out, out->len > 0 ? "\n[keys]\n" : "[keys]\n");
    for (enum action a = ACTION_NONE + 1; a < ACTION_COUNT; a++) {
        const struct action_row *row = action_row(a);
        struct buf keys = {0};
        if (row->group != group) {
            group = row->group;
            buf_add_format(out, "\n# %s\n", action_group_title(group));
        }
        keymap_add_keys(m, a, 0, &keys);
        buf_add_format(out, "\n# %s\n%s =%s%s\n", row->help, row->name,
            keys.len > 0 ? " " : "", keys.len > 0 ? keys.ptr : "");
        buf_done(&keys);
    }
}
