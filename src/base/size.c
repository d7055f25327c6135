/* SPDX-License-Identifier: ISC */
/*
 * size - numbers of bytes as people say them
 */
#include "base/size.h"

#include <stdio.h>

const char *
size_write(char out[SIZE_TEXT], size_t n)
{
    static const char *const units[] = {"bytes", "KiB", "MiB", "GiB"};
    unsigned unit = 0;

    while (unit < 3 && n > 0 && n % 1024 == 0) {
        n /= 1024;
        unit++;
    }
    snprintf(out, SIZE_TEXT, "%zu %s", n, units[unit]);
    return out;
}
