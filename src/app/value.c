/* SPDX-License-Identifier: ISC */
/*
 * value - the value of an option, read from text
 */
#include "value.h"

#include "base/utf8.h"

#include <stdint.h>

/* A text that goes into the config file, whose lines have an end. */
enum {
    MAX_TEXT = 150
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
read_choice(const struct options_row *row, struct str text, int *out_index,
    struct err *err)
{
    struct str rest = str_of(row->allowed);
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
 * Reads an amount within the range that the row allows.
 */
static bool
read_range(const struct options_row *row, struct str text, uint64_t *out_amount,
    struct err *err)
{
    const struct str allowed = str_of(row->allowed);
    const size_t dots = str_find(allowed, STR(".."), 0);
    const struct str from = str_slice(allowed, 0, dots);
    const struct str to = str_slice(allowed, dots + 2, allowed.len);
    const bool has_unit = row->kind == OPTIONS_SIZE;
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

/*
 * Checks a text that may have to be written to a config file: what begins a
 * comment there would be lost.
 */
static bool
check_text(const struct options_row *row, struct str text, struct err *err)
{
    if (text.len == 0)
        return err_set(err, ERR_BAD_DATA, "it is empty");
    if (!(row->scope & OPTIONS_IN_FILE) ||
        (text.len <= MAX_TEXT && utf8_is_clean(text) && text.ptr[0] != ';' &&
            str_find(text, STR(" ;"), 0) == text.len &&
            str_find(text, STR("\n"), 0) == text.len))
        return true;
    return err_set(err, ERR_BAD_DATA, "'%.*s' cannot stand in a config file",
        STR_ARG(text));
}

bool
value_read(const struct options_row *row, struct str text, struct value *out,
    struct err *err)
{
    uint64_t amount = 0;

    switch (row->kind) {
    case OPTIONS_FLAG:
        return read_flag(text, &out->is_yes, err);
    case OPTIONS_CHOICE:
        return read_choice(row, text, &out->number, err);
    case OPTIONS_NUMBER:
    case OPTIONS_SIZE:
        if (!read_range(row, text, &amount, err))
            return false;
        out->number = (int)amount;
        out->size = (size_t)amount;
        return true;
    case OPTIONS_TEXT:
        out->text = text;
        return check_text(row, text, err);
    case OPTIONS_PAIR:
        out->is_yes = true;
        return true;
    }
    return false;
}

/*
 * Returns the name of a choice by its index.
 */
static struct str
choice_name(const struct options_row *row, int index)
{
    struct str rest = str_of(row->allowed);

    while (index-- > 0)
        next_choice(&rest);
    return next_choice(&rest);
}

void
value_add(const struct options_row *row, const void *place, struct buf *out)
{
    size_t size;
    int number, unit;

    switch (row->kind) {
    case OPTIONS_FLAG:
    case OPTIONS_PAIR:
        buf_add_text(out, *(const bool *)place ? "yes" : "no");
        break;
    case OPTIONS_NUMBER:
        number = *(const int *)place;
        if (number >= 0)
            buf_add_format(out, "%d", number);
        break;
    case OPTIONS_CHOICE:
        number = *(const int *)place;
        if (number >= 0)
            buf_add_str(out, choice_name(row, number));
        break;
    case OPTIONS_SIZE:
        size = *(const size_t *)place;
        for (unit = 0; unit < 3 && size > 0 && size % 1024 == 0; unit++)
            size /= 1024;
        buf_add_format(out, "%zu", size);
        if (unit > 0)
            buf_add_char(out, "KMG"[unit - 1]);
        break;
    case OPTIONS_TEXT:
        buf_add_str(out, str_of(*(char *const *)place));
        break;
    }
}
