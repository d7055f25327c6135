/* SPDX-License-Identifier: ISC */
/*
 * reading - the state of a reader, which its parts share
 *
 * What several parts need to ask or to note, and nothing that decides.
 */
#include "reading.h"

#include "app/options.h"

int
reading_measure(const struct reading *r)
{
    const struct options *o = tui_options(r->tui);
    int chosen = tui_places(r->tui)->measure;
    if (chosen > 0)
        return chosen;
    return o->width > 0 ? o->width : o->measure;
}

bool
reading_is_usual(const struct reading *r)
{
    const struct job_opts *o = tui_job_opts(r->tui);

    return !o->type && !o->base_url && !o->wants_feed &&
           o->is_full_page == r->is_full_page && !r->is_plain;
}

struct str
reading_title(const struct reading *r)
{
    struct str title = {0};
    if (reading_has_article(r))
        title = article_fact(r->pane.article, FACT_TITLE);
    if (title.len > 0)
        return title;
    return str_of(r->id == SHELF_NONE ? source_label(&r->source)
                                      : shelf_title(r->shelf, r->id));
}

void
reading_note_place(struct reading *r)
{
    if (!reading_has_article(r) || r->edition.is_loss)
        return;
    places_note(tui_places(r->tui), &r->source, r->pane.place, r->pane.folded,
        r->pane.outline->n_sections);
}

void
reading_leave_last(struct reading *r, struct place from)
{
    if (!reading_has_article(r))
        return;
    struct source copy = source_copy(&r->source);
    source_done(&r->last.source);
    r->last = (struct trail_stop){copy, from};
}

void
reading_leave_stop(struct reading *r, struct place from)
{
    if (!reading_has_article(r))
        return;
    trail_leave(&r->trail, &r->source, from);
    reading_leave_last(r, from);
}
