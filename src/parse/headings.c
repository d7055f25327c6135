/* SPDX-License-Identifier: ISC */
/*
 * headings - the headings of a page that may be its title
 */
#include "headings.h"

#include "byline.h"
#include "entity.h"
#include "model/url.h"

enum {
    MAX_HEADING = 400, /* bytes */
    MAX_FIRST = 8,     /* headings of the first rank, without pieces */
    MAX_ABOVE = 8,     /* elements around a heading that are looked at */
};

/*
 * Tells whether an address is that of the front page.
 */
static bool
is_front(struct str href, struct str host)
{
    href = str_trim(href);
    size_t scheme = str_find(href, STR("://"), 0);
    bool is_full = scheme < href.len;

    if (is_full)
        href = str_slice(href, scheme + 3, href.len);
    else if (str_starts(href, STR("//")))
        href = str_slice(href, 2, href.len);
    else
        return str_eq(href, STR("/")) || str_eq(href, STR("./")) ||
               str_starts(href, STR("/?")) ||
               str_starts(href, STR("/index.")) ||
               str_starts(href, STR("index."));
    if (!str_starts_nocase(href, host) || host.len == 0)
        return false;
    href = str_slice(href, host.len, href.len);
    return href.len == 0 || str_eq(href, STR("/"));
}

/*
 * Returns what is known of a heading from where it stands and where a link in
 * it or around it leads.
 */
static struct heading
look_around(const struct census *c, uint32_t row, struct str host)
{
    struct heading heading = {0};
    uint32_t above = row;

    for (uint32_t i = row; i < c->rows[row].end; i++)
        if (c->rows[i].element == ELEMENT_A &&
            is_front(census_attr(c, i, "href"), host))
            heading.is_home = true;
    for (int n = 0; n < MAX_ABOVE && above > 0; n++) {
        const struct row *r = &c->rows[above];
        if ((r->cues & CUE_NAV) && r->sum.prose * 2ull <= c->rows[1].sum.prose)
            heading.is_menu = true;
        if (r->element == ELEMENT_A &&
            is_front(census_attr(c, above, "href"), host))
            heading.is_home = true;
        above = r->parent;
    }
    return heading;
}

/*
 * Adds text without the sign beside it from which its address can be copied.
 */
static void
add(struct headings *h, struct str text, struct heading heading)
{
    static const struct str signs[] = {
        STR_INIT("\u00B6"), STR_INIT("#"), STR_INIT("\U0001F517")};

    if (h->n == HEADINGS_MAX)
        return;
    struct buf *buf = &h->bufs[h->n];
    text = str_trim(text);
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (str_ends(text, signs[i]))
            text = str_trim(str_slice(text, 0, text.len - signs[i].len));
    if (text.len > 3 && text.ptr[text.len - 3] == '\xEF' &&
        (unsigned char)text.ptr[text.len - 2] < 0xA4)
        text.len -= 3; /* a picture of a font, U+F000 to U+F8FF */
    struct buf decoded = {0};
    entity_add(&decoded, text);
    byline_collapse(buf, buf_str(&decoded));
    buf_done(&decoded);
    if (buf->len == 0)
        return;
    heading.text = buf_str(buf);
    h->all[h->n++] = heading;
}

/*
 * Adds the text that stands in row itself, not in elements inside it.
 */
static void
add_own(struct headings *h, const struct census *c, uint32_t row,
    struct heading heading)
{
    const GumboVector *inside = &c->rows[row].node->v.element.children;
    struct buf text = {0};

    for (unsigned i = 0; i < inside->length && text.len < MAX_HEADING; i++) {
        const GumboNode *node = inside->data[i];
        if (node->type == GUMBO_NODE_TEXT)
            buf_add_text(&text, node->v.text.text);
        else
            buf_add_char(&text, ' ');
    }
    add(h, buf_str(&text), heading);
    buf_done(&text);
}

static void
read_heading(struct headings *h, const struct census *c, uint32_t row,
    struct heading heading)
{
    struct buf text = {0};

    census_text(c, row, MAX_HEADING, &text);
    add(h, buf_str(&text), heading);
    buf_done(&text);
    if (heading.is_small || c->rows[row].end == row + 1)
        return;
    heading.is_piece = true;
    for (uint32_t i = row; i < c->rows[row].end && i < row + MAX_ABOVE; i++)
        if (c->rows[i].text > 0)
            add_own(h, c, i, heading);
}

void
headings_read(struct headings *h, const struct census *c, struct str host)
{
    size_t n_first = 0;

    for (uint32_t i = 1; i < c->n && n_first < MAX_FIRST; i++)
        if (c->rows[i].element == ELEMENT_H1 && c->rows[i].sum.text > 0) {
            n_first++;
            read_heading(h, c, i, look_around(c, i, host));
        }
    for (uint32_t i = 1; i < c->n && h->n < HEADINGS_MAX; i++)
        if (c->rows[i].element == ELEMENT_H2 && c->rows[i].sum.text > 0) {
            struct heading heading = look_around(c, i, host);
            heading.is_small = true;
            read_heading(h, c, i, heading);
        }
}

void
headings_done(struct headings *h)
{
    for (size_t i = 0; i < HEADINGS_MAX; i++)
        buf_done(&h->bufs[i]);
    h->n = 0;
}
