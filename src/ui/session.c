/* SPDX-License-Identifier: ISC */
/*
 * session - the program as long as it has the screen
 *
 * It is the one place that knows both the tui and the views, so that neither
 * has to know the other.
 */
#include "ui/session.h"

#include "app/job.h"
#include "ui/help.h"
#include "ui/home.h"
#include "ui/reader.h"
#include "ui/survey.h"
#include "ui/tui.h"

#include <signal.h>
#include <stddef.h>

struct session {
    struct tui *tui;
    struct shelf *shelf;
    struct view *home; /* NULL: there is none */
};

static view_reaction
open_article(void *user, shelf_id id)
{
    struct session *s = user;
    tui_push(s->tui, reader_new(s->tui, s->shelf, id));
    return VIEW_DRAW;
}

static void
note_survey(void *user)
{
    struct session *s = user;
    if (s->home)
        home_refresh(s->home);
    tui_draw(s->tui);
}

static view_reaction
act(void *user, struct tui *tui, enum action action)
{
    (void)user;
    if (action != ACTION_HELP)
        return VIEW_NOTHING;
    tui_push(tui, help_new(tui_theme(tui), tui_keymap(tui)));
    return VIEW_DRAW;
}

int
session_run(const struct options *options, const struct keymap *keymap,
    struct shelf *shelf, shelf_id first, const char *notice, struct err *err)
{
    struct session s = {.shelf = shelf};
    s.tui = tui_open(options, keymap, err);
    if (!s.tui)
        return -1;

    tui_on_action(s.tui, act, &s);
    if (first == SHELF_NONE) {
        s.home = home_new(tui_theme(s.tui), shelf, open_article, &s);
        tui_push(s.tui, s.home);
    } else {
        open_article(&s, first);
    }
    struct survey *survey = survey_start(
        tui_loop(s.tui), shelf, tui_job_opts(s.tui), first, note_survey, &s);
    if (notice)
        tui_notice(s.tui, "%s", notice);

    int status = tui_run(s.tui);
    survey_cancel(survey);
    tui_close(s.tui);

    /* Who waits for us is to know what ended us. */
    if (status > TUI_SIGNAL) {
        signal(status - TUI_SIGNAL, SIG_DFL);
        raise(status - TUI_SIGNAL);
    }
    return status;
}
