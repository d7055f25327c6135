/* SPDX-License-Identifier: ISC */
/*
 * sniff - what kind of document some bytes are
 *
 * What has no signature but many control characters, as what is compressed or
 * encrypted has, is not text either; a few are damage and stay.
 */
#include "parse/sniff.h"

#include "base/magic.h"

#include <stdint.h>

enum {
    LOOK = 8192,     /* bytes in which to look for controls */
    LOOK_FEED = 4096 /* ... for what makes a feed */
};

static const struct str type_names[] = {
    [SNIFF_UNKNOWN] = STR_INIT("unknown"),
    [SNIFF_MARKDOWN] = STR_INIT("markdown"),
    [SNIFF_HTML] = STR_INIT("html"),
    [SNIFF_TEXT] = STR_INIT("text"),
    [SNIFF_FEED] = STR_INIT("feed"),
    [SNIFF_BOOKMARKS] = STR_INIT("bookmarks"),
};

/* The ends of names; those of plain text are few because most text reads well
 * as Markdown. */
static const struct {
    struct str end;
    enum sniff_type type;
} ends[] = {
    {STR_INIT(".md"), SNIFF_MARKDOWN},
    {STR_INIT(".markdown"), SNIFF_MARKDOWN},
    {STR_INIT(".mdown"), SNIFF_MARKDOWN},
    {STR_INIT(".mkd"), SNIFF_MARKDOWN},
    {STR_INIT(".mkdn"), SNIFF_MARKDOWN},
    {STR_INIT(".html"), SNIFF_HTML},
    {STR_INIT(".htm"), SNIFF_HTML},
    {STR_INIT(".xhtml"), SNIFF_HTML},
    {STR_INIT(".txt"), SNIFF_TEXT},
    {STR_INIT(".text"), SNIFF_TEXT},
    {STR_INIT(".log"), SNIFF_TEXT},
    {STR_INIT(".rss"), SNIFF_FEED},
    {STR_INIT(".atom"), SNIFF_FEED},
};

enum sniff_type
sniff_find(struct str name)
{
    for (int type = SNIFF_MARKDOWN; type <= SNIFF_BOOKMARKS; type++)
        if (str_eq(name, type_names[type]))
            return (enum sniff_type)type;
    return SNIFF_UNKNOWN;
}

const char *
sniff_name(enum sniff_type type)
{
    return type_names[type].ptr;
}

enum sniff_type
sniff_file(struct str file)
{
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        size_t len = ends[i].end.len;
        if (file.len > len &&
            str_eq_nocase(
                str_slice(file, file.len - len, file.len), ends[i].end))
            return ends[i].type;
    }
    return SNIFF_UNKNOWN;
}

/*
 * Returns the type alone of a value of Content-Type, without its parameters.
 */
static struct str
media_of(struct str content_type)
{
    return str_trim(
        str_slice(content_type, 0, str_find(content_type, STR(";"), 0)));
}

enum sniff_type
sniff_media(struct str content_type)
{
    static const struct {
        struct str media;
        enum sniff_type type;
    } known[] = {
        {STR_INIT("text/html"), SNIFF_HTML},
        {STR_INIT("application/xhtml+xml"), SNIFF_HTML},
        {STR_INIT("application/javascript"), SNIFF_TEXT},
        {STR_INIT("application/json"), SNIFF_TEXT},
        {STR_INIT("application/yaml"), SNIFF_TEXT},
        {STR_INIT("text/markdown"), SNIFF_MARKDOWN},
        {STR_INIT("text/x-markdown"), SNIFF_MARKDOWN},
        {STR_INIT("text/plain"), SNIFF_TEXT},
        {STR_INIT("application/rss+xml"), SNIFF_FEED},
        {STR_INIT("application/atom+xml"), SNIFF_FEED},
        {STR_INIT("application/feed+json"), SNIFF_FEED},
    };
    const struct str media = media_of(content_type);

    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (str_eq_nocase(media, known[i].media))
            return known[i].type;
    /* Programs, tables, style sheets: anything but what reads as Markdown. */
    return str_starts_nocase(media, STR("text/")) ? SNIFF_TEXT : SNIFF_UNKNOWN;
}

