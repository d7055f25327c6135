/* SPDX-License-Identifier: ISC */
/*
 * options - every option, in one table
 *
 * The command line is read here and not by getopt_long(), which keeps its state
 * in globals and says too little about what is wrong; what a person may type is
 * the same.
 */
#include "app/options.h"

#include "base/mem.h"
#include "base/utf8.h"
#include "note.h"
#include "spelling.h"

#include <assert.h>
#include <stdlib.h>

static const struct options_row rows[OPTIONS_COUNT] = {
#define X(field, name, letter, kind, scope, group, initial, allowed, help)     \
    {name, letter, kind, scope, group, initial, allowed, help,                 \
        offsetof(struct options, field)},
    OPTIONS(X)
#undef X
};

static void *
field(struct options *o, const struct options_row *row)
{
    return (char *)o + row->offset;
}

/*
 * Reads a value and, when nothing that goes before it is in force, stores it.
 */
static bool
put(struct options *o, const struct options_row *row, struct str text,
    enum options_origin origin, struct err *err)
{
    struct value v = {.number = -1};
    uint8_t *in_force = &o->origins[row - rows];

    if (text.len == 0 && origin != OPTIONS_COMMAND)
        text = str_of(row->initial);
    if ((text.len > 0 || origin == OPTIONS_COMMAND) &&
        !value_read(row->kind, row->allowed, text, &v, err))
        return false;
    if (origin < *in_force)
        return true;
    *in_force = (uint8_t)origin;
    value_store(row->kind, &v, field(o, row));
    if (row->kind == VALUE_FLAG && v.is_yes && row->allowed[0])
        *(bool *)field(o, options_find(str_of(row->allowed))) = false;
    return true;
}

void
options_init(struct options *o)
{
    *o = (struct options){0};
    for (unsigned i = 0; i < OPTIONS_COUNT; i++) {
        struct err err = {0};
        const bool ok =
            put(o, &rows[i], (struct str){0}, OPTIONS_DEFAULT, &err);
        assert(ok);
        (void)ok;
    }
}

void
options_done(struct options *o)
{
    const struct value nothing = {0};

    for (unsigned i = 0; i < OPTIONS_COUNT; i++)
        value_store(rows[i].kind, &nothing, field(o, &rows[i]));
    free(o->operands);
    *o = (struct options){0};
}

const struct options_row *
options_row(unsigned ix)
{
    assert(ix < OPTIONS_COUNT);
    return &rows[ix];
}

const struct options_row *
options_find(struct str name)
{
    for (unsigned i = 0; i < OPTIONS_COUNT; i++) {
        if (str_eq(name, str_of(rows[i].name)))
            return &rows[i];
    }
    return NULL;
}

bool
options_put_setting(struct options *o, struct str name, struct str value,
    enum options_origin origin, struct err *err)
{
    const struct options_row *row = options_find(name);
    struct spelling spelling = spelling_begin(name);

    if (row && (row->scope & OPTIONS_IN_FILE))
        return put(o, row, value, origin, err) ||
               err_wrap(err, "%s", row->name);
    if (row)
        return err_set(err, ERR_BAD_DATA,
            "'%s' can be given on the command line only", row->name);
    for (unsigned i = 0; i < OPTIONS_COUNT; i++) {
        if (rows[i].scope & OPTIONS_IN_FILE)
            spelling_try(&spelling, rows[i].name);
    }
    return spelling_fail(&spelling, "unknown key", "", err);
}

void
options_add_value(
    const struct options *o, const struct options_row *row, struct buf *out)
{
    value_add(row->kind, row->allowed, (const char *)o + row->offset, out);
}

/* The words of the command line, and how far they were read. */
struct words {
    char *const *argv;
    int argc;
    int next;
};

/*
 * Gives the option a value: the one that was given with it, or else the next
 * word.
 */
static bool
take(struct options *o, struct words *w, const struct options_row *row,
    struct str value, struct err *err)
{
    const bool is_given = value.ptr != NULL;

