/* SPDX-License-Identifier: ISC */
/*
 * fetch - one page of the web
 *
 * libcurl does one request at a time; between them stands our own loop over
 * redirects. Its own could neither say that it goes from https to http nor
 * where it goes before it went. One handle serves all requests, and with it
 * connections and cookies.
 *
 * libcurl's limits of speed are averages over seconds, so that a byte now and
 * then counts as nothing: the clock here starts again with every byte.
 */
#include "fetch/fetch.h"

#include "base/buf.h"
#include "base/mem.h"
#include "reason.h"

#include <curl/curl.h>

#include <stdlib.h>
#include <string.h>
#include <time.h>

enum {
    MAX_HEAD = 256 * 1024, /* bytes of all headers of one answer */
    MAX_DRAIN = 64 * 1024, /* of a body that nobody reads; more ends it */
    PROGRESS_MS = 100,
    URL_FLAGS = CURLU_URLENCODE | CURLU_NON_SUPPORT_SCHEME,
};

static const char accept_types[] =
    "Accept: text/html, application/xhtml+xml, text/markdown;q=0.9, "
    "text/plain;q=0.8, */*;q=0.5";

/* The parts of an address that say where a password belongs. */
struct origin {
    char *scheme, *host, *port; /* owned by libcurl; NULL: unknown */
};

struct transfer {
    CURL *curl;
    CURLU *url; /* that is asked for, without a password */
    struct curl_slist *headers;
    struct origin origin;  /* of the first address */
    char *user, *password; /* owned by libcurl; for the origin, or NULL */
    const struct fetch_opts *opts;
    const struct fetch_ops *ops;
    void *told;

    uint64_t last_byte, last_progress; /* milliseconds */
    curl_off_t n_seen;                 /* bytes that have come */
    size_t n_head, n_body;
    bool is_told, is_stalled;
    struct err *err;
    bool is_failed; /* err is set */
    char detail[CURL_ERROR_SIZE];
};

static uint64_t
now_ms(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * 1000 + (uint64_t)now.tv_nsec / 1000000;
}

/*
 * Returns a part of the address, to be freed by curl_free(); NULL without one.
 */
static char *
part_of(CURLU *url, CURLUPart part, unsigned flags)
{
    char *text = NULL;

    return curl_url_get(url, part, &text, flags) == CURLUE_OK ? text : NULL;
}

static struct origin
origin_of(CURLU *url)
{
    return (struct origin){
        part_of(url, CURLUPART_SCHEME, 0),
        part_of(url, CURLUPART_HOST, 0),
        part_of(url, CURLUPART_PORT, CURLU_DEFAULT_PORT),
    };
}

static void
free_origin(struct origin *o)
{
    curl_free(o->scheme);
    curl_free(o->host);
    curl_free(o->port);
}

static unsigned
connect_timeout(const struct fetch_opts *o)
{
    return o->timeout < FETCH_CONNECT_TIMEOUT ? o->timeout
                                              : FETCH_CONNECT_TIMEOUT;
}

static bool
is_same(const char *a, const char *b)
{
    return a && b && str_eq_nocase(str_of(a), str_of(b));
}

static long
status_of(struct transfer *t)
{
    long status = 0;

    curl_easy_getinfo(t->curl, CURLINFO_RESPONSE_CODE, &status);
    return status;
}

/*
 * Returns a header of the last answer, empty when it has none.
 */
static const char *
header_of(struct transfer *t, const char *name)
{
    struct curl_header *header;
    CURLHcode code =
        curl_easy_header(t->curl, name, 0, CURLH_HEADER, -1, &header);

    return code == CURLHE_OK ? header->value : "";
}

static bool
is_redirect(long status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 ||
           status == 308;
}

static bool
set_too_large(struct transfer *t)
{
    t->is_failed = true;
    return err_set(t->err, ERR_TOO_LARGE,
        "the page has more than %zu bytes; --max-size allows more",
        t->opts->max_size);
}

/*
 * Tells the head, once. Returns false when no body is to follow.
 */
static bool
tell_head(struct transfer *t)
{
    const long status = status_of(t);
    curl_off_t length = -1;
    char *url = part_of(t->url, CURLUPART_URL, 0);

    t->is_told = true;
    curl_easy_getinfo(t->curl, CURLINFO_CONTENT_LENGTH_DOWNLOAD_T, &length);
    const struct fetch_head head = {
        .status = status,
        .url = url ? url : "",
        .type = header_of(t, "Content-Type"),
        .etag = header_of(t, "ETag"),
        .modified = header_of(t, "Last-Modified"),
        .length = length,
    };
    if (t->ops->head)
        t->ops->head(t->told, &head);
    curl_free(url);
    if (status < 200 || status >= 300)
        return false;
    if (length > 0 && (uint64_t)length > t->opts->max_size)
        return set_too_large(t);
    return true;
}

