/* SPDX-License-Identifier: ISC */
/*
 * fresh - how long a copy of a page may stand for it
 */
#include "fetch/fresh.h"

#include "base/str.h"

#include <curl/curl.h>

enum {
    MAX_SECONDS = 10 * 365 * 24 * 3600 /* longer is as good as for ever */
};

/*
 * Returns the number of seconds that text begins with, which may stand in
 * quotes; -1 when it begins with none.
 */
static int64_t
read_seconds(struct str text)
{
    int64_t seconds = 0;
    size_t i = 0;

    if (str_starts(text, STR("\"")))
        text = str_slice(text, 1, text.len);
    while (i < text.len && text.ptr[i] >= '0' && text.ptr[i] <= '9') {
        seconds = seconds * 10 + (text.ptr[i] - '0');
        if (seconds > MAX_SECONDS)
            seconds = MAX_SECONDS;
        i++;
    }
    return i > 0 ? seconds : -1;
}

/*
 * Takes the next directive from the list; false at its end.
 */
static bool
next_directive(struct str *list, struct str *out_name, struct str *out_value)
{
    while (list->len > 0) {
        const size_t end = str_find(*list, STR(","), 0);
        const struct str item = str_trim(str_slice(*list, 0, end));
        const size_t equals = str_find(item, STR("="), 0);
        *list = str_slice(*list, end + 1, list->len);
        *out_name = str_trim(str_slice(item, 0, equals));
        *out_value = str_trim(str_slice(item, equals + 1, item.len));
        if (out_name->len > 0)
            return true;
    }
    return false;
}

struct fresh
fresh_read(const struct fresh_headers *headers, int64_t now)
{
    struct fresh fresh = {.may_keep = true};
    struct str list = str_of(headers->cache_control), name, value;
    int64_t seconds = -1, age = read_seconds(str_of(headers->age));
    bool is_bound = false;

    while (next_directive(&list, &name, &value)) {
        if (str_eq_nocase(name, STR("max-age"))) {
            int64_t given = read_seconds(value);
            seconds = given < 0 ? 0 : given;
        } else if (str_eq_nocase(name, STR("no-cache"))) {
            is_bound = true;
        } else if (str_eq_nocase(name, STR("no-store"))) {
            fresh.may_keep = false;
        } else if (str_eq_nocase(name, STR("must-revalidate"))) {
            fresh.must_ask = true;
        }
    }
    if (seconds < 0 && *headers->expires) {
        /* A value that is no date, as "0", means the past. */
        const int64_t expires = (int64_t)curl_getdate(headers->expires, NULL);
        const int64_t date = (int64_t)curl_getdate(headers->date, NULL);
        seconds = expires < 0 ? 0 : expires - (date < 0 ? now : date);
        if (seconds > MAX_SECONDS)
            seconds = MAX_SECONDS;
    }
    seconds -= age > 0 ? age : 0;
    if (is_bound)
        fresh.must_ask = true;
    else if (seconds > 0 && fresh.may_keep)
        fresh.until = now + seconds;
    return fresh;
}
