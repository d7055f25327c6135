/* SPDX-License-Identifier: ISC */
/*
 * Tests of base/magic.h.
 */
#include "base/magic.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define SAME(text, want) assert_string_equal((text) ? (text) : "text", want)

static void
test_magic_takes_no_text_for_something_else(void **state)
{
    static const char *const texts[] = {"", "ID3 tags are",
        "BZh is a signature", "GIF89a was the last", "PK is how they begin",
        "RIFFxxxxWAVE", "MM is 2000", "{\\rtf is a start", "% PDF",
        "OTTO sat down"};
    (void)state;

    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_null(magic_find(str_of(texts[i])));
}

static void
test_magic_believes_the_bytes_more_than_the_server(void **state)
{
    static const struct {
        const char *type;
        struct str start;
        const char *want;
    } cases[] = {
        {"text/html", STR_INIT("%PDF-1.4"), "a PDF document"},
        {"image/jpeg", STR_INIT("\x89PNG\r\n\x1A\n\0\0"), "a PNG image"},
        {"IMAGE/JPEG; q=1", STR_INIT(" <!DOCTYPE html>"), "text"},
        {"image/svg+xml", STR_INIT("<svg>"), "an image"},
        {"font/ttf", STR_INIT("x"), "a font"},
        {"application/vnd.openxmlformats-officedocument.wordprocessingml."
         "document",
            STR_INIT("PK\3\4\0"), "a Word document"},
        {"application/octet-stream", STR_INIT("PK\3\4\0"), "a zip archive"},
        {"application/octet-stream", STR_INIT("text"), "text"},
        {"application/xhtml+xml", STR_INIT("<x/>"), "text"},
        {"", STR_INIT("text"), "text"},
    };
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        SAME(magic_find_media(str_of(cases[i].type), cases[i].start),
            cases[i].want);
}

static void
test_magic_tells_what_it_is_and_how_much(void **state)
{
    static const struct {
        int64_t size;
        const char *want;
    } cases[] = {
        {-1, "this is a film; gutread reads text; save it"},
        {1, "this is a film of 1 bytes; gutread reads text; save it"},
        {9999, "this is a film of 9999 bytes; gutread reads text; save it"},
        {54321, "this is a film of 54 kB; gutread reads text; save it"},
        {3210000, "this is a film of 3.2 MB; gutread reads text; save it"},
    };
    struct err err;
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_false(magic_refuse(&err, "a film", cases[i].size, "save it"));
        assert_int_equal(err.code, ERR_BAD_DATA);
        assert_string_equal(err.text, cases[i].want);
    }
    assert_false(magic_refuse(&err, "a font", 20, ""));
    assert_string_equal(
        err.text, "this is a font of 20 bytes; gutread reads text");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_magic_takes_no_text_for_something_else),
        cmocka_unit_test(test_magic_believes_the_bytes_more_than_the_server),
        cmocka_unit_test(test_magic_tells_what_it_is_and_how_much),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
