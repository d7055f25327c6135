/* SPDX-License-Identifier: ISC */
/*
 * config - the config file, read and written
 *
 * An INI file: settings of the table of options in the section [gutread] or
 * before any section, keys in the section [keys]. It is never needed, and a
 * mistake in it is never fatal: it is told, with its line, and everything else
 * in the file is in force.
 *
 *      measure = 66
 *      [keys]
 *      next-heading = ] <C-Down>
 *      mouse =
 */
#ifndef APP_CONFIG_H
#define APP_CONFIG_H

#include "app/keymap.h"
#include "app/options.h"
#include "base/buf.h"
#include "base/err.h"

#include <stdbool.h>

/*
 * Reads the config file into o and m, which were initialized, o also with the
 * command line: the file that o->config names, which must be there, or else the
 * user's own, which need not. Then m is the keymap that o->keymap chooses, with
 * the keys of the file. Returns false when there was a mistake; err has the
 * first, and what was right is in force.
 */
bool config_load(struct options *o, struct keymap *m, struct err *err)
    __attribute__((warn_unused_result));

/*
 * Does the same with the text of a config file; messages call it name.
 */
bool config_read(struct str text, const char *name, struct options *o,
    struct keymap *m, struct err *err) __attribute__((warn_unused_result));

/*
 * Appends the settings in force, or the keys, as a config file with comments
 * that, read back, puts the same in force.
 */
void config_add_options(const struct options *o, struct buf *out);
void config_add_keys(const struct keymap *m, struct buf *out);

#endif
