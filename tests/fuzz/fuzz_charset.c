/* SPDX-License-Identifier: ISC */
/*
 * Fuzzes parse/charset.h: any bytes with any label become valid UTF-8 of a size
 * in proportion, and what is valid already stays as it is.
 */
#include "base/utf8.h"
#include "parse/charset.h"
#include "trial.h"

#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

enum {
    MAX_GROWTH = 12 /* bytes of UTF-8 for one byte, at most */
};

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    static const struct str types[] = {
        STR_INIT(""),
        STR_INIT("text/html; charset=utf-8"),
        STR_INIT("text/html; charset=utf-16"),
        STR_INIT("text/html; charset=utf-16be"),
        STR_INIT("text/html; charset=iso-2022-jp"),
        STR_INIT("text/html; charset=shift_jis"),
        STR_INIT("text/html; charset=gb18030"),
        STR_INIT("text/html; charset=big5"),
        STR_INIT("text/html; charset=euc-kr"),
        STR_INIT("text/html; charset=koi8-r"),
    };
    const struct str text = {(const char *)bytes, len};

    for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
        struct buf storage = {0}, again = {0};
        struct str got = charset_decode(text, types[i], &storage);
        trial_require(utf8_is_valid(got), "it is not valid");
        trial_require(
            got.len <= MAX_GROWTH * (len + 1), "it is too much of it");
        if (!charset_is_wide(got, types[0]) &&
            !str_starts(got, STR("\uFEFF")) && /* would be a mark now */
            str_find(got, STR("\x1B$"), 0) == got.len)
            trial_require(str_eq(charset_decode(got, types[0], &again), got),
                "what is valid changed");
        buf_done(&storage);
        buf_done(&again);
    }
    return 0;
}
