/* SPDX-License-Identifier: ISC */
/*
 * syndication - a feed from text
 *
 * XML is read as it is, which most feeds allow. When that fails all that was
 * read is thrown away, and the text is mended and read once more: two passes at
 * worst, and what comes of a broken feed does not depend on where it breaks.
 */
#include "parse/syndication.h"

#include "channel.h"
#include "desk.h"
#include "jsonfeed.h"
#include "mend.h"
#include "parse/sniff.h"

#include <limits.h>

/*
 * Reads text as XML. False, and why, when there is no feed in it.
 */
static bool
read_xml(struct desk **d, struct str text, struct err *err)
{
    struct err why = {0};
    struct buf mended = {0};
    const struct str base_url = desk_base(*d);

    if (channel_read(*d, text, false, &why))
        return desk_is_feed(*d) ||
               err_set(err, ERR_BAD_DATA, "this XML is no feed");
    desk_free(*d);
    *d = desk_new(base_url);
    mend_add(&mended, text);
    if (why.code != ERR_NONE) {
        struct buf note = {0};
        buf_add_format(&note,
            "this feed is broken (%s): it is shown as far as it goes",
            why.text);
        desk_note(*d, buf_str(&note));
        buf_done(&note);
    }
    bool ok = channel_read(*d, buf_str(&mended), true, &why);
    buf_done(&mended);
    if (!ok || !desk_is_feed(*d))
        return err_set(err, ERR_BAD_DATA, "this is no feed");
    return true;
}

struct feed *
syndication_parse(
    struct str text, const struct syndication_opts *opts, struct err *err)
{
    struct str start = str_trim(text);
    struct desk *d = desk_new(opts->base_url);
    bool ok = false;

    if (text.len > INT_MAX / 8)
        err_set(err, ERR_TOO_LARGE, "this feed is too large");
    else if (sniff_text(start) == SNIFF_HTML)
        err_set(err, ERR_BAD_DATA,
            "this is a page, no feed; --feed takes the one that it names");
    else if (start.len > 0 && start.ptr[0] == '{')
        ok = jsonfeed_read(d, start, err);
    else
        ok = read_xml(&d, text, err);
    if (!ok) {
        desk_free(d);
        return NULL;
    }
    desk_note(d, opts->note);
    if (opts->cut.len > 0) {
        struct buf note = {0};
        buf_add_format(
            &note, "the end of this feed is missing: %.*s", STR_ARG(opts->cut));
        desk_note(d, buf_str(&note));
        buf_done(&note);
    }
    return desk_finish(d);
}
