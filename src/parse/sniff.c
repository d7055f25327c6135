/* SPDX-License-Identifier: ISC */
/*
 * sniff - what kind of document some bytes are
 *
 * What has no signature but many zero bytes is not text either; a few zeros are
 * damage and stay.
 */
#include "parse/sniff.h"

#include "base/magic.h"

#include <stdbool.h>
#include <stdint.h>

enum {
    LOOK = 8192 /* bytes in which to look for zeros */
};

static const struct str type_names[] = {
    [SNIFF_UNKNOWN] = STR_INIT("unknown"),
    [SNIFF_MARKDOWN] = STR_INIT("markdown"),
    [SNIFF_HTML] = STR_INIT("html"),
    [SNIFF_TEXT] = STR_INIT("text"),
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
};

enum sniff_type
sniff_find(struct str name)
{
    for (int type = SNIFF_MARKDOWN; type <= SNIFF_TEXT; type++)
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

enum sniff_type
sniff_media(struct str content_type)
{
    static const struct {
        struct str media;
        enum sniff_type type;
    } known[] = {
        {STR_INIT("text/html"), SNIFF_HTML},
        {STR_INIT("application/xhtml+xml"), SNIFF_HTML},
        {STR_INIT("text/markdown"), SNIFF_MARKDOWN},
        {STR_INIT("text/x-markdown"), SNIFF_MARKDOWN},
        {STR_INIT("text/plain"), SNIFF_TEXT},
    };
    const size_t end = str_find(content_type, STR(";"), 0);
    const struct str media = str_trim(str_slice(content_type, 0, end));

    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (str_eq_nocase(media, known[i].media))
            return known[i].type;
    return SNIFF_UNKNOWN;
}

/*
 * Steps over comments and processing instructions at the start of a page.
 */
static struct str
skip_prolog(struct str s)
{
    for (;;) {
        s = str_trim(s);
        bool is_comment = str_starts(s, STR("<!--"));
        if (!is_comment && !str_starts(s, STR("<?xml")))
            return s;
        struct str end = is_comment ? STR("-->") : STR("?>");
        size_t at = str_find(s, end, 0);
        s = str_slice(s, at + end.len, s.len);
    }
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

    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++) {
        size_t len = starts[i].len;
        if (!str_starts_nocase(s, starts[i]))
            continue;
        if (s.len == len || strchr(" \t\r\n/>", s.ptr[len]))
            return SNIFF_HTML;
    }
    return SNIFF_MARKDOWN;
}

const char *
sniff_binary(struct str bytes)
{
    struct str start = str_slice(bytes, 0, LOOK);
    const char *what = magic_find(bytes);
    size_t n_zeros = 0;

    for (size_t i = 0; i < start.len; i++)
        n_zeros += start.ptr[i] == 0;
    if (!what && n_zeros > 16 && n_zeros > start.len / 20)
        return "binary data";
    return what;
}
