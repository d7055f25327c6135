/* SPDX-License-Identifier: ISC */
/*
 * Fuzzes model/url.h with two strings, the address of a document and a
 * reference in it: what comes out is printable ASCII, means the same when it is
 * resolved again, and is neither script nor content.
 */
#include "base/buf.h"
#include "model/url.h"
#include "trial.h"

#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

static void
require_address(struct str url)
{
    static const struct str forbidden[] = {
        STR_INIT("javascript"), STR_INIT("vbscript"), STR_INIT("data")};

    for (size_t i = 0; i < url.len; i++)
        trial_require(url.ptr[i] > ' ' && url.ptr[i] < 0x7F,
            "the address has a byte that none may have");
    for (size_t i = 0; i < sizeof forbidden / sizeof *forbidden; i++)
        trial_require(!str_eq_nocase(url_scheme(url), forbidden[i]),
            "the address would run");
}

/*
 * Resolves url once more, from base, which makes no difference.
 */
static void
require_settled(struct str base, struct str url)
{
    struct buf again = {0};

    trial_require(url_resolve(base, url, &again), "the address is none");
    trial_require(
        str_eq(url, buf_str(&again)), "the address comes out otherwise");
    buf_done(&again);
}

static void
try_parts(struct str url)
{
    struct str whole = url_without_fragment(url);
    struct str fragment = url_fragment(url);
    struct buf path = {0}, decoded = {0};

    trial_require(fragment.len == 0 || whole.len + 1 + fragment.len == url.len,
        "the parts of the address are not all of it");
    url_add_decoded(&decoded, url);
    trial_require(decoded.len <= url.len, "decoding made it longer");
    if (url_file_path(url, &path)) {
        trial_require(path.len > 0, "a file has no path");
        trial_require(!memchr(path.ptr, '\0', path.len), "a path has a NUL");
    }
    buf_done(&path);
    buf_done(&decoded);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    struct str ref = {(const char *)bytes, len};
    size_t end = str_find(ref, STR("\n"), 0);
    struct str base = str_slice(ref, 0, end);
    struct str none = {0};
    struct buf url = {0};

    ref = str_slice(ref, end + 1, ref.len);
    if (url_resolve(base, ref, &url)) {
        require_address(buf_str(&url));
        require_settled(base, buf_str(&url));
        try_parts(buf_str(&url));
    } else {
        trial_require(url.len == 0, "what is no address adds something");
    }
    buf_cut(&url, 0);
    if (url_resolve(none, ref, &url)) {
        require_address(buf_str(&url));
        require_settled(none, buf_str(&url));
    }
    try_parts(base);
    try_parts(ref);
    buf_done(&url);
    return 0;
}
