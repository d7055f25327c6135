/* SPDX-License-Identifier: ISC */
/*
 * options - every option, in one table
 *
 * From it are made the struct below, the command line, the config file, the
 * range checks, the defaults, --print-config, --help, both man pages and the
 * shell completions.
 */
#ifndef APP_OPTIONS_H
#define APP_OPTIONS_H

#include "base/err.h"
#include "base/str.h"

#include <stdbool.h>
#include <stdint.h>

/* The values of options that choose one of several, in the order of their
 * names in the table. */
enum options_when {
    OPTIONS_AUTO,
    OPTIONS_ALWAYS,
    OPTIONS_NEVER
};
enum options_wrap {
    OPTIONS_PRETTY,
    OPTIONS_GREEDY
};
enum options_links {
    OPTIONS_LINKS_NONE,
    OPTIONS_LINKS_END,
    OPTIONS_LINKS_INLINE
};

#endif
