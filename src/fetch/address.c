/* SPDX-License-Identifier: ISC */
/*
 * address - where a page is asked for
 */
#include "address.h"

#include "base/mem.h"
#include "base/str.h"

enum {
    URL_FLAGS = CURLU_URLENCODE | CURLU_NON_SUPPORT_SCHEME
};

static char *
decoded_part(const struct address *a, CURLUPart part, unsigned flags)
{
    char *text = NULL;

    return curl_url_get(a->url, part, &text, flags) == CURLUE_OK ? text : NULL;
}

char *
address_part(const struct address *a, CURLUPart part)
{
    return decoded_part(
        a, part, part == CURLUPART_PORT ? CURLU_DEFAULT_PORT : 0);
}

/*
 * Tells whether a part of the address now is that.
 */
static bool
has_part(const struct address *a, CURLUPart part, const char *wanted)
{
    char *text = address_part(a, part);
    bool is_same =
        text && wanted && str_eq_nocase(str_of(text), str_of(wanted));

    curl_free(text);
    return is_same;
}

/*
 * Leaves of the address what may be sent and shown.
 */
static void
strip(struct address *a)
{
    curl_url_set(a->url, CURLUPART_USER, NULL, 0);
    curl_url_set(a->url, CURLUPART_PASSWORD, NULL, 0);
    curl_url_set(a->url, CURLUPART_OPTIONS, NULL, 0);
    curl_url_set(a->url, CURLUPART_FRAGMENT, NULL, 0);
    a->is_home = has_part(a, CURLUPART_SCHEME, a->scheme) &&
                 has_part(a, CURLUPART_HOST, a->host) &&
                 has_part(a, CURLUPART_PORT, a->port);
}

bool
address_read(
    struct address *a, const char *text, const char *password, struct err *err)
{
    a->url = curl_url();
    if (!a->url)
        mem_exhausted();
    if (!str_starts_nocase(str_of(text), STR("http://")) &&
        !str_starts_nocase(str_of(text), STR("https://")))
        return err_set(
            err, ERR_BAD_DATA, "only http and https addresses can be fetched");
    CURLUcode code = curl_url_set(a->url, CURLUPART_URL, text, URL_FLAGS);
    if (code != CURLUE_OK)
        return err_set(
            err, ERR_BAD_DATA, "not an address: %s", curl_url_strerror(code));
    a->user = decoded_part(a, CURLUPART_USER, CURLU_URLDECODE);
    a->password = password
                      ? curl_easy_unescape(NULL, password, 0, NULL)
                      : decoded_part(a, CURLUPART_PASSWORD, CURLU_URLDECODE);
    a->scheme = address_part(a, CURLUPART_SCHEME);
    a->host = address_part(a, CURLUPART_HOST);
    a->port = address_part(a, CURLUPART_PORT);
    strip(a);
    return true;
}

bool
address_follow(struct address *a, const char *location, bool *out_is_downgrade,
    struct err *err)
{
    const bool was_safe = has_part(a, CURLUPART_SCHEME, "https");

    if (!*location)
        return err_set(err, ERR_BAD_DATA,
            "the server says that the page is elsewhere, but not where");
    if (curl_url_set(a->url, CURLUPART_URL, location, URL_FLAGS) != CURLUE_OK)
        return err_set(err, ERR_BAD_DATA,
            "the server points to '%.100s', which is not an address", location);
    if (!has_part(a, CURLUPART_SCHEME, "http") &&
        !has_part(a, CURLUPART_SCHEME, "https"))
        return err_set(err, ERR_DENIED,
            "the server points to '%.100s', which is no page of the web",
            location);
    strip(a);
    *out_is_downgrade = was_safe && !has_part(a, CURLUPART_SCHEME, "https");
    return true;
}

void
address_done(struct address *a)
{
    curl_url_cleanup(a->url);
    curl_free(a->scheme);
    curl_free(a->host);
    curl_free(a->port);
    curl_free(a->user);
    curl_free(a->password);
}
