/* SPDX-License-Identifier: ISC */
/*
 * watch - tells when a file has changed
 *
 * Watches the folder of the file, because many editors write a new file and
 * rename it over the old one; a watch of the file itself would see the old one
 * die. Several changes that come close together are told as one, when they are
 * over.
 */
#ifndef UI_WATCH_H
#define UI_WATCH_H

struct uv_loop_s;
struct watch;

/*
 * Is told that the file has changed and is there.
 */
typedef void (*watch_fn)(void *user);

/*
 * Starts watching the file at path, which is copied. Returns NULL where that is
 * not possible.
 */
struct watch *watch_start(
    struct uv_loop_s *loop, const char *path, watch_fn fn, void *user);

/*
 * Stops the watch; fn is not called any more. NULL is allowed.
 */
void watch_cancel(struct watch *w);

#endif
