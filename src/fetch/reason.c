/* SPDX-License-Identifier: ISC */
/*
 * reason - why a server gave no page, and what can be done
 *
 * The words are our own: the phrase that a server sends along may hold anything
 * and tells no more than its number.
 */
#include "reason.h"

#include "base/str.h"

#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

enum {
    MINUTE = 60,
    HOUR = 60 * MINUTE,
    DAY = 24 * HOUR,
    MAX_WAIT = 30 * DAY /* nobody means more */
};

static const char *
plural(long n)
{
    return n == 1 ? "" : "s";
}

static const struct {
    long status;
    const char *text;
    enum err_code code;
} reasons[] = {
    {400, "the server makes no sense of the address; it may be mistyped",
        ERR_BAD_DATA},
    {401,
        "the page asks for a name and a password, or takes no others; an "
        "address may hold them: https://NAME:PASSWORD@HOST/",
        ERR_DENIED},
    {402,
        "the page must be paid for; log in with a browser and save it there to "
        "read the file",
        ERR_DENIED},
    {403,
        "the server refuses to give this page; save it in a browser and open "
        "the file",
        ERR_DENIED},
    {404, "there is no such page; the address may be old or mistyped",
        ERR_NOT_FOUND},
    {406, "the server has no such page as text; try a browser", ERR_NOT_FOUND},
    {407,
        "the proxy asks for a name and a password; http_proxy in the "
        "environment may hold them: http://NAME:PASSWORD@PROXY/",
        ERR_DENIED},
    {408, "the server waited too long for the request; try again", ERR_TIMEOUT},
    {410, "the page is gone for good; an archive may have it", ERR_GONE},
    {451,
        "the page is withheld for legal reasons, here at least; an archive may "
        "have it",
        ERR_DENIED},
    {502, "a server behind this one gave no sensible answer; try again later",
        ERR_IO},
    {504, "a server behind this one did not answer in time; try again later",
        ERR_TIMEOUT},
};

/*
 * Writes when the server may be asked again: for how long, and at what time,
 * which a person in a hurry can compare with a clock.
 */
static void
write_wait(char *out, size_t size, long wait)
{
    const time_t then = time(NULL) + wait;
    struct tm local;
    char clock[32] = "";

    if (localtime_r(&then, &local) && wait < DAY / 2)
        strftime(clock, sizeof clock, "%H:%M", &local);
    else if (localtime_r(&then, &local))
        strftime(clock, sizeof clock, "%Y-%m-%d %H:%M", &local);
    if (wait < 2 * MINUTE)
        snprintf(out, size, "%ld second%s, at %s", wait, plural(wait), clock);
    else if (wait < 2 * HOUR)
        snprintf(out, size, "%ld minutes, at %s", (wait + MINUTE - 1) / MINUTE,
            clock);
    else if (wait < 2 * DAY)
        snprintf(
            out, size, "%ld hours, at %s", (wait + HOUR - 1) / HOUR, clock);
    else
        snprintf(out, size, "%ld days, at %s", (wait + DAY - 1) / DAY, clock);
}

static bool
set_busy(struct err *err, long status, long wait)
{
    const char *what = status == 429 ? "the server gets too many requests"
                                     : "the server is too busy";
    char when[96];

    if (wait <= 0 || wait > MAX_WAIT)
        return err_set(
            err, ERR_IO, "%s (HTTP %ld); try again later", what, status);
    write_wait(when, sizeof when, wait);
    return err_set(
        err, ERR_IO, "%s (HTTP %ld); try again in %s", what, status, when);
}

bool
reason_set_status(struct err *err, long status, long wait)
{
    if (status == 429 || status == 503)
        return set_busy(err, status, wait);
    for (size_t i = 0; i < sizeof reasons / sizeof *reasons; i++)
        if (reasons[i].status == status)
            return err_set(
                err, reasons[i].code, "HTTP %ld: %s", status, reasons[i].text);
    if (status >= 500)
        return err_set(err, ERR_IO,
            "HTTP %ld: the server failed; try again later", status);
    return err_set(err, ERR_IO,
        "HTTP %ld: the server does not give this page to gutread; try a "
        "browser",
        status);
}

