/* SPDX-License-Identifier: ISC */
/*
 * command - what the command line asks of the library, without a screen
 */
#include "command.h"

#include "base/sandbox.h"
#include "cabinet.h"
#include "catalog.h"
#include "complaint.h"
#include "exporting.h"
#include "importing.h"
#include "keeping.h"
#include "model/plate.h"
#include "subscribing.h"

#include <stddef.h>
#include <stdlib.h>

static bool
refresh(struct cabinet *c)
{
    struct rounds_count unused;

    return subscribing_refresh(c, false, &unused);
}

/* How many operands a command takes. */
enum operands {
    OPERANDS_NONE,
    OPERANDS_SOME,
    OPERANDS_ANY
};

/* What else is so of a command. */
enum trait {
    LOCAL = 1,      /* asks nobody on the web */
    CHANGES = 2,    /* the library */
    TAKES_LIST = 4, /* --reading-list */
};

struct command {
    const char *name; /* of the option */
    bool (*run)(struct cabinet *c);
    enum operands operands;
    unsigned traits;
};

/* Finds what is asked for; n counts how many things that are. */
static const struct command *
find_command(const struct options *o, int *out_n)
{
    static const struct command commands[] = {
        {"save", keeping_save, OPERANDS_SOME, CHANGES | TAKES_LIST},
        {"remove", keeping_remove, OPERANDS_SOME, LOCAL | CHANGES | TAKES_LIST},
        {"list", catalog_list, OPERANDS_ANY, LOCAL | TAKES_LIST},
        {"search", catalog_search, OPERANDS_NONE, LOCAL},
        {"subscribe", subscribing_add, OPERANDS_NONE, CHANGES},
        {"unsubscribe", subscribing_remove, OPERANDS_NONE, LOCAL | CHANGES},
        {"refresh", refresh, OPERANDS_NONE, CHANGES},
        {"import", importing_run, OPERANDS_NONE, CHANGES},
        {"export", exporting_run, OPERANDS_NONE, LOCAL | TAKES_LIST},
        {"reextract", keeping_reextract, OPERANDS_NONE, LOCAL | CHANGES},
    };
    const struct command *found = NULL;

    *out_n = 0;
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++) {
        if (!options_is_given(o, commands[i].name))
            continue;
        found = &commands[i];
        (*out_n)++;
    }
    return found;
}

bool
command_is_asked(const struct options *o)
{
    int n;

    return find_command(o, &n) != NULL;
}

static bool
refuse_operand(
    const struct command *command, const char *operand, struct err *err)
{
    char *shown = plate_text(str_of(operand)); /* without a password */

    err_set(err, ERR_BAD_DATA, "option '--%s' takes no SOURCE: '%s'",
        command->name, shown);
    free(shown);
    return false;
}

bool
command_check(const struct options *o, struct err *err)
{
    int n;
    const struct command *command = find_command(o, &n);

    if (n > 1)
        return err_set(err, ERR_BAD_DATA,
            "one thing at a time can be asked of the library");
    if (o->reading_list && !(command->traits & TAKES_LIST))
        return err_set(err, ERR_BAD_DATA,
            "option '--%s' is not for a reading list", command->name);
    /* A list can be removed, too. */
    if (command->operands == OPERANDS_SOME && o->n_operands == 0 &&
        !(o->reading_list && o->remove))
        return err_set(
            err, ERR_BAD_DATA, "option '--%s' needs a SOURCE", command->name);
    if (command->operands == OPERANDS_NONE && o->n_operands > 0)
        return refuse_operand(command, o->operands[0], err);
    return true;
}

/* Gives up the network where nothing needs it. */
static bool
shut_network(const struct options *o, const struct command *command)
{
    struct err err;

    if (!(command->traits & LOCAL) && !o->offline)
        return true;
    const unsigned parts =
        sandbox_enter(SANDBOX_READER, o->max_size, SANDBOX_ALL);
    if (!o->require_sandbox || sandbox_check(SANDBOX_READER, parts, &err))
        return true;
    complaint_say(err.text);
    return false;
}

/* Refuses what cannot be done, before anything is asked of anybody. */
static bool
may_run(const struct command *command, const struct cabinet *c)
{
    if (!(command->traits & CHANGES) || db_is_writable(c->db))
        return true;
    complaint_say("the library may not be written: nothing was done");
    return false;
}

bool
command_run(const struct options *o)
{
    struct cabinet c;
    int n;
    const struct command *command = find_command(o, &n);

    if (!shut_network(o, command))
        return false;
    bool ok = cabinet_open(&c, o) && may_run(command, &c) && command->run(&c);
    cabinet_close(&c);
    return ok;
}
