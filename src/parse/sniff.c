/* SPDX-License-Identifier: ISC */
/*
 * sniff - what kind of document some bytes are
 *
 * Signatures are those of file(1) for what people may have in the place of an
 * article. What has none but many zero bytes is not text either; a few zeros
 * are damage and stay.
 */
#include "parse/sniff.h"

#include <stdbool.h>
#include <stdint.h>

enum {
    LOOK = 8192,     /* bytes in which to look for zeros */
    LOOK_CLOSE = 512 /* ... for any control characters */
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

static const struct {
    struct str magic;
    size_t at;
    const char *what;
} signatures[] = {
    {STR_INIT("\x89PNG\r\n\x1A\n"), 0, "a PNG image"},
    {STR_INIT("\xFF\xD8\xFF"), 0, "a JPEG image"},
    {STR_INIT("GIF87a"), 0, "a GIF image"},
    {STR_INIT("GIF89a"), 0, "a GIF image"},
    {STR_INIT("WEBP"), 8, "a WebP image"},
    {STR_INIT("II*\0"), 0, "a TIFF image"},
    {STR_INIT("MM\0*"), 0, "a TIFF image"},
    {STR_INIT("ftypavif"), 4, "an AVIF image"},
    {STR_INIT("ftypheic"), 4, "a HEIC image"},
    {STR_INIT("ftyp"), 4, "a film"},
    {STR_INIT("\x1A\x45\xDF\xA3"), 0, "a film"},
    {STR_INIT("OggS"), 0, "an Ogg sound"},
    {STR_INIT("fLaC"), 0, "a FLAC sound"},
    {STR_INIT("ID3"), 0, "an MP3 sound"},
    {STR_INIT("WAVE"), 8, "a WAV sound"},
    {STR_INIT("mimetypeapplication/epub+zip"), 30, "an EPUB book"},
    {STR_INIT("mimetypeapplication/vnd.oasis.opendocument"), 30,
        "an OpenDocument file"},
    {STR_INIT("PK\3\4"), 0, "a zip archive or an office document"},
    {STR_INIT("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), 0, "an office document"},
    {STR_INIT("\x1F\x8B"), 0, "compressed with gzip"},
    {STR_INIT("BZh"), 0, "compressed with bzip2"},
    {STR_INIT("\xFD"
              "7zXZ\0"),
        0, "compressed with xz"},
    {STR_INIT("\x28\xB5\x2F\xFD"), 0, "compressed with zstd"},
    {STR_INIT("7z\xBC\xAF\x27\x1C"), 0, "a 7-zip archive"},
    {STR_INIT("ustar"), 257, "a tar archive"},
    {STR_INIT("\x7F"
              "ELF"),
        0, "an ELF program"},
    {STR_INIT("\xCA\xFE\xBA\xBE"), 0, "a program"},
    {STR_INIT("\0asm"), 0, "a WebAssembly program"},
    {STR_INIT("SQLite format 3\0"), 0, "an SQLite database"},
    {STR_INIT("wOFF"), 0, "a font"},
    {STR_INIT("wOF2"), 0, "a font"},
    {STR_INIT("AT&TFORM"), 0, "a DjVu document"},
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
 * Tells whether s begins as no text does, so that a signature made of letters
 * is one: "ID3 tags are" is a sentence.
 */
static bool
has_controls(struct str s)
{
    s = str_slice(s, 0, LOOK_CLOSE);
    for (size_t i = 0; i < s.len; i++)
        if ((unsigned char)s.ptr[i] < 9 || s.ptr[i] == 0x0E || s.ptr[i] == 0x0F)
            return true;
    return false;
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
    size_t n_zeros = 0;

    if (str_starts(bytes, STR("%PDF-")))
        return "a PDF document";
    if (!has_controls(bytes))
        return NULL;
    for (size_t i = 0; i < sizeof signatures / sizeof *signatures; i++) {
        struct str magic = signatures[i].magic;
        size_t at = signatures[i].at;
        if (str_eq(str_slice(bytes, at, at + magic.len), magic))
            return signatures[i].what;
    }
    for (size_t i = 0; i < start.len; i++)
        n_zeros += start.ptr[i] == 0;
    if (n_zeros > 16 && n_zeros > start.len / 20)
        return "binary";
    return NULL;
}
