/* SPDX-License-Identifier: ISC */
/*
 * syscalls - which system calls the kernel still answers (seccomp)
 */
#ifndef BASE_SYSCALLS_H
#define BASE_SYSCALLS_H

#include <stdbool.h>

/*
 * Leave the calls that a parser, a loader, a fetcher or the reader needs
 * (base/sandbox.h), for good. What is plainly an attack ends the program with
 * SIGSYS, what a library may try fails. Return false when the kernel cannot do
 * that; no call is taken away then.
 */
bool syscalls_leave_parser(void);
bool syscalls_leave_loader(void);
bool syscalls_leave_fetcher(void);
bool syscalls_leave_reader(void);

#endif
