/* SPDX-License-Identifier: ISC */
/*
 * pulse - a timer for what is shown only for a while
 *
 * Nothing may wake up when nothing happens: a pulse lives as long as something
 * moves on the screen, and whoever started it cancels it.
 */
#ifndef UI_PULSE_H
#define UI_PULSE_H

#include <stdint.h>

struct pulse;
struct uv_loop_s;

/*
 * Is told that the time has come.
 */
typedef void (*pulse_fn)(void *user);

/*
 * Starts a pulse that tells fn after so many milliseconds, and then again and
 * again. Owned (pulse_cancel()).
 */
struct pulse *pulse_start(
    struct uv_loop_s *loop, uint64_t milliseconds, pulse_fn fn, void *user);

/*
 * Ends the pulse; fn is not called any more. NULL is allowed.
 */
void pulse_cancel(struct pulse *p);

#endif
