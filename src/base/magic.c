/* SPDX-License-Identifier: ISC */
/*
 * magic - what bytes are that are no text
 *
 * Signatures are those of file(1). One made of letters counts only where bytes
 * follow that no text has.
 */
#include "base/magic.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

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
    {STR_INIT("MThd"), 0, "a MIDI sound"},
    {STR_INIT("WAVE"), 8, "a WAV sound"},
    {STR_INIT("AVI "), 8, "a film"},
    {STR_INIT("FLV\1"), 0, "a film"},
    {STR_INIT("mimetypeapplication/epub+zip"), 30, "an EPUB book"},
    {STR_INIT("mimetypeapplication/vnd.oasis.opendocument"), 30,
        "an OpenDocument file"},
    {STR_INIT("[Content_Types].xml"), 30, "an office document"},
    {STR_INIT("PK\3\4"), 0, "a zip archive"},
    {STR_INIT("Rar!\x1A\7"), 0, "a RAR archive"},
    {STR_INIT("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), 0, "an office document"},
    {STR_INIT("\x1F\x8B"), 0, "a file compressed with gzip"},
    {STR_INIT("BZh"), 0, "a file compressed with bzip2"},
    {STR_INIT("\xFD"
              "7zXZ\0"),
        0, "a file compressed with xz"},
    {STR_INIT("\x28\xB5\x2F\xFD"), 0, "a file compressed with zstd"},
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
    {STR_INIT("OTTO"), 0, "a font"},
    {STR_INIT("\0\1\0\0\0"), 0, "a font"},
    {STR_INIT("\0\0\1\0"), 0, "an icon"},
    {STR_INIT("AT&TFORM"), 0, "a DjVu document"},
};

static const struct {
    struct str start; /* of the type */
    const char *what;
} media[] = {
    {STR_INIT("application/pdf"), "a PDF document"},
    {STR_INIT("application/postscript"), "a PostScript document"},
    {STR_INIT("application/rtf"), "an RTF document"},
    {STR_INIT("text/rtf"), "an RTF document"},
    {STR_INIT("application/epub"), "an EPUB book"},
    {STR_INIT("application/msword"), "a Word document"},
    {STR_INIT("application/vnd.openxmlformats-officedocument.word"),
        "a Word document"},
    {STR_INIT("application/vnd.ms-excel"), "a spreadsheet"},
    {STR_INIT("application/vnd.openxmlformats-officedocument.spread"),
        "a spreadsheet"},
    {STR_INIT("application/vnd.ms-powerpoint"), "a presentation"},
    {STR_INIT("application/vnd.openxmlformats-officedocument.presentation"),
        "a presentation"},
    {STR_INIT("application/vnd.oasis.opendocument."), "an OpenDocument file"},
    {STR_INIT("application/vnd.ms-fontobject"), "a font"},
    {STR_INIT("application/font"), "a font"},
    {STR_INIT("application/x-font"), "a font"},
    {STR_INIT("application/zip"), "a zip archive"},
    {STR_INIT("application/x-zip"), "a zip archive"},
    {STR_INIT("application/gzip"), "a file compressed with gzip"},
    {STR_INIT("application/x-gzip"), "a file compressed with gzip"},
    {STR_INIT("application/x-7z"), "a 7-zip archive"},
    {STR_INIT("application/x-tar"), "a tar archive"},
    {STR_INIT("application/vnd.rar"), "a RAR archive"},
    {STR_INIT("application/x-rar"), "a RAR archive"},
    {STR_INIT("application/java-archive"), "a program"},
    {STR_INIT("application/vnd.android.package"), "a program"},
    {STR_INIT("application/x-executable"), "a program"},
    {STR_INIT("application/wasm"), "a WebAssembly program"},
    {STR_INIT("image/"), "an image"},
    {STR_INIT("audio/"), "a sound"},
    {STR_INIT("video/"), "a film"},
    {STR_INIT("font/"), "a font"},
};

/*
 * Tells whether s begins as no text does, so that a signature made of letters
 * is one: "ID3 tags are" is a sentence.
 */
static bool
has_controls(struct str s)
{
    s = str_slice(s, 0, MAGIC_LOOK);
    for (size_t i = 0; i < s.len; i++)
        if ((unsigned char)s.ptr[i] < 9 || s.ptr[i] == 0x0E || s.ptr[i] == 0x0F)
            return true;
    return false;
}

const char *
magic_find(struct str bytes)
{
    if (str_starts(bytes, STR("%PDF-")))
        return "a PDF document";
    if (str_starts(bytes, STR("%!PS-Adobe")))
        return "a PostScript document";
    if (str_starts(bytes, STR("{\\rtf1")))
        return "an RTF document";
    if (!has_controls(bytes))
        return NULL;
    for (size_t i = 0; i < sizeof signatures / sizeof *signatures; i++) {
        struct str magic = signatures[i].magic;
        size_t at = signatures[i].at;
        if (str_eq(str_slice(bytes, at, at + magic.len), magic))
            return signatures[i].what;
    }
    return NULL;
}

/*
 * Tells whether the signature belongs to files of many kinds.
 */
static bool
is_wrapped(struct str bytes)
{
    return str_starts(bytes, STR("PK\3\4")) ||
           str_starts(bytes, STR("\xD0\xCF\x11\xE0"));
}

static bool
is_page(struct str start)
{
    start = str_trim(start);
    return str_starts_nocase(start, STR("<!doctype html")) ||
           str_starts_nocase(start, STR("<html"));
}

const char *
magic_find_media(struct str content_type, struct str start)
{
    const char *what = magic_find(start);
    const struct str type = str_trim(content_type);

    if ((what && !is_wrapped(start)) || is_page(start))
        return what;
    for (size_t i = 0; i < sizeof media / sizeof *media; i++)
        if (str_starts_nocase(type, media[i].start))
            return media[i].what;
    return what;
}

bool
magic_refuse(
    struct err *err, const char *what, int64_t size, const char *advice)
{
    char of[48] = "";

    if (size >= 1000000)
        snprintf(of, sizeof of, " of %.1f MB", (double)size / 1e6);
    else if (size >= 10000)
        snprintf(of, sizeof of, " of %.0f kB", (double)size / 1e3);
    else if (size >= 0)
        snprintf(of, sizeof of, " of %d bytes", (int)size);
    return err_set(err, ERR_BAD_DATA, "this is %s%s; gutread reads text%s%s",
        what, of, *advice ? "; " : "", advice);
}
