/* SPDX-License-Identifier: ISC */
/*
 * notes - the footnotes of a Markdown document
 *
 * The elements and names are those of cmark's html.c.
 */
#include "notes.h"

#include "base/mem.h"

#include <stdlib.h>

enum {
    MAX_NOTES = 1 << 20
};

void
notes_done(struct notes *n)
{
    free(n->list);
    buf_done(&n->labels);
    buf_done(&n->href);
    buf_done(&n->id);
    *n = (struct notes){0};
}

static struct note *
note_at(struct notes *n, uint32_t ix)
{
    MEM_GROW(n->list, n->cap, ix + 1);
    while (n->n <= ix)
        n->list[n->n++] = (struct note){0};
    return &n->list[ix];
}

/*
 * Returns the index of the note of that number, MAX_NOTES when it is none.
 */
static uint32_t
index_of(struct str number)
{
    uint32_t ix = 0;

    for (size_t i = 0; i < number.len; i++) {
        if (number.ptr[i] < '0' || number.ptr[i] > '9' || ix >= MAX_NOTES)
            return MAX_NOTES;
        ix = ix * 10 + (uint32_t)(number.ptr[i] - '0');
    }
    return ix > 0 && ix <= MAX_NOTES ? ix - 1 : MAX_NOTES;
}

bool
notes_add_ref(struct notes *n, struct str number)
{
    uint32_t ix = index_of(number);

    if (n->n_defined > 0 || ix == MAX_NOTES)
        return false;
    note_at(n, ix)->n_refs++;
    return true;
}

void
notes_define(struct notes *n, struct str label, uint32_t n_backs)
{
    struct note *note = note_at(n, n->n_defined++);

    note->n_backs = n_backs;
    note->label.at = (uint32_t)n->labels.len;
    while (label.len > 0) {
        if (str_starts(label, STR("&amp;"))) {
            buf_add_char(&n->labels, '&');
            label = str_slice(label, 5, label.len);
        } else if (str_starts(label, STR("&#x27;"))) {
            buf_add_char(&n->labels, '\'');
            label = str_slice(label, 6, label.len);
        } else {
            buf_add_char(&n->labels, label.ptr[0]);
            label = str_slice(label, 1, label.len);
        }
    }
    note->label.len = (uint32_t)n->labels.len - note->label.at;
}

bool
notes_is_complete(const struct notes *n)
{
    for (uint32_t i = 0; i < n->n; i++)
        if (n->list[i].n_refs != n->list[i].n_backs)
            return false;
    return n->n_defined == n->n;
}

/*
 * Writes prefix, label and, from the second on, "-number" to out.
 */
static struct str
name(const struct notes *n, struct buf *out, const char *prefix,
    const struct note *note, uint32_t number)
{
    buf_cut(out, 0);
    buf_add_text(out, prefix);
    buf_add(out, n->labels.ptr + note->label.at, note->label.len);
    if (number > 1)
        buf_add_format(out, "-%u", number);
    return buf_str(out);
}

void
notes_skip_ref(struct notes *n, struct str number)
{
    n->list[index_of(number)].n_walked++;
}

void
notes_put_ref(struct notes *n, struct flow *f, struct str number)
{
    struct note *note = &n->list[index_of(number)];
    struct attrs attrs = {0};

    note->n_walked++;
    element_add_attr(&attrs, ATTR_HREF, name(n, &n->href, "#fn-", note, 1));
    element_add_attr(
        &attrs, ATTR_ID, name(n, &n->id, "fnref-", note, note->n_walked));
    element_add_attr(&attrs, ATTR_NOTE_REF, STR(""));
    flow_begin(f, ELEMENT_SUP, NULL);
    flow_begin(f, ELEMENT_A, &attrs);
    flow_text(f, number);
    flow_close(f);
    flow_close(f);
}

void
notes_begin(struct notes *n, struct flow *f)
{
    struct attrs attrs = {0};

    if (n->n_begun == 0) {
        element_add_attr(&attrs, ATTR_NOTES, STR(""));
        flow_begin(f, ELEMENT_SECTION, &attrs);
        flow_begin(f, ELEMENT_OL, NULL);
        attrs.n = 0;
    }
    n->has_back = false;
    element_add_attr(
        &attrs, ATTR_ID, name(n, &n->id, "fn-", &n->list[n->n_begun++], 1));
    flow_begin(f, ELEMENT_LI, &attrs);
}

void
notes_put_backs(struct notes *n, struct flow *f)
{
    const struct note *note = &n->list[n->n_begun - 1];

    if (n->has_back)
        return;
    n->has_back = true;
    for (uint32_t i = 1; i <= note->n_refs; i++) {
        struct attrs attrs = {0};

        element_add_attr(
            &attrs, ATTR_HREF, name(n, &n->href, "#fnref-", note, i));
        element_add_attr(&attrs, ATTR_NOTE_BACK, STR(""));
        if (i > 1)
            flow_text(f, STR(" "));
        flow_begin(f, ELEMENT_A, &attrs);
        flow_text(f, STR("\u21A9"));
        if (i > 1) {
            buf_cut(&n->id, 0);
            buf_add_format(&n->id, "%u", i);
            flow_begin(f, ELEMENT_SUP, NULL);
            flow_text(f, buf_str(&n->id));
            flow_close(f);
        }
        flow_close(f);
    }
}

void
notes_end(struct notes *n, struct flow *f)
{
    notes_put_backs(n, f);
    flow_close(f);
    if (n->n_begun == n->n) {
        flow_close(f);
        flow_close(f);
    }
}
