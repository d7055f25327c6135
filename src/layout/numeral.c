/* SPDX-License-Identifier: ISC */
/*
 * numeral - numbers of items, also as letters or as the Romans wrote them
 */
#include "numeral.h"

enum {
    MAX_ROMAN = 3999, /* more needs signs that nobody knows */
    N_LETTERS = 26
};

char
numeral_of(struct str info)
{
    char look = info.len == 1 ? info.ptr[0] : NUMERAL_DECIMAL;

    return look == 'a' || look == 'A' || look == 'i' || look == 'I'
               ? look
               : NUMERAL_DECIMAL;
}

static void
add_roman(struct buf *out, int64_t number, char shift)
{
    static const struct {
        int value;
        const char *letters;
    } parts[] = {{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"},
        {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"},
        {4, "IV"}, {1, "I"}};

    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        for (; number >= parts[i].value; number -= parts[i].value)
            for (const char *c = parts[i].letters; *c; c++)
                buf_add_char(out, (char)(*c + shift));
}

/*
 * Appends a, b, ... z, aa, ab, ...
 */
static void
add_letters(struct buf *out, int64_t number, char first)
{
    char text[16];
    size_t at = sizeof text;

    for (; number > 0; number = (number - 1) / N_LETTERS)
        text[--at] = (char)(first + (number - 1) % N_LETTERS);
    buf_add(out, text + at, sizeof text - at);
}

void
numeral_add(struct buf *out, int64_t number, char look)
{
    bool is_roman = look == 'i' || look == 'I';
    bool is_letter = look == 'a' || look == 'A';

    if (is_roman && number > 0 && number <= MAX_ROMAN)
        add_roman(out, number, look == 'i' ? 'a' - 'A' : 0);
    else if (is_letter && number > 0)
        add_letters(out, number, look);
    else
        buf_add_format(out, "%lld", (long long)number);
}
