/* SPDX-License-Identifier: ISC */
/*
 * value - what an option can be given
 */
#include "app/value.h"

#include "base/mem.h"
#include "base/utf8.h"

#include <stdint.h>
#include <stdlib.h>

/* Bytes of a text in the config file, which inih reads in lines of 199. */
enum {
    MAX_LINE = 150
};

/*
 * Cuts the first name off a list "text|ansi"; empty at its end.
 */
static struct str
next_choice(struct str *names)
{
    const struct str all = *names;
    const size_t end = str_find(all, STR("|"), 0);

    *names = str_slice(all, end + 1, all.len);
    return str_slice(all, 0, end);
}

static bool
read_choice(
    struct str text, const char *allowed, int *out_index, struct err *err)
{
    struct str rest = str_of(allowed);
    struct str name;
    struct buf list = {0};

    for (int i = 0; (name = next_choice(&rest)).len > 0; i++) {
        if (str_eq(name, text)) {
            *out_index = i;
            buf_done(&list);
            return true;
        }
        if (i > 0)
            buf_add_text(&list, ", ");
        buf_add_str(&list, name);
    }
    err_set(err, ERR_BAD_DATA, "'%.*s' is none of %s", STR_ARG(text), list.ptr);
    buf_done(&list);
    return false;
}

static bool
read_flag(struct str text, bool *out_flag, struct err *err)
{
    static const char *const words[] = {
        "no", "yes", "false", "true", "off", "on", "0", "1"};

    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (str_eq_nocase(text, str_of(words[i]))) {
            *out_flag = i % 2 == 1;
            return true;
        }
    }
    return err_set(
        err, ERR_BAD_DATA, "'%.*s' is neither yes nor no", STR_ARG(text));
}

/*
 * Reads a number below 2^32, and behind it, where units are allowed, K, M or G
 * with or without "iB".
 */
static bool
read_amount(struct str text, bool has_unit, uint64_t *out_amount)
{
    static const char *const units[] = {"KiB", "MiB", "GiB"};
    uint64_t n = 0;
    size_t at = 0;

    for (; at < text.len && text.ptr[at] >= '0' && text.ptr[at] <= '9'; at++) {
        n = 10 * n + (uint64_t)(text.ptr[at] - '0');
        if (n > UINT32_MAX)
            return false;
    }
    const struct str unit = str_slice(text, at, text.len);
    bool is_read = at > 0 && unit.len == 0;
    for (unsigned i = 0; at > 0 && has_unit && i < 3; i++) {
        struct str name = str_of(units[i]);
        if (str_eq_nocase(unit, name) ||
            str_eq_nocase(unit, str_slice(name, 0, 1))) {
            n <<= 10 * (i + 1);
            is_read = true;
        }
    }
    if (is_read)
        *out_amount = n;
    return is_read;
}

/*
 * Reads an amount within the allowed range.
 */
static bool
read_range(struct str text, const char *allowed, bool has_unit,
    uint64_t *out_amount, struct err *err)
{
    const struct str range = str_of(allowed);
    const size_t dots = str_find(range, STR(".."), 0);
    const struct str from = str_slice(range, 0, dots);
    const struct str to = str_slice(range, dots + 2, range.len);
    uint64_t n = 0, low = 0, high = 0;

    if (read_amount(from, has_unit, &low) && read_amount(to, has_unit, &high) &&
        read_amount(text, has_unit, &n) && n >= low && n <= high) {
        *out_amount = n;
        return true;
    }
    return err_set(err, ERR_BAD_DATA, "'%.*s' is not a %s from %.*s to %.*s",
        STR_ARG(text), has_unit ? "size" : "number", STR_ARG(from),
        STR_ARG(to));
}

static bool
read_text(struct str text, struct str *out_text, struct err *err)
{
    if (text.len == 0)
        return err_set(err, ERR_BAD_DATA, "it is empty");
    *out_text = text;
    return true;
}

/*
 * Reads a text that may have to be written to a config file, where it would end
 * at what begins a comment.
 */
static bool
read_line(struct str text, struct str *out_text, struct err *err)
{
    text = str_trim(text);
    if (text.len > MAX_LINE || !utf8_is_clean(text) ||
        str_starts(text, STR(";")) || str_find(text, STR(" ;"), 0) < text.len ||
        str_find(text, STR("\n"), 0) < text.len)
        return err_set(err, ERR_BAD_DATA,
            "'%.*s' cannot stand in a config file", STR_ARG(text));
    return read_text(text, out_text, err);
}

bool
value_read(enum value_kind kind, const char *allowed, struct str text,
    struct value *out, struct err *err)
{
    uint64_t amount = 0;

    switch (kind) {
    case VALUE_FLAG:
        return read_flag(text, &out->is_yes, err);
    case VALUE_CHOICE:
        return read_choice(text, allowed, &out->number, err);
    case VALUE_NUMBER:
    case VALUE_SIZE:
        if (!read_range(text, allowed, kind == VALUE_SIZE, &amount, err))
            return false;
        out->number = (int)amount;
        out->size = (size_t)amount;
        return true;
    case VALUE_TEXT:
        return read_text(text, &out->text, err);
    case VALUE_LINE:
        return read_line(text, &out->text, err);
    case VALUE_PAIR:
        out->is_yes = true;
        return true;
    }
    return false;
}

void
value_store(enum value_kind kind, const struct value *v, void *place)
{
    char **text;

    switch (kind) {
    case VALUE_FLAG:
    case VALUE_PAIR:
        *(bool *)place = v->is_yes;
        break;
    case VALUE_NUMBER:
    case VALUE_CHOICE:
        *(int *)place = v->number;
        break;
    case VALUE_SIZE:
        *(size_t *)place = v->size;
        break;
    case VALUE_TEXT:
    case VALUE_LINE:
        text = place;
        free(*text);
        *text = v->text.ptr ? mem_copy_text(v->text.ptr, v->text.len) : NULL;
        break;
    }
}

/*
 * Appends the name of a choice, by its index; -1 has none.
 */
static void
add_choice(const char *allowed, int index, struct buf *out)
{
    struct str rest = str_of(allowed);

    for (int i = 0; i < index; i++)
        next_choice(&rest);
    if (index >= 0)
        buf_add_str(out, next_choice(&rest));
}

/*
 * Appends a size in the largest unit that it is a multiple of.
 */
static void
add_size(size_t size, struct buf *out)
{
    int unit = 0;

    for (; unit < 3 && size > 0 && size % 1024 == 0; unit++)
        size /= 1024;
    buf_add_format(out, "%zu", size);
    if (unit > 0)
        buf_add_char(out, "KMG"[unit - 1]);
}

void
value_add(enum value_kind kind, const char *allowed, const void *place,
    struct buf *out)
{
    switch (kind) {
    case VALUE_FLAG:
    case VALUE_PAIR:
        buf_add_text(out, *(const bool *)place ? "yes" : "no");
        break;
    case VALUE_NUMBER:
        if (*(const int *)place >= 0)
            buf_add_format(out, "%d", *(const int *)place);
        break;
    case VALUE_CHOICE:
        add_choice(allowed, *(const int *)place, out);
        break;
    case VALUE_SIZE:
        add_size(*(const size_t *)place, out);
        break;
    case VALUE_TEXT:
    case VALUE_LINE:
        buf_add_str(out, str_of(*(char *const *)place));
        break;
    }
}
