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

#include "address.h"
#include "base/buf.h"
#include "base/magic.h"
#include "base/mem.h"
#include "base/size.h"
#include "reason.h"

#include <curl/curl.h>

#include <time.h>

enum {
    MAX_HEAD = 256 * 1024, /* bytes of all headers of one answer */
    MAX_DRAIN = 64 * 1024, /* of a body that nobody reads; more ends it */
    PROGRESS_MS = 100,
    MAX_FAILURE = 1024 * 1024, /* of a page that is not the wanted one */
};

static const char accept_types[] =
    "Accept: text/html, application/xhtml+xml, text/markdown;q=0.9, "
    "text/plain;q=0.8, */*;q=0.5";

struct transfer {
    CURL *curl;
    struct address address;
    char *moved;       /* how far redirects led for good, or NULL; libcurl's */
    bool is_temporary; /* a redirect that is not for good was among them */
    struct curl_slist *headers;
    const struct fetch_opts *opts;
    const struct fetch_ops *ops;
    void *told;

    uint64_t last_byte, last_progress; /* milliseconds */
    curl_off_t n_seen;                 /* bytes that have come */
    size_t n_head, n_body;
    struct buf start; /* the first bytes of the body, until is_known */
    bool is_known;    /* that it is text */
    bool is_told, is_stalled;
    struct err *err;
    bool is_failed;     /* err is set */
    struct err failure; /* what a status of 400 or more means */
    char detail[CURL_ERROR_SIZE];
};

static uint64_t
now_ms(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * 1000 + (uint64_t)now.tv_nsec / 1000000;
}

static unsigned
connect_timeout(const struct fetch_opts *o)
{
    return o->timeout < FETCH_CONNECT_TIMEOUT ? o->timeout
                                              : FETCH_CONNECT_TIMEOUT;
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
is_success(long status)
{
    return (status >= 200 && status < 300) || status == 304;
}

static bool
set_too_large(struct transfer *t)
{
    char limit[SIZE_TEXT];

    t->is_failed = true;
    return err_set(t->err, ERR_TOO_LARGE,
        "the page has more than %s; --max-size allows more",
        size_write(limit, t->opts->max_size));
}

static struct fresh
read_fresh(struct transfer *t)
{
    return fresh_read(
        &(struct fresh_headers){
            .cache_control = header_of(t, "Cache-Control"),
            .expires = header_of(t, "Expires"),
            .date = header_of(t, "Date"),
            .age = header_of(t, "Age"),
        },
        (int64_t)time(NULL));
}

/*
 * Tells the head, once.
 */
static void
tell_head(struct transfer *t)
{
    const long status = status_of(t);
    curl_off_t length = -1, wait = 0;
    char *url = address_part(&t->address, CURLUPART_URL);

    t->is_told = true;
    curl_easy_getinfo(t->curl, CURLINFO_CONTENT_LENGTH_DOWNLOAD_T, &length);
    curl_easy_getinfo(t->curl, CURLINFO_RETRY_AFTER, &wait);
    if (!is_success(status))
        reason_set_status(&t->failure, status, (long)wait);
    const struct fetch_head head = {
        .status = status,
        .failure = t->failure.text,
        .url = url ? url : "",
        .moved = t->moved ? t->moved : "",
        .type = header_of(t, "Content-Type"),
        .etag = header_of(t, "ETag"),
        .modified = header_of(t, "Last-Modified"),
        .fresh = read_fresh(t),
        .retry_at = wait > 0 ? (int64_t)time(NULL) + wait : 0,
        .length = length,
    };
    if (t->ops->head)
        t->ops->head(t->told, &head);
    curl_free(url);
}

/*
 * Gives the start of the body out, if it is that of a text.
 */
static bool
give_start(struct transfer *t)
{
    const struct str type = str_of(header_of(t, "Content-Type"));
    const char *what = magic_find_media(type, buf_str(&t->start));
    curl_off_t length = -1;

    if (t->is_known || t->is_failed)
        return !t->is_failed;
    t->is_known = true;
    curl_easy_getinfo(t->curl, CURLINFO_CONTENT_LENGTH_DOWNLOAD_T, &length);
    if (what && is_success(status_of(t))) {
        t->is_failed = true;
        return magic_refuse(
            t->err, what, length, "open it in a browser or save it");
    }
    if (length > 0 && (uint64_t)length > t->opts->max_size)
        return set_too_large(t);
    if (t->ops->body && t->start.len > 0)
        t->is_failed = !t->ops->body(t->told, buf_str(&t->start), t->err);
    return !t->is_failed;
}

static bool
give(struct transfer *t, struct str bytes)
{
    if (!t->is_known) {
        buf_add_str(&t->start, bytes);
        return t->start.len < MAGIC_LOOK || give_start(t);
    }
    if (t->ops->body)
        t->is_failed = !t->ops->body(t->told, bytes, t->err);
    return !t->is_failed;
}

/* libcurl settles the types. NOLINTBEGIN(readability-non-const-parameter) */

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
    if (!t->is_told)
        tell_head(t);
    if (t->failure.code != ERR_NONE && t->n_body > MAX_FAILURE)
        return 0;
    if (t->n_body > t->opts->max_size) {
        set_too_large(t);
        return 0;
    }
    return give(t, (struct str){ptr, len}) ? len : 0;
}

