/* SPDX-License-Identifier: ISC */
/*
 * fence - the lines around front matter
 *
 * "---" is a thematic break as well. What decides is what stands between two of
 * them; this only tells how it looks, by its first line.
 */
#include "fence.h"

enum {
    MAX_LEN = 1 << 16 /* bytes; longer ones are no front matter */
};

/*
 * Tells whether line is mark and blanks.
 */
static bool
is_fence(struct str line, struct str mark)
{
    return str_starts(line, mark) && str_trim(line).len == mark.len;
}

/*
 * Tells whether a line is a key with its value, as front matter begins.
 */
static bool
is_pair(struct str line)
{
    size_t colon = str_find(line, STR(":"), 0);

    for (size_t i = 0; i < colon; i++) {
        char c = line.ptr[i];
        if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '"'))
            return false;
    }
    return colon > 0 && (colon + 1 == line.len || line.ptr[colon + 1] == ' ');
}

struct fence
fence_find(struct str text)
{
    struct str rest = text;
    struct fence found = {0};
    bool has_content = false;

    if (!is_fence(str_next_line(&rest), STR("---")))
        return found;
    found.content.ptr = rest.ptr;
    while (rest.len > 0 && text.len - rest.len < MAX_LEN) {
        const char *start = rest.ptr;
        struct str line = str_next_line(&rest);
        if (is_fence(line, STR("---")) || is_fence(line, STR("..."))) {
            found.content.len = (size_t)(start - found.content.ptr);
            found.len = text.len - rest.len;
            break;
        }
        struct str content = str_trim(line);
        if (!has_content && content.len > 0 && content.ptr[0] != '#') {
            has_content = true;
            found.is_likely = is_pair(line);
        }
    }
    return found;
}
