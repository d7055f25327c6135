/* SPDX-License-Identifier: ISC */
/*
 * space - whose word an element of a feed is
 *
 * The plain words of Atom and RSS do not get into each other's way, so that a
 * wrong or missing address of either does no harm: unprefixed elements are plain
 * whatever is declared.
 */
#include "space.h"

#include <stdio.h>
#include <string.h>

static const struct {
    const char *address, *prefix;
    enum space space;
} table[] = {
    {"http://purl.org/rss/1.0/modules/content/", "content", SPACE_CONTENT},
    {"http://purl.org/dc/elements/1.1/", "dc", SPACE_DC},
    {"http://purl.org/dc/terms/", "dcterms", SPACE_DC},
    {"http://search.yahoo.com/mrss/", "media", SPACE_MEDIA},
    {"http://search.yahoo.com/mrss", "media", SPACE_MEDIA},
    {"http://www.itunes.com/dtds/podcast-1.0.dtd", "itunes", SPACE_ITUNES},
    {"http://rssnamespace.org/feedburner/ext/1.0", "feedburner",
        SPACE_FEEDBURNER},
    {"http://www.w3.org/2005/Atom", "atom", SPACE_PLAIN},
    {"http://www.w3.org/2005/Atom", "atom10", SPACE_PLAIN},
    {"http://www.w3.org/2005/Atom", "a10", SPACE_PLAIN},
    {"http://purl.org/atom/ns#", "atom03", SPACE_PLAIN},
    {"http://purl.org/rss/1.0/", "rss", SPACE_PLAIN},
    {"http://my.netscape.com/rdf/simple/0.9/", "rss09", SPACE_PLAIN},
    {"http://backend.userland.com/rss2", "rss2", SPACE_PLAIN},
    {"http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdf", SPACE_PLAIN},
};

enum {
    N_TABLE = sizeof table / sizeof *table
};

void
space_declare(
    struct spaces *s, uint32_t depth, const char *prefix, const char *address)
{
    enum space space = SPACE_OTHER;

    if (s->n == SPACE_MAX_PREFIXES || strlen(prefix) >= sizeof s->known->prefix)
        return;
    for (int i = 0; i < N_TABLE; i++)
        if (strcmp(table[i].address, address) == 0)
            space = table[i].space;
    snprintf(s->known[s->n].prefix, sizeof s->known->prefix, "%s", prefix);
    s->known[s->n].depth = depth;
    s->known[s->n++].space = space;
}

void
space_leave(struct spaces *s, uint32_t depth)
{
    while (s->n > 0 && s->known[s->n - 1].depth >= depth)
        s->n--;
}

enum space
space_of(const struct spaces *s, const char *name, const char **out_local)
{
    const char *colon = strchr(name, ':');

    *out_local = colon ? colon + 1 : name;
    if (!colon)
        return SPACE_PLAIN;
    const struct str prefix = {name, (size_t)(colon - name)};
    for (uint32_t i = s->n; i > 0; i--)
        if (str_eq(str_of(s->known[i - 1].prefix), prefix))
            return s->known[i - 1].space;
    for (int i = 0; i < N_TABLE; i++)
        if (str_eq(str_of(table[i].prefix), prefix))
            return table[i].space;
    return SPACE_OTHER;
}
