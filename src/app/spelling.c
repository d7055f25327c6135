/* SPDX-License-Identifier: ISC */
/*
 * spelling - the name that was meant
 *
 * The distance is that of Damerau and Levenshtein in its simple form (optimal
 * string alignment): three rows of the table are enough.
 */
#include "spelling.h"

/* Longer names than any that there are. */
enum {
    MAX_LEN = 40
};

static size_t
least(size_t a, size_t b)
{
    return a < b ? a : b;
}

/*
 * Returns how many mistakes make b of a, both of at most MAX_LEN bytes.
 */
static size_t
distance(struct str a, struct str b)
{
    size_t rows[3][MAX_LEN + 1] = {0};

    for (size_t j = 0; j <= b.len; j++)
        rows[0][j] = j;
    for (size_t i = 1; i <= a.len; i++) {
        const size_t *before = rows[(i + 1) % 3]; /* two rows up */
        const size_t *above = rows[(i - 1) % 3];
        size_t *row = rows[i % 3];
        row[0] = i;
        for (size_t j = 1; j <= b.len; j++) {
            const bool is_same = a.ptr[i - 1] == b.ptr[j - 1];
            row[j] = least(least(above[j], row[j - 1]) + 1,
                above[j - 1] + (is_same ? 0 : 1));
            if (i > 1 && j > 1 && a.ptr[i - 1] == b.ptr[j - 2] &&
                a.ptr[i - 2] == b.ptr[j - 1])
                row[j] = least(row[j], before[j - 2] + 1);
        }
    }
    return rows[a.len % 3][b.len];
}

struct spelling
spelling_begin(struct str word)
{
    return (struct spelling){.word = word, .limit = word.len / 3 + 1};
}

void
spelling_try(struct spelling *s, const char *candidate)
{
    const struct str name = str_of(candidate);

    if (name.len > MAX_LEN || s->word.len > MAX_LEN)
        return;
    const size_t d = distance(s->word, name);
    if (d < s->limit) {
        s->limit = d;
        s->best = candidate;
    }
}

bool
spelling_fail(const struct spelling *s, const char *what, const char *mark,
    struct err *err)
{
    err_set(err, ERR_BAD_DATA, "%s '%s%.*s'%s%s%s%s", what, mark,
        STR_ARG(s->word), s->best ? " (did you mean '" : "",
        s->best ? mark : "", s->best ? s->best : "", s->best ? "'?)" : "");
    return false;
}
