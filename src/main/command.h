/* SPDX-License-Identifier: ISC */
/*
 * command - what the command line asks of the library, without a screen
 */
#ifndef MAIN_COMMAND_H
#define MAIN_COMMAND_H

#include "app/options.h"
#include "base/err.h"

#include <stdbool.h>

/*
 * Tells whether o asks for something of the library.
 */
bool command_is_asked(const struct options *o);

/*
 * Checks that it asks for one thing, with the operands that this needs.
 */
bool command_check(const struct options *o, struct err *err)
    __attribute__((warn_unused_result));

/*
 * Does what o asks for. Returns false when not all of it could be done; why is
 * said on standard error.
 */
bool command_run(const struct options *o);

#endif
