/* SPDX-License-Identifier: ISC */
/*
 * complaint - what gutread says on standard error
 *
 * One line for one failure, and nothing of what it names reaches the terminal
 * as anything but text.
 */
#ifndef MAIN_COMPLAINT_H
#define MAIN_COMPLAINT_H

/*
 * Says why something failed: "gutread: reason".
 */
void complaint_say(const char *reason);

/*
 * Says why the source at place, as its user wrote it, could not be read or
 * written: "gutread: 'place': reason". The place may be of any length.
 */
void complaint_about(const char *place, const char *reason);

#endif
