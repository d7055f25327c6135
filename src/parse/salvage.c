/* SPDX-License-Identifier: ISC */
/*
 * salvage - what can be read of JSON that is cut off or broken
 *
 * One pass over the bytes, which remembers where a value ended last. Each
 * bracket and each comma is such an end, so what is open there is what is open
 * when the pass is over. A text in which it stops is a value if one is due.
 */
#include "salvage.h"

enum {
    MAX_OPEN = 64,    /* objects and arrays in one another */
    SHORT_ESCAPE = 2, /* bytes of "\n" */
    LONG_ESCAPE = 6   /* of "\u0041" */
};

struct salvage {
    struct str json;
    char open[MAX_OPEN]; /* the brackets that end what is open */
    unsigned n_open;
    size_t end;      /* of the last value */
    bool is_due;     /* a value comes next, not a key */
    bool is_in_text; /* the pass has stopped in one */
};

/*
 * Tells whether a character begins at at of which another escape is the second
 * half.
 */
static bool
is_half(struct str json, size_t at)
{
    struct str escape = str_slice(json, at, at + LONG_ESCAPE);

    return escape.len >= 4 && escape.ptr[1] == 'u' &&
           (escape.ptr[2] | 0x20) == 'd' && strchr("89abAB", escape.ptr[3]);
}

/*
 * Steps over the text whose quote is at at. Returns where it ends, or the end of
 * what is good of it when it has no end.
 */
static size_t
skip_text(struct salvage *s, size_t at)
{
    size_t last = 0, before = 0, end = s->json.len;

    for (size_t i = at + 1; i < s->json.len; i++) {
        if (s->json.ptr[i] == '"')
            return i;
        if (s->json.ptr[i] != '\\')
            continue;
        before = last;
        last = i++;
    }
    s->is_in_text = true;
    s->is_due = s->is_due && memchr(s->json.ptr + at, ' ', end - at) != NULL;
    bool is_long = last > 0 && last + 1 < end && s->json.ptr[last + 1] == 'u';
    if (last > 0 && last + (is_long ? LONG_ESCAPE : SHORT_ESCAPE) > end) {
        end = last;
        last = before;
    }
    if (last > 0 && last + LONG_ESCAPE == end && is_half(s->json, last))
        end = last;
    return end;
}

/*
 * Takes the byte at at, which is in no text. Returns false if nothing can come
 * of what follows.
 */
static bool
take(struct salvage *s, size_t at)
{
    const char c = s->json.ptr[at];

    if (c == ':') {
        s->is_due = true;
    } else if (c == ',') {
        s->end = at;
        s->is_due = s->n_open > 0 && s->open[s->n_open - 1] == ']';
    } else if (c == '{' || c == '[') {
        if (s->n_open == MAX_OPEN || !s->is_due)
            return false;
        s->open[s->n_open++] = c == '{' ? '}' : ']';
        s->end = at + 1;
        s->is_due = c == '[';
    } else if (c == '}' || c == ']') {
        if (s->n_open == 0 || s->open[s->n_open - 1] != c)
            return false;
        s->n_open--;
        s->end = at + 1;
        s->is_due = false;
    }
    return true;
}

void
salvage_add(struct buf *out, struct str json)
{
    struct salvage s = {.json = json, .is_due = true};

    for (size_t i = 0; i < json.len && !s.is_in_text; i++) {
        if (json.ptr[i] != '"') {
            if (!take(&s, i))
                break;
            continue;
        }
        i = skip_text(&s, i);
        if (!s.is_due)
            continue;
        s.end = s.is_in_text ? i : i + 1;
        s.is_due = s.is_in_text;
    }
    buf_add_str(out, str_slice(json, 0, s.end));
    if (s.is_in_text && s.is_due)
        buf_add_char(out, '"');
    while (s.end > 0 && s.n_open > 0)
        buf_add_char(out, s.open[--s.n_open]);
}
