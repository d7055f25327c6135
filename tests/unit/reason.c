/* SPDX-License-Identifier: ISC */
/*
 * Tests of fetch/reason.h: what takes too long, or is too rare, for a server.
 */
#include "../../src/fetch/reason.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void
test_reason_advises_no_timeout_that_is_refused(void **state)
{
    static const struct {
        unsigned timeout;
        const char *want;
    } cases[] = {
        {1, "nothing came from 'h' for 1 second; --timeout=2 waits longer"},
        {1800, "nothing came from 'h' for 1800 seconds; --timeout=3600 waits "
               "longer"},
        {3599, "nothing came from 'h' for 3599 seconds; --timeout=3600 waits "
               "longer"},
        {3600, "nothing came from 'h' for 3600 seconds; try again later"},
    };
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct reason reason = {.host = "h",
            .timeout = cases[i].timeout,
            .max_timeout = 3600,
            .is_stalled = true};
        struct err err = {0};
        assert_false(reason_set_code(&err, CURLE_ABORTED_BY_CALLBACK, &reason));
        assert_string_equal(err.text, cases[i].want);
    }
}

static void
test_reason_says_what_can_be_done(void **state)
{
    static const struct {
        CURLcode code;
        long proxy_status;
        const char *detail, *want;
        enum err_code kind;
    } cases[] = {
        {CURLE_RECV_ERROR, 407, "", "https_proxy", ERR_DENIED},
        {CURLE_RECV_ERROR, 503, "", "opens no way to 'h' (HTTP 503)",
            ERR_DENIED},
        {CURLE_COULDNT_RESOLVE_HOST, 0, "", "check the address", ERR_OFFLINE},
        {CURLE_COULDNT_RESOLVE_PROXY, 0, "", "the proxy", ERR_OFFLINE},
        {CURLE_COULDNT_CONNECT, 0, "", "the network does not lead there",
            ERR_OFFLINE},
        {CURLE_OPERATION_TIMEDOUT, 0, "", "did not answer within 5 seconds",
            ERR_TIMEOUT},
        {CURLE_SSL_CONNECT_ERROR, 0, "error: wrong version number",
            "begin with http:", ERR_IO},
        {CURLE_SSL_CONNECT_ERROR, 0, "SSL certificate problem: odd ",
            "no safe connection to 'h': odd", ERR_IO},
        {CURLE_PEER_FAILED_VERIFICATION, 0, "SSL certificate problem: expired",
            "trusted: expired; somebody may be in between", ERR_DENIED},
        {CURLE_GOT_NOTHING, 0, "", "closed the connection", ERR_IO},
        {CURLE_PARTIAL_FILE, 0, "", "before the page was complete", ERR_IO},
        {CURLE_BAD_CONTENT_ENCODING, 0, "", "compressed", ERR_BAD_DATA},
        {CURLE_WEIRD_SERVER_REPLY, 0, "", "does not speak HTTP", ERR_BAD_DATA},
        {CURLE_READ_ERROR, 0, "in its words", "'h': in its words", ERR_IO},
    };
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct reason reason = {.host = "h",
            .port = "1",
            .detail = cases[i].detail,
            .connect_timeout = 5,
            .proxy_status = cases[i].proxy_status};
        struct err err = {0};
        assert_false(reason_set_code(&err, cases[i].code, &reason));
        assert_int_equal(err.code, cases[i].kind);
        if (!strstr(err.text, cases[i].want))
            fail_msg("'%s' is not in '%s'", cases[i].want, err.text);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_reason_says_what_can_be_done),
        cmocka_unit_test(test_reason_advises_no_timeout_that_is_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
