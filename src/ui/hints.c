/* SPDX-License-Identifier: ISC */
/*
 * hints - a letter over every link and fold on the screen
 *
 * All hints have the same number of letters, so that none is the beginning of
 * another. The letters under the fingers come first.
 */
#include "hints.h"

#include "travel.h"

static const char letters[] = "asdfghjklqwertyuiopzxcvbnm";

enum {
    N_LETTERS = sizeof letters - 1,
    MAX_LETTERS = 3
};

void
hints_close(struct reading *r)
{
    spots_done(&r->hinting.spots);
    r->hinting = (struct hinting){0};
    if (r->mode == MODE_HINTS)
        r->mode = MODE_NORMAL;
}

void
hints_open(struct reading *r)
{
    const struct pane *p = &r->pane;
    hints_close(r);
    spots_add(&r->hinting.spots, p, p->top, p->top + (uint32_t)p->rows);
    if (r->hinting.spots.n_items == 0) {
        tui_notice(r->tui, "there are no links or folds in sight");
        return;
    }
    uint32_t n = N_LETTERS;
    r->hinting.n_letters = 1;
    while (n < r->hinting.spots.n_items && r->hinting.n_letters < MAX_LETTERS) {
        n *= N_LETTERS;
        r->hinting.n_letters++;
    }
    r->mode = MODE_HINTS;
}

/* Writes the letters of hint ix. */
static void
put_label(const struct hinting *h, uint32_t ix, char label[MAX_LETTERS + 1])
{
    label[h->n_letters] = '\0';
    for (unsigned i = h->n_letters; i > 0; i--) {
        label[i - 1] = letters[ix % N_LETTERS];
        ix /= N_LETTERS;
    }
}

static bool
is_left(const struct hinting *h, const char *label)
{
    return memcmp(label, h->typed, h->n_typed) == 0;
}

view_reaction
hints_key(struct reading *r, keymap_key key)
{
    struct hinting *h = &r->hinting;
    char label[MAX_LETTERS + 1];

    if (key == KEYMAP_BACKSPACE && h->n_typed > 0) {
        h->n_typed--;
        return VIEW_DRAW;
    }
    if (key >= 0x80 || key == 0 || !strchr(letters, (int)key)) {
        hints_close(r);
        return VIEW_DRAW;
    }
    h->typed[h->n_typed++] = (char)key;
    bool is_any = false;
    for (uint32_t i = 0; i < h->spots.n_items; i++) {
        put_label(h, i, label);
        if (!is_left(h, label))
            continue;
        is_any = true;
        if (h->n_typed == h->n_letters) {
            struct spot spot = h->spots.items[i];
            hints_close(r);
            travel_spot(r, &spot);
            return VIEW_DRAW;
        }
    }
    if (!is_any)
        hints_close(r);
    return VIEW_DRAW;
}

void
hints_draw(const struct reading *r, const struct paint *paint, struct canvas *c)
{
    const struct hinting *h = &r->hinting;
    for (uint32_t i = 0; i < h->spots.n_items; i++) {
        char label[MAX_LETTERS + 1];
        put_label(h, i, label);
        if (is_left(h, label))
            paint_label(
                paint, &r->pane, &h->spots.items[i], str_of(label), c, r->text);
    }
}