/*
 * Says why the certificate, or what comes before one, was refused.
 */
static bool
set_tls(struct err *err, CURLcode code, const struct reason *r)
{
    const struct str known = STR("SSL certificate problem: ");
    struct str detail = str_trim(str_of(r->detail));

    if (str_starts(detail, known))
        detail = str_slice(detail, known.len, detail.len);
    /* What OpenSSL says of anything that is no TLS. */
    if (str_find(detail, STR("wrong version number"), 0) < detail.len)
        return err_set(err, ERR_IO,
            "no safe connection to '%s': it does not speak TLS there; the "
            "address may have to begin with http:",
            r->host);
    if (code != CURLE_PEER_FAILED_VERIFICATION)
        return err_set(err, ERR_IO, "no safe connection to '%s': %.*s", r->host,
            STR_ARG(detail));
    return err_set(err, ERR_DENIED,
        "the certificate of '%s' is not to be trusted: %.*s; somebody may be "
        "in between",
        r->host, STR_ARG(detail));
}

static bool
set_time(struct err *err, const struct reason *r)
{
    unsigned longer =
        r->timeout < r->max_timeout / 2 ? 2 * r->timeout : r->max_timeout;

    if (r->is_stalled && longer == r->timeout)
        return err_set(err, ERR_TIMEOUT,
            "nothing came from '%s' for %u seconds; try again later", r->host,
            r->timeout);
    if (r->is_stalled)
        return err_set(err, ERR_TIMEOUT,
            "nothing came from '%s' for %u second%s; --timeout=%u waits longer",
            r->host, r->timeout, plural(r->timeout), longer);
    return err_set(err, ERR_TIMEOUT,
        "'%s' did not answer within %u second%s; try again later", r->host,
        r->connect_timeout, plural(r->connect_timeout));
}

bool
reason_set_code(struct err *err, CURLcode code, const struct reason *r)
{
    if (r->proxy_status == 407)
        return err_set(err, ERR_DENIED,
            "the proxy asks for a name and a password; https_proxy in the "
            "environment may hold them: http://NAME:PASSWORD@PROXY/");
    if (r->proxy_status >= 300)
        return err_set(err, ERR_DENIED,
            "the proxy opens no way to '%s' (HTTP %ld)", r->host,
            r->proxy_status);
    switch (code) {
    case CURLE_COULDNT_RESOLVE_HOST:
        return err_set(err, ERR_OFFLINE,
            "the host '%s' is not known; check the address and the network",
            r->host);
    case CURLE_COULDNT_RESOLVE_PROXY:
        return err_set(err, ERR_OFFLINE,
            "the proxy that the environment names is not known");
    case CURLE_COULDNT_CONNECT:
        return err_set(err, ERR_OFFLINE, "no connection to '%s', port %s: %s",
            r->host, r->port,
            r->number ? strerror(r->number)
                      : "the network does not lead there");
    case CURLE_OPERATION_TIMEDOUT:
    case CURLE_ABORTED_BY_CALLBACK:
        return set_time(err, r);
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_SSL_CACERT_BADFILE:
        return set_tls(err, code, r);
    case CURLE_GOT_NOTHING:
        return err_set(err, ERR_IO,
            "'%s' closed the connection without an answer; try again later",
            r->host);
    case CURLE_PARTIAL_FILE:
    case CURLE_RECV_ERROR:
    case CURLE_HTTP2:
    case CURLE_HTTP2_STREAM:
        return err_set(err, ERR_IO,
            "'%s' ended the connection before the page was complete; try again",
            r->host);
    case CURLE_BAD_CONTENT_ENCODING:
        return err_set(err, ERR_BAD_DATA,
            "'%s' sent the page compressed in a way that cannot be read",
            r->host);
    case CURLE_UNSUPPORTED_PROTOCOL:
    case CURLE_WEIRD_SERVER_REPLY:
        return err_set(err, ERR_BAD_DATA,
            "what answers at '%s' does not speak HTTP", r->host);
    default:
        return err_set(err, ERR_IO, "'%s': %s", r->host, r->detail);
    }
}
