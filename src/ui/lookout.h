/* SPDX-License-Identifier: ISC */
/*
 * lookout - sees what other programs do with the library
 *
 * Costs nothing while nobody does anything: the system tells when the file is
 * written, and the memory then has a look at what that was.
 */
#ifndef UI_LOOKOUT_H
#define UI_LOOKOUT_H

struct memory;
struct uv_loop_s;
struct watch;

/*
 * Has the memory, which is borrowed, look whenever the library is written, so
 * that who hears of its changes hears of those as well. Owned (watch_cancel());
 * NULL where there is no library, or the system does not tell.
 */
struct watch *lookout_start(struct uv_loop_s *loop, struct memory *memory);

#endif