    if (row->kind == VALUE_FLAG) {
        if (is_given)
            return err_set(
                err, ERR_BAD_DATA, "option '--%s' takes no value", row->name);
        return put(o, row, STR("yes"), OPTIONS_COMMAND, err);
    }
    if (!is_given && w->next == w->argc)
        return err_set(
            err, ERR_BAD_DATA, "option '--%s' needs a value", row->name);
    if (!is_given)
        value = str_of(w->argv[w->next++]);
    if (row->kind == VALUE_PAIR) {
        const size_t equals = str_find(value, STR("="), 0);
        if (equals == value.len)
            return err_set(err, ERR_BAD_DATA, "--%s: '%.*s' is not %s",
                row->name, STR_ARG(value), row->allowed);
        if (!options_put_setting(o, str_trim(str_slice(value, 0, equals)),
                str_trim(str_slice(value, equals + 1, value.len)), OPTIONS_SET,
                err))
            return err_wrap(err, "--%s", row->name);
    }
    return put(o, row, value, OPTIONS_COMMAND, err) ||
           err_wrap(err, "--%s", row->name);
}

/*
 * Says that there is no option of that name: one that is only a setting, a
 * mistake in writing, or something else.
 */
static bool
refuse_name(struct str name, struct err *err)
{
    struct spelling spelling = spelling_begin(name);

    if (options_find(name))
        return err_set(err, ERR_BAD_DATA,
            "unknown option '--%.*s' (try '--set=%.*s=VALUE')", STR_ARG(name),
            STR_ARG(name));
    for (unsigned i = 0; i < OPTIONS_COUNT; i++) {
        if (rows[i].scope & OPTIONS_ON_COMMAND)
            spelling_try(&spelling, rows[i].name);
    }
    return spelling_fail(&spelling, "unknown option", "--", err);
}

/*
 * Finds the option with that name, or the only one whose name begins so.
 */
static const struct options_row *
find_long(struct str name, struct err *err)
{
    const struct options_row *found = NULL;
    struct buf names = {0};
    unsigned n_found = 0;

    for (unsigned i = 0; i < OPTIONS_COUNT && name.len > 0; i++) {
        if (!(rows[i].scope & OPTIONS_ON_COMMAND) ||
            !str_starts(str_of(rows[i].name), name))
            continue;
        found = &rows[i];
        n_found++;
        if (strlen(found->name) == name.len) {
            n_found = 1;
            break;
        }
        buf_add_format(&names, "%s--%s", n_found > 1 ? ", " : "", found->name);
    }
    if (n_found == 0)
        refuse_name(name, err);
    else if (n_found > 1)
        err_set(err, ERR_BAD_DATA, "option '--%.*s' can be any of %s",
            STR_ARG(name), names.ptr);
    buf_done(&names);
    return n_found == 1 ? found : NULL;
}

/*
 * Takes a word that begins with two dashes.
 */
static bool
take_long(struct options *o, struct words *w, const char *word, struct err *err)
{
    const char *name = word + 2;
    const char *equals = strchr(name, '=');
    const size_t len = equals ? (size_t)(equals - name) : strlen(name);
    const struct options_row *row = find_long((struct str){name, len}, err);

    return row && take(o, w, row, str_of(equals ? equals + 1 : NULL), err);
}

/*
 * Takes a word of letters behind one dash. The rest of it is the value of a
 * letter that needs one.
 */
static bool
take_letters(
    struct options *o, struct words *w, const char *word, struct err *err)
{
    for (const char *letter = word + 1; *letter; letter++) {
        const struct options_row *row = NULL;
        for (unsigned i = 0; i < OPTIONS_COUNT && !row; i++)
            row = rows[i].letter == *letter ? &rows[i] : NULL;
        if (!row) {
            uint32_t cp;
            size_t len = utf8_decode(letter, strlen(letter), &cp);
            return err_set(
                err, ERR_BAD_DATA, "unknown option '-%.*s'", (int)len, letter);
        }
        if (row->kind != VALUE_FLAG)
            return take(o, w, row, str_of(letter[1] ? letter + 1 : NULL), err);
        if (!take(o, w, row, str_of(NULL), err))
            return false;
    }
    return true;
}