bool
sniff_may_be_feed(struct str content_type, struct str file)
{
    static const struct str media[] = {STR_INIT("application/xml"),
        STR_INIT("text/xml"), STR_INIT("application/rdf+xml"),
        STR_INIT("application/json"), STR_INIT("text/json")};
    static const struct str names[] = {
        STR_INIT(".xml"), STR_INIT(".rdf"), STR_INIT(".json")};

    for (size_t i = 0; i < sizeof media / sizeof *media; i++)
        if (str_eq_nocase(media_of(content_type), media[i]))
            return true;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (str_ends(file, names[i]))
            return true;
    return false;
}

bool
sniff_is_xml(struct str content_type, struct str file, struct str text)
{
    struct str media = media_of(content_type);

    if (media.len > 0)
        return str_eq_nocase(media, STR("application/xhtml+xml")) ||
               str_eq_nocase(media, STR("application/xml")) ||
               str_eq_nocase(media, STR("text/xml"));
    return str_ends(file, STR(".xhtml")) || str_starts(text, STR("<?xml"));
}

/*
 * Steps over comments, processing instructions and the DOCTYPE of a feed at the
 * start of text.
 */
static struct str
skip_prolog(struct str s)
{
    for (;;) {
        s = str_trim(s);
        struct str end = STR(">");
        if (str_starts(s, STR("<!--")))
            end = STR("-->");
        else if (str_starts(s, STR("<?xml")))
            end = STR("?>");
        else if (!str_starts_nocase(s, STR("<!doctype rss")))
            return s;
        size_t at = str_find(s, end, 0);
        s = str_slice(s, at + end.len, s.len);
    }
}

/*
 * Tells whether s begins with the tag, "<html", and not with a longer one.
 */
static bool
begins_with(struct str s, struct str tag)
{
    return str_starts_nocase(s, tag) &&
           (s.len == tag.len || strchr(" \t\r\n/>", s.ptr[tag.len]));
}

/*
 * Tells whether s begins as the root of a feed in XML does. RDF is much else.
 */
static bool
is_root(struct str s)
{
    struct str start = str_slice(s, 0, LOOK_FEED);

    if (begins_with(s, STR("<rdf:RDF")))
        return str_find(start, STR("purl.org/rss/"), 0) < start.len ||
               str_find(start, STR("netscape.com/rdf/"), 0) < start.len;
    return begins_with(s, STR("<rss")) || begins_with(s, STR("<feed")) ||
           begins_with(s, STR("<atom:feed"));
}

/*
 * Tells whether s, in which "{" comes first, is a feed in JSON: it says so near
 * its beginning or, as the order of its parts is free, its end.
 */
static bool
is_json_feed(struct str s)
{
    const struct str mark = STR("jsonfeed.org/version");
    struct str start = str_slice(s, 0, LOOK_FEED);
    struct str end =
        str_slice(s, s.len > LOOK_FEED ? s.len - LOOK_FEED : 0, s.len);

    return s.len > 0 && s.ptr[0] == '{' &&
           (str_find(start, mark, 0) < start.len ||
               str_find(end, mark, 0) < end.len);
}

bool
sniff_is_feed(struct str text)
{
    struct str s = skip_prolog(text);
    size_t end = s.len < LOOK_FEED ? s.len : LOOK_FEED;

    if (is_json_feed(s))
        return true;
    for (size_t at = 0; at < end; at++)
        if (s.ptr[at] == '<' && is_root(str_slice(s, at, s.len)))
            return true;
    return false;
}

enum sniff_type
sniff_text(struct str text)
{
    static const struct str starts[] = {
        STR_INIT("<!doctype html"),
        STR_INIT("<html"),
        STR_INIT("<head"),
        STR_INIT("<body"),
    };
    struct str s = skip_prolog(text);

    if (is_root(s) || is_json_feed(s))
        return SNIFF_FEED;
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
        if (begins_with(s, starts[i]))
            return SNIFF_HTML;
    return SNIFF_MARKDOWN;
}

/*
 * Tells whether no text has that byte, in whatever charset: terminals and
 * printers are told by others than these.
 */
static bool
is_no_text(unsigned char c)
{
    return c < '\b' || (c > 0x0F && c < ' ' && c != 0x1B);
}

const char *
sniff_binary(struct str bytes)
{
    struct str start = str_slice(bytes, 0, LOOK);
    const char *what = magic_find(bytes);
    size_t n_controls = 0;

    for (size_t i = 0; i < start.len; i++)
        n_controls += is_no_text((unsigned char)start.ptr[i]);
    if (!what && n_controls > 16 && n_controls > start.len / 20)
        return "binary data";
    return what;
}
