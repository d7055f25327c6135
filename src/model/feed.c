/* SPDX-License-Identifier: ISC */
/*
 * feed - what a site has published of late
 *
 * Looking things up in a feed, and the proof of its invariants: one pass over
 * each array, in which nothing is followed before it was checked. It is made in
 * collect.c.
 */
#include "model/feed.h"

#include "base/utf8.h"
#include "intern.h"
#include "model/codec.h"

#include <stdlib.h>
#include <string.h>

void
feed_free(struct feed *f)
{
    /* The arrays stand behind the struct, in one piece. */
    free(f);
}

static struct str
text_at(const struct feed *f, struct text_ref ref)
{
    return (struct str){f->text + ref.at, ref.len};
}

struct str
feed_fact(const struct feed *f, enum feed_fact fact)
{
    return text_at(f, f->facts[fact]);
}

struct str
feed_entry_fact(const struct feed *f, feed_ix e, enum feed_entry_fact fact)
{
    return text_at(f, f->entries[e].facts[fact]);
}

struct str
feed_note(const struct feed *f, uint32_t i)
{
    return text_at(f, f->notes[i]);
}

struct str
feed_key(const struct feed *f, feed_ix e)
{
    return text_at(f, f->entries[e].key);
}

struct str
feed_label(const struct feed *f, feed_ix e)
{
    static const enum feed_entry_fact order[] = {
        FEED_ENTRY_TITLE, FEED_ENTRY_EXCERPT, FEED_ENTRY_URL};

    for (size_t i = 0; i < sizeof order / sizeof *order; i++)
        if (f->entries[e].facts[order[i]].len > 0)
            return feed_entry_fact(f, e, order[i]);
    return feed_key(f, e);
}

struct str
feed_date(const struct feed *f, feed_ix e)
{
    struct str published = feed_entry_fact(f, e, FEED_ENTRY_PUBLISHED);

    return published.len > 0 ? published
                             : feed_entry_fact(f, e, FEED_ENTRY_MODIFIED);
}

feed_ix
feed_find(const struct feed *f, struct str key)
{
    for (feed_ix e = 0; e < f->n_entries; e++)
        if (str_eq(feed_key(f, e), key))
            return e;
    return FEED_NONE;
}

bool
feed_has_article(const struct feed *f, feed_ix e)
{
    return f->entries[e].body.len > 0;
}

bool
feed_is_whole(const struct feed *f, feed_ix e)
{
    return (f->entries[e].marks & FEED_ENTRY_IS_WHOLE) != 0;
}

struct article *
feed_article(const struct feed *f, feed_ix e, struct err *err)
{
    const struct text_ref body = f->entries[e].body;

    if (body.len == 0) {
        err_set(err, ERR_NOT_FOUND, "the feed has only the title of this");
        return NULL;
    }
    return codec_decode(f->bodies + body.at, body.len, err);
}

/* The check. */

static bool
fail(struct err *err, const char *what, uint32_t where)
{
    return err_set(err, ERR_BAD_DATA, "bad feed: %s at %u", what, where);
}

/*
 * Tells whether offset is not inside a character.
 */
static bool
is_boundary(const struct feed *f, uint32_t offset)
{
    return offset == f->n_text || (f->text[offset] & 0xC0) != 0x80;
}

static bool
is_good_ref(const struct feed *f, struct text_ref ref)
{
    return ref.at <= f->n_text && ref.len <= f->n_text - ref.at &&
           is_boundary(f, ref.at) && is_boundary(f, ref.at + ref.len);
}

static bool
check_sizes(const struct feed *f, struct err *err)
{
    if (f->n_entries > FEED_MAX_ENTRIES)
        return fail(err, "number of entries", f->n_entries);
    if (f->n_notes > FEED_MAX_NOTES)
        return fail(err, "number of notes", f->n_notes);
    if (f->n_text > FEED_MAX_TEXT)
        return fail(err, "length of text", f->n_text);
    if (f->n_bodies > FEED_MAX_BODIES)
        return fail(err, "length of bodies", f->n_bodies);
    return true;
}

/*
 * Checks an entry but for its key being the only one; bodies end so far at *end.
 */
static bool
is_good_entry(
    const struct feed *f, const struct feed_entry *entry, uint32_t *end)
{
    for (int i = 0; i < FEED_ENTRY_FACT_COUNT; i++)
        if (!is_good_ref(f, entry->facts[i]))
            return false;
    if (!is_good_ref(f, entry->key) || entry->key.len == 0)
        return false;
    if (entry->marks & ~(uint32_t)FEED_ENTRY_MARKS_ALL)
        return false;
    if (entry->body.len == 0)
        return entry->words == 0 && !(entry->marks & FEED_ENTRY_IS_WHOLE);
    if (entry->body.at != *end || entry->body.len > f->n_bodies - *end)
        return false;
    *end += entry->body.len;
    return true;
}

static bool
check_keys(const struct feed *f, struct err *err)
{
    struct intern keys = {0};
    struct buf text = {0};
    bool is_new = true;

    for (feed_ix e = 0; e < f->n_entries && is_new; e++)
        intern_add(&keys, &text, feed_key(f, e), &is_new);
    intern_done(&keys);
    buf_done(&text);
    return is_new || fail(err, "a key of two entries", 0);
}

bool
feed_check(const struct feed *f, struct err *err)
{
    uint32_t end = 0;

    if (!check_sizes(f, err))
        return false;
    const struct str text = {f->text, f->n_text};
    if (!utf8_is_clean(text) ||
        (text.len > 0 && memchr(text.ptr, '\n', text.len)))
        return fail(err, "text that is not clean", 0);
    for (uint32_t i = 0; i < FEED_FACT_COUNT; i++)
        if (!is_good_ref(f, f->facts[i]))
            return fail(err, "fact", i);
    for (uint32_t i = 0; i < f->n_notes; i++)
        if (!is_good_ref(f, f->notes[i]))
            return fail(err, "note", i);
    for (feed_ix e = 0; e < f->n_entries; e++)
        if (!is_good_entry(f, &f->entries[e], &end))
            return fail(err, "entry", e);
    if (end != f->n_bodies)
        return fail(err, "bodies of no entry", end);
    return check_keys(f, err);
}
