/* SPDX-License-Identifier: ISC */
/*
 * shelving - what is said and asked where an article is put away
 */
#include "shelving.h"

#include "app/filing.h"
#include "app/memory.h"
#include "base/buf.h"
#include "store/names.h"
#include "ui/prompt.h"

const char *
shelving_said(enum library_shelf shelf, bool is_on)
{
    static const char *const said[LIBRARY_SHELVES][2] = {
        [LIBRARY_SAVED] = {"no longer saved for later", "saved for later"},
        [LIBRARY_ARCHIVED] = {"back from the archive", "archived"},
        [LIBRARY_FAVORITE] = {"no longer a favorite", "a favorite now"},
    };

    return said[shelf][is_on];
}

static void
take_tags(void *user, struct str text)
{
    const struct shelving *s = user;

    filing_tag(tui_memory(s->tui), s->id, text);
    while (str_ends(text, STR(",")) || str_ends(text, STR(" ")))
        text.len--;
    if (text.len > 0)
        tui_notice(s->tui, "tagged: %.*s", STR_ARG(text));
    else
        tui_notice(s->tui, "no tags");
}

void
shelving_ask_tags(struct shelving *s, struct tui *tui, int64_t id)
{
    static const struct prompt_ops ops = {.enter = take_tags};
    struct db *db = memory_db(tui_memory(tui));
    struct view *prompt = prompt_new("Tags: ", NULL, tui_theme(tui), &ops, s);
    struct names names = {0};
    struct buf text = {0};
    struct err err;

    *s = (struct shelving){tui, id};
    if (db && names_load(db, NAMES_TAG, id, &names, &err)) {
        for (uint32_t i = 0; i < names.n_items; i++) {
            buf_add_str(&text, names.items[i].name);
            buf_add_text(&text, ", "); /* for one more */
        }
    }
    prompt_put(prompt, buf_str(&text));
    tui_push(tui, prompt);
    buf_done(&text);
    names_done(&names);
}
