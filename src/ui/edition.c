/* SPDX-License-Identifier: ISC */
/*
 * edition - another edition of the page that is read
 *
 * Only one that is shown takes the place of the copy: until then the copy is what
 * one comes back to, and the other is offered again. One that reads the same is
 * no other edition.
 */
#include "edition.h"

#include "app/deposit.h"
#include "app/options.h"
#include "base/buf.h"
#include "base/mem.h"
#include "changes.h"
#include "ui/paint.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

enum {
    DAY = 24 * 60 * 60 /* seconds */
};

/* Writes the day on which the copy was fetched. */
static void
format_day(const struct reading *r, char day[16])
{
    time_t when = (time_t)r->edition.fetched_at;
    struct tm tm;

    if (!localtime_r(&when, &tm) || strftime(day, 16, "%Y-%m-%d", &tm) == 0)
        memcpy(day, "earlier", sizeof "earlier");
}

static void
tell_copy(struct reading *r, const char *why)
{
    char day[16];

    format_day(r, day);
    tui_notice(r->tui, "this is the copy of %s: %s", day, why);
}

/* Tells whether both read the same. */
static bool
is_same(const struct article *a, const struct article *b)
{
    return a->n_text == b->n_text && a->n_blocks == b->n_blocks &&
           memcmp(a->text, b->text, a->n_text) == 0;
}

static void
note_reply(void *user, const struct reply *reply, int fd)
{
    struct reading *r = user;

    receipt_put(&r->edition.receipt, reply, fd);
}

static void
take_feed(void *user, struct feed *feed)
{
    struct reading *r = user;

    r->edition.job = NULL;
    feed_free(feed);
    tell_copy(r, "there is a feed in its place now");
}

static void
offer(struct reading *r, struct article *article)
{
    struct edition *e = &r->edition;
    const bool is_loss = memory_is_loss(
        tui_memory(r->tui), &r->source, article, &e->receipt, false);

    e->article = article;
    tui_notice(r->tui, "%s",
        is_loss ? "the page has less now than this copy: r shows it"
                : "there is a new edition of this page: r shows it");
}

static void
take_article(void *user, struct article *article, const struct err *err)
{
    struct reading *r = user;
    struct edition *e = &r->edition;
    struct memory *m = tui_memory(r->tui);

    e->job = NULL;
    if (!article && err->code == ERR_UNCHANGED) {
        deposit_renew(m, &r->source, NULL, &e->receipt);
    } else if (!article) {
        tell_copy(r, err->text);
    } else if (!e->receipt.may_save) {
        tell_copy(r, "the page is not to be had any more");
    } else if (!is_same(article, r->pane.article)) {
        offer(r, article);
        return;
    } else {
        deposit_renew(m, &r->source, article, &e->receipt);
    }
    receipt_done(&e->receipt);
    article_free(article);
}

/*
 * Tells whether the copy stands for the page. One from the future does not: the
 * clock was wrong, then or now.
 */
static bool
is_fresh(const struct item_head *head)
{
    const int64_t now = time(NULL);

    return head->fresh_until > now && head->fetched_at <= now + DAY;
}

void
edition_start(struct reading *r, struct receipt *receipt)
{
    struct receipt copy = receipt_take(receipt);
    const struct item_head *head = &copy.head;
    struct job_opts opts = *tui_job_opts(r->tui);

    edition_cancel(r);
    r->edition.fetched_at = head->fetched_at;
    if (opts.is_offline) {
        tell_copy(r, "nothing is loaded from the web with --offline");
    } else if (!is_fresh(head)) {
        char *etag = mem_copy_text(head->etag.ptr, head->etag.len);
        char *since = mem_copy_text(head->modified.ptr, head->modified.len);
        opts.etag = etag[0] ? etag : NULL;
        opts.since = since[0] ? since : NULL;
        opts.reply = note_reply;
        opts.feed = take_feed;
        opts.wants_feed = false;
        r->edition.job =
            job_start(tui_loop(r->tui), &r->source, &opts, take_article, r);
        free(etag);
        free(since);
    }
    receipt_done(&copy);
}

struct article *
edition_take(struct reading *r)
{
    struct edition *e = &r->edition;
    struct memory *m = tui_memory(r->tui);
    struct article *article = e->article;

    if (!article)
        return NULL;
    e->article = NULL;
    free(e->changed);
    e->changed = changes_find(r->pane.article, article);
    tui_notice(r->tui, "the new edition; e shows what has changed");
    edition_note_loss(r, article, &e->receipt);
    if (e->receipt.is_there)
        deposit_keep(m, &r->source, article, &e->receipt);
    return article;
}

void
edition_note_loss(struct reading *r, const struct article *article,
    const struct receipt *receipt)
{
    r->edition.is_loss =
        memory_is_loss(tui_memory(r->tui), &r->source, article, receipt, true);
    if (r->edition.is_loss)
        tui_notice(r->tui, "this is less than your copy of it, which stays");
}

/* Says what is marked. */
static void
tell_changes(struct reading *r, uint32_t n_new, uint32_t n_cut)
{
    struct buf text = {0};

    if (n_new > 0)
        buf_add_format(
            &text, "%u paragraph%s new", n_new, n_new == 1 ? " is" : "s are");
    if (n_cut > 0)
        buf_add_format(&text, "%ssomething is gone in %u place%s",
            n_new > 0 ? ", " : "", n_cut, n_cut == 1 ? "" : "s");
    tui_notice(r->tui, "%s, as marked", text.ptr);
    buf_done(&text);
}

/* Goes to a change unless one is in sight: to the next of them or, behind the
 * last, to the first. */
static void
go_to_change(struct reading *r)
{
    const struct article *a = r->pane.article;
    const struct place from = r->pane.place;
    uint32_t n_new = 0, n_cut = 0, target = 0;
    bool is_seen = false;

    for (block_ix b = 0; b < a->n_blocks; b++) {
        const uint8_t change = r->edition.changed[b];
        if (change == PAINT_SAME)
            continue;
        const uint32_t at = (uint32_t)(article_text(a, b).ptr - a->text);
        is_seen = is_seen || pane_is_seen(&r->pane, pane_line(&r->pane, at));
        if (n_new + n_cut == 0 || (target <= from.at && at > from.at))
            target = at;
        n_new += change == PAINT_NEW;
        n_cut += change != PAINT_NEW;
    }
    if (n_new + n_cut == 0) {
        tui_notice(r->tui, "both editions have the same paragraphs");
        return;
    }
    if (!is_seen) {
        pane_reveal(&r->pane, target);
        pane_jump(&r->pane, target);
        reading_leave_stop(r, from);
    }
    tell_changes(r, n_new, n_cut);
}

void
edition_toggle_marks(struct reading *r)
{
    struct edition *e = &r->edition;

    if (e->article) {
        tui_notice(r->tui, "r shows the new edition, and then e its changes");
    } else if (!e->changed) {
        tui_notice(r->tui, "there was no other edition since it was opened");
    } else {
        e->has_marks = !e->has_marks;
        if (e->has_marks)
            go_to_change(r);
    }
}

void
edition_cancel(struct reading *r)
{
    job_cancel(r->edition.job);
    receipt_done(&r->edition.receipt);
    article_free(r->edition.article);
    free(r->edition.changed);
    r->edition = (struct edition){0};
}