static size_t
on_header(char *ptr, size_t size, size_t n, void *user)
{
    struct transfer *t = user;
    (void)ptr;

    t->last_byte = now_ms();
    t->n_head += size * n;
    if (t->n_head <= MAX_HEAD)
        return size * n;
    t->is_failed = true;
    err_set(t->err, ERR_TOO_LARGE, "the server's answer has no end of headers");
    return 0;
}

static size_t
on_body(char *ptr, size_t size, size_t n, void *user)
{
    struct transfer *t = user;
    const size_t len = size * n;

    t->last_byte = now_ms();
    t->n_body += len;
    if (is_redirect(status_of(t)))
        return t->n_body <= MAX_DRAIN ? len : 0;
    if (!t->is_told && !tell_head(t))
        return 0;
    if (t->n_body > t->opts->max_size) {
        set_too_large(t);
        return 0;
    }
    if (t->ops->body &&
        !t->ops->body(t->told, (struct str){ptr, len}, t->err)) {
        t->is_failed = true;
        return 0;
    }
    return len;
}

static int
on_progress(void *user, curl_off_t total, curl_off_t n, curl_off_t up_total,
    curl_off_t n_up)
{
    struct transfer *t = user;
    const uint64_t now = now_ms();
    (void)total;
    (void)up_total;
    (void)n_up;

    if (n != t->n_seen)
        t->last_byte = now;
    if (now - t->last_byte > (uint64_t)t->opts->timeout * 1000) {
        t->is_stalled = true;
        return 1;
    }
    if (t->is_told && n > t->n_seen && t->ops->progress &&
        now - t->last_progress >= PROGRESS_MS) {
        t->last_progress = now;
        t->ops->progress(t->told, (uint64_t)n);
    }
    t->n_seen = n;
    return 0;
}

/*
 * Says what libcurl's code for the last request means.
 */
static bool
set_reason(struct transfer *t, CURLcode code)
{
    char *host = part_of(t->url, CURLUPART_HOST, 0);
    char *port = part_of(t->url, CURLUPART_PORT, CURLU_DEFAULT_PORT);
    long number = 0;

    curl_easy_getinfo(t->curl, CURLINFO_OS_ERRNO, &number);
    const struct reason reason = {
        .host = host ? host : "?",
        .port = port ? port : "?",
        .detail = t->detail[0] ? t->detail : curl_easy_strerror(code),
        .number = (int)number,
        .timeout = t->opts->timeout,
        .connect_timeout = connect_timeout(t->opts),
        .is_stalled = t->is_stalled,
    };
    reason_set_code(t->err, code, &reason);
    curl_free(host);
    curl_free(port);
    return false;
}

/*
 * Reads the first address and takes the password out of it.
 */
static bool
read_address(struct transfer *t, const char *address)
{
    if (!str_starts_nocase(str_of(address), STR("http://")) &&
        !str_starts_nocase(str_of(address), STR("https://")))
        return err_set(t->err, ERR_BAD_DATA,
            "only http and https addresses can be fetched");
    CURLUcode code = curl_url_set(t->url, CURLUPART_URL, address, URL_FLAGS);
    if (code != CURLUE_OK)
        return err_set(t->err, ERR_BAD_DATA, "not an address: %s",
            curl_url_strerror(code));
    t->user = part_of(t->url, CURLUPART_USER, CURLU_URLDECODE);
    t->password = part_of(t->url, CURLUPART_PASSWORD, CURLU_URLDECODE);
    t->origin = origin_of(t->url);
    return true;
}

/*
 * Leaves of the address what may be sent and shown, and gives the password only
 * to the host that it is for.
 */
static void
prepare_address(struct transfer *t)
{
    struct origin o = origin_of(t->url);
    const bool is_home = is_same(o.scheme, t->origin.scheme) &&
                         is_same(o.host, t->origin.host) &&
                         is_same(o.port, t->origin.port);

    curl_url_set(t->url, CURLUPART_USER, NULL, 0);
    curl_url_set(t->url, CURLUPART_PASSWORD, NULL, 0);
    curl_url_set(t->url, CURLUPART_OPTIONS, NULL, 0);
    curl_url_set(t->url, CURLUPART_FRAGMENT, NULL, 0);
    curl_easy_setopt(t->curl, CURLOPT_USERNAME, is_home ? t->user : NULL);
    curl_easy_setopt(t->curl, CURLOPT_PASSWORD, is_home ? t->password : NULL);
    free_origin(&o);
}

/*
 * Goes to where the answer points.
 */
static bool
follow(struct transfer *t)
{
    const char *location = header_of(t, "Location");
    char *before = part_of(t->url, CURLUPART_SCHEME, 0);
    char *after = NULL, *url = NULL;
    bool ok = false;

    if (!*location) {
        err_set(t->err, ERR_BAD_DATA,
            "the server says that the page is elsewhere, but not where");
        goto out;
    }
    if (curl_url_set(t->url, CURLUPART_URL, location, URL_FLAGS) != CURLUE_OK) {
        err_set(t->err, ERR_BAD_DATA,
            "the server points to '%.100s', which is not an address", location);
        goto out;
    }
    after = part_of(t->url, CURLUPART_SCHEME, 0);
    if (!is_same(after, "http") && !is_same(after, "https")) {
        err_set(t->err, ERR_DENIED,
            "the server points to '%.100s', which is no page of the web",
            location);
        goto out;
    }
    prepare_address(t);
    url = part_of(t->url, CURLUPART_URL, 0);
    if (t->ops->redirect)
        t->ops->redirect(t->told, url ? url : "",
            is_same(before, "https") && is_same(after, "http"));
    ok = true;
out:
    curl_free(before);
    curl_free(after);
    curl_free(url);
    return ok;
}

