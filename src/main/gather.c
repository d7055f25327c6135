/* SPDX-License-Identifier: ISC */
/*
 * gather - the sources of a command line as a shelf
 */
#include "gather.h"

#include "app/install.h"
#include "app/source.h"
#include "complaint.h"
#include "course.h"
#include "look.h"
#include "neighbor.h"

#include <stdlib.h>
#include <unistd.h>

/*
 * Replaces the source by its neighbor.
 */
static bool
move(struct source *s, int step, const struct job_opts *jobs, struct err *err)
{
    struct source neighbor;

    if (!neighbor_find(s, step, jobs, &neighbor, err))
        return false;
    source_done(s);
    *s = neighbor;
    return true;
}

/*
 * Refuses what cannot succeed before a screen is made for it: standard input
 * when that is where the keys come from.
 */
static bool
check_kind(const struct source *s, const struct options *o, struct err *err)
{
    if (s->kind == SOURCE_STDIN && isatty(STDIN_FILENO) && look_is_screen(o))
        return err_set(err, ERR_IO, "standard input is the terminal");
    return true;
}

static bool
add_operand(struct shelf *shelf, const char *operand, const struct options *o,
    const struct job_opts *jobs, struct err *err)
{
    const int step = o->prev ? -1 : o->next ? 1 : 0;
    struct source s = {0};
    bool ok = source_parse(operand, &s, err) &&
              (step == 0 || move(&s, step, jobs, err)) &&
              check_kind(&s, o, err) && shelf_add(shelf, &s, err) != SHELF_NONE;

    source_done(&s);
    return ok;
}

/*
 * Puts the bundled articles on the shelf.
 */
static bool
add_bundled(struct shelf *shelf, struct err *err)
{
    char *path = install_find_articles();
    struct source folder = {0};

    if (!path)
        return err_set(err, ERR_NOT_FOUND,
            "the bundled articles are not installed; give a SOURCE");
    bool ok = source_parse(path, &folder, err) &&
              shelf_add(shelf, &folder, err) != SHELF_NONE;
    if (!ok)
        err_wrap(err, "'%s'", path);
    source_done(&folder);
    free(path);
    return ok;
}

bool
gather_sources(struct shelf *shelf, const struct options *o,
    const struct job_opts *jobs, shelf_id *out_first, struct err *err)
{
    bool is_complete = true;

    *out_first = SHELF_NONE;
    if (o->n_operands == 0) {
        is_complete = o->reading_list
                          ? course_add(shelf, o->reading_list, out_first, err)
                          : add_bundled(shelf, err);
        if (!is_complete)
            complaint_say(err->text);
    }
    for (uint32_t i = 0; i < o->n_operands; i++) {
        if (add_operand(shelf, o->operands[i], o, jobs, err))
            continue;
        complaint_about(o->operands[i], err->text);
        is_complete = false;
    }
    if (*out_first == SHELF_NONE && shelf_count(shelf) > 0)
        *out_first = shelf_at(shelf, 0);
    return is_complete;
}
