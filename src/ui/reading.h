/* SPDX-License-Identifier: ISC */
/*
 * reading - the state of a reader, which its parts share
 *
 * The reader is one view in several files, each of which changes for a reason
 * of its own: opening loads articles, edition and
 * recall have them from the library, travel goes between them, search, panel
 * and hints are what their names say, and reader itself is what all of them make
 * together. Nothing here is for other views.
 */
#ifndef UI_READING_H
#define UI_READING_H

#include "app/job.h"
#include "app/memory.h"
#include "app/receipt.h"
#include "app/shelf.h"
#include "shelving.h"
#include "ui/browser.h"
#include "ui/contents.h"
#include "ui/find.h"
#include "ui/host.h"
#include "ui/pane.h"
#include "ui/prompt.h"
#include "ui/pulse.h"
#include "ui/spots.h"
#include "ui/trail.h"
#include "ui/tui.h"
#include "ui/watch.h"

/* What happens when an article has been loaded. */
enum arrival_kind {
    ARRIVAL_RESUME, /* where it was left in this session, or at its beginning */
    ARRIVAL_ANCHOR, /* at the place called anchor */
    ARRIVAL_PLACE,  /* at place */
    ARRIVAL_MARK,   /* at mark */
    ARRIVAL_WORDING, /* at that place of what it says */
    ARRIVAL_AGAIN,   /* the same article: where it is being read */
};

struct arrival {
    enum arrival_kind kind;
    char *anchor; /* owned; without '#' */
    struct place place;
    struct bookmark *mark; /* owned */
    size_t wording;
    char *words; /* owned: that it has there; or NULL */
    int step;    /* along the trail: -1 or 1; 0 leaves a stop on it */
    int way; /* to a neighbor: below 0, before; above, behind; 0: no neighbor */
};

/* An article that is on its way. */
struct loading {
    struct job *job; /* NULL: none */
    struct source source;
    struct arrival arrival;
    struct pulse *pulse;
    unsigned n_beats; /* of the pulse: nothing is shown before the first */
    struct job_progress progress; /* of a page of the web */
    struct receipt receipt;       /* likewise */
    bool is_kept;                 /* it comes from the library */
    struct reprint page;          /* that it is made of again there, if open */
};

/* What is remembered of the article that is shown. */
struct recall {
    struct pulse *pulse; /* until the place is noted; or NULL */
    struct place place;  /* that was noted last */
    uint64_t folds;      /* what tells the folds noted then; 0: nothing was */
    bool is_on[LIBRARY_SHELVES];
    struct shelving shelving;
};

/* The page on the web that the article shown is a copy of. */
struct edition {
    struct job *job; /* that asks for it; or NULL */
    struct receipt receipt;
    struct article *article; /* owned: a newer one, or NULL */
    int64_t fetched_at;      /* the copy */
    uint8_t *changed;        /* owned: how the blocks of the article shown are
                                marked, by changes_find(); or NULL */
    bool has_marks;          /* that is shown */
    bool is_loss; /* what is shown has less than the copy, which stays */
};

/* The title of a neighbor that is not on the shelf. */
struct peek {
    struct source source; /* SOURCE_NONE: there is none */
    char *title;          /* NULL until known */
    struct job *job;
};

enum panel_kind {
    PANEL_HIDDEN,
    PANEL_BESIDE,
    PANEL_OVER,
};

/* What a key means that is no command. */
enum reading_mode {
    MODE_NORMAL,
    MODE_MARK,  /* the letter of a mark to put */
    MODE_JUMP,  /* the letter of a mark to go to */
    MODE_HINTS, /* letters of a hint */
};

struct searching {
    struct find *find; /* NULL until a search; of the article shown */
    struct find_hits hits;
    uint32_t hit;       /* that is here; n_items: none */
    struct buf pattern; /* that the hits are of; empty: nothing is sought */
    bool has_words;     /* it is words, which were looked for elsewhere */
    struct prompt_past past;
    struct place origin; /* where the prompt was opened */
    int origin_shift;    /* of the code there */
    uint8_t *folded;     /* owned: and what was folded then */
    char *failure;       /* owned: of the pattern being typed */
    int step;            /* 1 forward, -1 backward */
    bool is_typing;
};

struct hinting {
    struct spots spots;
    char typed[4];
    unsigned n_typed, n_letters; /* of a hint */
};

struct reading {
    struct view view;
    struct tui *tui;
    struct shelf *shelf;
    struct host host;
    struct rect area; /* of the view */
    struct rect text; /* of the pane in it */

    struct source source; /* of the article shown; SOURCE_NONE: none yet */
    shelf_id id;          /* SHELF_NONE: not on the shelf */
    shelf_id failed;      /* what could not be had when the reader went on from
                             there, or SHELF_NONE */
    struct pane pane;
    struct loading loading;
    struct recall recall;
    struct edition edition;
    struct peek before, after;
    struct watch *watch;
    char *failure;        /* owned: why nothing is shown */
    struct article *kept; /* owned: from standard input, or NULL */

    struct trail trail;
    struct trail_stop last; /* before the last jump, for '' */
    int way;                /* of the arrival from the last stop */
    struct spot focus;
    struct browser *browser;
    char *asked;          /* owned: address that is to be opened after a yes */
    struct source broken; /* what the parser broke down on just now, or
                             SOURCE_NONE */
    bool is_full_page, is_plain; /* the other way than the options say */

    struct contents contents;
    struct rect panel; /* where it is drawn */
    enum panel_kind panel_kind;

    enum reading_mode mode;
    struct searching search;
    struct hinting hinting;
};

/*
 * Returns the measure in force: that of this session, or of the options.
 */
int reading_measure(const struct reading *r);

/*
 * Tells whether an article is shown.
 */
static inline bool
reading_has_article(const struct reading *r)
{
    return r->pane.article != NULL;
}

/*
 * Tells whether sources are loaded as they would be any other day, so that what
 * they become may stand for them.
 */
bool reading_is_usual(const struct reading *r);

/*
 * Returns the title of the article shown, or a label of its source.
 */
struct str reading_title(const struct reading *r);

/*
 * Notes where the article is left, for coming back to it.
 */
void reading_note_place(struct reading *r);

/*
 * Notes that a jump went away from a place of the article that is shown: a stop
 * on the trail, and where '' leads.
 */
void reading_leave_stop(struct reading *r, struct place from);

/*
 * Notes only where '' leads; for moves that are no jumps to a place by name.
 */
void reading_leave_last(struct reading *r, struct place from);

#endif