bool
options_is_home(const struct options *o)
{
    return o->n_operands == 0 && !o->reading_list;
}

bool
options_is_given(const struct options *o, const char *name)
{
    const struct options_row *row = options_find(str_of(name));

    assert(row);
    return o->origins[row - rows] == OPTIONS_COMMAND;
}

bool
options_parse(struct options *o, int argc, char *const *argv, struct err *err)
{
    struct words w = {.argv = argv, .argc = argc, .next = 1};
    bool is_over = false;

    while (w.next < argc) {
        const char *word = argv[w.next++];
        if (is_over || word[0] != '-' || word[1] == '\0') {
            MEM_GROW(o->operands, o->cap_operands, o->n_operands + 1);
            o->operands[o->n_operands++] = word;
        } else if (strcmp(word, "--") == 0) {
            is_over = true;
        } else if (word[1] == '-') {
            if (!take_long(o, &w, word, err))
                return false;
        } else if (!take_letters(o, &w, word, err)) {
            return false;
        }
    }
    return true;
}

/*
 * Appends how the option is written: "  -w, --width=N".
 */
static void
add_form(const struct options_row *row, struct buf *out)
{
    const bool is_option = row->scope & OPTIONS_ON_COMMAND;
    const char *value = row->allowed;

    if (row->kind == VALUE_FLAG)
        value = is_option ? NULL : "yes|no";
    else if (row->kind == VALUE_NUMBER)
        value = "N";
    else if (row->kind == VALUE_SIZE)
        value = "SIZE";

    if (row->letter)
        buf_add_format(out, "  -%c, ", row->letter);
    else
        buf_add_text(out, is_option ? "      " : "  ");
    buf_add_format(out, "%s%s", is_option ? "--" : "", row->name);
    if (value)
        buf_add_format(out, "=%s", value);
}

/*
 * Appends the option and what it does, beside each other when there is room.
 */
static void
add_entry(const struct options_row *row, struct buf *out)
{
    static const char margin[] = "                          ";
    const size_t cols = sizeof margin - 1;
    const size_t start = out->len;
    const bool is_range = row->kind == VALUE_NUMBER || row->kind == VALUE_SIZE;
    const bool has_default = row->initial[0] && strcmp(row->initial, "no") != 0;
    struct buf form = {0};
    struct buf about = {0};

    add_form(row, &form);
    if (form.len + 2 > cols) {
        buf_add_str(out, buf_str(&form));
        buf_add_char(out, '\n');
        buf_cut(&form, 0);
    }
    buf_add_text(&about, row->help);
    if (is_range || has_default)
        buf_add_format(&about, " (%s%s%s%s)", is_range ? row->allowed : "",
            is_range && has_default ? ", " : "", has_default ? "default " : "",
            has_default ? row->initial : "");
    note_add(out, margin, buf_str(&about));
    if (form.len > 0)
        memcpy(out->ptr + start, form.ptr, form.len);
    buf_done(&form);
    buf_done(&about);
}

void
options_add_help(struct buf *out)
{
    static const char *const titles[] = {
#define X(constant, title) [constant] = (title),
        OPTIONS_GROUPS(X)
#undef X
    };

    buf_add_text(out,
        "Usage: gutread [OPTION]... [SOURCE]...\n"
        "Read articles on the terminal, or write them as text.\n\n"
        "SOURCE is a Markdown, HTML or text file, the address of a page, a "
        "feed "
        "(a file\nor an address), '-' for standard input, or a folder. Several "
        "are a reading list;\nwithout any, the library is shown. When standard "
        "output is no terminal, or with\nan option that says what to write, "
        "the article is written to it.\n");
    for (enum options_group g = 0; g < OPTIONS_GROUP_COUNT; g++) {
        buf_add_format(out, "\n%s:\n", titles[g]);
        for (unsigned i = 0; i < OPTIONS_COUNT; i++) {
            if (rows[i].group == g)
                add_entry(&rows[i], out);
        }
    }
    buf_add_text(out, "\nExit status: 0 done, 1 a source could not be read, "
                      "2 the command line is wrong.\n"
                      "More: man gutread, man gutread.conf.\n");
}
