/* SPDX-License-Identifier: ISC */
/*
 * url - addresses (RFC 3986)
 *
 * References as people and pages write them. Blanks at the ends, tabs and line
 * ends inside are dropped, backslashes in http addresses are slashes, and
 * characters that an address may not have are percent-encoded, as the WHATWG
 * URL standard does; then RFC 3986 rules apply.
 */
#ifndef MODEL_URL_H
#define MODEL_URL_H

#include "base/buf.h"
#include "base/str.h"

#include <stdbool.h>

/*
 * Returns the scheme of ref in the case that it was written in, without ':';
 * empty when ref is relative. "C:\x" and "localhost:80" have no scheme that
 * anybody knows, but they have one.
 */
struct str url_scheme(struct str ref);

/*
 * Tells whether ref begins with "http://" or "https://", in any case.
 */
bool url_is_web(struct str ref);

/*
 * Appends the address that ref means, seen from base, to out, normalised
 * (case of scheme and host, dot segments, needless escapes). An empty base
 * leaves a relative ref relative, but cleaned, and so does one that is longer
 * than 4096 bytes without its query. Returns false and adds nothing when ref is
 * no address at all, or is javascript: or data:.
 */
bool url_resolve(struct str base, struct str ref, struct buf *out);

/*
 * Returns the part of url behind the first '#', empty when there is none.
 */
struct str url_fragment(struct str url);

/*
 * Returns url without its '#' and what follows.
 */
struct str url_without_fragment(struct str url);

/*
 * Returns the host of url, with its port if it has one, without a name and a
 * password; empty when it has none.
 */
struct str url_host(struct str url);

/*
 * Appends url without the password that stands before its host, if it is one of
 * the web: what may be kept, and told to others.
 */
void url_add_public(struct buf *out, struct str url);

/*
 * Returns the password that url_add_public() leaves out, as it stands there;
 * empty when there is none.
 */
struct str url_password(struct str url);

/*
 * Appends the public url with the password that was left out of it; as it is
 * where that has no place in it.
 */
void url_add_private(struct buf *out, struct str url, struct str password);

/*
 * Appends url with the name and the password that stand in home, where both are
 * of one scheme, host and port; else as it is.
 */
void url_add_login(struct buf *out, struct str url, struct str home);

/*
 * Tells whether url is an address of mail that asks for more than to whom, about
 * what and what is written: some programs for mail obey one that wants a file of
 * the sender's sent along ("mailto:?attach=..."), or other fields set.
 */
bool url_is_risky_mail(struct str url);

/*
 * Appends s with its percent escapes decoded.
 */
void url_add_decoded(struct buf *out, struct str s);

/*
 * Appends the path that a file: address stands for; false when url is none, or
 * names a host other than this one, or an encoded slash or NUL.
 */
bool url_file_path(struct str url, struct buf *out);

#endif
