/* SPDX-License-Identifier: ISC */
/*
 * collect - the only maker of feeds
 *
 * Texts go to one buffer and encoded articles to another as they come; the
 * arrays of the feed are copied together at the end, when the entries get their
 * keys. An id, or an address, that entries share which have different titles is
 * no good as a key: some feeds give all entries the id of the site. Such a one
 * is passed over for all of them, so that the key of an entry does not depend
 * on which others the feed has this time.
 */
#include "model/collect.h"

#include "base/mem.h"
#include "binding.h"
#include "builder.h"
#include "intern.h"
#include "model/codec.h"

#include <stdlib.h>
#include <string.h>

struct collect {
    struct buf text, bodies, scratch;
    struct feed_entry *entries;
    uint32_t n_entries, cap_entries;
    struct text_ref facts[FEED_FACT_COUNT]; /* into text */
    struct intern notes;                    /* into text */
};

struct collect *
collect_new(void)
{
    return mem_alloc_zero(1, sizeof(struct collect));
}

void
collect_free(struct collect *c)
{
    if (!c)
        return;
    buf_done(&c->text);
    buf_done(&c->bodies);
    buf_done(&c->scratch);
    intern_done(&c->notes);
    free(c->entries);
    free(c);
}

/*
 * Appends value to the text, clean and as one line. Returns the empty reference
 * when there is no room: the keys may take as much again.
 */
static struct text_ref
add_text(struct collect *c, struct str value)
{
    const uint32_t at = (uint32_t)c->text.len;

    if (c->text.len + value.len * 8 > FEED_MAX_TEXT / 2)
        return (struct text_ref){0};
    builder_add_collapsed(&c->text, &c->scratch, value, false);
    return (struct text_ref){at, (uint32_t)c->text.len - at};
}

void
collect_fact(struct collect *c, enum feed_fact fact, struct str value)
{
    c->facts[fact] = add_text(c, value);
}

bool
collect_entry(struct collect *c)
{
    if (c->n_entries >= FEED_MAX_ENTRIES) {
        collect_note(c, STR("this feed has too many entries to show them all"));
        return false;
    }
    MEM_GROW(c->entries, c->cap_entries, c->n_entries + 1);
    c->entries[c->n_entries++] = (struct feed_entry){0};
    return true;
}

void
collect_entry_fact(
    struct collect *c, enum feed_entry_fact fact, struct str value)
{
    c->entries[c->n_entries - 1].facts[fact] = add_text(c, value);
}

void
collect_article(struct collect *c, const struct article *a, bool is_whole)
{
    struct feed_entry *entry = &c->entries[c->n_entries - 1];
    const size_t at = c->bodies.len;

    codec_encode(a, &c->bodies);
    if (c->bodies.len > FEED_MAX_BODIES) {
        buf_cut(&c->bodies, at);
        collect_note(c, STR("this feed is too long to keep all of its texts"));
        return;
    }
    entry->body =
        (struct text_ref){(uint32_t)at, (uint32_t)(c->bodies.len - at)};
    entry->words = article_words(a, 0, a->n_blocks);
    entry->marks = is_whole ? FEED_ENTRY_IS_WHOLE : 0;
}

void
collect_note(struct collect *c, struct str note)
{
    struct buf line = {0};
    bool is_new;

    builder_add_collapsed(&line, &c->scratch, note, false);
    if (line.len > 0 && c->notes.n_refs < FEED_MAX_NOTES &&
        c->text.len + line.len <= FEED_MAX_TEXT / 2)
        intern_add(&c->notes, &c->text, buf_str(&line), &is_new);
    buf_done(&line);
}

uint32_t
collect_count(const struct collect *c)
{
    return c->n_entries;
}

/* Keys. */

static struct str
text_at(const struct buf *text, struct text_ref ref)
{
    return str_slice(buf_str(text), ref.at, (size_t)ref.at + ref.len);
}

static struct str
fact_of(const struct collect *c, uint32_t e, enum feed_entry_fact fact)
{
    return text_at(&c->text, c->entries[e].facts[fact]);
}

/*
 * Tells whether two entries that share an id or an address are the same one,
 * which the feed has twice, maybe in two versions.
 */
static bool
is_same(const struct collect *c, uint32_t e, uint32_t other)
{
    return str_eq(fact_of(c, e, FEED_ENTRY_TITLE),
               fact_of(c, other, FEED_ENTRY_TITLE)) &&
           str_eq(fact_of(c, e, FEED_ENTRY_URL),
               fact_of(c, other, FEED_ENTRY_URL));
}

