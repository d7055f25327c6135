/* SPDX-License-Identifier: ISC */
/*
 * tally - how far a command is that does many things, on standard error
 */
#include "tally.h"

#include <stdio.h>
#include <unistd.h>

void
tally_show(uint32_t n_done, uint32_t n)
{
    tally_clear();
    if (n_done < n && isatty(STDERR_FILENO))
        fprintf(stderr, "%u of %u", n_done, n);
}

void
tally_clear(void)
{
    if (isatty(STDERR_FILENO))
        fputs("\r\033[K", stderr);
}