/* NOLINTEND(readability-non-const-parameter) */

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
    char *host = address_part(&t->address, CURLUPART_HOST);
    char *port = address_part(&t->address, CURLUPART_PORT);
    long number = 0, proxy_status = 0;

    curl_easy_getinfo(t->curl, CURLINFO_OS_ERRNO, &number);
    curl_easy_getinfo(t->curl, CURLINFO_HTTP_CONNECTCODE, &proxy_status);
    const struct reason reason = {
        .host = host ? host : "?",
        .port = port ? port : "?",
        .detail = t->detail[0] ? t->detail : curl_easy_strerror(code),
        .number = (int)number,
        .proxy_status = proxy_status,
        .timeout = t->opts->timeout,
        .connect_timeout = connect_timeout(t->opts),
        .max_timeout = FETCH_MAX_TIMEOUT,
        .is_stalled = t->is_stalled,
    };
    reason_set_code(t->err, code, &reason);
    curl_free(host);
    curl_free(port);
    return false;
}

/*
 * Gives the password only to the host that it is for.
 */
static void
prepare(struct transfer *t)
{
    const struct address *a = &t->address;

    curl_easy_setopt(t->curl, CURLOPT_CURLU, a->url);
    curl_easy_setopt(t->curl, CURLOPT_USERNAME, a->is_home ? a->user : NULL);
    curl_easy_setopt(
        t->curl, CURLOPT_PASSWORD, a->is_home ? a->password : NULL);
}

/*
 * Notes that an address is to be asked for at another one from now on. What is
 * behind a redirect for now is so for now, and nobody gives up https for good.
 */
static void
note_move(struct transfer *t, long status, bool is_downgrade)
{
    t->is_temporary |= is_downgrade || (status != 301 && status != 308);
    if (t->is_temporary)
        return;
    curl_free(t->moved);
    t->moved = address_part(&t->address, CURLUPART_URL);
}

/*
 * Goes to where the answer points.
 */
static bool
follow(struct transfer *t)
{
    const long status = status_of(t);
    bool is_downgrade;

    if (!address_follow(
            &t->address, header_of(t, "Location"), &is_downgrade, t->err))
        return false;
    note_move(t, status, is_downgrade);
    prepare(t);
    char *url = address_part(&t->address, CURLUPART_URL);
    if (t->ops->redirect)
        t->ops->redirect(t->told, url ? url : "", is_downgrade);
    curl_free(url);
    return true;
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
    if (t->is_told && !give_start(t))
        return false;
    if (t->is_failed)
        return false;
    const long status = status_of(t);
    const bool is_cut =
        code == CURLE_WRITE_ERROR && (is_redirect(status) || t->is_told);
    if (code == CURLE_OK || is_cut || t->failure.code != ERR_NONE)
        return true;
    return set_reason(t, code);
}

static bool
finish(struct transfer *t)
{
    if (!t->is_told)
        tell_head(t);
    if (t->failure.code != ERR_NONE && !t->is_failed)
        *t->err = t->failure;
    return !t->is_failed && t->failure.code == ERR_NONE;
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
    if (!t.curl)
        mem_exhausted();
    if (address_read(&t.address, url, opts->password, err)) {
        set_options(&t);
        prepare(&t);
        ok = run(&t);
    }
    curl_easy_cleanup(t.curl);
    address_done(&t.address);
    curl_free(t.moved);
    curl_slist_free_all(t.headers);
    buf_done(&t.start);
    curl_global_cleanup();
    return ok;
}

const char *
fetch_library(void)
{
    return curl_version();
}
