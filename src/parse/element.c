/* SPDX-License-Identifier: ISC */
/*
 * element - the elements and attributes of HTML that mean something here
 *
 * Both tables are sorted by name, which a test proves, and searched by halves.
 * Attributes of one element are few, so they are gone through.
 */
#include "parse/element.h"

#include <assert.h>

static const struct element_info elements[] = {
#define X(constant, name, layout, block, roles)                                \
    {name, ELEMENT_##layout, BLOCK_##block, (uint16_t)(roles)},
    ELEMENTS(X)
#undef X
};

static const char *const attr_names[] = {
#define X(constant, name) name,
    ELEMENT_ATTRS(X)
#undef X
};

const struct element_info *
element_info(enum element e)
{
    return &elements[e];
}

enum element
element_find(struct str name)
{
    uint32_t low = 0, high = ELEMENT_COUNT;

    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        int diff = str_compare_nocase(name, str_of(elements[middle].name));
        if (diff == 0)
            return (enum element)middle;
        if (diff < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return ELEMENT_OTHER;
}

enum attr_name
element_find_attr(struct str name)
{
    uint32_t low = 0, high = ATTR_COUNT;

    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        int diff = str_compare_nocase(name, str_of(attr_names[middle]));
        if (diff == 0)
            return (enum attr_name)middle;
        if (diff < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return ATTR_COUNT;
}

void
element_add_attr(struct attrs *attrs, enum attr_name name, struct str value)
{
    assert(attrs->n < ATTR_COUNT);
    if (!value.ptr)
        value.ptr = "";
    attrs->list[attrs->n++] = (struct attr){name, value};
}

struct str
element_attr(const struct attrs *attrs, enum attr_name name)
{
    for (uint32_t i = 0; i < attrs->n; i++)
        if (attrs->list[i].name == name)
            return attrs->list[i].value;
    return (struct str){0};
}

bool
element_has_attr(const struct attrs *attrs, enum attr_name name)
{
    return element_attr(attrs, name).ptr != NULL;
}

bool
element_has_class(const struct attrs *attrs, struct str word)
{
    return str_has_word(element_attr(attrs, ATTR_CLASS), word);
}

int32_t
element_number(const struct attrs *attrs, enum attr_name name, int32_t fallback)
{
    struct str s = str_trim(element_attr(attrs, name));
    bool is_negative = s.len > 0 && s.ptr[0] == '-';
    size_t first = is_negative || (s.len > 0 && s.ptr[0] == '+');
    size_t i = first;
    int32_t number = 0;

    for (; i < s.len && s.ptr[i] >= '0' && s.ptr[i] <= '9'; i++)
        if (number < 100000000)
            number = number * 10 + (s.ptr[i] - '0');
    if (i == first)
        return fallback;
    return is_negative ? -number : number;
}
