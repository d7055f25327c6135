/* SPDX-License-Identifier: ISC */
/*
 * enclosure - the sounds and films that come with an entry of a feed
 */
#include "enclosure.h"

#include "inlay.h"

#include <stdbool.h>

enum {
    MAX_HTML = 8192 /* bytes; an entry with more has no end */
};

/*
 * Returns the type of what plays at url by its name.
 */
static struct str
guess_type(struct str url)
{
    static const struct str sounds[] = {STR_INIT(".mp3"), STR_INIT(".m4a"),
        STR_INIT(".ogg"), STR_INIT(".opus")};
    struct str path = str_slice(url, 0, str_find(url, STR("?"), 0));

    for (size_t i = 0; i < sizeof sounds / sizeof *sounds; i++)
        if (str_ends(path, sounds[i]))
            return STR("audio/");
    return str_ends(path, STR(".mp4")) ? STR("video/") : (struct str){0};
}

void
enclosure_add(
    struct buf *html, struct str url, struct str type, struct str title)
{
    struct buf src = {0};

    url = str_trim(url);
    if (type.len == 0)
        type = guess_type(url);
    bool is_sound = str_starts_nocase(type, STR("audio/"));
    const char *tag = is_sound ? "audio" : "video";
    inlay_add_text(&src, url, false);
    bool is_there = str_find(buf_str(html), buf_str(&src), 0) < html->len;
    if ((is_sound || str_starts_nocase(type, STR("video/"))) && url.len > 0 &&
        !is_there && html->len < MAX_HTML) {
        buf_add_format(html, "<%s src=\"%s\" title=\"", tag, src.ptr);
        inlay_add_text(html, title, false);
        buf_add_format(html, "\"></%s>", tag);
    }
    buf_done(&src);
}