/*
 * Makes the fact the key of all entries that have no key yet and share it with
 * no other entry.
 */
static void
put_keys(struct collect *c, enum feed_entry_fact fact)
{
    struct intern values = {0};
    struct buf text = {0};
    uint32_t *numbers = mem_alloc_zero(c->n_entries, sizeof *numbers);
    uint32_t *first = mem_alloc_zero(c->n_entries, sizeof *first);
    uint8_t *is_shared = mem_alloc_zero(c->n_entries, 1);
    bool is_new;

    for (uint32_t e = 0; e < c->n_entries; e++) {
        if (c->entries[e].facts[fact].len == 0)
            continue;
        uint32_t i = intern_add(&values, &text, fact_of(c, e, fact), &is_new);
        numbers[e] = i;
        if (is_new)
            first[i] = e;
        else if (!is_same(c, e, first[i]))
            is_shared[i] = 1;
    }
    for (uint32_t e = 0; e < c->n_entries; e++) {
        struct feed_entry *entry = &c->entries[e];
        if (entry->key.len == 0 && entry->facts[fact].len > 0 &&
            !is_shared[numbers[e]])
            entry->key = entry->facts[fact];
    }
    free(numbers);
    free(first);
    free(is_shared);
    intern_done(&values);
    buf_done(&text);
}

/*
 * Makes a key of what the entry says, if anything.
 */
static void
make_key(struct collect *c, uint32_t e)
{
    static const enum feed_entry_fact parts[] = {FEED_ENTRY_TITLE,
        FEED_ENTRY_PUBLISHED, FEED_ENTRY_URL, FEED_ENTRY_EXCERPT,
        FEED_ENTRY_ID};
    struct feed_entry *entry = &c->entries[e];
    struct buf key = {0};

    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        struct str part = fact_of(c, e, parts[i]);
        bool is_enough = entry->facts[FEED_ENTRY_TITLE].len > 0 && i > 2;
        if (part.len == 0 || is_enough)
            continue;
        if (key.len > 0)
            buf_add_char(&key, ' ');
        buf_add_str(&key, part);
    }
    if (c->text.len + key.len <= FEED_MAX_TEXT) {
        entry->key =
            (struct text_ref){(uint32_t)c->text.len, (uint32_t)key.len};
        buf_add_str(&c->text, buf_str(&key));
    }
    buf_done(&key);
}

/*
 * Copies the entries that have a key of their own, and their bodies, to b, and
 * counts them in counts.
 */
static void
pick_entries(struct collect *c, struct feed *counts, struct buf *bodies)
{
    struct intern keys = {0};
    struct buf text = {0};
    bool is_new;

    for (uint32_t e = 0; e < c->n_entries; e++) {
        struct feed_entry entry = c->entries[e];
        if (entry.key.len == 0)
            continue;
        intern_add(&keys, &text, text_at(&c->text, entry.key), &is_new);
        if (!is_new)
            continue;
        const uint32_t at = (uint32_t)bodies->len;
        if (entry.body.len > 0)
            buf_add(bodies, c->bodies.ptr + entry.body.at, entry.body.len);
        entry.body.at = at;
        c->entries[counts->n_entries++] = entry;
    }
    intern_done(&keys);
    buf_done(&text);
}

static void
copy(void *to, const void *from, size_t size)
{
    if (size > 0)
        memcpy(to, from, size);
}

struct feed *
collect_finish(struct collect *c)
{
    struct feed counts = {.n_notes = c->notes.n_refs};
    struct buf bodies = {0};

    put_keys(c, FEED_ENTRY_ID);
    put_keys(c, FEED_ENTRY_URL);
    for (uint32_t e = 0; e < c->n_entries; e++)
        if (c->entries[e].key.len == 0)
            make_key(c, e);
    pick_entries(c, &counts, &bodies);
    counts.n_text = (uint32_t)c->text.len;
    counts.n_bodies = (uint32_t)bodies.len;
    copy(counts.facts, c->facts, sizeof counts.facts);

    struct binding b = binding_new(&counts);
    copy(b.entries, c->entries, counts.n_entries * sizeof *b.entries);
    copy(b.notes, c->notes.refs, counts.n_notes * sizeof *b.notes);
    copy(b.text, c->text.ptr, c->text.len);
    copy(b.bodies, bodies.ptr, bodies.len);
    buf_done(&bodies);
    collect_free(c);
    return b.feed;
}
