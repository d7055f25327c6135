/* SPDX-License-Identifier: ISC */
/*
 * vocabulary - what the elements of feeds in XML mean
 *
 * One table for all formats: none has a word that means something else in
 * another.
 */
#include "vocabulary.h"

#include <string.h>

static const struct {
    enum space space;
    const char *name;
    enum word word;
} words[] = {
    {SPACE_PLAIN, "rss", WORD_FRAME},
    {SPACE_PLAIN, "RDF", WORD_FRAME},
    {SPACE_PLAIN, "channel", WORD_FRAME},
    {SPACE_PLAIN, "feed", WORD_FEED},
    {SPACE_MEDIA, "group", WORD_FRAME},
    {SPACE_PLAIN, "item", WORD_ENTRY},
    {SPACE_PLAIN, "entry", WORD_ENTRY},
    {SPACE_PLAIN, "title", WORD_TITLE},
    {SPACE_DC, "title", WORD_TITLE},
    {SPACE_MEDIA, "title", WORD_TITLE},
    {SPACE_PLAIN, "link", WORD_LINK},
    {SPACE_PLAIN, "id", WORD_ID},
    {SPACE_PLAIN, "guid", WORD_ID},
    {SPACE_PLAIN, "pubDate", WORD_PUBLISHED},
    {SPACE_PLAIN, "pubdate", WORD_PUBLISHED},
    {SPACE_PLAIN, "published", WORD_PUBLISHED},
    {SPACE_PLAIN, "issued", WORD_PUBLISHED},
    {SPACE_PLAIN, "created", WORD_PUBLISHED},
    {SPACE_DC, "date", WORD_PUBLISHED},
    {SPACE_DC, "issued", WORD_PUBLISHED},
    {SPACE_DC, "created", WORD_PUBLISHED},
    {SPACE_PLAIN, "updated", WORD_MODIFIED},
    {SPACE_PLAIN, "modified", WORD_MODIFIED},
    {SPACE_DC, "modified", WORD_MODIFIED},
    {SPACE_PLAIN, "description", WORD_SUMMARY},
    {SPACE_PLAIN, "summary", WORD_SUMMARY},
    {SPACE_PLAIN, "subtitle", WORD_SUMMARY},
    {SPACE_PLAIN, "tagline", WORD_SUMMARY},
    {SPACE_DC, "description", WORD_SUMMARY},
    {SPACE_MEDIA, "description", WORD_SUMMARY},
    {SPACE_ITUNES, "summary", WORD_SUMMARY},
    {SPACE_PLAIN, "content", WORD_CONTENT},
    {SPACE_CONTENT, "encoded", WORD_CONTENT},
    {SPACE_PLAIN, "author", WORD_PERSON},
    {SPACE_DC, "creator", WORD_PERSON},
    {SPACE_DC, "author", WORD_PERSON},
    {SPACE_ITUNES, "author", WORD_PERSON},
    {SPACE_PLAIN, "language", WORD_LANG},
    {SPACE_DC, "language", WORD_LANG},
    {SPACE_PLAIN, "enclosure", WORD_MEDIA},
    {SPACE_MEDIA, "content", WORD_MEDIA},
    {SPACE_FEEDBURNER, "origLink", WORD_ORIGINAL},
};

enum word
vocabulary_find(enum space space, const char *name)
{
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (words[i].space == space && strcmp(words[i].name, name) == 0)
            return words[i].word;
    return WORD_NONE;
}
