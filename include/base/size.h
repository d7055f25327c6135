/* SPDX-License-Identifier: ISC */
/*
 * size - numbers of bytes as people say them
 */
#ifndef BASE_SIZE_H
#define BASE_SIZE_H

#include <stddef.h>

enum {
    SIZE_TEXT = 32 /* bytes that are enough for any */
};

/*
 * Writes n bytes to out in the largest unit that makes it a whole number, as
 * options are given: "64 MiB", "1000 bytes". Returns out.
 */
const char *size_write(char out[SIZE_TEXT], size_t n);

#endif
