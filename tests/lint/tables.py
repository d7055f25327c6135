# SPDX-License-Identifier: ISC
"""The tables of options, actions and keys, as the C compiler sees them."""
import pathlib
import subprocess
import tempfile
import typing

PROGRAM = r"""
#include "app/action.h"
#include "app/keymap.h"
#include "app/options.h"
#include <stdio.h>

#define TITLE(constant, title) [constant] = title,
#define NAME(constant, name, ...) [constant] = name,
static const char *const options_titles[] = {OPTIONS_GROUPS(TITLE)};
static const char *const action_titles[] = {ACTION_GROUPS(TITLE)};
static const char *const action_names[] = {ACTIONS(NAME)};

#define OPTION(field, name, letter, kind, scope, group, ...)                   \
    print_option(name, letter, #kind, scope, options_titles[group],            \
                 __VA_ARGS__);
#define ACTION(constant, name, keys, group, hint, help)                        \
    printf("action\t%s\t%s\t%s\t%s\n", name, keys, action_titles[group], help);
#define KEY(constant, name) printf("key\t%s\n", name);
#define LESS(action, keys) printf("less\t%s\t%s\n", action_names[action], keys);

static void
print_option(const char *name, char letter, const char *kind, unsigned scope,
             const char *title, const char *initial, const char *allowed,
             const char *help)
{
    printf("option\t%s\t%.1s\t%s\t%u\t%s\t%s\t%s\t%s\n", name, &letter, kind,
           scope, title, initial, allowed, help);
}

int
main(void)
{
    OPTIONS(OPTION)
    ACTIONS(ACTION)
    KEYMAP_NAMES(KEY)
    KEYMAP_LESS(LESS)
    return 0;
}
"""


class Option(typing.NamedTuple):
    name: str
    letter: str
    kind: str  # FLAG, NUMBER, SIZE, CHOICE, TEXT, LINE or PAIR
    on_command: bool
    in_file: bool
    group: str
    initial: str
    allowed: str
    help: str

    def choices(self):
        """Returns the values that there are, if that can be said."""
        if self.kind == "FLAG":
            return ["yes", "no"]
        return self.allowed.split("|") if self.kind == "CHOICE" else []

    def value(self):
        """Returns what to write for the value, as --help does."""
        if self.kind == "FLAG":
            return "" if self.on_command else "yes|no"
        return {"NUMBER": "N", "SIZE": "SIZE"}.get(self.kind, self.allowed)

    def default(self):
        """Returns the value that is in force without the option, if any."""
        return "" if self.initial == "no" and self.on_command else self.initial


class Action(typing.NamedTuple):
    name: str
    keys: str  # as in a config file
    group: str
    help: str


class Tables(typing.NamedTuple):
    options: list
    actions: list
    keys: list  # names, without brackets
    less: dict  # name of an action -> keys

    def commands(self):
        return [option for option in self.options if option.on_command]

    def settings(self):
        return [option for option in self.options if option.in_file]


def read(tree, compiler):
    """Compiles a program that prints the tables, and reads what it prints."""
    known = Tables([], [], [], {})
    with tempfile.TemporaryDirectory() as folder:
        program = pathlib.Path(folder, "tables")
        subprocess.run([*compiler, "-std=c17", "-D_GNU_SOURCE", "-Iinclude",
                        "-xc", "-", "-o", program], input=PROGRAM, cwd=tree,
                       text=True, check=True)
        output = subprocess.run([program], text=True, check=True,
                                capture_output=True).stdout
    for line in output.splitlines():
        what, *fields = line.split("\t")
        if what == "option":
            name, letter, kind, scope, *rest = fields
            scope = int(scope)
            known.options.append(Option(
                name, letter.strip("\0"), kind.removeprefix("VALUE_"),
                bool(scope & 1), bool(scope & 2), *rest))
        elif what == "action":
            known.actions.append(Action(*fields))
        elif what == "key":
            known.keys.append(fields[0])
        else:
            known.less[fields[0]] = fields[1]
    return known


def groups(rows):
    """Yields each group's title and its rows, in the order of the table."""
    for title in dict.fromkeys(row.group for row in rows):
        yield title, [row for row in rows if row.group == title]
