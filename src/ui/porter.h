/* SPDX-License-Identifier: ISC */
/*
 * porter - brings pages of the web into the library, one after the other
 *
 * What was saved but not read, and what will be read next. It has no hurry:
 * what cannot be had now is had when it is opened, and a server that wants a
 * pause has it (app/harvest.h).
 */
#ifndef UI_PORTER_H
#define UI_PORTER_H

#include "app/job.h"
#include "app/memory.h"

struct porter;
struct uv_loop_s;

/*
 * Returns a porter without anything to do, owned (porter_cancel()). All are
 * borrowed.
 */
struct porter *porter_new(
    struct uv_loop_s *loop, struct memory *memory, const struct job_opts *opts);

/*
 * Has the page of source, which is copied, brought, unless its text is there.
 */
void porter_bring(struct porter *p, const struct source *source);

/*
 * The same for all that is saved, as far as it has room for them; returns how
 * many it brings.
 */
uint32_t porter_bring_saved(struct porter *p);

/*
 * The same for a page that a person has saved, who is told when it cannot be
 * had. When it turns out to be a feed, it is subscribed to, and no page to be
 * read later any more.
 */
void porter_save(struct porter *p, const struct source *source);

/*
 * Has the feed that source, a page of the web, is or names subscribed to; a
 * person is told how that went.
 */
void porter_subscribe(struct porter *p, const struct source *source);

/* What became of a page that was saved, or of a feed. */
struct porter_news {
    const struct source *source;
    struct str feed;       /* what is subscribed to now, or empty */
    const struct err *err; /* why it could not be had, or NULL */
    bool is_feed;          /* it was to be subscribed to */
};

/*
 * Calls fn(user, news), of which everything is borrowed, when there are any.
 */
void porter_on_news(struct porter *p,
    void (*fn)(void *user, const struct porter_news *news), void *user);

/*
 * Ends what it does. NULL is allowed.
 */
void porter_cancel(struct porter *p);

#endif
