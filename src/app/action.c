/* SPDX-License-Identifier: ISC */
/*
 * action - everything that a key can do
 */
#include "app/action.h"

#include <assert.h>

static const struct action_row rows[] = {
#define X(constant, name, keys, group, hint, help)                             \
    [constant] = {name, keys, group, hint, help},
    ACTIONS(X)
#undef X
};

const struct action_row *
action_row(enum action action)
{
    assert(action > ACTION_NONE && action < ACTION_COUNT);
    return &rows[action];
}

enum action
action_find(struct str name)
{
    for (enum action a = ACTION_NONE + 1; a < ACTION_COUNT; a++) {
        if (str_eq(str_of(rows[a].name), name))
            return a;
    }
    return ACTION_NONE;
}

const char *
action_group_title(enum action_group group)
{
    static const char *const titles[] = {
#define X(constant, title) [constant] = (title),
        ACTION_GROUPS(X)
#undef X
    };

    assert(group < ACTION_GROUP_COUNT);
    return titles[group];
}