/*
 * Asks once for the address. Returns true when there is an answer, which may
 * be one without a page.
 */
static bool
ask(struct transfer *t)
{
    t->n_head = t->n_body = 0;
    t->n_seen = 0;
    t->is_stalled = false;
    t->detail[0] = '\0';
    t->last_byte = now_ms();
    CURLcode code = curl_easy_perform(t->curl);
    if (t->is_failed)
        return false;
    const long status = status_of(t);
    const bool is_cut =
        code == CURLE_WRITE_ERROR && (is_redirect(status) || t->is_told);
    if (code == CURLE_OK || is_cut)
        return true;
    return set_reason(t, code);
}

static bool
finish(struct transfer *t)
{
    const long status = status_of(t);
    curl_off_t wait = 0;

    if (!t->is_told)
        tell_head(t);
    if (t->is_failed)
        return false;
    if ((status >= 200 && status < 300) || status == 304)
        return true;
    curl_easy_getinfo(t->curl, CURLINFO_RETRY_AFTER, &wait);
    return reason_set_status(t->err, status, (long)wait);
}

static bool
run(struct transfer *t)
{
    for (unsigned n = 0;; n++) {
        if (!ask(t))
            return false;
        if (!is_redirect(status_of(t)))
            return finish(t);
        if (n == FETCH_MAX_REDIRECTS)
            break;
        if (!follow(t))
            return false;
    }
    return err_set(t->err, ERR_IO,
        "the server pointed elsewhere more than %d times; the page may need "
        "cookies or a browser",
        FETCH_MAX_REDIRECTS);
}

/*
 * Adds a header to what is sent.
 */
static void
add_header(struct transfer *t, const char *name, const char *value)
{
    struct buf line = {0};

    if (!value)
        return;
    buf_add_format(&line, "%s: %s", name, value);
    t->headers = curl_slist_append(t->headers, line.ptr);
    buf_done(&line);
}

static void
set_options(struct transfer *t)
{
    const struct fetch_opts *o = t->opts;
    CURL *c = t->curl;
    const long wait = (long)connect_timeout(o);

    t->headers = curl_slist_append(NULL, accept_types);
    add_header(t, "If-None-Match", o->etag);
    add_header(t, "If-Modified-Since", o->since);
    curl_easy_setopt(c, CURLOPT_CURLU, t->url);
    curl_easy_setopt(c, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(c, CURLOPT_HTTPHEADER, t->headers);
    curl_easy_setopt(c, CURLOPT_USERAGENT, o->user_agent);
    curl_easy_setopt(c, CURLOPT_ACCEPT_ENCODING, "");
    curl_easy_setopt(c, CURLOPT_COOKIEFILE, "");
    curl_easy_setopt(c, CURLOPT_CONNECTTIMEOUT, wait);
    curl_easy_setopt(c, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(c, CURLOPT_ERRORBUFFER, t->detail);
    if (o->ca_file)
        curl_easy_setopt(c, CURLOPT_CAINFO, o->ca_file);
    curl_easy_setopt(c, CURLOPT_HEADERFUNCTION, on_header);
    curl_easy_setopt(c, CURLOPT_HEADERDATA, t);
    curl_easy_setopt(c, CURLOPT_WRITEFUNCTION, on_body);
    curl_easy_setopt(c, CURLOPT_WRITEDATA, t);
    curl_easy_setopt(c, CURLOPT_XFERINFOFUNCTION, on_progress);
    curl_easy_setopt(c, CURLOPT_XFERINFODATA, t);
    curl_easy_setopt(c, CURLOPT_NOPROGRESS, 0L);
}

bool
fetch_page(const char *url, const struct fetch_opts *opts,
    const struct fetch_ops *ops, void *user, struct err *err)
{
    struct transfer t = {.opts = opts, .ops = ops, .told = user, .err = err};
    bool ok = false;

    if (curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK)
        return err_set(err, ERR_IO, "libcurl does not start");
    t.curl = curl_easy_init();
    t.url = curl_url();
    if (!t.curl || !t.url)
        mem_exhausted();
    if (read_address(&t, url)) {
        set_options(&t);
        prepare_address(&t);
        ok = run(&t);
    }
    curl_easy_cleanup(t.curl);
    curl_url_cleanup(t.url);
    curl_slist_free_all(t.headers);
    free_origin(&t.origin);
    curl_free(t.user);
    curl_free(t.password);
    curl_global_cleanup();
    return ok;
}
